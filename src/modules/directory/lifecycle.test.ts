import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { cards, lastAudit } from './directory.fixture.ts';
import { over } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { setTerms } from './commands/set-terms.ts';
import { stepCommands, type StepName } from './commands/steps.ts';
import { updateServices } from './db/write-services.ts';
import { mayTake, serviceSteps, serviceStates, stateAfter } from './domain/lifecycle.ts';
import { viewTerms } from './queries/view-terms.ts';
import { confirmEvery } from './domain/service.ts';

const house = testHouse();
const { drafted, published, organiser, organization, put, seen } = cards(house);
const names = Object.keys(stepCommands) as StepName[];

/** The organiser takes every step but the director's. */
const taking = (name: StepName) => (name === 'publish-service' ? house.centre.as('director') : organiser());

const run = async (name: StepName, serviceId: string, actor = taking(name)) =>
  at(await house.runner.run(stepCommands[name], actor, { serviceId, reason: 'powód' }));

describe('the life of a card (domain reference, section 11)', () => {
  it('leads from a draft through submission and verification to publication', async () => {
    const id = await drafted({}, house.centre.as('clerk'));
    expect(await seen(id)).toMatchObject({ state: 'draft', confirmedOn: null });
    expect(await run('submit-service', id, house.centre.as('clerk'))).toBe('done');
    expect(await run('verify-service', id)).toBe('done');
    expect(await run('publish-service', id)).toBe('done');
    expect(await seen(id)).toMatchObject({
      state: 'published',
      confirmedOn: '2026-11-16',
      confirmBy: '2027-02-14',
    });
    expect(confirmEvery).toBe(90);
  });

  it.each(names)('%s is taken from its states only, and leads where the table says', async (name) => {
    const id = await drafted();
    for (const state of serviceStates) {
      await put(id, { state });
      const outcome = await run(name, id);
      expect([state, outcome]).toEqual([state, mayTake(name, state) ? 'done' : `directory.not-${state}`]);
      expect((await seen(id))?.state).toBe(mayTake(name, state) ? stateAfter(name, state) : state);
    }
  });

  it('lets the director approve; the organiser checks; the front desk and a unit write (domain reference 2.9)', async () => {
    const unit = await organization('Dom kultury');
    const id = await drafted({ organizationId: unit });
    const admitted = async (name: StepName) => {
      const [from] = serviceSteps[name].from;
      const roles = await rolesAdmitted(async (role) => {
        await put(id, { state: from });
        return await run(name, id, house.centre.as(role));
      });
      await put(id, { state: from });
      const feeder = await house.centre.account('feeder', { organizationId: unit });
      return [...roles, ...((await run(name, id, feeder)) === 'done' ? ['its own unit'] : [])];
    };
    const keepers = ['service_organiser'];
    const all = [...keepers, 'clerk', 'its own unit'];
    const found: Record<string, string[]> = {};
    for (const name of names) found[name] = await admitted(name);
    expect(found).toEqual({
      'submit-service': all,
      'return-service': ['director', ...keepers],
      'verify-service': keepers,
      'publish-service': ['director'],
      'confirm-service': all,
      'suspend-service': all,
      'resume-service': ['director', ...keepers, 'clerk'],
      'withdraw-service': all,
      'restore-service': keepers,
    });
  });

  it("does not let a unit touch another unit's card, nor anybody another centre's", async () => {
    const id = await published({ organizationId: await organization('Biblioteka') });
    const stranger = await house.centre.account('feeder', {
      organizationId: await organization('Inna jednostka'),
    });
    for (const name of names) {
      expect(await run(name, id, stranger)).toBe('forbidden');
      expect(await run(name, id, house.other.as('director'))).toBe('not_found');
    }
  });

  it('asks for a reason where somebody else will read why, and writes it down', async () => {
    const id = await published();
    const silent = await house.runner.run(stepCommands['suspend-service'], organiser(), { serviceId: id });
    expect(silent).toMatchObject({ ok: false, problem: { fields: { reason: expect.any(String) } } });
    await run('suspend-service', id);
    expect(await seen(id)).toMatchObject({ state: 'suspended', stateReason: 'powód' });
    expect(await lastAudit(house, 'directory.suspend-service')).toMatchObject({
      before: 'published',
      after: 'suspended',
      reason: 'powód',
    });
    await run('resume-service', id);
    expect(await seen(id)).toMatchObject({ state: 'published', stateReason: null });
  });

  it('takes the days that a confirmation is good for from the settings of the centre', async () => {
    const id = await published();
    expect(at(await house.runner.run(setTerms, organiser(), { confirmDays: '30', linkDays: '7' }))).toBe(
      'done',
    );
    await run('confirm-service', id);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-12-16' });
  });

  it('lets the organiser and the director set how long a confirmation is good for', async () => {
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(setTerms, house.centre.as(role), { confirmDays: 90, linkDays: 30 })),
    );
    expect(admitted).toEqual(['director', 'service_organiser']);
    const wrong = await house.runner.run(setTerms, organiser(), { confirmDays: 0, linkDays: 400 });
    expect(wrong).toMatchObject({
      problem: { fields: { confirmDays: expect.any(String), linkDays: expect.any(String) } },
    });
    expect(await house.runner.ask(viewTerms, house.other.as('director'), {})).toMatchObject({
      value: { confirmDays: 90, linkDays: 30, version: 0 },
    });
    expect(at(await house.runner.ask(viewTerms, house.centre.as('clerk'), {}))).toBe('forbidden');
  });

  it('fades any number of cards at once: a statement carries at most 65,535 parameters', async () => {
    const sent: number[] = [];
    const db = over(async (text, values) => {
      sent.push(values.length);
      return await house.owner.query(text, [...values]);
    });
    await updateServices(db, house.centre.id, Array.from({ length: 70_000 }, newId), { state: 'to_confirm' });
    expect(sent.every((count) => count < 20)).toBe(true);
  });

  it('is the diagram in the README', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const drawn = [...readme.matchAll(/^ {2}(\w+) --> (\w+): ([\w-]+)$/gm)].map(
      ([, from, to, action]) => `${from} ${action} ${to}`,
    );
    const said = Object.entries(serviceSteps).flatMap(([action, { from, to }]) =>
      to === null ? [] : from.map((state) => `${state} ${action} ${to}`),
    );
    expect(drawn.sort()).toEqual(said.sort());
  });
});
