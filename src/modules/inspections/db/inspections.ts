import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Authority, Days, Kind, Scope } from '../domain/inspection.ts';

/** An inspection as it was opened, drawn and ended. Instants are ISO 8601 UTC, days are in Poland. */
export interface Inspection extends Scope, Days {
  id: string;
  authority: Authority;
  authorityName: string;
  ground: string;
  authorisation: string;
  openedBy: string;
  openedAt: string;
  /** Ids of every file that was in the frame when the sample was drawn; null: not drawn yet. */
  frame: string[] | null;
  seed: string | null;
  sampleSize: number | null;
  drawnAt: string | null;
  endedWhy: string | null;
  version: number;
}

const records = (db: Db, centreId: string) =>
  db
    .selectFrom('inspection as i')
    .innerJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'i.centre_id').onRef('a.id', '=', 'i.opened_by'),
    )
    .where('i.centre_id', '=', centreId)
    .select(['i.id', 'i.authority', 'i.authority_name', 'i.ground', 'i.authorisation', 'i.period_from'])
    .select(['i.period_to', 'i.kinds', 'i.valid_from', 'i.valid_to', 'a.name as opened_by', 'i.opened_at'])
    .select(['i.frame', 'i.seed', 'i.sample_size', 'i.drawn_at', 'i.ended_at', 'i.ended_why', 'i.version']);

type Row = Awaited<ReturnType<ReturnType<typeof records>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): Inspection => ({
  id: row.id,
  // The table's checks hold both to the lists.
  authority: row.authority as Authority,
  authorityName: row.authority_name,
  ground: row.ground,
  authorisation: row.authorisation,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  kinds: row.kinds as Kind[],
  validFrom: row.valid_from,
  validTo: row.valid_to,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
  frame: row.frame,
  seed: row.seed,
  sampleSize: row.sample_size,
  drawnAt: row.drawn_at,
  endedAt: row.ended_at,
  endedWhy: row.ended_why,
  version: row.version,
});

/** Every inspection of the centre, the latest first. */
export async function listInspections(db: Db, centreId: string): Promise<Inspection[]> {
  const rows = await records(db, centreId).orderBy('i.valid_from', 'desc').orderBy('i.id', 'desc').execute();
  return rows.map(recordOf);
}

/** One inspection; undefined: not of this centre. `lock`: for its change. */
export async function findInspection(
  db: Db,
  centreId: string,
  inspectionId: string,
  lock = false,
): Promise<Inspection | undefined> {
  const row = await records(db, centreId)
    .where('i.id', '=', inspectionId)
    .$if(lock, (query) => query.forUpdate('i'))
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The inspection that an account belongs to. */
export async function inspectionOf(
  db: Db,
  centreId: string,
  accountId: string,
): Promise<Inspection | undefined> {
  const row = await records(db, centreId)
    .innerJoin('inspector as o', (join) =>
      join.onRef('o.centre_id', '=', 'i.centre_id').onRef('o.inspection_id', '=', 'i.id'),
    )
    .where('o.account_id', '=', accountId)
    .executeTakeFirst();
  return row && recordOf(row);
}

export type NewInspection = Scope &
  Pick<
    Inspection,
    'id' | 'authority' | 'authorityName' | 'ground' | 'authorisation' | 'validFrom' | 'validTo'
  >;

/** Adds an inspection. */
export async function insertInspection(
  tx: Db,
  centreId: string,
  inspection: NewInspection,
  by: { accountId: string; at: string },
): Promise<void> {
  await tx
    .insertInto('inspection')
    .values({
      centre_id: centreId,
      id: inspection.id,
      authority: inspection.authority,
      authority_name: inspection.authorityName,
      ground: inspection.ground,
      authorisation: inspection.authorisation,
      period_from: inspection.periodFrom,
      period_to: inspection.periodTo,
      kinds: [...inspection.kinds],
      valid_from: inspection.validFrom,
      valid_to: inspection.validTo,
      opened_by: by.accountId,
      opened_at: by.at,
    })
    .execute();
}

const one = (tx: Db, centreId: string, inspectionId: string) =>
  tx
    .updateTable('inspection')
    .set({ version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', inspectionId);

/** What a drawing leaves: the frame, the seed and how many were to be drawn. */
export interface Drawing {
  frame: string[];
  seed: string;
  size: number;
}

/** Writes down the drawing. */
export async function saveDrawing(
  tx: Db,
  centreId: string,
  inspectionId: string,
  { frame, seed, size }: Drawing,
  by: { accountId: string; at: string },
): Promise<void> {
  await one(tx, centreId, inspectionId)
    .set({ frame, seed, sample_size: size, drawn_at: by.at, drawn_by: by.accountId })
    .execute();
}

/** Ends an inspection before its last day. */
export async function saveEnd(
  tx: Db,
  centreId: string,
  inspectionId: string,
  why: string,
  by: { accountId: string; at: string },
): Promise<void> {
  await one(tx, centreId, inspectionId)
    .set({ ended_at: by.at, ended_by: by.accountId, ended_why: why })
    .execute();
}

const dayOf = (column: RawBuilder<unknown>) => sql`(${column} at time zone 'Europe/Warsaw')::date`;

/** How a file comes to be of a kind, and on which day. */
const ofKind: Readonly<
  Record<Kind, (within: (day: RawBuilder<unknown>) => RawBuilder<unknown>) => RawBuilder<unknown>>
> = {
  report: (
    within,
  ) => sql`exists (select from need_report r where r.centre_id = c.centre_id and r.case_id = c.id)
    and ${within(dayOf(sql`c.received_at`))}`,
  application: (within) => sql`${within(sql`c.submitted_on`)}`,
  plan: (within) => sql`exists (select from plan p where p.centre_id = c.centre_id and p.case_id = c.id
    and ${within(dayOf(sql`p.created_at`))})`,
  decision: (
    within,
  ) => sql`exists (select from decision d where d.centre_id = c.centre_id and d.case_id = c.id
    and ${within(sql`d.issued_on`)})`,
  fee: (within) => sql`exists (select from fee f where f.centre_id = c.centre_id and f.case_id = c.id
    and ${within(sql`f.set_on`)})`,
  transfer: (
    within,
  ) => sql`exists (select from transfer t where t.centre_id = c.centre_id and t.case_id = c.id
    and ${within(sql`t.sent_on`)})`,
};

const inScope = ({ periodFrom, periodTo, kinds }: Scope): RawBuilder<unknown> => {
  const within = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`${day} between ${periodFrom} and ${periodTo}`;
  const any = sql.join(
    kinds.map((kind) => sql`(${ofKind[kind](within)})`),
    sql` or `,
  );
  // Of an erased file nothing is left to inspect.
  return sql`c.erased_on is null and (${any})`;
};

/** Every file in a scope, by its id: the frame. */
export async function frameOf(db: Db, centreId: string, scope: Scope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from case_file c where c.centre_id = ${centreId} and ${inScope(scope)} order by c.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
