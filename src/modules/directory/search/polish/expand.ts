import { fold } from '../fold.ts';

/** One ending rule of the affix file: the last `cut` letters of a word that matches `when` give way to `add` (folded). */
interface Rule {
  cut: number;
  add: string;
  when: RegExp;
}

// Flags of the dictionary: endings of adjectives, and of adjectives that have become women ("chora", "niepełnosprawna").
const adjective = /[Xx]/;
const feminine = 'K';

/** Called with every folded form and the folded dictionary word it is a form of. */
export type Take = (form: string, lemma: string) => void;

// Prefix rules are left out on purpose: the only one is "nie", and it would turn "niepełnosprawny" into "pełnosprawny".
function rulesOf(aff: string): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag = '', strip = '', add = '', when] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || when === undefined) continue;
    const list = rules.get(flag) ?? [];
    const [without, then] = [strip, add].map((one) => (one === '0' ? '' : one));
    list.push({ cut: without?.length ?? 0, add: fold(then ?? ''), when: new RegExp(`${when}$`) });
    rules.set(flag, list);
  }
  return rules;
}

// Abbreviations and hyphenated compounds ("AA-owiec") are no words of ours.
const isWord = (word: string): boolean => /^\p{L}{2,}$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);

// No condition looks further back than this; words that end alike follow the same rules, which saves most of the work.
const endLength = 9;

function rulesFor(aff: string): (flag: string, word: string) => readonly Rule[] {
  const rules = rulesOf(aff);
  const known = new Map<string, readonly Rule[]>();
  return (flag, word) => {
    const end = word.slice(-endLength);
    const key = flag + end;
    const before = known.get(key);
    if (before) return before;
    const found = (rules.get(flag) ?? []).filter(({ when }) => when.test(end));
    known.set(key, found);
    return found;
  };
}

/**
 * Expands a hunspell dictionary (index.aff and index.dic of dictionary-pl) into forms.
 * @param own words that the dictionary does not know, each inflected like one that it knows
 * @param take is given each form once for each of its words, the words with endings first; a word listed bare is only
 * given when `isForm` does not know it already (the list repeats many forms as bare words)
 */
export function expandDictionary(
  aff: string,
  dic: string,
  own: Readonly<Record<string, string>>,
  take: Take,
  isForm: (folded: string) => boolean,
): void {
  const applying = rulesFor(aff);
  const flagsOf = new Map<string, string>();
  const bare: string[] = [];
  for (const line of dic.split('\n').slice(1)) {
    const [word = '', flags = ''] = line.trim().split('/');
    if (!isWord(word)) continue;
    if (flags === '') bare.push(word);
    else flagsOf.set(word, flags);
  }
  for (const [word, like] of Object.entries(own)) {
    const flags = flagsOf.get(like);
    if (flags === undefined)
      throw new Error(`field words: "${word}" is inflected like "${like}", which is unknown`);
    if (!flagsOf.has(word)) flagsOf.set(word, flags);
  }
  // "niepełnosprawna" and "niepełnosprawne" stand in the list beside "niepełnosprawny": one word for who searches.
  const lemmaOf = (word: string): string => {
    if (!/[ae]$/.test(word)) return fold(word);
    const masculine = ['y', 'i']
      .map((end) => word.slice(0, -1) + end)
      .find((one) => adjective.test(flagsOf.get(one) ?? ''));
    return fold(masculine ?? word);
  };
  for (const [word, flags] of flagsOf) {
    const folded = fold(word);
    const lemma = flags.includes(feminine) ? lemmaOf(word) : folded;
    take(folded, lemma);
    for (const flag of flags)
      for (const { cut, add } of applying(flag, word))
        take(folded.slice(0, folded.length - cut) + add, lemma);
  }
  for (const word of bare) {
    const folded = fold(word);
    if (!isForm(folded)) take(folded, lemmaOf(word));
  }
}
