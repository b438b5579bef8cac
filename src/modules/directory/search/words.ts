import { type Automaton, lemmasOf } from './polish/automaton.ts';
import { eachWord, spelled } from './fold.ts';

// Endings of words that no dictionary knows (names, Ukrainian, English), longest first.
const endings = {
  latin: [
    'iami',
    'ach',
    'ami',
    'ego',
    'emu',
    'ing',
    'ie',
    'em',
    'om',
    'ow',
    'ym',
    'ej',
    'ed',
    'es',
    'a',
    'u',
    'y',
    'i',
    'e',
    'o',
    's',
  ],
  cyrillic: [
    'ського',
    'ською',
    'ською',
    'ями',
    'ами',
    'ові',
    'еві',
    'ого',
    'ому',
    'ими',
    'ою',
    'ею',
    'ах',
    'ях',
    'ов',
    'ев',
    'іи',
    'их',
    'им',
    'ии',
    'ам',
    'ям',
    'ти',
    'ть',
    'мося',
    'ться',
    'тися',
    'ю',
    'я',
    'а',
    'у',
    'и',
    'і',
    'е',
    'о',
    'ь',
    'й',
  ],
};

const shortestStem = 3;

/** The beginning that the forms of an unknown word share, as far as its ending tells. */
export function stemOf(word: string): string {
  const list = /[a-z]/.test(word) ? endings.latin : endings.cyrillic;
  const ending = list.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** What a word may be a form of; never empty. */
export type Lemmas = (word: string) => readonly string[];

const negation = 'nie';

/** "nieaktywnych" is "nieaktywny" by the rest of it, and never "aktywny": a negation stays one. */
const negated = (forms: Automaton, word: string): string[] =>
  word.startsWith(negation) && word.length - negation.length >= shortestStem
    ? lemmasOf(forms, word.slice(negation.length)).map((lemma) => `${negation}${lemma}`)
    : [];

/** The dictionary words of any word: Polish ones by the dictionary, others by their stem. */
export const lemmatizer =
  (forms: Automaton): Lemmas =>
  (word) => {
    const known = lemmasOf(forms, word);
    const found = known.length > 0 ? known : negated(forms, word);
    return found.length > 1 ? [...new Set(found)] : found.length === 1 ? found : [stemOf(word)];
  };

// Endings by which Polish makes one word of another: opieka, opiekun, opiekuńczy; rehabilitacja, rehabilitacyjny.
const derivations = [
  'owawczy',
  'acyjny',
  'alnosc',
  'ologiczny',
  'ologia',
  'iczny',
  'yczny',
  'unczy',
  'unski',
  'ownia',
  'ywanie',
  'owanie',
  'iwanie',
  'alnia',
  'arski',
  'arstwo',
  'olog',
  'acja',
  'anie',
  'enie',
  'ienie',
  'alny',
  'owac',
  'ywac',
  'iwac',
  'unka',
  'icki',
  'ecki',
  'owski',
  'arz',
  'ista',
  'osc',
  'ski',
  'cki',
  'owy',
  'iec',
  'nik',
  'stwo',
  'ctwo',
  'czy',
  'zny',
  'any',
  'ony',
  'iony',
  'acy',
  'ny',
  'ac',
  'ec',
  'ic',
  'yc',
  'un',
  'ek',
  'ka',
  'ia',
  'ja',
  'ik',
  'a',
  'o',
  'e',
  'y',
  'i',
];

const shortestRoot = 4;

/** The part that words of one family share. */
export function rootOf(lemma: string): string {
  const ending = derivations.find((one) => lemma.endsWith(one) && lemma.length - one.length >= shortestRoot);
  return ending === undefined ? lemma : lemma.slice(0, lemma.length - ending.length);
}

/** A word as it stands in a text, and whether the text denies it ("nie", "bez", "brak" before it). */
export interface Word {
  word: string;
  denied: boolean;
}

const denials = new Set([
  'nie',
  'bez',
  'brak',
  'poza',
  'oprocz',
  'nieobjeci',
  'without',
  'not',
  'no',
  'без',
  'не',
  'немае',
]);
const between = new Set([
  'mam',
  'mamy',
  'ma',
  'maja',
  'moge',
  'moze',
  'umiem',
  'umie',
  'chce',
  'jest',
  'jestem',
  'jestesmy',
  'byc',
  'byl',
  'byla',
  'bylem',
  'bylam',
  'sa',
  'miec',
  'mial',
  'miala',
  'moc',
  'mozemy',
  'chciec',
  'chcemy',
  'umiec',
  'umiemy',
  'umieja',
  'potrafie',
  'potrafi',
  'potrafic',
  'juz',
  'z',
  'ze',
  'na',
  'do',
  'w',
  'sie',
  'mi',
  'innej',
  'wzgledu',
  'could',
  'can',
  'a',
  'any',
  'має',
  'маю',
  'можу',
  'може',
]);

/** The term of a word that a text denies: "bez wywiadu" is found by "bez wywiadu" only. */
export const deniedTerm = (lemma: string): string => `-${lemma}`;

/** What a word is to a denial: it denies, it may stand between the denial and the denied, or neither. */
export type DenialPart = 0 | 1 | 2;

export const denialPart = (word: string): DenialPart => (denials.has(word) ? 1 : between.has(word) ? 2 : 0);

/**
 * What a text denies, word by word: a denial holds for the next word (over small words: "nie mam już siły") up to
 * `reach` words, never past the end of a clause. "niepełnosprawny" is a word of its own and no denial.
 */
export function denialReader(reach: number): { denies(part: DenialPart): boolean; clause(): void } {
  let left = 0;
  return {
    denies(part) {
      if (part === 1) {
        left = reach;
        return false;
      }
      const denied = left > 0;
      if (denied && part === 0) left--;
      return denied;
    },
    clause() {
      left = 0;
    },
  };
}

/** The words of a text in their order, each with whether the text denies it. */
export function denialsMarked(text: string, reach: number): Word[] {
  const words: Word[] = [];
  const denial = denialReader(reach);
  eachWord(
    text,
    (one) => {
      const word = spelled(one);
      words.push({ word, denied: denial.denies(denialPart(word)) });
    },
    denial.clause,
  );
  return words;
}
