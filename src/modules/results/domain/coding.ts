/** A code of open answers: its name, and the beginnings of words that lead to it. */
export interface Code {
  id: string;
  name: string;
  words: readonly string[];
}

const marks = /\p{Diacritic}/gu;

/** Small letters without marks: "ŚWIETLICA" and "swietlica" are one word to the dictionary. */
export const plainText = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(marks, '');

const wordsIn = (text: string): string[] => plainText(text).match(/[a-z0-9]+/g) ?? [];

/** Whether an answer holds words that begin so, in this order and beside one another: "droga rower" in "drogę rowerową" no, "drog rower" yes. */
function holds(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false;
  return words.some((_, at) => phrase.every((part, next) => words[at + next]?.startsWith(part) ?? false));
}

/** The codes that the dictionary gives an answer, by their ids. Polish endings do not matter: a beginning is enough. */
export function codesOf(text: string, codes: readonly Code[]): string[] {
  const words = wordsIn(text);
  return codes
    .filter((code) => code.words.some((phrase) => holds(words, wordsIn(phrase))))
    .map(({ id }) => id);
}

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Whether eleven digits are a PESEL by its check digit. */
const isPesel = (digits: string): boolean => {
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return (10 - (sum % 10)) % 10 === Number(digits[10]);
};

export const hints = ['pesel', 'phone', 'mail', 'number'] as const;
export type Hint = (typeof hints)[number];

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
// Seven digits and more, with the spaces and dashes that people put between them: phone, PESEL, account, document.
const digits = /(?:\+|00)?\d(?:[\s.\-()/]{0,2}\d){6,}/g;

const hintOf = (found: string): Hint => {
  const only = found.replace(/\D/g, '');
  if (only.length === 11 && isPesel(only)) return 'pesel';
  return only.length === 7 || only.length === 9 || (only.length === 11 && only.startsWith('48'))
    ? 'phone'
    : 'number';
};

/** An open answer without what would lead to a person by itself (art. 5(1)(c) GDPR), and what was taken out. */
export function masked(text: string, words: Readonly<Record<Hint, string>>): { text: string; hints: Hint[] } {
  const found = new Set<Hint>();
  const out = (hint: Hint): string => {
    found.add(hint);
    return `[${words[hint]}]`;
  };
  const safe = text.replace(mail, () => out('mail')).replace(digits, (one) => out(hintOf(one)));
  return { text: safe, hints: [...found] };
}
