import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { buildHouse } from '../../../app/house.ts';

const house = testHouse();
let server: FastifyInstance;
let cookie = '';

beforeAll(async () => {
  server = (
    await buildHouse(house.pool, house.clock, { secure: false, publicWrites: 10_000, vault: house.vault })
  ).server;
  const clerk = await house.centre.account('clerk');
  await house.owner.query('update account set persona = $2 where id = $1', [clerk.accountId, 'próba']);
  await house.owner.query('update centre set demonstration = true where id = $1', [house.centre.id]);
  const entered = await server.inject({
    method: 'POST',
    url: '/jarocin/logowanie/osoba',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `accountId=${clerk.accountId}`,
  });
  cookie = `okienko=${entered.cookies.find(({ name }) => name === 'okienko')?.value ?? ''}`;
});
afterAll(async () => await server.close());

const inputs = (html: string): string[] => [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);

describe('a form that asks for a secret', () => {
  it('a password is masked, may be pasted and may be filled in by a keeper of passwords', async () => {
    const { body } = await server.inject('/jarocin/logowanie');
    const [password] = inputs(body).filter((tag) => tag.includes('name="password"'));
    expect(password).toContain('type="password"');
    expect(password).toContain('autocomplete="current-password"');
    expect(password).not.toMatch(/onpaste|maxlength|readonly|pattern/);
    expect(inputs(body).find((tag) => tag.includes('name="login"'))).toContain('autocomplete="username"');
    expect(inputs(body).find((tag) => tag.includes('name="code"'))).toContain('autocomplete="one-time-code"');
  });
});

describe('a page of work', () => {
  it.each(['/praca', '/praca/konto', '/praca/osoby', '/praca/sprawy'])(
    'the way out stands on every page of work: %s',
    async (url) => {
      const { body, statusCode } = await server.inject({ url, headers: { cookie } });
      expect(statusCode).toBe(200);
      expect(body).toContain('action="/wyloguj"');
    },
  );

  it('after the way out nothing of it is left in the browser: no page was kept, and the session opens none', async () => {
    const seen = await server.inject({ url: '/praca', headers: { cookie } });
    expect(seen.headers['cache-control']).toBe('no-store');
    const out = await server.inject({ method: 'POST', url: '/wyloguj', headers: { cookie } });
    expect(out.cookies.find(({ name }) => name === 'okienko')).toMatchObject({ value: '', path: '/' });
    expect((await server.inject({ url: '/praca', headers: { cookie } })).statusCode).toBe(303);
  });
});
