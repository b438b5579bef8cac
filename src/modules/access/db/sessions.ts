import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CentreInfo } from '../../../platform/http/route.ts';

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** How long a session lasts without a new sign-in: one working day. */
export const sessionHours = 10;

/** Begins a session; the token goes to the browser, only its hash stays here. Sessions that ran out are swept away. */
export async function beginSession(
  tx: Db,
  centreId: string,
  accountId: string,
  now: string,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const expires = new Date(Date.parse(now) + sessionHours * 3_600_000).toISOString();
  await Promise.all([
    tx
      .deleteFrom('session')
      .where('centre_id', '=', centreId)
      .where('account_id', '=', accountId)
      .where('expires_at', '<=', now)
      .execute(),
    tx
      .insertInto('session')
      .values({
        centre_id: centreId,
        token_hash: hash(secret),
        account_id: accountId,
        created_at: now,
        expires_at: expires,
      })
      .execute(),
  ]);
  return `${centreId}.${secret}`;
}

/** Ends every session of an account, on every device. */
export async function endSessions(tx: Db, centreId: string, accountId: string): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Who is behind a session, and whether its password is still the one-time one. */
export interface SessionActor {
  actor: Actor;
  mustChangePassword: boolean;
}

/**
 * Who is behind a session that has not ended at `now` (ISO 8601 UTC), with the roles that hold on the day `today`.
 * With a one-time password the roles do not count yet: to everything but the own account it is a visitor.
 */
export async function findSessionActor(
  db: Db,
  centreId: string,
  secret: string,
  now: string,
  today: string,
): Promise<SessionActor | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'session.centre_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .where('session.centre_id', '=', centreId)
    .where('session.token_hash', '=', hash(secret))
    .where('session.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .select([
      'account.id',
      'account.name',
      'account.position',
      'account.organization_id',
      'account.person_id',
      'account.must_change_password',
    ])
    .select((eb) =>
      eb
        .selectFrom('account_role')
        .whereRef('account_role.centre_id', '=', 'account.centre_id')
        .whereRef('account_role.account_id', '=', 'account.id')
        .where('account_role.valid_from', '<=', today)
        .where((or) =>
          or.or([or('account_role.valid_to', 'is', null), or('account_role.valid_to', '>=', today)]),
        )
        .select(sql<string[]>`coalesce(array_agg(role order by role), '{}')`.as('roles'))
        .as('roles'),
    )
    .executeTakeFirst();
  return row && { actor: actorOf(centreId, row), mustChangePassword: row.must_change_password };
}

interface ActorRow {
  id: string;
  name: string;
  position: string;
  organization_id: string | null;
  person_id: string | null;
  must_change_password: boolean;
  roles: string[] | null;
}

const actorOf = (centreId: string, row: ActorRow): Actor => ({
  centreId,
  accountId: row.id,
  name: row.name,
  position: row.position,
  roles: row.must_change_password ? ['visitor'] : ((row.roles ?? []) as Role[]),
  ...(row.organization_id ? { organizationId: row.organization_id } : {}),
  ...(row.person_id ? { personId: row.person_id } : {}),
});

/** Every centre with its gminas: reference data, read without a tenant. */
export async function listCentres(db: Db): Promise<CentreInfo[]> {
  const rows = await db
    .selectFrom('centre')
    .select(['id', 'slug', 'name', 'place', 'legal_form', 'demonstration', 'letterhead'])
    .select(
      sql<
        CentreInfo['gminas']
      >`(select coalesce(jsonb_agg(jsonb_build_object('teryt', g.teryt, 'name', g.name) order by g.name), '[]')
        from centre_gmina cg join gmina g on g.teryt = cg.teryt where cg.centre_id = centre.id)`.as('gminas'),
    )
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    place: row.place,
    legalForm: row.legal_form as CentreInfo['legalForm'],
    demonstration: row.demonstration,
    gminas: row.gminas,
    letterhead: row.letterhead as unknown as CentreInfo['letterhead'],
  }));
}
