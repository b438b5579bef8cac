/** Words without case, diacritics and punctuation, as they are compared. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

// "opieka", "opieki", "opiekuńcze" share the beginning; a shorter beginning would join "dom" with "domator".
const stem = (word: string): string =>
  word.length <= 4 ? word : word.slice(0, Math.max(4, word.length - 3));

const stopWords = new Set([
  'dla',
  'oraz',
  'albo',
  'przy',
  'jest',
  'sie',
  'nie',
  'czy',
  'jak',
  'pod',
  'nad',
  'bez',
  'tego',
  'jego',
  'moja',
  'moje',
  'moj',
  'mama',
  'tata',
  'potrzebuje',
  'potrzebna',
  'potrzebny',
  'prosze',
  'chce',
  'sobie',
  'osoba',
  'osoby',
  'usluga',
  'uslugi',
]);

/** The words of a need that can find something: stems, without small words. */
export const stemsOf = (words: string): string[] => [
  ...new Set(
    plain(words)
      .split(' ')
      .filter((word) => word.length >= 3 && !stopWords.has(word))
      .map(stem),
  ),
];

/** How many of the stems begin some word of the text. */
export function stemsFound(text: string, stems: readonly string[]): number {
  const words = plain(text).split(' ');
  return stems.filter((one) => words.some((word) => word.startsWith(one))).length;
}

/** Whether a text holds every word that was typed, forgiving about endings and diacritics. */
export const holdsWords = (text: string, typed: string): boolean => {
  const stems = [...new Set(plain(typed).split(' ').filter(Boolean).map(stem))];
  return stemsFound(text, stems) === stems.length;
};
