import type { House, TestCentre } from '../../../test/support/centre.ts';
import type { Outcome } from '../../platform/runner/outcome.ts';
import { createSurvey, saveDraft } from './commands/design.ts';
import { publishSurvey } from './commands/publish.ts';
import type { Definition } from './domain/definition.ts';

/** What a command gave; a refusal fails the test with its code. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code} ${JSON.stringify(outcome.problem.fields ?? {})}`);
  return outcome.value;
}

const options = (...texts: string[]) => texts.map((pl, at) => ({ code: at + 1, text: { pl } }));

/** Every type of question, a question and a section that are shown only to some. */
export const wholeDefinition: Definition = {
  langs: ['pl'],
  title: { pl: 'Czego potrzebujemy' },
  sections: [
    {
      name: 's1',
      title: { pl: 'Opieka' },
      questions: [
        {
          name: 'cares',
          type: 'single',
          text: { pl: 'Czy opiekujesz się kimś bliskim?' },
          required: true,
          options: options('tak', 'nie'),
        },
        {
          name: 'hours',
          type: 'number',
          text: { pl: 'Ile godzin w tygodniu?' },
          required: true,
          min: 1,
          max: 168,
          shownIf: { join: 'all', tests: [{ question: 'cares', is: 'chosen', value: 1 }] },
        },
        {
          name: 'needs',
          type: 'multi',
          text: { pl: 'Czego potrzebujesz?' },
          required: false,
          max: 2,
          options: [
            ...options('posiłki', 'transport', 'opieka'),
            { code: 4, text: { pl: 'niczego' }, alone: true },
          ],
        },
      ],
    },
    {
      name: 's2',
      title: { pl: 'Dla opiekunów' },
      shownIf: { join: 'all', tests: [{ question: 'cares', is: 'chosen', value: 1 }] },
      questions: [
        {
          name: 'rank',
          type: 'ranking',
          text: { pl: 'Co jest ważne?' },
          required: false,
          choose: 2,
          options: options('czas', 'pieniądze', 'spokój'),
        },
      ],
    },
    {
      name: 's3',
      title: { pl: 'Gmina' },
      questions: [
        {
          name: 'rate',
          type: 'matrix',
          text: { pl: 'Jak oceniasz?' },
          required: false,
          noOpinion: true,
          items: [
            { name: 'w1', text: { pl: 'drogi' } },
            { name: 'w2', text: { pl: 'szkoły' } },
          ],
          options: options('źle', 'średnio', 'dobrze'),
        },
        {
          name: 'life',
          type: 'scale',
          text: { pl: 'Jak się żyje?' },
          required: true,
          from: 1,
          to: 5,
          noOpinion: true,
        },
        { name: 'idea', type: 'text', text: { pl: 'Czego brakuje?' }, required: false, maxLength: 200 },
        {
          name: 'sex',
          type: 'metric',
          metric: 'sex',
          text: { pl: 'Płeć' },
          required: false,
          options: options('kobieta', 'mężczyzna'),
        },
      ],
    },
  ],
};

/** A survey of a centre that takes answers from 16 to 30 November 2026; its id and the end of its address. */
export async function runningSurvey(
  house: House,
  title: string,
  {
    centre = house.centre,
    definition = wholeDefinition,
  }: { centre?: TestCentre; definition?: Definition } = {},
): Promise<{ surveyId: string; slug: string }> {
  const organiser = centre.as('service_organiser');
  const made = await house.runner.run(createSurvey, organiser, { title, sampling: 'open' });
  const { surveyId, slug } = valueOf(made);
  valueOf(await house.runner.run(saveDraft, organiser, { surveyId, definition }));
  valueOf(
    await house.runner.run(publishSurvey, organiser, {
      surveyId,
      opensOn: '2026-11-16',
      closesOn: '2026-11-30',
    }),
  );
  return { surveyId, slug };
}
