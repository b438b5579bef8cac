import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { centreInfo } from '../../../test/support/centre-info.ts';
import { translator } from '../../lang.ts';
import { always } from '../actor.ts';
import { text } from '../fields.ts';
import { command } from '../runner/command.ts';
import { refuse } from '../runner/outcome.ts';
import { said } from '../said.ts';
import { form, formOf, nothing, page } from './route.ts';
import { keptPages } from './kept-pages.ts';
import { createServer } from './server.ts';

const house = testHouse();

const greet = command({
  name: 'test.greet',
  summary: 'Take a name down',
  input: z.object({ name: text(40) }),
  result: z.object({ name: z.string() }),
  basis: 'test',
  load: () => Promise.resolve({}),
  allow: { visitor: always },
  decide: (_target, { name }) => (name === 'nie' ? refuse('test.no', 'Nie i już.') : { name }),
  save: (_tx, change) => Promise.resolve(change),
  audit: () => ({ what: {} }),
});

const greeting = page({
  door: 'public',
  path: '/:centre/witaj',
  load: nothing,
  view: (_data, context) => ({
    title: context.centre.home,
    body: JSON.stringify({ lang: context.lang, address: context.address, ...formOf(context, greet).errors }),
  }),
});

let server: FastifyInstance;

beforeAll(async () => {
  const centre = centreInfo(house.centre.id);
  const visitor = { actor: house.centre.as('visitor'), centre, signedIn: false };
  server = await createServer({
    pool: house.pool,
    runner: house.runner,
    clock: house.clock,
    vault: house.vault,
    routes: [
      greeting,
      form({
        door: 'public',
        path: '/:centre/witaj',
        command: greet,
        page: greeting,
        next: (_result, request) => `${request.centre.home}/witaj`,
      }),
      page({ door: 'staff', path: '/praca/x', load: nothing, view: () => ({ title: '', body: '' }) }),
      page({ door: 'staff', path: '/:centre/moje', load: nothing, view: () => ({ title: '', body: '' }) }),
    ],
    commands: [greet],
    queries: [],
    assets: new Map(),
    openapi: {},
    identify: () => Promise.resolve(undefined),
    visitors: () => Promise.resolve([visitor]),
    visitorOf: (slug) => Promise.resolve(slug === 'jarocin' ? visitor : undefined),
    titleOf: (name) => name,
    translate: translator([...said, { pl: 'Nie i już.', uk: 'Ні, та й годі.', en: 'No, and that is that.' }]),
    frame: (view, _context) => `${view.title}|${String(view.body)}`,
    problemPage: (problem, status, _visit, place) =>
      `${status} ${place.lang} ${place.address} ${problem.words}`,
    report: () => undefined,
    secure: false,
    kept: keptPages(house.clock),
    publicReadsPerMinute: 1000,
    publicWritesPerMinute: 5,
    accountWritesPerMinute: 1000,
  });
});

const post = (url: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url,
    headers: { host: 'okienko.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(body).toString(),
  });

describe('a page in another language', () => {
  it('is the same page under its own address, and its links begin there', async () => {
    const polish = await server.inject({ url: '/jarocin/witaj?q=1' });
    const ukrainian = await server.inject({ url: '/uk/jarocin/witaj?q=1' });
    expect(polish.body).toBe('/jarocin|{"lang":"pl","address":"/jarocin/witaj?q=1"}');
    expect(ukrainian.body).toBe('/uk/jarocin|{"lang":"uk","address":"/jarocin/witaj?q=1"}');
  });

  it('says that an address does not exist in the language of the address', async () => {
    const answer = await server.inject({ url: '/en/jarocin/nigdzie' });
    expect([answer.statusCode, answer.body]).toEqual([
      404,
      '404 en /jarocin/nigdzie There is no such page here, or you may not open it.',
    ]);
  });

  it('is not given to staff pages: what is not there is not there in any language', async () => {
    expect((await server.inject({ url: '/uk/praca/x' })).statusCode).toBe(404);
  });

  it('keeps its language on the way to the sign-in and back', async () => {
    const answer = await server.inject({ url: '/uk/jarocin/moje?x=1' });
    expect(answer.headers['location']).toBe('/uk/logowanie?powrot=%2Fuk%2Fjarocin%2Fmoje%3Fx%3D1');
  });
});

describe('a form in another language', () => {
  it('leads on in the same language', async () => {
    const answer = await post('/uk/jarocin/witaj', { name: 'Ola' });
    expect(answer.headers['location']).toBe('/uk/jarocin/witaj?zrobione=test.greet');
  });

  it('comes back with errors and refusals in that language, and leads to other languages by the page it came from', async () => {
    const blank = await post(
      '/uk/jarocin/witaj',
      { name: '' },
      { referer: 'http://okienko.test/uk/jarocin/witaj?usluga=7' },
    );
    expect(blank.body).toContain(
      '{"lang":"uk","address":"/jarocin/witaj?usluga=7","name":"Це поле потрібне."}',
    );
    expect((await post('/uk/jarocin/witaj', { name: 'nie' })).body).toContain('Ні, та й годі.');
  });

  it('filled in by a robot comes back with everything kept: whoever was taken for one can send it again', async () => {
    const answer = await post('/uk/jarocin/witaj', { name: 'Ola', _strona: 'https://spam.example' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([409, undefined]);
    expect(answer.body).toContain('Схоже, що форму заповнила програма');
  });

  it('says in that language that there were too many tries', async () => {
    await post('/en/jarocin/witaj', { name: 'a' });
    const answer = await post('/en/jarocin/witaj', { name: 'b' });
    expect([answer.statusCode, answer.body]).toEqual([
      429,
      '429 en /jarocin/witaj Too many tries in a short time. Wait a minute and try again.',
    ]);
  });
});
