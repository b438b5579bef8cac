import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import {
  caseScene,
  done,
  lineOf,
  type Offered,
  planScene,
  programmeScene,
  today,
} from '../../../../test/support/plan.ts';
import { testWeb } from '../../../../test/support/web.ts';
import type { Role } from '../../../platform/actor.ts';
import { pageFaults } from '../../../ui/index.ts';
import { drawUp } from '../commands/draw-up.ts';

const house = testHouse();
const web = testWeb(house);
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const coordinator: Role = 'plan_coordinator';
const plan = (planId: string, below = ''): string => `/praca/plany/${planId}${below && `/${below}`}`;

/** The page as somebody reads it: the text without markup. */
const text = (body: string): string => body.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

async function read(url: string, role: Role): Promise<string> {
  const answer = await web.get(url, role);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
}

const versionOf = (body: string): string => /name="_version" value="(\d+)"/.exec(body)?.[1] ?? '';

describe('pages of plans open for exactly the roles of the permission matrix', () => {
  const everybody: readonly Role[] = [
    'director',
    'service_organiser',
    coordinator,
    'community_organiser',
    'assistance_organiser',
    'clerk',
    'feeder',
    'provider',
    'region',
    'resident',
    'auditor',
    'administrator',
  ];

  it.each<[string, readonly Role[]]>([
    ['/praca/plany', ['director', 'service_organiser', coordinator, 'provider']],
    ['/praca/obowiazki', ['director', 'service_organiser', 'community_organiser']],
    ['/praca/przekazanie', ['director', 'service_organiser']],
  ])('%s', async (url, allowed) => {
    await planScene(house, offered, 'running');
    const provider = await house.centre.account('provider', { organizationId: offered.organizationId });
    for (const role of everybody) {
      const answer = await web.get(url, role === 'provider' ? provider : role);
      expect([role, answer.statusCode]).toEqual([role, allowed.includes(role) ? 200 : 403]);
    }
    expect((await web.get(url)).statusCode).toBe(303);
  });

  it('a plan and everything below it is not there for whom it does not concern', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    for (const below of ['', 'zatwierdz', 'zwroc', 'rezygnacja', 'opracowanie/okres', 'uzgodnij'])
      for (const role of ['clerk', 'community_organiser', 'provider', 'resident', 'auditor'] as const)
        expect([below, role, (await web.get(plan(planId, below), role)).statusCode]).toEqual([
          below,
          role,
          404,
        ]);
  });
});

describe('/praca/plany', () => {
  it('empty, it says what to do first', async () => {
    const { body } = await web.get('/praca/plany', await house.centre.account('plan_coordinator'));
    expect(pageFaults(body)).toEqual([]);
    expect(text(body)).toContain('Nie prowadzisz jeszcze żadnego planu');
  });

  it('lists state, services and the nearest clock, and its parts', async () => {
    await planScene(house, offered, 'agreed', { name: 'Iga Czekająca' });
    const body = text(await read('/praca/plany?lista=waiting', 'director'));
    expect(body).toContain('Iga Czekająca');
    expect(body).toMatch(/uzgodniony.*Rehabilitacja w domu/);
    expect(body).toContain('zostało 16 dni');
    expect(text(await read('/praca/plany?lista=closed', 'director'))).toContain(
      'W tej części listy nic nie ma',
    );
  });

  it('a provider reads at the same address the own services only', async () => {
    await planScene(house, offered, 'running', { name: 'Zofia Widoczna' });
    const provider = await house.centre.account('provider', { organizationId: offered.organizationId });
    const { body } = await web.get('/praca/plany', provider);
    expect(pageFaults(body)).toEqual([]);
    expect(text(body)).toMatch(/Zofia Widoczna.*Rehabilitacja w domu.*poniedziałek 9:00–10:00/);
    expect(text(body)).not.toMatch(/upadku|60,00/);
  });
});

describe('drawing a plan up, step by step, without a script', () => {
  it('leads from the period to the agreement; every step says what is missing', async () => {
    const { caseId } = await caseScene(house, offered);
    const { planId } = done(await house.runner.run(drawUp, house.centre.as(coordinator), { caseId }));
    const send = async (below: string, fields: Record<string, string>) =>
      await web.post(plan(planId, below), fields, coordinator);

    const overYear = await send('opracowanie/okres', { startsOn: '16.11.2026', endsOn: '16.12.2027' });
    expect(overYear.statusCode).toBe(409);
    expect(text(overYear.body)).toContain('Plan może trwać najwyżej rok');
    expect(overYear.body).toContain('value="16.12.2027"');
    const period = await send('opracowanie/okres', { startsOn: '16.11.2026', endsOn: '30.04.2027' });
    expect(period.headers.location).toContain('/opracowanie/potrzeby');

    const needs = await read(plan(planId, 'opracowanie/potrzeby'), coordinator);
    expect(text(needs)).toContain('Nie daję rady wejść po schodach.');
    expect(
      (await send('opracowanie/potrzeby', { words: 'Samotność', area: '11', priority: '2' })).statusCode,
    ).toBe(303);

    const lines = await read(plan(planId, 'opracowanie/uslugi'), coordinator);
    expect(text(lines)).toContain('Uzupełnij: Rehabilitacja w domu');
    const lineId = /opracowanie\/uslugi\/([0-9a-f-]{36})"/.exec(lines)?.[1] ?? '';
    expect(await read(plan(planId, `opracowanie/uslugi/${lineId}`), coordinator)).toContain(
      'name="week.mon"',
    );
    const { planId: _id, week: _week, units, ...line } = lineOf(offered, planId);
    const fields = { ...line, units: String(units), lineId, 'week.mon': 'rano' };
    const wrong = await send(`opracowanie/uslugi/${lineId}`, fields);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#f-week-mon"');
    expect(wrong.body).toContain('value="rano"');
    const write = async (more: Record<string, string>) => {
      const sent = await send(`opracowanie/uslugi/${lineId}`, { ...fields, 'week.mon': '9-10', ...more });
      expect(sent.statusCode).toBe(303);
      return text(await read(plan(planId, 'opracowanie/uslugi'), coordinator));
    };
    // Written is what was meant, so it is said and not stopped (art. 39(1)).
    expect(await write({ units: '7' })).toContain('godziny i liczba się różnią');
    expect(await write({ units: '7', scheduleWords: 'co trzeci tydzień' })).not.toContain('się różnią');
    expect(await write({ units: '', scheduleWords: '' })).not.toContain('się różnią');

    const action = { kind: 'neighbourly', words: 'Zakupy', who: 'sąsiadka' };
    expect((await send('opracowanie/dzialania', action)).statusCode).toBe(303);
    const agreement = await read(plan(planId, 'uzgodnij'), coordinator);
    expect(text(agreement)).toContain('poniedziałek 9:00–10:00');
    await send('uzgodnij', { agreedOn: today, agreedHow: 'rozmowa', _version: versionOf(agreement) });
    expect(text(await read(plan(planId), coordinator))).toContain('Plan czeka na zatwierdzenie');
  });

  it('a new service is chosen first; its form then asks only what matters for it', async () => {
    const { planId, caseId } = await planScene(house, offered, 'whole');
    const choice = await read(plan(planId, 'opracowanie/uslugi/nowa'), coordinator);
    expect(text(choice)).toMatch(/Klub seniora.*bezpłatnie/);
    const free = await read(plan(planId, `opracowanie/uslugi/nowa?usluga=${offered.free}`), coordinator);
    expect(free).not.toContain('name="feeDueOn"');
    const paid = async () =>
      await read(plan(planId, `opracowanie/uslugi/nowa?usluga=${offered.paid}`), coordinator);
    expect(await paid()).toContain('name="feeDueOn"');
    // Only a relief that the application declares is offered (art. 36(1)).
    expect(await paid()).not.toContain('niski dochód');
    await house.owner.query(`update application set reliefs = '["niski dochód"]' where case_id = $1`, [
      caseId,
    ]);
    expect(await paid()).toContain('niski dochód');
  });

  it('a draft that was saved is there again, also the service that was chosen', async () => {
    const { planId } = await planScene(house, offered, 'whole');
    const url = plan(planId, 'opracowanie/uslugi/nowa');
    const draft = { programmeServiceId: offered.paid, place: 'świetlica', _intent: 'draft' };
    expect((await web.post(url, draft, coordinator)).statusCode).toBe(303);
    expect(await read(url, coordinator)).toContain('value="świetlica"');
  });

  it('what somebody typed is text, never markup', async () => {
    const { planId } = await planScene(house, offered, 'whole');
    const need = { words: '<script>alert(1)</script>', priority: '1' };
    await web.post(plan(planId, 'opracowanie/potrzeby'), need, coordinator);
    expect(await read(plan(planId), coordinator)).not.toContain('<script>alert');
  });
});

describe('approval on a page', () => {
  it('shows what will happen, approves, and the plan runs', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const page = await read(plan(planId, 'zatwierdz'), 'director');
    expect(text(page)).toMatch(/Koszt dla programów 1000,00.*Opłaty osoby 60,00/);
    const answer = await web.post(plan(planId, 'zatwierdz'), { _version: versionOf(page) }, 'director');
    expect(answer.headers.location).toContain(plan(planId));
    expect(text(await read(plan(planId), 'director'))).toContain('Plan jest w realizacji');
    expect(text(await read(plan(planId, 'zatwierdz'), 'director'))).toContain(
      'Ten plan nie czeka na zatwierdzenie',
    );
  });

  it('tells an organiser without an authorisation why not, and shows no button', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const { body } = await web.get(
      plan(planId, 'zatwierdz'),
      await house.centre.account('service_organiser'),
    );
    expect(text(body)).toContain('Nie możesz zatwierdzić tego planu');
    expect(body).not.toContain('Zatwierdź plan</button>');
  });

  it('a stale form is told so and keeps what was typed', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const answer = await web.post(
      plan(planId, 'zwroc'),
      { remarks: 'Moje uwagi', _version: '1' },
      'director',
    );
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Moje uwagi');
  });
});

describe('one primary action, by the state and by who looks', () => {
  const primary = (body: string): string[] =>
    [...body.matchAll(/class="button button-primary[^"]*"[^>]*>([^<]*)</g)].map(([, label = '']) =>
      label.trim(),
    );

  it('a draft: go on drawing up; agreed: the director approves and the coordinator waits', async () => {
    const draft = await planScene(house, offered, 'draft');
    expect(primary(await read(plan(draft.planId), coordinator))).toEqual(['Opracuj plan']);
    const agreed = await planScene(house, offered, 'agreed');
    expect(primary(await read(plan(agreed.planId), 'director'))).toEqual(['Zatwierdź albo zwróć']);
    expect(primary(await read(plan(agreed.planId), coordinator))).toEqual([]);
  });

  it('running: a monitoring entry, and once the period has passed the end; the director only reads', async () => {
    const { planId } = await planScene(house, offered, 'running');
    expect(primary(await read(plan(planId), coordinator))).toEqual(['Dodaj wpis']);
    expect(primary(await read(plan(planId), 'director'))).toEqual([]);
    await house.owner.query(
      `update plan_version set starts_on = '2026-06-01', ends_on = '2026-11-10' where plan_id = $1`,
      [planId],
    );
    expect(primary(await read(plan(planId), coordinator))).toEqual(['Zakończ plan']);
  });
});

describe('the further life of a plan on pages', () => {
  it('monitoring, a change beside what holds, its comparison, resignation, summary', async () => {
    const { planId } = await planScene(house, offered, 'running');
    const send = async (below: string, fields: Record<string, string>) =>
      (await web.post(plan(planId, below), fields, coordinator)).headers.location;
    const entry = { heldOn: today, contact: 'visit', finding: 'Dobrze idzie.' };
    expect(await send('monitorowanie', entry)).toContain('#monitorowanie');
    expect(await send('zmien', { kind: 'needs', reason: 'więcej wizyt' })).toContain('/opracowanie/uslugi');
    const changing = text(await read(plan(planId), coordinator));
    expect(changing).toContain('Dobrze idzie.');
    expect(changing).toContain('Zmiana planu w przygotowaniu: wersja 2');
    const compared = await read(plan(planId, 'wersje/2/porownaj?wszystko=tak'), coordinator);
    expect(text(compared)).toContain('więcej wizyt');

    const form = await read(plan(planId, 'rezygnacja'), coordinator);
    const originId = /name="delivered.0.originId" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await send('rezygnacja', {
      resignedOn: today,
      'delivered.0.originId': originId,
      'delivered.0.units': '1',
    });
    expect(text(await read(plan(planId), coordinator))).toContain('Osoba zrezygnowała z planu');
    await read(plan(planId, 'podsumuj'), coordinator);
    const closing = {
      talk: 'tak',
      talkOn: today,
      description: 'Krótko.',
      results: 'Nic.',
      outcome: 'not_achieved',
    };
    await send('podsumuj', { ...closing, remainingNeeds: 'Winda.' });
    expect(text(await read(plan(planId), coordinator))).toMatch(
      /Plan jest podsumowany.*Winda\..*Zgłoś tę potrzebę/,
    );
  });

  it('duties and a handover', async () => {
    const { planId } = await planScene(house, offered, 'running');
    expect(text(await read('/praca/obowiazki', 'service_organiser'))).toContain('Sporządź i zapisz');
    const span = { coversFrom: '2026-06-01', coversTo: today };
    expect((await web.post('/praca/obowiazki/podsumowanie', span, 'service_organiser')).statusCode).toBe(303);
    expect(text(await read('/praca/obowiazki', 'community_organiser'))).not.toContain('Sporządź i zapisz');
    const one = text(await read(`/praca/przekazanie?plan=${planId}`, 'director'));
    expect(one).toContain('Przekazanie planu: Halina Wrona');
    expect(text(await read('/praca/przekazanie', 'director'))).toContain('Kto co prowadzi');
  });
});
