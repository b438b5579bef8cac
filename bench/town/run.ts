import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/ids.ts';
import { fieldsOfForm } from '../../test/support/forms.ts';
import type { Served } from '../demonstration.ts';
import { median, quantile } from '../report.ts';
import { hour, type KindName, schedule } from './mix.ts';

/** What must be there afterwards. */
interface Written {
  notes: Set<string>;
  reports: Set<string>;
  /** The last draft of each worker whose saves were all answered. */
  drafts: Map<string, string>;
}

interface Town extends Served {
  caseIds: string[];
  personIds: string[];
  surnames: string[];
  serviceIds: string[];
  gmina: string;
  random(): number;
  written: Written;
}

interface Request {
  path: string;
  cookie?: string;
  form?: Record<string, string>;
  json?: unknown;
  status: number;
  kept?(): void;
}

export interface Timed {
  name: KindName;
  asked: number;
  failed: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
}

export interface Memory {
  atStartMb: number;
  afterQuarterMb: number;
  atEndMb: number;
  slopeMbPerMinute: number;
}

export interface TownReport {
  people: number;
  minutes: number;
  requests: number;
  errors: number;
  written: { notes: number; reports: number; drafts: number };
  memory: Memory;
  pages: Timed[];
}

const pick = <T>({ random }: Pick<Town, 'random'>, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

const words = [
  'opieka',
  'posiłki',
  'transport',
  'teleopieka',
  'asystent',
  'klub seniora',
  'dowóz do lekarza',
];

const asWorker = (town: Town, path: string): Request => ({
  path,
  cookie: pick(town, town.workers).cookie,
  status: 200,
});

/** A need in a resident's own words, as their browser sends it: the page first, then its form. */
async function webReport(town: Town): Promise<Request> {
  const page = await (await fetch(`${town.server.url}/${town.centre.slug}/zglos`)).text();
  const action = new RegExp(`action="(/${town.centre.slug}/zglos\\?klucz=[^"]*)"`).exec(page)?.[1] ?? '';
  const text = `pomiar report ${newId()}`;
  const fields = Object.entries(fieldsOfForm(page, action)).map(([name, value]) => [
    name,
    [value].flat()[0] ?? '',
  ]);
  return {
    path: action,
    form: {
      ...Object.fromEntries(fields),
      gmina: town.gmina,
      'needs.0.words': text,
      'reporter.role': 'family',
      'reporter.phone': '600100200',
    },
    status: 303,
    kept: () => town.written.reports.add(text),
  };
}

const makers: Record<KindName, (town: Town) => Request | Promise<Request>> = {
  'mine today': (town) => asWorker(town, '/praca'),
  'page of a case': (town) => asWorker(town, `/praca/sprawy/${pick(town, town.caseIds)}`),
  'search of people': (town) =>
    asWorker(town, `/praca/osoby?q=${encodeURIComponent(pick(town, town.surnames))}`),
  'page of a person': (town) => asWorker(town, `/praca/osoby/${pick(town, town.personIds)}`),
  plans: (town) => ({
    path: '/praca/plany',
    cookie: pick(
      town,
      town.workers.filter(({ role }) => role === 'plan_coordinator'),
    ).cookie,
    status: 200,
  }),
  note(town) {
    const text = `pomiar note ${newId()}`;
    return {
      ...asWorker(town, `/praca/sprawy/${pick(town, town.caseIds)}/notatka`),
      form: { kind: 'call', body: text, _once: newId() },
      status: 303,
      kept: () => town.written.notes.add(text),
    };
  },
  'draft saved by itself'(town) {
    const text = `pomiar draft ${newId()}`;
    // Each under a name of its own: which of two saves at once is the last, nobody outside can tell.
    return {
      ...asWorker(town, '/szkic'),
      form: { _draft: text, body: text },
      kept: () => town.written.drafts.set(text, text),
    };
  },
  'need report at the window'(town) {
    const text = `pomiar report ${newId()}`;
    return {
      ...asWorker(town, '/api/commands/casework.take-report'),
      json: { channel: 'in_person', gmina: town.gmina, needs: [{ words: text }] },
      kept: () => town.written.reports.add(text),
    };
  },
  home: ({ centre }) => ({ path: `/${centre.slug}`, status: 200 }),
  'list of services': ({ centre }) => ({ path: `/${centre.slug}/uslugi`, status: 200 }),
  'search of services': (town) => ({
    path: `/${town.centre.slug}/uslugi?q=${encodeURIComponent(pick(town, words))}`,
    status: 200,
  }),
  'card of a service': (town) => ({
    path: `/${town.centre.slug}/uslugi/${pick(town, town.serviceIds)}`,
    status: 200,
  }),
  programmes: ({ centre }) => ({ path: `/${centre.slug}/programy`, status: 200 }),
  'need report on the web': webReport,
  'open data': ({ centre }) => ({ path: `/${centre.slug}/hsds/services`, status: 200 }),
};

async function sendOne(town: Town, { path, cookie, form, json, status, kept }: Request): Promise<void> {
  const response = await fetch(`${town.server.url}${path}`, {
    redirect: 'manual',
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
  });
  const body = await response.text();
  assert.equal(response.status, status, `${path}: ${body.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  kept?.();
}

/** Resident memory of a process in megabytes. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Slope of a line through points (least squares), in units of `y` per unit of `x`. */
function slope(points: readonly (readonly [number, number])[]): number {
  const [mx, my] = [0, 1].map((at) => points.reduce((sum, one) => sum + (one[at] ?? 0), 0) / points.length);
  const [xs, ys] = [mx ?? 0, my ?? 0];
  const over = points.reduce((sum, [x, y]) => sum + (x - xs) * (y - ys), 0);
  return over / points.reduce((sum, [x]) => sum + (x - xs) ** 2, 0);
}

const ids = async ({ database, centre }: Served, sql: string): Promise<string[]> =>
  (await database.owner.query<{ id: string }>(sql, [centre.id])).rows.map(({ id }) => id);

async function townOf(served: Served, random: () => number): Promise<Town> {
  const [caseIds, personIds, surnames, serviceIds, gminas] = await Promise.all([
    // Open to every worker of the window and every coordinator: nobody coordinates them yet.
    ids(served, 'select id from case_file where centre_id = $1 and coordinator_id is null'),
    ids(
      served,
      'select person_id as id from case_file where centre_id = $1 and coordinator_id is null and person_id is not null',
    ),
    ids(served, 'select distinct family_name as id from person where centre_id = $1 limit 400'),
    ids(served, `select id from service where centre_id = $1 and state = 'published'`),
    ids(served, 'select teryt as id from centre_gmina where centre_id = $1 order by teryt'),
  ]);
  return {
    ...served,
    caseIds,
    personIds,
    surnames,
    serviceIds,
    gmina: gminas[0] ?? '',
    random,
    written: { notes: new Set(), reports: new Set(), drafts: new Map() },
  };
}

/** Everything that was acknowledged is there, nothing else of ours is, and the audit chain verifies. */
async function assertKept({ database, centre, written }: Town): Promise<void> {
  const texts = async (sql: string): Promise<string[]> =>
    (await database.owner.query<{ text: string }>(sql, [centre.id])).rows.map(({ text }) => text).sort();
  assert.deepEqual(
    await texts(`select body as text from note where centre_id = $1 and body like 'pomiar note %'`),
    [...written.notes].sort(),
  );
  assert.deepEqual(
    await texts(`select words as text from need where centre_id = $1 and words like 'pomiar report %'`),
    [...written.reports].sort(),
  );
  assert.deepEqual(
    await texts(`select form as text from form_draft where centre_id = $1 and form like 'pomiar draft %'`),
    [...written.drafts.keys()].sort(),
  );
  const broken = await database.owner.query('select app.audit_first_broken($1) as seq', [centre.id]);
  assert.deepEqual(broken.rows, [{ seq: null }]);
}

/** Sends the share of the hour that fits into these minutes. @throws when anything acknowledged is missing */
export async function runTown(
  served: Served,
  minutes: number,
  random: () => number,
  tell: (words: string) => void,
): Promise<TownReport> {
  const town = await townOf(served, random);
  const pid = served.server.process.pid ?? 0;
  const times = new Map<KindName, number[]>();
  const failed = new Map<KindName, number>();
  const memory: [number, number][] = [];
  const length = minutes * 60_000;
  const moments = schedule(minutes / 10, random);
  const atStartMb = memoryOf(pid);
  const began = performance.now();
  const watch = setInterval(() => memory.push([(performance.now() - began) / 60_000, memoryOf(pid)]), 1_000);
  const open: Promise<void>[] = [];
  for (const { at, name } of moments) {
    const due = began + at * length;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    open.push(
      (async () => {
        try {
          await sendOne(town, await makers[name](town));
          const list = times.get(name) ?? [];
          list.push(performance.now() - due);
          times.set(name, list);
        } catch (error) {
          failed.set(name, (failed.get(name) ?? 0) + 1);
          if ((failed.get(name) ?? 0) < 4)
            tell(`  ${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      })(),
    );
  }
  await Promise.all(open);
  clearInterval(watch);
  await assertKept(town);
  const late = memory.filter(([minute]) => minute > minutes / 4);
  const errors = [...failed.values()].reduce((sum, one) => sum + one, 0);
  const { notes, reports, drafts } = town.written;
  const mb = (value: number): number => Math.round(value * 10) / 10;
  return {
    people: served.centre.people,
    minutes,
    requests: moments.length,
    errors,
    written: { notes: notes.size, reports: reports.size, drafts: drafts.size },
    memory: {
      atStartMb: mb(atStartMb),
      afterQuarterMb: mb(late[0]?.[1] ?? 0),
      atEndMb: mb(late.at(-1)?.[1] ?? 0),
      slopeMbPerMinute: Math.round(slope(late) * 100) / 100,
    },
    pages: hour.map(({ name }) => {
      const list = times.get(name) ?? [0];
      return {
        name,
        asked: list.length,
        failed: failed.get(name) ?? 0,
        p50Ms: mb(median(list)),
        p99Ms: mb(quantile(list, 0.99)),
        worstMs: mb(Math.max(...list)),
      };
    }),
  };
}
