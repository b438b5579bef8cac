import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { chapterKeys } from '../domain/content.ts';
import { verdicts } from '../domain/remark.ts';

export const remarkSchema = z.object({
  id: z.string(),
  remarkedOn: z.string(),
  chapter: z.enum(chapterKeys).nullable(),
  words: z.string(),
  verdict: z.enum(verdicts).nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
});

/** A remark of the consultation: nothing in it says who wrote it. */
export type Remark = z.infer<typeof remarkSchema>;

/** Remarks to a diagnosis in the order of their days; at most 2,000. */
export async function listRemarks(db: Db, centreId: string, diagnosisId: string): Promise<Remark[]> {
  const rows = await db
    .selectFrom('diagnosis_remark')
    .select([
      'id',
      'remarked_on as remarkedOn',
      'chapter',
      'words',
      'verdict',
      'answer',
      'answered_on as answeredOn',
    ])
    .where('centre_id', '=', centreId)
    .where('diagnosis_id', '=', diagnosisId)
    .orderBy('remarked_on')
    .orderBy('id')
    .limit(2000)
    .execute();
  return z.array(remarkSchema).parse(rows);
}

/** How many remarks came on a day. */
export async function remarksOn(db: Db, centreId: string, diagnosisId: string, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('diagnosis_remark')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('centre_id', '=', centreId)
    .where('diagnosis_id', '=', diagnosisId)
    .where('remarked_on', '=', day)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Keeps a remark, and apart from it the sealed contact of who wants the report. */
export async function insertRemark(
  tx: Db,
  centreId: string,
  remark: { diagnosisId: string; on: string; chapter: string | null; words: string; contact: string | null },
): Promise<void> {
  await tx
    .insertInto('diagnosis_remark')
    .values({
      centre_id: centreId,
      id: newId(),
      diagnosis_id: remark.diagnosisId,
      remarked_on: remark.on,
      chapter: remark.chapter,
      words: remark.words,
    })
    .execute();
  if (remark.contact !== null)
    await tx
      .insertInto('diagnosis_contact')
      .values({ centre_id: centreId, diagnosis_id: remark.diagnosisId, contact: remark.contact })
      .execute();
}

/** Writes the answer to a remark. */
export async function answerOf(
  tx: Db,
  centreId: string,
  { id, verdict, answer, by, on }: { id: string; verdict: string; answer: string; by: string; on: string },
): Promise<void> {
  await tx
    .updateTable('diagnosis_remark')
    .set({ verdict, answer, answered_by: by, answered_on: on })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Sealed contacts of those who want the report, in no order. */
export async function sealedContacts(db: Db, centreId: string, diagnosisId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('diagnosis_contact')
    .select('contact')
    .where('centre_id', '=', centreId)
    .where('diagnosis_id', '=', diagnosisId)
    .orderBy('id')
    .limit(2000)
    .execute();
  return rows.map(({ contact }) => contact);
}

/** Removes the contacts: the report was sent. */
export async function dropContacts(tx: Db, centreId: string, diagnosisId: string): Promise<void> {
  await tx
    .deleteFrom('diagnosis_contact')
    .where('centre_id', '=', centreId)
    .where('diagnosis_id', '=', diagnosisId)
    .execute();
}
