import type { Action } from './plan.ts';

/** How an action stands against its own years. */
export const standings = ['to_come', 'due', 'late', 'running', 'overdue', 'done', 'dropped'] as const;
export type Standing = (typeof standings)[number];

/**
 * `due`: it should begin this year and has not; `late`: that year has passed; `overdue`: its last year has passed and it
 * is not done. A year is judged when it is over: on 2 January nothing is late that was to begin in it.
 */
export function standingOf({ state, fromYear, toYear }: Action, year: number): Standing {
  if (state === 'done' || state === 'dropped') return state;
  if (year > toYear) return 'overdue';
  if (state === 'running') return 'running';
  if (year < fromYear) return 'to_come';
  return year === fromYear ? 'due' : 'late';
}

/** Whether a standing asks somebody to do something. */
export const isBehind = (standing: Standing): boolean => standing === 'late' || standing === 'overdue';
