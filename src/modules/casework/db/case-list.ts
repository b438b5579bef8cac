import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type CaseList, casesPerPage, type ListedCase, type WhoseCases } from '../domain/case-list.ts';
import { type CaseState, caseStates, isOpen } from '../domain/lifecycle.ts';

/** Which cases the reader may know of at all. */
export type CaseScope =
  | { kind: 'all' }
  /** A coordinator's own cases and nobody's. */
  | { kind: 'coordinator'; accountId: string }
  /** Applications handed over to the social assistance team. */
  | { kind: 'team' };

export interface CaseFilter {
  accountId: string;
  whose: WhoseCases;
  /** `open`: whatever still waits for somebody. */
  state: CaseState | 'open' | 'any';
  gmina?: string | undefined;
  /** Case sign, surname or words of the title. */
  text?: string | undefined;
  page: number;
}

const openStates = caseStates.filter(isOpen);

type Where = ReturnType<typeof sql<SqlBool>>;
const both = (parts: readonly Where[]): Where => sql`(${sql.join(parts, sql` and `)})`;
const states = (of: readonly CaseState[]): Where => sql`c.state in (${sql.join(of)})`;

function inScope(scope: CaseScope): Where {
  if (scope.kind === 'all') return sql`true`;
  if (scope.kind === 'coordinator')
    return sql`(c.coordinator_id = ${scope.accountId} or c.coordinator_id is null)`;
  return sql`exists (select from transfer t where t.centre_id = c.centre_id and t.case_id = c.id
    and t.target_kind = 'team' and t.answer is distinct from 'returned')`;
}

function ofWhom(whose: WhoseCases, accountId: string): Where {
  if (whose === 'mine') return sql`c.coordinator_id = ${accountId}`;
  return whose === 'unassigned' ? sql`c.coordinator_id is null` : sql`true`;
}

function inState(state: CaseFilter['state']): Where {
  if (state === 'any') return sql`true`;
  return states(state === 'open' ? openStates : [state]);
}

// A name typed on the web and a name of the register are sought alike: without diacritics, by the beginning of a word.
function withText(text: string): Where {
  const words = text.trim().split(/\s+/).slice(0, 5);
  return both(
    words.map((word) => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      return sql`(c.sign ilike ${like} or unaccent(c.title) ilike unaccent(${like})
        or unaccent(p.given_name || ' ' || p.family_name) ilike unaccent(${like})
        or unaccent(a.answers->>'name') ilike unaccent(${like}) or unaccent(r.about->>'name') ilike unaccent(${like}))`;
    }),
  );
}

const typedName = sql`coalesce(p.given_name || ' ' || p.family_name, a.answers->>'name', r.about->>'name')`;

/** One page of cases, the newest first, with the counts that stand beside the filters. */
export async function listCases(
  db: Db,
  centreId: string,
  scope: CaseScope,
  filter: CaseFilter,
): Promise<CaseList> {
  const seen = both([sql`c.centre_id = ${centreId}`, inScope(scope)]);
  const chosen = both([
    seen,
    ofWhom(filter.whose, filter.accountId),
    filter.gmina ? sql`c.gmina = ${filter.gmina}` : sql`true`,
  ]);
  const found = both([
    chosen,
    inState(filter.state),
    filter.text?.trim() ? withText(filter.text) : sql`true`,
  ]);
  const joins = sql`from case_file c
    left join person p on p.centre_id = c.centre_id and p.id = c.person_id
    left join application a on a.centre_id = c.centre_id and a.case_id = c.id
    left join need_report r on r.centre_id = c.centre_id and r.case_id = c.id`;
  const rows = sql<ListedCase & { found: number }>`
    select c.id, c.sign, c.title, c.state, c.channel, g.name as gmina, c.person_id as "personId",
      ${typedName} as "personName", c.coordinator_id as "coordinatorId", w.name as coordinator,
      c.received_at as "receivedAt", c.submitted_on as "submittedOn", count(*) over ()::int as found,
      (select json_build_object('startsOn', d.starts_on, 'dueOn', d.due_on, 'amberOn', d.amber_on, 'redOn', d.red_on)
        from deadline d where d.centre_id = c.centre_id and d.case_id = c.id and d.state = 'running'
        order by d.due_on limit 1) as deadline
    ${joins}
    join gmina g on g.teryt = c.gmina
    left join account w on w.centre_id = c.centre_id and w.id = c.coordinator_id
    where ${found}
    order by c.received_at desc, c.id desc
    limit ${casesPerPage} offset ${(filter.page - 1) * casesPerPage}`.execute(db);
  const counts = sql<CaseList['counts']>`
    select count(*) filter (where c.coordinator_id = ${filter.accountId})::int as mine,
      count(*) filter (where c.coordinator_id is null)::int as unassigned, count(*)::int as "all"
    from case_file c where ${both([seen, states(openStates)])}`.execute(db);
  const byState = sql<{ state: CaseState; count: number }>`
    select c.state, count(*)::int as count from case_file c where ${chosen} group by c.state`.execute(db);
  const [listed, counted, stated] = await Promise.all([rows, counts, byState]);
  const total = listed.rows[0]?.found ?? 0;
  return {
    rows: listed.rows.map(({ found: _found, ...row }) => row),
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / casesPerPage)),
    counts: counted.rows[0] ?? { mine: 0, unassigned: 0, all: 0 },
    states: Object.fromEntries(stated.rows.map((row) => [row.state, row.count])),
  };
}

/** How many open cases of a scope have no coordinator. */
export async function countUnassigned(db: Db, centreId: string, scope: CaseScope): Promise<number> {
  const seen = both([sql`c.centre_id = ${centreId}`, inScope(scope), states(openStates)]);
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from case_file c where c.coordinator_id is null and ${seen}`.execute(db);
  return counted.rows[0]?.count ?? 0;
}

/** Open cases of a person within a scope, the newest first. */
export async function openCasesOf(
  db: Db,
  centreId: string,
  scope: CaseScope,
  personId: string,
): Promise<
  { id: string; sign: string | null; title: string; state: CaseState; coordinator: string | null }[]
> {
  const theirs = both([
    sql`c.centre_id = ${centreId}`,
    sql`c.person_id = ${personId}`,
    inScope(scope),
    states(openStates),
  ]);
  const found = await sql<{
    id: string;
    sign: string | null;
    title: string;
    state: CaseState;
    coordinator: string | null;
  }>`
    select c.id, c.sign, c.title, c.state, w.name as coordinator from case_file c
    left join account w on w.centre_id = c.centre_id and w.id = c.coordinator_id
    where ${theirs} order by c.received_at desc, c.id desc`.execute(db);
  return found.rows;
}
