import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { newId } from '../../../platform/ids.ts';
import { auditOf, freshName, neverWrite, openCase, register } from '../people.fixture.ts';
import { listHouseholdCandidates } from '../queries/household-candidates.ts';
import { viewPerson } from '../queries/view-person.ts';
import { recordDeath, withdrawDeath } from './death.ts';
import { formHousehold, joinHousehold, leaveHousehold } from './households.ts';
import { addRelation, endRelation } from './relations.ts';

const house = testHouse();
const clerk = () => house.centre.as('clerk');

const view = async (personId: string) => {
  const outcome = await house.runner.ask(viewPerson, clerk(), { personId });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const form = async (personId: string, validFrom = '2020-01-01') => {
  const outcome = await house.runner.run(formHousehold, clerk(), { personId, part: 'head', validFrom });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.householdId;
};
const join = (personId: string, householdId: string, change: object = {}, actor = clerk()) =>
  house.runner.run(joinHousehold, actor, {
    personId,
    householdId,
    part: 'child',
    validFrom: '2020-01-01',
    ...change,
  });
const leave = (personId: string, householdId: string, validTo = '2026-01-31', actor = clerk()) =>
  house.runner.run(leaveHousehold, actor, { personId, householdId, validTo });

describe('households with dated membership', () => {
  it('begin with one person and bear their surname', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName });
    const id = await form(personId);
    expect((await view(personId)).households).toMatchObject([
      {
        id,
        name: `Gospodarstwo: ${familyName}`,
        members: [{ personId, part: 'head', validFrom: '2020-01-01', validTo: null }],
      },
    ]);
  });

  it('let a child live in two of them at once', async () => {
    const [mother, father, child] = [await register(house), await register(house), await register(house)];
    const [hers, his] = [await form(mother), await form(father)];
    expect(await join(child, hers)).toMatchObject({ ok: true });
    expect(await join(child, his)).toMatchObject({ ok: true });
    expect((await view(child)).households.map(({ id }) => id).sort()).toEqual([hers, his].sort());
  });

  it('remember who lived there and from when to when', async () => {
    const [mother, child] = [await register(house), await register(house)];
    const id = await form(mother);
    await join(child, id);
    expect(await leave(child, id)).toMatchObject({ ok: true });
    expect((await view(mother)).households[0]?.members).toMatchObject([
      { personId: mother, validTo: null },
      { personId: child, validFrom: '2020-01-01', validTo: '2026-01-31' },
    ]);
    expect(await join(child, id, { validFrom: '2026-02-01' })).toMatchObject({ ok: true });
    expect((await view(mother)).households[0]?.members).toHaveLength(3);
  });

  it('refuse what cannot be, at its field', async () => {
    const [mother, child] = [await register(house), await register(house)];
    const id = await form(mother);
    expect(await join(child, id, { part: 'head' })).toMatchObject({
      problem: { code: 'people.join-second-head', fields: { part: expect.any(String) } },
    });
    expect(await join(child, id, { validFrom: '2026-11-17' })).toMatchObject({
      problem: { code: 'people.join-future', fields: { validFrom: expect.any(String) } },
    });
    expect(await leave(child, id)).toMatchObject({ problem: { code: 'people.leave-not-a-member' } });
    await join(child, id);
    expect(await join(child, id)).toMatchObject({ problem: { code: 'people.join-overlaps' } });
    expect(await leave(child, id, '2019-12-31')).toMatchObject({
      problem: { code: 'people.leave-before-start', fields: { validTo: expect.any(String) } },
    });
    expect(await join(child, id, { validFrom: '31.02.2020' })).toMatchObject({
      problem: { kind: 'invalid', fields: { validFrom: expect.any(String) } },
    });
  });

  it('take the same person once from two workers at the same moment', async () => {
    const [mother, child] = [await register(house), await register(house)];
    const id = await form(mother);
    const both = await Promise.all([join(child, id), join(child, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('refuse a form filled in before somebody else changed the household', async () => {
    const [mother, one, two] = [await register(house), await register(house), await register(house)];
    const householdId = await form(mother);
    await join(one, householdId);
    const stale = await house.runner.run(
      joinHousehold,
      clerk(),
      { personId: two, householdId, part: 'child', validFrom: '2020-01-01' },
      { version: 1 },
    );
    expect(stale).toMatchObject({ problem: { kind: 'stale' } });
  });

  it('end with a death and come back when it was a mistake', async () => {
    const [mother, child] = [await register(house), await register(house)];
    const id = await form(mother);
    await join(child, id);
    await house.runner.run(recordDeath, clerk(), {
      personId: child,
      deceasedOn: '2026-11-01',
      source: 'akt zgonu',
    });
    const ends = async () =>
      (await view(child)).households[0]?.members.find(({ personId }) => personId === child)?.validTo;
    expect(await ends()).toBe('2026-11-01');
    expect(await join(child, await form(await register(house)))).toMatchObject({
      problem: { code: 'people.join-after-death' },
    });
    await house.runner.run(withdrawDeath, clerk(), { personId: child, reason: 'pomyłka' });
    expect(await ends()).toBeNull();
  });

  it('are of one centre: neither person nor household of another is known', async () => {
    const [mine, theirs] = [await register(house), await register(house, {}, house.other)];
    const here = await form(mine);
    const there = await house.runner.run(formHousehold, house.other.as('clerk'), {
      personId: theirs,
      part: 'head',
      validFrom: '2020-01-01',
    });
    expect(await join(theirs, here)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await join(mine, there.ok ? there.value.householdId : newId())).toMatchObject({
      problem: { kind: 'not_found' },
    });
    expect(await leave(mine, newId())).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it.each(neverWrite)('are not written by the role %s', async (role) => {
    const [mother, child] = [await register(house), await register(house)];
    const id = await form(mother);
    const actor = house.centre.as(role);
    const denied = { problem: { kind: 'forbidden' } };
    expect(
      await house.runner.run(formHousehold, actor, {
        personId: child,
        part: 'head',
        validFrom: '2020-01-01',
      }),
    ).toMatchObject(denied);
    expect(await join(child, id, {}, actor)).toMatchObject(denied);
    expect(await leave(mother, id, '2026-01-31', actor)).toMatchObject(denied);
    expect(await house.runner.ask(listHouseholdCandidates, actor, { personId: child })).toMatchObject(denied);
  });

  it('are written by the coordinator of the person only', async () => {
    const [mine, other] = [await register(house), await register(house)];
    const coordinator = house.centre.as('plan_coordinator');
    await openCase(house, mine, { coordinator });
    const id = await form(await register(house));
    expect(await join(mine, id, {}, coordinator)).toMatchObject({ ok: true });
    expect(await join(other, id, {}, coordinator)).toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('households offered to a person', () => {
  const home = (houseNumber: string) => ({ locality: 'Jarocin', street: 'Wesoła', houseNumber });
  const candidates = async (personId: string, q?: string) => {
    const outcome = await house.runner.ask(listHouseholdCandidates, clerk(), { personId, q });
    return outcome.ok ? outcome.value.households.map(({ id }) => id) : [];
  };

  it('are those under the same address, or those whom a search finds', async () => {
    const [familyName, away] = [freshName(), freshName()];
    const [mother, child] = [
      await register(house, { ...home('7'), familyName }),
      await register(house, home('7')),
    ];
    await register(house, home('77'));
    const [same, elsewhere] = [
      await form(mother),
      await form(await register(house, { ...home('8'), familyName: away })),
    ];
    expect(await candidates(child)).toEqual([same]);
    expect(await candidates(child, away)).toEqual([elsewhere]);
    await join(child, same);
    expect(await candidates(child)).toEqual([]);
  });

  it('are never told by a hidden address', async () => {
    const [hidden, child] = [await register(house, home('9')), await register(house, home('9'))];
    await form(hidden);
    await house.owner.query('update person set shielded = true where id = $1', [hidden]);
    expect(await candidates(child)).toEqual([]);
  });
});

describe('representatives, carers and family (art. 35)', () => {
  const add = (personId: string, otherPersonId: string, change: object = {}, actor = clerk()) =>
    house.runner.run(addRelation, actor, {
      personId,
      otherPersonId,
      kind: 'factual_carer',
      validFrom: '2024-05-01',
      ...change,
    });

  it('are seen from both sides, the carer with a phone number', async () => {
    const [person, carer] = [await register(house), await register(house, { phone: '600500400' })];
    expect(await add(person, carer, { note: 'sąsiadka' })).toMatchObject({ ok: true });
    expect((await view(person)).relations).toMatchObject([
      {
        direction: 'has',
        kind: 'factual_carer',
        note: 'sąsiadka',
        other: { id: carer, phone: '+48600500400' },
      },
    ]);
    expect((await view(carer)).relations).toMatchObject([
      { direction: 'is', kind: 'factual_carer', other: { id: person } },
    ]);
  });

  it('may live outside the gminas of the centre', async () => {
    const [person, carer] = [await register(house), await register(house, { livesOutside: 'Poznań' })];
    expect(await add(person, carer)).toMatchObject({ ok: true });
  });

  it('refuse what cannot be, at its field', async () => {
    const [person, child] = [await register(house), await register(house, { birthDate: '2015-01-01' })];
    const fields = async (change: object, other = child) => {
      const outcome = await add(person, other, change);
      return outcome.ok ? 'done' : [outcome.problem.code, ...Object.keys(outcome.problem.fields ?? {})];
    };
    expect(await fields({}, person)).toEqual(['people.relation-self', 'otherPersonId']);
    expect(await fields({ kind: 'statutory_representative', document: 'akt' })).toEqual([
      'people.relation-minor',
      'otherPersonId',
    ]);
    expect(await fields({ kind: 'statutory_representative' }, await register(house))).toEqual([
      'people.relation-document-missing',
      'document',
    ]);
    expect(await fields({ validFrom: '2026-12-01' })).toEqual(['people.relation-future', 'validFrom']);
    expect(await fields({})).toBe('done');
    expect(await fields({})).toEqual(['people.relation-exists', 'kind']);
  });

  it('end on a day, once', async () => {
    const person = await register(house);
    const added = await add(person, await register(house));
    const end = (validTo: string, actor = clerk()) =>
      house.runner.run(endRelation, actor, { relationId: added.ok ? added.value.relationId : '', validTo });
    expect(await end('2024-04-30')).toMatchObject({ problem: { code: 'people.end-before-start' } });
    expect(await end('2026-10-31')).toMatchObject({ ok: true });
    expect(await end('2026-10-31')).toMatchObject({ problem: { code: 'people.end-ended' } });
    expect((await view(person)).relations).toMatchObject([{ validTo: '2026-10-31' }]);
    expect((await auditOf(house, 'people.end-relation')).at(-1)).toMatchObject({
      person_id: person,
      what: { to: '2026-10-31' },
    });
  });

  it('are of one centre', async () => {
    const [mine, theirs] = [await register(house), await register(house, {}, house.other)];
    expect(await add(mine, theirs)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await add(theirs, mine)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(
      await house.runner.run(endRelation, clerk(), { relationId: newId(), validTo: '2026-01-01' }),
    ).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it.each(neverWrite)('are not written by the role %s', async (role) => {
    const [person, other] = [await register(house), await register(house)];
    const added = await add(person, other);
    const actor = house.centre.as(role);
    expect(await add(person, other, { kind: 'family' }, actor)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(
      await house.runner.run(endRelation, actor, {
        relationId: added.ok ? added.value.relationId : '',
        validTo: '2026-01-01',
      }),
    ).toMatchObject({ problem: { kind: 'forbidden' } });
  });
});
