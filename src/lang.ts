/**
 * The languages of the residents' pages. Below every layer: the platform reads a language from an address, the design
 * system draws a page in it, the modules speak it. See docs/decisions/0011-languages.md.
 */

export const langs = ['pl', 'uk', 'en'] as const;

/** Polish for everybody, Ukrainian and English for residents. Staff pages are Polish only. */
export type Lang = (typeof langs)[number];

/** A first part of an address that is a language, so that no centre may be called by it. */
export const isLang = (word: string): word is Lang => (langs as readonly string[]).includes(word);

/** Polish has no prefix; what only the staff and machines ask for has no other language. */
const prefixed = /^\/(uk|en)(?=[/?#]|$)(?!\/(?:praca|api|assets|hsds)(?:[/?#]|$))/;
const onlyPolish = /^\/(?:praca|api|assets|hsds)(?:[/?#]|$)/;

/** The language of an address and the address without it: `/uk/jarocin?x=1` is `/jarocin?x=1` in Ukrainian. */
export function readAddress(url: string): { lang: Lang; address: string } {
  const lang = prefixed.exec(url)?.[1];
  if (lang === undefined || !isLang(lang)) return { lang: 'pl', address: url };
  const rest = url.slice(lang.length + 1);
  return { lang, address: rest.startsWith('/') ? rest : `/${rest}` };
}

/** The same address in a language: `/jarocin` in Ukrainian is `/uk/jarocin`, `/` is `/uk`; `/praca` is itself. */
export const addressIn = (lang: Lang, address: string): string => {
  if (lang === 'pl' || onlyPolish.test(address)) return address;
  return `/${lang}${address.replace(/^\/(?=$|[?#])/, '')}`;
};

/** The shape of a tree of words, for its translations: the same keys, the same parameters. */
export type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Worded<Said>
    : T extends readonly (infer One)[]
      ? readonly Worded<One>[]
      : { readonly [Key in keyof T]: Worded<T[Key]> };

/** One sentence in every language. `{name}` stands for what differs from case to case: a number, a date, a name. */
export type Said = Record<Lang, string>;

/** Gives a Polish sentence in another language; a sentence that nobody translated stays as it is. */
export type Translate = (lang: Lang, sentence: string) => string;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const names = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Matches the sentences that a pattern makes, each changing part under its number. */
const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split(/\{\w+\}/)
      .map(escaped)
      .join('([\\s\\S]+?)')}$`,
  );

/** Looks a Polish sentence up among those said in every language; see 0011-languages.md for why by the sentence. */
export function translator(said: readonly Said[]): Translate {
  const fixed = new Map(said.filter(({ pl }) => names(pl).length === 0).map((one) => [one.pl, one]));
  const patterns = said
    .filter(({ pl }) => names(pl).length > 0)
    .map((one) => ({ one, names: names(one.pl), matches: matcher(one.pl) }));
  return (lang, sentence) => {
    if (lang === 'pl') return sentence;
    const known = fixed.get(sentence);
    if (known) return known[lang];
    for (const { one, names, matches } of patterns) {
      const parts = matches.exec(sentence)?.slice(1);
      if (parts)
        return one[lang].replace(/\{(\w+)\}/g, (_all, name: string) => parts[names.indexOf(name)] ?? '');
    }
    return sentence;
  };
}
