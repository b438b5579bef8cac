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
const foreign: Record<string, string> = {
  personId: newId(),
  organizationId: newId(),
  caseId: newId(),
  serviceId: newId(),
  programmeId: newId(),
  authorisationId: newId(),
};
let server: FastifyInstance;

beforeAll(async () => {
  foreign['accountId'] = house.other.as('clerk').accountId;
  server = (await buildHouse(house.pool, house.clock, { secure: false, publicWrites: 10_000 })).server;
  const { id } = house.other;
  await house.owner.query(
    `update account set name = name || ' ${mark}', position = '${mark}' where centre_id = $1`,
    [id],
  );
  await house.owner.query(
    `insert into organization (centre_id, id, name) values ($1, $2, '${mark} Fundacja')`,
    [id, foreign['organizationId']],
  );
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Ewa', '${mark}', 'test')`,
    [id, foreign['personId']],
  );
  await house.owner.query(
    `insert into authorisation (centre_id, id, account_id, scope, holder, document, granted_by, valid_from) values ($1, $2, $3, 'programme_cases', 'director', '${mark}', '${mark}', '2020-01-01')`,
    [id, foreign['authorisationId'], house.other.as('director').accountId],
  );
  await house.owner.query(
    `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, '${mark}', '2026-11-16', '2026-11-17')`,
    [id, newId(), house.other.as('clerk').accountId, foreign['personId']],
  );
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, sign, title, state, channel, coordinator_id)
     values ($1, $2, '3006023', $3, '${mark}.1.2026', '${mark}', 'in_recognition', 'phone', $4)`,
    [id, foreign['caseId'], foreign['personId'], house.other.as('plan_coordinator').accountId],
  );
  await house.owner.query(
    `insert into service (centre_id, id, name, track) values ($1, $2, '${mark}', 'programme')`,
    [id, foreign['serviceId']],
  );
  await house.owner.query(
    `insert into programme (centre_id, id, gmina, name) values ($1, $2, '3006023', '${mark}')`,
    [id, foreign['programmeId']],
  );
});
afterAll(async () => {
  await server.close();
});

/** Every address of a page or file behind sign-in, with the other centre's ids where the path asks for one. */
const addresses = (): string[] =>
  routes
    // A file that a form asks for has no address to open.
    .filter(
      (route) => (route.kind === 'page' || (route.kind === 'file' && !route.typed)) && route.door === 'staff',
    )
    .map((route) => route.path.replace(/:([A-Za-z]+)/g, (_part, name: string) => foreign[name] ?? newId()));

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
    for (const url of addresses()) {
      const { body, statusCode } = await server.inject({ url, headers: { cookie } });
      if (body.includes(mark) || statusCode >= 500) seen.push(`${statusCode} ${url}`);
    }
    expect(seen).toEqual([]);
  });

  it('the mark would be seen: its own centre sees it', async () => {
    const cookie = await enter('inne', house.other.as('administrator').accountId);
    for (const url of ['/praca/konta', '/praca/upowaznienia', '/praca/uslugi', '/praca/programy'])
      expect((await server.inject({ url, headers: { cookie } })).body).toContain(mark);
  });

  it('without a session nothing is shown at all', async () => {
    for (const url of addresses())
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 303]);
  });
});

describe('an address that names what cannot be leads nowhere', () => {
  it('a form sent there neither', async () => {
    const cookie = await enter('jarocin', house.centre.as('director').accountId);
    const wrongly: string[] = [];
    for (const route of routes) {
      if (route.kind !== 'form' || route.door !== 'staff' || !/:\w+Id\b/.test(route.path)) continue;
      const url = route.path.replace(/:[A-Za-z]+/g, 'nie-id');
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
      const { statusCode } = await server.inject({ method: 'POST', url, headers, payload: '' });
      if (statusCode === 200 || statusCode === 422 || statusCode >= 500) wrongly.push(`${statusCode} ${url}`);
    }
    expect(wrongly).toEqual([]);
  });

  it.each(['nie-id', '1', '%27', 'A'.repeat(36), newId().toUpperCase()])(
    '%s is not found, on any page',
    async (wrong) => {
      const cookie = await enter('jarocin', house.centre.as('director').accountId);
      const wrongly: string[] = [];
      for (const route of routes) {
        if (
          (route.kind !== 'page' && route.kind !== 'file') ||
          route.door !== 'staff' ||
          !/:\w+Id\b/.test(route.path)
        )
          continue;
        const url = route.path.replace(/:[A-Za-z]+/g, wrong);
        const { statusCode } = await server.inject({ url, headers: { cookie } });
        if (statusCode !== 404) wrongly.push(`${statusCode} ${url}`);
      }
      expect(wrongly).toEqual([]);
    },
  );
});
