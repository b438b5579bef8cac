import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { viewResults } from './queries/view-results.ts';
import { answeredSurvey } from './results.fixture.ts';

const house = testHouse();
const web = testWeb(house);
let surveyId = '';
let sampleId = '';

beforeAll(async () => {
  surveyId = await answeredSurvey(house, 'Otwarte', 'open');
  sampleId = await answeredSurvey(house, 'Z próby', 'sample');
});

const view = async (id: string, more = {}) =>
  done(await house.runner.ask(viewResults, house.centre.as('director'), { surveyId: id, ...more }));

describe('results of a survey (art. 21)', () => {
  it('a share is the answers over those who answered; who was not asked or said nothing stands beside', async () => {
    const { questions } = await view(sampleId, { everything: true });
    const cares = questions.find(({ name }) => name === 'cares')?.tables[0];
    expect(cares).toMatchObject({ answers: 60, missing: 0, notAsked: 0 });
    expect(cares?.shares.map(({ count, percent }) => [count, percent])).toEqual([
      [24, 40],
      [36, 60],
    ]);
  });

  it('of a drawn sample every share has its error and its interval', async () => {
    const { questions } = await view(sampleId);
    const share = questions[0]?.tables[0]?.shares[0];
    expect(share?.error).toBeGreaterThan(5);
    expect(share?.low).toBeLessThan(40);
    expect(share?.high).toBeGreaterThan(40);
  });

  it('of an open poll no error is told, because nothing was drawn', async () => {
    const { head, questions } = await view(surveyId);
    expect(head.representative).toBe(false);
    expect(questions[0]?.tables[0]?.shares[0]).toMatchObject({
      percent: 40,
      error: null,
      low: null,
      high: null,
    });
  });

  it('a small count is hidden with everything of its row, and so is the smallest beside it', async () => {
    const { questions } = await view(sampleId, { everything: true });
    const life = questions.find(({ name }) => name === 'life')?.tables[0];
    const hidden = life?.shares.filter(({ count }) => count === null) ?? [];
    expect(hidden.length).toBeGreaterThanOrEqual(2);
    expect(
      hidden.every(({ percent, error, low }) => percent === null && error === null && low === null),
    ).toBe(true);
    expect(life?.answers).toBe(60);
    // The mean of the steps would give the hidden ones away.
    expect(questions.find(({ name }) => name === 'life')?.mean?.value).toBeNull();
  });

  it.each(['clerk', 'plan_coordinator', 'provider', 'auditor', 'visitor'] as const)(
    '%s reads none',
    async (role) => {
      expect(at(await house.runner.ask(viewResults, house.centre.as(role), { surveyId }))).toBe('forbidden');
    },
  );

  it("another centre's survey is not there", async () => {
    expect(at(await house.runner.ask(viewResults, house.other.as('director'), { surveyId }))).toBe(
      'not_found',
    );
  });
});

describe('the page', () => {
  it('shows chart and table, and says of an open poll that it is not representative', async () => {
    const answer = await web.get(`/praca/badania/${surveyId}/wyniki`, 'director');
    expect(answer.statusCode).toBe(200);
    expect(pageFaults(answer.body)).toEqual([]);
    expect(answer.body).toContain('badanie otwarte: wynik nie jest reprezentatywny');
    expect(answer.body).not.toContain('Efekt schematu');
  });

  it.each(['csv', 'json'])('%s carries the label of an open poll too', async (kind) => {
    const answer = await web.get(`/praca/badania/${surveyId}/wyniki/${kind}`, 'director');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('wynik nie jest reprezentatywny');
  });

  it('is a workbook as well', async () => {
    const answer = await web.get(`/praca/badania/${surveyId}/wyniki/xlsx`, 'director');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('a hidden number is nowhere in the files either', async () => {
    const answer = await web.get(`/praca/badania/${surveyId}/wyniki/csv`, 'director');
    const life = answer.body.split('\r\n').filter((line) => line.startsWith('life;Jak się żyje?;;1;'));
    expect(life).toEqual(['life;Jak się żyje?;;1;;;60']);
  });
});
