import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import {
  arrangeCase,
  arrangeOffer,
  arrangeOtherTrack,
  type CaseOf,
} from '../../../../test/support/recognised-case.ts';
import { at } from '../../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { viewOutcome } from './view-outcome.ts';

const house = testHouse();

const view = async (of: CaseOf = {}, actor: Actor = house.centre.as('plan_coordinator')) => {
  const { caseId } = await arrangeCase(house, of);
  const seen = await house.runner.ask(viewOutcome, actor, { caseId });
  if (!seen.ok) throw new Error(seen.problem.code);
  return seen.value;
};

describe('which outcomes are open and why others are not', () => {
  it('begins with the test of a plan for a service of a programme', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const seen = await view({ wants: [offer] });
    expect(seen.first).toBe('require-plan');
    expect(seen.choices.map((choice) => [choice.outcome, choice.open])).toEqual([
      ['require-plan', true],
      ['qualify', true],
      ['transfer', true],
      ['refuse', true],
    ]);
  });

  it('begins with a transfer where another statute decides (art. 19), and closes what is the programme’s', async () => {
    const seen = await view({ wants: [await arrangeOtherTrack(house.owner, house.centre.id)] });
    expect(seen.first).toBe('transfer');
    expect(seen.choices.find((choice) => choice.outcome === 'qualify')).toMatchObject({
      open: false,
      why: expect.stringContaining('programu'),
    });
  });

  it('says that recognition comes first', async () => {
    const seen = await view({
      state: 'submitted',
      wants: [await arrangeOffer(house.owner, house.centre.id)],
    });
    expect(seen.choices.find((choice) => choice.outcome === 'qualify')).toMatchObject({
      open: false,
      why: expect.stringContaining('rozpocznij'),
    });
    expect(seen.choices.find((choice) => choice.outcome === 'refuse')?.open).toBe(true);
  });

  it('is closed altogether after the outcome', async () => {
    const seen = await view({ state: 'refused' });
    expect(seen.choices.every((choice) => !choice.open)).toBe(true);
    expect(seen.first).toBeNull();
  });
});

describe('a wanted service', () => {
  it('is shown with why, why not, what is unknown and what would change it, places, money and price', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, {
      limitPeople: 4,
      limitGrosze: 100_000,
      fee: { kind: 'perUnit', unitPriceGrosze: 350, reliefs: [] },
      conditions: [
        { kind: 'age', from: 65, to: null },
        { kind: 'livesAlone' },
        {
          kind: 'anyOf',
          conditions: [
            { kind: 'workerConfirms', id: 'sam', words: 'ma ograniczoną samodzielność' },
            { kind: 'age', from: 90, to: null },
          ],
        },
      ],
    });
    const [service] = (await view({ wants: [offer] })).services;
    expect(service?.offer).toMatchObject({
      peopleLeft: 4,
      groszeLeft: 100_000,
      exhausted: false,
      judgement: { answer: 'unknown' },
      confirms: [{ id: 'sam', words: 'ma ograniczoną samodzielność' }],
    });
    expect(service?.offer?.judgement.passed[0]?.reason).toContain('78 lat');
    expect(service?.offer?.judgement.unknown.every((one) => one.change)).toBe(true);
    expect(service?.offer?.price?.replaceAll('\u00a0', ' ')).toContain('3,50 zł');
  });

  it('follows the programme to its newer version', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const next = newId();
    const newOffer = newId();
    await house.owner.query(`update programme_version set state = 'superseded' where id = $1`, [
      offer.versionId,
    ]);
    await house.owner.query(
      `insert into programme_version (centre_id, id, programme_id, number, state, valid_from) select centre_id, $1, programme_id, 2, 'in_force', '2026-06-01' from programme_version where id = $2`,
      [next, offer.versionId],
    );
    await house.owner.query(
      `insert into programme_service (centre_id, id, programme_version_id, service_id) values ($1, $2, $3, $4)`,
      [house.centre.id, newOffer, next, offer.serviceId],
    );
    expect((await view({ wants: [offer] })).services[0]?.offer?.programmeServiceId).toBe(newOffer);
  });

  it('has no offer when its programme has ended', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { validTo: '2026-11-15' });
    expect((await view({ wants: [offer] })).services[0]?.offer).toBeNull();
  });
});

describe('who sees how an application is being decided', () => {
  it('those who read the case; never a provider, another coordinator or another centre', async () => {
    const { caseId } = await arrangeCase(house);
    const seen = async (actor: Actor) => at(await house.runner.ask(viewOutcome, actor, { caseId }));
    expect(await rolesAdmitted((role) => seen(house.centre.as(role)))).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
      'clerk',
    ]);
    expect(await seen(await house.centre.account('plan_coordinator'))).toBe('not_found');
    expect(await seen(house.other.as('director'))).toBe('not_found');
  });

  it('learns what they may do themselves', async () => {
    expect((await view()).may).toEqual({
      decide: true,
      transfer: true,
      sign: false,
      close: false,
      resign: false,
    });
    expect((await view({}, house.centre.as('clerk'))).may).toEqual({
      decide: false,
      transfer: false,
      sign: false,
      close: false,
      resign: false,
    });
  });
});
