import { describe, expect, it } from 'vitest';
import { scanner } from './personal.ts';

const scan = scanner({
  names: ['Maria Żółkiewska', 'Jan O’Hara'],
  phones: ['600100200'],
  emails: ['maria@poczta.example'],
  addresses: ['Polna 5'],
});
const kinds = (text: string) => scan(text).map(({ line, kind }) => [line, kind]);

describe('The scan for personal data in logs, addresses, titles and letters (art. 32 GDPR)', () => {
  it('knows a PESEL by its shape, date and checksum, and passes other numbers', () => {
    expect(kinds('a\nosoba 44051401359.')).toEqual([[2, 'pesel']]);
    expect(kinds('44051401358 99999999999 144051401359 44051401359.5')).toEqual([]);
  });

  it('knows a name in either order and case, inside addresses too, and passes halves of it', () => {
    expect(kinds('MARIA ŻÓŁKIEWSKA')).toEqual([[1, 'name']]);
    expect(kinds('żółkiewska maria')).toEqual([[1, 'name']]);
    expect(kinds(`/praca/osoby?q=${encodeURIComponent('Maria Żółkiewska')}`)).toEqual([[1, 'name']]);
    expect(kinds('Maria Nowak, ul. Żółkiewska 7, Mariana Żółkiewska')).toEqual([]);
  });

  it('knows phones however they are written, e-mail, and a street with its number', () => {
    expect(kinds('tel. 600 100 200')).toEqual([[1, 'phone']]);
    expect(kinds('do maria@poczta.example')).toEqual([[1, 'email']]);
    expect(kinds('ul. Polna 5 i Polna 51')).toEqual([[1, 'address']]);
  });
});
