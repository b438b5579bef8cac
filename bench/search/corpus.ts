import type { SearchDocument } from '../../src/modules/directory/search/document.ts';
import { type Lexeme, seeded } from './words.ts';

/** A query made from a service: some of its words, in other forms than there. The service is the answer. */
export interface MadeQuery {
  text: string;
  answer: string;
  wrong: boolean;
}

export interface Corpus {
  documents: SearchDocument[];
  queries: MadeQuery[];
}

// Words come as in a language: the n-th word as 1/n (Zipf), so that some stand in every third service.
function drawer(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    sum += 1 / (at + 20);
    sums[at] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const letters = 'abcdefghijklmnoprstuwyz';

/** One typing error: a letter too many, missing, another one, or two swapped. */
function misspelt(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = letters.charAt(Math.floor(random() * letters.length));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return at + 1 < word.length
    ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    : word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1);
}

const commonWords = 100;
const nameWords = 4;
const aboutWords = 14;

/** Services of words of the dictionary in their forms, and queries of which each is meant for one of them. */
export function makeCorpus(words: readonly Lexeme[], services: number, queries: number): Corpus {
  const random = seeded(services);
  const draw = drawer(words.length, random);
  const formOf = (word: number, not?: string): string => {
    const forms = (words[word]?.forms ?? []).filter((one) => one !== not);
    return forms[Math.floor(random() * forms.length)] ?? words[word]?.lemma ?? '';
  };
  const written: { word: number; form: string }[][] = [];
  const documents = Array.from({ length: services }, (_, number): SearchDocument => {
    const text = Array.from({ length: nameWords + aboutWords + 4 }, () => {
      const word = draw();
      return { word, form: formOf(word) };
    });
    written.push(text.slice(0, nameWords + aboutWords));
    const say = (from: number, to: number): string =>
      text
        .slice(from, to)
        .map((one) => one.form)
        .join(' ');
    return {
      id: `u${number}`,
      words: {
        name: say(0, nameWords),
        about: say(nameWords, nameWords + aboutWords),
        recipients: say(nameWords + aboutWords, nameWords + aboutWords + 2),
        performer: say(nameWords + aboutWords + 2, nameWords + aboutWords + 4),
      },
      area: 1 + (number % 14),
      gminas: [],
      groups: [],
      reach: [],
      free: null,
      placesUntil: null,
      position: null,
    };
  });
  const made = Array.from({ length: queries }, (_, at): MadeQuery => {
    const number = Math.floor(random() * services);
    const name = (written[number] ?? []).slice(0, nameWords);
    const about = (written[number] ?? []).slice(nameWords);
    // Two words of the name and one of the description; not the commonest, which say nothing.
    const some = (list: typeof name, count: number): typeof name =>
      list
        .filter((one) => one.word >= commonWords)
        .map((one) => ({ one, order: random() }))
        .toSorted((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ one }) => one);
    const said = [...some(name, 2), ...some(about, 1)].map(({ word, form }) => formOf(word, form));
    const wrong = at % 2 === 1;
    const place = Math.floor(random() * said.length);
    const text = said.map((one, index) =>
      wrong && index === place && one.length > 4 ? misspelt(one, random) : one,
    );
    return { text: text.join(' '), answer: `u${number}`, wrong };
  });
  return { documents, queries: made };
}
