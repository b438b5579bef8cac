import { basis, cite, type RecipientGroup, type ServiceKindKey, serviceKinds } from '../../../law/index.ts';
import type { Source } from './unmet-need.ts';

/** Where a finding comes from; the last three are told by the system itself. */
export const findingSources = [
  'conversation',
  'observation',
  'partner',
  'complaint',
  'survey',
  'statistics',
  'unmet_needs',
  'refusals',
  'plan_summary',
] as const;
export type FindingSource = (typeof findingSources)[number];

/** Sources that a person may name; what the system counts is written by the system. */
export const namedSources = findingSources.slice(0, 6) as [FindingSource, ...FindingSource[]];

/** A need or a potential in services (organiser, art. 27), or in supporting actions (community organiser, art. 32). */
export const findingKinds = ['need', 'potential', 'supporting_action'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `change`: a significant change, for which the Act orders the diagnosis to be updated (art. 21(2)). */
export const significances = ['slight', 'notable', 'change'] as const;
export type Significance = (typeof significances)[number];

export const findingStates = ['proposed', 'taken', 'set_aside'] as const;
export type FindingState = (typeof findingStates)[number];

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const serviceKindKeys = keysOf<ServiceKindKey>(serviceKinds);

/** What was learned about the community (rozeznanie); never about one person, which is rozpoznanie. */
export interface Finding {
  foundOn: string;
  source: FindingSource;
  kind: FindingKind;
  area: number;
  serviceKind: ServiceKindKey | null;
  group: RecipientGroup | null;
  gmina: string | null;
  locality: string | null;
  scale: number | null;
  scaleIs: 'counted' | 'estimated' | 'unknown';
  significance: Significance;
  conclusion: string;
}

/** Eleven digits in a row or a telephone number: a finding speaks of a community, so neither belongs in it. */
const ofAPerson = /(?<!\d)\d{11}(?!\d)|(?<!\d)(?:\+48[ -]?)?\d{3}[ -]\d{3}[ -]\d{3}(?!\d)|\S+@\S+\.\S+/;

/** Whether the words carry what leads to one person: a PESEL, a telephone, an address of mail. */
export const namesAPerson = (words: string): boolean => ofAPerson.test(words);

/** Accepted needs of one area and gmina in a quarter, beside the quarters before it. */
export interface QuarterCount {
  area: number;
  gmina: string | null;
  source: Extract<Source, 'refusal'> | 'any';
  quarter: number;
  /** Sum of the four quarters before; null when the ledger is younger than that. */
  yearBefore: number | null;
}

/** A quarter is told when at least this many needs were counted in it: fewer would point at a neighbour. */
export const leastTold = 5;
const changeTimes = 1.5;

/**
 * What the system makes of a count: nothing below five; a significant change when it is at least one and a half times
 * the mean quarter of the year before, or when there was none; otherwise a notable finding. The thresholds are the
 * project's proposal, not a statute's.
 */
export function significanceOf({ quarter, yearBefore }: QuarterCount): Significance | undefined {
  if (quarter < leastTold) return undefined;
  if (yearBefore === null) return 'notable';
  return quarter >= (yearBefore / 4) * changeTimes ? 'change' : 'notable';
}

/** Rozeznanie is continuous: by the organiser (art. 27(1)(2)) and by the community organiser (art. 32(1)). */
export const findingBasis = cite(
  basis('cus', '13 ust. 1 pkt 2, art. 27 ust. 1 pkt 2, art. 32 ust. 1', 'statute'),
);
