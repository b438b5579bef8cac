import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { rolesInstead } from '../domain/substitution.ts';
import { findAccount } from './account-register.ts';

/** A substitution with the names of both; days are in Poland, both included. */
export interface Substitution {
  id: string;
  absentId: string;
  absent: string;
  deputyId: string;
  deputy: string;
  validFrom: string;
  validTo: string;
  reason: string;
  endedOn: string | null;
}

const records = (db: Db, centreId: string) =>
  db
    .selectFrom('substitution as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 's.centre_id').onRef('a.id', '=', 's.absent_id'),
    )
    .innerJoin('account as d', (join) =>
      join.onRef('d.centre_id', '=', 's.centre_id').onRef('d.id', '=', 's.deputy_id'),
    )
    .where('s.centre_id', '=', centreId)
    .select(['s.id', 's.absent_id', 'a.name as absent', 's.deputy_id', 'd.name as deputy'])
    .select(['s.valid_from', 's.valid_to', 's.reason', 's.ended_on']);

type Row = Awaited<ReturnType<ReturnType<typeof records>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): Substitution => ({
  id: row.id,
  absentId: row.absent_id,
  absent: row.absent,
  deputyId: row.deputy_id,
  deputy: row.deputy,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  reason: row.reason,
  endedOn: row.ended_on,
});

/** Substitutions that run on a day or are still to come, the earliest first; `of`: only those of one deputy. */
export async function listSubstitutions(
  db: Db,
  centreId: string,
  today: string,
  of?: { deputyId: string },
): Promise<Substitution[]> {
  const rows = await records(db, centreId)
    .where('s.valid_to', '>=', today)
    .where((or) => or.or([or('s.ended_on', 'is', null), or('s.ended_on', '>', today)]))
    .$if(of !== undefined, (query) => query.where('s.deputy_id', '=', of?.deputyId ?? ''))
    .orderBy('s.valid_from')
    .orderBy('s.id')
    .execute();
  return rows.map(recordOf);
}

export async function findSubstitution(
  db: Db,
  centreId: string,
  id: string,
): Promise<Substitution | undefined> {
  const row = await records(db, centreId).where('s.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Writes a substitution down. */
export async function addSubstitution(
  tx: Db,
  centreId: string,
  added: Omit<Substitution, 'absent' | 'deputy' | 'endedOn'> & { setBy: string; setAt: string },
): Promise<void> {
  await tx
    .insertInto('substitution')
    .values({
      centre_id: centreId,
      id: added.id,
      absent_id: added.absentId,
      deputy_id: added.deputyId,
      valid_from: added.validFrom,
      valid_to: added.validTo,
      reason: added.reason,
      set_by: added.setBy,
      set_at: added.setAt,
    })
    .execute();
}

/** From this day on it no longer holds. */
export async function closeSubstitution(
  tx: Db,
  centreId: string,
  id: string,
  end: { on: string; by: string },
): Promise<void> {
  await tx
    .updateTable('substitution')
    .set({ ended_on: end.on, ended_by: end.by })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** From now on the session works in a substitution; undefined: in none. */
export async function putInSession(
  tx: Db,
  centreId: string,
  sessionId: string,
  chosen: { substitutionId: string; since: string } | undefined,
): Promise<void> {
  await tx
    .deleteFrom('session_substitution')
    .where('centre_id', '=', centreId)
    .where('session_id', '=', sessionId)
    .execute();
  if (chosen)
    await tx
      .insertInto('session_substitution')
      .values({
        centre_id: centreId,
        session_id: sessionId,
        substitution_id: chosen.substitutionId,
        since: chosen.since,
      })
      .execute();
}

/** The deputy as the absent one: their relation to cases, the roles that both hold, and who it really is. */
export async function insteadOf(
  db: Db,
  deputy: Actor,
  substitution: Pick<Substitution, 'absentId' | 'validTo'>,
  today: string,
): Promise<Actor | undefined> {
  const [absent, own] = await Promise.all([
    findAccount(db, deputy.centreId, substitution.absentId),
    findAccount(db, deputy.centreId, deputy.accountId),
  ]);
  if (!absent || !own) return undefined;
  const worker = ({ state, periods }: typeof absent) => ({ active: state === 'active', periods });
  const roles = rolesInstead(worker(absent), worker(own), today);
  if (roles.length === 0) return undefined;
  const { centreId, session } = deputy;
  return {
    centreId,
    accountId: absent.id,
    name: absent.name,
    position: absent.position,
    roles,
    ...(session ? { session } : {}),
    deputy: { ...deputy, until: substitution.validTo },
  };
}

/** The actor of a session that works in a substitution today; undefined: it works for itself. */
export async function findInstead(db: Db, own: Actor, today: string): Promise<Actor | undefined> {
  const { centreId, accountId, session } = own;
  if (!session) return undefined;
  const row = await db
    .selectFrom('session_substitution as w')
    .innerJoin('substitution as s', (join) =>
      join.onRef('s.centre_id', '=', 'w.centre_id').onRef('s.id', '=', 'w.substitution_id'),
    )
    .where('w.centre_id', '=', centreId)
    .where('w.session_id', '=', session.id)
    .where('s.deputy_id', '=', accountId)
    .where('s.valid_from', '<=', today)
    .where('s.valid_to', '>=', today)
    .where((or) => or.or([or('s.ended_on', 'is', null), or('s.ended_on', '>', today)]))
    .select(['s.absent_id', 's.valid_to'])
    .executeTakeFirst();
  return row && (await insteadOf(db, own, { absentId: row.absent_id, validTo: row.valid_to }, today));
}
