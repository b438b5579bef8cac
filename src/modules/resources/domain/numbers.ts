/** What a cell of a register says: a number, that it says nothing, or a text that is no number and is kept to be shown. */
export type ReadNumber = { value: number | null; about?: true; unreadable?: string };

const nothing = /^(?:-|–|—|b\.?\s?d\.?|brak(?: danych)?|n\.?\s?d\.?|nie dotyczy|x)?$/i;
const around = /^(?:ok\.?|około|prawie|niemal|blisko|ponad|niecałe?|przeszło|do|~|ca\.?)\s*/i;
const times: Readonly<Record<string, number>> = { tys: 1e3, mln: 1e6, mld: 1e9 };

const plain = (text: string): number | undefined => {
  const digits = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined;
};

/** A count of people or places; a cell that is no whole number is told, never guessed. */
export function readCount(cell: string | undefined): ReadNumber {
  const text = (cell ?? '').trim();
  if (nothing.test(text)) return { value: null };
  const value = plain(text);
  return value !== undefined && Number.isInteger(value) && value < 10_000_000
    ? { value }
    : { value: null, unreadable: text };
}

/**
 * An amount in grosze. Words make it approximate ("prawie 12,5 mln"): such an amount must not enter a sum unmarked.
 */
export function readMoney(cell: string | undefined): ReadNumber {
  const text = (cell ?? '').trim();
  if (nothing.test(text)) return { value: null };
  const bare = text.replace(/\s*(?:zł|złotych|pln)\.?$/i, '').trim();
  const started = bare.replace(around, '');
  const [, number = '', word = ''] = /^([\d\s\u00a0.,]+?)\s*(tys|mln|mld)?\.?$/i.exec(started) ?? [];
  const value = plain(number);
  if (value === undefined) return { value: null, unreadable: text };
  const about = started !== bare || word !== '';
  return {
    value: Math.round(value * (times[word.toLowerCase()] ?? 1) * 100),
    ...(about ? { about: true } : {}),
  };
}

/** A day, a month or a year of a state: 2025-03-31, 31.03.2025, 2026-07, 2024; undefined when it is none. */
export function readAsOf(cell: string | undefined): string | undefined {
  const text = (cell ?? '').trim();
  const typed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = typed
    ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}`
    : text.replace(/\s*r\.?$/, '');
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(iso)) return undefined;
  const [year, month = '01', day = '01'] = iso.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
    ? iso
    : undefined;
}
