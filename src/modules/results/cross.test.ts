import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { viewCross } from './queries/view-cross.ts';
import { answeredSurvey } from './results.fixture.ts';

const house = testHouse();
const web = testWeb(house);
let surveyId = '';
let openId = '';

beforeAll(async () => {
  surveyId = await answeredSurvey(house, 'Z próby', 'sample');
  openId = await answeredSurvey(house, 'Otwarte', 'open');
});

const cross = async (row: string, column: string, id = surveyId) =>
  done(await house.runner.ask(viewCross, house.centre.as('director'), { surveyId: id, row, column }));

describe('two questions of a survey crossed', () => {
  it('gives counts, percentages of rows, and the test of Rao and Scott', async () => {
    const { table } = await cross('sex', 'cares');
    expect(table?.cells.map((row) => row.map(({ count }) => count))).toEqual([
      [16, 24],
      [8, 12],
    ]);
    expect(table?.cells[0]?.[0]?.percent).toBeCloseTo(40, 9);
    expect(table?.test?.p).toBeGreaterThan(0.9);
    expect((await cross('age', 'sex')).table?.total).toBe(60);
  });

  it('of an open poll gives no test', async () => {
    expect((await cross('sex', 'cares', openId)).table?.test).toBeNull();
  });

  it('what a question hides alone is one category here, so that no sum shows it', async () => {
    const { table } = await cross('life', 'sex');
    expect(table?.rows.some(({ text }) => text === '1')).toBe(false);
    expect(table?.rows.at(-1)?.text).toBe('odpowiedzi z małymi liczbami, razem');
  });

  it('no hidden count follows from its row or column', async () => {
    const { table } = await cross('life', 'age');
    const lines = [
      ...(table?.cells ?? []).map((row, place) => [
        ...row.map(({ count }) => count),
        table?.rowTotals[place],
      ]),
      ...(table?.columns ?? []).map((_, place) => [
        ...(table?.cells ?? []).map((row) => row[place]?.count),
        table?.columnTotals[place],
      ]),
    ];
    expect(lines.filter((line) => line.filter((count) => count === null).length === 1)).toEqual([]);
    expect(table?.hidden).toBeGreaterThan(0);
  });

  it('a question that is not there, and an open one, cannot be crossed', async () => {
    const ask = async (row: string) =>
      at(await house.runner.ask(viewCross, house.centre.as('director'), { surveyId, row, column: 'sex' }));
    expect([await ask('idea'), await ask('x')]).toEqual(['not_found', 'not_found']);
  });

  it('the page says in words what the test means', async () => {
    const url = `/praca/badania/${surveyId}/wyniki/tabela-krzyzowa`;
    const empty = await web.get(url, 'community_organiser');
    expect(pageFaults(empty.body)).toEqual([]);
    const shown = await web.get(`${url}?wiersze=sex&kolumny=cares`, 'community_organiser');
    expect(pageFaults(shown.body)).toEqual([]);
    expect(shown.body).toContain('Nie widać związku');
    const file = await web.get(`${url}/csv?wiersze=sex&kolumny=cares`, 'community_organiser');
    expect(file.body).toContain('Rao–Scotta');
  });
});
