import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { buildHouse } from '../../src/app/house.ts';
import { type Actor, type Role, roles } from '../../src/platform/actor.ts';
import type { House } from './centre.ts';

export { fieldsOfForm } from './forms.ts';

export interface Web {
  /** A page as a role or one account sees it; without any as a visitor. */
  get(url: string, who?: Role | Actor): Promise<LightMyRequestResponse>;
  /** Any request, with a method, headers and a body of its own. */
  send(request: InjectOptions, who?: Role | Actor): Promise<LightMyRequestResponse>;
  /** A form as a browser sends it. */
  post(
    url: string,
    fields: Record<string, string | string[]>,
    who?: Role | Actor,
  ): Promise<LightMyRequestResponse>;
}

/** The whole server on a test's database, with every role signed in through the persona's door. */
export function testWeb(house: House): Web {
  let server: FastifyInstance;
  const cookies = new Map<string, string>();
  const enter = async (key: string, accountId: string): Promise<string> => {
    const entered = await web.post(`/${house.centre.slug}/logowanie/osoba`, { accountId });
    const cookie = `okienko=${entered.cookies.find((one) => one.name === 'okienko')?.value ?? ''}`;
    cookies.set(key, cookie);
    return cookie;
  };
  const headersOf = async (who?: Role | Actor): Promise<Record<string, string>> => {
    if (!who) return {};
    if (typeof who === 'string') return { cookie: cookies.get(who) ?? '' };
    return { cookie: cookies.get(who.accountId) ?? (await enter(who.accountId, who.accountId)) };
  };
  const web: Web = {
    get: async (url, who) => await server.inject({ url, headers: await headersOf(who) }),
    send: async (request, who) =>
      await server.inject({ ...request, headers: { ...(await headersOf(who)), ...request.headers } }),
    post: async (url, fields, who) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      return await server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...(await headersOf(who)) },
        payload: new URLSearchParams(pairs).toString(),
      });
    },
  };
  beforeAll(async () => {
    server = (
      await buildHouse(house.pool, house.clock, { secure: false, publicWrites: 10_000, vault: house.vault })
    ).server;
    for (const role of roles.filter((one) => one !== 'visitor'))
      await enter(role, house.centre.as(role).accountId);
  });
  afterAll(async () => {
    await server.close();
  });
  return web;
}
