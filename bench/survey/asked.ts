import type { OpenDatabase } from '../../src/app/database.ts';
import { createSurvey, saveDraft } from '../../src/modules/survey/commands/design.ts';
import { publishSurvey } from '../../src/modules/survey/commands/publish.ts';
import type { Definition, Question } from '../../src/modules/survey/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { dayInPoland, systemClock } from '../../src/platform/clock.ts';
import type { Outcome } from '../../src/platform/runner/outcome.ts';
import { createRunner } from '../../src/platform/runner/runner.ts';
import type { ArrangedHouse } from '../house.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ code: at + 1, text: { pl: `odpowiedź ${at + 1}` } }));

/** Questions with one answer each, from two to six to choose from: one column for each. */
const questionAt = (at: number): Question => ({
  name: `q${at + 1}`,
  type: 'single',
  text: { pl: `Pytanie numer ${at + 1}: jak często ktoś w domu potrzebuje tej usługi?` },
  required: at % 4 === 0,
  options: options(choicesOf(at)),
});

/** How many answers a question offers. */
export const choicesOf = (at: number): number => 2 + (at % 5);

/** A questionnaire of so many questions, spread over so many pages. */
export function questionnaire(questions: number, pages: number): Definition {
  const each = Math.ceil(questions / pages);
  return {
    langs: ['pl'],
    title: { pl: 'Czego potrzebują mieszkańcy' },
    sections: Array.from({ length: pages }, (_, page) => ({
      name: `s${page + 1}`,
      title: { pl: `Część ${page + 1}` },
      questions: Array.from({ length: Math.min(each, questions - page * each) }, (_each, at) =>
        questionAt(page * each + at),
      ),
    })),
  };
}

export const namesOf = (definition: Definition, section: string): string[] =>
  definition.sections
    .find(({ name }) => name === section)
    ?.questions.map((question: Question) => question.name) ?? [];

const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

/** A survey that takes answers from today on, designed and published by the commands of the product. */
export async function openSurvey(
  { pool }: OpenDatabase,
  { centreId, workers: [worker] }: ArrangedHouse,
  title: string,
  definition: Definition,
): Promise<{ surveyId: string; slug: string }> {
  if (!worker) throw new Error('a survey needs a worker');
  const organiser: Actor = {
    centreId,
    accountId: worker.id,
    name: worker.name,
    position: '',
    roles: ['service_organiser'],
  };
  const runner = createRunner(pool, systemClock);
  const { surveyId, slug } = done(await runner.run(createSurvey, organiser, { title, sampling: 'open' }));
  done(await runner.run(saveDraft, organiser, { surveyId, definition }));
  const today = dayInPoland(systemClock.now());
  // Past midnight too: a benchmark of the evening ends in the morning.
  const closesOn = dayInPoland(new Date(Date.now() + 7 * 86_400_000).toISOString());
  done(await runner.run(publishSurvey, organiser, { surveyId, opensOn: today, closesOn }));
  return { surveyId, slug };
}

/** Lets the first worker of a house read results. */
export async function asOrganiser(
  { owner }: OpenDatabase,
  { centreId, workers }: ArrangedHouse,
): Promise<void> {
  await owner.query(
    `update account_role set role = 'service_organiser' where centre_id = $1 and account_id = $2`,
    [centreId, workers[0]?.id],
  );
}
