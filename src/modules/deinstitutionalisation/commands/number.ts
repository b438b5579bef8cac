import { z } from 'zod';
import { pl } from '../pl.ts';

const read = (value: unknown, empty: undefined | number): unknown => {
  if (typeof value !== 'string') return value;
  const typed = value.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return typed === '' ? empty : Number(typed);
};

const number = () => z.number(pl.errors.number).finite(pl.errors.number);

/** A number that may have a fraction: "79,4", "1 200,5". */
export const decimal = () => z.preprocess((value) => read(value, Number.NaN), number());

/** The same where nothing may be typed. */
export const optionalDecimal = () => z.preprocess((value) => read(value, undefined), number().optional());
