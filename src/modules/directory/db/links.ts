import { sql } from 'kysely';
import type { JsonValue } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CardLink } from '../domain/link.ts';

/** A link as the organiser sees it: never its secret. */
export interface ListedLink extends CardLink {
  /** Instants. */
  createdAt: string;
  sentAs: string | null;
  sentAt: string | null;
  lastUsedAt: string | null;
  uses: number;
  version: number;
}

const selectLinks = (db: Db, centreId: string) =>
  db
    .selectFrom('card_link')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'card_link.centre_id')
        .onRef('organization.id', '=', 'card_link.organization_id'),
    )
    .where('card_link.centre_id', '=', centreId)
    .select([
      'card_link.id',
      'card_link.organization_id as organizationId',
      'organization.name as organization',
      'card_link.email',
      'expires_on as expiresOn',
      'revoked_at',
      'card_link.created_at as createdAt',
      'sent_as as sentAs',
      'sent_at as sentAt',
      'last_used_at as lastUsedAt',
      'uses',
      'card_link.version',
    ]);

const listed = ({ revoked_at, ...row }: Omit<ListedLink, 'revoked'> & { revoked_at: string | null }) => ({
  ...row,
  revoked: revoked_at !== null,
});

/** Links of an organization, newest first. */
export async function listLinks(db: Db, centreId: string, organizationId: string): Promise<ListedLink[]> {
  const rows = await selectLinks(db, centreId)
    .where('card_link.organization_id', '=', organizationId)
    .orderBy('card_link.created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(listed);
}

/** The link of a secret's hash, in whatever state. */
export async function findLinkByHash(
  db: Db,
  centreId: string,
  hash: Buffer,
): Promise<ListedLink | undefined> {
  const row = await selectLinks(db, centreId).where('token_hash', '=', hash).executeTakeFirst();
  return row && listed(row);
}

/** A link by its id. */
export async function findLink(db: Db, centreId: string, id: string): Promise<ListedLink | undefined> {
  const row = await selectLinks(db, centreId).where('card_link.id', '=', id).executeTakeFirst();
  return row && listed(row);
}

/** A new link; without a hash it waits for the message that takes it out. */
export async function insertLink(
  tx: Db,
  centreId: string,
  link: {
    id: string;
    organizationId: string;
    email: string | null;
    expiresOn: string;
    createdBy: string;
    hash: Buffer | null;
  },
): Promise<void> {
  await tx
    .insertInto('card_link')
    .values({
      centre_id: centreId,
      id: link.id,
      organization_id: link.organizationId,
      email: link.email,
      expires_on: link.expiresOn,
      created_by: link.createdBy,
      token_hash: link.hash,
      sent_as: link.hash ? 'screen' : null,
    })
    .execute();
}

const changeLink = (tx: Db, centreId: string, id: string) =>
  tx.updateTable('card_link').where('centre_id', '=', centreId).where('id', '=', id);

/** Gives a link its secret. */
export async function setLinkHash(tx: Db, centreId: string, id: string, hash: Buffer): Promise<void> {
  await changeLink(tx, centreId, id).set({ token_hash: hash }).execute();
}

/** Keeps the sealed secret beside the message that waits, or forgets it (null). */
export async function keepWithMessage(
  tx: Db,
  centreId: string,
  messageId: string,
  sealed: string | null,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .where('centre_id', '=', centreId)
    .where('id', '=', messageId)
    .set(({ ref }) => ({
      payload:
        sealed === null
          ? sql<JsonValue>`${ref('payload')} - 'sealed'`
          : sql<JsonValue>`${ref('payload')} || jsonb_build_object('sealed', ${sealed}::text)`,
    }))
    .execute();
}

/** Notes how a link left. */
export async function noteSent(tx: Db, centreId: string, id: string, sentAs: 'mail' | 'file'): Promise<void> {
  await changeLink(tx, centreId, id).set({ sent_as: sentAs, sent_at: sql<string>`now()` }).execute();
}

/** Counts a use of a link. */
export async function noteUse(tx: Db, centreId: string, id: string, now: string): Promise<void> {
  await changeLink(tx, centreId, id)
    .set((set) => ({ last_used_at: now, uses: set('uses', '+', 1) }))
    .execute();
}

/** Ends a link for good. */
export async function revokeLinkRow(tx: Db, centreId: string, id: string, now: string): Promise<void> {
  await changeLink(tx, centreId, id)
    .set((set) => ({ revoked_at: now, version: set('version', '+', 1) }))
    .execute();
}
