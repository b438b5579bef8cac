import { sql } from 'kysely';
import { z } from 'zod';
import { addMonths, ageOn, type RecipientGroup } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { UnmetEvent } from '../../needs/index.ts';
import { factsOfAnswers, withAgeGroups } from '../../programmes/index.ts';
import { type CaseState, caseStates } from '../domain/lifecycle.ts';
import { type RefusalGround, refusalGrounds } from '../domain/decision.ts';

/** States in which a person waits for somebody else's move. */
const waiting: readonly CaseState[] = [
  'reported',
  'submitted',
  'in_recognition',
  'plan_in_preparation',
  'transferred',
];

const itemSchema = z.object({ area: z.number().nullable(), serviceId: z.string().nullable() });
const items = z.array(itemSchema);

type Item = z.infer<typeof itemSchema>;

/** What the ledger of unmet needs may learn of a case, and what it is worked out from. */
interface UnmetCase {
  id: string;
  state: CaseState;
  gmina: string;
  locality: string | null;
  group: RecipientGroup | null;
  since: string;
  closedOn: string | null;
  ground: RefusalGround | null;
  /** Services asked for; without any the areas of the needs. */
  items: Item[];
}

/** The group that the facts name: a certificate first, because it says more than an age. */
function groupOf(birthDate: string | null, answers: unknown, on: string): RecipientGroup | null {
  const answered = factsOfAnswers(typeof answers === 'object' && answers !== null ? { ...answers } : {});
  const { groups = {}, disability } = withAgeGroups({
    ...answered,
    ...(birthDate === null ? {} : { ageYears: ageOn(birthDate, on) }),
  });
  if (groups.childrenAndYouth) return 'childrenAndYouth';
  if (disability !== undefined && disability !== 'none') return 'disabledPeople';
  return groups.olderPeople ? 'olderPeople' : null;
}

async function readCases(
  db: Db,
  centreId: string,
  which: { caseId: string } | { states: readonly CaseState[]; sinceBefore: string },
): Promise<UnmetCase[]> {
  const since = sql<string>`coalesce(case_file.submitted_on, (case_file.received_at at time zone 'Europe/Warsaw')::date)`;
  let query = db
    .selectFrom('case_file')
    .leftJoin('person', (join) =>
      join
        .onRef('person.centre_id', '=', 'case_file.centre_id')
        .onRef('person.id', '=', 'case_file.person_id'),
    )
    .leftJoin('application', (join) =>
      join
        .onRef('application.centre_id', '=', 'case_file.centre_id')
        .onRef('application.case_id', '=', 'case_file.id'),
    )
    .where('case_file.centre_id', '=', centreId);
  query =
    'caseId' in which
      ? query.where('case_file.id', '=', which.caseId)
      : query.where('case_file.state', 'in', [...which.states]).where(since, '<=', which.sinceBefore);
  const rows = await query
    .select([
      'case_file.id',
      'case_file.state',
      'case_file.gmina',
      'case_file.closed_on',
      since.as('since'),
      'person.birth_date',
      'application.answers',
      // A hidden address stays hidden here too; who lives outside the gmina has no locality of it.
      sql<
        string | null
      >`case when person.shielded or person.lives_outside is not null then null else person.locality end`.as(
        'locality',
      ),
      sql<
        string | null
      >`(select content->>'ground' from decision where decision.centre_id = case_file.centre_id
        and decision.case_id = case_file.id and kind = 'refusal' order by issued_on desc limit 1)`.as(
        'ground',
      ),
      sql`coalesce(
        (select json_agg(json_build_object('area', service.area, 'serviceId', service.id) order by service.id)
          from application_service asked join service on service.centre_id = asked.centre_id and service.id = asked.service_id
          where asked.centre_id = case_file.centre_id and asked.case_id = case_file.id),
        (select json_agg(distinct jsonb_build_object('area', coalesce(need.area, service.area), 'serviceId', need.service_id))
          from need left join service on service.centre_id = need.centre_id and service.id = need.service_id
          where need.centre_id = case_file.centre_id and need.case_id = case_file.id),
        '[]')`.as('items'),
    ])
    .orderBy('case_file.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: z.enum(caseStates).parse(row.state),
    gmina: row.gmina,
    locality: row.locality,
    group: groupOf(row.birth_date, row.answers, row.closed_on ?? row.since),
    since: row.since,
    closedOn: row.closed_on,
    ground: z.enum(refusalGrounds).nullable().catch(null).parse(row.ground),
    items: items.parse(row.items),
  }));
}

type Told = Pick<UnmetEvent, 'source' | 'reason' | 'on'> & { event: string };

/** One event for every service that was asked for: each is a need of its own. */
function eventsOf(file: UnmetCase, told: Told): UnmetEvent[] {
  const wanted: Item[] = file.items.length > 0 ? file.items : [{ area: null, serviceId: null }];
  return wanted.map(({ area, serviceId }, index) => ({
    ...told,
    // By its place: a need that is coded only later is still the same event.
    event: `${told.event}:${index}`,
    area,
    serviceId,
    group: file.group,
    gmina: file.gmina,
    locality: file.locality,
  }));
}

const reasonOfGround = { conditions: 'conditions', limit: 'no_places', other: 'other' } as const;

/** What a case that ended without help tells the ledger: refused, left unconsidered, withdrawn for waiting. */
export async function unmetByEnd(db: Db, centreId: string, caseId: string): Promise<UnmetEvent[]> {
  const [file] = await readCases(db, centreId, { caseId });
  if (!file || file.closedOn === null) return [];
  const on = file.closedOn;
  const event = `${file.state}:${caseId}`;
  switch (file.state) {
    case 'refused':
      return eventsOf(file, { event, on, source: 'refusal', reason: reasonOfGround[file.ground ?? 'other'] });
    case 'left_unconsidered':
      return eventsOf(file, { event, on, source: 'left_unconsidered', reason: 'incomplete' });
    case 'withdrawn':
      return eventsOf(file, { event, on, source: 'withdrawal', reason: 'waiting' });
    default:
      return [];
  }
}

/** Whole months since a day that were completed after `after`, up to `today`. */
function monthsCompleted(since: string, after: string, today: string): { number: number; on: string }[] {
  const completed: { number: number; on: string }[] = [];
  for (let number = 1; ; number++) {
    const on = addMonths(since, number);
    if (on > today) return completed;
    if (on > after) completed.push({ number, on });
  }
}

/** Each whole month of waiting that was completed after `after` and not later than today, of every case in the queue. */
export async function unmetByWaiting(
  db: Db,
  centreId: string,
  after: string,
  today: string,
): Promise<UnmetEvent[]> {
  const files = await readCases(db, centreId, {
    states: waiting,
    sinceBefore: addMonths(today, -1),
  });
  return files.flatMap((file) =>
    monthsCompleted(file.since, after, today).flatMap(({ number, on }) =>
      eventsOf(file, { event: `waiting:${file.id}:${number}`, on, source: 'waiting', reason: 'waiting' }),
    ),
  );
}
