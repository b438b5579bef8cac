import { describe, expect, it } from 'vitest';
import { answersOf, holdsWords, speaksOf } from './answers.ts';
import { buildIndex } from './index.ts';
import { judgedServices } from './judged.ts';
import { layOver } from './lay-words.ts';
import { engineOf } from './search.ts';
import { polish, shippedLayWords } from './shipped.ts';

const services = judgedServices();
const { forms, lemmas } = polish();
const index = buildIndex(services, forms, lemmas);
const answers = answersOf(engineOf(index, layOver(index, shippedLayWords())));
const nameOf = new Map(services.map((one) => [one.id, one.words.name ?? '']));
const namesFor = (text: string): string[] =>
  [...answers.words(text).by.keys()].map((id) => nameOf.get(id) ?? '');

describe("somebody's own words in a case are understood as in the search of the directory", () => {
  it.each([
    ['mama po udarze potrzebuje rehabilitacji', /rehabilitac/i],
    ['nie mam z kim zostawić męża', /wytchnieniow|dzienn|opiek/i],
    ['kto zawiezie dziadka do lekarza', /taks|przew|transport/i],
  ])('%s', (text, name) => {
    expect(namesFor(text).some((one) => name.test(one))).toBe(true);
  });

  it.each(['mama ma demencję', 'my mother has dementia', 'dementia', 'мама має деменцію', 'деменція'])(
    'a memory that fails is care at home in three languages: %s',
    (text) => {
      expect(namesFor(text).some((name) => /opiek/i.test(name))).toBe(true);
    },
  );

  it('the best answer counts one, the others less', () => {
    const shares = [...answers.words('opieka wytchnieniowa').by.values()];
    expect(shares[0]).toBe(1);
    expect(shares.every((one) => one > 0 && one <= 1)).toBe(true);
  });

  it('a denial is not turned round', () => {
    expect(namesFor('pełnosprawny')).toEqual([]);
  });

  it('words that say nothing are told from words that nobody answers', () => {
    expect(answers.words('i a w').told).toBe(false);
    expect(answers.words('').told).toBe(false);
    expect(answers.words('xqzxqz')).toEqual({ told: true, by: new Map() });
  });
});

describe('whether a text says a word', () => {
  it.each([
    ['Przyjeżdżamy do domu pacjenta', ['=domu'], true],
    ['Dzienny dom pomocy', ['=domu'], false],
    ['Posiłki z dowozem', ['dowoz'], true],
    ['Posiłki bez dowozu', ['dowoz'], false],
    ['Rehabilitacja mobilna', ['mobilny'], true],
  ] as const)('%s', (text, words, said) => {
    expect(speaksOf(text, words)).toBe(said);
  });
});

it.each([
  ['opieki', 'Usługi opiekuńcze w domu', true],
  ['taksowka', 'Taksówka dla seniora', true],
  ['TAKSÓWKI seniorów', 'Taksówka dla seniora', true],
  ['rehabilitacje', 'Terapia, rehabilitacja', true],
  ['zlota', 'Złota rączka', true],
  ['rehabilitacja', 'Taksówka dla seniora', false],
  ['opieka basen', 'Usługi opiekuńcze w domu', false],
  ['dom', 'Pedagogika ulicy', false],
])('a worker who types "%s" finds "%s" by every word, whatever the ending: %s', (typed, text, found) => {
  expect(holdsWords(text, typed)).toBe(found);
});
