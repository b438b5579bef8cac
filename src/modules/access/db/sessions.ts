import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CentreInfo } from '../../../platform/http/route.ts';
import { minutesFrom, type SessionLengths } from '../domain/session-lengths.ts';

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The longest that a setting may make a session; how long one lasts is judged when it is used. */
export const longestHours = 24;

export const methods = ['password', 'passkey', 'persona', 'external'] as const;
export type Method = (typeof methods)[number];

/** How a session begins. */
export interface Beginning {
  accountId: string;
  /** Instant, ISO 8601 UTC. */
  now: string;
  method: Method;
  /** Family of the device; see domain/device.ts. */
  device: string | undefined;
  /** The second factor is still to come. */
  half?: boolean;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** Begins a session; the token goes to the browser, only its hash stays here. Sessions that ran out are swept away. */
export async function beginSession(tx: Db, centreId: string, beginning: Beginning): Promise<string> {
  const { accountId, now, method, device, half } = beginning;
  const secret = newSecret();
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
        expires_at: minutesFrom(now, longestHours * 60),
        method,
        half: half === true,
        proved_at: now,
        seen_at: now,
        device: device ?? null,
      })
      .execute(),
  ]);
  return `${centreId}.${secret}`;
}

const ofAccount = (tx: Db, centreId: string, accountId: string) =>
  tx.deleteFrom('session').where('centre_id', '=', centreId).where('account_id', '=', accountId);

/** Ends every session of an account, on every device. */
export async function endSessions(tx: Db, centreId: string, accountId: string): Promise<void> {
  await ofAccount(tx, centreId, accountId).execute();
}

/** Ends every session of an account but one; how many there were. */
export async function endOtherSessions(
  tx: Db,
  centreId: string,
  accountId: string,
  kept: string,
): Promise<number> {
  const gone = await ofAccount(tx, centreId, accountId).where('id', '!=', kept).returning('id').execute();
  return gone.length;
}

/** Ends one session of an account; false: there was none. */
export async function endSession(
  tx: Db,
  centreId: string,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const gone = await ofAccount(tx, centreId, accountId).where('id', '=', sessionId).returning('id').execute();
  return gone.length > 0;
}

/** The session was proved anew: whole from now on, under a new token (the old one ends). */
export async function renewProof(
  tx: Db,
  centreId: string,
  accountId: string,
  sessionId: string,
  now: string,
): Promise<string | null> {
  const secret = newSecret();
  const renewed = await tx
    .updateTable('session')
    .set({ token_hash: hash(secret), proved_at: now, seen_at: now, half: false })
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .returning('id')
    .executeTakeFirst();
  return renewed ? `${centreId}.${secret}` : null;
}

/** Remembers that a session is in use. */
export async function noteSeen(db: Db, centreId: string, sessionId: string, now: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('centre_id', '=', centreId)
    .where('id', '=', sessionId)
    .execute();
}

/** A session as its owner sees it. Instants are ISO 8601 UTC. */
export interface SessionRecord {
  id: string;
  method: Method;
  device: string | null;
  begunAt: string;
  seenAt: string;
}

/** Sessions of an account that have not ended, the latest used first. */
export async function listSessions(
  db: Db,
  centreId: string,
  accountId: string,
  now: string,
): Promise<SessionRecord[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'method', 'device', 'created_at', 'seen_at'])
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // The table's check holds it to the four.
    method: row.method as Method,
    device: row.device,
    begunAt: row.created_at,
    seenAt: row.seen_at,
  }));
}

/** What waits before a session may do anything else: an own password, or a second factor. */
export type Waiting = 'password' | 'second-factor';

/** Who is behind a session, when it was last used, and what waits before it may do more. */
export interface SessionActor {
  actor: Actor;
  seenAt: string;
  waits: Waiting | undefined;
}

/** What a session is judged by. */
export interface Judging {
  /** Instant, ISO 8601 UTC. */
  now: string;
  /** Day in Poland. */
  today: string;
  lengths: SessionLengths;
  /** Personas have their one-click door: they prove nothing and need no second factor. */
  demonstration: boolean;
}

/** Later than any day of this product: the proof of whoever needs none. */
const always = '9999-12-31T00:00:00.000Z';

/**
 * Who is behind a session that has not ended, with the roles that hold on the day. While something waits (a one-time
 * password, a second factor that staff must have) the roles do not count: to everything else it is a visitor.
 */
export async function findSessionActor(
  db: Db,
  centreId: string,
  secret: string,
  { now, today, lengths, demonstration }: Judging,
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
    .where('session.created_at', '>', minutesFrom(now, -lengths.hours * 60))
    .where('account.state', '=', 'active')
    .select([
      'account.id',
      'account.name',
      'account.position',
      'account.organization_id',
      'account.person_id',
    ])
    .select(['account.must_change_password', 'account.persona', 'session.half', 'session.method'])
    .select(['session.id as session_id', 'session.proved_at', 'session.seen_at'])
    .select((eb) =>
      eb
        .or([
          eb('account.totp_secret', 'is not', null),
          eb.exists(
            eb
              .selectFrom('passkey')
              .whereRef('passkey.centre_id', '=', 'account.centre_id')
              .whereRef('passkey.account_id', '=', 'account.id')
              .select(sql`1`.as('one')),
          ),
        ])
        .as('has_second'),
    )
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
  if (!row) return undefined;
  const persona = demonstration && row.persona !== null;
  if (!persona && row.seen_at <= minutesFrom(now, -lengths.idleMinutes)) return undefined;
  const roles = (row.roles ?? []) as Role[];
  const waits = persona && !row.must_change_password ? undefined : waitingOf({ ...row, roles });
  return {
    seenAt: row.seen_at,
    waits,
    actor: {
      centreId,
      accountId: row.id,
      name: row.name,
      position: row.position,
      roles: waits ? ['visitor'] : roles,
      session: {
        id: row.session_id,
        provedUntil: persona ? always : minutesFrom(row.proved_at, lengths.freshMinutes),
      },
      ...(row.organization_id ? { organizationId: row.organization_id } : {}),
      ...(row.person_id ? { personId: row.person_id } : {}),
    },
  };
}

interface Standing {
  method: string;
  must_change_password: boolean;
  half: boolean;
  has_second: boolean | number;
  roles: readonly Role[];
}

/** A session begun without the password does not need a new one; every other way in does, and staff need two factors. */
function waitingOf({ method, must_change_password, half, has_second, roles }: Standing): Waiting | undefined {
  if (must_change_password && method === 'password') return 'password';
  if (half) return 'second-factor';
  const staff = roles.some((role) => role !== 'resident');
  return staff && !has_second && method === 'password' ? 'second-factor' : undefined;
}

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
