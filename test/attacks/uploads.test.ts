import type { LightMyRequestResponse } from 'fastify';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/app/modules.ts';
import { packedParts, zipOf } from '../../src/platform/files/zip-fixture.ts';
import { readZipEntry, zipEntries } from '../../src/platform/files/zip.ts';
import { xlsxOf } from '../../src/platform/tables/xlsx.ts';
import { newId } from '../../src/platform/ids.ts';
import { idsOf, type Ids, inputOf } from '../support/attack.ts';
import { gminas, testHouse } from '../support/centre.ts';
import { testWeb } from '../support/web.ts';
import { harmIn, harmInHeaders } from './harm.ts';

/** Files that are two things at once, lie about what they are, or blow up when they are opened; sent to the server. */
const house = testHouse();
const web = testWeb(house);
let caseId = '';
let own: Ids;

const command = async (name: string, payload: unknown, who: 'clerk' | 'service_organiser' = 'clerk') =>
  await web.send(
    {
      method: 'POST',
      url: `/api/commands/${name}`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    },
    who,
  );

const attach = async (name: string, content: Buffer): Promise<LightMyRequestResponse> =>
  await command('casework.attach-file', { caseId, file: { name, content: content.toString('base64') } });

beforeAll(async () => {
  const report = { channel: 'phone', gmina: gminas.town, needs: [{ words: 'Opieka' }] };
  const taken = await command('casework.take-report', report);
  const { result }: { result: { caseId: string } } = taken.json();
  caseId = result.caseId;
  own = await idsOf(house.owner, house.centre.id, newId());
});

const script = '<script>zq()</script>';
const pdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${inside}\ntrailer\n%%EOF\n`);
const gif = Buffer.from(`GIF89a=1;zq()//${'\0'.repeat(40)}`, 'latin1');
const jpg = (inside: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from(`JFIF${inside}`),
    Buffer.from([0xff, 0xd9]),
  ]);
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const bomb = zipOf([
  ...packedParts.xlsx,
  { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(12_000_000) },
]);
const macro = zipOf([...packedParts.docx, { name: 'word/vbaProject.bin', content: 'x' }]);
const escaping = zipOf([...packedParts.docx, { name: '../../../../tmp/zq', content: 'x' }]);

describe('a file that is two things, or not what it says', () => {
  it.each([
    ['a page that begins as a PDF', 'a.html', pdf(script), /file\.file_(kind|executable|mismatch)/],
    ['a PDF called a page inside', 'a.html.pdf', pdf(script), /disguised/],
    ['a page called PDF', 'a.pdf', Buffer.from(`<!doctype html>${script}`), /mismatch|executable/],
    ['a picture that is a program for browsers', 'a.gif', gif, /kind/],
    ['the same, called a photograph', 'a.jpg', gif, /mismatch/],
    [
      'a drawing with a script',
      'a.svg',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      /kind/,
    ],
    [
      'the same, called a picture',
      'a.png',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      /mismatch|executable/,
    ],
    [
      'the same, called a text',
      'a.txt',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      /executable/,
    ],
    ['a page called a text', 'a.txt', Buffer.from(` \ufeff<html>${script}`), /executable/],
    ['a program of Windows', 'a.exe', program, /kind/],
    ['the same, called a letter', 'a.docx', program, /executable|mismatch/],
    [
      'a photograph with an archive behind it (a JAR)',
      'a.jpg',
      Buffer.concat([jpg(''), zipOf([{ name: 'A.class', content: 'x' }])]),
      /executable|mismatch|damaged/,
    ],
    [
      'a PDF with an archive behind it',
      'a.pdf',
      Buffer.concat([pdf(), zipOf([{ name: 'A.class', content: 'x' }])]),
      /executable|mismatch|damaged/,
    ],
    ['a workbook that unpacks to a thousand times its size', 'a.xlsx', bomb, /bomb/],
    ['a letter with macros', 'a.docx', macro, /macros/],
    ['a letter whose parts lie outside it', 'a.docx', escaping, /damaged/],
    ['an archive called a letter', 'a.docx', zipOf([{ name: 'a.js', content: 'zq()' }]), /mismatch/],
    ['a turned name', 'wniosek\u202efdp.exe', pdf(), /disguised|kind/],
    ['a name that ends early', 'a.php\u0000.pdf', pdf(), /disguised|name/],
    ['a name that climbs', '../../../etc/passwd.pdf', pdf(), /name/],
    ['a name of Windows that climbs', '..\\..\\boot.ini.pdf', pdf(), /name/],
    ['nothing at all', 'a.pdf', Buffer.alloc(0), /empty/],
  ])('%s is refused with a reason', async (_what, name, content, code) => {
    const answer = await attach(name, content);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(`${answer.json().code} ${JSON.stringify(answer.json().errors ?? {})}`).toMatch(code);
  });

  it.each([
    ['skan.pdf', pdf(script), 'application/pdf'],
    ['zdjęcie "1"; filename=zq.jpg', jpg(`${script}1`), 'image/jpeg'],
    ['=zq(1);@zq.jpg', jpg(`${script}2`), 'image/jpeg'],
    ['<zq zq=1>.jpg', jpg(`${script}3`), 'image/jpeg'],
    ['notatka.txt', Buffer.from(`Notatka ${script}`), 'text/plain'],
  ])(
    '%j, if it is taken, is given back as a file to be saved, of the kind that its bytes are',
    async (name, content, type) => {
      const answer = await attach(name, content);
      expect(answer.statusCode).toBe(200);
      const { attachmentId }: { attachmentId: string } = answer.json().result;
      const page = await web.get(`/praca/sprawy/${caseId}`, 'clerk');
      expect(harmIn({ type: 'text/html', body: page.rawPayload })).toEqual([]);
      const link = new RegExp(`href="([^"]*${attachmentId}[^"]*)"`).exec(page.body)?.[1] ?? '';
      const given = await web.get(link, 'clerk');
      expect([link, given.statusCode]).toEqual([link, 200]);
      expect(harmInHeaders(given.headers)).toEqual([]);
      expect(given.headers['content-disposition']).toMatch(/^attachment; /);
      expect(given.headers['content-type']).toContain(type);
      expect(given.headers['content-type']).not.toMatch(/html|svg|xml(?!format)|script/);
      expect(given.headers['cache-control']).toBe('no-store');
    },
  );
});

const takesFile = commands.filter(({ files, input }) => {
  const sent = JSON.stringify(inputOf(input, {}));
  return files === true || /"(content|file)"/.test(sent);
});

/** A workbook whose directory says that a sheet is small, and which unpacks to 60 MB. */
const lying = zipOf([
  ...packedParts.xlsx,
  { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(60_000_000), claims: 1000 },
]);

/** A workbook of one cell in the furthest corner that a sheet has: a table of it all would fill any memory. */
async function sparse(quote: string): Promise<Buffer> {
  const honest = await xlsxOf([{ name: 'survey', head: ['type', 'name'], rows: [['text', 'a']] }]);
  const far = `<row r=${quote}1048576${quote}><c r=${quote}XFD1048576${quote} t="inlineStr"><is><t>x</t></is></c></row>`;
  return zipOf(
    (zipEntries(honest) ?? []).map((entry) => {
      const content = String(readZipEntry(honest, entry, 1_000_000) ?? '');
      return { name: entry.name, content: content.replace('</sheetData>', `${far}</sheetData>`) };
    }),
  );
}

describe('every command that takes a file', () => {
  it('there are some', () => {
    expect(takesFile.length).toBeGreaterThan(3);
  });

  it.each(takesFile.map((one) => [one.name, one] as const))(
    '%s answers whatever is sent',
    async (name, one) => {
      const wrong: string[] = [];
      const contents: readonly (readonly [string, Buffer])[] = [
        ['bomb.xlsx', bomb],
        ['lying.xlsx', lying],
        ['sparse.xlsx', await sparse('"')],
        ['sparse.xlsx', await sparse("'")],
        ['archive.zip', zipOf([{ name: '../../../zq.csv', content: '=zq()' }])],
        ['half.xlsx', bomb.subarray(0, bomb.length / 2)],
        ['raw', deflateRawSync(Buffer.alloc(1_000_000))],
        ['a.csv', Buffer.from(`"${'a'.repeat(200_000)}`)],
        ['b.csv', Buffer.from(`${'"'.repeat(100_001)};${';'.repeat(100_000)}\n`)],
        ['c.json', Buffer.from('['.repeat(200_000))],
        ['d.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3d, 0x00])],
        ['../../zq', Buffer.from('a;b\n=zq();1')],
        ['nic', Buffer.alloc(0)],
      ];
      for (const [file, content] of contents) {
        const input = inputOf(one.input, own);
        const sent = JSON.stringify(input, (key, value: unknown) => {
          if (key === 'content' && typeof value === 'string') return content.toString('base64');
          if (key === 'name' && value === 'a.txt') return file;
          return value;
        });
        for (const role of ['service_organiser', 'clerk'] as const) {
          const answer = await web.send(
            {
              method: 'POST',
              url: `/api/commands/${name}`,
              headers: { 'content-type': 'application/json' },
              payload: sent,
            },
            role,
          );
          if (answer.statusCode >= 500) wrong.push(`${role} ${file}: ${answer.statusCode}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
