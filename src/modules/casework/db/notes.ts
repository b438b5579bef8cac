import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { NoteKind } from '../domain/case-view.ts';

export interface NewNote {
  id: string;
  caseId: string;
  kind: NoteKind;
  body: string;
  restricted: boolean;
  authorId: string;
  at: string;
}

/** Adds a note; a note is never changed. */
export async function insertNote(tx: Db, centreId: string, note: NewNote): Promise<void> {
  await tx
    .insertInto('note')
    .values({
      centre_id: centreId,
      id: note.id,
      case_id: note.caseId,
      author_id: note.authorId,
      kind: note.kind,
      body: note.body,
      restricted: note.restricted,
      at: note.at,
    })
    .execute();
}

export interface NewAttachment {
  id: string;
  caseId: string;
  name: string;
  type: string;
  content: Uint8Array;
  sha256: string;
  addedBy: string | null;
  at: string;
  /** Of a letter that came: the day, and who brought or sent it. */
  cameOn: string | null;
  cameFrom: string | null;
}

/** Keeps a file of a case, as it was judged by its bytes; it is never changed. */
export async function insertAttachment(tx: Db, centreId: string, file: NewAttachment): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({
      centre_id: centreId,
      id: file.id,
      case_id: file.caseId,
      name: file.name,
      type: file.type,
      size: file.content.length,
      sha256: file.sha256,
      content: Buffer.from(file.content),
      added_by: file.addedBy,
      added_at: file.at,
      came_on: file.cameOn,
      came_from: file.cameFrom,
    })
    .execute();
}

/** How many files a case has, and whether one with these very bytes is among them. */
export async function countAttachments(
  db: Db,
  centreId: string,
  caseId: string,
  sha256: string,
): Promise<{ count: number; same: boolean }> {
  return await db
    .selectFrom('attachment')
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<boolean>`coalesce(bool_or(sha256 = ${sha256}), false)`.as('same'),
    ])
    .executeTakeFirstOrThrow();
}

/** A file of a case with its bytes; undefined when the case has no such file. */
export async function findAttachment(
  db: Db,
  centreId: string,
  caseId: string,
  attachmentId: string,
): Promise<{ name: string; type: string; content: Buffer } | undefined> {
  return await db
    .selectFrom('attachment')
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .where('id', '=', attachmentId)
    .select(['name', 'type', 'content'])
    .executeTakeFirst();
}
