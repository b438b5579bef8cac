import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../src/app/demo/demonstration.ts';
import { buildHouse } from '../../src/app/house.ts';
import { newKey, vaultOf } from '../../src/platform/vault/vault.ts';
import { testClock } from '../support/centre.ts';
import { testDatabase } from '../support/database.ts';
import { harmIn, harmInHeaders, tagsOf } from './harm.ts';
import { poisonEverything } from './poison.ts';

/**
 * Everything that people could have written in a whole town is poisoned in the database itself, behind every check of
 * what is typed; then everybody opens every page, file and export there is. Nothing of it may do anything.
 */
const database = testDatabase();
const now = '2026-11-23T10:30:00.000Z';
let server: FastifyInstance;
let reached = 0;

interface Seen {
  url: string;
  who: string;
  status: number;
  type: string;
  harm: string[];
  /** What was made harmless two times is not what the person wrote. */
  twice: boolean;
}
const seen: Seen[] = [];
let changesBefore = 0;

const changes = async (): Promise<number> =>
  (
    await database.owner.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where kind = 'change' and action <> all($1)`,
      [['access.sign-in-as-persona', 'agenda.renew-feed']],
    )
  ).rows[0]?.n ?? 0;

/** A page by what it is: ids are alike, so are values of a query. */
const patternOf = (url: string): string => {
  const { pathname, searchParams } = new URL(url, 'http://okienko.test');
  const path = pathname
    .replace(/^\/(?:(uk|en)\/)?(?:[\w-]+)(?=\/|$)/, (whole, lang?: string) => {
      const slug = whole.split('/').at(-1) ?? '';
      return slugs.has(slug) ? `/:centre${lang ?? ''}` : whole;
    })
    .replace(/\/[\w-]{20,}(?=[/.]|$)/g, '/:id')
    .replace(/\/\d+(?=\/|$)/g, '/:n');
  return `${path}?${[...searchParams.keys()].sort().join('&')}`;
};

const slugs = new Set<string>();
const perPattern = 4;
/** Letters and exports cost more than pages, and are made of the same texts. */
const perFile = 1;
const timesSeen = new Map<string, number>();
const filesSeen = new Map<string, number>();

/** Opens whatever can be reached by links, each kind of page once for each person and three times in all. */
async function walk(who: string, cookie: string, from: readonly string[]): Promise<void> {
  const queue = [...from];
  const own = new Set<string>();
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const pattern = patternOf(url);
    const [path = ''] = pattern.split('?');
    if (own.has(pattern) || (timesSeen.get(pattern) ?? 0) >= perPattern) continue;
    if ((filesSeen.get(path) ?? 0) >= perFile) continue;
    own.add(pattern);
    timesSeen.set(pattern, (timesSeen.get(pattern) ?? 0) + 1);
    const answer = await server.inject({ url, headers: { cookie, host: 'okienko.test' } });
    const type = String(answer.headers['content-type'] ?? '');
    const body = answer.rawPayload;
    if (!type.startsWith('text/html')) filesSeen.set(path, (filesSeen.get(path) ?? 0) + 1);
    seen.push({
      url,
      who,
      status: answer.statusCode,
      type,
      harm: [...harmIn({ type, body }), ...harmInHeaders(answer.headers)],
      twice: type.startsWith('text/html') && /&amp;(?:lt|gt|amp|quot|#\d+);/.test(body.toString('utf8')),
    });
    const next = answer.headers.location ? [String(answer.headers.location)] : [];
    const links = type.startsWith('text/html')
      ? tagsOf(body.toString('utf8')).tags.flatMap(({ attributes }) => attributes.get('href') ?? [])
      : [];
    for (const link of [...next, ...links]) {
      const target = URL.parse(link, `http://okienko.test${url}`);
      if (target?.host === 'okienko.test' && !target.pathname.startsWith('/assets/'))
        queue.push(`${target.pathname}${target.search}`);
    }
  }
}

/** The address of a worker's calendar, which no page shows twice. */
async function feedOf(slug: string, cookie: string): Promise<string[]> {
  const url = '/api/commands/agenda.renew-feed';
  const answer = await server.inject({ method: 'POST', url, headers: { cookie }, payload: {} });
  const { result }: { result: { secret: string } } = answer.json();
  return [`/${slug}/kalendarz/${result.secret}.ics`];
}

beforeAll(async () => {
  const clock = testClock(now);
  const vault = vaultOf([newKey()]);
  await loadDemonstration(database.owner, database.address, { now, vault });
  reached = await poisonEverything(database.owner);
  const options = { secure: false, publicWrites: 10_000, publicReads: 1_000_000, vault };
  server = (await buildHouse(database.pool, clock, options)).server;
  const { rows: centres } = await database.owner.query<{ slug: string }>('select slug from centre');
  for (const { slug } of centres) slugs.add(slug);
  changesBefore = await changes();
  for (const slug of slugs)
    for (const lang of ['', '/uk', '/en'])
      await walk('visitor', '', [`${lang}/${slug}`, `${lang}/${slug}/zglos`]);
  await walk('visitor', '', ['/', '/api/openapi.json', '/hsds', '/o-okienku']);
  const { rows: accounts } = await database.owner.query<{ id: string; slug: string; role: string }>(
    `select distinct on (r.role, c.slug) a.id, c.slug, r.role from account a
     join centre c on c.id = a.centre_id join account_role r on r.centre_id = a.centre_id and r.account_id = a.id
     where a.persona is not null and c.slug in ('jarocin', 'piotrkow-trybunalski') order by r.role, c.slug, a.id`,
  );
  for (const { id, slug, role } of accounts) {
    const entered = await server.inject({
      method: 'POST',
      url: `/${slug}/logowanie/osoba`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${id}`,
    });
    const cookie = entered.cookies.find(({ name }) => name === 'okienko');
    if (!cookie) throw new Error(`${role} could not enter`);
    const session = `okienko=${cookie.value}`;
    const feed = role === 'plan_coordinator' ? await feedOf(slug, session) : [];
    await walk(`${slug} ${role}`, session, [...feed, '/praca', `/${slug}/moje`, `/${slug}`]);
  }
}, 240_000);
afterAll(async () => {
  await server.close();
});

describe('what people wrote is text, wherever it is shown', () => {
  it('is shown as it was written, not made harmless twice', () => {
    expect(seen.filter(({ twice }) => twice).map(({ who, url }) => `${who} ${url}`)).toEqual([]);
  });

  it('the poison reached the texts of the town, and the pages show it', () => {
    expect(reached).toBeGreaterThan(300);
    expect(new Set(seen.map(({ url }) => patternOf(url))).size).toBeGreaterThan(180);
  });

  it('no page, file, export or feed breaks', () => {
    expect(
      seen.filter(({ status }) => status >= 500).map(({ status, who, url }) => [status, who, url]),
    ).toEqual([]);
  });

  it('nothing runs, nothing leads away, no cell is a formula, no header and no line is a stranger’s', () => {
    expect(
      seen.filter(({ harm }) => harm.length > 0).map(({ url, who, harm }) => [url, who, harm.slice(0, 3)]),
    ).toEqual([]);
  });

  it.each([
    'text/html',
    'text/csv',
    'text/calendar',
    'application/pdf',
    'application/json',
    'openxmlformats',
  ])('this was looked at as %s too', (kind) => {
    expect(seen.filter(({ type, status }) => type.includes(kind) && status === 200).length).toBeGreaterThan(
      0,
    );
  });

  it('opening changes nothing: no address that a foreign page could make a browser open does anything', async () => {
    expect(await changes()).toBe(changesBefore);
  });

  it('the tables are all there', async () => {
    const { rows } = await database.owner.query<{ n: number }>('select count(*)::int as n from person');
    expect(rows[0]?.n).toBeGreaterThan(100);
  });
});
