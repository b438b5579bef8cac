import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setFee } from '../src/modules/casework/index.ts';
import { buildHouse, type House as Built } from '../src/app/house.ts';
import { commands, routes } from '../src/app/modules.ts';
import { inTransaction } from '../src/platform/database/tenant.ts';
import { testHouse } from '../test/support/centre.ts';
import { arrangeCase } from '../test/support/recognised-case.ts';
import { faultsOf, unseenStops } from './looks/audit.ts';
import { gather, type Kind, type Look } from './looks/gather.ts';
import { type Row, rows, unseen, type Who } from './looks/rows.ts';
import { type Scene, scenes } from './looks/scenes.ts';
import { enter, type Visitor } from './looks/visitor.ts';
import { accessibilityFaults, desk, journey, phone } from './support/browser.ts';

/**
 * Every page in its four looks. A test run reads the error and forbidden looks; with LOOKS=<folder> also the full
 * and empty ones, in every language of residents, and leaves pictures of all of them there (desk, phone, dark).
 */
const folder = process.env['LOOKS'];
const personas: Record<Who, string | undefined> = {
  visitor: undefined,
  resident: 'Wanda',
  plan_coordinator: 'Hanna',
  clerk: 'Marzena',
  service_organiser: 'Iwona',
  director: 'Grażyna',
  administrator: 'Przemysław',
  auditor: 'Artur',
  community_organiser: 'Mikołaj',
  assistance_organiser: 'Renata',
  feeder: 'Lucyna',
  provider: 'Celina',
  region: 'Ewa',
  inspector: 'Bogna',
};
const whos = Object.keys(personas) as Who[];
const paths = routes.flatMap((route) => (route.kind === 'page' ? [route.path] : []));
const addresses = routes.flatMap((route) =>
  route.kind === 'form' || (route.kind === 'file' && route.typed) ? [] : [route.path],
);

const { visit, address: base } = journey();
const house = testHouse();
let built: Built;
const looks: Look[] = [];

/** Everybody of one centre, each signed in once. */
async function everybody(
  at: string,
  keyOf: (who: Who) => Parameters<typeof enter>[2],
): Promise<(who: Who) => Visitor> {
  const visitors = new Map<Who, Visitor>();
  for (const who of whos) visitors.set(who, await enter(at, 'jarocin', keyOf(who)));
  return (who) => {
    const visitor = visitors.get(who);
    if (!visitor) throw new Error(`nobody is ${who}`);
    return visitor;
  };
}

/** Fees, which no service of the demonstration asks for: they stand in a centre of their own. */
async function* fees(as: (who: Who) => Visitor): AsyncGenerator<Scene> {
  const { caseId } = await arrangeCase(house, { state: 'qualified' });
  const actor = house.centre.as('plan_coordinator');
  const moment = { now: house.clock.now(), today: '2026-11-16', actor, vault: house.vault };
  const { id } = await inTransaction(house.pool, house.centre.id, async (tx) =>
    setFee(tx, moment, {
      caseId,
      title: 'Taksówka dla osoby niesamodzielnej',
      amountGrosze: 12_500,
      dueOn: '2026-11-13',
      steps: ['25 kursów × 5,00 zł'],
      basis: ['art. 43 ust. 1 ustawy o CUS'],
    }),
  );
  const page = `/praca/sprawy/${caseId}/oplaty`;
  for (const address of [page, `${page}/${id}`, `${page}/${id}/decyzja`])
    yield { who: 'director', address, as };
}

/** What a person asked of their data, and files whose time is over: no demonstration is that old. */
async function* privacy(as: (who: Who) => Visitor): AsyncGenerator<Scene> {
  const { caseId, personId } = await arrangeCase(house, { state: 'qualified' });
  await house.owner.query(
    `update case_file set sign = 'CUS.5020.1.2012', state = 'closed', closed_on = '2012-05-30' where id = $1`,
    [caseId],
  );
  const run = async (name: string, who: Who, input: unknown): Promise<Record<string, unknown>> => {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(name);
    const outcome = await house.runner.run(command, house.centre.as(who), input);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.problem.code}`);
    return outcome.value as Record<string, unknown>;
  };
  const home = '/praca/ochrona-danych';
  const { requestId } = await run('privacy.take-request', 'clerk', {
    personId,
    kind: 'access',
    askedBy: 'person',
    identifiedBy: 'okazany dowód osobisty',
    channel: 'in_person',
    receivedOn: '2026-10-20',
  });
  await run('privacy.adopt-activities', 'auditor', {});
  await run('privacy.set-class', 'director', {
    sign: '5020',
    title: 'Sprawy usług społecznych',
    category: 'BE',
    years: '10',
    validFrom: '2010-01-01',
    source: 'zarządzenie 3/2010',
  });
  const { reviewId } = await run('privacy.make-review', 'clerk', {});
  const { rows: items } = await house.owner.query<{ id: string }>(
    'select id from retention_item where review_id = $1',
    [reviewId],
  );
  const { rows: activities } = await house.owner.query<{ id: string }>(
    'select id from processing_activity limit 1',
  );
  yield { who: 'auditor', address: `${home}/zadania/${String(requestId)}`, as };
  yield { who: 'auditor', address: `${home}/rejestr/${activities[0]?.id ?? ''}`, as };
  yield { who: 'director', address: `${home}/akta/${String(reviewId)}`, as };
  yield { who: 'auditor', address: `${home}/akta/${String(reviewId)}/pozycje/${items[0]?.id ?? ''}`, as };
}

beforeAll(async () => {
  built = await buildHouse(house.pool, house.clock, {
    secure: false,
    publicWrites: 10_000,
    vault: house.vault,
  });
  const fresh = await built.server.listen({ port: 0, host: '127.0.0.1' });
  const inFresh = await everybody(fresh, (who) =>
    who === 'visitor' ? undefined : { accountId: house.centre.as(who).accountId },
  );
  const inDemonstration = await everybody(base, (who) => personas[who]);
  // A centre on its first day: nothing was ever written in it.
  for (const [path, row] of Object.entries(rows)) {
    if (/:(?!centre)/.test(path)) continue;
    const address = path.replace(':centre', 'jarocin');
    looks.push({ ...(await inFresh(row.as).get(address)), path, kind: 'empty', who: row.as });
  }
  const starts = ['/praca', '/praca/konto', '/jarocin', '/jarocin/moje'];
  looks.push(
    ...(await gather(rows, inDemonstration, {
      paths: addresses,
      starts,
      compared: folder ? 6 : 1,
      async *scenes(found) {
        yield* scenes(inDemonstration, {
          home: '/jarocin',
          version: found('/praca/programy/:programmeId/:number').address,
          organization: found('/praca/wykonawcy/:organizationId').address,
          call: found('/praca/sprawy/:caseId/wezwanie').address,
          person: found('/praca/osoby/:personId').address,
        });
        yield* fees(inFresh);
        yield* privacy(inFresh);
      },
    })),
  );
}, 600_000);
afterAll(async () => {
  await built.server.close();
});

/** Shows a look in a page that runs scripts, from the very bytes that were sent. */
async function show(page: Page, look: Look): Promise<void> {
  const at = `${look.base}${look.address.split('#')[0] ?? ''}`;
  await page.unrouteAll();
  await page.route(at, (route) =>
    route.fulfill({ status: look.status, body: look.body, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(at);
}

const ofKind = (...kinds: Kind[]): Look[] => looks.filter(({ kind }) => kinds.includes(kind));

/** Looks whose content differs in nothing that axe reads: the page of a problem, whatever it was asked about. */
const sameMarkup = ({ body }: Look): string =>
  (body.split('<main')[1] ?? body).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|value="[^"]*"|href="[^"]*"/g, '');

/** Rules that measure every letter and every box: read when pictures are made; contrast.test.ts has the colours always. */
const slow = folder ? [] : ['color-contrast', 'target-size'];

/**
 * Error looks of workers' forms are of one make: axe reads each third of them on every run and all when pictures are made.
 * What residents meet it always reads.
 */
const axeReads = ({ kind, path: of }: Look, index: number): boolean =>
  folder !== undefined || kind !== 'error' || !of.startsWith('/praca') || index % 3 === 0;

/** Read at 320 px: as narrow as a page of 1280 px is at 400 %. */
const faults = async (page: Page, list: readonly Look[]): Promise<string[]> => {
  const found: string[] = [];
  await page.setViewportSize({ width: 320, height: 800 });
  const read = new Set<string>();
  for (const [index, look] of list.entries()) {
    const key = sameMarkup(look);
    if (read.has(key)) continue;
    read.add(key);
    await show(page, look);
    const wrong = [
      ...(await faultsOf(page, look)),
      ...(axeReads(look, index) ? await accessibilityFaults(page, slow) : []),
      ...((await page.evaluate(() => document.documentElement.scrollWidth)) > 320
        ? ['wider than 320 px']
        : []),
    ];
    found.push(...wrong.map((one) => `${look.kind} ${look.path} (${look.who}): ${one}`));
  }
  return found;
};

describe('every page of the product', () => {
  it('has its row: who works on it, and who is turned away', () => {
    expect([...Object.keys(rows), ...Object.keys(unseen)].toSorted()).toEqual(paths.toSorted());
  });

  it('was found in the demonstration, or is shown by a scene', () => {
    const full = new Set(ofKind('full').map(({ path }) => path));
    expect(Object.keys(rows).filter((path) => !full.has(path))).toEqual([]);
  });

  it('turns away whoever may not, and says who can help', () => {
    const open = ofKind('forbidden').filter(({ status }) => status !== 403 && status !== 404);
    expect(open.map(({ path, who, status }) => `${path} is open to ${who}: ${status}`)).toEqual([]);
    const closable = Object.entries(rows).flatMap(([path, row]: [string, Row]) =>
      row.closedTo ? [path] : [],
    );
    expect(new Set(ofKind('forbidden').map(({ path }) => path)).size).toBe(closable.length);
  });

  it('says in its error and forbidden looks what happened, and axe finds nothing', {
    timeout: 300_000,
  }, async () => {
    const page = await visit({ viewport: desk });
    expect(await faults(page, ofKind('error', 'forbidden'))).toEqual([]);
  });
});

describe.runIf(folder)('pictures of every page', () => {
  it('full and empty: axe finds nothing', { timeout: 1_800_000 }, async () => {
    const page = await visit({ viewport: desk });
    expect(await faults(page, ofKind('full', 'empty'))).toEqual([]);
  });

  it('full: every stop of Tab is seen, with its outline', { timeout: 1_800_000 }, async () => {
    const page = await visit({ viewport: desk });
    // Otherwise the page glides to what Tab has reached, and is looked at on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const look of ofKind('full')) {
      await show(page, look);
      found.push(...(await unseenStops(page)).map((one) => `${look.path}: ${one}`));
    }
    expect(found).toEqual([]);
  });

  it.each([
    ['desk', desk, 'light'],
    ['phone', phone, 'light'],
    ['dark', desk, 'dark'],
  ] as const)('%s', { timeout: 1_800_000 }, async (name, viewport, colorScheme) => {
    const page = await visit({ viewport, colorScheme, javaScriptEnabled: false });
    const shown = name === 'dark' ? ofKind('full') : looks;
    expect(new Set(shown.map((look) => look.path)).size).toBe(Object.keys(rows).length);
    for (const look of shown) {
      await show(page, look);
      const target = path.join(folder ?? '', look.kind);
      mkdirSync(target, { recursive: true });
      const file = look.path.replaceAll(/[/:]+/g, '_').slice(1);
      await page.screenshot({ path: path.join(target, `${file}.${name}.png`), fullPage: true });
    }
  });
});
