import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { centreInfo } from '../../../test/support/centre-info.ts';
import { always } from '../actor.ts';
import { command } from '../runner/command.ts';
import { type Outcome, refuse } from '../runner/outcome.ts';
import type { Runner } from '../runner/runner.ts';
import { keptPages, tellingPages } from './kept-pages.ts';
import { encodingFor } from './packed.ts';
import type { Visit } from './parts.ts';
import { page } from './route.ts';
import { createServer } from './server.ts';

const house = testHouse();

const write = (name: 'directory.test' | 'people.test') =>
  command({
    name,
    summary: 'Write something',
    input: z.object({ refused: z.boolean().default(false) }),
    result: z.object({}),
    basis: 'test',
    load: () => Promise.resolve({}),
    allow: { clerk: always },
    decide: (_target, { refused }) => (refused ? refuse('test.no', 'Nie.') : {}),
    save: () => Promise.resolve({}),
    audit: () => ({ what: {} }),
  });
const [ofDirectory, ofPeople] = [write('directory.test'), write('people.test')];

let made = 0;
/** What happens while a page is being made. */
let meanwhile: () => Promise<unknown> = () => Promise.resolve();

const load = async (): Promise<Outcome<number>> => {
  made += 1;
  const value = made;
  await meanwhile();
  return { ok: true, value };
};
const long = 'ł'.repeat(2000);
const listPage = page({
  door: 'public',
  path: '/:centre/uslugi',
  keep: { until: ['directory'], query: ['area', 'reach'] },
  load,
  view: (value, context) => ({
    title: `${value} ${context.lang}`,
    body: `${context.query['area'] ?? ''} ${long}`,
  }),
});
const formPage = page({
  door: 'public',
  path: '/:centre/pytanie',
  keep: { until: ['directory'] },
  load,
  view: (value, context) => ({ title: `${value}`, body: context.form.once }),
});

let server: FastifyInstance;
let runner: Runner;

beforeAll(async () => {
  const centre = centreInfo(house.centre.id);
  const clerk: Visit = { actor: house.centre.as('clerk'), centre, signedIn: true };
  const visitor: Visit = { actor: house.centre.as('visitor'), centre, signedIn: false };
  const kept = keptPages(house.clock);
  runner = tellingPages(house.runner, kept);
  server = await createServer({
    pool: house.pool,
    runner,
    clock: house.clock,
    vault: house.vault,
    routes: [listPage, formPage],
    commands: [],
    queries: [],
    assets: new Map([['/assets/a.css', { type: 'text/css', body: long }]]),
    openapi: {},
    identify: (token) => Promise.resolve(token === 'good' ? clerk : undefined),
    visitors: () => Promise.resolve([visitor]),
    visitorOf: (slug) => Promise.resolve(slug === 'jarocin' ? visitor : undefined),
    titleOf: (name) => name,
    translate: (_lang, words) => words,
    frame: (view, _context, visit) => `${view.title}|${String(view.body)}|${visit.actor.name}`,
    problemPage: (problem) => problem.words,
    report: () => undefined,
    secure: false,
    kept,
    publicReadsPerMinute: 20,
    publicWritesPerMinute: 3,
    accountWritesPerMinute: 1000,
  });
});

let minutes = 0;
beforeEach(async () => {
  meanwhile = () => Promise.resolve();
  // Each test in minutes of its own: nothing kept, every allowance unused.
  minutes += 10;
  house.clock.set(new Date(Date.parse('2026-11-16T09:00:00.000Z') + minutes * 60_000).toISOString());
  await runner.run(ofDirectory, house.centre.as('clerk'), {});
});

const get = (url = '/jarocin/uslugi', headers: Record<string, string> = {}) =>
  server.inject({ url, headers });
/** Which making of the page was shown. */
const shown = async (url?: string, headers?: Record<string, string>): Promise<number> =>
  Number.parseInt((await get(url, headers)).body, 10);

describe('a page that every visitor sees alike', () => {
  it('is made once and given again, and browsers may keep it for a minute', async () => {
    const before = made;
    const [one, other] = await Promise.all([get(), get()]);
    const later = await get();
    expect(made).toBe(before + 1);
    expect([other.body, later.body]).toEqual([one.body, one.body]);
    expect(later.headers).toMatchObject({
      'cache-control': 'public, max-age=60',
      vary: 'cookie, accept-encoding',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(later.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('is not sent to who holds it already', async () => {
    const { headers } = await get();
    const again = await get('/jarocin/uslugi', { 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', headers['etag']]);
    const old = await get('/jarocin/uslugi', { 'if-none-match': 'W/"old"' });
    expect(old.statusCode).toBe(200);
  });

  it('is shown fresh to who is signed in, and never kept anywhere', async () => {
    const first = await shown();
    const own = await get('/jarocin/uslugi', { cookie: 'okienko=good' });
    expect(Number.parseInt(own.body, 10)).toBe(first + 1);
    expect(own.body).toContain('clerk');
    expect(own.headers['cache-control']).toBe('no-store');
    expect(own.headers['etag']).toBe(undefined);
    const after = await get();
    expect(Number.parseInt(after.body, 10)).toBe(first);
    expect(after.body).not.toContain('clerk');
  });

  it('is made anew at once after a command of the modules behind it, in that centre', async () => {
    const first = await shown();
    await runner.run(ofPeople, house.centre.as('clerk'), {});
    await runner.run(ofDirectory, house.other.as('clerk'), {});
    await runner.run(ofDirectory, house.centre.as('clerk'), { refused: true });
    expect(await shown()).toBe(first);
    await runner.run(ofDirectory, house.centre.as('clerk'), {});
    expect(await shown()).toBe(first + 1);
  });

  it('is made anew when such a command came while it was being made', async () => {
    meanwhile = () => runner.run(ofDirectory, house.centre.as('clerk'), {});
    const first = await shown();
    meanwhile = () => Promise.resolve();
    expect(await shown()).toBe(first + 1);
  });

  it('is made anew after a minute, whoever changed what it shows', async () => {
    const first = await shown();
    const at = Date.parse(house.clock.now());
    house.clock.set(new Date(at + 59_000).toISOString());
    expect(await shown()).toBe(first);
    house.clock.set(new Date(at + 61_000).toISOString());
    expect(await shown()).toBe(first + 1);
  });

  it('is another page in another language, on another day and with another parameter it knows', async () => {
    const first = await shown();
    expect(await shown('/uk/jarocin/uslugi')).toBe(first + 1);
    expect(await shown('/jarocin/uslugi?area=4')).toBe(first + 2);
    expect(await shown('/jarocin/uslugi?area=4&reach=home')).toBe(first + 3);
    expect([
      await shown(),
      await shown('/uk/jarocin/uslugi'),
      await shown('/jarocin/uslugi?area=4'),
      await shown('/jarocin/uslugi?area=4&reach=home'),
    ]).toEqual([first, first + 1, first + 2, first + 3]);
    house.clock.set('2026-12-01T23:59:50.000+01:00');
    const evening = await shown();
    house.clock.set('2026-12-02T00:00:05.000+01:00');
    expect(await shown()).toBe(evening + 1);
  });

  it.each([
    '/jarocin/uslugi?text=opieka',
    '/jarocin/uslugi?area=4&text=opieka',
    '/jarocin/uslugi?area=4&area=5',
    '/jarocin/uslugi?reach=home&area=4',
    '/jarocin/uslugi?zrobione=test.done',
  ])('is this visitor’s own when it is asked for in another way: %s', async (url) => {
    const first = await shown(url);
    const second = await get(url);
    expect(Number.parseInt(second.body, 10)).toBe(first + 1);
    expect(second.headers['cache-control']).toBe('no-store');
  });

  it('is never kept when it took the key of a form', async () => {
    const [one, other] = [await get('/jarocin/pytanie'), await get('/jarocin/pytanie')];
    expect(one.headers['cache-control']).toBe('no-store');
    expect(one.body.split('|')[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(one.body.split('|')[1]).not.toBe(other.body.split('|')[1]);
  });

  it('is sent compressed to who takes that, style as well', async () => {
    const plain = (await get()).body;
    const br = await get('/jarocin/uslugi', { 'accept-encoding': 'gzip, deflate, br' });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.rawPayload).toString()]).toEqual([
      'br',
      plain,
    ]);
    const gzip = await get('/jarocin/uslugi', { 'accept-encoding': 'gzip, br;q=0' });
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.rawPayload).toString()]).toEqual([
      'gzip',
      plain,
    ]);
    expect(gzip.headers['etag']).toBe(br.headers['etag']);
    const style = await get('/assets/a.css', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(style.rawPayload).toString()).toBe(long);
    expect([encodingFor(undefined), encodingFor('identity'), encodingFor('*')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is not compressed together with what a signed-in person reads', async () => {
    const own = await get('/jarocin/uslugi', { 'accept-encoding': 'br, gzip', cookie: 'okienko=good' });
    expect(own.headers['content-encoding']).toBe(undefined);
  });
});

describe('a flood of reading', () => {
  it('is stopped in plain words; who is signed in, and style, are not counted', async () => {
    for (let page = 0; page < 20; page++) expect((await get()).statusCode).toBe(200);
    const stopped = await get();
    expect([stopped.statusCode, stopped.headers['retry-after'], stopped.headers['cache-control']]).toEqual([
      429,
      '60',
      'no-store',
    ]);
    expect(stopped.body).toContain('minut');
    expect((await get('/nie-ma')).statusCode).toBe(429);
    expect((await get('/jarocin/uslugi', { cookie: 'okienko=forged' })).statusCode).toBe(429);
    expect((await get('/assets/a.css')).statusCode).toBe(200);
    expect((await get('/jarocin/uslugi', { cookie: 'okienko=good' })).statusCode).toBe(200);
    house.clock.set(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
    expect((await get()).statusCode).toBe(200);
  });
});
