import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import type { Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';
import { codeAnswer, removeCode, writeCodeCommand } from './commands/code-answers.ts';
import { viewQuality } from './queries/view-quality.ts';
import { viewTexts } from './queries/view-texts.ts';
import { answeredSurvey, sheetsOf } from './results.fixture.ts';

const house = testHouse();
const web = testWeb(house);
let surveyId = '';

beforeAll(async () => {
  surveyId = await answeredSurvey(house, 'Otwarte odpowiedzi', 'sample');
});

const texts = async (more = {}) =>
  done(await house.runner.ask(viewTexts, house.centre.as('director'), { surveyId, ...more }));
const write = async (input: object, role: Role = 'service_organiser') =>
  await house.runner.run(writeCodeCommand, house.centre.as(role), {
    surveyId,
    question: 'idea',
    words: '',
    ...input,
  });

describe('open answers', () => {
  it('before there is a code all of them are listed, without phones', async () => {
    const { uncoded, answers, pages } = await texts();
    expect([uncoded, answers.length, pages]).toEqual([48, 25, 2]);
    expect(answers.some(({ text }) => text === 'lekarz, tel. [ukryto telefon]')).toBe(true);
    expect(answers.filter((one) => one.text.includes('601'))).toEqual([]);
  });

  it('a code takes the answers that its words lead to, and has its share with an interval', async () => {
    expect(at(await write({ name: 'chodniki', words: 'chodnik, krawężnik' }))).toBe('done');
    const { uncoded, codes } = await texts();
    expect(uncoded).toBe(24);
    expect(codes[0]).toMatchObject({ name: 'chodniki', words: ['chodnik', 'krawężnik'] });
    expect(codes[0]?.share).toMatchObject({ count: 24, percent: 50 });
    expect(codes[0]?.share.low).toBeLessThan(50);
  });

  it('by hand an answer gets a code, or is said to fit none; a count below five is hidden', async () => {
    expect(at(await write({ name: 'lekarz' }))).toBe('done');
    const { answers, codes } = await texts();
    const code = codes.find(({ name }) => name === 'lekarz')?.id ?? '';
    const one = answers[0]?.sheetId ?? '';
    const coding = async (input: object) =>
      at(
        await house.runner.run(codeAnswer, house.centre.as('service_organiser'), {
          surveyId,
          question: 'idea',
          sheetId: one,
          codes: [code],
          ...input,
        }),
      );
    expect(await coding({})).toBe('done');
    expect(await coding({ sheetId: newId() })).toBe('not_found');
    expect(await coding({ codes: [newId()] })).toBe('results.no-code');
    expect(await coding({ sheetId: answers[1]?.sheetId, codes: [] })).toBe('done');
    const after = await texts();
    expect(after.uncoded).toBe(22);
    expect(after.codes.find(({ id }) => id === code)?.share).toMatchObject({ count: null, percent: null });
  });

  it('a code that is removed gives its answers back', async () => {
    const code = (await texts()).codes.find(({ name }) => name === 'lekarz')?.id ?? '';
    const remove = async (role: Role) =>
      at(await house.runner.run(removeCode, house.centre.as(role), { surveyId, codeId: code }));
    expect(await remove('director')).toBe('forbidden');
    expect(await remove('service_organiser')).toBe('done');
    expect(await remove('service_organiser')).toBe('not_found');
    expect((await texts()).uncoded).toBe(23);
  });

  it.each([
    ['the same name again', { name: 'chodniki' }, 'results.code-twice'],
    ['a closed question', { name: 'a', question: 'sex' }, 'results.not-open'],
    ['a word of two letters', { name: 'a', words: 'ul' }, 'invalid'],
    ['no name', { name: '' }, 'invalid'],
  ])('refuses %s', async (_what, input, code) => {
    expect(at(await write(input))).toBe(code);
  });

  it.each(['director', 'community_organiser', 'clerk'] as const)('%s writes no code', async (role) => {
    expect(at(await write({ name: 'x' }, role))).toBe('forbidden');
  });

  it('of fewer than five answers none is shown', async () => {
    const few = await answeredSurvey(house, 'Mało', 'sample', { sheets: sheetsOf(4) });
    const { answers, few: tooFew, uncoded } = await texts({ surveyId: few });
    expect([answers, tooFew, uncoded]).toEqual([[], true, 4]);
  });

  it('the page and its forms', async () => {
    const url = `/praca/badania/${surveyId}/wyniki/otwarte`;
    const shown = await web.get(url, 'service_organiser');
    expect(shown.statusCode).toBe(200);
    expect(pageFaults(shown.body)).toEqual([]);
    const fields = fieldsOfForm(shown.body, `${url}/kod`);
    const sent = await web.post(
      `${url}/kod`,
      { ...fields, name: 'świetlica', words: 'świetlic' },
      'service_organiser',
    );
    expect(sent.statusCode).toBe(303);
    expect((await texts()).codes.map(({ name }) => name)).toEqual(['chodniki', 'świetlica']);
  });
});

describe('quality of the answers', () => {
  const quality = async () =>
    done(await house.runner.ask(viewQuality, house.centre.as('community_organiser'), { surveyId }));

  it('the same answer in every line of a matrix is counted; nothing is thrown away', async () => {
    const { straight } = await quality();
    expect(straight).toEqual([{ question: 'rate', text: 'Jak oceniasz?', sheets: 10, of: 60 }]);
  });

  it('sheets that repeat another one, and questions left out, are counted', async () => {
    const twice = sheetsOf(12);
    const id = await answeredSurvey(house, 'Podwójne', 'open', { sheets: [...twice, ...twice.slice(0, 6)] });
    const { doubles, missing, channels } = done(
      await house.runner.ask(viewQuality, house.centre.as('director'), { surveyId: id }),
    );
    expect(doubles.sheets).toBe(6);
    expect(missing.find(({ question }) => question === 'idea')).toMatchObject({ asked: 18 });
    expect(channels.find(({ mode }) => mode === 'interviewer')).toMatchObject({ sheets: 18, percent: 100 });
  });

  it('has a page and a file', async () => {
    const url = `/praca/badania/${surveyId}/wyniki/jakosc`;
    const shown = await web.get(url, 'director');
    expect(pageFaults(shown.body)).toEqual([]);
    expect(shown.body).toContain('Powtórzone ankiety');
    expect((await web.get(`${url}/csv`, 'director')).statusCode).toBe(200);
  });
});
