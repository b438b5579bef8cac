import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** Who somebody is in another system: its own sign for them, never an e-mail address. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** The account joined with an identity; undefined: none. */
export async function findJoined(
  db: Db,
  centreId: string,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('external_identity')
    .select('account_id')
    .where('centre_id', '=', centreId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

/** Joins an identity with an account. */
export async function join(
  tx: Db,
  centreId: string,
  identity: Identity,
  to: { accountId: string; by: string | null; now: string },
): Promise<void> {
  await tx
    .insertInto('external_identity')
    .values({
      centre_id: centreId,
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: to.accountId,
      linked_at: to.now,
      linked_by: to.by,
    })
    .execute();
}

/** Takes every identity off an account; how many there were. */
export async function unjoin(tx: Db, centreId: string, accountId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('external_identity')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .returning('subject')
    .execute();
  return gone.length;
}

/** The active account of a resident; undefined: none. */
export async function findAccountOfPerson(
  db: Db,
  centreId: string,
  personId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.id;
}

// 80 random bits: no slow hash is needed. Capitals, spaces and hyphens do not matter when it is typed.
const hash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();

/** What a code joins: an account that was invited, or an identity that waits at the window. */
export type Joins = { accountId: string } | Identity;

/** Keeps a code until it is used or over. */
export async function saveLinkCode(
  tx: Db,
  centreId: string,
  code: string,
  joins: Joins,
  { now, until }: { now: string; until: string },
): Promise<void> {
  await tx
    .insertInto('link_code')
    .values({
      centre_id: centreId,
      code_hash: hash(code),
      made_at: now,
      until,
      ...('accountId' in joins
        ? { account_id: joins.accountId }
        : { issuer: joins.issuer, subject: joins.subject }),
    })
    .execute();
}

/** What a code joins, locked; undefined: there is none such, or its time is over. */
export async function findLinkCode(
  tx: Db,
  centreId: string,
  code: string,
  now: string,
): Promise<Joins | undefined> {
  const row = await tx
    .selectFrom('link_code')
    .select(['account_id', 'issuer', 'subject'])
    .where('centre_id', '=', centreId)
    .where('code_hash', '=', hash(code))
    .where('until', '>=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.account_id !== null) return { accountId: row.account_id };
  return row.issuer !== null && row.subject !== null
    ? { issuer: row.issuer, subject: row.subject }
    : undefined;
}

/** A code was used; those whose time is over go with it. */
export async function dropLinkCode(tx: Db, centreId: string, code: string, now: string): Promise<void> {
  await tx
    .deleteFrom('link_code')
    .where('centre_id', '=', centreId)
    .where((or) => or.or([or('code_hash', '=', hash(code)), or('until', '<', now)]))
    .execute();
}

/** A resident whom an account is made for: the name only, for the page that joins them. */
export async function findResident(
  db: Db,
  centreId: string,
  personId: string,
): Promise<{ id: string; name: string } | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', sql<string>`given_name || ' ' || family_name`.as('name')])
    .where('centre_id', '=', centreId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name };
}
