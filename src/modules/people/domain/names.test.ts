import { describe, expect, it } from 'vitest';
import { fold, soundOf, tidyName, variantsOf, wordsOf } from './names.ts';

const meet = (one: string, other: string): boolean => {
  const [a] = wordsOf(one);
  const [b] = wordsOf(other);
  return (
    a !== undefined && b !== undefined && variantsOf(a).some((variant) => variantsOf(b).includes(variant))
  );
};

describe('folding of names', () => {
  it.each([
    ['Łączyńska-Żółć', 'laczynska-zolc'],
    ['ŚWIĘTOSŁAW', 'swietoslaw'],
    ['Groß', 'gross'],
    ['Müller', 'muller'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['Олена Щербак', 'olena szczerbak'],
    ['Фёдоров', 'fjodorow'],
  ])('%s is compared as %s', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  it('takes a name written with a letter and a separate mark for the same name', () => {
    expect(fold('Wójcik')).toBe(fold('Wójcik'));
  });
});

describe('words to be found by', () => {
  it('parts a double name, and keeps a name with an apostrophe whole', () => {
    expect(wordsOf("Kowalska-Nowak d'Artagnan").map(({ term }) => term)).toEqual([
      'kowalska',
      'nowak',
      'dartagnan',
    ]);
  });

  it('makes no endless term of an endless name', () => {
    expect(wordsOf('a'.repeat(500))[0]?.term).toHaveLength(40);
  });
});

describe('spellings that meet', () => {
  it.each([
    ['a missing letter', 'Kowalski', 'Kowlski'],
    ['an added letter', 'Kowalski', 'Kowaalski'],
    ['a changed letter', 'Kowalski', 'Kowalska'],
    ['two letters swapped', 'Kowalski', 'Kowaslki'],
    ['a letter that moved', 'Szczepanik', 'Szczepaink'],
  ])('%s', (_what, one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['Chrzanowski', 'Hżanowski'],
    ['Dąbrowska', 'Dombrowska'],
    ['Rzepka', 'Żepka'],
    ['Góra', 'Gura'],
    ['Kowalski', 'Kovalski'],
    ['Wawrzyniak', 'Wawżyniak'],
    ['Шевченко', 'Szewczenko'],
  ])('%s sounds like %s', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['Kowalski', 'Kamiński'],
    ['Nowak', 'Nowicki'],
    ['Jan', 'Jacek'],
    ['Ewa', 'Ida'],
  ])('%s and %s do not', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('are not made of numbers, where every digit counts', () => {
    expect(variantsOf({ term: '600100200', sound: '600100200' })).toEqual([]);
  });

  it('hear doubled letters once', () => {
    expect(soundOf('Anna')).toBe(soundOf('Ana'));
  });
});

describe('a name as it is kept', () => {
  it('has single spaces, plain hyphens and plain apostrophes', () => {
    expect(tidyName('  Anna   Maria ')).toBe('Anna Maria');
    expect(tidyName('Kowalska – Nowak')).toBe('Kowalska-Nowak');
    expect(tidyName('O’Brien')).toBe("O'Brien");
  });
});
