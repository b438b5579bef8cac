import { describe, expect, it } from 'vitest';
import { fileTypes, MAX_UPLOAD_BYTES } from './kinds.ts';
import { sniff } from './sniff.ts';
import { packedParts, zipOf } from './zip-fixture.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9]);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('IHDR............\0\0\0\0IEND....'),
]);
const windowsProgram = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(200),
  Buffer.from('This program cannot be run in DOS mode'),
]);
const windows1250 = Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0x0d, 0x0a]);

const code = (content: Uint8Array, name: string): string => {
  const result = sniff(content, name);
  return result.ok ? result.extension : result.code;
};

describe('a sent file is taken for what its bytes are', () => {
  it.each([
    ['skan.pdf', pdf, 'pdf'],
    ['ZDJĘCIE.JPEG', jpg, 'jpg'],
    ['mapa.png', png, 'png'],
    ['pismo.docx', zipOf(packedParts.docx), 'docx'],
    ['lista.xlsx', zipOf(packedParts.xlsx), 'xlsx'],
    ['pismo.odt', zipOf(packedParts.odt), 'odt'],
    ['lista.ods', zipOf(packedParts.ods), 'ods'],
    ['notatka.txt', Buffer.from('Zażółć gęślą jaźń, Їжак\n'), 'txt'],
    ['eksport.csv', windows1250, 'csv'],
    ['rozklad.txt', Buffer.from('MZK Jarocin: linia 4'), 'txt'],
    ['plan 12.05.2026 v1.2.pdf', pdf, 'pdf'],
    ['umowa.docx.pdf', pdf, 'pdf'],
  ])('%s', (name, content, extension) => {
    expect(sniff(content, name)).toEqual({
      ok: true,
      extension,
      type: Object.entries(fileTypes).find(([key]) => key === extension)?.[1],
    });
  });

  it('a view into a larger buffer is judged by its own bytes only', () => {
    const larger = Buffer.concat([Buffer.from('MZ\0\0'), pdf]);
    expect(code(new Uint8Array(larger.buffer, larger.byteOffset + 4, pdf.length), 'a.pdf')).toBe('pdf');
  });
});

describe('the name must be a plain name of an allowed kind', () => {
  it.each([
    ['', 'FILE_NAME'],
    ['   ', 'FILE_NAME'],
    [`${'a'.repeat(300)}.pdf`, 'FILE_NAME'],
    ['../../etc/passwd.pdf', 'FILE_NAME'],
    ['C:\\Users\\a\\skan.pdf', 'FILE_NAME'],
    ['c:skan.pdf', 'FILE_NAME'],
    ['..', 'FILE_NAME'],
    ['skan\u0000.pdf', 'FILE_NAME_DISGUISED'],
    ['wniosek\u202efdp.pdf', 'FILE_NAME_DISGUISED'],
    ['skan.exe.pdf', 'FILE_NAME_DISGUISED'],
    ['skan.HTML .pdf', 'FILE_NAME_DISGUISED'],
    ['skan.pdf.exe', 'FILE_KIND'],
    ['pdf', 'FILE_KIND'],
    ['.htaccess', 'FILE_KIND'],
    ['skan.svg', 'FILE_KIND'],
    ['skan.constructor', 'FILE_KIND'],
  ])('%j is refused with %s', (name, fault) => {
    expect(code(pdf, name)).toBe(fault);
  });
});

describe('the size must be right', () => {
  it('an empty file is refused', () => expect(code(Buffer.alloc(0), 'a.pdf')).toBe('FILE_EMPTY'));

  it('20 MB is the last size taken', () => {
    const full = Buffer.concat([Buffer.alloc(MAX_UPLOAD_BYTES - 1, 'a'), Buffer.from('\n')]);
    expect(code(full, 'a.txt')).toBe('txt');
    expect(code(Buffer.concat([full, Buffer.from('a')]), 'a.txt')).toBe('FILE_TOO_LARGE');
  });
});

describe('a program is refused whatever it is called', () => {
  it.each([
    ['Windows program renamed to PDF', windowsProgram, 'a.pdf'],
    ['Windows program that carries a PDF', Buffer.concat([windowsProgram, pdf]), 'a.pdf'],
    ['Linux program renamed to JPG', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(60)]), 'a.jpg'],
    ['macOS program', Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 0, 0]), 'a.png'],
    ['shell script', Buffer.from('#!/bin/sh\nrm -rf ~\n'), 'a.txt'],
    ['web page after a byte order mark', Buffer.from('\ufeff  <!DOCTYPE html><script>'), 'a.txt'],
    ['drawing with script', Buffer.from('<svg onload="alert(1)">'), 'a.csv'],
    ['PDF that is also an archive', Buffer.concat([pdf, zipOf(packedParts.docx)]), 'a.pdf'],
    ['picture that is also an archive', Buffer.concat([jpg, zipOf(packedParts.odt)]), 'a.jpg'],
  ])('%s', (_, content, name) => {
    expect(code(content, name)).toBe('FILE_EXECUTABLE');
  });
});

describe('the content must agree with the name and be whole', () => {
  it.each([
    ['PNG called PDF', png, 'a.pdf', 'FILE_MISMATCH'],
    [
      'PDF with something before its header',
      Buffer.concat([Buffer.from('x'), pdf]),
      'a.pdf',
      'FILE_MISMATCH',
    ],
    ['PDF cut off', pdf.subarray(0, 20), 'a.pdf', 'FILE_DAMAGED'],
    ['JPG cut off', jpg.subarray(0, 8), 'a.jpg', 'FILE_DAMAGED'],
    ['PNG cut off', png.subarray(0, 14), 'a.png', 'FILE_DAMAGED'],
    ['binary called text', Buffer.from([65, 0, 66]), 'a.txt', 'FILE_MISMATCH'],
    ['spreadsheet called document', zipOf(packedParts.xlsx), 'a.docx', 'FILE_MISMATCH'],
    ['any archive called document', zipOf([{ name: 'a.txt', content: 'a' }]), 'a.docx', 'FILE_MISMATCH'],
    ['archive cut off', zipOf(packedParts.docx).subarray(0, -5), 'a.docx', 'FILE_DAMAGED'],
    [
      'archive that writes outside its folder',
      zipOf([...packedParts.odt, { name: '../x', content: 'x' }]),
      'a.odt',
      'FILE_DAMAGED',
    ],
    ['old or locked Office file', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'a.docx', 'FILE_LOCKED'],
    [
      'archive with a password',
      zipOf([{ name: 'mimetype', content: 'x', encrypted: true }]),
      'a.odt',
      'FILE_LOCKED',
    ],
    [
      'document with macros',
      zipOf([...packedParts.docx, { name: 'word/vbaProject.bin', content: 'x' }]),
      'a.docx',
      'FILE_MACROS',
    ],
    [
      'ODF with a Basic library',
      zipOf([...packedParts.odt, { name: 'Basic/script-lc.xml', content: 'x' }]),
      'a.odt',
      'FILE_MACROS',
    ],
    [
      'archive that unpacks to gigabytes',
      zipOf([{ name: 'mimetype', content: 'x', claims: 2 ** 31 }]),
      'a.docx',
      'FILE_BOMB',
    ],
    [
      'archive whose directory lies about a small size',
      zipOf([{ name: 'mimetype', content: Buffer.alloc(5_000_000), claims: 40 }]),
      'a.odt',
      'FILE_MISMATCH',
    ],
  ])('%s', (_, content, name, fault) => {
    expect(code(content, name)).toBe(fault);
  });
});
