import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { centreInfo } from '../../../test/support/centre-info.ts';
import { always, anyone } from '../actor.ts';
import { text } from '../fields.ts';
import { command } from '../runner/command.ts';
import { refuse } from '../runner/outcome.ts';
import { query } from '../runner/query.ts';
import type { Visit } from './parts.ts';
import { form, formOf, nothing, page } from './route.ts';
import { keptPages } from './kept-pages.ts';
import { createServer } from './server.ts';

const house = testHouse();

const rename = command({
  name: 'test.rename',
  summary: 'Take a name down',
  input: z.object({ name: text(40) }),
  result: z.object({ name: z.string() }),
  basis: 'test',
  load: () => Promise.resolve({ version: 4 }),
  allow: { clerk: always, visitor: always },
  decide: (_target, input) => {
    if (input.name === 'bomba') throw new Error('secret detail of a fault');
    return input.name === 'nie' ? refuse('test.no', 'Nie i już.', { basis: 'art. 7' }) : { name: input.name };
  },
  save: (_tx, change) => Promise.resolve(change),
  audit: () => ({ what: {} }),
});

const secretQuery = query({
  name: 'test.secret',
  summary: 'Gives less than it reads',
  input: z.object({ word: text(10) }),
  output: z.object({ word: z.string() }),
  basis: 'test',
  read: (_db, input) => Promise.resolve({ word: input.word, inner: 'hidden' }),
  allow: anyone(),
  discloses: () => undefined,
});

const namePage = page({
  door: 'staff',
  path: '/praca/imie',
  draft: () => 'name',
  load: nothing,
  view: (_data, context) => {
    const { values, errors, once } = formOf(context, rename);
    return {
      title: 'Imię',
      body: JSON.stringify({
        values,
        errors,
        once: once.length,
        saved: context.form.draftSavedAt !== undefined,
        done: context.done,
      }),
    };
  },
});
const nameForm = form({
  door: 'staff',
  path: '/praca/imie',
  command: rename,
  page: namePage,
  next: (result) => `/praca/imie?n=${result.name}#tam`,
});
const publicForm = form({
  door: 'public',
  path: '/:centre/imie',
  command: rename,
  page: namePage,
  next: () => '/',
});

let server: FastifyInstance;

beforeAll(async () => {
  const centre = centreInfo(house.centre.id);
  const clerk: Visit = { actor: house.centre.as('clerk'), centre, signedIn: true };
  server = await createServer({
    pool: house.pool,
    runner: house.runner,
    clock: house.clock,
    vault: house.vault,
    routes: [namePage, nameForm, publicForm],
    commands: [rename],
    queries: [secretQuery],
    assets: new Map([['/assets/a.css', { type: 'text/css', body: 'a{}' }]]),
    openapi: {},
    identify: (token) => Promise.resolve(token === 'good' ? clerk : undefined),
    visitors: () => Promise.resolve([]),
    visitorOf: (slug) =>
      Promise.resolve(
        slug === 'jarocin' ? { actor: house.centre.as('visitor'), centre, signedIn: false } : undefined,
      ),
    titleOf: (name) => name,
    translate: (lang, words) => `${lang}: ${words}`,
    frame: (view, context) => `${view.title}|${String(view.body)}|${context.form.problem?.code ?? ''}`,
    problemPage: (problem, status) => `${status} ${problem.code} ${problem.words} ${problem.incident ?? ''}`,
    report: () => undefined,
    secure: false,
    kept: keptPages(house.clock),
    publicReadsPerMinute: 1000,
    publicWritesPerMinute: 3,
    accountWritesPerMinute: 1000,
  });
});

const signedIn = { cookie: 'okienko=good', host: 'okienko.test' };
const post = (
  body: Record<string, string>,
  headers: Record<string, string> = signedIn,
  url = '/praca/imie',
) =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(body).toString(),
  });

describe('a page', () => {
  it('sends who is not signed in to the sign-in and remembers where they wanted to go', async () => {
    const answer = await server.inject({ url: '/praca/imie?x=1' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([
      303,
      '/logowanie?powrot=%2Fpraca%2Fimie%3Fx%3D1',
    ]);
  });

  it('is never cached and never framed', async () => {
    const answer = await server.inject({ url: '/praca/imie', headers: signedIn });
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('is a page of its own kind when there is no such address', async () => {
    expect((await server.inject({ url: '/nie/ma' })).statusCode).toBe(404);
  });
});

describe('a form', () => {
  it('leads on when it is done, and says what was done', async () => {
    const answer = await post({ name: 'Anna' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([
      303,
      '/praca/imie?n=Anna&zrobione=test.rename#tam',
    ]);
  });

  it('comes back with what was typed and what is wrong', async () => {
    const answer = await post({ name: ' ' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('"values":{"name":" "}');
    expect(answer.body).toContain('To pole jest potrzebne.');
  });

  it('comes back with the refusal of a rule and its basis', async () => {
    const answer = await post({ name: 'nie' });
    expect([answer.statusCode, answer.body.includes('Nie i już.')]).toEqual([409, true]);
  });

  it('comes back when somebody changed the thing meanwhile', async () => {
    const answer = await post({ name: 'Anna', _version: '3' });
    expect([answer.statusCode, answer.body.endsWith('input.stale')]).toEqual([409, true]);
    expect((await post({ name: 'Anna', _version: '4' })).statusCode).toBe(303);
  });

  it.each([
    ['another site', { origin: 'https://zly.example' }],
    ['another site by its own word', { 'sec-fetch-site': 'cross-site' }],
    ['nowhere', { origin: 'null' }],
  ])('is not taken from %s', async (_where, headers) => {
    expect((await post({ name: 'Anna' }, { ...signedIn, ...headers })).statusCode).toBe(403);
  });

  it('that breaks gives an incident number and no detail', async () => {
    const answer = await post({ name: 'bomba' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toMatch(/http\.fault .* [0-9a-f]{8}-/);
    expect(answer.body).not.toContain('secret detail');
  });

  it('without an account is limited by address; a worker is not', async () => {
    const answers = [];
    for (let index = 0; index < 5; index++)
      answers.push((await post({ name: 'a' }, { host: 'okienko.test' }, '/jarocin/imie')).statusCode);
    expect(answers).toEqual([303, 303, 303, 429, 429]);
    expect((await post({ name: 'a' }, signedIn, '/jarocin/imie')).statusCode).toBe(303);
  });
});

describe('a draft', () => {
  const show = async () => (await server.inject({ url: '/praca/imie', headers: signedIn })).body;

  it('is kept without a script, comes back with the page, and goes when the form is sent', async () => {
    expect((await post({ name: 'Zofia z domu', _intent: 'draft' })).headers['location']).toContain(
      'zrobione=draft.save',
    );
    expect(await show()).toContain('"values":{"name":"Zofia z domu"}');
    await post({ name: 'Zofia' });
    expect(await show()).toContain('"values":{}');
  });

  it('saves itself by script, for an account and for a visitor with a cookie of their own', async () => {
    const save = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: '/szkic',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: 'name=Ewa&_draft=name&_centre=jarocin',
      });
    expect((await save(signedIn)).json()).toMatchObject({ saved: true });
    expect(await show()).toContain('Ewa');
    const visitor = await save({ host: 'okienko.test', 'x-forwarded-for': '10.0.0.9' });
    expect(visitor.cookies.some((cookie) => cookie.name === 'okienko_szkic' && cookie.httpOnly)).toBe(true);
  });
});

describe('what no browser sends', () => {
  const send = (url: string, type: string, payload: string, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url,
      headers: { ...signedIn, 'content-type': type, ...headers },
      payload,
    });

  it('is never a fault: an address that cannot be read is answered with a page, under the same headers', async () => {
    const answer = await server.inject({ url: '/praca/%' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('http.malformed');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['a form that breaks off', 'multipart/form-data; boundary=a', '--a\r\nx'],
    ['a field named __proto__', 'application/json', '{"__proto__":{"name":"a"}}'],
  ])('is refused by the server: %s', async (_what, type, payload) => {
    expect((await send('/praca/imie', type, payload)).statusCode).toBe(400);
  });

  it('is nothing that a person typed: an object in place of a text', async () => {
    expect((await send('/praca/imie', 'application/json', '{"name":{"toString":1}}')).statusCode).toBe(422);
  });

  it.each([
    ['a NUL', 'application/x-www-form-urlencoded', 'name=a%00b&_draft=name&_centre=jarocin'],
    ['half a character', 'application/json', '{"name":"a\\ud800","_draft":"name","_centre":"jarocin"}'],
  ])('is left out of a draft: %s', async (_what, type, payload) => {
    expect((await send('/szkic', type, payload)).json()).toMatchObject({ saved: true });
  });

  it('gives no visitor the draft of a made-up cookie: one of another shape is replaced', async () => {
    const kept = await send(
      '/szkic',
      'application/x-www-form-urlencoded',
      'name=a&_draft=name&_centre=jarocin',
      {
        authorization: '',
        cookie: `okienko_szkic=${'x'.repeat(9000)}`,
        'x-forwarded-for': '10.0.0.77',
      },
    );
    expect(kept.statusCode).toBe(200);
    expect(kept.cookies.find(({ name }) => name === 'okienko_szkic')?.value).toMatch(/^[\w-]{24}$/);
  });

  it('leads nowhere else: a kept draft goes back to a page of ours only', async () => {
    const answer = await post(
      { name: 'a', _intent: 'draft' },
      { ...signedIn, host: 'okienko.test', referer: 'http://okienko.test//example.com/a' },
    );
    expect(answer.headers['location']).toBe('/praca?zrobione=draft.save');
  });
});

describe('the API', () => {
  const api = (url: string, payload?: unknown, headers: Record<string, string> = {}) =>
    server.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url,
      headers: { authorization: 'Bearer good', ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });

  it('runs the same commands and queries, and gives only what is declared', async () => {
    expect((await api('/api/commands/test.rename', { name: 'Anna' })).json()).toEqual({
      result: { name: 'Anna' },
    });
    expect((await api('/api/queries/test.secret?word=tak')).json()).toEqual({ word: 'tak' });
  });

  it('answers with problem documents (RFC 9457)', async () => {
    const invalid = await api('/api/commands/test.rename', { name: '' });
    expect(invalid.headers['content-type']).toContain('application/problem+json');
    expect(invalid.json()).toMatchObject({
      status: 422,
      code: 'input.invalid',
      errors: { name: 'To pole jest potrzebne.' },
    });
    expect((await api('/api/commands/test.rename', { name: 'nie' })).json()).toMatchObject({
      status: 409,
      code: 'test.no',
      basis: 'art. 7',
    });
    expect(
      (await api('/api/commands/test.rename', { name: 'x' }, { 'if-match': '"3"' })).json(),
    ).toMatchObject({ status: 409, code: 'input.stale' });
    expect((await server.inject({ url: '/api/queries/test.secret?word=a' })).json()).toMatchObject({
      status: 401,
    });
    expect((await api('/api/nie-ma')).json()).toMatchObject({ status: 404 });
    expect(
      (
        await server.inject({
          method: 'POST',
          url: '/api/commands/test.rename',
          headers: { authorization: 'Bearer good', 'content-type': 'application/json' },
          payload: '{',
        })
      ).json(),
    ).toMatchObject({ status: 400 });
  });
});

describe('assets', () => {
  it('are kept for good under an address of their own', async () => {
    expect((await server.inject({ url: '/assets/a.css' })).headers['cache-control']).toContain('immutable');
  });
});
