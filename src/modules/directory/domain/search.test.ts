import { expect, it } from 'vitest';
import { holdsWords, stemsFound, stemsOf } from './search.ts';

it.each([
  ['opieki', 'Usługi opiekuńcze w domu'],
  ['taksowka', 'Taksówka dla seniora'],
  ['TAKSÓWKI seniorów', 'Taksówka dla seniora'],
  ['rehabilitacje', 'Terapia, rehabilitacja'],
  ['zlota', 'Złota rączka'],
])('a person who types "%s" finds "%s", whatever the ending and the diacritics', (typed, text) => {
  expect(holdsWords(text, typed)).toBe(true);
});

it.each([
  ['rehabilitacja', 'Taksówka dla seniora'],
  ['opieka basen', 'Usługi opiekuńcze w domu'],
  ['dom', 'Pedagogika ulicy'],
])('every word must be there: "%s" does not find "%s"', (typed, text) => {
  expect(holdsWords(text, typed)).toBe(false);
});

it("a need in somebody's own words is searched by the words that can find something", () => {
  expect(stemsOf('Moja mama potrzebuje opieki i nie ma jak dojechać do lekarza')).toEqual(
    ['opi', 'dojec', 'leka'].map((stem) => expect.stringMatching(new RegExp(`^${stem}`))),
  );
  expect(stemsFound('Przewóz do lekarza', stemsOf('lekarz'))).toBe(1);
  expect(stemsOf('i a w')).toEqual([]);
});
