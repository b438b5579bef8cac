import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import type { Role } from '../../platform/actor.ts';
import { pageFaults } from '../../ui/index.ts';
import { createSurvey, saveDraft } from './commands/design.ts';
import { publishSurvey } from './commands/publish.ts';
import { templateDefinition } from './bank/bank.ts';
import { copyCode } from './domain/codes.ts';
import { runningSurvey, valueOf } from './survey.fixture.ts';

const house = testHouse();
const web = testWeb(house);

const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u2060]+/g, ' ');

const open = async (url: string, who?: Role): Promise<string> => {
  const answer = await web.get(url, who);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
};

/** Sends the form of a page that posts to an address, with these fields in it; gives where it leads. */
const submit = async (
  markup: string,
  action: string,
  fields: Record<string, string | string[]>,
  who?: Role,
) => {
  const escaped = action.replaceAll('&', '&amp;');
  const sent = await web.post(action, { ...fieldsOfForm(markup, escaped), ...fields }, who);
  return { status: sent.statusCode, to: String(sent.headers.location ?? ''), body: sent.body };
};

let surveyId = '';
let slug = '';

beforeAll(async () => {
  ({ surveyId, slug } = await runningSurvey(house, 'Na stronie'));
});

describe('the pages of those who design', () => {
  it('before there is a survey the list says what to do first, to whoever may', async () => {
    expect(text(await open('/praca/badania', 'clerk'))).toContain('Na stronie');
    const body = await open('/praca/badania/nowa', 'service_organiser');
    expect(text(body)).toContain('Czego potrzebują mieszkańcy');
    expect((await web.get('/praca/badania/nowa', 'clerk')).statusCode).toBe(403);
  });

  it('from a template to publication without a script', async () => {
    const who = 'community_organiser';
    const form = await open('/praca/badania/nowa', who);
    const made = await submit(
      form,
      '/praca/badania/nowa',
      { title: 'Z wzoru', sampling: 'open', template: 'lgd' },
      who,
    );
    const design = made.to.split('?')[0] ?? '';
    expect(design).toMatch(/^\/praca\/badania\/[0-9a-f-]{36}\/pytania$/);
    const base = design.replace('/pytania', '');
    expect(text(await open(design, who))).toContain('Jak oceniasz warunki życia w gminie?');
    for (const type of ['single', 'multi', 'ranking', 'matrix', 'scale', 'number', 'text', 'metric'])
      await open(`${base}/pytanie?czesc=zycie&typ=${type}`, who);
    await open(`${base}/pytanie?czesc=zycie`, who);
    await open(`${base}/pytanie?nazwa=warunki`, who);
    const added = await submit(
      await open(`${base}/pytanie?czesc=zycie&typ=multi`, who),
      `${base}/pytanie`,
      {
        text: 'Z czego korzystasz?',
        options: 'park\nbasen\n* z niczego',
        most: '2',
        'tests.0.subject': 'zadowolenie',
        'tests.0.is': 'chosen',
        'tests.0.value': '1',
      },
      who,
    );
    expect(added.to).toContain(`${base}/pytania`);
    const bank = await open(`${base}/bank?czesc=zycie`, who);
    const taken = await submit(
      bank,
      `${base}/bank`,
      { 'questions.metrics': ['sex', 'age'], 'questions.area-4': 'needs_4' },
      who,
    );
    expect(taken.to).toContain(`${base}/pytania`);
    expect((await submit(bank, `${base}/bank`, { _once: '' }, who)).status).toBe(409);
    await open(`${base}/czesc`, who);
    await open(`${base}/ustawienia`, who);
    const body = await open(design, who);
    expect(text(body)).toContain('Tylko gdy: zadowolenie = 1');
    const moved = await web.post(`${base}/pytania/przesun`, { part: 'sex', way: 'up' }, who);
    expect(moved.statusCode).toBe(303);
    expect(text(await open(`${base}/podglad`, who))).toContain(
      'badanie otwarte: wynik nie jest reprezentatywny',
    );
    const publish = await open(`${base}/publikacja`, who);
    expect(text(publish)).toContain('Niczego nie brakuje');
    const done = await submit(publish, `${base}/publikacja`, {}, who);
    expect(done.to).toContain(`${base}?zrobione=survey.publish`);
    expect(text(await open(base, who))).toContain('badanie otwarte: wynik nie jest reprezentatywny');
    expect(text(await open(design, 'director'))).toContain('Jej pytań nie da się zmienić');
  });

  it('what is missing before publication is listed with the way to it', async () => {
    const organiser = house.centre.as('service_organiser');
    const made = valueOf(
      await house.runner.run(createSurvey, organiser, { title: 'Niegotowa', sampling: 'open' }),
    );
    const definition = { ...templateDefinition('lgd'), langs: ['pl' as const, 'uk' as const] };
    valueOf(await house.runner.run(saveDraft, organiser, { surveyId: made.surveyId, definition }));
    const body = await open(`/praca/badania/${made.surveyId}/publikacja`, 'service_organiser');
    expect(text(body)).toContain('Brakuje tłumaczenia: ukraiński.');
    expect(body).toContain(`/praca/badania/${made.surveyId}/pytanie?nazwa=warunki`);
    const sent = await submit(body, `/praca/badania/${made.surveyId}/publikacja`, {}, 'service_organiser');
    expect(sent.status).toBe(409);
    expect(pageFaults(sent.body)).toEqual([]);
    await open(`/praca/badania/${made.surveyId}/podglad?jezyk=uk`, 'service_organiser');
  });
});

describe('typing in', () => {
  it('the telephone and the paper page take codes, and say what to do with the copy', async () => {
    const base = `/praca/badania/${surveyId}`;
    const phone = await open(`${base}/wpis?tryb=telefon`, 'clerk');
    const wrong = await submit(phone, `${base}/wpis?tryb=telefon`, { 'answers.cares': '7' }, 'clerk');
    expect(wrong.status).toBe(409);
    expect(pageFaults(wrong.body)).toEqual([]);
    const done = await submit(
      phone,
      `${base}/wpis?tryb=telefon`,
      { 'answers.cares': '2', 'answers.life': '3' },
      'clerk',
    );
    expect(done.to).toContain(`${base}/wpis?tryb=telefon`);
    const copies = await open(`${base}/egzemplarze`, 'service_organiser');
    expect((await submit(copies, `${base}/egzemplarze`, { count: '2' }, 'service_organiser')).status).toBe(
      303,
    );
    const paper = await open(`${base}/wpis?tryb=papier`, 'clerk');
    const typed = await submit(
      paper,
      `${base}/wpis?tryb=papier`,
      { copy: copyCode(1), 'answers.cares': '2', 'answers.life': '3' },
      'clerk',
    );
    expect(text(await open(typed.to, 'clerk')).toLowerCase()).toContain(`egzemplarz ${copyCode(1)}`);
    expect(text(await open(`${base}/egzemplarze`, 'director'))).toContain(copyCode(1));
    await open('/praca/badania/kontakty', 'community_organiser');
  });

  it('paper copies are tagged PDF files with their codes, in one archive', async () => {
    const sent = await web.get(`/praca/badania/${surveyId}/egzemplarze.zip?od=1&do=1`, 'service_organiser');
    expect(sent.statusCode).toBe(200);
    expect(sent.headers['content-type']).toContain('application/zip');
    expect(sent.body.slice(0, 2)).toBe('PK');
  });
});

describe('the pages of residents', () => {
  const address = () => `/jarocin/ankieta/${slug}`;

  it('a survey is found, begun, left with a code, taken up again and sent', async () => {
    expect(text(await open('/jarocin/ankiety'))).toContain('Czego potrzebujemy');
    const intro = await open(address());
    expect(text(intro)).toContain('Badanie otwarte: odpowiada, kto chce. Wynik nie jest reprezentatywny');
    const first = await open(`${address()}/czesc`);
    expect(first).not.toContain('<script');
    const action = `${address()}/czesc?c=s1`;
    const blank = await submit(first, action, {});
    expect(blank.status).toBe(409);
    expect(pageFaults(blank.body)).toEqual([]);
    expect(text(blank.body)).toContain('Odpowiedz na to pytanie.');
    const next = await submit(first, action, { 'answers.cares': '1' });
    const opened = await open(next.to);
    expect(text(opened)).toContain('Ile godzin w tygodniu?');
    const code = new URL(next.to, 'http://x').searchParams.get('k') ?? '';
    const on = await submit(opened, `${address()}/czesc?k=${code}&c=s1`, {
      'answers.cares': '1',
      'answers.hours': '12',
    });
    expect(on.to).toContain('c=s2');
    // Another device: only the code.
    const again = await open(`${address()}/czesc?k=${code.toLowerCase()}`);
    expect(text(again)).toContain('Dla opiekunów');
    const rank = await submit(again, `${address()}/czesc?k=${code}&c=s2`, {
      'answers.rank.1': '2',
      'answers.rank.2': '1',
    });
    const last = await open(rank.to);
    const sent = await submit(last, `${address()}/czesc?k=${code}&c=s3`, {
      'answers.life': '5',
      'answers.rate.w1': '2',
    });
    expect(sent.to).toContain(`${address()}/koniec`);
    const thanks = await open(sent.to);
    const contact = await submit(thanks, '/jarocin/ankiety/kontakt', {
      contact: '600 700 800',
      wants: 'talk',
      consent: 'tak',
    });
    expect(text(await open(contact.to))).toContain('Zapisaliśmy kontakt');
    expect(text(await open(`${address()}/czesc?k=${code}`))).toContain('Nie ma takiej zaczętej ankiety');
  });

  it('a program that fills in the hidden field sends nothing', async () => {
    const first = await open(`${address()}/czesc`);
    const sent = await submit(first, `${address()}/czesc?c=s1`, {
      'answers.cares': '2',
      _strona: 'http://spam',
    });
    expect(sent.to).toBe('');
  });

  it('speaks Ukrainian and English, and says where the questions do not', async () => {
    expect(text(await open(`/uk${address()}`))).toContain('Ця анкета є лише польською мовою.');
    const organiser = house.centre.as('service_organiser');
    const made = valueOf(
      await house.runner.run(createSurvey, organiser, {
        title: 'Trzy języki',
        sampling: 'open',
        template: 'needs',
      }),
    );
    valueOf(
      await house.runner.run(publishSurvey, organiser, {
        surveyId: made.surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
      }),
    );
    const english = await open('/en/jarocin/ankieta/trzy-jezyki-2026/czesc');
    expect(text(english)).toContain('How do you rate life in our gmina?');
    const next = await submit(english, '/en/jarocin/ankieta/trzy-jezyki-2026/czesc?c=begin', {
      'answers.areas': ['4', '6'],
    });
    expect(next.to).toContain('/en/jarocin/ankieta/trzy-jezyki-2026/czesc');
    expect(text(await open(next.to))).toContain('Help in daily life and care');
    const wrong = await submit(english, '/en/jarocin/ankieta/trzy-jezyki-2026/czesc?c=begin', {
      'answers.areas': ['4', '15'],
    });
    expect(text(wrong.body)).toContain('This answer excludes the others.');
  });

  it('a survey that is not there, or not yet open, says so', async () => {
    expect((await web.get('/jarocin/ankieta/nie-ma')).statusCode).toBe(404);
    house.clock.set('2026-12-24T10:00:00.000Z');
    expect(text(await open(address()))).toContain('Ta ankieta nie zbiera teraz odpowiedzi');
    expect(text(await open('/jarocin/ankiety'))).toContain('Teraz nie ma żadnej ankiety.');
    house.clock.set('2026-11-16T09:00:00.000Z');
  });
});
