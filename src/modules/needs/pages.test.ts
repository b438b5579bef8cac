import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { enter, several } from './ledger.fixture.ts';

const house = testHouse();
const web = testWeb(house);

const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

beforeAll(async () => {
  await enter(house, [
    ...several('places', 14),
    ...several('dear', 8, { reason: 'price', area: 6, group: null, locality: 'Golina' }),
    ...several('few', 2, { reason: 'hours', area: 6, group: 'carers', locality: 'Golina' }),
    ...several('uncoded', 6, {
      area: null,
      source: 'search',
      reason: 'no_service',
      gmina: gminas.village,
      locality: null,
    }),
  ]);
});

const open = async (
  url: string,
  who: 'service_organiser' | 'director' | 'community_organiser' = 'service_organiser',
) => {
  const answer = await web.get(url, who);
  expect(answer.statusCode).toBe(200);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
};

describe('the page of the ledger', () => {
  it('before anything is accepted it says what to do: review', async () => {
    const body = await open('/praca/potrzeby');
    expect(text(body)).toContain('Liczą się dopiero wpisy, które organizator przyjął.');
    expect(body).toContain('href="/praca/potrzeby/przeglad"');
    expect(await open('/praca/potrzeby', 'director')).not.toContain('href="/praca/potrzeby/przeglad"');
  });

  it('the organiser ticks entries and accepts them; what has no area cannot be ticked', async () => {
    const body = await open('/praca/potrzeby/przeglad');
    expect(body).toMatch(/value="\|no_service\|[^"]*"[^>]*disabled|disabled[^>]*value="\|no_service/);
    const action = '/praca/potrzeby/przeglad/przyjmij';
    const keys = [
      '5|no_places|olderPeople|3006023|Witaszyce|',
      '6|price||3006023|Golina|',
      '6|hours|carers|3006023|Golina|',
    ];
    const sent = await web.post(action, { ...fieldsOfForm(body, action), keys }, 'service_organiser');
    expect(sent.headers.location).toContain('/praca/potrzeby/przeglad?zrobione=needs.accept-needs');
  });

  it('all that have an area can be ticked at once, without a script', async () => {
    const action = '/praca/potrzeby/przeglad/przyjmij';
    const none = fieldsOfForm(await open('/praca/potrzeby/przeglad'), action);
    expect(none['keys']).toBeUndefined();
    await enter(house, several('more', 3, { area: 7 }));
    const all = fieldsOfForm(await open('/praca/potrzeby/przeglad?zaznacz=wszystkie'), action);
    expect(all['keys']).toBe('7|no_places|olderPeople|3006023|Witaszyce|');
  });

  it('nothing ticked: the page comes back and says so', async () => {
    const action = '/praca/potrzeby/przeglad/przyjmij';
    const body = await open('/praca/potrzeby/przeglad');
    const sent = await web.post(action, fieldsOfForm(body, action), 'service_organiser');
    expect(sent.statusCode).toBe(409);
    expect(text(sent.body)).toContain('Zaznacz co najmniej jeden wpis');
  });

  it('an entry is coded otherwise, or thrown out with a reason, on a page of its own', async () => {
    const href = '/praca/potrzeby/przeglad/wpis?wpis=%7Cno_service%7ColderPeople%7C3006032%7C%7C';
    const body = await open(href);
    expect(text(body)).toContain('Takich wpisów: 6');
    const action = '/praca/potrzeby/przeglad/wpis/odrzuc';
    const blank = await web.post(action, fieldsOfForm(body, action), 'service_organiser');
    expect(blank.statusCode).toBe(422);
    expect(text(blank.body)).toContain('Napisz, dlaczego to nie jest potrzeba');
    const correct = '/praca/potrzeby/przeglad/wpis/popraw';
    const fields = { ...fieldsOfForm(body, correct), area: '9', reason: 'no_service' };
    expect((await web.post(correct, fields, 'service_organiser')).statusCode).toBe(303);
    expect(text(await open(href))).toContain('Tego wpisu już tu nie ma');
  });

  it.each(['service_organiser', 'director', 'community_organiser'] as const)(
    'shows %s the figures: chart, map with its table, months, passport; small numbers hidden',
    async (who) => {
      const body = await open('/praca/potrzeby', who);
      const said = text(body);
      expect(said).toContain('Przyjęte wpisy: 30');
      expect(said).toMatch(/Skąd ta liczba.*październik 2026.*bez filtra/);
      expect(body).toContain('class="map"');
      expect(body).toContain('aria-label="Niezaspokojone potrzeby na mapie: październik 2026"');
      expect(said).toContain('ukryte');
      expect(said).toContain('wyszukiwania i odpowiedzi mieszkańców są wymyślone');
    },
  );

  it('a period and an area narrow the figures and stand in the passport', async () => {
    const said = text(await open('/praca/potrzeby?od=2026-09&do=2026-10&zakres=5'));
    expect(said).toContain('Przyjęte wpisy: 14');
    expect(said).toContain('wrzesień 2026 – październik 2026');
    expect(said).toContain('zakres: promocja i ochrona zdrowia');
  });

  it('a month that is none is answered, not broken', async () => {
    expect((await web.get('/praca/potrzeby?od=2026-13', 'director')).statusCode).toBe(422);
  });
});

describe('the exports carry the same hidden numbers and the same passport', () => {
  it('CSV opens in a spreadsheet: Polish letters, semicolons, a name with the period', async () => {
    const sent = await web.get('/praca/potrzeby/csv', 'director');
    expect(sent.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(sent.headers['content-disposition']).toContain('niezaspokojone-potrzeby-2026-10-2026-10.csv');
    expect(sent.body.startsWith('\uFEFFŹródło;')).toBe(true);
    expect(sent.body).toContain('Promocja i ochrona zdrowia;0;14;0;0;14');
    expect(sent.body).toContain('Wspieranie osób niepełnosprawnych;0;0;ukryte;ukryte;10');
    expect(sent.body).toContain('Małe liczby;"liczby od 1 do 4');
  });

  it('JSON has null where a number is hidden, and says by which rule', async () => {
    const sent = await web.get('/praca/potrzeby/json', 'community_organiser');
    const figures: Record<string, unknown> = JSON.parse(sent.body);
    expect(figures).toMatchObject({
      total: 30,
      byArea: { areas: [5, 6, 9] },
      passport: { from: '2026-10', formula: expect.stringContaining('suma przyjętych wpisów') },
    });
    expect(figures).not.toHaveProperty('awaiting');
  });

  it('are closed to whoever may not read the ledger', async () => {
    for (const url of [
      '/praca/potrzeby',
      '/praca/potrzeby/csv',
      '/praca/potrzeby/json',
      '/praca/potrzeby/przeglad',
    ])
      expect((await web.get(url, 'clerk')).statusCode).toBe(403);
    expect((await web.get('/praca/potrzeby/przeglad', 'director')).statusCode).toBe(403);
  });
});
