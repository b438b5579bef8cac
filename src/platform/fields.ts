import { z } from 'zod';
import { idPattern } from './ids.ts';
import { pl } from './pl.ts';

/**
 * Field schemas that take what a form sends (text) and what the API sends (typed JSON) and give one clean value.
 * Their messages are what a person reads beside the field.
 */

const words = pl.fields;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || Number.isNaN(value);

/** Whatever a schema has no sentence of its own for: nobody is answered in English or in the language of a parser. */
z.config({ customError: ({ input }) => (isBlank(input) ? words.required : words.unfit) });

const blankToUndefined = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** Required text, trimmed, without control characters and half characters, at most `max` characters. */
export const text = (max = 500, message: string = words.required) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? '' : value),
    z
      .string(message)
      .transform((value) =>
        value
          .toWellFormed()
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\n\t])\p{Cc}/gu, '')
          .trim(),
      )
      .pipe(z.string().min(1, message).max(max, words.tooLong(max))),
  );

/** Optional text: blank becomes undefined. */
export const optionalText = (max = 500) => z.preprocess(blankToUndefined, text(max).optional());

const dayMonthYear = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/;

function readDate(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const trimmed = value.trim();
  const typed = dayMonthYear.exec(trimmed);
  return typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : trimmed;
}

const isRealDate = (value: string): boolean => {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
};

// The centuries that a PESEL can tell. PostgreSQL has no year 0, and a term counted past the year 9999 has no ISO form.
const isTellable = (value: string): boolean => value >= '1800' && value < '2300';

/** A day that exists, YYYY-MM-DD, in the years 1800-2299; a typed 3.11.2026 is understood. */
export const date = (message: string = words.date) =>
  z.preprocess(
    readDate,
    z
      .string(message)
      .regex(/^\d{4}-\d{2}-\d{2}$/, message)
      .refine(isRealDate, { message: words.dateDoesNotExist, abort: true })
      .refine(isTellable, words.dateTooFar),
  );

/** A day or nothing. */
export const optionalDate = () => z.preprocess(blankToUndefined, date().optional());

const readNumber = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(
        value
          .trim()
          .replace(/[\s\u00a0]/g, '')
          .replace(',', '.'),
      )
    : blankToUndefined(value);

/** A whole number in a range. */
export const integer = (min: number, max: number, message: string = words.number(min, max)) =>
  z.preprocess(readNumber, z.number(message).int(message).min(min, message).max(max, message));

/** A whole number or nothing. */
export const optionalInteger = (min: number, max: number) =>
  z.preprocess(readNumber, integer(min, max).optional());

/** Money: a form's "12,50" (złote) becomes 1250 grosze; the API sends grosze as a whole number. */
export const money = (message: string = words.money) =>
  z.preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      const typed = /^(\d{1,9})(?:[,.](\d{1,2}))?$/.exec(value.replace(/[\s\u00a0]|zł/g, ''));
      return typed ? Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0')) : Number.NaN;
    },
    z.number(message).int(message).min(0, message).max(99_999_999_999, message),
  );

/** Money or nothing. */
export const optionalMoney = () => z.preprocess(blankToUndefined, money().optional());

/** A tick: what a checkbox sends, or a boolean. */
export const tick = () =>
  z.preprocess(
    (value) => value === true || value === 'on' || value === 'tak' || value === 'true',
    z.boolean(),
  );

/** A tick that must be there. */
export const requiredTick = (message: string = words.tick) => tick().pipe(z.literal(true, message));

/** One of the given values. */
export const choice = <const T extends readonly [string, ...string[]]>(
  values: T,
  message: string = words.choice,
) => z.preprocess((value) => (value === '' ? undefined : value), z.enum(values, message));

/** An identifier. */
export const id = (message: string = words.choice) => z.string(message).regex(idPattern, message);

/** An identifier or nothing. */
export const optionalId = () => z.preprocess(blankToUndefined, id().optional());

/** Several values: a form sends one as text and none as nothing. */
export const list = <T extends z.ZodType>(item: T, max = 100) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );

const isBlankRow = (row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  Object.values(row).every((cell) => cell === '' || cell === undefined);

/** Rows of a table in a form: entirely blank rows are left out; an error stands at the row where it was typed. */
export const rows = <T extends z.ZodType>(item: T, max = 100) =>
  z.preprocess((value, check) => {
    const entries: unknown[] = Array.isArray(value)
      ? value
      : value === undefined || value === ''
        ? []
        : [value];
    for (const [index, row] of entries.entries())
      for (const { path, message } of (!isBlankRow(row) && item.safeParse(row).error?.issues) || [])
        check.addIssue({ code: 'custom', path: [index, ...path], message });
    return entries.filter((row) => !isBlankRow(row));
  }, z.array(item).max(max));
