import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { type Batch, startBatches } from './batches.ts';

const house = testHouse();

/** Counts in memory and writes the count down as a counter of the centre. */
const counting = (): Batch & { add(): void } => {
  let held = 0;
  return {
    add: () => {
      held += 1;
    },
    async flush(asCentre, today) {
      const value = held;
      held = 0;
      if (value > 0)
        await asCentre(house.centre.id, (tx) =>
          tx
            .insertInto('counter')
            .values({ centre_id: house.centre.id, name: `batch-${today}`, year: 2026, value })
            .execute(),
        );
    },
  };
};

const written = async () =>
  (await house.owner.query('select name, value from counter where centre_id = $1', [house.centre.id])).rows;

describe('what a process counts in memory', () => {
  it('is written down together with the day in Poland, and a last time when the process rests', async () => {
    const batch = counting();
    house.clock.set('2026-11-16T23:30:00.000Z');
    const batches = startBatches(house.pool, house.clock, [batch], () => undefined);
    batch.add();
    batch.add();
    expect(await written()).toEqual([]);
    await batches.flush();
    expect(await written()).toEqual([{ name: 'batch-2026-11-17', value: 2 }]);
    house.clock.set('2026-11-18T09:00:00.000Z');
    batch.add();
    await batches.stop();
    expect(await written()).toHaveLength(2);
  });

  it('a batch that fails is reported and does not keep the others from being written', async () => {
    const faults: unknown[] = [];
    const broken: Batch = { flush: () => Promise.reject(new Error('full disk')) };
    const batch = counting();
    house.clock.set('2026-11-19T09:00:00.000Z');
    const batches = startBatches(house.pool, house.clock, [broken, batch], (fault) => faults.push(fault));
    batch.add();
    await batches.stop();
    expect(faults).toEqual([new Error('full disk')]);
    expect(await written()).toHaveLength(3);
  });
});
