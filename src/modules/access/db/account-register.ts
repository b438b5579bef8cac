import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { RolePeriod } from '../domain/roles.ts';

export type AccountState = 'active' | 'closed';

/** An account as its administrator sees it: nothing that opens it. */
export interface AccountRecord {
  id: string;
  login: string;
  name: string;
  position: string;
  state: AccountState;
  organizationId: string | null;
  organizationName: string | null;
  personId: string | null;
  /** A persona of the demonstration, entered with one click. */
  persona: boolean;
  hasPassword: boolean;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  passkeys: number;
  lockedUntil: string | null;
  lastSignedInAt: string | null;
  periods: RolePeriod[];
  version: number;
}

const records = (db: Db, centreId: string) =>
  db
    .selectFrom('account')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'account.centre_id')
        .onRef('organization.id', '=', 'account.organization_id'),
    )
    .where('account.centre_id', '=', centreId)
    .select([
      'account.id',
      'login',
      'account.name',
      'position',
      'state',
      'organization_id',
      'organization.name as organization_name',
      'person_id',
    ])
    .select(['persona', 'must_change_password', 'locked_until', 'last_signed_in_at', 'account.version'])
    .select([
      sql<boolean>`password_hash is not null`.as('has_password'),
      sql<boolean>`totp_secret is not null`.as('has_totp'),
      sql<number>`(select count(*)::int from passkey p where p.centre_id = account.centre_id and p.account_id = account.id)`.as(
        'passkeys',
      ),
    ])
    .select(
      sql<
        RolePeriod[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.valid_from, r.role), '[]')
        from account_role r where r.centre_id = account.centre_id and r.account_id = account.id)`.as(
        'periods',
      ),
    );

type Row = Awaited<ReturnType<ReturnType<typeof records>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): AccountRecord => ({
  id: row.id,
  login: row.login,
  name: row.name,
  position: row.position,
  // The table's check holds it to the two states.
  state: row.state as AccountState,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  personId: row.person_id,
  persona: row.persona !== null,
  hasPassword: row.has_password,
  mustChangePassword: row.must_change_password,
  hasSecondFactor: row.has_totp,
  passkeys: row.passkeys,
  lockedUntil: row.locked_until,
  lastSignedInAt: row.last_signed_in_at,
  periods: row.periods,
  version: row.version,
});

/** Every account of the centre: active ones first, by name. */
export async function listAccounts(db: Db, centreId: string): Promise<AccountRecord[]> {
  return (
    await records(db, centreId).orderBy('state').orderBy('account.name').orderBy('account.id').execute()
  ).map(recordOf);
}

/** One account; undefined: not of this centre. */
export async function findAccount(
  db: Db,
  centreId: string,
  accountId: string,
): Promise<AccountRecord | undefined> {
  const row = await records(db, centreId).where('account.id', '=', accountId).executeTakeFirst();
  return row && recordOf(row);
}

/** One account, locked for its change. */
export async function lockAccount(
  tx: Db,
  centreId: string,
  accountId: string,
): Promise<AccountRecord | undefined> {
  const row = await records(tx, centreId)
    .where('account.id', '=', accountId)
    .forUpdate('account')
    .executeTakeFirst();
  return row && recordOf(row);
}

export interface NewAccount {
  id: string;
  login: string;
  name: string;
  position: string;
  organizationId: string | null;
  personId: string | null;
  /** Null: opened by another system only. */
  passwordHash: string | null;
  sealedTotp: string | null;
}

/** Adds an account with a one-time password. */
export async function addAccount(tx: Db, centreId: string, account: NewAccount): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      centre_id: centreId,
      id: account.id,
      login: account.login,
      name: account.name,
      position: account.position,
      organization_id: account.organizationId,
      person_id: account.personId,
      password_hash: account.passwordHash,
      must_change_password: account.passwordHash !== null,
      totp_secret: account.sealedTotp,
    })
    .execute();
}

const touch = (tx: Db, centreId: string, accountId: string) =>
  tx
    .updateTable('account')
    .set({ version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', accountId);

/** Closes an account for good. */
export async function closeAccountRow(tx: Db, centreId: string, accountId: string): Promise<void> {
  await touch(tx, centreId, accountId).set({ state: 'closed' }).execute();
}

/** Gives a role for a period. */
export async function addRole(
  tx: Db,
  centreId: string,
  accountId: string,
  period: RolePeriod,
): Promise<void> {
  await Promise.all([
    tx
      .insertInto('account_role')
      .values({
        centre_id: centreId,
        account_id: accountId,
        role: period.role,
        valid_from: period.validFrom,
        valid_to: period.validTo,
      })
      .execute(),
    touch(tx, centreId, accountId).execute(),
  ]);
}

/** Sets the last day of a role; null takes the period off. */
export async function saveRoleEnd(
  tx: Db,
  centreId: string,
  accountId: string,
  of: RolePeriod,
  validTo: string | null,
): Promise<void> {
  const row = sql`centre_id = ${centreId} and account_id = ${accountId} and role = ${of.role} and valid_from = ${of.validFrom}`;
  await Promise.all([
    (validTo === null
      ? sql`delete from account_role where ${row}`
      : sql`update account_role set valid_to = ${validTo} where ${row}`
    ).execute(tx),
    touch(tx, centreId, accountId).execute(),
  ]);
}

/** Organizations that an account may act for. */
export async function listOrganizations(db: Db, centreId: string): Promise<{ id: string; name: string }[]> {
  return await db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('centre_id', '=', centreId)
    .orderBy('name')
    .execute();
}
