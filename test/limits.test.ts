import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildHouse } from '../src/app/house.ts';
import type { Actor } from '../src/platform/actor.ts';
import { gminas, testHouse } from './support/centre.ts';

const house = testHouse();
const perAddress = 4;
const perAccount = 6;
let server: FastifyInstance;

beforeAll(async () => {
  const options = { secure: false, publicWrites: perAddress, accountWrites: perAccount, vault: house.vault };
  server = (await buildHouse(house.pool, house.clock, options)).server;
});
afterAll(async () => {
  await server.close();
});

let hour = 0;
beforeEach(() => house.clock.set(`2026-11-16T${String(hour++).padStart(2, '0')}:00:00.000Z`));

let address = 0;
/** Somebody at a network address of their own. */
const visitor = (cookie = '') => {
  const remoteAddress = `10.0.0.${++address}`;
  return {
    form: async (url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> =>
      await server.inject({
        method: 'POST',
        url,
        remoteAddress,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
    command: async (name: string, payload: object): Promise<LightMyRequestResponse> =>
      await server.inject({
        method: 'POST',
        url: `/api/commands/${name}`,
        remoteAddress,
        headers: { cookie },
        payload,
      }),
  };
};

const session = async ({ accountId }: Actor): Promise<string> => {
  const entered = await visitor().form('/jarocin/logowanie/osoba', { accountId });
  return `okienko=${entered.cookies.find((one) => one.name === 'okienko')?.value ?? ''}`;
};

const times = async (count: number, attempt: () => Promise<LightMyRequestResponse>): Promise<number[]> => {
  const answers: number[] = [];
  for (let n = 0; n < count; n++) answers.push((await attempt()).statusCode);
  return answers;
};

describe('changes of a signed-in account', () => {
  it('are limited per account and minute, in forms and in the API together; another account goes on', async () => {
    const clerk = await house.centre.account('clerk');
    const worker = visitor(await session(clerk));
    const renew = async () => await worker.command('agenda.renew-feed', {});
    expect(await times(perAccount, renew)).toEqual(Array.from({ length: perAccount }, () => 200));
    const refused = await renew();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.json()).toMatchObject({ code: 'http.too-many', status: 429 });
    const page = await worker.form('/praca/osoby/nowa', {});
    expect(page.statusCode).toBe(429);
    expect(page.body).toContain('Odczekaj minutę');
    expect((await worker.form('/szkic', { _draft: 'x', a: 'b' })).statusCode).toBe(429);

    const other = visitor(await session(await house.centre.account('clerk')));
    expect((await other.command('agenda.renew-feed', {})).statusCode).toBe(200);
    house.clock.set(house.clock.now().replace(':00:00', ':01:00'));
    expect((await renew()).statusCode).toBe(200);
  });
});

describe('guesses are limited per address, also with a session', () => {
  it.each([
    ['sign-in', '/jarocin/logowanie', { login: 'nikt', password: 'zgadywanka', code: '000000' }],
    [
      'the code of a case',
      `/jarocin/sprawa?klucz=${'a'.repeat(32)}`,
      { code: 'AAAA-AAAA-AAAA', birthDate: '1950-01-01' },
    ],
  ])('%s', async (_what, url, fields) => {
    const worker = visitor(await session(await house.centre.account('clerk')));
    const answers = await times(perAddress + 1, async () => await worker.form(url, fields));
    expect(answers.slice(0, perAddress)).not.toContain(429);
    expect(answers.at(-1)).toBe(429);
    // Somebody else at another address is not held up.
    expect((await visitor().form(url, fields)).statusCode).not.toBe(429);
  });

  it.each([
    ['access.sign-in', { login: 'nikt', password: 'zgadywanka', code: '000000' }],
    ['access.change-password', { current: 'zgadywanka', next: 'a', repeated: 'a' }],
    ['casework.follow-case', { code: 'AAAA-AAAA-AAAA', birthDate: '1950-01-01', seed: 'a'.repeat(32) }],
  ])('%s through the API', async (name, input) => {
    const worker = visitor(await session(await house.centre.account('clerk')));
    const answers = await times(perAddress + 1, async () => await worker.command(name, input));
    expect(answers.slice(0, perAddress)).not.toContain(429);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('a file in the API', () => {
  it('may be as large as in a form: 20 MB before Base64; other commands take a megabyte', async () => {
    const worker = visitor(await session(await house.centre.account('clerk')));
    const report = { channel: 'phone', gmina: gminas.town, needs: [{ words: 'Opieka' }] };
    const { caseId } = (await worker.command('casework.take-report', report)).json().result;
    const pdf = (size: number): string => {
      const bytes = Buffer.alloc(size, 32);
      bytes.write('%PDF-1.7\n');
      bytes.write('%%EOF\n', size - 6);
      return bytes.toString('base64');
    };
    const attach = async (size: number) =>
      await worker.command('casework.attach-file', {
        caseId,
        file: { name: 'skan.pdf', content: pdf(size) },
      });
    expect((await attach(2 * 1024 * 1024)).statusCode).toBe(200);
    expect((await attach(20 * 1024 * 1024 + 1)).json()).toMatchObject({ code: 'file.file_too_large' });
    expect(
      (await worker.command('casework.take-report', { ...report, x: pdf(2 * 1024 * 1024) })).statusCode,
    ).toBe(413);
  });
});
