import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { arrangeOffer } from '../../../test/support/recognised-case.ts';
import { always } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { command } from '../../platform/runner/command.ts';
import { limitRefusals, lockOffer, releasePlace, reservePlace } from './index.ts';

const house = testHouse();

const input = z.object({ offerId: z.string(), people: z.number().default(1), grosze: z.number().default(0) });

/** An acceptance as another module makes it: whatever it saves beside the place is saved with it or not at all. */
const accept = command({
  name: 'test.accept',
  summary: 'Accept one person',
  input,
  result: z.null(),
  basis: 'test',
  load: (_tx, given) => Promise.resolve(given),
  allow: { plan_coordinator: always },
  decide: (target) => target,
  async save(tx, change, moment) {
    await tx
      .insertInto('counter')
      .values({ centre_id: moment.actor.centreId, name: newId(), year: 2026, value: 1 })
      .execute();
    await reservePlace(tx, moment, change.offerId, change);
    return null;
  },
  audit: () => ({ what: {} }),
  constraints: limitRefusals,
});

const release = command({
  ...accept,
  name: 'test.release',
  async save(tx, change, moment) {
    await releasePlace(tx, moment, change.offerId, change);
    return null;
  },
});

const looked = command({
  ...accept,
  name: 'test.look',
  result: z.unknown(),
  save: async (tx, change, moment) => (await lockOffer(tx, moment.actor.centreId, change.offerId)) ?? null,
});

const coordinator = () => house.centre.as('plan_coordinator');
const used = async (offerId: string) =>
  (
    await house.owner.query(
      'select used_people as people, used_grosze as grosze from programme_service where id = $1',
      [offerId],
    )
  ).rows[0];
const counted = async (): Promise<number> =>
  (await house.owner.query('select count(*)::int as n from counter')).rows[0].n;

describe('accepting over a limit or a budget is impossible (art. 42(2))', () => {
  it('gives exactly three of fifty who come at the same time a place for three, and nothing is half kept', async () => {
    const { programmeServiceId: offerId } = await arrangeOffer(house.owner, house.centre.id, {
      limitPeople: 3,
      limitGrosze: 100_000,
    });
    const before = await counted();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async () =>
        at(await house.runner.run(accept, coordinator(), { offerId, grosze: 1000 })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'programmes.people-limit')).toHaveLength(47);
    expect(await used(offerId)).toEqual({ people: 3, grosze: 3000 });
    expect(await counted()).toBe(before + 3);
  });

  it('stops at the money too, to the grosz', async () => {
    const { programmeServiceId: offerId } = await arrangeOffer(house.owner, house.centre.id, {
      limitGrosze: 10_000,
    });
    expect(at(await house.runner.run(accept, coordinator(), { offerId, grosze: 10_001 }))).toBe(
      'programmes.money-limit',
    );
    expect(at(await house.runner.run(accept, coordinator(), { offerId, grosze: 10_000 }))).toBe('done');
    expect(at(await house.runner.run(accept, coordinator(), { offerId, grosze: 1 }))).toBe(
      'programmes.money-limit',
    );
    expect(await used(offerId)).toEqual({ people: 1, grosze: 10_000 });
  });

  it('counts on without an end where the programme sets no limit', async () => {
    const { programmeServiceId: offerId } = await arrangeOffer(house.owner, house.centre.id);
    await house.runner.run(accept, coordinator(), { offerId, people: 500, grosze: 900_000_000 });
    expect(await used(offerId)).toEqual({ people: 500, grosze: 900_000_000 });
  });

  it('gives a place back, never below nothing', async () => {
    const { programmeServiceId: offerId } = await arrangeOffer(house.owner, house.centre.id, {
      limitPeople: 1,
    });
    await house.runner.run(accept, coordinator(), { offerId, grosze: 500 });
    expect(at(await house.runner.run(accept, coordinator(), { offerId }))).toBe('programmes.people-limit');
    await house.runner.run(release, coordinator(), { offerId, grosze: 200 });
    expect(await used(offerId)).toEqual({ people: 0, grosze: 300 });
    await house.runner.run(release, coordinator(), { offerId, grosze: 9999 });
    expect(await used(offerId)).toEqual({ people: 0, grosze: 0 });
    expect(at(await house.runner.run(accept, coordinator(), { offerId }))).toBe('done');
  });

  it('reserves only where the programme is in force, and only in its own centre', async () => {
    const { programmeServiceId: offerId, versionId } = await arrangeOffer(house.owner, house.centre.id);
    await expect(house.runner.run(accept, house.other.as('plan_coordinator'), { offerId })).rejects.toThrow(
      /in force/,
    );
    await house.owner.query(`update programme_version set state = 'ended' where id = $1`, [versionId]);
    await expect(house.runner.run(accept, coordinator(), { offerId })).rejects.toThrow(/in force/);
    expect(await house.runner.run(looked, coordinator(), { offerId })).toMatchObject({
      ok: true,
      value: { state: 'ended', usedPeople: 0 },
    });
  });
});
