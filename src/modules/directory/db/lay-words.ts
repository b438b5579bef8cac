import type { Db } from '../../../platform/database/tenant.ts';
import { directoryChanged } from './directory-version.ts';

/** What the residents of a centre say, and what is meant: a meaning of the shipped dictionary, or words of services. */
export interface LayWord {
  id: string;
  phrase: string;
  meaning: string | null;
  words: string | null;
  reviewedOn: string;
}

const columns = ['id', 'phrase', 'meaning', 'words', 'reviewed_on as reviewedOn'] as const;

/** The open entries of a centre, by phrase. */
export async function listLayWords(db: Db, centreId: string): Promise<LayWord[]> {
  return await db
    .selectFrom('lay_word')
    .select(columns)
    .where('centre_id', '=', centreId)
    .where('closed_on', 'is', null)
    .orderBy('phrase')
    .execute();
}

/** One open entry, locked. */
export async function lockLayWord(tx: Db, centreId: string, id: string): Promise<LayWord | undefined> {
  return await tx
    .selectFrom('lay_word')
    .select(columns)
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Adds an entry. */
export async function insertLayWord(
  tx: Db,
  centreId: string,
  word: LayWord & { reviewedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('lay_word')
    .values({
      centre_id: centreId,
      id: word.id,
      phrase: word.phrase,
      meaning: word.meaning,
      words: word.words,
      reviewed_by: word.reviewedBy,
      reviewed_on: word.reviewedOn,
    })
    .execute();
  await directoryChanged(tx, centreId);
}

/** Closes an entry on a day: it is searched by no more. */
export async function closeLayWord(tx: Db, centreId: string, id: string, on: string): Promise<void> {
  await tx
    .updateTable('lay_word')
    .set({ closed_on: on })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
  await directoryChanged(tx, centreId);
}
