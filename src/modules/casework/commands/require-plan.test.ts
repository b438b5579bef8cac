import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import {
  arrangeCase,
  arrangeOffer,
  type CaseOf,
  type OfferOf,
  row,
} from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction, readerFor } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { holdPlaces, listPlaces, releasePlaces } from '../db/places.ts';
import { requirePlan } from './require-plan.ts';
import { withdraw } from './withdraw.ts';

const house = testHouse();
let coordinator: Actor;
let moment: Moment;

beforeAll(() => {
  coordinator = house.centre.as('plan_coordinator');
  moment = { now: house.clock.now(), today: '2026-11-16', actor: coordinator, vault: house.vault };
});

const threeMonths = { startsOn: '2026-12-01', endsOn: '2027-02-28', units: 30 };

async function requireFor(
  setting: {
    offer?: OfferOf;
    file?: CaseOf;
    row?: Record<string, unknown>;
    input?: Record<string, unknown>;
  } = {},
) {
  const offer = await arrangeOffer(house.owner, house.centre.id, {
    limitPeople: 2,
    limitGrosze: 200_000,
    unitPriceGrosze: 1000,
    ...setting.offer,
  });
  const { caseId } = await arrangeCase(house, { ...setting.file, wants: [offer] });
  const input = {
    caseId,
    services: [
      { programmeServiceId: offer.programmeServiceId, chosen: true, ...threeMonths, ...setting.row },
    ],
    coordination: 'tak',
    coordinationReason: 'Dwóch wykonawców musi uzgadniać godziny.',
    ...setting.input,
  };
  return { offer, caseId, input, outcome: await house.runner.run(requirePlan, coordinator, input) };
}

const used = async (programmeServiceId: string) =>
  await row(house.owner, 'select used_people, used_grosze::int from programme_service where id = $1', [
    programmeServiceId,
  ]);
const state = async (caseId: string) =>
  (await row(house.owner, 'select state from case_file where id = $1', [caseId]))['state'];
const hold = async (caseId: string, places: Parameters<typeof holdPlaces>[3], as: 'reserved' | 'accepted') =>
  await inTransaction(house.pool, house.centre.id, (tx) => holdPlaces(tx, moment, caseId, places, as));
const placesOf = async (caseId: string) =>
  await listPlaces(readerFor(house.pool, house.centre.id), house.centre.id, caseId);
const asked = (programmeServiceId: string, grosze: number) => ({
  programmeServiceId,
  grosze,
  startsOn: '2026-12-01',
  endsOn: '2027-02-28',
  units: 10,
});

describe('the test of a plan (art. 38(2))', () => {
  it('needs both coordination and three months; the day they end counts', async () => {
    expect(at((await requireFor()).outcome)).toBe('done');
    expect(at((await requireFor({ row: { endsOn: '2027-02-27' } })).outcome)).toBe(
      'casework.plan-not-needed',
    );
    expect(at((await requireFor({ input: { coordination: 'nie' } })).outcome)).toBe(
      'casework.plan-not-needed',
    );
  });

  it('says why no plan is needed and changes nothing', async () => {
    const { outcome, caseId, offer } = await requireFor({ input: { coordination: 'nie' } });
    expect(outcome).toMatchObject({ ok: false, problem: { basis: 'art. 38 ust. 2 ustawy o CUS' } });
    expect(!outcome.ok && outcome.problem.words).toContain('Wystarczy kwalifikacja bez planu');
    expect(await state(caseId)).toBe('in_recognition');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
  });

  it('counts the services together, from the first day of any to the last day of any', async () => {
    const [one, other] = [
      await arrangeOffer(house.owner, house.centre.id),
      await arrangeOffer(house.owner, house.centre.id),
    ];
    const { caseId } = await arrangeCase(house, { wants: [one, other] });
    const services = [
      {
        programmeServiceId: one.programmeServiceId,
        chosen: true,
        startsOn: '2026-12-01',
        endsOn: '2027-01-15',
        units: 5,
      },
      {
        programmeServiceId: other.programmeServiceId,
        chosen: true,
        startsOn: '2027-01-16',
        endsOn: '2027-02-28',
        units: 5,
      },
    ];
    expect(
      at(
        await house.runner.run(requirePlan, coordinator, {
          caseId,
          services,
          coordination: 'tak',
          coordinationReason: 'kolejność',
        }),
      ),
    ).toBe('done');
  });

  it('wants the reason of the coordination in words', async () => {
    expect((await requireFor({ input: { coordinationReason: ' ' } })).outcome).toMatchObject({
      ok: false,
      problem: { fields: { coordinationReason: expect.any(String) } },
    });
  });
});

describe('places reserved for a plan (art. 42(2))', () => {
  it('are taken at once, so that a plan is never promised over the limit', async () => {
    const { offer, caseId } = await requireFor();
    expect(await state(caseId)).toBe('plan_in_preparation');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 30_000 });
    expect((await placesOf(caseId)).map((place) => place.state)).toEqual(['reserved']);
  });

  it('are refused when there is none, however many ask at once', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { limitPeople: 2 });
    const send = async () => {
      const { caseId } = await arrangeCase(house, { wants: [offer] });
      return await house.runner.run(requirePlan, coordinator, {
        caseId,
        services: [{ programmeServiceId: offer.programmeServiceId, chosen: true, ...threeMonths }],
        coordination: 'tak',
        coordinationReason: 'x',
      });
    };
    const outcomes = (await Promise.all([send(), send(), send(), send(), send()])).map(at).sort();
    expect(outcomes).toEqual([
      'done',
      'done',
      'programmes.people-limit',
      'programmes.people-limit',
      'programmes.people-limit',
    ]);
    expect(await used(offer.programmeServiceId)).toMatchObject({ used_people: 2 });
  });

  it('are given back when the case ends, with the reason, and only once', async () => {
    const { offer, caseId } = await requireFor();
    for (let times = 0; times < 2; times += 1)
      await inTransaction(house.pool, house.centre.id, (tx) =>
        releasePlaces(tx, moment, caseId, 'rezygnacja'),
      );
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
    expect(await placesOf(caseId)).toMatchObject([{ state: 'released', releasedOn: '2026-11-16' }]);
  });

  it('are given back when the applicant withdraws', async () => {
    const { offer, caseId } = await requireFor();
    expect(at(await house.runner.run(withdraw, coordinator, { caseId, reason: 'Zmiana planów' }))).toBe(
      'done',
    );
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
  });

  it('follow the plan when it is approved: kept, dearer, cheaper, added, left out', async () => {
    const { offer, caseId } = await requireFor();
    const added = await arrangeOffer(house.owner, house.centre.id, { limitPeople: 1 });
    await hold(
      caseId,
      [asked(offer.programmeServiceId, 45_000), asked(added.programmeServiceId, 500)],
      'accepted',
    );
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 45_000 });
    expect(await used(added.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 500 });
    await hold(caseId, [asked(offer.programmeServiceId, 10_000)], 'accepted');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 10_000 });
    expect(await used(added.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
    expect((await placesOf(caseId)).map((place) => place.state)).toEqual(['accepted', 'released']);
  });

  it('are one place for two lines of the same service, with the money of both', async () => {
    const { offer, caseId } = await requireFor();
    await hold(
      caseId,
      [asked(offer.programmeServiceId, 20_000), asked(offer.programmeServiceId, 5000)],
      'accepted',
    );
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 25_000 });
    expect(await placesOf(caseId)).toMatchObject([{ units: 20, grosze: 25_000 }]);
  });

  it('keep the judgement that they were reserved with', async () => {
    const { offer, caseId } = await requireFor();
    await hold(caseId, [asked(offer.programmeServiceId, 30_000)], 'accepted');
    expect((await placesOf(caseId))[0]?.reasons).toMatchObject({
      coordination: 'Dwóch wykonawców musi uzgadniać godziny.',
    });
  });

  it('go on in the newer version of the programme: what costs more is taken from it', async () => {
    const { offer, caseId } = await requireFor();
    const [version, next] = [newId(), newId()];
    await house.owner.query(`update programme_version set state = 'superseded' where id = $1`, [
      offer.versionId,
    ]);
    await house.owner.query(
      `insert into programme_version (centre_id, id, programme_id, number, state, valid_from)
       select centre_id, $1, programme_id, 2, 'in_force', '2026-11-01' from programme_version where id = $2`,
      [version, offer.versionId],
    );
    await house.owner.query(
      `insert into programme_service (centre_id, id, programme_version_id, service_id, used_people, used_grosze) values ($1, $2, $3, $4, 1, 30000)`,
      [house.centre.id, next, version, offer.serviceId],
    );
    await hold(caseId, [asked(offer.programmeServiceId, 45_000)], 'accepted');
    expect(await used(next)).toEqual({ used_people: 1, used_grosze: 45_000 });
    await hold(caseId, [], 'accepted');
    expect(await used(next)).toEqual({ used_people: 0, used_grosze: 0 });
  });

  it('cannot be held twice by one case, whoever writes', async () => {
    const { offer, caseId } = await requireFor();
    const twice = house.owner.query(
      `insert into qualification (centre_id, id, case_id, programme_service_id, state, qualified_by, qualified_on) values ($1, gen_random_uuid(), $2, $3, 'accepted', $4, '2026-11-16')`,
      [house.centre.id, caseId, offer.programmeServiceId, coordinator.accountId],
    );
    await expect(twice).rejects.toThrow(/qualification_held/);
  });
});

describe('who establishes that a plan is needed (art. 29, 49)', () => {
  it('nobody but the coordinator of the case, and nobody outside the centre', async () => {
    const { input, caseId } = await requireFor({ row: { endsOn: '' } });
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(requirePlan, house.centre.as(role), input)),
    );
    expect(admitted).toEqual(['plan_coordinator']);
    expect(
      at(await house.runner.run(requirePlan, await house.centre.account('plan_coordinator'), input)),
    ).toBe('forbidden');
    expect(await state(caseId)).toBe('in_recognition');
  });

  it("does not reach another centre's case", async () => {
    const { input } = await requireFor({ row: { endsOn: '' } });
    expect(at(await house.runner.run(requirePlan, house.other.as('plan_coordinator'), input))).toBe(
      'not_found',
    );
  });

  it('only from recognition on, for a person of the register', async () => {
    expect(at((await requireFor({ file: { state: 'qualified' } })).outcome)).toBe('casework.wrong-state');
    expect(at((await requireFor({ file: { anonymous: true } })).outcome)).toBe('casework.person-unknown');
  });
});
