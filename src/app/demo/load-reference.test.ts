import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { loadReference } from './load-reference.ts';
import { programmes, services } from './reference.ts';

const database = testDatabase();
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;

describe('the reference data of the demonstration', () => {
  it('loads three centres once, whoever calls it again', async () => {
    expect(await loadReference(database.owner)).toEqual(['jarocin', 'zyrardow', 'dwie-gminy']);
    const before = await rows('select id, name, version from service order by id');
    expect(await loadReference(database.owner)).toEqual([]);
    expect(await rows('select id, name, version from service order by id')).toEqual(before);
  });

  it('keeps every service with its source, and what the source does not say stays unknown', async () => {
    const loaded =
      await rows(`select c.slug, count(*)::int as services, count(*) filter (where s.source is null)::int as without_source
      from service s join centre c on c.id = s.centre_id group by 1 order by 1`);
    expect(loaded).toEqual([
      { slug: 'dwie-gminy', services: 15, without_source: 0 },
      { slug: 'jarocin', services: 23, without_source: 0 },
      { slug: 'zyrardow', services: 20, without_source: 0 },
    ]);
    expect(loaded.reduce((sum, one) => sum + one.services, 0)).toBe(services.length);
    const [care] = await rows(
      `select phone, fee, hours, max_months, handled_by, match, capacity_status, confirmed_on from service where name = 'Usługi opiekuńcze'`,
    );
    expect(care).toEqual({
      phone: '46 855 31 26',
      fee: 'Odpłatnie według uchwały Rady Miasta; stawki nie podano',
      hours: '8:00–16:00',
      max_months: null,
      handled_by: null,
      match: [],
      capacity_status: 'unknown',
      confirmed_on: null,
    });
  });

  it('codes only what the words of the source say: groups, price, reach, hours, places', async () => {
    const one = async (name: string, slug: string) =>
      (
        await rows(
          `select recipient_groups, recipient_type, age_from, reach, fee_kind, fee_grosze, fee_unit,
             jsonb_array_length(schedules) as hours, languages,
             (select array_agg(l.street || ' ' || l.approximate) from service_location sl join location l on l.id = sl.location_id
              where sl.service_id = s.id) as places
           from service s join centre c on c.id = s.centre_id where s.name = $1 and c.slug = $2`,
          [name, slug],
        )
      )[0];
    expect(await one('Taksówka dla seniora – mobilne usługi wspierające', 'zyrardow')).toMatchObject({
      recipient_groups: ['olderPeople', 'disabledPeople'],
      recipient_type: null,
      age_from: null,
      reach: ['mobile'],
      languages: [],
    });
    expect(await one('Rehabilitacja indywidualna mobilna', 'jarocin')).toMatchObject({
      recipient_groups: ['everybody'],
      recipient_type: 'allResidents',
      reach: ['home'],
      fee_kind: 'free',
      places: null,
    });
    expect(await one('Usługi opiekuńcze', 'zyrardow')).toMatchObject({
      recipient_groups: [],
      fee_kind: 'paid',
      fee_grosze: null,
      hours: 0,
    });
    const [places] = await rows(
      'select count(*)::int as n, count(latitude)::int as placed from location where approximate',
    );
    expect(places).toEqual({ n: 2, placed: 2 });
  });

  it('says every name in Ukrainian and English, as our own translation', async () => {
    const [missing] = await rows(
      `select count(*)::int as n from service where translations->'uk'->>'name' is null or translations->'en'->>'name' is null`,
    );
    expect(missing).toEqual({ n: 0 });
  });

  it('gives a service of two gminas to both, and a programme to each council of its own', async () => {
    const [taxi] = await rows(
      `select s.gminas from service s join centre c on c.id = s.centre_id where c.slug = 'dwie-gminy' and s.name = 'Taksówka dla seniora'`,
    );
    expect(taxi).toEqual({ gminas: [] });
    const councils =
      await rows(`select p.gmina, v.state from programme p join programme_version v on v.programme_id = p.id
      join centre c on c.id = p.centre_id where c.slug = 'dwie-gminy' and v.state = 'in_force' order by 1`);
    expect(councils).toEqual([
      { gmina: '0221021', state: 'in_force' },
      { gmina: '0221082', state: 'in_force' },
    ]);
  });

  it('gives programmes their limits and nothing to those whose source has none', async () => {
    const limits =
      await rows(`select v.state, count(*)::int as offers, count(o.limit_people)::int as limited, sum(o.limit_grosze)::bigint as grosze
      from programme_service o join programme_version v on v.id = o.programme_version_id join programme p on p.id = v.programme_id
      where p.name like '%Blisko domu%' or p.name like 'Plan wdrażania%' group by 1 order by 1`);
    expect(limits).toEqual([
      { state: 'ended', offers: 23, limited: 0, grosze: null },
      {
        state: 'in_force',
        offers: 10,
        limited: 10,
        grosze: programmes.find((one) => one.id === 'pokaz-jarocin')?.items.budget?.totalGrosze,
      },
    ]);
  });
});
