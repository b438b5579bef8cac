import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { takeReport } from '../../src/modules/casework/commands/take-report.ts';
import { newId } from '../../src/platform/ids.ts';
import { serveDemonstration, type Served } from '../demonstration.ts';
import { type Figure, median, milliseconds, perSecond, quantile, say } from '../report.ts';

const workerCount = 50;

/** What a worker knows when they choose what to do next. */
interface Desk {
  served: Served;
  cookie: string;
  worker: number;
  /** Cases that this worker may read and write in. */
  caseIds: string[];
  surnames: string[];
  gmina: string;
  random(): number;
}

/** One thing that a worker does, and the status of a success. */
interface Doing {
  path: string;
  form?: Record<string, string>;
  json?: unknown;
  status: number;
  /** What must be there afterwards: the words of a note, of a report, of a draft. */
  leaves?: { kind: 'note' | 'report' | 'draft'; words: string };
}

const pick = <T>({ random }: Desk, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

let written = 0;
const fresh = (desk: Desk, kind: string): string => `pomiar ${kind} ${desk.worker} ${written++}`;

/** What a day at the window is made of, with how often of a hundred. */
const doings: readonly { name: string; share: number; make(desk: Desk): Doing }[] = [
  { name: 'mine today', share: 30, make: () => ({ path: '/praca', status: 200 }) },
  {
    name: 'search',
    share: 20,
    make: (desk) => ({
      path: `/praca/osoby?q=${encodeURIComponent(pick(desk, desk.surnames))}`,
      status: 200,
    }),
  },
  {
    name: 'page of a case',
    share: 20,
    make: (desk) => ({ path: `/praca/sprawy/${pick(desk, desk.caseIds)}`, status: 200 }),
  },
  {
    name: 'note',
    share: 15,
    make: (desk) => {
      const words = fresh(desk, 'note');
      return {
        path: `/praca/sprawy/${pick(desk, desk.caseIds)}/notatka`,
        form: { kind: 'call', body: words, _once: newId() },
        status: 303,
        leaves: { kind: 'note', words },
      };
    },
  },
  {
    name: 'draft saved by itself',
    share: 10,
    make: (desk) => {
      const words = fresh(desk, 'draft');
      return {
        path: '/szkic',
        form: { _draft: 'pomiar', body: words },
        status: 200,
        leaves: { kind: 'draft', words },
      };
    },
  },
  {
    name: 'need report',
    share: 5,
    make: (desk) => {
      const words = fresh(desk, 'report');
      return {
        path: `/api/commands/${takeReport.name}`,
        json: { channel: 'in_person', gmina: desk.gmina, needs: [{ words }], title: words },
        status: 200,
        leaves: { kind: 'report', words },
      };
    },
  },
];

/** Repeatable chance (mulberry32): every worker has a seed of their own. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function choose(random: () => number): (typeof doings)[number] {
  let left = random() * 100;
  const found = doings.find(({ share }) => (left -= share) < 0);
  if (!found) throw new Error('the shares make a hundred');
  return found;
}

interface Tally {
  times: Map<string, number[]>;
  kept: Map<'note' | 'report', Set<string>>;
  drafts: Map<number, string>;
}

async function doOne(desk: Desk, { path, form, json, status }: Doing): Promise<void> {
  const response = await fetch(`${desk.served.server.url}${path}`, {
    redirect: 'manual',
    headers: { cookie: desk.cookie, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
  });
  const body = await response.text();
  assert.equal(response.status, status, `${path}: ${body.slice(0, 500)}`);
}

async function work(desk: Desk, until: number, rest: number, tally: Tally): Promise<void> {
  while (performance.now() < until) {
    const chosen = choose(desk.random);
    const doing = chosen.make(desk);
    const began = performance.now();
    await doOne(desk, doing);
    const times = tally.times.get(chosen.name) ?? [];
    times.push(performance.now() - began);
    tally.times.set(chosen.name, times);
    if (doing.leaves?.kind === 'draft') tally.drafts.set(desk.worker, doing.leaves.words);
    else if (doing.leaves) tally.kept.get(doing.leaves.kind)?.add(doing.leaves.words);
    if (rest > 0) await pause(rest * (0.5 + desk.random()));
  }
}

/** Every acknowledged note, report and last draft is there, nothing else is, and the audit chain verifies. */
async function assertNothingLost({ database, centre, workers }: Served, tally: Tally): Promise<void> {
  const texts = async (sql: string): Promise<string[]> =>
    (await database.owner.query<{ text: string }>(sql, [centre.id])).rows.map((row) => row.text).sort();
  const sorted = (kind: 'note' | 'report'): string[] => [...(tally.kept.get(kind) ?? [])].sort();
  assert.deepEqual(
    await texts(`select body as text from note where centre_id = $1 and body like 'pomiar note %'`),
    sorted('note'),
  );
  assert.deepEqual(
    await texts(`select title as text from case_file where centre_id = $1 and title like 'pomiar report %'`),
    sorted('report'),
  );
  const drafts = await database.owner.query<{ account_id: string; words: string }>(
    `select account_id, values->>'body' as words from form_draft where centre_id = $1 and form = 'pomiar'`,
    [centre.id],
  );
  const expected = new Map([...tally.drafts].map(([worker, words]) => [workers[worker]?.id, words]));
  assert.deepEqual(new Map(drafts.rows.map((row) => [row.account_id, row.words])), expected);
  const audited = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from audit_entry a where centre_id = $1 and kind = 'change'
       and account_id = any($2::uuid[])`,
    [centre.id, workers.map((one) => one.id)],
  );
  assert.equal(audited.rows[0]?.count, sorted('note').length + sorted('report').length);
  const broken = await database.owner.query('select app.audit_first_broken($1) as seq', [centre.id]);
  assert.deepEqual(broken.rows, [{ seq: null }]);
}

async function desksOf(served: Served): Promise<Desk[]> {
  const { database, centre, workers } = served;
  const { rows: cases } = await database.owner.query<{ id: string; coordinator: string | null }>(
    'select id, coordinator_id as coordinator from case_file where centre_id = $1',
    [centre.id],
  );
  const { rows: people } = await database.owner.query<{ name: string }>(
    'select distinct family_name as name from person where centre_id = $1',
    [centre.id],
  );
  const { rows: gminas } = await database.owner.query<{ teryt: string }>(
    'select teryt from centre_gmina where centre_id = $1 order by teryt',
    [centre.id],
  );
  const free = cases.filter(({ coordinator }) => coordinator === null);
  return workers.map((one, worker) => ({
    served,
    cookie: one.cookie,
    worker,
    caseIds: (one.role === 'clerk' ? cases : free).map(({ id }) => id),
    surnames: people.map(({ name }) => name),
    gmina: gminas[0]?.teryt ?? '',
    random: chance(worker + 1),
  }));
}

async function run(served: Served, seconds: number, rest: number, tally: Tally): Promise<number> {
  const desks = await desksOf(served);
  const began = performance.now();
  await Promise.all(desks.map((desk) => work(desk, began + seconds * 1000, rest, tally)));
  return (performance.now() - began) / 1000;
}

function figures(words: string, tally: Tally, seconds: number): Figure[] {
  const line = (name: string, times: number[]): Figure => ({
    part: 'workers',
    measured: `${words}: ${name}`,
    ours: `p50 ${milliseconds(median(times))}, p95 ${milliseconds(quantile(times, 0.95))}, p99 ${milliseconds(quantile(times, 0.99))}`,
    beside: `${times.length} done, ${perSecond(times.length / seconds)}`,
  });
  const all = [...tally.times.values()].flat();
  for (const { name } of doings) {
    const { measured, ours } = line(name, tally.times.get(name) ?? []);
    say(`  ${measured}: ${ours}`);
  }
  return [{ ...line('everything', all), target: { words: 'no error, no lost write', met: true } }];
}

/** Fifty workers at once for a minute without a pause, then half a minute with the pauses that people make. */
export async function workersPart(): Promise<Figure[]> {
  const served = await serveDemonstration(300, workerCount);
  try {
    const tally = (): Tally => ({
      times: new Map(),
      kept: new Map([
        ['note', new Set()],
        ['report', new Set()],
      ]),
      drafts: new Map(),
    });
    const rushed = tally();
    const rushedFor = await run(served, 60, 0, rushed);
    const calm: Tally = { ...rushed, times: new Map() };
    const calmFor = await run(served, 30, 1_000, calm);
    await assertNothingLost(served, calm);
    return [
      ...figures(`${workerCount} workers, a minute without a pause`, rushed, rushedFor),
      ...figures(`${workerCount} workers, pauses of a second`, calm, calmFor),
    ];
  } finally {
    await served.close();
  }
}
