import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays, type IsoDate } from '../../../law/index.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import {
  type Answers,
  copyCode,
  demoSheets,
  type Mode,
  type SampledSheet,
  shownFor,
} from '../../../modules/survey/index.ts';
import { apportion, makeRandom, type Random } from '../random.ts';
import { type Stage, visitorOf } from '../stage.ts';
import { adultsOf, cellAt, registerFile } from './people.ts';
import { plSurvey } from './pl-survey.ts';
import { questionnaire } from './questionnaire.ts';
import type { Crew } from './crew.ts';
import { answersOf, bands, type Cell, cells, channels, readiness } from './truth.ts';

/** How many sheets come in all; wanted error and expected response are what leads to enough invitations. */
export const sheetCount = 1200;
const drawn = { error: '2,8', response: '34' };

/** So many sheets go through the commands that people use; the others, of the same kind, set-wise. */
const byHand: Readonly<Record<Mode, number>> = { web: 3, telephone: 4, interviewer: 20, paper: 4 };
const modeOrder: readonly Mode[] = ['web', 'telephone', 'interviewer', 'paper'];
const copiesAtOnce = 200;

const made = z.object({ surveyId: z.string(), slug: z.string() });
const printed = z.object({
  letters: z.array(z.object({ lines: z.array(z.string()), code: z.string() })),
});
const progress = z.object({
  strata: z.array(
    z.object({ no: z.number(), sex: z.enum(['woman', 'man']), ageFrom: z.number(), drawn: z.number() }),
  ),
});
const copied = z.object({ from: z.number(), to: z.number() });
const typed = z.object({ copy: z.string().nullable(), again: z.boolean() });
const proposed = z.object({
  tables: z.array(
    z.object({
      questions: z.array(z.string()),
      source: z.string(),
      cells: z.array(z.object({ codes: z.array(z.number()), people: z.number().nullable() })),
    }),
  ),
});

interface Answering {
  cell: Cell;
  mode: Mode;
  answers: Answers;
}

/** How many of every group answer, by the declared bias. */
export const answerCounts = (people: readonly number[]): number[] =>
  apportion(
    sheetCount,
    cells.map((cell, at) => (people[at] ?? 0) * readiness(cell)),
  );

/** Who answers and how: exactly so many of every group and channel as the declared bias says. */
function answering(people: readonly number[], random: Random): Answering[] {
  const counts = answerCounts(people);
  return random.shuffle(
    cells.flatMap((cell, at) =>
      apportion(counts[at] ?? 0, channels(cell)).flatMap((count, place) =>
        Array.from({ length: count }, () => ({
          cell,
          mode: modeOrder[place] ?? 'web',
          answers: answersOf(cell, random),
        })),
      ),
    ),
  );
}

const sameCell = (one: Cell, other: Cell): boolean => one.sex === other.sex && one.age === other.age;

/** Takes the first so many of every channel out of the list. */
function takenByHand(all: readonly Answering[]): { hand: Answering[]; rest: Answering[] } {
  const left = { ...byHand };
  const hand: Answering[] = [];
  const rest: Answering[] = [];
  for (const one of all) {
    if (left[one.mode] > 0) hand.push(one);
    else rest.push(one);
    left[one.mode] -= 1;
  }
  return { hand, rest };
}

/** One person on the web, section by section, with the code of their letter. */
async function onTheWeb(stage: Stage, visitor: Actor, slug: string, code: string, answers: Answers) {
  let draft: string | undefined;
  for (const { section, questions } of shownFor(questionnaire, answers).sections) {
    const given = questions.flatMap(({ name }) =>
      answers[name] === undefined ? [] : [[name, answers[name]] as const],
    );
    const step = z.object({ code: z.string().nullable() }).parse(
      await stage.run('survey.answer-section', visitor, {
        slug,
        section: section.name,
        seen: questions.map(({ name }) => name).join(','),
        answers: Object.fromEntries(given),
        ...(draft === undefined ? { code } : { draft }),
      }),
    );
    draft = step.code ?? draft;
  }
}

interface Running {
  stage: Stage;
  crew: Crew;
  surveyId: string;
  slug: string;
}

/** The first sheets of every channel, by the commands of people and devices, with the codes of their letters. */
async function answeredByHand(
  { stage, crew, surveyId, slug }: Running,
  sheets: readonly Answering[],
  letters: z.infer<typeof printed>['letters'],
  day: IsoDate,
): Promise<void> {
  const visitor = visitorOf(stage.centre.id);
  const left = [...letters];
  const codeFor = (cell: Cell): string => {
    const at = left.findIndex(({ lines }) => {
      const of = cellAt(lines[1] ?? '');
      return of !== undefined && sameCell(of, cell);
    });
    const [letter] = left.splice(at, 1);
    if (at < 0 || !letter) throw new Error('more answers than letters');
    return letter.code;
  };
  const of = (mode: Mode) => sheets.filter((one) => one.mode === mode);
  for (const { cell, answers } of of('web')) await onTheWeb(stage, visitor, slug, codeFor(cell), answers);
  for (const { cell, answers } of of('telephone')) {
    const call = { surveyId, mode: 'telephone', code: codeFor(cell), answers };
    await stage.run('survey.enter-sheet', crew.community, call);
  }
  const papers = of('paper');
  const copies = copied.parse(
    await stage.run('survey.print-copies', crew.organiser, { surveyId, count: papers.length }),
  );
  for (const [at, { cell, answers }] of papers.entries()) {
    const copy = copyCode(copies.from + at);
    const paper = { surveyId, mode: 'paper', copy, answers };
    const { again } = typed.parse(
      await stage.run('survey.enter-sheet', crew.community, { ...paper, code: codeFor(cell) }),
    );
    if (again) await stage.run('survey.enter-sheet', crew.organiser, paper);
  }
  const interviews = of('interviewer').map(({ cell, answers }) => ({
    id: randomUUID(),
    day,
    minutes: 11,
    code: codeFor(cell),
    answers,
  }));
  const posted = { surveyId, versionNo: 1, sheets: interviews };
  await stage.run('survey.post-sheets', crew.community, posted);
  // The line broke: the device sends the same sheets again, and nothing is there twice.
  await stage.run('survey.post-sheets', crew.community, posted);
}

/** The other sheets as they came in a fortnight, with the codes of their letters used. */
async function answeredTogether(
  owner: Pool,
  { stage, crew, surveyId }: Running,
  sheets: readonly Answering[],
  { random, from, to }: { random: Random; from: IsoDate; to: IsoDate },
): Promise<void> {
  const { strata } = progress.parse(await stage.ask('survey.sample-progress', crew.organiser, { surveyId }));
  const stratumOf = ({ sex, age }: Cell): number =>
    strata.find((one) => one.sex === sex && one.ageFrom === bands[age])?.no ?? 0;
  let papers = sheets.filter(({ mode }) => mode === 'paper').length;
  for (; papers > 0; papers -= copiesAtOnce)
    await stage.run('survey.print-copies', crew.organiser, {
      surveyId,
      count: Math.min(copiesAtOnce, papers),
    });
  const sampled = sheets.map(
    ({ cell, mode, answers }): SampledSheet => ({
      mode,
      answers,
      day: random.day(from, to),
      stratumNo: stratumOf(cell),
      // What is typed from paper has no time of answering; three in a hundred on the web hurry.
      minutes: mode === 'paper' ? null : mode === 'web' && random.chance(0.03) ? 1 : random.int(6, 15),
    }),
  );
  await inTransaction(owner, stage.centre.id, (tx) =>
    demoSheets(tx, stage.centre.id, surveyId, {
      sheets: sampled,
      first: crew.community,
      second: crew.organiser,
    }),
  );
}

/** Weighs the answers to the people of the city by sex and by age, as the tables of the population propose. */
async function weighed({ stage, crew, surveyId }: Running): Promise<void> {
  const { tables } = proposed.parse(await stage.ask('results.weights', crew.organiser, { surveyId }));
  const used = ['sex', 'age'].map((name) => tables.find(({ questions }) => questions.join() === name));
  await stage.run('results.set-weights', crew.organiser, {
    surveyId,
    method: 'raking',
    cap: 6,
    tables: used.flatMap((table) =>
      table
        ? [
            {
              use: true,
              questions: table.questions,
              unit: 'people',
              source: table.source,
              cells: table.cells.map(({ codes, people }) => ({ codes, value: people ?? 0 })),
            },
          ]
        : [],
    ),
  });
}

/** The survey from its design to its weighted results, in the weeks from `from` to the day when it is weighed. */
export async function playSurvey(
  owner: Pool,
  stage: Stage,
  crew: Crew,
  { seed, from }: { seed: string; from: IsoDate },
): Promise<{ surveyId: string }> {
  const { organiser } = crew;
  const random = makeRandom(`${seed}-piotrkow`);
  const day = (after: number): IsoDate => addDays(from, after);
  await crew.onDay(day(0));
  const people = await adultsOf(stage.db, stage.centre.id);
  const { surveyId, slug } = made.parse(
    await stage.run('survey.create', organiser, { title: plSurvey.title, sampling: 'sample' }),
  );
  const running: Running = { stage, crew, surveyId, slug };
  await stage.run('survey.save-draft', organiser, { surveyId, definition: questionnaire });
  await stage.run('survey.draw-sample', organiser, {
    surveyId,
    file: { content: registerFile(people, day(0)) },
    ...drawn,
  });
  await crew.onDay(day(6));
  await stage.run('survey.publish', organiser, { surveyId, opensOn: day(7), closesOn: day(42) });
  const { letters } = printed.parse(await stage.run('survey.print-invitations', organiser, { surveyId }));
  const { hand, rest } = takenByHand(answering(people, random));
  const half = Math.round(rest.length * 0.6);
  await crew.onDay(day(14));
  await answeredByHand(running, hand, letters, day(14));
  await crew.onDay(day(25));
  await answeredTogether(owner, running, rest.slice(0, half), { random, from: day(8), to: day(25) });
  // Who has not answered is asked once more; then the addresses are gone.
  await stage.run('survey.print-invitations', organiser, { surveyId });
  await crew.onDay(day(43));
  await answeredTogether(owner, running, rest.slice(half), { random, from: day(26), to: day(42) });
  await stage.run('survey.close', organiser, { surveyId });
  await weighed(running);
  for (const { name, words } of plSurvey.codes)
    await stage.run('results.write-code', organiser, { surveyId, question: 'proposal', name, words });
  await stage.run('results.publish', organiser, { surveyId });
  return { surveyId };
}
