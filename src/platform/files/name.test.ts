import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './name.ts';

describe('a file is offered under a name that every system can save', () => {
  it.each([
    ['Wniosek Łucji.pdf', 'pdf', 'Wniosek Łucji.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\dane\\skan.PDF', 'pdf', 'skan.pdf'],
    ['a<b>:"|?*.png', 'png', 'a_b______.png'],
    ['x\u202efdp.exe', 'pdf', 'xfdp.pdf'],
    ['  ..ukryty  nazwa. .docx', 'docx', 'ukryty nazwa.docx'],
    ['CON.txt', 'txt', 'plik-CON.txt'],
    ['', 'csv', 'plik.csv'],
    ['ł'.repeat(500), 'pdf', `${'ł'.repeat(120)}.pdf`],
    ['\ud800a.pdf', 'pdf', '\ufffda.pdf'],
  ])('%j becomes safe', (name, extension, safe) => {
    expect(safeFileName(name, extension)).toBe(safe);
  });
});

describe('Content-Disposition (RFC 6266, RFC 5987)', () => {
  it('gives the full name in UTF-8 and a plain one for old browsers', () => {
    expect(contentDisposition('Żądanie Łucji.pdf')).toBe(
      'attachment; filename="Zadanie Lucji.pdf"; filename*=UTF-8\'\'%C5%BB%C4%85danie%20%C5%81ucji.pdf',
    );
  });

  it('may show in the browser instead of saving', () => {
    expect(contentDisposition('a.pdf', 'inline')).toMatch(/^inline; /);
  });

  it.each([
    'a"; filename="b.exe',
    'a\r\nSet-Cookie: x=1',
    "a'*().pdf",
    'a\\b%20.pdf',
    'їжак 😀.pdf',
    '\ud800',
  ])('nothing in %j ends the header or starts another', (name) => {
    const header = contentDisposition(name);
    expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
  });
});
