import { expect, it } from 'vitest';
import { lemmasOf } from './automaton.ts';
import { polishForms } from './forms.ts';

const lemmas = (form: string): string[] => lemmasOf(polishForms(), form);

it.each([
  ['opieki', 'opieka'],
  ['babci', 'babcia'],
  ['meza', 'maz'],
  ['zostawilam', 'zostawic'],
  ['szkole', 'szkola'],
  ['wytchnienia', 'wytchnienie'],
  ['niepelnosprawnych', 'niepelnosprawny'],
])('"%s" is a form of "%s", typed without diacritics', (form, lemma) => {
  expect(lemmas(form)).toContain(lemma);
});

it.each([
  ['wytchnieniowej', 'wytchnieniowy'],
  ['teleopieke', 'teleopieka'],
  ['dzieciom', 'dziecko'],
])('words of the field that the dictionary does not know or tears apart: "%s" of "%s"', (form, lemma) => {
  expect(lemmas(form)).toEqual([lemma]);
});

it.each(['niepelnosprawny', 'niesamodzielnej', 'nieaktywnych'])(
  'a negation is never cut off: "%s" is not a form of its opposite',
  (form) => {
    expect(lemmas(form).every((lemma) => lemma.startsWith('nie'))).toBe(true);
  },
);

it('a word that is not Polish has no dictionary word', () => {
  expect(lemmas('qwertyzxc')).toEqual([]);
});
