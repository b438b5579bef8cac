import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse } from '../src/app/house.ts';
import { testHouse } from './support/centre.ts';

const house = testHouse();
let server: FastifyInstance;

beforeAll(async () => {
  const options = { secure: false, publicWrites: 30, vault: house.vault };
  server = (await buildHouse(house.pool, house.clock, options)).server;
});
afterAll(async () => {
  await server.close();
});

const form = async (
  url: string,
  fields: Record<string, string>,
  { cookie = '', address = '10.1.0.1' } = {},
): Promise<LightMyRequestResponse> =>
  await server.inject({
    method: 'POST',
    url,
    remoteAddress: address,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const page = async (url: string, cookie = ''): Promise<string> =>
  (await server.inject({ url, headers: { cookie } })).body;

const cookieOf = (answer: LightMyRequestResponse): string => {
  const cookie = answer.cookies.find(({ name }) => name === 'okienko_szkic');
  return cookie ? `${cookie.name}=${cookie.value}` : '';
};

describe('what one visitor has typed', () => {
  const secret = 'Boję się męża i nie mam gdzie pójść.';

  it('is there for the browser that typed it, and for no other: not without a cookie, not with a made-up one', async () => {
    const kept = await form('/szkic', { _draft: 'zglos', _centre: 'jarocin', 'needs.0.words': secret });
    const mine = cookieOf(kept);
    expect(await page('/jarocin/zglos', mine)).toContain(secret);
    const other = cookieOf(
      await form('/szkic', { _draft: 'zglos', _centre: 'jarocin', 'needs.0.words': 'Coś innego' }),
    );
    expect(other).not.toBe(mine);
    const guesses = ['', other, `okienko_szkic=${'A'.repeat(24)}`, 'okienko_szkic=%', 'okienko_szkic='];
    for (const cookie of guesses) expect(await page('/jarocin/zglos', cookie)).not.toContain(secret);
    // The same browser at another centre is another visitor.
    expect(await page('/inne/zglos', mine)).not.toContain(secret);
  });

  it('is not reached by naming somebody’s draft, nor by a name that holds another’s cookie', async () => {
    const mine = cookieOf(
      await form('/szkic', { _draft: 'zglos', _centre: 'jarocin', 'needs.0.words': secret }),
    );
    const value = mine.split('=')[1] ?? '';
    const thief = cookieOf(
      await form('/szkic', { _draft: `${value}:zglos`, _centre: 'jarocin', x: 'nadpisane' }),
    );
    expect(await page('/jarocin/zglos', thief)).not.toContain(secret);
    expect(await page('/jarocin/zglos', mine)).toContain(secret);
    const { rows } = await house.owner.query<{ n: number }>(
      `select count(*)::int as n from form_draft where form = $1`,
      [`${value}:zglos`],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('a thousand guesses at the code of a case', () => {
  it('from one address end after the first thirty of a minute, and none of them tells anything', async () => {
    const guess = async (n: number) =>
      await form(
        `/jarocin/sprawa?klucz=${'a'.repeat(32)}`,
        { code: `AAAA-AA${String(n).padStart(4, '0')}`, birthDate: '1950-01-01' },
        { address: '10.2.0.1' },
      );
    const answers: LightMyRequestResponse[] = [];
    for (let n = 0; n < 1000; n++) answers.push(await guess(n));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code !== 429)).toHaveLength(30);
    expect(codes.some((code) => code >= 500)).toBe(false);
    const refused = answers.at(-1);
    expect(refused?.body).toContain('Odczekaj minutę');
    expect(refused?.headers['retry-after']).toBeDefined();
    const { rows } = await house.owner.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where action = 'casework.follow-case'`,
    );
    expect(rows).toEqual([{ n: 30 }]);
  });
});
