import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { pageFaults } from '../../../ui/index.ts';

const house = testHouse();
const web = testWeb(house);
type Reader = 'service_organiser' | 'director' | 'plan_coordinator';

const open = async (url: string, who: Reader = 'service_organiser'): Promise<string> => {
  const answer = await web.get(url, who);
  expect(answer.statusCode).toBe(200);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
};
const send = async (
  page: string,
  action: string,
  values: Record<string, string | string[]>,
  who: Reader = 'service_organiser',
) => {
  const sent = await web.post(action, { ...fieldsOfForm(await open(page, who), action), ...values }, who);
  expect(sent.statusCode).toBe(303);
  return sent.headers.location ?? '';
};

let plan = '';
let action = '';

beforeAll(async () => {
  const created = await send('/praca/lpdi/nowy', '/praca/lpdi/nowy', { gmina: gminas.town });
  plan = created.split('?')[0] ?? '';
});

describe('from an empty list to a whole plan, by forms without a script', () => {
  it('an empty list says what to do first, and only to those who may', async () => {
    const foreign = await open('/praca/lpdi', 'plan_coordinator');
    expect(foreign).not.toContain('href="/praca/lpdi/nowy"');
  });

  it('a goal, a goal below it, an action, its money, test and indicator', async () => {
    await send(`${plan}/cel/nowe`, `${plan}/cel/nowe`, { title: 'Życie u siebie', groups: ['olderPeople'] });
    const page = await open(plan);
    const [, below = ''] = /href="([^"]*\/cel\/nowe\?cel=[^"]*)"/.exec(page) ?? [];
    await send(below, `${plan}/cel/nowe`, { title: 'Więcej pomocy w domu', groups: [] });
    const [, card = ''] = /href="([^"]*\/dzialanie\/nowe\?cel=[^"]*)"/.exec(await open(plan)) ?? [];
    await send(card, `${plan}/dzialanie/nowe`, {
      title: 'Pomoc w domu dla 60 osób',
      group: 'olderPeople',
      topic: 'community_services',
      serviceKind: 'careAtHome',
      responsible: 'CUS',
      target: '60',
    });
    [, action = ''] = /href="([^"]*\/dzialanie\/(?!nowe)[^"]*)"/.exec(await open(plan)) ?? [];
    await send(action, `${action}/koszty`, {
      'costs.0.year': '2027',
      'costs.0.source': 'own',
      'costs.0.amount': '120 000',
    });
    await send(action, `${action}/test`, {
      individualised: 'yes',
      users_control: 'yes',
      not_isolated: 'yes',
      needs_prevail: 'yes',
    });
    const [, gauge = ''] = /href="([^"]*\/wskaznik\/nowe\?dzialanie=[^"]*)"/.exec(await open(action)) ?? [];
    await send(gauge, `${plan}/wskaznik/nowe`, {
      name: 'osoby z pomocą w domu',
      method: 'liczba osób w rejestrze',
      base: '20',
      baseOn: '31.12.2026',
      target: '60',
      source: 'rejestr CUS',
    });
    const whole = await open(plan);
    expect(whole).not.toContain('Test bez odpowiedzi');
    expect(await open(action)).toContain('To usługa w społeczności lokalnej');
    expect(whole).toContain('120\u00a0000');
    expect(await open(`${plan}/monitorowanie`)).toContain('jeszcze nie zmierzono');
    expect(whole).toContain('Plan nie ma ryzyk.');
    expect(whole).toMatch(/href="[^"]*\/ryzyka"[^>]*>Plan nie ma ryzyk\./);
  });

  it('risks, roles and documents; then the draft is closed and the director records the adoption', async () => {
    await send(`${plan}/ryzyko/nowe`, `${plan}/ryzyko/nowe`, {
      name: 'brak kadr',
      response: 'szkolenia',
      owner: 'dyrektor',
    });
    await send(`${plan}/rola/nowe`, `${plan}/rola/nowe`, { who: 'dyrektor', task: 'nadzór' });
    await send(`${plan}/dokument/nowe`, `${plan}/dokument/nowe`, {
      name: 'Strategia',
      level: 'kraj',
      says: 'usługi u siebie',
    });
    await send(`${plan}/diagnoza`, `${plan}/odswiez`, {});
    await send(plan, `${plan}/krok/finish`, {});
    expect(await open(plan)).not.toContain('Zapisz przyjęcie');
    await send(plan, `${plan}/przyjecie`, { resolution: 'Zarządzenie nr 12/2026' }, 'director');
    const adopted = await open(plan);
    expect(adopted).toContain('Zarządzenie nr 12/2026');
    expect(adopted).not.toContain('Dodaj cel');
    expect(await open(action)).toContain('Zapisz stan');
  });
});

describe('the plan for everybody, without an account', () => {
  const here = () => plan.replace('/praca/lpdi', `/${house.centre.slug}/plan-lokalny`);

  it('is read in three languages once it is adopted; its card shows the money row by row', async () => {
    for (const lang of ['', '/uk', '/en']) {
      const page = await web.get(`${lang}${here()}`);
      expect(page.statusCode).toBe(200);
      expect(pageFaults(page.body)).toEqual([]);
      expect(page.body).toContain('Życie u siebie');
      expect(page.body).not.toContain('"/praca/');
    }
    const card = await web.get(action.replace('/praca/lpdi', `/${house.centre.slug}/plan-lokalny`));
    expect(card.body).toContain('budżet gminy');
    expect(card.body).toContain('120\u00a0000,00');
    expect((await web.get(`${here()}/dzialanie/nie-ma`)).statusCode).toBe(404);
  });

  it('is not there before its adoption, nor in another centre', async () => {
    const draft = await send('/praca/lpdi/nowy', '/praca/lpdi/nowy', { gmina: gminas.town });
    const id = (draft.split('?')[0] ?? '').replace('/praca/lpdi', '');
    for (const path of ['', '/liczby', '/plan.pdf'])
      expect((await web.get(`/${house.centre.slug}/plan-lokalny${id}${path}`)).statusCode).toBe(404);
    expect((await web.get(`/${house.centre.slug}/plan-lokalny`)).body).not.toContain(id);
    expect((await web.get(here().replace(house.centre.slug, house.other.slug))).statusCode).toBe(404);
  });
});

describe('the what-if', () => {
  it('counts at once with what it begins with, and says where the price of a place comes from', async () => {
    const page = await open('/praca/lpdi/co-jesli');
    expect(page).toContain('Zarządzenie nr 83');
    expect(page).toMatch(/Przez 6 lat gmina wyda (mniej|więcej) o/);
  });

  it('a wrong assumption is named beside its field, and nothing typed is lost', async () => {
    const page = await open('/praca/lpdi/co-jesli?people=abc&years=4');
    expect(page).toContain('value="abc"');
    expect(page).toContain('Podaj liczbę od 1 do 10000.');
    expect(page).toContain('Przez 4 lat');
  });
});
