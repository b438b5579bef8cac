import type { Definition } from './definition.ts';
import { type Fault, type RawAnswer, readAnswers, readSheet } from './read-answers.ts';
import { type Answers, sectionAfter, shownFor } from './shown.ts';

/** One section of a questionnaire as it was filled in. */
export interface Filled {
  section: string;
  /** Names of the questions that stood on the page. */
  seen: ReadonlySet<string>;
  raw: Readonly<Record<string, RawAnswer>>;
  /** Questions that the person was asked and will not answer: an interviewer hears it and goes on. */
  refused?: ReadonlySet<string>;
}

/** What one section leads to. */
export type Step =
  /** An answer to a question that was not on the page: no person gave it. */
  | { kind: 'hidden' }
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'next'; answers: Answers; section: string }
  /** Nothing is left to ask; `faults` are refused answers only. */
  | { kind: 'whole'; answers: Answers; faults: Fault[] };

/** The answers with those of one section as it stands now, and which of its questions are asked for them. */
export function askedOn(
  definition: Definition,
  before: Answers,
  { section: name, raw }: Pick<Filled, 'section' | 'raw'>,
): { answers: Answers; asking: ReadonlySet<string>; faults: Fault[]; here: Answers } {
  const section = definition.sections.find((one) => one.name === name);
  const questions = section?.questions ?? [];
  const read = readAnswers(questions, raw);
  const names = new Set(questions.map((one) => one.name));
  const earlier = Object.fromEntries(Object.entries(before).filter(([one]) => !names.has(one)));
  const answers: Answers = { ...earlier, ...read.answers };
  const shown = shownFor(definition, answers).sections.find((one) => one.section.name === name);
  const asking = new Set(shown?.questions.map((one) => one.name));
  return { answers, asking, faults: read.faults, here: read.answers };
}

/**
 * Goes one step through a questionnaire: on the web, and on a device without a network, by the same rules. A question that an
 * answer has opened on the same page is asked before the next page; what is still wrong earlier is asked again.
 */
export function stepOf(definition: Definition, before: Answers, filled: Filled): Step {
  const { seen, refused = new Set() } = filled;
  const { answers, asking, faults: found, here } = askedOn(definition, before, filled);
  // A question that an answer on this very page has just closed was seen; any other answer to a hidden one is no person's.
  if (Object.keys(here).some((name) => !asking.has(name) && !seen.has(name))) return { kind: 'hidden' };
  const opened = [...asking].some((name) => !seen.has(name) && here[name] === undefined);
  const stands = ({ kind, question }: Fault): boolean => !(kind === 'missing' && refused.has(question));
  const faults = found.filter(
    (fault) => asking.has(fault.question) && (seen.has(fault.question) || !opened) && stands(fault),
  );
  if (faults.length > 0) return { kind: 'faults', faults };
  const known = definition.sections.find(({ name }) => name === filled.section)?.name;
  const following = opened ? filled.section : sectionAfter(definition, answers, known);
  if (following !== undefined) return { kind: 'next', answers, section: following };
  // What a change of mind has hidden counts for nothing: only what is shown makes the sheet.
  const sheet = readSheet(definition, shownFor(definition, answers).answers);
  const left = sheet.faults.find(stands);
  if (!left) return { kind: 'whole', answers: sheet.answers, faults: sheet.faults };
  const place = definition.sections.find(({ questions }) =>
    questions.some(({ name }) => name === left.question),
  );
  return { kind: 'next', answers, section: place?.name ?? filled.section };
}
