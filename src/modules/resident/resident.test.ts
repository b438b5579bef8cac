import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { caseScene, planScene, programmeScene } from '../../../test/support/plan.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { langs } from '../../lang.ts';
import type { Actor } from '../../platform/actor.ts';
import { pageFaults } from '../../ui/index.ts';
import { newId } from '../../platform/ids.ts';
import { mineToday } from '../agenda/index.ts';
import { representedCases } from '../casework/index.ts';

const house = testHouse();
const { get, post } = testWeb(house);

let person: Actor;
let neighbour: Actor;
let coordinator: Actor;
let caseId: string;
let planId: string;

beforeAll(async () => {
  const offered = await programmeScene(house);
  const scene = await planScene(house, offered, 'running');
  ({ caseId, planId, coordinator } = scene);
  person = await house.centre.account('resident', { personId: scene.personId, name: 'Grzegorz Testowy' });
  const other = await caseScene(house, offered);
  neighbour = await house.centre.account('resident', { personId: other.personId, name: 'Sąsiad Testowy' });
});

const homes = { pl: '/jarocin', uk: '/uk/jarocin', en: '/en/jarocin' } as const;

const askedOn = async (kind: string, typed: Record<string, string>, home = '/jarocin', who = person) => {
  const path = `${home}/moje/sprawa/${caseId}/${kind}`;
  const page = await get(path, who);
  return await post(path, { ...fieldsOfForm(page.body, path), ...typed }, who);
};

describe('a resident with an account', () => {
  it('lands on their own cases after signing in, in the language of the door', async () => {
    const polish = await post('/jarocin/logowanie/osoba', { accountId: person.accountId });
    const ukrainian = await post('/uk/jarocin/logowanie/osoba', { accountId: person.accountId });
    const worker = await post('/jarocin/logowanie/osoba', { accountId: coordinator.accountId });
    expect([polish, ukrainian, worker].map(({ headers }) => String(headers.location).split('?')[0])).toEqual([
      '/jarocin/moje',
      '/uk/jarocin/moje',
      '/praca',
    ]);
  });

  it.each(langs)('sees the cases, the plan and who looked, in %s', async (lang) => {
    const home = homes[lang];
    for (const path of ['moje', `moje/plan/${planId}`, 'moje/dane', `moje/sprawa/${caseId}/resignation`]) {
      const shown = await get(`${home}/${path}`, person);
      expect([path, shown.statusCode, pageFaults(shown.body)]).toEqual([path, 200, []]);
      expect(shown.body).toContain(`<html lang="${lang}"`);
      expect(shown.body).not.toContain('href="/praca/konto"');
    }
  });

  it('reads the plan in plain words: who helps, when, what it costs', async () => {
    const { body } = await get(`/jarocin/moje/plan/${planId}`, person);
    for (const words of ['Rehabilitacja w domu', 'Fundacja Razem', 'Ile zapłacisz'])
      expect(body).toContain(words);
    expect(body).not.toContain('IPUS');
  });

  it('calls a service of the plan as its card does in their language, and says of the rest that it is Polish', async () => {
    await house.owner.query(
      `update service set translations = '{"uk": {"name": "Реабілітація вдома"}}' where name = 'Rehabilitacja w domu'`,
    );
    const ukrainian = await get(`/uk/jarocin/moje/plan/${planId}`, person);
    expect(ukrainian.body).toContain('Реабілітація вдома');
    expect(ukrainian.body).toContain('<span lang="pl">Fundacja Razem</span>');
    expect((await get(`/en/jarocin/moje/plan/${planId}`, person)).body).toContain('Rehabilitacja w domu');
  });

  it('sees that a worker has looked, and what for', async () => {
    await get(`/praca/sprawy/${caseId}`, 'clerk');
    const { body } = await get('/jarocin/moje/dane', person);
    expect(body).toContain('clerk testowy');
    expect(body).toContain('oglądanie');
    expect(body).toContain('art. 50');
    expect((await get('/uk/jarocin/moje/dane', person)).body).toContain('перегляд: ваша справа');
    expect((await get('/en/jarocin/moje/dane', person)).body).toContain('a look: your case');
  });

  it.each(langs)('finds the way in on the first page, in %s', async (lang) => {
    expect((await get(homes[lang])).body).toMatch(
      new RegExp(`<h3[^>]*>\\s*<a href="${homes[lang]}/logowanie"`),
    );
  });
});

describe('walls of the resident’s own pages', () => {
  it('another person’s case, plan and papers are not there', async () => {
    expect((await get('/jarocin/moje', neighbour)).body).not.toContain(caseId);
    expect((await get(`/jarocin/moje/plan/${planId}`, neighbour)).statusCode).toBeGreaterThanOrEqual(403);
    expect((await get(`/jarocin/moje/sprawa/${caseId}/complaint`, neighbour)).statusCode).toBe(404);
    const stranger = await askedOn('complaint', { words: 'Podszywam się' }, '/jarocin', neighbour);
    expect(stranger.statusCode).toBe(403);
  });

  it('staff have no own cases, a visitor is asked to sign in, another centre’s address is not there', async () => {
    expect((await get('/jarocin/moje', 'clerk')).statusCode).toBeGreaterThanOrEqual(403);
    expect((await get('/en/jarocin/moje')).headers.location).toBe(
      '/en/logowanie?powrot=%2Fen%2Fjarocin%2Fmoje',
    );
    expect((await get(`/${house.other.slug}/moje`, person)).statusCode).toBe(404);
  });
});

describe('whoever acts for a person sees their cases while the relation holds (art. 35)', () => {
  const relate = async (kind: string, from: string, to: string | null = null): Promise<void> => {
    await house.owner.query('delete from person_relation');
    await house.owner.query(
      `insert into person_relation (centre_id, id, person_id, other_person_id, kind, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [house.centre.id, newId(), person.personId, neighbour.personId, kind, from, to],
    );
  };
  const seen = async (): Promise<boolean> =>
    (await get('/jarocin/moje', neighbour)).body.includes(`sprawa-${caseId}`);

  it.each([
    ['a statutory representative', 'statutory_representative', '2026-01-01', null, true],
    ['a factual carer', 'factual_carer', '2026-01-01', null, true],
    ['on the last day', 'factual_carer', '2026-01-01', '2026-11-16', true],
    ['no more on the day after', 'factual_carer', '2026-01-01', '2026-11-15', false],
    ['not before the first day', 'statutory_representative', '2026-11-17', null, false],
    ['not as family', 'family', '2026-01-01', null, false],
  ] as const)('%s', async (_who, kind, from, to, sees) => {
    await relate(kind, from, to);
    expect(await seen()).toBe(sees);
    const asked = await house.runner.ask(representedCases, neighbour, { personId: person.personId });
    expect(asked.ok).toBe(sees);
  });

  it('reads where they stand and asks for nothing: that stays the person’s own', async () => {
    await relate('factual_carer', '2026-01-01');
    const shown = await get('/jarocin/moje', neighbour);
    expect(pageFaults(shown.body)).toEqual([]);
    expect(shown.body).toContain('Widzisz te sprawy jako opiekun faktyczny');
    expect(shown.body).not.toContain(`/moje/sprawa/${caseId}/`);
    const refused = await askedOn('complaint', { words: 'W jej imieniu' }, '/jarocin', neighbour);
    expect(refused.statusCode).toBe(403);
  });

  it('never when the address of the person is hidden', async () => {
    await relate('factual_carer', '2026-01-01');
    await house.owner.query('update person set shielded = true where id = $1', [person.personId]);
    expect(await seen()).toBe(false);
    await house.owner.query('update person set shielded = false where id = $1', [person.personId]);
  });

  it('the person is told, on their own page, on the page that workers read, and among those who looked', async () => {
    await relate('statutory_representative', '2026-01-01');
    await get('/jarocin/moje', neighbour);
    const own = (await get('/jarocin/moje', person)).body;
    expect(own).toContain('Kto jeszcze widzi Twoje sprawy');
    expect(own).toContain('przedstawiciel ustawowy');
    expect((await get('/jarocin/moje/dane', person)).body).toContain('Sąsiad Testowy');
    const page = (await get(`/praca/osoby/${person.personId}`, 'clerk')).body;
    expect(page.replaceAll('\u00a0', ' ')).toContain('widzi sprawy tej osoby na swoim koncie mieszkańca');
    await relate('family', '2026-01-01');
    expect((await get('/jarocin/moje', person)).body).not.toContain('Kto jeszcze widzi Twoje sprawy');
  });
});

describe('what a resident asks for has a clock', () => {
  const clocks = async (who: Actor) => {
    const outcome = await house.runner.ask(mineToday, who, {});
    return outcome.ok ? outcome.value.deadlines.filter((one) => one.caseId === caseId) : [];
  };

  it('a change of the plan goes to the coordinator, within seven days (art. 41 ust. 2)', async () => {
    const sent = await askedOn('change', { words: 'Wolę wtorki.' });
    expect(sent.headers.location).toContain('/jarocin/moje?zrobione=casework.ask-for-change');
    expect(await clocks(coordinator)).toContainEqual(
      expect.objectContaining({ kind: 'residentRequest', dueOn: '2026-11-23' }),
    );
    expect((await get('/jarocin/moje', person)).body).toContain('Odpowiemy do 23 listopada 2026.');
  });

  it('a complaint is answered within a month, and not by the coordinator it may be about (KPA art. 232, 237)', async () => {
    await askedOn('complaint', { words: 'Скаржуся, бо ніхто не дзвонить.' }, '/uk/jarocin');
    expect((await clocks(coordinator)).some(({ kind }) => kind === 'complaint')).toBe(false);
    const director = house.centre.as('director');
    expect(await clocks(director)).toContainEqual(
      expect.objectContaining({ kind: 'complaint', dueOn: '2026-12-16' }),
    );
    const { body } = await get(`/praca/sprawy/${caseId}`, director);
    const answers = [...body.matchAll(/href="(\/praca\/sprawy\/[^"]*\/prosba\/[^"]*)"/g)].map(
      ([, at = '']) => at,
    );
    const pages = await Promise.all(answers.map((at) => get(at, director)));
    const at = answers[pages.findIndex((page) => page.body.includes('Скаржуся'))] ?? '';
    const denied = await post(at, { answer: 'Nie mam sobie nic do zarzucenia.' }, coordinator);
    expect(denied.statusCode).toBe(403);
    const answered = await post(at, { answer: 'Zadzwonimy jutro.' }, director);
    expect(answered.statusCode).toBe(303);
    expect((await clocks(director)).some(({ kind }) => kind === 'complaint')).toBe(false);
    expect((await get('/uk/jarocin/moje', person)).body).toContain('Zadzwonimy jutro.');
    expect((await post(at, { answer: 'Jeszcze raz.' }, director)).statusCode).toBe(409);
  });

  it('a resignation tells what it will cost to its day, and cannot be for a day that is past (art. 44)', async () => {
    const { body } = await get(`/jarocin/moje/sprawa/${caseId}/resignation`, person);
    expect(body).toContain('Płacisz tylko za to, co było do dnia rezygnacji.');
    const past = await askedOn('resignation', { words: 'Z całości.', until: '1.11.2026' }, '/en/jarocin');
    expect([past.statusCode, past.body.includes('That day is past.')]).toEqual([409, true]);
    expect((await askedOn('resignation', { words: 'Z całości.', until: '30.11.2026' })).statusCode).toBe(303);
  });

  it('nothing can be asked about a plan where there is none', async () => {
    const mine = await get('/jarocin/moje', neighbour);
    const own = /id="sprawa-([^"]*)"/.exec(mine.body)?.[1] ?? '';
    const path = `/jarocin/moje/sprawa/${own}/change`;
    const page = await get(path, neighbour);
    const sent = await post(path, { ...fieldsOfForm(page.body, path), words: 'Zmiana' }, neighbour);
    expect([sent.statusCode, sent.body.includes('nie ma teraz planu')]).toEqual([
      mine.body.includes('/change') ? 303 : 409,
      !mine.body.includes('/change'),
    ]);
  });
});
