import type { Lang } from '../../../lang.ts';
import { readCode } from '../domain/code-text.ts';
import { type Definition, textIn } from '../domain/definition.ts';
import { type Fault, fieldOf, type RawAnswer } from '../domain/read-answers.ts';
import { sectionAfter, sectionBefore } from '../domain/shown.ts';
import { askedOn, stepOf } from '../domain/step.ts';
import { takesAnswers } from '../domain/survey.ts';
import type { Draft, Kept, TakenSurvey, Waiting } from './keeping.ts';

/** The day in Poland on the clock of the device, YYYY-MM-DD. */
export const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(instant);

/** Whether a talk may be begun on a day. */
export const mayBegin = (survey: TakenSurvey, today: string): boolean =>
  !survey.closed && takesAnswers({ ...survey, state: 'published' }, today);

/** Of several versions of one survey the newest: new talks are begun with it. */
export function newestOf(surveys: readonly Kept<TakenSurvey>[]): Kept<TakenSurvey>[] {
  const newest = new Map<string, Kept<TakenSurvey>>();
  for (const one of surveys) {
    const before = newest.get(one.value.surveyId);
    if (!before || before.value.versionNo < one.value.versionNo) newest.set(one.value.surveyId, one);
  }
  return [...newest.values()].toSorted((a, b) =>
    textIn(a.value.definition.title, 'pl').localeCompare(textIn(b.value.definition.title, 'pl'), 'pl'),
  );
}

/** What keeps a talk from being begun with a code; undefined: nothing. */
export function codeFault(
  survey: TakenSurvey,
  typed: string,
  { drafts, queue }: { drafts: readonly Kept<Draft>[]; queue: readonly Kept<Waiting>[] },
): 'wrong' | 'used' | undefined {
  if (survey.sampling !== 'sample') return undefined;
  const code = readCode(typed);
  if (code === undefined) return 'wrong';
  const used = [...drafts.map(({ value }) => value.code), ...queue.map(({ value }) => value.sheet.code)];
  return used.includes(code) ? 'used' : undefined;
}

/** A talk that begins. */
export function beginTalk(
  survey: TakenSurvey,
  { lang, typed, today }: { lang: Lang; typed: string; today: string },
): Draft {
  const code = survey.sampling === 'sample' ? readCode(typed) : undefined;
  return {
    surveyId: survey.surveyId,
    versionNo: survey.versionNo,
    lang: survey.definition.langs.includes(lang) ? lang : 'pl',
    day: today,
    ...(code ? { code } : {}),
    section: sectionAfter(survey.definition, {}, undefined) ?? '',
    answers: {},
    refused: [],
    seconds: 0,
  };
}

/** Answers by the names of their questions, from what a form holds. */
export const rawAnswers = (value: unknown): Readonly<Record<string, RawAnswer>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export interface Page {
  raw: Readonly<Record<string, RawAnswer>>;
  /** The person was asked and will not answer what is missing. */
  refuses?: boolean;
}

/** Names of the questions of the section that are asked for what is on the page now. */
export const askedNow = (definition: Definition, draft: Draft, raw: Page['raw']): ReadonlySet<string> =>
  askedOn(definition, draft.answers, { section: draft.section, raw }).asking;

/** The talk with what is on the page, however unfinished: what a battery that runs out leaves behind. */
export const takenDown = (definition: Definition, draft: Draft, raw: Page['raw']): Draft => ({
  ...draft,
  answers: askedOn(definition, draft.answers, { section: draft.section, raw }).answers,
});

export type Turn =
  | { kind: 'faults'; draft: Draft; fields: Record<string, Fault['kind']>; onlyMissing: boolean }
  | { kind: 'next'; draft: Draft }
  | { kind: 'whole'; draft: Draft };

/** The page was filled in: the next section, what is wrong here, or the end. */
export function turnPage(definition: Definition, draft: Draft, { raw, refuses }: Page): Turn {
  const seen = askedNow(definition, draft, raw);
  const kept = takenDown(definition, draft, raw);
  // Whoever opens a section again is asked again.
  const before = draft.refused.filter((name) => !seen.has(name));
  const refused = refuses ? [...before, ...seen] : before;
  const here = { ...kept, refused };
  const visible = Object.fromEntries(Object.entries(raw).filter(([name]) => seen.has(name)));
  const step = stepOf(definition, draft.answers, {
    section: draft.section,
    seen,
    raw: visible,
    refused: new Set(refused),
  });
  switch (step.kind) {
    case 'next':
      return { kind: 'next', draft: { ...here, answers: step.answers, section: step.section } };
    case 'whole':
      return { kind: 'whole', draft: { ...here, answers: step.answers } };
    default: {
      const faults = step.kind === 'faults' ? step.faults : [];
      return {
        kind: 'faults',
        draft: here,
        fields: Object.fromEntries(faults.map((fault) => [fieldOf(fault), fault.kind])),
        onlyMissing: faults.every(({ kind }) => kind === 'missing'),
      };
    }
  }
}

/** The talk one section back; undefined: this is the first. */
export function turnBack(definition: Definition, draft: Draft): Draft | undefined {
  const section = sectionBefore(definition, draft.answers, draft.section);
  return section === undefined ? undefined : { ...draft, section };
}

/** Where a talk stands: the section's number, and how many there are at most. */
export const placeOf = (definition: Definition, { section }: Draft): { at: number; of: number } => ({
  at: definition.sections.findIndex(({ name }) => name === section) + 1,
  of: definition.sections.length,
});

/** The sheet of a finished talk, under an id by chance. */
export const sheetOf = (draft: Draft, id: string): Waiting => ({
  surveyId: draft.surveyId,
  versionNo: draft.versionNo,
  sheet: {
    id,
    day: draft.day,
    lang: draft.lang,
    minutes: Math.min(240, Math.round(draft.seconds / 60)),
    ...(draft.code ? { code: draft.code } : {}),
    answers: draft.answers,
  },
});
