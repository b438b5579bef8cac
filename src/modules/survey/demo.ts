import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import type { Runner } from '../../platform/runner/runner.ts';
import type { Outcome } from '../../platform/runner/outcome.ts';
import type { TemplateKey } from './bank/bank.ts';
import { templateDefinition } from './bank/bank.ts';
import { answerSection } from './commands/answer-section.ts';
import { createSurvey, saveDraft } from './commands/design.ts';
import { enterSheet, printCopies } from './commands/enter-sheet.ts';
import { postSheets } from './commands/post-sheets.ts';
import { publishSurvey } from './commands/publish.ts';
import type { Answers } from './domain/answers.ts';
import { copyCode } from './domain/codes.ts';
import type { Definition } from './domain/definition.ts';
import { sectionAfter, shownFor } from './domain/shown.ts';
import type { Mode } from './domain/survey.ts';

/** One made-up sheet: answers in their normal form, and the channel it comes by. */
export interface DemoSheet {
  mode: Mode;
  answers: Answers;
}

export interface DemoPlan {
  title: string;
  /** The whole questionnaire, or a template. */
  questionnaire: Definition | TemplateKey;
  /** The first day is not before the runner's today, or publication is refused. */
  opensOn: string;
  closesOn: string;
  sheets: readonly DemoSheet[];
}

/** Who acts: an organiser, a clerk who types, a visitor who answers. All of one centre. */
export interface DemoActors {
  organiser: Actor;
  clerk: Actor;
  visitor: Actor;
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.code} ${JSON.stringify(outcome.problem.fields ?? {})}`);
}

/** Answers a survey as a person does: section by section, each page with what stands on it. */
async function answerOnTheWeb(
  runner: Runner,
  visitor: Actor,
  { slug, definition, answers }: { slug: string; definition: Definition; answers: Answers },
): Promise<void> {
  const { sections } = shownFor(definition, answers);
  let code: string | null = null;
  let section = sectionAfter(definition, answers, undefined);
  while (section !== undefined) {
    const here = sections.find((one) => one.section.name === section)?.questions ?? [];
    const given = Object.fromEntries(
      here.flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
    );
    const input = {
      slug,
      section,
      answers: given,
      seen: here.map(({ name }) => name).join(','),
      ...(code ? { draft: code } : {}),
    };
    const step: { code: string | null; next: string | null } = done(
      await runner.run(answerSection, visitor, input),
    );
    code = step.code ?? code;
    section = step.next ?? undefined;
  }
}

/** Sheets that a device sends in one piece. */
const atOnce = 200;

/**
 * For demonstrations and tests: a survey by the same commands that people use, designed, published and answered over all
 * four channels. Open poll. Throws when a command refuses, with its code.
 */
export async function demoSurvey(
  runner: Runner,
  { organiser, clerk, visitor }: DemoActors,
  { title, questionnaire, opensOn, closesOn, sheets }: DemoPlan,
): Promise<{ surveyId: string; slug: string }> {
  const definition: Definition = {
    ...(typeof questionnaire === 'string' ? templateDefinition(questionnaire) : questionnaire),
  };
  const made = done(await runner.run(createSurvey, organiser, { title, sampling: 'open' }));
  const { surveyId } = made;
  const ofMode = (mode: Mode): Answers[] =>
    sheets.filter((one) => one.mode === mode).map(({ answers }) => answers);
  done(await runner.run(saveDraft, organiser, { surveyId, definition }));
  done(await runner.run(publishSurvey, organiser, { surveyId, opensOn, closesOn }));
  for (const answers of ofMode('web'))
    await answerOnTheWeb(runner, visitor, { slug: made.slug, definition, answers });
  for (const answers of ofMode('telephone'))
    done(await runner.run(enterSheet, clerk, { surveyId, mode: 'telephone', answers }));
  const paper = ofMode('paper');
  for (let printed = 0; printed < paper.length; printed += atOnce)
    done(
      await runner.run(printCopies, organiser, { surveyId, count: Math.min(atOnce, paper.length - printed) }),
    );
  for (const [at, answers] of paper.entries())
    done(await runner.run(enterSheet, clerk, { surveyId, mode: 'paper', copy: copyCode(at + 1), answers }));
  const interviews = ofMode('interviewer').map((answers) => ({ id: randomUUID(), day: opensOn, answers }));
  for (let from = 0; from < interviews.length; from += atOnce)
    done(
      await runner.run(postSheets, clerk, {
        surveyId,
        versionNo: 1,
        sheets: interviews.slice(from, from + atOnce),
      }),
    );
  return made;
}
