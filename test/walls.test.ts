import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse } from '../src/app/house.ts';
import { routes } from '../src/app/modules.ts';
import { roles } from '../src/platform/actor.ts';
import { newId } from '../src/platform/ids.ts';
import { testHouse } from './support/centre.ts';

const house = testHouse();
/** Stands in every name of the other centre; no page of ours may show it. */
const mark = 'Obcoziemna';
const foreign = { person: newId(), organization: newId(), case: newId() };
let server: FastifyInstance;

beforeAll(async () => {
  server = (await buildHouse(house.pool, house.clock, { secure: false, publicWrites: 10_000 })).server;
  const { id } = house.other;
  await house.owner.query(
    `update account set name = name || ' ${mark}', position = '${mark}' where centre_id = $1`,
    [id],
  );
  await house.owner.query(
    `insert into organization (centre_id, id, name) values ($1, $2, '${mark} Fundacja')`,
    [id, foreign.organization],
  );
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Ewa', '${mark}', 'test')`,
    [id, foreign.person],
  );
  await house.owner.query(
    `insert into authorisation (centre_id, id, account_id, scope, holder, document, granted_by, valid_from) values ($1, $2, $3, 'programme_cases', 'director', '${mark}', '${mark}', '2020-01-01')`,
    [id, newId(), house.other.as('director').accountId],
  );
  await house.owner.query(
    `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, '${mark}', '2026-11-16', '2026-11-17')`,
    [id, newId(), house.other.as('clerk').accountId, foreign.person],
  );
});
afterAll(async () => {
  await server.close();
});

/** Every address of a page or file behind sign-in, with the other centre's ids where the path asks for one. */
const addresses = routes
  .filter((route) => route.kind !== 'form' && route.door === 'staff')
  .map((route) =>
    route.path
      .replace(/:personId/g, foreign.person)
      .replace(/:accountId/g, () => house.other?.as('clerk').accountId ?? newId()),
  );

/** The cookie of a persona's session. */
const enter = async (slug: string, accountId: string): Promise<string> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const entered = await server.inject({
    method: 'POST',
    url: `/${slug}/logowanie/osoba`,
    headers,
    payload: `accountId=${accountId}`,
  });
  const cookie = entered.cookies.find((one) => one.name === 'okienko');
  if (!cookie) throw new Error(`no session: ${entered.statusCode}`);
  return `okienko=${cookie.value}`;
};

describe("the second wall: another centre's session sees nothing", () => {
  it.each(roles.filter((role) => role !== 'visitor'))('as %s, on any page and with any id', async (role) => {
    const cookie = await enter('jarocin', house.centre.as(role).accountId);
    expect((await server.inject({ url: '/praca/konto', headers: { cookie } })).statusCode).toBe(200);
    const seen: string[] = [];
    for (const address of addresses) {
      const url = address.replace(/:[A-Za-z]+/g, foreign.case);
      const { body, statusCode } = await server.inject({ url, headers: { cookie } });
      if (body.includes(mark) || statusCode >= 500) seen.push(`${statusCode} ${url}`);
    }
    expect(seen).toEqual([]);
  });

  it('the mark would be seen: its own centre sees it', async () => {
    const cookie = await enter('inne', house.other.as('administrator').accountId);
    for (const url of ['/praca/konta', '/praca/upowaznienia'])
      expect((await server.inject({ url, headers: { cookie } })).body).toContain(mark);
  });

  it('without a session nothing is shown at all', async () => {
    for (const address of addresses) {
      const { statusCode } = await server.inject({ url: address.replace(/:[A-Za-z]+/g, foreign.case) });
      expect([address, statusCode]).toEqual([address, 303]);
    }
  });
});
