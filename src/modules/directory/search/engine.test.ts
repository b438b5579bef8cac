import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { fold, wordsOf } from './fold.ts';
import { buildIndex } from './index.ts';
import { layOver } from './lay-words.ts';
import { postingsBuilder } from './postings.ts';
import { type Draws, rank, scratchFor } from './rank.ts';
import { type Engine, engineOf, type Filters, search } from './search.ts';
import { polish, shippedLayWords } from './shipped.ts';
import { guesses, patienceOfQuery } from './spelling.ts';

const service = (name: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: name,
  words: { name },
  area: null,
  gminas: [],
  groups: [],
  reach: [],
  free: null,
  placesUntil: null,
  position: null,
  ...more,
});

function engine(...services: SearchDocument[]): Engine {
  const { forms, lemmas } = polish();
  const index = buildIndex(services, forms, lemmas);
  return engineOf(index, layOver(index, shippedLayWords()));
}

const find = (of: Engine, text: string, filters: Filters = {}): string[] =>
  search(of, text, filters, 10).hits.map((one) => one.id);

describe('words', () => {
  it('are compared without case, diacritics and punctuation; Cyrillic stays Cyrillic', () => {
    expect(fold('Złota  Rączka!')).toBe('zlota raczka');
    expect(wordsOf('Її бʼє: 60+')).toEqual(['іі', 'бє', '60']);
  });

  it('a very long word is cut, not refused', () => {
    expect(wordsOf('a'.repeat(10_000))).toEqual(['a'.repeat(64)]);
  });
});

describe('finding', () => {
  const all = engine(
    service('Warsztaty fotograficzne'),
    service('Opieka wytchnieniowa'),
    service('Zajęcia w Witaszycach', { words: { name: 'Zajęcia', place: 'Witaszyce' } }),
    service('Asystent osoby niepełnosprawnej'),
    service('Przewóz', { words: { name: 'Przewóz', about: 'Bez osób leżących.' } }),
  );

  it.each([
    ['warsztatów fotograficznych', 'Warsztaty fotograficzne'],
    ['fotogr', 'Warsztaty fotograficzne'],
    ['fotografia', 'Warsztaty fotograficzne'],
    ['wytchnieniowej opieki', 'Opieka wytchnieniowa'],
    ['opieka wytchnienoiwa', 'Opieka wytchnieniowa'],
    ['w Witaszycach', 'Zajęcia w Witaszycach'],
    ['witaszce', 'Zajęcia w Witaszycach'],
    ['nie pełnosprawna', 'Asystent osoby niepełnosprawnej'],
  ])('"%s" finds "%s"', (typed, name) => {
    expect(find(all, typed)[0]).toBe(name);
  });

  it('says what it read instead of what was typed', () => {
    expect(search(all, 'fotogarficzne', {}, 10).corrected).toEqual([
      { typed: 'fotogarficzne', read: 'fotograficzne' },
    ]);
  });

  it('names the words that nobody knows, for the ledger', () => {
    expect(search(all, 'xqzxqz', {}, 10)).toMatchObject({ hits: [], unknown: ['xqzxqz'] });
  });

  it('what a service denies it is not found by', () => {
    expect(find(all, 'leżący')).not.toContain('Przewóz');
  });

  it.each(['', '   ', '???', 'i a w', 'a'.repeat(300), '\u0000'])('odd text is no error: "%s"', (typed) => {
    expect(() => find(all, typed)).not.toThrow();
  });
});

describe('filters', () => {
  const all = engine(
    service('Opieka A', { area: 4, reach: ['home'], free: true, groups: ['carers'] }),
    service('Opieka B', { area: 6, gminas: ['1'], free: false, placesUntil: '2026-11-30' }),
    service('Opieka C', { position: { latitude: 51.97, longitude: 17.5 } }),
    service('Opieka D', { position: { latitude: 52.4, longitude: 16.9 } }),
  );

  it.each<[Filters, string[]]>([
    [{ area: 4 }, ['Opieka A']],
    [{ gmina: '2' }, ['Opieka A', 'Opieka C', 'Opieka D']],
    [{ reach: 'home' }, ['Opieka A']],
    [{ group: 'carers' }, ['Opieka A']],
    [{ price: 'free' }, ['Opieka A']],
    [{ price: 'paid' }, ['Opieka B']],
    [{ freePlacesOn: '2026-11-30' }, ['Opieka B']],
    [{ freePlacesOn: '2026-12-01' }, []],
    [{ near: { latitude: 51.97, longitude: 17.5, kilometres: 10 } }, ['Opieka C']],
  ])('%o, with words and without', (filters, names) => {
    expect(find(all, 'opieka', filters).toSorted()).toEqual(names);
    expect(find(all, '', filters).toSorted()).toEqual(names);
  });

  it('without words the nearest comes first', () => {
    const near = { latitude: 52.4, longitude: 16.9, kilometres: 100 };
    expect(find(all, '', { near })).toEqual(['Opieka D', 'Opieka C']);
  });
});

describe('typing errors', () => {
  const lemmas = (typed: string, errors: number): string[] =>
    guesses(polish().forms, typed, errors, () => true, patienceOfQuery()).map((one) => one.lemma);

  it.each([
    ['rechabilitacja', 'rehabilitacja'],
    ['psyholog', 'psycholog'],
    ['senoira', 'senior'],
    ['opiekuncyz', 'opiekunczy'],
    ['rehabilitacijom', 'rehabilitacja'],
  ])('"%s" is one error from a form of "%s"', (typed, lemma) => {
    expect(lemmas(typed, 1)).toContain(lemma);
  });

  it('letters of one sound are nearer than others', () => {
    expect(lemmas('taksufka', 2)[0]).toBe('taksowka');
  });

  it('no guess turns a word into its negation or back', () => {
    expect(lemmas('niepelnosprawny', 2).every((one) => one.startsWith('nie'))).toBe(true);
    expect(lemmas('samodzielny', 2).some((one) => one.startsWith('nie'))).toBe(false);
  });
});

it('a query of words made to be slow is given up, not worked through', () => {
  const patience = patienceOfQuery();
  const odd = ['qxzvjwkqxz', 'wyxkzqvjha', 'niexqpolzkw', 'przeqxzowka'];
  for (let round = 0; round < 20; round++)
    for (const word of odd) guesses(polish().forms, word, 2, () => true, patience);
  expect(patience.left).toBe(0);
});

describe('ranking', () => {
  it('finds the same best services as counting everything does', () => {
    const list = fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 1, max: 255 })), { maxLength: 150 });
    const most = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(list, most), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (words) => {
          const builder = postingsBuilder();
          const entries = words
            .flat()
            .flatMap(([hits], term) =>
              [...new Map(hits)].map(([document, strength]) => ({ document, term, strength })),
            );
          for (const { document, term, strength } of entries.toSorted((a, b) => a.document - b.document))
            builder.take(document, term, strength / 255);
          const postings = builder.build(words.flat().length, 200);
          let term = 0;
          const draws: Draws[] = words.map((word) =>
            word.map(([, full]) => ({ postings, term: term++, most: full })),
          );
          const scratch = scratchFor(200);
          const all = rank(draws, scratch, undefined, Number.POSITIVE_INFINITY);
          const best = rank(draws, scratch, undefined, 10);
          expect(best.map((one) => one.score)).toEqual(
            all.slice(0, 10).map((one) => expect.closeTo(one.score, 3)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
