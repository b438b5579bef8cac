import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { pageOf, schemaFor } from './domain/schemas.ts';
import type { JsonObject, ObjectName } from './domain/spec.ts';
import { termId, taxonomyId } from './domain/taxonomies.ts';
import { directoryScene, ids } from './scene.fixture.ts';
import { newId } from '../../platform/ids.ts';

const house = testHouse();
const web = testWeb(house);

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

const get = async (path: string): Promise<JsonObject> => {
  const answer = await web.get(path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
};

const read = <T extends z.ZodType>(schema: T, value: unknown): z.infer<T> => {
  const parsed = schema.safeParse(value);
  expect(parsed.error?.issues ?? []).toEqual([]);
  return schema.parse(value);
};

const full = pageOf(schemaFor('service'));
const named = async (query: string): Promise<unknown[]> => {
  const page = read(full, await get(`/jarocin/hsds/services?full=true&${query}`));
  return page.contents.map((one) => (one as JsonObject)['name']);
};

describe('the HSDS 3.1 API says what it is', () => {
  it.each(['/hsds', '/jarocin/hsds', '/hsds/', '/jarocin/hsds/'])(
    '%s names the version, the profile and its own description',
    async (path) => {
      const root = await get(path);
      expect(root).toEqual({
        version: '3.1',
        profile: expect.stringMatching(/^http:\/\/[^/]+\/hsds\/profile$/),
        openapi_url: expect.stringMatching(/^http:\/\/[^/]+\/hsds\/openapi\.json$/),
      });
      for (const address of [root['profile'], root['openapi_url']])
        await get(String(address).replace(/^http:\/\/[^/]+/, ''));
    },
  );

  it('the profile leads to a patch for every object it touches and to whole schemas', async () => {
    const profile = await get('/hsds/profile');
    const links = Object.values({ ...(profile['patches'] as object), ...(profile['schemas'] as object) });
    expect(links.length).toBeGreaterThan(25);
    for (const link of links) await get(String(link).replace(/^http:\/\/[^/]+/, ''));
  });

  it('every path of the OpenAPI document is one that answers', async () => {
    const { paths } = await get('/hsds/openapi.json');
    const values: Record<string, string> = { centre: 'jarocin' };
    for (const path of Object.keys(paths as object).filter((one) => !one.includes('{id}')))
      expect(
        (await web.get(path.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? ''))).statusCode,
      ).toBe(200);
  });
});

describe('services', () => {
  it('are the published ones only, whole when asked so, each as the profile requires', async () => {
    expect(await named('')).toEqual(['Usługi opiekuńcze', 'Obiady', 'Rozmowa z psychologiem']);
    for (const id of [ids.draft, ids.closed])
      expect((await web.get(`/jarocin/hsds/services/${id}`)).statusCode).toBe(404);
  });

  it('say every fact of a card, and nobody’s name', async () => {
    const service = await get(`/jarocin/hsds/services/${ids.care}`);
    read(schemaFor('service'), service);
    expect(JSON.stringify(service)).not.toContain('Osobowa');
    expect(service).toMatchObject({
      status: 'active',
      minimum_age: 60,
      wait_time: 'P2M',
      assured_date: '2026-11-01',
      eligibility_description: 'osoby starsze\n\nmieszkaniec gminy',
      organization: {
        name: 'Centrum Usług Społecznych',
        organization_identifiers: [{ identifier_scheme: 'PL-NIP', identifier: '6170003411' }],
      },
      service_areas: [
        { extent: '3006023', extent_type: 'teryt', name: 'Jarocin' },
        { extent: '3006032', extent_type: 'teryt', name: 'Kotlin' },
      ],
      capacities: [
        { available: 4, maximum: 40, unit: { identifier: 'place' }, updated: '2026-11-09T00:00:00Z' },
      ],
      cost_options: [{ option: 'byIncome', currency: 'PLN', amount: 32.5, amount_description: 'hour' }],
      schedules: [
        { description: 'od poniedziałku do piątku' },
        { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '08:00' },
      ],
      languages: [{ code: 'pl' }, { code: 'uk', name: 'ukraiński' }],
      service_at_locations: [
        {
          description: 'I piętro',
          schedules: [{ byday: 'FR' }],
          location: {
            addresses: [{ address_1: 'ul. Polna 3', state_province: 'wielkopolskie', country: 'PL' }],
            accessibility: [{ description: 'Podjazd od podwórza.' }],
          },
        },
      ],
    });
  });

  it('every id in a service is one of its kind, and what names another record names one that is there', async () => {
    const { contents } = read(full, await get('/jarocin/hsds/services?full=true'));
    const kinds = new Map<string, Map<string, string>>();
    /** Ids under which two different things stand. */
    const said: string[] = [];
    const walk = (value: unknown, kind: string): void => {
      if (Array.isArray(value)) for (const one of value) walk(one, kind);
      else if (typeof value === 'object' && value !== null) {
        const { id, ...rest } = value as JsonObject;
        const before = kinds.get(kind) ?? new Map<string, string>();
        if (typeof id === 'string') {
          if ((before.get(id) ?? JSON.stringify(rest)) !== JSON.stringify(rest)) said.push(`${kind} ${id}`);
          kinds.set(kind, before.set(id, JSON.stringify(rest)));
        }
        for (const [name, inner] of Object.entries(rest)) walk(inner, name);
      }
    };
    walk(contents, 'services');
    expect(said).toEqual([]);
    for (const one of contents as JsonObject[]) {
      expect(one['organization_id']).toBe((one['organization'] as JsonObject | undefined)?.['id']);
      if (one['organization_id']) await get(`/jarocin/hsds/organizations/${String(one['organization_id'])}`);
      for (const site of (one['service_at_locations'] ?? []) as JsonObject[]) {
        await get(`/jarocin/hsds/service_at_locations/${String(site['id'])}`);
        await get(`/jarocin/hsds/locations/${String((site['location'] as JsonObject)['id'])}`);
      }
      for (const { taxonomy_term: term } of (one['attributes'] ?? []) as { taxonomy_term: JsonObject }[])
        expect(await get(`/hsds/taxonomy_terms/${String(term['id'])}`)).toMatchObject(term);
    }
  });

  it('are narrowed by all parameters at once', async () => {
    const social = `taxonomy_term_id=${termId('areas', '4')}`;
    expect(await named(social)).toEqual(['Usługi opiekuńcze', 'Obiady']);
    expect(await named(`${social}&organization_id=${ids.club}`)).toEqual(['Obiady']);
    expect(await named(`taxonomy_term_id=${termId('reach', 'home')}`)).toEqual([
      'Usługi opiekuńcze',
      'Obiady',
    ]);
    expect(await named(`taxonomy_id=${taxonomyId('tracks')}`)).toEqual(['Usługi opiekuńcze', 'Obiady']);
    expect(await named(`taxonomy_term_id=${ids.care}`)).toEqual([]);
    expect(await named('search=psychologiem%20rozmowa')).toEqual(['Rozmowa z psychologiem']);
    expect(await named(`search=psycholog&taxonomy_term_id=${termId('areas', '4')}`)).toEqual([]);
    expect(await named('search=100%25')).toEqual([]);
    expect(await named('modified_after=2026-11-11')).toEqual(['Obiady']);
    expect(await named('modified_after=2026-11-12T08:00:00Z')).toEqual(['Obiady']);
    expect(await named('modified_after=2026-11-12T08:00:01Z')).toEqual([]);
    expect(await named('minimal=false&unknown=1')).toHaveLength(3);
  });

  it('are searched by the engine of the directory: forms, lay words, plain letters, the best first', async () => {
    expect((await named('search=kto%C5%9B%20do%20babci'))[0]).toBe('Usługi opiekuńcze');
    expect(await named('search=uslugami%20opiekunczymi')).toContain('Usługi opiekuńcze');
    expect(await named('search=psycholga')).toEqual(['Rozmowa z psychologiem']);
    expect(await named('search=xqzxqz')).toEqual([]);
    const found = await get('/jarocin/hsds/services?search=us%C5%82ugi%20opieku%C5%84cze&per_page=1');
    expect(found).toMatchObject({ contents: [{ name: 'Usługi opiekuńcze' }] });
  });

  it('name the programme in force that offers them (art. 4), and no other', async () => {
    const programme = async (name: string, state: string): Promise<string> => {
      const [id, version] = [newId(), newId()];
      const { owner, centre } = house;
      await owner.query('insert into programme (centre_id, id, gmina, name) values ($1, $2, $3, $4)', [
        centre.id,
        id,
        '3006023',
        name,
      ]);
      await owner.query(
        `insert into programme_version (centre_id, id, programme_id, number, state, resolution_number)
         values ($1, $2, $3, 1, $4, 'XII/1/2026')`,
        [centre.id, version, id, state],
      );
      await owner.query(
        'insert into programme_service (centre_id, id, programme_version_id, service_id) values ($1, $2, $3, $4)',
        [centre.id, newId(), version, ids.care],
      );
      return id;
    };
    await programme('A dawny', 'repealed');
    const before = (await web.get('/jarocin/hsds/export.json')).headers['etag'];
    const id = await programme('Bliżej domu', 'in_force');
    await programme('Cały dzień', 'in_force');
    const service = await get(`/jarocin/hsds/services/${ids.care}`);
    read(schemaFor('service'), service);
    expect(service).toMatchObject({
      program_id: id,
      program: { id, name: 'Bliżej domu', description: expect.stringContaining('XII/1/2026') },
    });
    expect(await get(`/jarocin/hsds/services/${ids.meals}`)).not.toHaveProperty('program');
    // Whoever holds the export of before is told that it is old, and is not given a kept one.
    const after = await web.get('/jarocin/hsds/export.json');
    expect(after.headers['etag']).not.toBe(before);
    expect(after.body).toContain('Bliżej domu');
    await house.owner.query('delete from programme_service where centre_id = $1', [house.centre.id]);
  });

  it('come page by page, every one once', async () => {
    const seen: unknown[] = [];
    for (const page of [1, 2, 3, 4]) {
      const answer = read(full, await get(`/jarocin/hsds/services?full=true&per_page=1&page=${page}`));
      expect(answer).toMatchObject({ total_items: 3, total_pages: 3, page_number: page });
      seen.push(...answer.contents.map((one) => (one as JsonObject)['id']));
    }
    expect(seen).toEqual([ids.care, ids.meals, ids.talk]);
  });

  it('past the last page stands an empty page, however far', async () => {
    expect(await get('/jarocin/hsds/services?page=1000000&per_page=1000')).toMatchObject({
      total_items: 3,
      empty: true,
      last_page: true,
      contents: [],
    });
  });

  it('words that nobody can type are no words', async () => {
    expect(await named('search=%00%07')).toHaveLength(3);
    expect(await named('search=%00rozmowa')).toEqual(['Rozmowa z psychologiem']);
    expect(await named('search=!!!')).toEqual([]);
  });

  it('are asked by postcode for those that cover the gmina where it lies, wherever they are given', async () => {
    const offered = 'update service set gminas = $2 where id = $1';
    const all = ['Usługi opiekuńcze', 'Obiady', 'Rozmowa z psychologiem'];
    const found = ['Usługi opiekuńcze', 'Rozmowa z psychologiem'];
    expect(await named('postcode=63-200')).toEqual(found);
    expect(await named('postcode=63200')).toEqual(found);
    expect(await named('postcode=63-200&proximity=500')).toEqual(['Usługi opiekuńcze']);
    expect(await named('postcode=00-001')).toEqual([]);
    // The seventh digit is the kind of a gmina, and not which it is.
    await house.owner.query(offered, [ids.meals, ['3006022']]);
    expect(await named('postcode=63-200')).toEqual(all);
    await house.owner.query(offered, [ids.meals, ['3006032']]);
  });

  it('of a list without more words have only what stands once; `minimal` only the id and when it changed', async () => {
    const [first] = read(full, await get('/jarocin/hsds/services?full=true&per_page=1'))
      .contents as JsonObject[];
    const list = (await get('/jarocin/hsds/services'))['contents'] as JsonObject[];
    expect(
      Object.values(list[0] ?? {}).filter(
        (value) => Array.isArray(value) && value !== list[0]?.['qualification'],
      ),
    ).toEqual([]);
    expect(list[0]?.['name']).toBe(first?.['name']);
    expect(((await get('/jarocin/hsds/services?minimal=true'))['contents'] as JsonObject[])[1]).toEqual({
      id: ids.meals,
      modified_date: '2026-11-12T08:00:00.000Z',
    });
  });

  it('come as lines of JSON, all of them', async () => {
    const answer = await web.get('/jarocin/hsds/services?format=ndjson&full=true');
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = answer.body.trimEnd().split('\n');
    expect(lines.map((line) => read(schemaFor('service'), JSON.parse(line)) !== undefined)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('what services stand on', () => {
  it('organizations are those that give a published service, with their services', async () => {
    const page = await get('/jarocin/hsds/organizations');
    expect((page['contents'] as JsonObject[]).map((one) => one['name'])).toEqual([
      'Centrum Usług Społecznych',
      'Stowarzyszenie „Razem”',
    ]);
    const one = await get(`/jarocin/hsds/organizations/${ids.club}`);
    expect(one).toMatchObject({ services: [{ id: ids.meals, name: 'Obiady', status: 'active' }] });
    const whole = await get(`/jarocin/hsds/organizations/${ids.club}?full_service=true`);
    expect(whole).toMatchObject({ services: [{ id: ids.meals, cost_options: [{ amount: 0 }] }] });
    const { services: _services, ...organization } = one;
    read(schemaFor('organization'), organization);
  });

  it.each([
    ['its name, with or without diacritics', 'organizations', 'stowarzyszenie', [ids.club]],
    ['a number of a register', 'organizations', '0000123456', [ids.club]],
    ['its address of mail', 'organizations', 'razem%40ngo.example', [ids.club]],
    ['words of its description, inflected or not', 'organizations', 'jednostka%20gminy', [ids.office]],
    ['what it gives', 'organizations', 'us%C5%82ugami%20opieku%C5%84czymi', [ids.office]],
    ['what it gives, in words of people', 'organizations', 'kto%C5%9B%20do%20babci', [ids.office]],
    ['nothing of it', 'organizations', 'xqzxqz', []],
    ['no word at all', 'organizations', '!!!', []],
    ['a street', 'locations', 'polna', [ids.house]],
    ['what is given there', 'locations', 'uslugi%20opiekuncze', [ids.house]],
    ['nothing of it', 'locations', 'xqzxqz', []],
  ])('full text finds by %s: %s?search=%s', async (_by, list, words, found) => {
    const page = await get(`/jarocin/hsds/${list}?search=${words}`);
    expect((page['contents'] as JsonObject[]).map((one) => one['id'])).toEqual(found);
    expect(page['total_items']).toBe(found.length);
  });

  it('search and the other parameters of organizations and places hold at once', async () => {
    const total = async (path: string) => (await get(`/jarocin/hsds/${path}`))['total_items'];
    const social = `taxonomy_term_id=${termId('areas', '4')}`;
    const home = `taxonomy_term_id=${termId('reach', 'home')}`;
    expect(await total(`organizations?search=razem&${social}`)).toBe(1);
    expect(await total(`organizations?search=razem&organization_id=${ids.office}`)).toBe(0);
    expect(await total(`locations?search=polna&${home}`)).toBe(1);
    expect(await total('locations?modified_after=2026-11-11')).toBe(0);
    expect(await total('locations?postcode=63-200&proximity=10')).toBe(1);
  });

  it('places of a postcode are those that have it, and not the other places of a service', async () => {
    const other = newId();
    await house.owner.query(
      `insert into location (centre_id, id, name, city, postal_code) values ($1, $2, 'Filia', 'Witaszyce', '63-230')`,
      [house.centre.id, other],
    );
    await house.owner.query(
      'insert into service_location (centre_id, id, service_id, location_id, position) values ($1, $2, $3, $4, 1)',
      [house.centre.id, newId(), ids.care, other],
    );
    expect(await get('/jarocin/hsds/locations?postcode=63-200')).toMatchObject({
      total_items: 1,
      contents: [{ id: ids.house }],
    });
    await house.owner.query('delete from service_location where location_id = $1', [other]);
    await house.owner.query('delete from location where id = $1', [other]);
  });

  it('locations and services at locations lead to each other', async () => {
    const { contents } = await get('/jarocin/hsds/service_at_locations?full=true');
    const [{ service_id, ...site } = {}] = contents as JsonObject[];
    read(schemaFor('service_at_location'), site);
    expect(service_id).toBe(ids.care);
    read(schemaFor('location'), await get(`/jarocin/hsds/locations/${ids.house}`));
    expect(await get('/jarocin/hsds/locations?postcode=63-200')).toMatchObject({ total_items: 1 });
    expect(await get('/jarocin/hsds/service_at_locations?postcode=63-200&proximity=100')).toMatchObject({
      total_items: 1,
    });
    expect(await get('/jarocin/hsds/service_at_locations?postcode=00-001&proximity=100000')).toMatchObject({
      total_items: 0,
    });
    expect(await get('/jarocin/hsds/service_at_locations?postcode=00-001')).toMatchObject({
      total_items: 0,
      empty: true,
    });
  });

  it('taxonomies: the 14 areas of art. 2(1) are terms with ids that never change', async () => {
    const names: [string, ObjectName][] = [
      ['/hsds/taxonomies', 'taxonomy'],
      ['/hsds/taxonomy_terms?per_page=1000', 'taxonomy_term'],
    ];
    for (const [path, name] of names)
      expect(read(pageOf(schemaFor(name)), await get(path)).empty).toBe(false);
    const areas = await get(`/hsds/taxonomy_terms?taxonomy_id=${taxonomyId('areas')}`);
    expect(areas['total_items']).toBe(14);
    expect(termId('areas', '6')).toBe('fea96990-edfb-5903-9f38-3301e14de687');
    expect(await get(`/jarocin/hsds/taxonomies/${taxonomyId('areas')}`)).toMatchObject({
      name: 'Zakresy usług społecznych',
    });
  });
});

describe('an installation with several centres', () => {
  it('gives all of them under /hsds, one after the other, and each under its own address', async () => {
    await directoryScene(house, house.other);
    expect(await get('/hsds/services')).toMatchObject({ total_items: 6, size: 6 });
    expect(await get('/hsds/services?per_page=4&page=2')).toMatchObject({
      total_items: 6,
      size: 2,
      last_page: true,
    });
    expect(await get('/inne/hsds/services')).toMatchObject({ total_items: 3 });
    expect((await web.get('/hsds/export.ndjson')).body.trimEnd().split('\n')).toHaveLength(6);
    await house.owner.query('delete from service_location where centre_id = $1', [house.other.id]);
    await house.owner.query('delete from service where centre_id = $1', [house.other.id]);
    expect(await get('/inne/hsds/services')).toMatchObject({
      total_items: 0,
      total_pages: 1,
      empty: true,
      contents: [],
    });
    expect((await web.get('/inne/hsds/export.json')).json()).toEqual([]);
    expect((await web.get(`/inne/hsds/services/${ids.care}`)).statusCode).toBe(404);
  });
});
