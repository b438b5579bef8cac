import type { Actor, Role } from '../../src/platform/actor.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Pool } from '../../src/platform/database/pool.ts';
import { newId } from '../../src/platform/ids.ts';
import { createRunner, type Runner } from '../../src/platform/runner/runner.ts';
import { newKey, type Vault, vaultOf } from '../../src/platform/vault/vault.ts';
import { beforeAll } from 'vitest';
import { testDatabase, type TestDatabase } from './database.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  set(instant: string): void;
}

export function testClock(instant = '2026-11-16T09:00:00.000Z'): TestClock {
  let current = instant;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}

/** The two gminas that test centres serve. */
export const gminas = { town: '3006023', village: '3006032' } as const;

export interface TestCentre {
  id: string;
  slug: string;
  /** One account per role; `as('provider', organizationId)` makes another one that acts for an organization. */
  as(role: Role, more?: Partial<Actor>): Actor;
  /** A new account with this role. */
  account(role: Role, more?: { organizationId?: string; personId?: string; name?: string }): Promise<Actor>;
}

export interface House extends TestDatabase {
  clock: TestClock;
  vault: Vault;
  runner: Runner;
  /** Two centres, so that every test can try the other one's rows. */
  centre: TestCentre;
  other: TestCentre;
}

const staffRoles: readonly Role[] = [
  'director',
  'service_organiser',
  'plan_coordinator',
  'community_organiser',
  'assistance_organiser',
  'clerk',
  'feeder',
  'provider',
  'region',
  'resident',
  'auditor',
  'administrator',
  'inspector',
];

async function addAccount(
  owner: Pool,
  centreId: string,
  role: Role,
  more: { organizationId?: string; personId?: string; name?: string } = {},
): Promise<Actor> {
  const id = newId();
  const name = more.name ?? `${role} testowy`;
  await owner.query(
    `insert into account (centre_id, id, login, name, position, persona, organization_id, person_id) values ($1, $2, $3, $4, $5, 'test', $6, $7)`,
    [centreId, id, `${role}-${id.slice(-6)}`, name, role, more.organizationId ?? null, more.personId ?? null],
  );
  await owner.query(
    `insert into account_role (centre_id, account_id, role, valid_from, valid_to) values ($1, $2, $3, '2020-01-01', $4)`,
    // An inspector's role always has an end.
    [centreId, id, role, role === 'inspector' ? '2099-12-31' : null],
  );
  return {
    centreId,
    accountId: id,
    name,
    position: role,
    roles: [role],
    ...(more.organizationId ? { organizationId: more.organizationId } : {}),
    ...(more.personId ? { personId: more.personId } : {}),
  };
}

async function addCentre(owner: Pool, slug: string): Promise<TestCentre> {
  const id = newId();
  for (const [teryt, name] of [
    [gminas.town, 'Jarocin'],
    [gminas.village, 'Kotlin'],
  ] as const)
    await owner.query(
      `insert into gmina values ($1, $2, 'test', 'jarociński', 'wielkopolskie') on conflict do nothing`,
      [teryt, name],
    );
  await owner.query(
    `insert into centre (id, slug, name, legal_form, place, letterhead, filing, demonstration) values ($1, $2, $3, 'A', 'Jarocin', $4, $5, true)`,
    [
      id,
      slug,
      `Centrum Usług Społecznych (${slug})`,
      JSON.stringify({
        addressLines: ['ul. Testowa 1', '63-200 Jarocin'],
        phone: null,
        email: null,
        web: null,
        bankAccount: null,
      }),
      JSON.stringify({ cell: 'CUS', classes: { case: '5020', plan: '5021', decision: '5022' } }),
    ],
  );
  for (const teryt of Object.values(gminas))
    await owner.query(
      `insert into centre_gmina (centre_id, teryt, valid_from) values ($1, $2, '2020-01-01')`,
      [id, teryt],
    );
  const accounts = new Map<Role, Actor>();
  for (const role of staffRoles) accounts.set(role, await addAccount(owner, id, role));
  return {
    id,
    slug,
    as(role, more = {}) {
      const actor = accounts.get(role) ?? {
        centreId: id,
        accountId: '00000000-0000-0000-0000-000000000000',
        name: role,
        position: '',
        roles: [role],
      };
      return { ...actor, ...more };
    },
    account: async (role, more) => await addAccount(owner, id, role, more),
  };
}

/** A migrated database with two staffed centres, a standing clock (Monday 16 November 2026) and the runner. */
export function testHouse(): House {
  const database = testDatabase();
  const clock = testClock();
  const vault = vaultOf([newKey()]);
  const house: Partial<House> & TestDatabase = {
    ...database,
    clock,
    vault,
    runner: createRunner(database.pool, clock, vault),
  };
  beforeAll(async () => {
    house.centre = await addCentre(database.owner, 'jarocin');
    house.other = await addCentre(database.owner, 'inne');
  });
  return house as House;
}
