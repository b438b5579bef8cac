import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import type { Role } from '../../platform/actor.ts';
import {
  createSurvey,
  removePart,
  saveDraft,
  saveSettings,
  writeQuestion,
  writeSection,
} from './commands/design.ts';
import { publishSurvey, reviseSurvey } from './commands/publish.ts';
import { getSurvey, listSurveysQuery } from './queries/surveys.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();
let survey: { surveyId: string; slug: string };

beforeAll(async () => {
  survey = await runningSurvey(house, 'Wpisywana');
});

const organiser = () => house.centre.as('service_organiser');
describe('designing and publishing', () => {
  it('only the organisers of services and of the community design', async () => {
    const others: Role[] = ['director', 'clerk', 'plan_coordinator', 'auditor', 'visitor', 'provider'];
    for (const role of others)
      expect(
        at(
          await house.runner.run(createSurvey, house.centre.as(role), {
            title: `Próba ${role}`,
            sampling: 'open',
          }),
        ),
      ).toBe('forbidden');
  });

  it('a survey is written part by part, checked, and published only when nothing is missing', async () => {
    const { surveyId } = valueOf(
      await house.runner.run(createSurvey, organiser(), { title: 'Układana', sampling: 'open' }),
    );
    const publish = async () =>
      await house.runner.run(publishSurvey, organiser(), {
        surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-20',
      });
    expect(at(await publish())).toBe('survey.incomplete');
    const question = {
      surveyId,
      section: 's1',
      type: 'single',
      text: 'Czy masz psa?',
      options: 'tak\nnie',
      name: 'pies',
    };
    valueOf(await house.runner.run(writeQuestion, organiser(), question));
    expect(at(await house.runner.run(writeQuestion, organiser(), question))).toBe('survey.name-taken');
    const leaning = {
      surveyId,
      section: 's1',
      type: 'number',
      text: 'Ile psów?',
      least: '1',
      largest: '20',
      tests: [{ subject: 'pies', is: 'chosen', value: '1' }],
    };
    valueOf(await house.runner.run(writeQuestion, organiser(), leaning));
    expect(at(await house.runner.run(removePart, organiser(), { surveyId, part: 'pies' }))).toBe(
      'survey.leaning',
    );
    valueOf(await house.runner.run(writeSection, organiser(), { surveyId, title: 'Druga część' }));
    expect(at(await publish())).toBe('survey.incomplete');
    valueOf(await house.runner.run(removePart, organiser(), { surveyId, part: 's2' }));
    valueOf(await publish());
    const file = valueOf(await house.runner.ask(getSurvey, house.centre.as('director'), { surveyId }));
    expect(file.published?.sections[0]?.questions.map(({ name }) => name)).toEqual(['pies', 'p1']);
    expect(file.draft).toBeNull();
  });

  it('a published version is never edited: a new one is written beside it', async () => {
    const own = await runningSurvey(house, 'Wersje');
    const { surveyId } = own;
    expect(
      at(await house.runner.run(saveDraft, organiser(), { surveyId, definition: wholeDefinition })),
    ).toBe('survey.no-draft');
    valueOf(await house.runner.run(reviseSurvey, organiser(), { surveyId }));
    const shorter = { ...wholeDefinition, sections: wholeDefinition.sections.slice(2) };
    valueOf(await house.runner.run(saveDraft, organiser(), { surveyId, definition: shorter }));
    const before = valueOf(await house.runner.ask(getSurvey, organiser(), { surveyId }));
    expect(before.published?.sections).toHaveLength(3);
    valueOf(
      await house.runner.run(publishSurvey, organiser(), {
        surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
      }),
    );
    const after = valueOf(await house.runner.ask(getSurvey, organiser(), { surveyId }));
    expect([after.survey.answeredVersion, after.published?.sections.length]).toEqual([2, 1]);
    await expect(house.pool.query('update survey_version set no = 9')).rejects.toThrow(/permission denied/);
  });

  it("another centre's survey is not there", async () => {
    const foreign = house.other.as('service_organiser');
    expect(at(await house.runner.ask(getSurvey, foreign, { surveyId: survey.surveyId }))).toBe('not_found');
    expect(at(await house.runner.run(reviseSurvey, foreign, { surveyId: survey.surveyId }))).toBe(
      'not_found',
    );
    expect(valueOf(await house.runner.ask(listSurveysQuery, foreign, {})).surveys).toEqual([]);
  });

  it('the kind of sampling is fixed with the publication', async () => {
    valueOf(await house.runner.run(reviseSurvey, organiser(), { surveyId: survey.surveyId }));
    const settings = { surveyId: survey.surveyId, title: 'Wpisywana', langs: [], secondShare: '100' };
    expect(at(await house.runner.run(saveSettings, organiser(), { ...settings, sampling: 'sample' }))).toBe(
      'survey.sampling-fixed',
    );
    valueOf(await house.runner.run(saveSettings, organiser(), { ...settings, sampling: 'open' }));
  });
});
