import { Readable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { buildHouse } from '../../src/app/house.ts';
import type { commands, queries } from '../../src/app/modules.ts';
import { shieldPerson } from '../../src/modules/people/commands/shield.ts';
import { reindexPeople } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/tenant.ts';
import { appendAudit } from '../../src/platform/runner/audit.ts';
import { isOfRecord, type Relation } from '../../src/app/visibility.ts';
import { type Actor, type Role, roles } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Ids } from './attack.ts';
import { type House, testHouse } from './centre.ts';
import { done, type Offered, programmeScene } from './plan.ts';
import { runningInspection } from './inspection.ts';
import { planningRows } from './planning-rows.ts';
import { privacyRows } from './privacy-rows.ts';
import { type RecordOf, recordOf } from './relations.ts';
import { undoing } from './undone.ts';
import { inputTemplate } from './valid-input.ts';

export type Verb = (typeof commands)[number] | (typeof queries)[number];

/** Names of the other centre's persons and the hidden address: no answer may hold them. */
export const foreignMark = 'Obcoziemna';
export const hiddenAddress = /Tajemna|Skrytkowo/;

/**
 * One house in which everybody has an own record, one of another team, one of another centre and one of a person whose
 * address is hidden; a server with a session for every role; and no try that leaves a trace (undone.ts).
 */
export interface Scene {
  house: House;
  send(
    request: { url: string; method?: 'POST'; payload?: object | string; type?: string },
    role: Role,
    relation?: Relation,
  ): Promise<LightMyRequestResponse>;
  /** Who a role is in this scene. */
  actorOf(role: Role, relation?: Relation): Actor;
  /** The ids that a try of a verb is made with. */
  idsFor(verb: string, role: Role, relation: Relation | undefined): Ids;
  /** The same, but nobody's. */
  idsOfNobody(verb: string, role: Role): Ids;
  /** A part of a path by its name. */
  fill(name: string, ids: Ids): string;
  /** What stands in the name of the person of a record, and nowhere else. */
  markOf(role: Role, relation: Relation): string;
  /** Marks of the records that are a role's own, and of all others of the centre. */
  marksFor(role: Role): { own: string[]; others: string[] };
  /** An input that the verb's schema takes. */
  inputOf(verb: Verb, ids: Ids): unknown;
}

/** Rows of registers about no person that this house does not hold: to who may, they are not there. */
export const rowsNotArranged: readonly string[] = [
  'privacy.access-pack',
  'privacy.allow-in-spite',
  'privacy.answer-request',
  'privacy.decide-item',
  'privacy.extend-request',
  'privacy.lift-restriction',
  'privacy.view-request',
  'privacy.view-review',
  'access.set-substitution',
  'access.end-substitution',
  'access.stand-in',
  'access.remove-passkey',
  'access.end-session',
  'access.passkey-challenge',
  'lpdi.published',
  'lpdi.published-paper',
  'needs.code-word',
  'needs.dismiss-word',
  'directory.decide-proposal',
  'resources.drop-import',
  'resources.import',
  'resources.view-import',
  'results.code-answer',
  'results.remove-code',
  'results.write-code',
  'results.published-report',
  'results.published',
  'results.cross',
  'results.view',
  'results.open-answers',
  'survey.drop-contact',
  'survey.settle-copy',
  'programmes.compare-versions',
];

/** Parts of paths that are no ids. */
const pathParts: Readonly<Record<string, string>> = {
  centre: 'jarocin',
  format: 'pdf',
  number: '1',
  item: 'period',
  section: 'opis',
  chapter: 'needs',
  krok: '1',
  kind: 'zgloszenie',
  way: 'dalej',
  schema: 'service',
  id: 'x',
  draft: 'x'.repeat(43),
  link: 'x'.repeat(43),
};

/** Roles whose tie to a case is not its coordination. */
const tieOf = (role: Role): 'case' | 'team' | 'unit' =>
  role === 'assistance_organiser' ? 'team' : role === 'feeder' ? 'unit' : 'case';

const actorKey = (role: Role, relation: Relation | undefined): string =>
  role === 'resident' && relation === 'shielded' ? 'resident-shielded' : role;

/** A person moves to an address that anybody could find, and then it is hidden, as it happens in life. */
async function hideAddress({ owner, pool, runner, centre, vault }: House, { ids }: RecordOf): Promise<void> {
  const { personId } = ids;
  await owner.query(
    `update person set locality = 'Skrytkowo', street = 'Tajemna', house_number = '777' where id = $1`,
    [personId],
  );
  await inTransaction(pool, centre.id, (tx) => reindexPeople(tx, { centreId: centre.id, vault }));
  // What was typed into the application before stands there too.
  await owner.query(`update application set answers = $2 where case_id = $1`, [
    ids['caseId'],
    JSON.stringify({ residence_address: 'ul. Tajemna 777, Skrytkowo' }),
  ]);
  const reason = 'Przemoc w rodzinie.';
  done(await runner.run(shieldPerson, centre.as('director'), { personId, reason }));
}

async function workedWith({ pool, centre }: House, { ids }: RecordOf): Promise<void> {
  await inTransaction(
    pool,
    centre.id,
    () => Promise.resolve(),
    async (send) =>
      await appendAudit(
        send,
        (['clerk', 'service_organiser'] as const).map((role) => {
          const { accountId, name } = centre.as(role);
          const subject = { personId: ids['personId'] ?? null, what: {} };
          return { accountId, actor: name, action: 'people.correct', kind: 'change', ...subject };
        }),
      ),
  );
}

/** Arranges the records by their relation; the person of the shielded ones lives at a hidden address. */
async function arrangeRecords(
  house: House,
  offered: Offered,
  elsewhere: Offered,
  second: Actor,
): Promise<Map<string, RecordOf>> {
  const unit = { organizationId: offered.otherOrganizationId };
  const wanted: Record<string, Parameters<typeof recordOf>[2]> = {
    'own-case': { mark: 'Swojska' },
    'shielded-case': { mark: 'Chroniona' },
    'own-team': { mark: 'Zespolna', coordinator: second, transfer: 'team' },
    'shielded-team': { mark: 'Ukryta', coordinator: second, transfer: 'team' },
    'own-unit': { mark: 'Jednostkowa', coordinator: second, transfer: unit },
    'shielded-unit': { mark: 'Zaslonieta', coordinator: second, transfer: unit },
    other: { mark: 'Postronna', coordinator: second },
    foreign: { mark: foreignMark, centre: house.other },
  };
  const records = new Map<string, RecordOf>();
  for (const [key, ties] of Object.entries(wanted)) {
    const record = await recordOf(house, key === 'foreign' ? elsewhere : offered, ties);
    // The other record is served by another provider.
    if (key === 'other')
      await house.owner.query(
        `update plan_line set organization_id = $2 where plan_version_id in (select id from plan_version where plan_id = $1)`,
        [record.ids['planId'], offered.otherOrganizationId],
      );
    // The window and the organiser have worked with the person of their own record: the chain says so.
    if (key.endsWith('-case')) await workedWith(house, record);
    records.set(key, record);
    if (key.startsWith('shielded')) await hideAddress(house, record);
  }
  return records;
}

export function visibilityScene(): Scene {
  const house = testHouse();
  const undo = undoing(house.pool);
  const nowhere = newId();
  const actors = new Map<string, Actor>();
  const cookies = new Map<string, string>();
  const appointments = new Map<string, string>();
  const unitRows: Record<string, string> = {};
  const templates = new Map<string, (ids: Ids) => unknown>();
  let records = new Map<string, RecordOf>();
  let server: FastifyInstance;
  let common: Record<'own' | 'foreign', Awaited<ReturnType<typeof planningRows>>>;

  const recordFor = (role: Role, relation: Relation): RecordOf => {
    const key = relation === 'own' || relation === 'shielded' ? `${relation}-${tieOf(role)}` : relation;
    const found = records.get(key);
    if (!found) throw new Error(`no record ${key}`);
    return found;
  };

  async function appoint(key: string, { accountId, centreId }: Actor): Promise<void> {
    const id = newId();
    await house.owner.query(
      `insert into appointment (centre_id, id, account_id, kind, starts_at, minutes) values ($1, $2, $3, 'other', '2026-11-16T12:00:00Z', 30)`,
      [centreId, id, accountId],
    );
    appointments.set(key, id);
  }

  async function enter(key: string, actor: Actor): Promise<void> {
    actors.set(key, actor);
    await appoint(key, actor);
    const entered = await server.inject({
      method: 'POST',
      url: `/${house.centre.slug}/logowanie/osoba`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${actor.accountId}`,
    });
    const cookie = entered.cookies.find((one) => one.name === 'okienko');
    if (!cookie) throw new Error(`no session for ${key}: ${entered.statusCode}`);
    cookies.set(key, `okienko=${cookie.value}`);
  }

  async function enterAll(offered: Offered): Promise<void> {
    const { centre } = house;
    const person = (key: string): string => records.get(key)?.ids['personId'] ?? '';
    const acting: Partial<Record<Role, () => Promise<Actor>>> = {
      feeder: () => centre.account('feeder', { organizationId: offered.otherOrganizationId }),
      provider: () => centre.account('provider', { organizationId: offered.organizationId }),
      resident: () => centre.account('resident', { personId: person('own-case') }),
    };
    for (const role of roles)
      if (role !== 'visitor') await enter(role, (await acting[role]?.()) ?? centre.as(role));
    await enter('resident-shielded', await centre.account('resident', { personId: person('shielded-case') }));
  }

  beforeAll(async () => {
    const { centre, other } = house;
    const offered = await programmeScene(house);
    const elsewhere = await programmeScene(house, other);
    const second = await centre.account('plan_coordinator');
    await appoint('second', second);
    await appoint('foreign', other.as('clerk'));
    const serviceId = newId();
    const organizationId = offered.otherOrganizationId;
    await house.owner.query(
      `insert into service (centre_id, id, name, track, organization_id) values ($1, $2, 'Dzienny dom', 'programme', $3)`,
      [centre.id, serviceId, organizationId],
    );
    Object.assign(unitRows, { serviceId, ownerId: organizationId });
    records = await arrangeRecords(house, offered, elsewhere, second);
    common = {
      own: await planningRows(house, centre, nowhere),
      foreign: await planningRows(house, other, nowhere),
    };
    // Nobody changes an own account or authorisation: what is tried stands on another account than those who may.
    const accountId = centre.as('service_organiser').accountId;
    const authorisationId = newId();
    await house.owner.query(
      `insert into authorisation (centre_id, id, account_id, scope, holder, document, granted_by, request, valid_from) values ($1, $2, $3, 'plan_approval', 'employee', 'nr 1', 'Burmistrz', 'wniosek', '2026-01-01')`,
      [centre.id, authorisationId, accountId],
    );
    const held = { role: 'service_organiser', validFrom: '2020-01-01' };
    Object.assign(common.own.ids, { authorisationId, accountId, ...held });
    Object.assign(common.foreign.ids, held);
    const caseId = (key: string): string => records.get(key)?.ids['caseId'] ?? '';
    const sample = [caseId('own-case'), caseId('shielded-case')];
    const [inspected, elsewhereInspected] = [
      await runningInspection(house, centre, sample),
      await runningInspection(house, other, [caseId('foreign')]),
    ];
    Object.assign(common.own.ids, { inspectionId: inspected });
    Object.assign(common.foreign.ids, { inspectionId: elsewhereInspected });
    Object.assign(common.own.ids, await privacyRows(house, centre, caseId('other')));
    Object.assign(common.foreign.ids, await privacyRows(house, other, caseId('foreign')));
    const enough = { publicWrites: 1_000_000, accountWrites: 1_000_000, publicReads: 1_000_000 };
    const built = await buildHouse(house.pool, house.clock, {
      secure: false,
      ...enough,
      vault: house.vault,
      keptFile: () => Readable.from([Buffer.from('x')]),
    });
    server = built.server;
    await enterAll(offered);
    undo.from();
  }, 120_000);
  afterAll(async () => {
    await server.close();
  });

  const scene: Scene = {
    house,
    async send({ type, ...request }, role, relation) {
      const cookie = cookies.get(actorKey(role, relation));
      const headers = { ...(cookie ? { cookie } : {}), ...(type ? { 'content-type': type } : {}) };
      return await server.inject({ ...request, headers });
    },
    actorOf: (role, relation) => actors.get(actorKey(role, relation)) ?? house.centre.as(role),
    marksFor(role) {
      const all = [...records].filter(([key]) => key !== 'foreign');
      const mine = all.filter(([key]) => (role === 'provider' ? key !== 'other' : key.endsWith(tieOf(role))));
      const own = role === 'resident' ? mine.filter(([key]) => key === 'own-case') : mine;
      const marks = (some: typeof all): string[] => some.map(([, { mark }]) => mark);
      return { own: marks(own), others: marks(all.filter((one) => !own.includes(one))) };
    },
    markOf: (role, relation) => recordFor(role, relation).mark,
    fill: (name, ids) => pathParts[name] ?? ids[name] ?? nowhere,
    idsFor(verb, role, relation) {
      const { ids, lpdiId } = relation === 'foreign' ? common.foreign : common.own;
      const { secret, ...named } = ids;
      const mine = relation !== 'foreign' && relation !== 'other';
      const whose = relation === 'foreign' ? 'foreign' : 'second';
      return {
        ...named,
        ...(verb.includes('-link') && secret ? { secret } : {}),
        // An address that names no record is tried about an own one (relationTried).
        ...(isOfRecord(verb) ? recordFor(role, relation ?? 'own').ids : {}),
        appointmentId: appointments.get(mine ? actorKey(role, relation) : whose) ?? nowhere,
        ownerId: ids['organizationId'] ?? nowhere,
        ...(role === 'feeder' && mine ? unitRows : {}),
        ...(verb.startsWith('lpdi.') ? { planId: lpdiId } : {}),
        // What a resident reports, they report on the web.
        ...(role === 'resident' || role === 'visitor' ? { channel: 'web' } : {}),
      };
    },
    idsOfNobody(verb, role) {
      const { secret, ...ids } = scene.idsFor(verb, role, 'foreign');
      const nobody = Object.entries(ids).map(([name, id]) => [
        name,
        /^[0-9a-f-]{36}$/.test(id) ? nowhere : id,
      ]);
      return { ...Object.fromEntries(nobody), slug: 'nie-ma', ...(secret ? { secret: 'A'.repeat(32) } : {}) };
    },
    inputOf(verb, ids) {
      const template = templates.get(verb.name) ?? inputTemplate(verb.input);
      templates.set(verb.name, template);
      return template(ids);
    },
  };
  return scene;
}
