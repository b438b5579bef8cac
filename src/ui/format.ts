import type { Lang } from './words.ts';
import { wordsOf } from './words.ts';

const locale: Record<Lang, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };

const once = <T>(make: (lang: Lang) => T) => {
  const made = new Map<Lang, T>();
  return (lang: Lang): T => {
    const known = made.get(lang);
    if (known !== undefined) return known;
    const fresh = make(lang);
    made.set(lang, fresh);
    return fresh;
  };
};

const longDate = once(
  (lang) =>
    new Intl.DateTimeFormat(locale[lang], {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);
const momentText = once(
  (lang) =>
    new Intl.DateTimeFormat(locale[lang], {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Warsaw',
    }),
);
const moneyText = once((lang) => new Intl.NumberFormat(locale[lang], { style: 'currency', currency: 'PLN' }));
const numberText = once(
  (lang) => new Intl.NumberFormat(locale[lang], { maximumFractionDigits: 2, useGrouping: 'always' }),
);

/** 21.11.2026 for an ISO date; anything that is not one comes back as it is. */
export const shortDate = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return day === undefined ? iso : `${day}.${month}.${year}`;
};

/** 21 listopada 2026 for an ISO date; without the Ukrainian „р.”, which would end a sentence twice. */
export const fullDate = (iso: string, lang: Lang = 'pl'): string =>
  longDate(lang)
    .format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
    .replace(/\sр\.$/u, '');

/** 21.11.2026, 14:05 in Polish time, for a UTC moment. */
export const moment = (utc: string, lang: Lang = 'pl'): string => momentText(lang).format(new Date(utc));

/** 1 234,50 zł for whole grosze. */
export const money = (grosze: number, lang: Lang = 'pl'): string => moneyText(lang).format(grosze / 100);

const fixedText = once((lang) =>
  [0, 1, 2, 3].map(
    (digits) =>
      new Intl.NumberFormat(locale[lang], {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: 'always',
      }),
  ),
);

/** 1 234,50 with just so many places (at most 3): numbers that stand below one another. */
export const fixed = (value: number, digits: number, lang: Lang = 'pl'): string =>
  fixedText(lang)[digits]?.format(value) ?? number(value, lang);

/** 12 345,6 with a hard space between thousands. */
export const number = (value: number, lang: Lang = 'pl'): string => numberText(lang).format(value);

/** 2 godz. 30 min for whole minutes. */
export const duration = (minutes: number, lang: Lang = 'pl'): string => {
  const words = wordsOf(lang).duration;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours}\u00a0${words.hours}`);
  if (rest > 0 || hours === 0) parts.push(`${rest}\u00a0${words.minutes}`);
  return parts.join(' ');
};

/** 9:05 for whole minutes from midnight: the one way a time of the day is written, in every language of the product. */
export const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Polish setting: a word of one letter (i, w, z, o) never ends a line. */
export const tie = (text: string): string => text.replace(/(?<=^|[\s(])([aiouwzAIOUWZ])\s+/g, '$1\u00a0');

/** `tie` for what a component was given, when that is plain text. */
export const tied = <T>(content: T): T | string => (typeof content === 'string' ? tie(content) : content);

const pad = (text: string): string => text.padStart(2, '0');

/**
 * ISO date for what a person typed: 7.3.2026, 07-03-2026, 7/3/2026, 7 3 2026 or 2026-03-07.
 * Undefined when the text is no date or the day does not exist (30.02).
 */
export const parseTypedDate = (typed: string): string | undefined => {
  const text = typed.trim().replace(/\s*(r\.?|roku)$/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const polish = /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : polish ? polish.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const candidate = `${year}-${pad(month)}-${pad(day)}`;
  const date = new Date(`${candidate}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === candidate
    ? candidate
    : undefined;
};

/** Whole days from one ISO date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );
