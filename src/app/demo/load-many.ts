import { addDays, cite, deadline, formatCaseSign, type IsoDate } from '../../law/index.ts';
import type { CaseState } from '../../modules/casework/index.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { type Db, inTransaction } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { findFiling } from './db/cast.ts';
import { insertAll } from './db/insert.ts';
import { drawGivenName, drawSurname } from './identity.ts';
import type { LoadedCentre } from './load-centres.ts';
import { pl } from './pl.ts';
import type { DemoPerson } from './population.ts';
import { draw, frequencyTable, makeRandom, type Random } from './random.ts';
import { scripts } from './scripts/index.ts';
import type { Cast } from './stage.ts';
import { atWorkSince } from './staff.ts';

/** A register that has been kept for years: nine cases of ten are history. In percent. */
const shares: Readonly<Partial<Record<CaseState, number>>> = {
  closed: 63,
  answered: 10,
  transfer_accepted: 8,
  withdrawn: 4,
  refused: 2,
  left_unconsidered: 2,
  in_recognition: 5,
  submitted: 3,
  plan_in_preparation: 3,
};

const open: readonly CaseState[] = ['in_recognition', 'submitted', 'plan_in_preparation'];
const states = frequencyTable(Object.keys(shares) as CaseState[], Object.values(shares));

const HISTORY_DAYS = 1000;
const OPEN_DAYS = 40;
const OLDEST_COLLEAGUE = 60;

type Case = {
  readonly id: string;
  readonly person: DemoPerson;
  readonly state: CaseState;
  readonly on: IsoDate;
};

/** Draws who comes with what state and when; in the order of time. */
function drawCases(random: Random, people: readonly DemoPerson[], count: number, today: IsoDate): Case[] {
  return Array.from({ length: count }, (): Case => {
    const state = draw(random, states);
    const ago = open.includes(state) ? random.int(0, OPEN_DAYS) : random.int(OPEN_DAYS, HISTORY_DAYS);
    return { id: newId(), person: random.pick(people), state, on: addDays(today, -ago) };
  }).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** More coordinators, without a door of their own: the work of the others has to be somebody's. */
async function hireCoordinators(
  tx: Db,
  { id: centreId, slug }: LoadedCentre,
  random: Random,
  count: number,
  today: IsoDate,
): Promise<string[]> {
  const since = atWorkSince(today);
  const accounts = Array.from({ length: count }, (_, i) => {
    const sex = random.chance(0.8) ? 'female' : 'male';
    return {
      centre_id: centreId,
      id: newId(),
      login: `${slug}.k${i + 1}`,
      name: `${drawGivenName(random, sex, random.int(25, OLDEST_COLLEAGUE))} ${drawSurname(random)[sex]}`,
      position: pl.many.position,
      created_at: `${since}T07:00:00Z`,
    };
  });
  await insertAll(tx, 'account', accounts);
  await insertAll(
    tx,
    'account_role',
    accounts.map(({ id }) => ({
      centre_id: centreId,
      account_id: id,
      role: 'plan_coordinator',
      valid_from: since,
    })),
  );
  return accounts.map(({ id }) => id);
}

/** The clock of art. 40 for each day on which an open case can have come; computed once a day, not once a case. */
function clocksOf(today: IsoDate) {
  return new Map(
    Array.from({ length: OPEN_DAYS + 1 }, (_, ago) => {
      const on = addDays(today, -ago);
      const { dueOn, amberOn, redOn, basis, steps } = deadline('planReady', on);
      const clock = {
        kind: 'planReady',
        starts_on: on,
        due_on: dueOn,
        amber_on: amberOn,
        red_on: redOn,
        basis: basis.map((one) => cite(one)),
        steps: [...steps],
      };
      return [on, clock] as const;
    }),
  );
}

async function fillCentre(
  tx: Db,
  centre: LoadedCentre,
  {
    random,
    people,
    count,
    workers,
    today,
  }: { random: Random; people: readonly DemoPerson[]; count: number; workers: number; today: IsoDate },
  ids: Cast['ids'],
): Promise<void> {
  const coordinators = await hireCoordinators(tx, centre, random, workers, today);
  const filing = await findFiling(tx, centre.id);
  const clocks = clocksOf(today);
  const numbers = new Map<number, number>();
  const rows = drawCases(random, people, count, today).map((one, i) => {
    const year = Number(one.on.slice(0, 4));
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const script = scripts[i % scripts.length];
    const sign = formatCaseSign({ unit: filing.cell, jrwa: filing.classes['case'] ?? '', number, year });
    return { ...one, sign, script, coordinator: coordinators[i % coordinators.length] ?? null };
  });
  await insertAll(
    tx,
    'case_file',
    rows.map(({ id, person, state, on, sign, script, coordinator }) => ({
      centre_id: centre.id,
      id,
      gmina: person.gmina,
      person_id: ids[person.index] ?? null,
      sign,
      title: script?.title ?? '',
      state,
      channel: 'in_person',
      coordinator_id: state === 'submitted' ? null : coordinator,
      received_at: `${on}T09:00:00Z`,
      submitted_on: on,
      closed_on: open.includes(state) ? null : addDays(on, OPEN_DAYS),
      version: 1,
    })),
  );
  await insertAll(
    tx,
    'need',
    rows.map(({ id, script }) => ({
      centre_id: centre.id,
      id: newId(),
      case_id: id,
      words: script?.words ?? '',
      area: script?.area ?? null,
      priority: 2,
      position: 0,
    })),
  );
  await insertAll(
    tx,
    'application',
    rows.map(({ id, on }) => ({
      centre_id: centre.id,
      case_id: id,
      applicant_role: 'person',
      information_given_on: on,
    })),
  );
  await insertAll(
    tx,
    'deadline',
    rows.flatMap(({ id, person, state, on, script, coordinator }) => {
      const clock = open.includes(state) ? clocks.get(on) : undefined;
      const title = `${person.givenName} ${person.familyName}: ${script?.title ?? ''}`;
      return clock
        ? [{ centre_id: centre.id, id: newId(), title, case_id: id, owner_id: coordinator, ...clock }]
        : [];
    }),
  );
  await insertAll(
    tx,
    'counter',
    [...numbers].map(([year, value]) => ({ centre_id: centre.id, name: 'sign.case', year, value })),
  );
}

/**
 * Fills the centres with cases for measurements, set-wise and without commands: what is behind a case is a need, an
 * application and its clock, spread over more coordinators. To be done before the stories, which go on counting signs.
 */
export async function loadMany(
  owner: Pool,
  centres: readonly LoadedCentre[],
  { population, ids }: Cast,
  ask: { readonly cases: number; readonly workers: number; readonly seed: string; readonly today: IsoDate },
): Promise<void> {
  const { today } = ask;
  const random = makeRandom(`${ask.seed} many`);
  for (const centre of centres) {
    const people = population.people.filter(({ centreId }) => centreId === centre.slug);
    const share = people.length / population.people.length;
    const count = Math.round(ask.cases * share);
    const workers = Math.max(1, Math.round(ask.workers * share));
    await inTransaction(owner, centre.id, (tx) =>
      fillCentre(tx, centre, { random, people, count, workers, today }, ids),
    );
  }
}
