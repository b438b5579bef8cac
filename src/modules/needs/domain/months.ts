import { z } from 'zod';
import { addMonths } from '../../../law/index.ts';

/** A month of the calendar, "2026-10". */
export const monthField = (message: string) =>
  z.string(message).regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, message);

export const monthOf = (day: string): string => day.slice(0, 7);

/** The first day of a month. */
export const firstDay = (month: string): string => `${month}-01`;

/** The month that is `count` months later (earlier, when negative). */
export const monthAfter = (month: string, count: number): string =>
  monthOf(addMonths(firstDay(month), count));

/** The last whole month before a day. */
export const lastMonth = (today: string): string => monthAfter(monthOf(today), -1);

/** Months from one to another, both included; at most `most` of them, the latest ones. */
export function monthsBetween(from: string, to: string, most = 120): string[] {
  const months: string[] = [];
  for (let month = to; month >= from && months.length < most; month = monthAfter(month, -1))
    months.unshift(month);
  return months;
}
