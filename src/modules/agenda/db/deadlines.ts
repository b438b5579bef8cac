import { sql } from 'kysely';
import { cite, deadline, type DeadlineKind, type DeadlineRules } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Deadline } from '../domain/deadline.ts';

/** What a deadline hangs on; at least one. */
export interface DeadlineSubject {
  caseId?: string;
  planId?: string;
  programmeVersionId?: string;
}

export interface StartDeadline extends DeadlineSubject {
  kind: DeadlineKind;
  /** The day of the event that starts the clock (not counted, art. 57 KPA). */
  eventDate: string;
  /** The length that was set in this case, where the law says only how short it may not be. */
  length?: number;
  /** Rules with what the centre has set, where no act gives a length; default: the rules as they stand. */
  rules?: DeadlineRules;
  /** A duty of the centre owed to each gmina: to which. */
  gmina?: string | null;
  /** What it is about, as the list shows it: "Anna Nowak, opieka wytchnieniowa". */
  title: string;
  /** Whose work it is; null: the whole team's. */
  ownerId?: string | null;
}

/** Starts a clock in the caller's transaction; its dates, steps and basis are kept as computed on this day. */
export async function startDeadline(
  tx: Db,
  centreId: string,
  start: StartDeadline,
): Promise<{ id: string; dueOn: string }> {
  const computed = deadline(start.kind, start.eventDate, start.rules, start.length);
  const id = newId();
  await tx
    .insertInto('deadline')
    .values({
      centre_id: centreId,
      id,
      kind: start.kind,
      title: start.title,
      case_id: start.caseId ?? null,
      plan_id: start.planId ?? null,
      programme_version_id: start.programmeVersionId ?? null,
      gmina: start.gmina ?? null,
      owner_id: start.ownerId ?? null,
      starts_on: start.eventDate,
      due_on: computed.dueOn,
      amber_on: computed.amberOn,
      red_on: computed.redOn,
      basis: sql`${JSON.stringify(computed.basis.map((basis) => cite(basis)))}::jsonb`,
      steps: sql`${JSON.stringify(computed.steps)}::jsonb`,
    })
    .execute();
  return { id, dueOn: computed.dueOn };
}

/** Ends running clocks of a subject: met in time or missed, by the day; all kinds when none is named. */
export async function meetDeadlines(
  tx: Db,
  centreId: string,
  subject: DeadlineSubject & { kind?: DeadlineKind },
  on: string,
): Promise<void> {
  await ended(tx, centreId, subject)
    .set({ state: sql`case when due_on >= ${on}::date then 'met' else 'missed' end`, ended_on: on })
    .execute();
}

/** Stops running clocks that no longer matter (the case was withdrawn, handed over, refused). */
export async function cancelDeadlines(
  tx: Db,
  centreId: string,
  subject: DeadlineSubject & { kind?: DeadlineKind },
  on: string,
): Promise<void> {
  await ended(tx, centreId, subject).set({ state: 'cancelled', ended_on: on }).execute();
}

function ended(tx: Db, centreId: string, subject: DeadlineSubject & { kind?: DeadlineKind }) {
  let running = tx.updateTable('deadline').where('centre_id', '=', centreId).where('state', '=', 'running');
  // A complaint is answered whatever becomes of the case it is about (KPA art. 237): only its own answer ends its clock.
  running = running.where('kind', subject.kind ? '=' : '<>', subject.kind ?? 'complaint');
  if (subject.caseId) running = running.where('case_id', '=', subject.caseId);
  if (subject.planId) running = running.where('plan_id', '=', subject.planId);
  if (subject.programmeVersionId)
    running = running.where('programme_version_id', '=', subject.programmeVersionId);
  if (!subject.caseId && !subject.planId && !subject.programmeVersionId)
    throw new Error('a deadline is ended by its subject');
  return running;
}

const centreWide = (tx: Db, centreId: string, kind: DeadlineKind, gmina: string | null) =>
  tx
    .updateTable('deadline')
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('state', '=', 'running')
    .where('case_id', 'is', null)
    .where('plan_id', 'is', null)
    .where('programme_version_id', 'is', null)
    .where('gmina', 'is not distinct from', gmina);

/** Ends the running clock of a duty of the centre (of the one owed to a gmina), met in time or missed by the day. */
export async function meetCentreDeadline(
  tx: Db,
  centreId: string,
  kind: DeadlineKind,
  on: string,
  gmina: string | null = null,
): Promise<void> {
  await centreWide(tx, centreId, kind, gmina)
    .set({ state: sql`case when due_on >= ${on}::date then 'met' else 'missed' end`, ended_on: on })
    .execute();
}

/** Time that a party has, not the centre. */
const timeOfParty: readonly DeadlineKind[] = ['appeal'];

/** Running clocks of a party's time whose last day has passed, locked. */
export async function lockLapsed(tx: Db, centreId: string, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('deadline')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'running')
    .where('kind', 'in', [...timeOfParty])
    .where('due_on', '<', today)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** Ends clocks on their own last day. */
export async function lapseDeadlines(tx: Db, centreId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('deadline')
    .set((set) => ({ state: 'met', ended_on: set.ref('due_on') }))
    .where('centre_id', '=', centreId)
    .where('id', 'in', [...ids])
    .execute();
}

/** The type of the centre in law (A, B or C) and the gminas it serves on a day, by name: whom it owes its duties. */
export async function owedTo(
  db: Db,
  centreId: string,
  on: string,
): Promise<{ legalForm: string; gminas: { teryt: string; name: string }[] }> {
  const [centre, gminas] = await Promise.all([
    db.selectFrom('centre').select('legal_form').where('id', '=', centreId).executeTakeFirstOrThrow(),
    db
      .selectFrom('centre_gmina as c')
      .innerJoin('gmina', 'gmina.teryt', 'c.teryt')
      .where('c.centre_id', '=', centreId)
      .where('c.valid_from', '<=', on)
      .where((where) => where.or([where('c.valid_to', 'is', null), where('c.valid_to', '>=', on)]))
      .select(['gmina.teryt', 'gmina.name'])
      .orderBy('gmina.name')
      .execute(),
  ]);
  return { legalForm: centre.legal_form, gminas };
}

/** Clocks of a periodic duty of the centre, newest first: the one that runs and those that were met or missed. */
export async function listCentreDeadlines(
  db: Db,
  centreId: string,
  kind: DeadlineKind,
  gmina: string | null = null,
): Promise<Deadline[]> {
  const rows = await db
    .selectFrom('deadline')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('case_id', 'is', null)
    .where('plan_id', 'is', null)
    .where('programme_version_id', 'is', null)
    .where('gmina', 'is not distinct from', gmina)
    .orderBy('due_on', 'desc')
    .limit(50)
    .execute();
  return rows.map(deadlineOf);
}

/** A running clock whose day has passed and that nobody has explained yet (domain reference 17.4). */
export async function findUnexplained(
  db: Db,
  centreId: string,
  subject: DeadlineSubject & { kind: DeadlineKind },
  today: string,
): Promise<{ id: string; dueOn: string } | undefined> {
  let query = db
    .selectFrom('deadline')
    .select(['id', 'due_on as dueOn'])
    .where('centre_id', '=', centreId)
    .where('kind', '=', subject.kind)
    .where('state', '=', 'running')
    .where('due_on', '<', today)
    .where('overdue_reason', 'is', null);
  if (subject.caseId) query = query.where('case_id', '=', subject.caseId);
  if (subject.planId) query = query.where('plan_id', '=', subject.planId);
  return await query.orderBy('due_on').executeTakeFirst();
}

/** Keeps why a clock ran out. */
export async function explainDelay(tx: Db, centreId: string, id: string, reason: string): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({ overdue_reason: reason })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Gives running clocks of a case or plan to another worker. */
export async function assignDeadlines(
  tx: Db,
  centreId: string,
  subject: DeadlineSubject,
  ownerId: string,
): Promise<void> {
  await ended(tx, centreId, subject).set({ owner_id: ownerId }).execute();
}

/** Gives all running clocks of one worker to another (handover of a caseload). */
export async function handOverDeadlines(
  tx: Db,
  centreId: string,
  fromAccountId: string,
  toAccountId: string,
): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({ owner_id: toAccountId })
    .where('centre_id', '=', centreId)
    .where('owner_id', '=', fromAccountId)
    .where('state', '=', 'running')
    .execute();
}

/** Clocks of a subject, running first, then by due date. */
export async function listDeadlines(db: Db, centreId: string, subject: DeadlineSubject): Promise<Deadline[]> {
  let query = db.selectFrom('deadline').selectAll().where('centre_id', '=', centreId);
  if (subject.caseId) query = query.where('case_id', '=', subject.caseId);
  if (subject.planId) query = query.where('plan_id', '=', subject.planId);
  if (subject.programmeVersionId)
    query = query.where('programme_version_id', '=', subject.programmeVersionId);
  const rows = await query.orderBy(sql`state <> 'running'`).orderBy('due_on').limit(200).execute();
  return rows.map(deadlineOf);
}

type DeadlineRow = Awaited<ReturnType<typeof selectOne>>;
const selectOne = (db: Db) => db.selectFrom('deadline').selectAll().executeTakeFirstOrThrow();

/** A row as the module's value. */
export const deadlineOf = (row: DeadlineRow): Deadline => ({
  id: row.id,
  kind: row.kind as DeadlineKind,
  title: row.title,
  caseId: row.case_id,
  planId: row.plan_id,
  programmeVersionId: row.programme_version_id,
  ownerId: row.owner_id,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  amberOn: row.amber_on,
  redOn: row.red_on,
  basis: row.basis as string[],
  steps: row.steps as string[],
  state: row.state as Deadline['state'],
  endedOn: row.ended_on,
});
