import { describe, expect, it } from 'vitest';
import { readZipEntry, zipEntries } from '../files/zip.ts';
import { csvText } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

describe('a table for a Polish spreadsheet', () => {
  it('begins with the mark of UTF-8, has semicolons and decimal commas, and leaves unknown cells empty', () => {
    expect(
      csvText([
        ['Wiek', 'Udział'],
        ['65+', 21.2],
        ['80+', null],
      ]),
    ).toBe('\uFEFFWiek;Udział\r\n65+;21,2\r\n80+;\r\n');
  });

  it('a text that begins like a formula is not one (OWASP, CSV Injection); a negative number stays a number', () => {
    expect(csvText([['=1+1', -5, 'a;b"c']])).toBe('\uFEFF\'=1+1;-5;"a;b""c"\r\n');
  });
});

describe('a workbook', () => {
  it('keeps numbers as numbers, texts as texts, and an unknown cell empty', async () => {
    const bytes = await xlsxOf([
      {
        name: 'Zasoby: 2026',
        head: ['Nazwa', 'Miejsca'],
        rows: [
          ['=DPS', 110],
          ['Żłobek', null],
        ],
      },
    ]);
    const entry = zipEntries(bytes)?.find(({ name }) => name.endsWith('sheet1.xml'));
    const sheet = entry ? String(readZipEntry(bytes, entry, 1_000_000)) : '';
    expect(sheet).toContain('<v>110</v>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('<v></v>');
  });
});
