import { checkPesel } from '../../../law/index.ts';
import { fold, variantsOf, wordsOf } from './names.ts';
import { backwards, documentTerm, houseTerm } from './terms.ts';

/** What a word of a search was taken for. */
export type TokenKind = 'name' | 'pesel' | 'document' | 'phone' | 'number' | 'date' | 'house';

/** One word of a search, in the terms of the index; see app.find_people. */
export type Token = {
  readonly kind: TokenKind;
  readonly exact: string;
  readonly prefix: readonly string[];
  readonly fuzzy: readonly string[];
  /** Whether it may find people by itself; a single letter or a house number only narrows what others find. */
  readonly drives: boolean;
};

export type Search = {
  readonly tokens: readonly Token[];
  /** A whole case sign, or its beginning. */
  readonly caseSign: string | null;
  /** A number of eleven digits that is no PESEL: most likely mistyped. */
  readonly brokenPesel: boolean;
};

const mostTokens = 6;
const longestSearch = 200;

/** Words that say what kind of place or number follows. */
const silent = new Set([
  'ul',
  'ulica',
  'al',
  'aleja',
  'aleje',
  'os',
  'osiedle',
  'pl',
  'plac',
  'nr',
  'm',
  'lok',
  'tel',
  'telefon',
  'pesel',
  'pan',
  'pani',
  'znak',
  'sprawa',
]);

type Reader = { readonly pattern: RegExp; readonly read: (text: string) => Token };

/** A whole number is nobody else's; of a part, the first or the last digits may have been given. */
const whole = (kind: 'pesel' | 'document' | 'phone', digits: string): Token => ({
  kind,
  exact: digits,
  prefix: [],
  fuzzy: [],
  drives: true,
});
/** Six digits may begin a PESEL, which is kept sealed: then they are a birth date, and that is found. */
const part = (digits: string): Token => ({
  kind: 'number',
  exact: bornAsPesel(digits) ?? digits,
  prefix: [digits, backwards(digits)],
  fuzzy: [],
  drives: true,
});

/** The birth date that the first six digits of a PESEL say, as the index has it. */
function bornAsPesel(digits: string): string | undefined {
  if (digits.length !== 6) return undefined;
  const dates = Array.from({ length: 10 }, (_, check) => checkPesel(`${digits}0000${check}`));
  return dates.flatMap((one) => (one.ok ? [one.birthDate.replaceAll('-', '')] : []))[0];
}

const day = (year: string, month: string, date: string): Token => ({
  kind: 'date',
  exact: `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`,
  prefix: [],
  fuzzy: [],
  drives: true,
});

const house = (text: string): Token => ({
  kind: 'house',
  exact: houseTerm(text),
  prefix: [`${houseTerm(text)}/`],
  fuzzy: [],
  drives: false,
});

/** Shapes that are told by their digits, read before words, in this order. */
const readers: readonly Reader[] = [
  { pattern: /(?<!\d)\d{1,2}[.\-/]\d{1,2}[.\-/](?:19|20)\d{2}(?!\d)/g, read: (text) => dayOf(text, true) },
  { pattern: /(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/g, read: (text) => dayOf(text, false) },
  { pattern: /(?<![\d+])\d{6}[ -]?\d{5}(?!\d)/g, read: (text) => elevenDigits(text.replaceAll(/\D/g, '')) },
  {
    pattern: /(?<!\d)(?:(?:\+|00)?48[ -]?)?\d(?:[ -]?\d){8}(?![ -]?\d)/g,
    read: (text) => whole('phone', text.replaceAll(/\D/g, '').slice(-9)),
  },
  {
    pattern: /(?<![\p{L}\d])\p{L}{2,3}[ -]?\d{5,9}(?![\p{L}\d])/gu,
    read: (text) => {
      const [letters = ''] = /^\p{L}+/u.exec(text) ?? [];
      return silent.has(fold(letters))
        ? part(text.replaceAll(/\D/g, ''))
        : whole('document', documentTerm(text));
    },
  },
  { pattern: /(?<!\d)\d{2}-\d{3}(?!\d)/g, read: (text) => part(text.replace('-', '')) },
  {
    pattern: /(?<![\p{L}\d])\d{1,4}[a-z]?\s*(?:\/|m\.?|lok\.?)\s*\d{1,4}[a-z]?(?![\p{L}\d])/giu,
    read: (text) => house(text.replace(/\s*(?:\/|m\.?|lok\.?)\s*(?=\d)/i, '/')),
  },
];

function dayOf(text: string, dayFirst: boolean): Token {
  const [first = '', month = '', last = ''] = text.split(/[.\-/]/);
  return dayFirst ? day(last, month, first) : day(first, month, last);
}

const elevenDigits = (digits: string): Token =>
  digits.startsWith('48') && !checkPesel(digits).ok
    ? whole('phone', digits.slice(2))
    : whole('pesel', digits);

/** Reads what a worker typed into the search box: names, PESEL, phone, address, birth date or case sign, in any order. */
export function readSearch(typed: string): Search {
  let rest = typed.slice(0, longestSearch);
  const sign = caseSignIn(rest);
  if (sign !== null) rest = rest.replace(sign, ' ');
  const tokens: Token[] = [];
  for (const { pattern, read } of readers)
    rest = rest.replaceAll(pattern, (text) => {
      tokens.push(read(text));
      return ' ';
    });
  const words = wordsOf(rest);
  const meant = words.filter(({ term }) => !silent.has(term));
  tokens.push(...(meant.length > 0 || tokens.length > 0 ? meant : words).map(wordToken));
  const unique = [...new Map(tokens.map((token) => [token.exact, token])).values()].slice(0, mostTokens);
  return {
    tokens: unique,
    caseSign: sign === null ? null : sign.toUpperCase(),
    brokenPesel: unique.some((token) => token.kind === 'pesel' && !checkPesel(token.exact).ok),
  };
}

function wordToken(word: { term: string; sound: string }): Token {
  const { term } = word;
  if (/^(?:19|20)\d{2}$/.test(term))
    return { kind: 'date', exact: houseTerm(term), prefix: [term], fuzzy: [], drives: true };
  if (/^\d{1,4}[a-z]?$/.test(term)) return house(term);
  if (/^\d+$/.test(term)) return part(term);
  return { kind: 'name', exact: term, prefix: [term], fuzzy: variantsOf(word), drives: term.length >= 2 };
}

/** The piece that looks like a case sign ("CUS.5020.17.2026", or its beginning from the class on). */
function caseSignIn(text: string): string | null {
  return (
    /(?<![\p{L}\d.])(?=[\d-]*\p{L})[\p{L}\d-]+\.\d{3,6}(?:\.\d{0,6}(?:\.\d{0,4})?)?(?![\p{L}\d])/u.exec(
      text,
    )?.[0] ?? null
  );
}

/** Whether a word may be the number of an identity document that no shape gives away. */
export const maybeDocument = ({ kind, exact }: Token): boolean =>
  (kind === 'name' || kind === 'number') && exact.length >= 5 && /\d/.test(exact);

/** Whether the search can find anybody at all. */
export const isEmptySearch = ({ tokens, caseSign }: Search): boolean =>
  caseSign === null && !tokens.some((token) => token.drives);

/** What a new person's form can be filled with from a search that found nobody. Names are not guessed from two words. */
export function prefillFrom(typed: string): { pesel?: string; phone?: string; familyName?: string } {
  const { tokens } = readSearch(typed);
  const pesel = tokens.find((token) => token.kind === 'pesel')?.exact;
  const phone = tokens.find((token) => token.kind === 'phone')?.exact;
  const names = typed
    .split(/\s+/)
    .filter((word) => /^[\p{L}'’-]{2,}$/u.test(word) && !silent.has(fold(word)));
  const onlyName =
    names.length === 1 && tokens.every((token) => ['name', 'pesel', 'phone'].includes(token.kind));
  return {
    ...(pesel ? { pesel } : {}),
    ...(phone ? { phone } : {}),
    ...(onlyName && names[0] ? { familyName: names[0] } : {}),
  };
}
