import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { openJson, type Safe, safeOf, sealJson } from '../../../platform/vault/stores.ts';
import { linkHash, linkLives } from '../domain/follow-up.ts';
import { type WebContent, webContentSchema, type WebDraft } from '../domain/web-draft.ts';
import { findProgramme } from './programmes.ts';
import { draftPlace } from './sealed-answers.ts';

/** What a draft says, as its row keeps it. */
const sealed = ({ centreId, vault }: Safe, token: string, content: WebContent) =>
  sql<string>`${JSON.stringify(sealJson(vault, content, draftPlace(centreId, linkHash(centreId, token))))}::jsonb`;

/** Keeps a new web draft under the hash of its address, and forgets drafts whose time is over. `now`: ISO 8601 UTC. */
export async function insertWebDraft(
  tx: Db,
  safe: Safe,
  draft: { token: string; programmeVersionId: string; gmina: string; content: WebContent },
  now: string,
): Promise<void> {
  const { centreId } = safe;
  await Promise.all([
    tx.deleteFrom('application_draft').where('centre_id', '=', centreId).where('until', '<', now).execute(),
    tx
      .insertInto('application_draft')
      .values({
        centre_id: centreId,
        token_hash: linkHash(centreId, draft.token),
        programme_version_id: draft.programmeVersionId,
        gmina: draft.gmina,
        content: sealed(safe, draft.token, draft.content),
        until: new Date(Date.parse(now) + linkLives.draft).toISOString(),
      })
      .execute(),
  ]);
}

/** The draft behind an address, locked when it is about to change; undefined when it was sent or its time is over. */
export async function findWebDraft(
  db: Db,
  moment: Moment,
  token: string,
  lock = false,
): Promise<WebDraft | undefined> {
  const { centreId, vault } = safeOf(moment);
  let query = db
    .selectFrom('application_draft')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('token_hash', '=', linkHash(centreId, token))
    .where('until', '>', moment.now);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  const programme = row && (await findProgramme(db, centreId, row.programme_version_id, moment.today));
  return (
    row &&
    programme && {
      programme,
      gmina: row.gmina,
      content: webContentSchema.parse(openJson(vault, row.content, draftPlace(centreId, row.token_hash))),
      version: row.version,
    }
  );
}

/** Keeps what a draft says now. */
export async function saveWebDraft(tx: Db, safe: Safe, token: string, content: WebContent): Promise<void> {
  const { centreId } = safe;
  await tx
    .updateTable('application_draft')
    .set({ content: sealed(safe, token, content), version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('token_hash', '=', linkHash(centreId, token))
    .execute();
}

/** Forgets a draft: it was sent. */
export async function deleteWebDraft(tx: Db, centreId: string, token: string): Promise<void> {
  await tx
    .deleteFrom('application_draft')
    .where('centre_id', '=', centreId)
    .where('token_hash', '=', linkHash(centreId, token))
    .execute();
}
