import { describe, expect, it } from 'vitest';
import { bankQuestions, templateDefinition, templateKeys } from '../bank/bank.ts';
import { areas } from '../../../law/index.ts';
import { wholeDefinition } from '../survey.fixture.ts';
import { problemsOf } from './check.ts';
import { columnsOf, decode, differences, encode } from './columns.ts';
import { type Condition, type Definition, type Question, questionsOf } from './definition.ts';
import { definitionSchema, nameSchema } from './definition-schema.ts';
import { itemsFrom, leaningOn, movedPart, optionsFrom, withoutPart } from './edit.ts';
import { readSheet } from './read-answers.ts';
import { shownFor } from './shown.ts';

const single = (name: string, shownIf?: Condition): Question => ({
  name,
  type: 'single',
  text: { pl: name },
  required: false,
  options: [
    { code: 1, text: { pl: 'tak' } },
    { code: 2, text: { pl: 'nie' } },
  ],
  ...(shownIf ? { shownIf } : {}),
});

const chosen = (question: string, value: number): Condition => ({
  join: 'all',
  tests: [{ question, is: 'chosen', value }],
});

const questionnaire = (...questions: Question[]): Definition => ({
  langs: ['pl'],
  title: { pl: 'Ankieta' },
  sections: [{ name: 's1', title: { pl: 'Część' }, questions }],
});

const found = (definition: Definition): string[] =>
  problemsOf(definition).map(({ kind, at, about }) => [kind, at, about].filter(Boolean).join(' '));

describe('what keeps a questionnaire from being published', () => {
  it('a whole one with every type of question has nothing wrong', () => {
    expect(found(wholeDefinition)).toEqual([]);
  });

  it('a condition on a question that is not there, or comes later', () => {
    expect(found(questionnaire(single('a', chosen('x', 1))))).toEqual(['unknownReference a x']);
    expect(found(questionnaire(single('a', chosen('b', 1)), single('b')))).toEqual(['forwardReference a b']);
  });

  it('conditions in a circle are told once, with the way round', () => {
    expect(found(questionnaire(single('a', chosen('b', 1)), single('b', chosen('a', 1))))).toEqual([
      'cycle a a → b → a',
    ]);
    expect(found(questionnaire(single('a', chosen('a', 1))))).toEqual(['cycle a a → a']);
  });

  it('a condition on an answer that the question does not offer', () => {
    expect(found(questionnaire(single('a'), single('b', chosen('a', 3))))).toEqual(['wrongTest b a']);
  });

  it('a question that nobody can reach: contradicting tests, also further up the way', () => {
    const both: Condition = {
      join: 'all',
      tests: [
        { question: 'a', is: 'chosen', value: 1 },
        { question: 'a', is: 'chosen', value: 2 },
      ],
    };
    expect(found(questionnaire(single('a'), single('b', both)))).toEqual(['unreachable b']);
    expect(found(questionnaire(single('a'), single('b', { ...both, join: 'any' })))).toEqual([]);
    const through: Condition = {
      join: 'all',
      tests: [
        { question: 'b', is: 'answered' },
        { question: 'a', is: 'chosen', value: 2 },
      ],
    };
    // b is asked only of those who chose 1, so nobody who chose 2 has answered it.
    expect(found(questionnaire(single('a'), single('b', chosen('a', 1)), single('c', through)))).toEqual([
      'unreachable c',
    ]);
    const scale: Question = {
      name: 'q',
      type: 'scale',
      text: { pl: 'q' },
      required: false,
      from: 1,
      to: 5,
      noOpinion: true,
    };
    const above: Condition = { join: 'all', tests: [{ question: 'q', is: 'atLeast', value: 6 }] };
    expect(found(questionnaire(scale, single('b', above)))).toEqual(['unreachable b']);
  });

  it('a maximum that cannot be reached, an empty range, too few answers', () => {
    const options = [
      { code: 1, text: { pl: 'jeden' } },
      { code: 2, text: { pl: 'dwa' } },
      { code: 3, text: { pl: 'żadne' }, alone: true },
    ];
    const common = { text: { pl: 'x' }, required: false };
    expect(found(questionnaire({ ...common, name: 'a', type: 'multi', options, max: 3 }))).toEqual([
      'impossibleMaximum a 3',
    ]);
    expect(found(questionnaire({ ...common, name: 'a', type: 'ranking', options, choose: 4 }))).toEqual([
      'impossibleMaximum a 4',
    ]);
    expect(
      found(questionnaire({ ...common, name: 'a', type: 'scale', from: 5, to: 5, noOpinion: false })),
    ).toEqual(['emptyRange a']);
    expect(
      found(questionnaire({ ...common, name: 'a', type: 'single', options: options.slice(0, 1) })),
    ).toEqual(['noOptions a']);
  });

  it('two parts of one name, and a text that lacks a language of the survey', () => {
    expect(found(questionnaire(single('a'), single('a')))).toEqual(['sameName a']);
    const twice = { ...questionnaire(single('a')), langs: ['pl', 'uk'] as const };
    expect(found({ ...twice, langs: [...twice.langs] })).toEqual([
      'noTranslation uk',
      'noTranslation s1 uk',
      'noTranslation a uk',
    ]);
  });

  it('names are names of XLSForm', () => {
    expect(['p1', 'potrzeby_opieka'].map((name) => nameSchema.safeParse(name).success)).toEqual([true, true]);
    expect(
      ['1p', 'Ab', 'ą', 'a-b', '', 'constructor'].filter((name) => nameSchema.safeParse(name).success),
    ).toEqual([]);
  });
});

describe('answers in their normal form', () => {
  const read = (raw: Record<string, unknown>) => readSheet(wholeDefinition, raw);

  it('typed codes, form fields and JSON give the same answers', () => {
    const typed = read({
      cares: '1',
      hours: ' 20 ',
      needs: '3, 1',
      rank: '2 1',
      rate: '3 0',
      life: '4',
      idea: ' lekarz ',
      sex: '1',
    });
    const form = read({
      cares: '1',
      hours: '20',
      needs: ['1', '3'],
      rank: ['2', '1'],
      rate: { w1: '3', w2: '' },
      life: '4',
      idea: 'lekarz',
      sex: '1',
    });
    const json = read({
      cares: 1,
      hours: 20,
      needs: [3, 1],
      rank: [2, 1],
      rate: { w1: 3 },
      life: 4,
      idea: 'lekarz',
      sex: 1,
    });
    expect(typed).toEqual(json);
    expect(form).toEqual(json);
    expect(json).toEqual({
      answers: {
        cares: 1,
        hours: 20,
        needs: [1, 3],
        rank: [2, 1],
        rate: { w1: 3 },
        life: 4,
        idea: 'lekarz',
        sex: 1,
      },
      faults: [],
    });
  });

  it('says what is wrong with each answer', () => {
    const kinds = (raw: Record<string, unknown>) =>
      read({ cares: 2, life: 3, ...raw }).faults.map(({ kind }) => kind);
    expect(kinds({ needs: [1, 2, 3] })).toEqual(['tooMany']);
    expect(kinds({ needs: [1, 4] })).toEqual(['notAlone']);
    expect(kinds({ needs: [9] })).toEqual(['notOffered']);
    expect(kinds({ life: 6 })).toEqual(['notOffered']);
    expect(kinds({ life: undefined })).toEqual(['missing']);
    expect(kinds({ idea: 'x'.repeat(201) })).toEqual(['tooLong']);
    expect(kinds({ cares: 1, hours: 'dużo' })).toEqual(['notNumber']);
    expect(kinds({ cares: 1, hours: '169' })).toEqual(['outOfRange']);
    expect(kinds({ cares: 1, hours: 5, rank: [1, 1] })).toEqual(['twice']);
    expect(kinds({ cares: 1, hours: 5, rank: [1] })).toEqual(['notAllRanked']);
  });

  it('an answer to a question that was hidden is told and left out', () => {
    const { answers, faults } = read({ cares: 2, hours: 5, life: 3 });
    expect(answers).toEqual({ cares: 2, life: 3 });
    expect(faults).toEqual([{ question: 'hours', kind: 'hidden' }]);
    expect(read({ cares: 2, life: 3, other: 1 }).faults).toEqual([{ question: 'other', kind: 'unknown' }]);
  });

  it('skip logic reads only what was asked: an answer that is itself hidden opens nothing', () => {
    const chain = questionnaire(single('a'), single('b', chosen('a', 1)), single('c', chosen('b', 1)));
    const names = (answers: Record<string, number>) =>
      shownFor(chain, answers).sections.flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(names({ a: 1, b: 1 })).toEqual(['a', 'b', 'c']);
    expect(names({ a: 2, b: 1 })).toEqual(['a']);
  });

  it('codes give the same answers back', () => {
    const { answers } = read({
      cares: 1,
      hours: 20,
      needs: [1, 3],
      rank: [3, 1],
      rate: { w1: 3, w2: -1 },
      life: -1,
      idea: 'x',
      sex: 2,
    });
    expect(decode(wholeDefinition, encode(wholeDefinition, answers))).toEqual(answers);
  });

  it('two typings of one copy differ where a code or a text differs', () => {
    const first = encode(wholeDefinition, read({ cares: 2, life: 3, idea: 'Lekarz  tu' }).answers);
    const second = encode(wholeDefinition, read({ cares: 2, life: 2, idea: 'lekarz tu' }).answers);
    expect(differences(first, second, columnsOf(wholeDefinition))).toEqual([
      { key: 'life', first: '3', second: '2' },
    ]);
  });
});

describe('changing a questionnaire', () => {
  it('an answer keeps its code when it is reworded, moved, or another is removed; a new one gets a new code', () => {
    const before = [
      { code: 1, text: { pl: 'a' } },
      { code: 2, text: { pl: 'b' } },
      { code: 3, text: { pl: 'c' } },
    ];
    const codes = (pl: string) => optionsFrom({ pl }, before).map(({ code }) => code);
    expect(codes('c\na\nb')).toEqual([3, 1, 2]);
    expect(codes('a\nB\nc')).toEqual([1, 2, 3]);
    expect(codes('a\nc')).toEqual([1, 3]);
    expect(codes('a\nb\nc\nd')).toEqual([1, 2, 3, 4]);
    expect(optionsFrom({ pl: '* żadne', en: '* none' }, [])).toEqual([
      { code: 1, text: { pl: 'żadne', en: 'none' }, alone: true },
    ]);
    expect(
      itemsFrom({ pl: 'szkoły\ndrogi\nnowe' }, [
        { name: 'w1', text: { pl: 'drogi' } },
        { name: 'w2', text: { pl: 'szkoły' } },
      ]).map(({ name }) => name),
    ).toEqual(['w2', 'w1', 'w3']);
  });

  it('a question at the edge of its section moves into the next one', () => {
    const placed = (definition: Definition) =>
      definition.sections.map(({ questions }) => questions.map(({ name }) => name).join(' '));
    expect(placed(movedPart(wholeDefinition, 'needs', 'down'))).toEqual([
      'cares hours',
      'needs rank',
      'rate life idea sex',
    ]);
    expect(placed(movedPart(wholeDefinition, 'hours', 'up'))).toEqual([
      'hours cares needs',
      'rank',
      'rate life idea sex',
    ]);
    expect(movedPart(wholeDefinition, 's3', 'up').sections.map(({ name }) => name)).toEqual([
      's1',
      's3',
      's2',
    ]);
  });

  it('knows what leans on a question, so that it is not removed from under it', () => {
    expect(leaningOn(wholeDefinition, 'cares')).toEqual(['hours', 's2']);
    expect(leaningOn(wholeDefinition, 's1')).toEqual(['s2']);
    expect(questionsOf(withoutPart(wholeDefinition, 'idea')).map(({ name }) => name)).not.toContain('idea');
  });
});

describe('the bank and the templates', () => {
  it('asks of each of the fourteen areas: knows, used, needs now, needs in three years, barriers', () => {
    const of = (area: number) =>
      bankQuestions()
        .filter(({ group }) => group === area)
        .map(({ question }) => question.asks);
    for (const { code } of areas)
      expect(of(code)).toEqual(['knows', 'used', 'needsNow', 'needsLater', 'barriers']);
  });

  it('every answer about a service names its kind, in three languages', () => {
    const services = bankQuestions().filter(({ question }) => question.asks === 'needsNow');
    for (const { question } of services)
      for (const { kind, alone, text } of 'options' in question ? question.options : []) {
        expect(alone || kind).toBeTruthy();
        expect(text.uk && text.en).toBeTruthy();
      }
  });

  it.each(templateKeys)('the template %s can be published as it is', (key) => {
    expect(problemsOf(definitionSchema.parse(templateDefinition(key)))).toEqual([]);
  });
});
