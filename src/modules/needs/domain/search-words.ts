/** A word without case and diacritics, as names are compared. */
const folded = (word: string): string =>
  word.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

// Names are declined: Kowalska, Kowalskiego; Anna, Annie; Dudek, Dudka. A short stem takes a short ending only, or it
// would swallow words.
const shortest = 3;
const longestEnding = (stem: string): number => (stem.length > shortest ? 4 : 2);
const stemOf = (name: string): string => name.replace(/e([kc])$/, '$1').replace(/[aeiouy]$/, '');

/** Tells whether a word is a given name or a surname, in any case of the declension. */
export function nameFinder(names: readonly string[]): (word: string) => boolean {
  const whole = new Set(names.map(folded));
  const stems = new Set([...whole].map(stemOf).filter((stem) => stem.length >= shortest));
  return (word) => {
    const plain = folded(word);
    if (whole.has(plain)) return true;
    for (let length = shortest; length <= plain.length; length++) {
      const stem = plain.slice(0, length);
      if (stems.has(stem) && plain.length - length <= longestEnding(stem)) return true;
    }
    return false;
  };
}

/** Words of a query that may be counted: letters only, of a word's length, nobody's name. */
export const countable = (words: readonly string[], isName: (word: string) => boolean): string[] => [
  ...new Set(
    words
      .map((word) => word.trim().toLowerCase())
      .filter((word) => /^\p{L}{3,30}$/u.test(word) && !isName(word)),
  ),
];
