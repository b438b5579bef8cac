import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/plan.ts';
import { capacities } from '../../../modules/resources/index.ts';
import { populationOf, populationState, ranges } from '../../../modules/population/index.ts';
import type { Actor } from '../../../platform/actor.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { createRunner, type Runner } from '../../../platform/runner/runner.ts';
import { newKey, vaultOf } from '../../../platform/vault/vault.ts';
import { closePdf } from '../../../platform/documents/pdf.ts';
import { textOf } from '../../../platform/documents/read-pdf.ts';
import { readZipEntry, zipEntries } from '../../../platform/files/zip.ts';
import { buildHouse, type House } from '../../house.ts';
import { queries } from '../../modules.ts';
import { loadReference } from '../load-reference.ts';
import { facts, newestFoster } from './facts.ts';
import { type LoadedRun, loadRealRun } from './load.ts';
import { adultsOf } from './people.ts';
import { answerCounts } from './survey.ts';
import { cells, type Truth, truths } from './truth.ts';
import { passportsIn, viewedGap, viewedPlan, viewedResults } from './run.fixture.ts';

const { owner, pool, address } = testDatabase();
const now = '2026-11-23T10:30:00.000Z';
const today = '2026-11-23';
const { teryt } = facts.gmina;

let loaded: LoadedRun;
let runner: Runner;
let organiser: Actor;

const rows = async <Row extends Record<string, unknown>>(text: string): Promise<Row[]> =>
  (await owner.query<Row>(text, [loaded.centre.id])).rows;

async function ask(name: string, input: object): Promise<unknown> {
  const found = queries.find((one) => one.name === name);
  if (!found) throw new Error(`no query ${name}`);
  return done(await runner.ask(found, organiser, input));
}

beforeAll(async () => {
  await loadReference(owner);
  loaded = await loadRealRun(owner, address, { seed: 'okienko-2', now, vault: vaultOf([newKey()]) });
  runner = createRunner(pool, { now: () => now });
  const found = loaded.crew.get('service_organiser');
  if (!found) throw new Error('no organiser');
  organiser = found;
}, 120_000);

describe('What is real in Piotrków equals what its sources print', () => {
  const db = () => readerFor(pool, loaded.centre.id);

  it('people by age are those of GUS at the end of 2022, with the source and without a mark of made-up data', async () => {
    const figure = async (range: Parameters<typeof populationOf>[3]) =>
      await populationOf(db(), loaded.centre.id, teryt, range);
    const all = await figure(ranges.all);
    expect([all.value, (await figure(ranges.children)).value, (await figure(ranges.older)).value]).toEqual([
      67_264, 9_321, 15_598,
    ]);
    expect(all.passport).toMatchObject({ asOf: '2022-12-31' });
    expect(all.passport.source).toContain('poland.gg');
    expect(all.passport.synthetic).toBeUndefined();
  });

  it('71 252 people in 2021 and 67 264 in 2022 stand on two bases: the census is a break, not a fall', async () => {
    const state = await populationState(db(), loaded.centre.id, teryt);
    const points = state?.points ?? [];
    expect(points.find(({ value }) => value === 71_252)?.base).toBe('before2021');
    expect(points.find(({ value, year }) => value === 67_264 && year === 2022)?.base).toBe('census2021');
  });

  it('places of homes, nurseries and foster families come from registers; what those leave out is unknown, never 0', async () => {
    const there = await capacities(db(), loaded.centre.id, today, { gmina: teryt });
    const [home, nursery, foster] = [
      there.get('socialWelfareHome'),
      there.get('nursery'),
      there.get('fosterFamily'),
    ];
    expect(home?.places.value).toBeNull();
    expect(home?.free.value).toBe(facts.home.freePlaces);
    expect(home?.costMonth.value).toBe(facts.home.costMonthGrosze);
    expect(nursery?.resources).toBe(facts.nurseries.institutions);
    expect(nursery?.places.value).toBe(facts.nurseries.places);
    expect(nursery?.occupied.value).toBeNull();
    expect(nursery?.known.occupied.value).toBe(facts.nurseries.enrolled);
    expect(nursery?.places.doubt).toBeDefined();
    expect(foster?.occupied.value).toBe(newestFoster.children);
    for (const one of [home, nursery, foster]) expect(one?.known.free.passport.synthetic).toBeUndefined();
  });

  it('what was typed by hand is made up, and its figures say so', async () => {
    const there = await capacities(db(), loaded.centre.id, today, { gmina: teryt });
    const care = there.get('careAtHome');
    expect(care?.places).toMatchObject({ value: 260, passport: { synthetic: true } });
    expect(care?.costMonth.passport.synthetic).toBe(true);
  });
});

describe('1,200 made-up answers of a drawn sample', () => {
  it('come by four channels, each with a stratum, and leave no code of theirs behind', async () => {
    const counted = await rows<{ mode: string; sheets: number; with: number }>(
      `select mode, count(*)::int as sheets, count(stratum_no)::int as with from survey_sheet where centre_id = $1
       group by mode order by mode`,
    );
    expect(counted.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(1200);
    for (const { sheets, with: having } of counted) expect(having).toBe(sheets);
    const share = Object.fromEntries(counted.map(({ mode, sheets }) => [mode, sheets / 1200]));
    expect(share['web']).toBeGreaterThan(0.5);
    for (const mode of ['interviewer', 'paper', 'telephone']) expect(share[mode]).toBeGreaterThan(0.08);
    const [left] = await rows<{ drawn: number; silent: number; sealed: number }>(
      `select (select sum(drawn)::int from survey_stratum where centre_id = $1) as drawn, count(*)::int as silent,
         count(addressee)::int as sealed from survey_invitation where centre_id = $1`,
    );
    expect(left?.sealed).toBe(0);
    expect((left?.drawn ?? 0) - (left?.silent ?? 0)).toBe(1200);
  });

  it('a device that sends twice leaves every interview once; papers drawn for it were typed by two people', async () => {
    const [copies] = await rows<{ twice: number; same: number; papers: number }>(
      `select count(second_by)::int as twice, count(*) filter (where second_by = entered_by)::int as same,
         (select count(*)::int from survey_sheet where centre_id = $1 and mode = 'paper') - count(*)::int as papers
       from survey_copy where centre_id = $1`,
    );
    expect(copies).toMatchObject({ same: 0, papers: 0 });
    expect(copies?.twice).toBeGreaterThan(0);
  });

  it('are biased as declared: the young and women answer more than their share', async () => {
    const people = await adultsOf(readerFor(pool, loaded.centre.id), loaded.centre.id);
    const strata = await rows<{ sex: string; age_from: number; answered: number }>(
      `select s.sex, s.age_from, (select count(*)::int from survey_sheet a where a.centre_id = $1 and a.stratum_no = s.no) as answered
       from survey_stratum s where s.centre_id = $1`,
    );
    const counts = answerCounts(people);
    expect(strata).toHaveLength(cells.length);
    for (const [at, { sex, age }] of cells.entries())
      expect(
        strata.find((one) => one.sex === sex && one.age_from === [18, 25, 35, 45, 55, 65, 75][age])?.answered,
      ).toBe(counts[at]);
  });
});

describe('Weights take the declared bias away', () => {
  interface Judged extends Truth {
    raw: number;
    weighted: number;
    low: number;
    high: number;
    /** How far the answers as they come are expected to be from the truth. */
    bias: number;
    answers: number;
  }

  async function judged(): Promise<Judged[]> {
    const people = await adultsOf(readerFor(pool, loaded.centre.id), loaded.centre.id);
    const biased = truths(answerCounts(people));
    const { questions } = viewedResults.parse(
      await ask('results.view', { surveyId: loaded.run.surveyId, everything: true }),
    );
    return truths(people).flatMap((truth, at) => {
      const tables = questions.find(({ name }) => name === truth.question)?.tables ?? [];
      const table = tables.find(({ key }) => truth.item === null || key.endsWith(`.${truth.item}`));
      const share = table?.shares.find(({ code }) => code === truth.code);
      const { count = null, percent = null, low = null, high = null } = share ?? {};
      // Fewer than five answers are hidden from everybody.
      if (!table?.answers || count === null || percent === null || low === null || high === null) return [];
      return [
        {
          ...truth,
          raw: (count / table.answers) * 100,
          answers: table.answers,
          weighted: percent,
          low,
          high,
          bias: (biased[at]?.percent ?? 0) - truth.percent,
        },
      ];
    });
  }

  const outside = ({ raw, percent, answers }: Judged): boolean =>
    Math.abs(raw - percent) > 1.96 * Math.sqrt((raw * (100 - raw)) / answers);

  it('the truth lies inside the weighted 95 % interval of at least nine answers in ten, and of every need', async () => {
    const all = await judged();
    expect(all.length).toBeGreaterThan(250);
    const inside = all.filter(({ percent, low, high }) => low <= percent && percent <= high);
    expect(inside.length / all.length).toBeGreaterThan(0.9);
    const needs = all.filter(({ question }) => question.startsWith('needs_'));
    expect(needs.filter(({ percent, low, high }) => percent < low || percent > high)).toEqual([]);
  });

  it('without weights most answers with a bias of three points miss the truth; weights take at least 85 % of it away', async () => {
    const biased = (await judged()).filter(({ bias }) => Math.abs(bias) >= 3);
    expect(biased.length).toBeGreaterThan(25);
    expect(biased.filter(outside).length / biased.length).toBeGreaterThan(0.75);
    const along = (of: (one: Judged) => number): number =>
      biased.reduce((sum, one) => sum + Math.sign(one.bias) * (of(one) - one.percent), 0) / biased.length;
    const [before, after] = [along(({ raw }) => raw), along(({ weighted }) => weighted)];
    expect(before).toBeGreaterThan(2.5);
    expect(Math.abs(after) / before).toBeLessThan(0.15);
  });
});

describe('From the answers to the gap, the diagnosis and the plan', () => {
  it('the gap has the survey’s demand with its interval, says that it is made up, and is unknown where places are', async () => {
    const { rows: gaps } = viewedGap.parse(await ask('diagnosis.gap', {}));
    const of = (kind: string) => gaps.find((one) => one.kind === kind);
    const care = of('careAtHome');
    expect(care).toMatchObject({ basis: 'survey', capacity: { value: 260 } });
    expect(care?.gap.value).toBe((care?.demand.value ?? 0) - 260);
    expect(care?.gap.between).toBeDefined();
    expect(care?.gap.passport.synthetic).toBe(true);
    expect(of('doorToDoor')?.gap.value).toBeNull();
  });

  it('the diagnosis is in force, every remark has its answer, and a later finding calls for an update (art. 21)', async () => {
    const [diagnosis] = await rows(
      `select state, (select count(*)::int from diagnosis_remark r where r.centre_id = $1) as remarks,
         (select count(*)::int from diagnosis_remark r where r.centre_id = $1 and r.answer is null) as open,
         (select count(*)::int from diagnosis_contact k where k.centre_id = $1) as contacts
       from diagnosis where centre_id = $1`,
    );
    expect(diagnosis).toEqual({ state: 'in_force', remarks: 5, open: 0, contacts: 0 });
    const view = await ask('diagnosis.view', { diagnosisId: loaded.run.diagnosisId });
    expect(view).toMatchObject({ significant: [{ foundOn: expect.any(String) }] });
  });

  it('the adopted plan has five goals, twelve actions of the community, and an unknown sum where an amount is unknown', async () => {
    const { plan, budget } = viewedPlan.parse(await ask('lpdi.view', { planId: loaded.run.planId }));
    expect(plan.state).toBe('adopted');
    expect(plan.content.goals).toHaveLength(5);
    expect(plan.content.actions).toHaveLength(12);
    for (const { test, costs } of plan.content.actions) {
      expect(Object.values(test)).toEqual(['yes', 'yes', 'yes', 'yes']);
      expect(costs.length).toBeGreaterThan(0);
    }
    expect(budget.total.value).toBeNull();
    const without = plan.content.indicators.filter(({ base }) => base === null);
    expect([plan.content.indicators.length, without.length]).toEqual([13, 3]);
    const families = plan.content.indicators.find(({ base }) => base === newestFoster.families);
    expect(families).toMatchObject({ baseOn: `${newestFoster.year}-12-31`, source: facts.foster.source });
  });

  it('the journal of the ten months is whole and runs in the order of time', async () => {
    const [chain] = await rows(
      `select app.audit_first_broken($1) as broken, count(*) filter (where at < before)::int as backwards,
         extract(day from max(at) - min(at))::int > 300 as long
       from (select at, lag(at) over (order by seq) as before from audit_entry where centre_id = $1) e`,
    );
    expect(chain).toEqual({ broken: null, backwards: 0, long: true });
  });
});

describe('Both documents', () => {
  let house: House;
  let cookie = '';
  const base = '/praca';
  beforeAll(async () => {
    house = await buildHouse(pool, { now: () => now }, { secure: false, publicWrites: 1000 });
    const entered = await house.server.inject({
      method: 'POST',
      url: `/${facts.centre.slug}/logowanie/osoba`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${organiser.accountId}`,
    });
    cookie = `okienko=${entered.cookies.find(({ name }) => name === 'okienko')?.value ?? ''}`;
  });
  afterAll(async () => {
    await house.server.close();
    closePdf();
  });
  const get = async (url: string) => await house.server.inject({ url, headers: { cookie } });
  const papers = () => [
    `${base}/diagnoza/${loaded.run.diagnosisId}/diagnoza`,
    `${base}/lpdi/${loaded.run.planId}/dokument`,
  ];

  it('come as tagged PDF: real people with their source, and what is real and what is made up in words', async () => {
    for (const paper of papers()) {
      const file = await get(`${paper}.pdf`);
      expect(file.statusCode).toBe(200);
      expect(file.rawPayload.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const text = textOf(file.rawPayload).replace(/\s+/g, ' ');
      expect(text).toContain('67 264');
      expect(text).toContain('poland.gg');
      expect(text).toMatch(/co jest prawdziwe/i);
      expect(text).toContain('to nie jest dokument żadnego urzędu');
    }
  });

  it('come as DOCX with footnotes that are passports: source, day, formula', async () => {
    for (const paper of papers()) {
      const { rawPayload: bytes } = await get(`${paper}.docx`);
      const notes = (zipEntries(bytes) ?? []).find(({ name }) => name === 'word/footnotes.xml');
      const words = notes && readZipEntry(bytes, notes, 2_000_000)?.toString('utf8');
      expect(words).toMatch(/Źródło: .*stan na 2022-12-31\..*Wzór:/s);
    }
  });

  it('every figure of the diagnosis and of the plan has its source and its day', async () => {
    const passports = [
      ...passportsIn(await ask('diagnosis.view', { diagnosisId: loaded.run.diagnosisId })),
      ...passportsIn(await ask('lpdi.view', { planId: loaded.run.planId })),
    ];
    expect(passports.length).toBeGreaterThan(150);
    for (const { source, asOf } of passports) {
      expect(source).not.toBe('');
      expect(asOf).not.toBe('');
    }
  });

  it('a councillor without an account clicks any number of the adopted plan down to its rows', async () => {
    const plan = `/${facts.centre.slug}/plan-lokalny/${loaded.run.planId}`;
    const read = async (url: string) => await house.server.inject({ url });
    const linksOf = (html: string): string[] =>
      [...html.matchAll(/ href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    const todo = [plan, `${plan}/liczby`];
    const seen = new Map<string, string>();
    const closed: string[] = [];
    const anchors: [string, string][] = [];
    for (let url = todo.pop(); url !== undefined; url = todo.pop()) {
      const [path = '', anchor] = url.split('#');
      if (anchor) anchors.push([path, anchor]);
      if (seen.has(path)) continue;
      const answer = await read(path);
      if (answer.statusCode !== 200) closed.push(path);
      seen.set(path, answer.body);
      if (path.startsWith(plan) && !path.endsWith('.pdf')) todo.push(...linksOf(answer.body));
    }
    expect(closed).toEqual([]);
    expect(anchors.filter(([path, anchor]) => !seen.get(path)?.includes(`id="${anchor}"`))).toEqual([]);
    const pages = [...seen].filter(([path]) => path.startsWith(plan) && !path.endsWith('.pdf'));
    expect(pages).toHaveLength(2 + 12);
    for (const [, body] of pages) expect(body).not.toContain('"/praca/');
    const opened = pages.flatMap(([, body]) => body.split('<details class="figure-value').slice(1));
    expect(opened.length).toBeGreaterThan(150);
    for (const one of opened) expect(one).toMatch(/Źródło<\/dt><dd>[^<]/);
    const sources = ['/wyniki-badan/', '/ludnosc?gmina=', '/dzialanie/', '#placowki'];
    for (const source of sources) expect([...seen].some(([, body]) => body.includes(source))).toBe(true);
    expect((await read(`${plan}/plan.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('every page of the centre says what of it is real and what is made up', async () => {
    for (const url of [`/${facts.centre.slug}`, '/praca/badania', '/praca/diagnoza', '/praca/lpdi'])
      expect((await get(url)).body).toContain('Prawdziwe: liczby mieszkańców, rejestry publiczne i źródła.');
    expect((await get(`/en/${facts.centre.slug}`)).body).toContain('Made up: the centre, the answers');
  });
});
