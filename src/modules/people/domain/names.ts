/** Letters that have no mark to take off: Polish, German, Nordic, and Cyrillic in the Polish transcription. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ł:l đ:d ø:o ß:ss æ:ae œ:oe þ:th ð:d ı:i ' +
    'а:a б:b в:w г:h ґ:g д:d е:e є:je ё:jo ж:z з:z и:y і:i ї:ji й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ' +
    'ф:f х:ch ц:c ч:cz ш:sz щ:szcz ъ: ы:y ь: э:e ю:ju я:ja'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);

const apostrophes = /['’ʼ`´‘]/g;

/** The text in lower case without diacritics, apostrophes and Cyrillic: "Żółć" and "ŻOLĆ" become "zolc". */
export function fold(text: string): string {
  let folded = '';
  for (const letter of text.toLowerCase().normalize('NFC')) folded += letters[letter] ?? letter;
  return folded.normalize('NFD').replace(/\p{M}/gu, '').replace(apostrophes, '');
}

/** A word to be found by: as it is compared, and as it sounds. */
export type Word = { readonly term: string; readonly sound: string };

const longestTerm = 40;

/** The words of a text; hyphens and spaces part them, an apostrophe does not ("O'Brien" is one word). */
export function wordsOf(text: string): Word[] {
  return text
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => ({ term: fold(word).slice(0, longestTerm), sound: soundOf(word) }))
    .filter(({ term }) => term !== '');
}

/** Spellings that are heard alike in Polish, the longest first. Applied to the written word before its marks go. */
const heardAlike: readonly (readonly [RegExp, string])[] = [
  [/ą|[oó][mn](?=[bcdfghjklmnpqrstvwxzćłńśźż])/g, 'o'],
  [/ę|e[mn](?=[bcdfghjklmnpqrstvwxzćłńśźż])/g, 'e'],
  [/szcz|shch|sch|sh/g, 's'],
  [/rz|ż|ź|zh/g, 'z'],
  [/d[zżź]/g, 'z'],
  [/sz|ś/g, 's'],
  [/cz|ć|tz/g, 'c'],
  [/ck/g, 'k'],
  [/ch|kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/qu?/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'w'],
  [/ó/g, 'u'],
  [/[yj]/g, 'i'],
];

/** How a word sounds, roughly: Rzepka and Żepka, Chmura and Hmura, Góra and Gura give the same. */
export function soundOf(word: string): string {
  const written = word.toLowerCase().replace(/[а-яєіїґё]/gu, fold);
  const heard = heardAlike.reduce((text, [from, to]) => text.replace(from, to), written);
  return fold(heard)
    .replace(/(.)\1+/gu, '$1')
    .replace(/i(?=[aeou])/g, '')
    .slice(0, longestTerm);
}

const longestVariant = 24;

/**
 * Spellings that lead to a word: itself, the word without any one letter (from four letters on), and its sound.
 * Two words with a variant in common differ by one missing, added, changed, swapped or moved letter, or sound alike.
 */
export function variantsOf({ term, sound }: Word): string[] {
  if (term.length < 3 || /\d/.test(term)) return [];
  const variants = new Set([term, `~${sound}`]);
  if (term.length >= 4)
    for (let i = 0; i < Math.min(term.length, longestVariant); i++)
      variants.add(term.slice(0, i) + term.slice(i + 1));
  return [...variants];
}

export type Name = { readonly givenName: string; readonly familyName: string };

/** A name as it is said: "Jan Nowak". */
export const nameOf = ({ givenName, familyName }: Name): string => `${givenName} ${familyName}`;

/** Text of a name field as it is kept: single spaces, one kind of apostrophe and hyphen. */
export const tidyName = (text: string): string =>
  text
    .replace(/[’ʼ`´‘]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
