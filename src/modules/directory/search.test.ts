import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { testWeb } from '../../../test/support/web.ts';
import type { Actor } from '../../platform/actor.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';
import { correctService } from './commands/correct-service.ts';
import { stepCommands } from './commands/steps.ts';
import { writeOrganization } from './commands/write-organization.ts';
import { updateServices } from './db/write-services.ts';
import { cards } from './directory.fixture.ts';
import { searchServices, type ServiceSearch } from './queries/search-services.ts';

const house = testHouse();
const web = testWeb(house);
const { drafted, organization, published, put } = cards(house);

async function find(input: Record<string, unknown>, actor?: Actor): Promise<ServiceSearch> {
  const outcome = await house.runner.ask(searchServices, actor ?? house.centre.as('visitor'), input);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const names = async (input: Record<string, unknown>): Promise<string[]> =>
  (await find(input)).hits.map((one) => one.name);

const homeCare = { name: 'Usługi opiekuńcze', area: '4', description: 'Pomoc w codziennych potrzebach' };

describe('the public directory is searched in the words of people (art. 13(1)(9))', () => {
  it('finds by a need and says which need it was taken for', async () => {
    await published(homeCare);
    const { hits, meanings } = await find({ text: 'ktoś do babci' });
    expect(hits[0]).toMatchObject({
      name: 'Usługi opiekuńcze',
      meanings: ['opieka nad osobą starszą lub chorą w domu'],
    });
    expect(meanings.map((one) => one.key)).toEqual(['home-care']);
  });

  it('understands Ukrainian and English, and answers in them', async () => {
    await published(homeCare);
    expect((await find({ text: 'догляд за бабусею', lang: 'uk' })).hits[0]).toMatchObject({
      name: 'Usługi opiekuńcze',
      meanings: ['догляд удома за літньою або хворою людиною'],
    });
    expect((await find({ text: 'home care', lang: 'en' })).hits[0]?.name).toBe('Usługi opiekuńcze');
  });

  it('a draft is not found until it is published, and no more when it is withdrawn', async () => {
    const id = await drafted({ name: 'Dogoterapia' });
    const organiser = house.centre.as('service_organiser');
    expect(await names({ text: 'dogoterapia' })).toEqual([]);
    await house.runner.run(stepCommands['publish-service'], house.centre.as('director'), { serviceId: id });
    expect(await names({ text: 'dogoterapii' })).toEqual(['Dogoterapia']);
    await house.runner.run(stepCommands['withdraw-service'], organiser, { serviceId: id, reason: 'koniec' });
    expect(await names({ text: 'dogoterapia' })).toEqual([]);
  });

  it('another centre has its own directory', async () => {
    await published({ name: 'Hipoterapia' });
    expect((await find({ text: 'hipoterapia' }, house.other.as('visitor'))).hits).toEqual([]);
  });
});

describe('a change of one card changes that card in the index', () => {
  const all = async () => (await find({ limit: 200 })).hits.map((one) => one.name);
  const listed = async (): Promise<string[]> => {
    const { rows } = await house.owner.query<{ name: string }>(
      `select name from service where centre_id = $1 and state in ('published', 'to_confirm') order by name, id`,
      [house.centre.id],
    );
    return rows.map((one) => one.name);
  };
  const noted = async (): Promise<{ number: number; recent: string[] }> => {
    const { rows } = await house.owner.query<{ number: string; recent: string[] }>(
      'select number, recent from directory_version where centre_id = $1',
      [house.centre.id],
    );
    return { number: Number(rows[0]?.number), recent: rows[0]?.recent ?? [] };
  };

  it('comes, is renamed, moves in the order of names and goes as in the database', async () => {
    const organiser = house.centre.as('service_organiser');
    const correct = async (serviceId: string, name: string): Promise<void> => {
      const values = { serviceId, section: 'basics', name, track: 'general_offer' };
      expect(at(await house.runner.run(correctService, organiser, values))).toBe('done');
    };
    await all();
    const [first, second] = [
      await published({ name: 'Łąka kwietna' }),
      await published({ name: 'Ćwiczenia oddechowe' }),
    ];
    expect(await all()).toEqual(await listed());
    await correct(first, 'Aleja róż');
    await correct(second, 'Żonglerka');
    expect(await all()).toEqual(await listed());
    expect(await names({ text: 'żonglerka' })).toEqual(['Żonglerka']);
    expect(await names({ text: 'ćwiczenia oddechowe' })).not.toContain('Żonglerka');
    await house.runner.run(stepCommands['withdraw-service'], organiser, {
      serviceId: second,
      reason: 'koniec',
    });
    expect(await all()).toEqual(await listed());
    expect((await noted()).recent).toEqual(expect.arrayContaining([first, second]));
  });

  it('the name of a performer changes its cards only', async () => {
    const performer = await organization('Fundacja Brzask');
    const id = await published({ name: 'Poradnictwo nocne', organizationId: performer });
    await names({ text: 'brzask' });
    const before = await noted();
    await house.runner.run(writeOrganization, house.centre.as('service_organiser'), {
      organizationId: performer,
      name: 'Fundacja Zmierzch',
    });
    const after = await noted();
    expect(after).toMatchObject({ number: before.number + 1 });
    expect(after.recent.at(-1)).toBe(id);
    expect(await names({ text: 'zmierzch' })).toEqual(['Poradnictwo nocne']);
  });

  it('more cards than are remembered, or the dictionary, make it anew', async () => {
    await all();
    const many = Array.from({ length: 65 }, newId);
    await updateServices(readerFor(house.pool, house.centre.id), house.centre.id, many, {
      askedOn: '2026-11-16',
    });
    expect((await noted()).recent).toEqual([]);
    expect(await all()).toEqual(await listed());
  });
});

it('every statement that writes what residents see says in its transaction that the directory changed', () => {
  const folder = path.join(import.meta.dirname, 'db');
  const writes =
    /(insertInto|updateTable|deleteFrom|upsert\w*)\(\s*(tx,\s*)?'(service|location|organization|service_location)'/;
  const silent = readdirSync(folder).filter((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return writes.test(text) && !text.includes('await directoryChanged(');
  });
  expect(silent).toEqual([]);
});

describe('what nobody gives', () => {
  it('is said, with what may help instead, each under its own name', async () => {
    await published({
      name: 'Wypożyczalnia łóżek i wózków',
      area: '6',
      description: 'Wypożyczalnia sprzętu',
    });
    const { hits, answered } = await find({ text: 'fizjoterapeuta', area: '6' });
    expect(answered).toBe(false);
    expect(hits).toEqual([]);
    await published({ name: 'Instruktaż pielęgniarski', area: '6', description: 'Pielęgniarka, instruktaż' });
    const instead = await find({ text: 'fizjoterapeuta', area: '6' });
    expect(instead.answered).toBe(false);
    expect(instead.hits[0]).toMatchObject({
      name: 'Instruktaż pielęgniarski',
      meanings: ['pielęgniarka i nauka pielęgnacji'],
    });
    const page = await web.get(`/${house.centre.slug}/uslugi?text=fizjoterapeuta&area=6`);
    expect(page.body).toContain('Takiej usługi tu nie ma. Te mogą pomóc:');
  });
});

describe('filters narrow by what is known, never by what is not', () => {
  it('by area, group, reach, price and gmina', async () => {
    const id = await published({ name: 'Hortiterapia', area: '10', gminas: [gminas.town] });
    await put(id, { recipient_groups: ['carers'], reach: ['home'], fee_kind: 'free' });
    await published({ name: 'Hortiterapia druga', area: '9' });
    const text = 'hortiterapia';
    expect(await names({ text, area: '10' })).toEqual(['Hortiterapia']);
    expect(await names({ text, group: 'carers' })).toEqual(['Hortiterapia']);
    expect(await names({ text, reach: 'home' })).toEqual(['Hortiterapia']);
    expect(await names({ text, price: 'free' })).toEqual(['Hortiterapia']);
    expect(await names({ text, price: 'paid' })).toEqual([]);
    expect(await names({ text, gmina: gminas.village })).toEqual(['Hortiterapia druga']);
  });

  it('free now: only where a report of free places still holds today', async () => {
    const id = await published({ name: 'Arteterapia' });
    await put(id, { capacity_status: 'free', capacity_free: 3, capacity_until: '2026-11-16' });
    const late = await published({ name: 'Arteterapia dawna' });
    await put(late, { capacity_status: 'free', capacity_free: 3, capacity_until: '2026-11-15' });
    expect(await names({ text: 'arteterapia', free: 'tak' })).toEqual(['Arteterapia']);
  });

  it('counts what was found by area', async () => {
    await published({ name: 'Socjoterapia', area: '2' });
    await published({ name: 'Socjoterapia grupowa', area: '5' });
    expect((await find({ text: 'socjoterapia' })).counts.area).toMatchObject({ 2: 1, 5: 1 });
  });
});

describe('the pages', () => {
  it.each(['', '/uk', '/en'])('front page and search page are sound in every language (%s)', async (lang) => {
    await published(homeCare);
    for (const path of [
      '',
      '/uslugi',
      '/uslugi?text=ktos+do+babci',
      '/uslugi?text=xyzxyz',
      '/uslugi?area=4&free=tak',
    ]) {
      const page = await web.get(`${lang}/${house.centre.slug}${path}`);
      expect(page.statusCode).toBe(200);
      expect(pageFaults(page.body)).toEqual([]);
      expect(page.body).not.toContain('<script');
    }
  });

  it('a result says why it is there; every link keeps the language', async () => {
    await published(homeCare);
    const page = await web.get(
      `/uk/${house.centre.slug}/uslugi?text=${encodeURIComponent('догляд за бабусею')}`,
    );
    expect(page.body).toContain('Відповідає: догляд удома');
    expect(page.body).toContain(`href="/uk/${house.centre.slug}/uslugi/`);
  });

  it('nothing found: what to do next, and no dead end', async () => {
    const page = await web.get(`/${house.centre.slug}/uslugi?text=qwertyuiop`);
    for (const link of ['/pomoc', '/zglos', '/oddzwonimy', '/wydrukuj'])
      expect(page.body).toContain(`href="/${house.centre.slug}${link}`);
  });

  it.each([
    ['gmina=1465011', true, 200],
    ['gmina=%3Cscript%3E', false, 422],
    ['near=Krak%C3%B3w', true, 200],
    ['gmina=3006023', false, 200],
  ])(
    'a place outside the gmina is answered as one (%s: %s, %i), and hides nothing',
    async (asked, told, status) => {
      const { body, statusCode } = await web.get(`/jarocin/uslugi?${asked}`);
      expect(pageFaults(body)).toEqual([]);
      expect(body.includes('Tego miejsca nie ma w naszej gminie')).toBe(told);
      expect([statusCode, body.includes('/jarocin/uslugi/')]).toEqual([status, status === 200]);
      expect((await web.get(`/uk/jarocin/uslugi?${asked}`)).body.includes('немає в нашій гміні')).toBe(told);
    },
  );

  it('a whole story is searched for by its beginning, not sent back as too long', async () => {
    await published(homeCare);
    const story = `ktoś do babci ${'bo sama nie dam rady '.repeat(30)}`;
    const page = await web.get(`/${house.centre.slug}/uslugi?text=${encodeURIComponent(story)}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Usługi opiekuńcze');
  });

  it('a service that shares a side word is not called an answer', async () => {
    await published({ ...homeCare, description: 'Kołowrotek w świetlicy' });
    const words = encodeURIComponent('zepsuty zabytkowy kołowrotek');
    const page = await web.get(`/${house.centre.slug}/uslugi?text=${words}`);
    expect(page.body).toContain('Nie wiemy, czy dobrze rozumiemy');
  });

  it('below the results of a search stands "none of these"', async () => {
    await published(homeCare);
    const page = await web.get(`/${house.centre.slug}/uslugi?text=opieka`);
    expect(page.body).toContain('Żadna z tych usług?');
  });

  it('words of danger bring the emergency numbers first', async () => {
    const page = await web.get(`/${house.centre.slug}/uslugi?text=${encodeURIComponent('mąż mnie bije')}`);
    expect(page.body.indexOf('tel:112')).toBeGreaterThan(0);
    expect(page.body.indexOf('tel:112')).toBeLessThan(page.body.indexOf('name="text"'));
  });

  it('what a person typed comes back as text, never as markup', async () => {
    const page = await web.get(
      `/${house.centre.slug}/uslugi?text=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(page.body).not.toContain('<script');
  });
});
