import { z } from 'zod';
import { areas, basis, cite, type RecipientGroup, recipientGroups } from '../../../law/index.ts';

/** Where an unmet need comes from. */
export const sources = [
  'search',
  'none_of_these',
  'refusal',
  'left_unconsidered',
  'withdrawal',
  'waiting',
] as const;
export type Source = (typeof sources)[number];

/** Why a need was not met. */
export const reasons = [
  'no_service',
  'no_places',
  'waiting',
  'conditions',
  'incomplete',
  'distance',
  'price',
  'hours',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

/** Reasons that a resident chooses from when none of the services fits. */
export const residentReasons = [
  'no_service',
  'no_places',
  'conditions',
  'distance',
  'price',
  'hours',
] as const satisfies readonly Reason[];

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const groupKeys = keysOf<RecipientGroup>(recipientGroups);

/** An area of art. 2(1), as a number of a form or of the API. */
export const areaField = () => z.coerce.number().int().min(1).max(areas.length);

/** A need that was not met, coded: nothing in it leads to a person. */
export interface UnmetNeed {
  /** The day; nothing finer. */
  on: string;
  source: Source;
  reason: Reason;
  area: number | null;
  group: RecipientGroup | null;
  gmina: string | null;
  locality: string | null;
  serviceId: string | null;
}

/** An unmet need with the event it comes from; the ledger keeps a one-way mark of the event, never its name. */
export interface UnmetEvent extends UnmetNeed {
  event: string;
}

/** Where a centre serves one gmina, whoever names none means that one; null where it serves several. */
export const onlyGmina = (gminas: readonly { teryt: string }[]): string | null =>
  gminas.length === 1 ? (gminas[0]?.teryt ?? null) : null;

/** Needs are recognised continuously (art. 27(1)(2)) and counted by the diagnosis (art. 21). */
export const ledgerBasis = cite(basis('cus', '21 ust. 1, art. 27 ust. 1 pkt 2', 'statute'));

export const gminaPattern = /^\d{7}$/;
