import { type Index, termHeld } from './index.ts';
import { type LaidWords, type Meaning, saidIn } from './lay-words.ts';
import { heldBy } from './postings.ts';
import { lemmasOf } from './polish/automaton.ts';
import { errorsAllowed, guesses, type Patience, patienceOfQuery } from './spelling.ts';
import { isSmallWord } from './small-words.ts';
import { denialsMarked, deniedTerm, rootOf } from './words.ts';

/** Terms that may stand for one word of the query; a service counts by the best of them. */
export interface Group {
  typed: string;
  terms: readonly { term: number; weight: number; laid: boolean }[];
}

/** What a query was taken for. */
export interface Understood {
  groups: readonly Group[];
  meanings: readonly Meaning[];
  /** Words taken for others: what was typed, and what was read. */
  corrected: readonly { typed: string; read: string }[];
  /** Words that neither the services nor the dictionary know. */
  unknown: readonly string[];
  /** Words that ask for something: neither too small to be searched nor denied. */
  asked: readonly string[];
}

const nothing: ReadonlySet<string> = new Set();

interface QueryWord {
  word: string;
  denied: boolean;
  lemmas: readonly string[];
}

/** Weights, relative to a word that stands in the service as it was meant. */
const weights = {
  family: 0.35,
  beginning: 0.7,
  familyOfGuess: 0.2,
  guessOfPolish: 0.6,
  covered: 0.45,
  meaning: 9,
  meaningOfOneWord: 6.5,
  near: 0.4,
};

const longestList = 24;
const shortestSlip = 6;
/** A Polish word is taken for another only by one letter that is near, missing or too many: "szczepienie" is no slip. */
const slightSlip = 0.85;
/** A guess of this weight is said to the person, and may begin a phrase. */
const surelyMeant = 0.6;

// "nie pełnosprawny", written apart, is one word; "bez" is never joined.
function joined(words: ReturnType<typeof denialsMarked>, index: Index): ReturnType<typeof denialsMarked> {
  return words.flatMap((one, at) => {
    const next = words[at + 1];
    if (one.word === 'nie' && next && termHeld(index, index.lemmas(`nie${next.word}`)[0] ?? '') !== undefined)
      return [];
    if (
      words[at - 1]?.word === 'nie' &&
      termHeld(index, index.lemmas(`nie${one.word}`)[0] ?? '') !== undefined
    )
      return [{ word: `nie${one.word}`, denied: false }];
    return [one];
  });
}

/** Terms that begin with what was typed so far. */
function beginning(index: Index, typed: string): number[] {
  const { sorted, terms } = index;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[sorted[middle] ?? 0] ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < sorted.length && found.length < longestList * 4; at++) {
    const term = sorted[at] ?? 0;
    if (!(terms[term] ?? '').startsWith(typed)) break;
    if (heldBy(index.postings, term) > 0) found.push(term);
  }
  return found.sort((a, b) => heldBy(index.postings, b) - heldBy(index.postings, a)).slice(0, longestList);
}

/** What an unknown word may have been meant to be: the nearest words that some service or phrase holds. */
function read(
  index: Index,
  known: ReadonlySet<string>,
  word: string,
  polish: boolean,
  patience: Patience,
): { lemma: string; form: string; weight: number }[] {
  const held = (lemma: string): boolean => termHeld(index, lemma) !== undefined || known.has(lemma);
  const allowed = polish ? 1 : errorsAllowed(word);
  for (let errors = 1; errors <= allowed; errors++) {
    const found = [
      ...guesses(index.forms, word, errors, held, patience),
      ...guesses(index.own, word, errors, held, patience),
      ...(index.late ? guesses(index.late, word, errors, held, patience) : []),
    ];
    if (found.length === 0) continue;
    const nearest = Math.min(...found.map((one) => one.cost));
    return found
      .filter(({ cost }) => cost <= nearest + 0.35 && (!polish || cost <= slightSlip))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 6)
      .map(({ form, lemma, cost }) => ({
        lemma,
        form,
        weight: Math.max(0.3, 1 - 0.25 * cost - (cost - nearest)),
      }));
  }
  return [];
}

/** A word of the query as a group, with the dictionary words that a slip of it was read as. */
function groupOf(
  index: Index,
  said: ReadonlySet<string>,
  { word, lemmas }: QueryWord,
  last: boolean,
  corrected: { typed: string; read: string }[],
  patience: Patience,
): Group & { meant: readonly string[] } {
  const weightOf = new Map<number, number>();
  const add = (term: number, weight: number): void => {
    if (weight > (weightOf.get(term) ?? 0)) weightOf.set(term, weight);
  };
  const addFamily = (lemma: string, weight: number): void => {
    const family = (index.families.get(rootOf(lemma)) ?? []).filter((one) => heldBy(index.postings, one) > 0);
    if (family.length <= longestList) for (const term of family) add(term, weight);
  };
  for (const lemma of lemmas) {
    const term = termHeld(index, lemma);
    if (term !== undefined) add(term, 1);
    addFamily(lemma, weights.family);
  }
  if (last && word.length >= 3) for (const term of beginning(index, word)) add(term, weights.beginning);
  const known =
    lemmas.some((lemma) => termHeld(index, lemma) !== undefined || said.has(lemma)) ||
    [...weightOf.values()].some((one) => one >= weights.beginning);
  // A short Polish word that no service holds is what it is; a long one is more often a slip.
  const polish = lemmasOf(index.forms, word).length > 0;
  const slips =
    known || (polish && word.length < shortestSlip)
      ? []
      : read(index, said, word, polish, patience).map((one) => ({
          ...one,
          weight: one.weight * (polish ? weights.guessOfPolish : 1),
        }));
  for (const { lemma, form, weight } of slips) {
    const term = termHeld(index, lemma);
    if (term !== undefined) add(term, weight);
    addFamily(lemma, weights.familyOfGuess * weight);
    if (weight >= surelyMeant) corrected.push({ typed: word, read: form });
  }
  const nearest = Math.max(0, ...slips.map((one) => one.weight));
  return {
    typed: word,
    terms: [...weightOf].map(([term, weight]) => ({ term, weight, laid: false })),
    meant: nearest < surelyMeant ? [] : slips.filter((one) => one.weight === nearest).map((one) => one.lemma),
  };
}

/** A denied word finds only what services deny as well: "bez wywiadu" finds "bez wywiadu środowiskowego". */
const deniedGroup = (index: Index, { word, lemmas }: QueryWord): Group => ({
  typed: word,
  terms: lemmas.flatMap((lemma) => {
    const term = termHeld(index, deniedTerm(lemma));
    return term === undefined ? [] : [{ term, weight: 1, laid: false }];
  }),
});

/**
 * Reads a query: phrases of the lay dictionary first, then word by word. What is denied ("bez orzeczenia", "nie mam
 * pracy") is looked up as a phrase and otherwise left out: it finds only what a service says in
 * the same words: it must not find what the person does not have.
 */
export function understand(index: Index, laid: LaidWords | undefined, text: string): Understood {
  const corrected: { typed: string; read: string }[] = [];
  const patience = patienceOfQuery();
  const words = joined(denialsMarked(text, 1), index).map(
    (one): QueryWord => ({
      ...one,
      lemmas: index.lemmas(one.word),
    }),
  );
  const known = laid?.words ?? nothing;
  const groups: Group[] = [];
  const plain = words.map((word, at) => {
    if (isSmallWord(word.word)) return undefined;
    if (word.denied) return deniedGroup(index, word);
    const { meant, ...group } = groupOf(index, known, word, at === words.length - 1, corrected, patience);
    // A corrected word may begin a phrase as well: its lemma joins those of the word.
    words[at] = { ...word, lemmas: [...word.lemmas, ...meant] };
    return group;
  });
  const said = laid ? saidIn(laid, words) : [];
  const covered = new Set(said.flatMap((one) => one.places));
  const isKnown = (at: number): boolean =>
    covered.has(at) ||
    (words[at]?.lemmas ?? []).some((lemma) => known.has(lemma) || termHeld(index, lemma) !== undefined);
  for (const [at, group] of plain.entries())
    if (group && group.terms.length > 0) {
      const share = covered.has(at) ? weights.covered : 1;
      groups.push({ ...group, terms: group.terms.map((one) => ({ ...one, weight: one.weight * share })) });
    }
  const strength = new Map<number, { weight: number; typed: string }>();
  for (const { means, places } of said)
    for (const meaning of means) {
      const weight = places.length > 1 ? weights.meaning : weights.meaningOfOneWord;
      if (weight > (strength.get(meaning)?.weight ?? 0))
        strength.set(meaning, { weight, typed: places.map((place) => words[place]?.word ?? '').join(' ') });
    }
  // What may help instead stands in the same group: it lifts nothing that answers the need itself.
  for (const [meaning, { weight, typed }] of strength) {
    const near = (laid?.meanings[meaning]?.near ?? []).filter((one) => !strength.has(one));
    groups.push({
      typed,
      terms: [
        { term: meaning, weight, laid: true },
        ...near.map((term) => ({ term, weight: weight * weights.near, laid: true })),
      ],
    });
  }
  return {
    groups,
    meanings: [...strength.keys()].flatMap((meaning) => laid?.meanings[meaning] ?? []),
    corrected,
    unknown: plain.flatMap((group, at) => (group?.terms.length === 0 && !isKnown(at) ? group.typed : [])),
    asked: plain.flatMap((group, at) => (group && words[at]?.denied !== true ? group.typed : [])),
  };
}
