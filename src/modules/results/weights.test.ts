import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { setWeights } from './commands/set-weights.ts';
import { viewResults } from './queries/view-results.ts';
import { viewWeights } from './queries/view-weights.ts';
import { answeredSurvey, sheetsOf } from './results.fixture.ts';

const house = testHouse();
const web = testWeb(house);
let surveyId = '';

beforeAll(async () => {
  surveyId = await answeredSurvey(house, 'Do ważenia', 'sample');
});

const tableOf = (questions: string, values: number[], more = {}) => ({
  use: true,
  questions,
  unit: 'people',
  source: 'GUS',
  cells: values.map((value, own) => ({ codes: String(own + 1), value })),
  ...more,
});

const set = async (
  input: object,
  role: 'service_organiser' | 'director' | 'community_organiser' = 'service_organiser',
) =>
  await house.runner.run(setWeights, house.centre.as(role), {
    surveyId,
    method: 'raking',
    tables: [],
    ...input,
  });

const sexAndAge = [tableOf('sex', [5200, 4800]), tableOf('age', [3000, 4000, 3000])];

describe('weights of a survey', () => {
  it('raking makes the answers as many women and as old as the gmina has, and says what it costs', async () => {
    expect(at(await set({ tables: sexAndAge }))).toBe('done');
    const { report, method } = done(
      await house.runner.ask(viewWeights, house.centre.as('director'), { surveyId }),
    );
    expect(method).toBe('raking');
    expect(report?.fits.every(({ wanted, after }) => Math.abs(wanted - (after ?? 0)) < 1e-6)).toBe(true);
    expect(report?.effective).toBeLessThan(60);
    expect(report?.effect).toBeGreaterThan(1);
    const { head, questions } = done(
      await house.runner.ask(viewResults, house.centre.as('director'), { surveyId, everything: true }),
    );
    expect(head).toMatchObject({ method: 'raking', weighted: true });
    const sex = questions.find(({ name }) => name === 'sex')?.tables[0]?.shares[0];
    expect(sex?.percent).toBeCloseTo(52, 6);
    expect(sex?.count).toBe(40);
  });

  it('percentages from 99.7 to 100.3 are taken, 97 is refused', async () => {
    const percent = { unit: 'percent' };
    const age = (last: number) => [tableOf('age', [30, 40, last], percent)];
    expect(at(await set({ tables: age(29.7) }))).toBe('done');
    expect(at(await set({ tables: age(30.3) }))).toBe('done');
    expect(at(await set({ tables: age(27) }))).toBe('results.shares');
    expect(at(await set({ tables: age(30.4) }))).toBe('results.shares');
  });

  it('a refusal calls a table by its question, as the page does', async () => {
    const refused = await set({ tables: [tableOf('sex', [0, 4800])] });
    expect(refused.ok ? '' : refused.problem.words).toContain('w tabeli „Płeć”');
  });

  it.each([
    [
      'tables of different people',
      [tableOf('sex', [5200, 4800]), tableOf('age', [3000, 4000, 9000])],
      'results.statistics',
    ],
    ['a group of nobody that has answered', [tableOf('sex', [0, 4800])], 'results.statistics'],
    ['a number left out', [tableOf('sex', [5200])], 'results.answer-left-out'],
    ['no source', [tableOf('sex', [5200, 4800], { source: '' })], 'results.no-source'],
    ['a question that is not there', [tableOf('height', [1, 2])], 'results.unknown-question'],
    ['no table', [], 'results.no-table'],
    ['less than nobody', [tableOf('sex', [-1, 4800])], 'invalid'],
  ])('refuses %s', async (_what, tables, code) => {
    expect(at(await set({ tables }))).toBe(code);
  });

  it('a group of fewer than five answers is not told by its weight, nor by its share', async () => {
    const few = await answeredSurvey(house, 'Mało młodych', 'sample', {
      sheets: sheetsOf(40).map((one, own) => ({ ...one, age: own < 2 ? 1 : own < 16 ? 2 : 3 })),
    });
    expect(at(await set({ surveyId: few, tables: [tableOf('age', [3000, 4000, 3000])] }))).toBe('done');
    const { report } = done(
      await house.runner.ask(viewWeights, house.centre.as('director'), { surveyId: few }),
    );
    expect(report?.extreme[0]).toMatchObject({ group: null, answers: null });
    expect(report?.fits.map(({ before }) => before === null)).toEqual([true, true, false]);
  });

  it('post-stratification takes one table', async () => {
    expect(at(await set({ method: 'postStratification', tables: sexAndAge }))).toBe('results.one-table');
    expect(at(await set({ method: 'postStratification', tables: sexAndAge.slice(0, 1) }))).toBe('done');
  });

  it('a bound cuts the highest weights; the total stays', async () => {
    const steep = [tableOf('sex', [1000, 9000])];
    expect(at(await set({ tables: steep, cap: '2' }))).toBe('done');
    const { report } = done(await house.runner.ask(viewWeights, house.centre.as('director'), { surveyId }));
    expect(report?.cut).toBe(20);
    expect(report?.largest).toBeCloseTo(2, 6);
    expect(at(await set({ tables: steep, cap: '1' }))).toBe('invalid');
  });

  it.each(['director', 'community_organiser'] as const)('%s does not set weights', async (role) => {
    expect(at(await set({ tables: sexAndAge }, role))).toBe('forbidden');
  });

  it("another centre's survey is not there", async () => {
    const outcome = await house.runner.run(setWeights, house.other.as('service_organiser'), {
      surveyId,
      method: 'none',
      tables: [],
    });
    expect(at(outcome)).toBe('not_found');
  });

  it('the page proposes people of the gmina by sex and age, and its form sets them', async () => {
    const url = `/praca/badania/${surveyId}/wyniki/wagi`;
    const shown = await web.get(url, 'service_organiser');
    expect(shown.statusCode).toBe(200);
    expect(pageFaults(shown.body)).toEqual([]);
    const fields = fieldsOfForm(shown.body, url);
    const sent = await web.post(
      url,
      {
        ...fields,
        method: 'postStratification',
        cap: '',
        'tables.0.use': 'on',
        'tables.1.use': '',
        'tables.2.use': '',
      },
      'service_organiser',
    );
    expect([sent.statusCode, sent.body.slice(0, 0)]).toEqual([303, '']);
    const { tables } = done(await house.runner.ask(viewWeights, house.centre.as('director'), { surveyId }));
    expect(tables[0]).toMatchObject({ questions: ['sex', 'age'], used: true });
    expect(tables[0]?.cells.every(({ people }) => (people ?? 0) > 500)).toBe(true);
  });
});
