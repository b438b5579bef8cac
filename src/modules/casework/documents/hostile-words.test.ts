import { afterAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { closePdf } from '../../../platform/documents/pdf.ts';
import { textOf } from '../../../platform/documents/read-pdf.ts';
import { readZipEntry, zipEntries } from '../../../platform/files/zip.ts';
import { startJobs } from '../../../platform/jobs/jobs.ts';
import { renderJob } from '../../records/index.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { addProgramme, done, submitted } from '../intake.fixture.ts';

const house = testHouse();
afterAll(closePdf);

/** What somebody types to see whether it becomes more than text: HTML, Word's XML, Typst, a spreadsheet's formula. */
const hostile = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</w:t></w:r></w:p><w:p><w:r><w:t>obcy akapit',
  '#set text(red) #read("/etc/passwd") $x^2$ *gwiazdki* _podkreślenia_ @etykieta',
  '=HYPERLINK("http://zly.example";"kliknij") &amp; &lt;b&gt;',
];

const plain = (text: string): string => text.replace(/[\s\u00a0\u00ad\u200b]+/g, '');
const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

describe('whatever is typed into a case is text in its letters, letter for letter', () => {
  it('in the PDF and in the DOCX of a call to complete', async () => {
    const caseId = await submitted(house, await addProgramme(house, house.centre));
    await done(house, callToComplete, 'clerk', { caseId, other: hostile.join('\n'), handedOver: 'tak' });
    const jobs = startJobs(house.pool, [renderJob], {
      report: (error) => {
        throw error;
      },
      timer: false,
    });
    await jobs.drain();
    const { rows } = await house.owner.query<{ pdf: Buffer; docx: Buffer }>(
      `select pdf, docx from document where case_id = $1 and kind = 'call-to-complete'`,
      [caseId],
    );
    const [file] = rows;
    if (!file) throw new Error('no letter');
    const entry = zipEntries(file.docx)?.find(({ name }) => name === 'word/document.xml');
    const xml = entry ? (readZipEntry(file.docx, entry, 5_000_000)?.toString('utf8') ?? '') : '';
    const [pdf, docx] = [plain(textOf(file.pdf)), plain(unescaped(xml))];
    for (const words of hostile) {
      expect(pdf).toContain(plain(words));
      expect(docx).toContain(plain(words));
    }
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('<w:t>obcy akapit');
    expect(file.pdf.toString('latin1')).not.toContain('/JavaScript');
  });
});
