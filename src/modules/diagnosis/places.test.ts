import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { testWeb } from '../../../test/support/web.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';
import { viewGapPlaces } from './queries/view-gap.ts';

const house = testHouse();
const web = testWeb(house);
const ask = async (input: object = {}) =>
  done(await house.runner.ask(viewGapPlaces, house.centre.as('service_organiser'), input));
const gapAt = async (locality: string, kind = 'dayHome') =>
  (await ask({ kind })).rows.find((row) => row.locality === locality);

const resource = async (name: string, locality: string | null, places: number) => {
  await house.owner.query(
    `insert into resource (centre_id, id, name, kind, gmina, powiat, locality, places, occupied, source, as_of, changed_by,
       changed_at) values ($1, $2, $3, 'dayHome', $4, $5, $6, $7, $7, 'spis', '2026-11-01', $8, now())`,
    [
      house.centre.id,
      newId(),
      name,
      gminas.town,
      gminas.town.slice(0, 4),
      locality,
      places,
      house.centre.as('director').accountId,
    ],
  );
};
const finding = async (locality: string, scale: number) => {
  await house.owner.query(
    `insert into finding (centre_id, id, found_on, source, kind, area, service_kind, gmina, locality, scale, scale_is,
       significance, conclusion, state, recorded_on)
     values ($1, $2, '2026-11-10', 'conversation', 'need', 4, 'dayHome', $3, $4, $5, 'counted', 'notable', 'x', 'taken',
       '2026-11-10')`,
    [house.centre.id, newId(), gminas.town, locality, scale],
  );
};

describe('the gap in localities: who lives there against what stands there', () => {
  beforeAll(async () => {
    await resource('Dom w Golinie', 'Golina', 10);
    await finding('golina ', 30);
    await finding('Witaszyce', 12);
  });

  it('counts the demand and the places of one locality, however its name is written', async () => {
    expect(await gapAt('golina ')).toMatchObject({
      basis: 'least',
      demand: { value: 40 },
      capacity: { value: 10 },
      gap: { value: 30 },
    });
  });

  it('says 0 places only when it is known where all of them stand', async () => {
    expect(await gapAt('Witaszyce')).toMatchObject({ capacity: { value: 0 }, gap: { value: 12 } });
    await resource('Dom bez adresu', null, 5);
    expect(await gapAt('Witaszyce')).toMatchObject({ capacity: { value: null }, gap: { value: null } });
    expect((await gapAt('golina '))?.capacity).toMatchObject({ value: 10, about: true });
  });

  it('a service that the gmina has nowhere is unknown there, never 0', async () => {
    await house.owner.query(
      `update finding set service_kind = 'familyHelpHome' where centre_id = $1 and locality = 'Witaszyce'`,
      [house.centre.id],
    );
    expect((await gapAt('Witaszyce', 'familyHelpHome'))?.capacity).toMatchObject({ value: null });
  });

  it('every number names its rows', async () => {
    for (const row of (await ask()).rows)
      for (const figure of [row.parts.ledger, row.parts.finding, row.capacity])
        expect(figure.passport.rows).toMatch(/^\/praca\//);
  });

  it('is read by those who read the gap, and by nobody of another centre', async () => {
    const roles = await rolesAdmitted(async (role) =>
      at(await house.runner.ask(viewGapPlaces, house.centre.as(role), {})),
    );
    expect(roles).not.toContain('clerk');
    expect(roles).toContain('region');
    const other = done(await house.runner.ask(viewGapPlaces, house.other.as('director'), {}));
    expect(JSON.stringify(other.rows)).not.toContain('Golin');
    expect(at(await house.runner.ask(viewGapPlaces, house.other.as('director'), { gmina: '9999999' }))).toBe(
      'not_found',
    );
  });

  it('is a page with a map and a table beside it, and a table for a spreadsheet', async () => {
    const page = await web.get('/praca/diagnoza/luka/miejscowosci', 'service_organiser');
    expect([page.statusCode, pageFaults(page.body)]).toEqual([200, []]);
    expect(page.body).toContain('Luka w miejscowościach');
    const csv = await web.get('/praca/diagnoza/luka/miejscowosci/csv?kind=dayHome', 'region');
    expect(csv.body).toContain('golina');
  });
});
