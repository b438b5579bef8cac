import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { demandOf, demandsOf } from './demand.ts';
import { answeredSurvey } from './results.fixture.ts';

const house = testHouse();

const demand = async (kind: Parameters<typeof demandOf>[3], centre = house.centre) =>
  await demandOf(readerFor(house.pool, centre.id), centre.id, gminas.town, kind);

describe('people who need a kind of service now (art. 21)', () => {
  beforeAll(async () => {
    await answeredSurvey(house, 'Z próby', 'sample');
    await answeredSurvey(house, 'Otwarte', 'open', { centre: house.other });
  });

  it('is the share of all who answered, not only of those who were led to the question, by the people of the asked ages', async () => {
    const figure = await demand('careAtHome');
    // 12 of 60: every fifth; 36 were not asked because they care for nobody.
    expect(figure.passport.formula).toContain('udział 20,0%');
    expect(figure.passport.formula).toContain('w wieku 18+');
    expect(figure.value).toBeGreaterThan(6500);
    expect(figure.value).toBeLessThan(8500);
    expect(figure.between?.low).toBeLessThan(figure.value ?? 0);
    expect(figure.between?.high).toBeGreaterThan(figure.value ?? 0);
    expect(figure.about).toBe(true);
    // The test centre is a demonstration: what its residents said is made up.
    expect(figure.passport.synthetic).toBe(true);
  });

  it('of an open poll has no interval and is in doubt', async () => {
    const figure = await demand('careAtHome', house.other);
    expect(figure.between).toBeUndefined();
    expect(figure.doubt).toBe('badanie otwarte: wynik nie jest reprezentatywny');
  });

  it('that no survey asked of is a gap, not 0', async () => {
    const [known, unknown] = await demandsOf(
      readerFor(house.pool, house.centre.id),
      house.centre.id,
      gminas.town,
      ['mealsAtHome', 'nursery'],
    );
    expect(known?.value).toBeGreaterThan(0);
    expect(unknown?.value).toBeNull();
  });

  it('of a gmina whose people nobody knows is a gap', async () => {
    const db = readerFor(house.pool, house.centre.id);
    expect((await demandOf(db, house.centre.id, '9999999', 'careAtHome')).value).toBeNull();
  });
});
