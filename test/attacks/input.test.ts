import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse } from '../../src/app/house.ts';
import { commands, routes } from '../../src/app/modules.ts';
import { runningConsultation } from '../../src/modules/diagnosis/diagnosis.fixture.ts';
import { runningSurvey } from '../../src/modules/survey/survey.fixture.ts';
import { type Role, roles } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import type { AnyCommand } from '../../src/platform/runner/command.ts';
import { idsOf, type Ids, inputOf } from '../support/attack.ts';
import { testHouse } from '../support/centre.ts';
import { planScene, programmeScene } from '../support/plan.ts';
import { harmIn, harmInHeaders } from './harm.ts';

/**
 * What an attacker writes into every text field of every command, through the server itself. Wherever it is kept, the
 * pages that show it are opened afterwards (and far more of them in stored.test.ts).
 */
const house = testHouse();
let server: FastifyInstance;
let own: Ids;
let before = new Map<string, string>();
const cookies = new Map<Role, string>();

const payloads: Readonly<Record<string, string>> = {
  'a tag': '<zq zq=1><script>zq()</script><img src=x onerror=zq()>',
  'the end of an attribute': '" onmouseover="zq()" zq="1',
  'the end of a text area': '</textarea></title></script><zq zq=1>',
  'an address that runs': 'javascript:zq()//https://example.pl',
  SQL: `'; drop table person; -- ') or 1=1 /* \\'; select pg_sleep(9) --`,
  'a template': '{{7*7}}${7*7}#{7*7}<%= 7*7 %>#panic("zq")#import "letter.typ": *',
  'a formula': `=HYPERLINK("http://zq","x")`,
  'a formula of another kind': `@SUM(1+zq)|cmd' /C calc'!A0`,
  'a header': 'x\r\nSet-Cookie: zq=1\r\nBcc: zq@example.pl\r\n\r\n<zq>',
  'a path': '../../../../etc/passwd\u0000.pdf',
  'turned writing': 'a\u202egpj.exe\u2066\u200b\ufeff\u0301\u0301\u0301',
  'overlong UTF-8, half characters': '%c0%ae%c0%ae/\ud800\udc00\ud800 \udfff',
  'a calendar': 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nZQ:1',
  'a shape that a careless pattern never finishes': `${'a'.repeat(8_000)}!${' '.repeat(8_000)}@${'-'.repeat(8_000)}`,
};

/** The input with a text of its own in every place where a person writes freely; undefined where there is none. */
function written(input: unknown, text: string): unknown {
  let found = false;
  const within = (value: unknown): unknown => {
    if (value === 'tekst') {
      found = true;
      return text;
    }
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
  };
  const spoilt = within(input);
  return found ? spoilt : undefined;
}

const insider = (command: AnyCommand): Role =>
  roles.find((role) => command.allow[role] && cookies.has(role)) ?? 'clerk';

const send = async (command: AnyCommand, payload: unknown): Promise<LightMyRequestResponse> =>
  await server.inject({
    method: 'POST',
    url: `/api/commands/${command.name}`,
    headers: { cookie: cookies.get(insider(command)) ?? '', 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

/** What the other centre has in each of its tables. */
async function othersRows(): Promise<Map<string, string>> {
  const { rows: tables } = await house.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'centre_id' order by 1`,
  );
  const counts = tables.map(
    ({ name }) =>
      `select '${name}' as t, md5(coalesce(string_agg(x::text, '' order by x::text), '')) as h from "${name}" x where centre_id = $1`,
  );
  const { rows } = await house.owner.query<{ t: string; h: string }>(counts.join(' union all '), [
    house.other.id,
  ]);
  return new Map(rows.map(({ t, h }) => [t, h]));
}

beforeAll(async () => {
  for (const centre of [house.centre, house.other]) {
    await planScene(house, await programmeScene(house, centre), 'whole', { centre, name: 'Anna Swojska' });
    await runningSurvey(house, 'Ankieta', { centre });
    await runningConsultation(house, 'Diagnoza', centre);
  }
  const options = {
    secure: false,
    publicWrites: 1e9,
    accountWrites: 1e9,
    publicReads: 1e9,
    vault: house.vault,
  };
  const built = await buildHouse(house.pool, house.clock, options);
  server = built.server;
  // What waits in the outbox of either centre is done before its rows are looked at.
  await built.jobs.drain();
  for (const role of roles) {
    if (role === 'visitor') continue;
    const entered = await server.inject({
      method: 'POST',
      url: '/jarocin/logowanie/osoba',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${house.centre.as(role).accountId}`,
    });
    const cookie = entered.cookies.find(({ name }) => name === 'okienko');
    if (cookie) cookies.set(role, `okienko=${cookie.value}`);
  }
  own = await idsOf(house.owner, house.centre.id, newId());
  before = await othersRows();
}, 120_000);
afterAll(async () => {
  await server.close();
});

describe('in every text field of every command', () => {
  it.each(Object.entries(payloads))(
    '%s breaks nothing',
    async (_what, payload) => {
      const wrong: string[] = [];
      for (const command of commands) {
        const input = written(inputOf(command.input, own), payload);
        if (input === undefined) continue;
        const answer = await send(command, input);
        if (answer.statusCode >= 500) wrong.push(`${command.name}: ${answer.statusCode}`);
        wrong.push(...harmInHeaders(answer.headers).map((harm) => `${command.name}: ${harm}`));
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('enough of it is taken to be worth looking at, and every page that shows it shows text', async () => {
    const { rows } = await house.owner.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where centre_id = $1 and kind = 'change'`,
      [house.centre.id],
    );
    expect(rows[0]?.n).toBeGreaterThan(200);
    const ids = await idsOf(house.owner, house.centre.id, newId());
    const wrong: unknown[] = [];
    for (const route of routes) {
      if (route.kind !== 'page' && (route.kind !== 'file' || route.typed)) continue;
      const url = route.path
        .replace(':centre', 'jarocin')
        .replace(/:([A-Za-z]+)/g, (_whole, name: string) => ids[name] ?? 's1');
      const answer = await server.inject({ url, headers: { cookie: cookies.get('director') ?? '' } });
      const type = String(answer.headers['content-type'] ?? '');
      const harm = [...harmIn({ type, body: answer.rawPayload }), ...harmInHeaders(answer.headers)];
      if (harm.length > 0 || answer.statusCode >= 500) wrong.push([url, answer.statusCode, harm.slice(0, 3)]);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('twenty thousand lists in lists in place of every value are answered', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const wrong: string[] = [];
    for (const command of commands) {
      const input = inputOf(command.input, own);
      const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
      const { statusCode } = await send(command, `{${keys.map((key) => `"${key}":${deep}`).join(',')}}`);
      if (statusCode >= 500) wrong.push(`${command.name}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

/** Names of columns, rights and prototypes that nobody may set by naming them. */
const unasked = (): Record<string, unknown> => ({
  centreId: house.other.id,
  centre_id: house.other.id,
  accountId: house.other.as('director').accountId,
  account_id: house.other.as('director').accountId,
  actor: { roles: ['administrator'] },
  role: 'administrator',
  roles: ['administrator'],
  isAdmin: true,
  state: 'approved',
  version: 999,
  id: newId(),
  createdAt: '2000-01-01T00:00:00Z',
  createdBy: house.other.as('director').accountId,
  approvedBy: house.other.as('director').accountId,
  sign: 'CUS.1.1.2000',
  demonstration: false,
  passwordHash: 'x',
  constructor: { prototype: { polluted: true } },
});

/** The input with every unasked name that it does not have itself, in each object of it. */
function laden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(laden);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return {
    ...unasked(),
    ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, laden(inner)])),
  };
}

/** Objects of the input that are dictionaries by design (answers by the names of questions): whatever key is their data. */
const asPlain = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? 'bytes' : inner)) ?? '';

describe('mass assignment', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s takes over nothing that it does not ask for',
    (_name, command) => {
      const input = inputOf(command.input, own);
      const [bare, full] = [command.input.safeParse(input), command.input.safeParse(laden(input))];
      // A strict schema refuses them; any other leaves them out.
      expect(full.success ? asPlain(full.data) : 'refused').toBe(
        full.success ? asPlain(bare.data) : 'refused',
      );
    },
  );

  it('through the server as JSON changes nothing of another centre and no prototype', async () => {
    const wrong: string[] = [];
    for (const command of commands) {
      const { statusCode } = await send(command, laden(inputOf(command.input, own)));
      if (statusCode >= 500) wrong.push(`${command.name}: ${statusCode}`);
      const proto = await send(
        command,
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      );
      if (proto.statusCode < 400 || proto.statusCode >= 500)
        wrong.push(`${command.name}: ${proto.statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(await othersRows()).toEqual(before);
  }, 60_000);

  it('as a form, the same', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      if (route.kind !== 'form' || route.door !== 'staff') continue;
      const url = route.path
        .replace(':centre', 'jarocin')
        .replace(/:([A-Za-z]+)/g, (_whole, name: string) => own[name] ?? 's1');
      const payload = new URLSearchParams([
        ...Object.entries(unasked()).map(([name, value]): [string, string] => [name, String(value)]),
        ['__proto__.polluted', 'x'],
        ['constructor.prototype.polluted', 'x'],
        ['a.__proto__.polluted', 'x'],
        ['toString', 'x'],
        ['hasOwnProperty', 'x'],
      ]).toString();
      const headers = {
        cookie: cookies.get(insider(route.command)) ?? '',
        'content-type': 'application/x-www-form-urlencoded',
      };
      const { statusCode } = await server.inject({ method: 'POST', url, headers, payload });
      if (statusCode >= 500) wrong.push(`${url}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(await othersRows()).toEqual(before);
  }, 120_000);
});
