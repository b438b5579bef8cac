import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Safe } from '../../../platform/vault/stores.ts';
import { openBefore, openNumbers, openPeselAnswer } from '../../people/index.ts';
import {
  type Held,
  type HeldRow,
  type Holding,
  holdings,
  isTechnical,
  type Tie,
} from '../domain/holdings.ts';

const cases = (centreId: string, personId: string) =>
  sql`(select c.id from case_file c where c.centre_id = ${centreId} and c.person_id = ${personId})`;
const plans = (centreId: string, personId: string) =>
  sql`(select p.id from plan p where p.centre_id = ${centreId} and p.person_id = ${personId})`;

const conditions: Readonly<Record<Tie, (centreId: string, personId: string) => RawBuilder<unknown>>> = {
  self: (_centre, person) => sql`t.id = ${person}`,
  person: (_centre, person) => sql`t.person_id = ${person}`,
  other: (_centre, person) => sql`t.other_person_id = ${person}`,
  case: (centre, person) => sql`t.case_id in ${cases(centre, person)}`,
  plan: (centre, person) => sql`t.plan_id in ${plans(centre, person)}`,
  version: (centre, person) => sql`t.plan_version_id in (select v.id from plan_version v
    where v.centre_id = ${centre} and v.plan_id in ${plans(centre, person)})`,
  fee: (centre, person) => sql`t.fee_id in (select f.id from fee f
    where f.centre_id = ${centre} and f.case_id in ${cases(centre, person)})`,
  restriction: (centre, person) => sql`t.restriction_id in (select r.id from restriction r
    where r.centre_id = ${centre} and r.person_id = ${person})`,
};

/** The same of one case: what hangs on it, and the row of its person; what else is held of the person is not of the case. */
function conditionInCase(
  { table, tie }: Holding,
  centre: string,
  { caseId, personId }: OfCase,
): RawBuilder<unknown> | undefined {
  const plan = sql`(select p.id from plan p where p.centre_id = ${centre} and p.case_id = ${caseId})`;
  const ways: Readonly<Record<Tie, () => RawBuilder<unknown> | undefined>> = {
    self: () => (personId === null ? undefined : sql`t.id = ${personId}`),
    person: () =>
      table === 'case_file' ? sql`t.id = ${caseId}` : table === 'plan' ? sql`t.id in ${plan}` : undefined,
    other: () => undefined,
    case: () => sql`t.case_id = ${caseId}`,
    plan: () => sql`t.plan_id in ${plan}`,
    version: () => sql`t.plan_version_id in (select v.id from plan_version v
      where v.centre_id = ${centre} and v.plan_id in ${plan})`,
    fee: () =>
      sql`t.fee_id in (select f.id from fee f where f.centre_id = ${centre} and f.case_id = ${caseId})`,
    restriction: () => undefined,
  };
  return ways[tie]();
}

/** A case and whose it is. */
export interface OfCase {
  caseId: string;
  personId: string | null;
}

/** Opens what is sealed in a row; everything else of it as it stands. */
function opened(safe: Safe, personId: string, table: string, row: HeldRow): HeldRow {
  if (table === 'person') {
    const { pesel_sealed, other_id_sealed, ...rest } = row;
    const { pesel, otherIdNumber } = openNumbers(safe, personId, {
      pesel_sealed: typeof pesel_sealed === 'string' ? pesel_sealed : null,
      other_id_sealed: typeof other_id_sealed === 'string' ? other_id_sealed : null,
    });
    return { ...rest, pesel_number: pesel, other_number: otherIdNumber };
  }
  if (table === 'person_correction')
    return {
      ...row,
      before: openBefore(safe, personId, Number(row['version']), { ...(row['before'] as object) }),
    };
  if (table === 'application')
    return {
      ...row,
      answers: openPeselAnswer(safe, String(row['case_id']), { ...(row['answers'] as object) }),
    };
  return row;
}

async function rowsOf(
  db: Db,
  centreId: string,
  table: string,
  where: RawBuilder<unknown>,
): Promise<HeldRow[]> {
  // Files and letters go into the pack as files: their bytes are not read here.
  const { rows } = await sql<{ line: HeldRow }>`
    select to_jsonb(t) - 'pdf' - 'docx' - 'content' - 'letter' as line from ${sql.table(table)} t
    where t.centre_id = ${centreId} and ${where}`.execute(db);
  return rows.map(({ line }) => line);
}

const readable = ({ ofOthers = [] }: Pick<Holding, 'ofOthers'>, row: HeldRow): HeldRow =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([column, value]) =>
        !isTechnical(column) && !ofOthers.includes(column) && value !== null && value !== '',
    ),
  );

/** Everything that the tables hold of a person, table by table, in words and numbers as they stand. */
export async function readHeld(db: Db, safe: Safe, personId: string): Promise<Held[]> {
  const { centreId } = safe;
  const read = await Promise.all(
    holdings.map(async (holding) => {
      const rows = await rowsOf(db, centreId, holding.table, conditions[holding.tie](centreId, personId));
      return {
        table: holding.table,
        rows: rows.map((line) => readable(holding, opened(safe, personId, holding.table, line))),
      };
    }),
  );
  return read.filter(({ rows }) => rows.length > 0);
}

/**
 * Everything that the tables hold of one case, table by table, in words and numbers as they stand: the file as an authority
 * reads it, with what others said in it. Restricted notes are their author's and the coordinator's, and are not given.
 */
export async function readHeldOfCase(db: Db, safe: Safe, of: OfCase): Promise<Held[]> {
  const { centreId } = safe;
  const read = await Promise.all(
    holdings.map(async ({ table, tie, fate }) => {
      const where = conditionInCase({ table, tie, fate }, centreId, of);
      const rows = where ? await rowsOf(db, centreId, table, where) : [];
      return {
        table,
        rows: rows
          .filter((row) => table !== 'note' || row['restricted'] !== true)
          .map((line) => readable({}, opened(safe, of.personId ?? '', table, line))),
      };
    }),
  );
  return read.filter(({ rows }) => rows.length > 0);
}

export interface HeldFile {
  kind: 'document' | 'attachment';
  name: string;
  /** Base64. */
  content: string;
}

/** Letters as they were issued and files that came, of the person's cases. */
export async function readFiles(db: Db, centreId: string, personId: string): Promise<HeldFile[]> {
  const { rows } = await sql<{ kind: HeldFile['kind']; name: string; bytes: Buffer }>`
    select 'document' as kind, d.issued_on || ' ' || d.title || '.pdf' as name, d.pdf as bytes from document d
      where d.centre_id = ${centreId} and d.pdf is not null
        and (d.person_id = ${personId} or d.case_id in ${cases(centreId, personId)})
    union all
    select 'attachment', to_char(a.added_at, 'YYYY-MM-DD') || ' ' || a.name, a.content from attachment a
      where a.centre_id = ${centreId} and a.case_id in ${cases(centreId, personId)}
    order by 1, 2`.execute(db);
  return rows.map(({ bytes, ...file }) => ({ ...file, content: bytes.toString('base64') }));
}

export interface Look {
  at: string;
  action: string;
  kind: string;
  position: string;
}

/** Who opened or changed the person's data, by post and not by name, the latest first. */
export async function readLooks(db: Db, centreId: string, personId: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select to_char(e.at at time zone 'Europe/Warsaw', 'YYYY-MM-DD HH24:MI') as at, e.action, e.kind, coalesce(a.position, '') as position
    from audit_entry e left join account a on a.centre_id = e.centre_id and a.id = e.account_id
    where e.centre_id = ${centreId} and e.person_id = ${personId} and e.kind <> 'access'
    order by e.seq desc limit 1000`.execute(db);
  return rows;
}
