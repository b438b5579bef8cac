import { type Automaton, lemmasOf } from './polish/automaton.ts';
import { fold } from './fold.ts';

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

/** What a word may be a form of; never empty. Answers are kept, so that a text of known words costs look-ups only. */
export type Lemmas = (word: string) => readonly string[];

/** The dictionary words of any word: Polish ones by the dictionary, others by their stem. */
export function lemmatizer(forms: Automaton): Lemmas {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const found = lemmasOf(forms, word);
    const lemmas = found.length > 0 ? [...new Set(found)] : [stemOf(word)];
    // Words typed by people are without number; those of the services are not.
    if (known.size < 400_000) known.set(word, lemmas);
    return lemmas;
  };
}

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
  'sa',
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

/** Whether a word denies the next one. */
export const isDenial = (word: string): boolean => denials.has(word);

/** The term of a word that a text denies: "bez wywiadu" is found by "bez wywiadu" only. */
export const deniedTerm = (lemma: string): string => `-${lemma}`;

const separators = /[.,;:!?()[\]"„”/\n]+/;

/**
 * The words of a text. A denial holds for the next word (over small words: "nie mam już siły") up to `reach` words,
 * never past punctuation. "niepełnosprawny" is a word of its own and no denial.
 */
export function denialsMarked(text: string, reach: number): Word[] {
  const words: Word[] = [];
  for (const clause of text.split(separators)) {
    let left = 0;
    for (const word of fold(clause).split(' ')) {
      if (word === '') continue;
      if (denials.has(word)) {
        words.push({ word, denied: false });
        left = reach;
      } else {
        words.push({ word, denied: left > 0 });
        if (left > 0 && !between.has(word)) left--;
      }
    }
  }
  return words;
}
