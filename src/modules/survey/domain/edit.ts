import type { Condition, Definition, Item, Option, Question, Section, Texts } from './definition.ts';
import { questionsOf } from './definition.ts';

/** A new draft: one section that waits for its first question. */
export const blankDefinition = (title: string, firstSection: string): Definition => ({
  langs: ['pl'],
  title: { pl: title },
  sections: [{ name: 's1', title: { pl: firstSection }, questions: [] }],
});

/** A name that nothing in the questionnaire has: `p7`, `s3`. */
export function freeName(definition: Definition, letter: 'p' | 's'): string {
  const taken = new Set([
    ...definition.sections.map(({ name }) => name),
    ...questionsOf(definition).map(({ name }) => name),
  ]);
  let number = 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** The section, put in the place of the one of this name, or last. */
export function withSection(definition: Definition, section: Section, before?: string): Definition {
  const known = definition.sections.some(({ name }) => name === before);
  return {
    ...definition,
    sections: known
      ? definition.sections.map((one) => (one.name === before ? section : one))
      : [...definition.sections, section],
  };
}

const inSections = (
  definition: Definition,
  change: (questions: Question[], section: Section) => Question[],
): Definition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    questions: change(section.questions, section),
  })),
});

/** The question, put in the place of the one of this name, or last in the section. */
export function withQuestion(
  definition: Definition,
  sectionName: string,
  question: Question,
  before?: string,
): Definition {
  const known = questionsOf(definition).some(({ name }) => name === before);
  return inSections(definition, (questions, section) => {
    if (known) return questions.map((one) => (one.name === before ? question : one));
    return section.name === sectionName ? [...questions, question] : questions;
  });
}

/** Without the section and its questions, or without the question. */
export const withoutPart = (definition: Definition, name: string): Definition => ({
  ...definition,
  sections: definition.sections
    .filter((section) => section.name !== name)
    .map((section) => ({ ...section, questions: section.questions.filter((one) => one.name !== name) })),
});

function swapped<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = [...list];
  const [one] = moved.splice(from, 1);
  if (one !== undefined) moved.splice(to, 0, one);
  return moved;
}

/** The section or question one place up or down; a question at the edge of its section goes into the next one. */
export function movedPart(definition: Definition, name: string, way: 'up' | 'down'): Definition {
  const step = way === 'up' ? -1 : 1;
  const place = definition.sections.findIndex((section) => section.name === name);
  if (place >= 0) {
    const to = place + step;
    if (to < 0 || to >= definition.sections.length) return definition;
    return { ...definition, sections: swapped(definition.sections, place, to) };
  }
  const home = definition.sections.findIndex(({ questions }) => questions.some((one) => one.name === name));
  const questions = definition.sections[home]?.questions ?? [];
  const at = questions.findIndex((one) => one.name === name);
  const question = questions[at];
  if (!question) return definition;
  if (at + step >= 0 && at + step < questions.length)
    return inSections(definition, (list, section) =>
      section.questions === questions ? swapped(list, at, at + step) : list,
    );
  const next = definition.sections[home + step];
  if (!next) return definition;
  return inSections(definition, (list, section) => {
    if (section.questions === questions) return list.filter((one) => one.name !== name);
    if (section.name !== next.name) return list;
    return way === 'up' ? [...list, question] : [question, ...list];
  });
}

/** Questions that a condition of this part or of others names: they would lose their meaning with it. */
export function leaningOn(definition: Definition, name: string): string[] {
  const gone = new Set([
    name,
    ...(definition.sections.find((section) => section.name === name)?.questions.map((one) => one.name) ?? []),
  ]);
  const leans = (condition: Condition | undefined): boolean =>
    condition?.tests.some(({ question }) => gone.has(question)) ?? false;
  return definition.sections.flatMap((section) => [
    ...(leans(section.shownIf) && !gone.has(section.name) ? [section.name] : []),
    ...section.questions.filter((one) => leans(one.shownIf) && !gone.has(one.name)).map((one) => one.name),
  ]);
}

const squeezed = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** Non-blank lines of a text field, without the spaces around them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(squeezed)
    .filter((line) => line !== '');

/** Stands for a line that has not been translated, so that the lines stay side by side. */
const untranslated = '–';

/** A star before an answer excludes every other one. */
const aloneMark = /^\*\s*/;

/** Lines and their translations: line n of a translation belongs to line n of the Polish text. */
export interface TextLines {
  pl: string;
  uk?: string | undefined;
  en?: string | undefined;
}

function textsAt(lines: TextLines, at: number, polish: string): Texts {
  const lineAt = (text: string | undefined): string | undefined => {
    const line = linesOf(text ?? '')[at]?.replace(aloneMark, '');
    return line === untranslated ? undefined : line;
  };
  const uk = lineAt(lines.uk);
  const en = lineAt(lines.en);
  return { pl: polish, ...(uk ? { uk } : {}), ...(en ? { en } : {}) };
}

/**
 * Options typed one a line. A line that was there before keeps its code and its kind of service; a line in the place of one
 * that is gone is the same answer reworded; a new one gets the next free code.
 */
export function optionsFrom(lines: TextLines, before: readonly Option[]): Option[] {
  const typed = linesOf(lines.pl);
  const names = typed.map((line) => line.replace(aloneMark, ''));
  const taken = new Set<number>();
  const kept = names.map((name) => {
    const same = before.find((one) => one.text.pl === name && !taken.has(one.code));
    if (same) taken.add(same.code);
    return same;
  });
  const reworded = kept.map((same, at) => {
    if (same) return same;
    const there = before[at];
    if (!there || typed.length !== before.length || taken.has(there.code) || names.includes(there.text.pl))
      return undefined;
    taken.add(there.code);
    return there;
  });
  let next = Math.max(0, ...before.map(({ code }) => code)) + 1;
  return reworded.map((old, at) => ({
    code: old?.code ?? next++,
    text: textsAt(lines, at, names[at] ?? ''),
    ...(aloneMark.test(typed[at] ?? '') ? { alone: true } : {}),
    ...(old?.kind ? { kind: old.kind } : {}),
  }));
}

/** Lines of a matrix typed one a line, by the same rules as options; a new one gets the next free name. */
export function itemsFrom(lines: TextLines, before: readonly Item[]): Item[] {
  const options = before.map((item, at) => ({ code: at + 1, text: item.text }));
  const taken = new Set(before.map(({ name }) => name));
  let number = before.length;
  return optionsFrom(lines, options).map(({ code, text }) => {
    const old = before[code - 1];
    if (old) return { ...old, text };
    do number += 1;
    while (taken.has(`w${number}`));
    taken.add(`w${number}`);
    return { name: `w${number}`, text };
  });
}

/** Options as they are typed again: one a line, a star before what excludes the others. */
export const optionLines = (
  options: readonly Pick<Option, 'text' | 'alone'>[],
  lang: 'pl' | 'uk' | 'en',
): string =>
  options.every(({ text }) => !text[lang])
    ? ''
    : options.map(({ text, alone }) => `${alone ? '* ' : ''}${text[lang] ?? untranslated}`).join('\n');
