import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { createSurvey } from './commands/design.ts';
import { headingsOf } from './domain/answer-file/head.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();
const web = testWeb(house);

const plain = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u2060]+/g, ' ');

const head = headingsOf(wholeDefinition).join(';');
const sheet = '2;;1;0;0;0;;;;3;-1;4;;1';
const faulty = '7;;1;0;0;0;;;;3;-1;4;;1';

let action = '';

beforeAll(async () => {
  const { surveyId } = await runningSurvey(house, 'Plik na stronie');
  action = `/praca/badania/${surveyId}/z-pliku`;
});

/** Sends the form of the page with a file, as a browser does. */
async function upload(content: string, more: Record<string, string> = {}) {
  const opened = await web.get(action, 'clerk');
  const boundary = 'x-boundary';
  const fields = { ...fieldsOfForm(opened.body, action), mode: 'paper', ...more };
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  );
  const sent = await web.send(
    {
      method: 'POST',
      url: action,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    },
    'clerk',
  );
  expect(pageFaults(sent.body)).toEqual([]);
  return { status: sent.statusCode, text: plain(sent.body) };
}

describe('the page that takes answers from a file', () => {
  it('is linked from the survey, says which columns there are, and gives a template of them', async () => {
    const survey = await web.get(action.replace('/z-pliku', ''), 'clerk');
    expect(survey.body).toContain(`href="${action}"`);
    const opened = await web.get(action, 'clerk');
    expect(pageFaults(opened.body)).toEqual([]);
    expect(plain(opened.body)).toContain('Puste pole to brak odpowiedzi.');
    const template = await web.get(action.replace('z-pliku', 'wzor.csv'), 'clerk');
    expect(template.body).toBe(`\uFEFF${head}\r\n`);
    expect(template.headers['content-disposition']).toContain('wzor-odpowiedzi-');
  });

  it('tells every faulty row by its number, and then takes the corrected file', async () => {
    const told = await upload(`${head}\n${sheet}\n${faulty}\n`);
    expect(told.text).toContain('Wiersze z błędami: 1. Niczego nie zapisano.');
    expect(told.text).toMatch(/3 cares takiego kodu nie ma wśród odpowiedzi/);
    const taken = await upload(`${head}\n${sheet}\n${sheet}\n`);
    expect(taken.text).toContain('Zapisane ankiety: 2');
  });

  it('takes a file without its faulty rows when that is asked for, and still names them', async () => {
    const taken = await upload(`${head}\n${sheet}\n${faulty}\n${sheet}\n${sheet}\n`, {
      withoutFaulty: 'tak',
    });
    expect(taken.text).toMatch(/Zapisane ankiety: 3 .*Pominięte wiersze z błędami: 1\./);
    expect(taken.text).toMatch(/3 cares takiego kodu/);
  });

  it('comes back with what is wrong with the whole file, and nothing is written', async () => {
    const again = await upload(`${head};pesel\n${sheet};1\n`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('kolumny, których ta ankieta nie ma: pesel. Nic nie zapisano.');
  });

  it('before publication says when it will be possible; to who may not type answers in it is closed', async () => {
    const made = valueOf(
      await house.runner.run(createSurvey, house.centre.as('service_organiser'), {
        title: 'Jeszcze nie',
        sampling: 'open',
      }),
    );
    const early = await web.get(`/praca/badania/${made.surveyId}/z-pliku`, 'clerk');
    expect(plain(early.body)).toContain('Odpowiedzi wczytasz po publikacji.');
    expect((await web.get(action, 'director')).statusCode).toBe(403);
  });
});
