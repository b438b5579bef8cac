import { afterAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { closePdf } from '../../../platform/documents/pdf.ts';
import { textOf } from '../../../platform/documents/read-pdf.ts';
import { readZipEntry, zipEntries } from '../../../platform/files/zip.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { renderJob } from '../../records/index.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { submitApplication } from '../commands/submit-application.ts';
import { addProgramme, declared, done, drafted } from '../intake.fixture.ts';

const house = testHouse();
afterAll(closePdf);

/** What anybody could read in a workbook of words: every part of it, unpacked. */
const partsOf = (docx: Buffer): string =>
  (zipEntries(docx) ?? [])
    .map((entry) => readZipEntry(docx, entry, 20_000_000)?.toString('utf8') ?? '')
    .join('\n');

/** Everything that stands readable in the files of every letter of a case, as they were issued. */
async function filesOf(caseId: string): Promise<string[]> {
  const { rows } = await house.owner.query<{ id: string }>('select id from document where case_id = $1', [
    caseId,
  ]);
  for (const { id } of rows)
    await renderJob.run(
      async (work) => await inTransaction(house.pool, house.centre.id, (tx) => work(tx, house.centre.id)),
      { documentId: id },
      id,
    );
  const files = await house.owner.query<{ pdf: Buffer; docx: Buffer }>(
    'select pdf, docx from document where case_id = $1 order by id',
    [caseId],
  );
  return files.rows.flatMap(({ pdf, docx }) => [`${textOf(pdf)}\n${pdf.toString('latin1')}`, partsOf(docx)]);
}

/** A case with two letters; of a person in hiding the letters are written after the address was hidden. */
async function lettersOf(shielded: boolean): Promise<string[]> {
  const programme = await addProgramme(house, house.centre);
  const caseId = await drafted(house, programme);
  await house.owner.query(
    `update person set street = 'ul. Kwiatowa', shielded = $2 where id = (select person_id from case_file where id = $1)`,
    [caseId, shielded],
  );
  await done(house, submitApplication, 'clerk', {
    caseId,
    declarations: declared(),
    informationGiven: true,
  });
  await done(house, callToComplete, 'clerk', { caseId, other: 'podpis na wniosku' });
  return await filesOf(caseId);
}

describe('the files of a letter to somebody whose address is hidden (art. 50(2))', () => {
  it('hold it nowhere: not in what is shown, not in what a PDF or a DOCX keeps beside', async () => {
    const files = await lettersOf(true);
    expect(files).toHaveLength(4);
    for (const text of files) {
      expect(text).toContain('Anna Nowak');
      expect(text).not.toMatch(/Kwiatowa|63-200 Jarocin, |ul\. Kwiat/);
    }
  }, 60_000);

  it('which the same look finds in the letters of everybody else', async () => {
    for (const text of await lettersOf(false)) expect(text).toContain('Kwiatowa');
  }, 60_000);
});
