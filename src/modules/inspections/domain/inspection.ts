import { addDays, type IsoDate } from '../../../law/index.ts';
import type { Actor, Allow } from '../../../platform/actor.ts';
import { always } from '../../../platform/actor.ts';
import { refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { pl } from '../pl.ts';

/** Who may order an inspection; by what right is written in the centre's words, from the authorisation. */
export const authorities = ['voivode', 'audit_office', 'accounting_chamber', 'other'] as const;
export type Authority = (typeof authorities)[number];

/** Kinds of matters that an inspection may cover; a file of several kinds is in the frame once. */
export const kinds = ['report', 'application', 'plan', 'decision', 'fee', 'transfer'] as const;
export type Kind = (typeof kinds)[number];

/** What an inspection covers: matters of these kinds whose day lies in these days, both included. */
export interface Scope {
  periodFrom: IsoDate;
  periodTo: IsoDate;
  kinds: readonly Kind[];
}

/** When an inspection may be worked on; days in Poland, both included. */
export interface Days {
  validFrom: IsoDate;
  validTo: IsoDate;
  /** Instant of an end before the last day. */
  endedAt: string | null;
}

export const states = ['coming', 'running', 'ended'] as const;
export type State = (typeof states)[number];

/** How an inspection stands on a day. */
export function stateOf({ validFrom, validTo, endedAt }: Days, today: IsoDate): State {
  if (endedAt !== null || today > validTo) return 'ended';
  return today < validFrom ? 'coming' : 'running';
}

/** The most days that one inspection may be opened for: a slip of the pen in a year must not open the files for ten. */
export const mostDays = 366;

/** The most files that one pack may hold: they are read and set in one go. */
export const mostFiles = 200;

const words = pl.refusals;

/** What keeps an inspection from being opened; undefined: nothing. */
export function openingFault(
  { periodFrom, periodTo }: Pick<Scope, 'periodFrom' | 'periodTo'>,
  { validFrom, validTo }: Pick<Days, 'validFrom' | 'validTo'>,
  today: IsoDate,
): Refusal | undefined {
  if (periodTo < periodFrom) return refuse('inspections.period', words.period, { field: 'periodTo' });
  if (validFrom < today) return refuse('inspections.past', words.past, { field: 'validFrom' });
  if (validTo < validFrom) return refuse('inspections.order', words.order, { field: 'validTo' });
  if (validTo > addDays(validFrom, mostDays - 1))
    return refuse('inspections.too-long', words.tooLong, { field: 'validTo' });
  return undefined;
}

/** Who opens inspections and answers for what is shown: the director (art. 24(1) of the Act, controller of the data). */
export const orders: Allow<unknown> = { director: always };

/** Who reads what was opened and what was looked at: the director, and who watches over personal data. */
export const oversees: Allow<unknown> = { director: always, auditor: always };

/** What ties an inspector to what they ask for. */
export interface Tie {
  /** Accounts of the inspection's inspectors. */
  inspectors: readonly string[];
  /** The inspection runs today and was not ended. */
  running: boolean;
  /** What is asked for is in the sample. */
  sampled: boolean;
}

/** An inspector of a running inspection, and only for what is in its sample. */
export const inspects: Allow<Tie> = {
  inspector: ({ accountId }: Actor, { inspectors, running, sampled }) =>
    running && sampled && inspectors.includes(accountId),
};
