import { planWords } from '../pl.ts';

/** States of a version of a plan (domain reference 2.5); the plan has no state of its own. */
export const versionStates = [
  'draft',
  'agreed',
  'returned',
  'approved',
  'running',
  'superseded',
  'ended',
  'resigned',
  'summarised',
  'abandoned',
] as const;

export type VersionState = (typeof versionStates)[number];

/** Being drawn up: at most one version of a plan at a time. */
export const inPreparation: readonly VersionState[] = ['draft', 'agreed', 'returned'];

/** Approved and not replaced by a later one: at most one version of a plan, ever. */
export const inForce: readonly VersionState[] = ['approved', 'running', 'ended', 'resigned', 'summarised'];

/** Whose step it is: the coordinator of the plan, the director or an authorised organiser of services. */
export type Doer = 'coordinator' | 'approver';

export interface PlanStep {
  /** The verb: command `plans.<action>`; `write` stands for the verbs that change what a draft contains. */
  action: string;
  /** States in which it is open; empty: it makes the first version. */
  from: readonly VersionState[];
  /** null: the state stays. */
  to: VersionState | null;
  /** The state of the version that the step makes beside the one it starts from. */
  makes?: VersionState;
  who: Doer;
  basis: string;
}

/**
 * The one table of the life of a plan's version: it feeds the guard of every command, the buttons of the pages, the SQL
 * check and the diagram in the README.
 */
export const planSteps = [
  {
    action: 'draw-up',
    from: [],
    to: null,
    makes: 'draft',
    who: 'coordinator',
    basis: 'art. 38 ust. 2, art. 29 ustawy o CUS',
  },
  {
    action: 'write',
    from: ['draft', 'returned'],
    to: null,
    who: 'coordinator',
    basis: 'art. 39 ustawy o CUS',
  },
  {
    action: 'agree',
    from: ['draft', 'returned'],
    to: 'agreed',
    who: 'coordinator',
    basis: 'art. 38 ust. 1 ustawy o CUS',
  },
  {
    action: 'reopen',
    from: ['agreed'],
    to: 'draft',
    who: 'coordinator',
    basis: 'art. 38 ust. 1 ustawy o CUS',
  },
  {
    action: 'return',
    from: ['agreed'],
    to: 'returned',
    who: 'approver',
    basis: 'art. 41 ust. 1 ustawy o CUS',
  },
  { action: 'approve', from: ['agreed'], to: 'approved', who: 'approver', basis: 'art. 41 ustawy o CUS' },
  {
    action: 'start',
    from: ['approved'],
    to: 'running',
    who: 'coordinator',
    basis: 'art. 41 ust. 1 ustawy o CUS',
  },
  {
    action: 'monitor',
    from: ['approved', 'running', 'ended', 'resigned'],
    to: null,
    who: 'coordinator',
    basis: 'art. 45 ust. 1 ustawy o CUS',
  },
  {
    action: 'update',
    from: ['running'],
    to: null,
    makes: 'draft',
    who: 'coordinator',
    basis: 'art. 41 ust. 2 ustawy o CUS',
  },
  {
    action: 'resign',
    from: ['approved', 'running'],
    to: 'resigned',
    who: 'coordinator',
    basis: 'art. 44 ustawy o CUS',
  },
  { action: 'end', from: ['running'], to: 'ended', who: 'coordinator', basis: 'art. 45 ustawy o CUS' },
  {
    action: 'summarise',
    from: ['ended', 'resigned'],
    to: 'summarised',
    who: 'coordinator',
    basis: 'art. 45 ust. 2 i 3 ustawy o CUS',
  },
  {
    action: 'abandon',
    from: ['draft', 'agreed', 'returned'],
    to: 'abandoned',
    who: 'coordinator',
    basis: 'art. 38 ust. 1 ustawy o CUS',
  },
] as const satisfies readonly PlanStep[];

export type PlanAction = (typeof planSteps)[number]['action'];

/** The row of an action. */
export function planStep(action: PlanAction): PlanStep {
  const step: PlanStep | undefined = planSteps.find((one) => one.action === action);
  if (!step) throw new Error(`no such step of a plan: ${action}`);
  return step;
}

/** How a version stands: all that its life depends on. */
export interface Standing {
  number: number;
  state: VersionState;
}

/** Whether the action may be done to a version in this state. */
export const mayTake = (action: PlanAction, state: VersionState): boolean =>
  planStep(action).from.includes(state);

/**
 * The versions of a plan after an action on one of them (0: there is none yet); undefined when it is not open. What the
 * action means for the others is here too: an approval puts the version of before out of force, an end or a resignation
 * leaves nothing to change, and nobody starts a second draft.
 */
export function after(
  versions: readonly Standing[],
  action: PlanAction,
  number: number,
): readonly Standing[] | undefined {
  const step = planStep(action);
  const one = versions.find((version) => version.number === number);
  const others = versions.filter((version) => version.number !== number);
  const drawnUp = versions.some(({ state }) => inPreparation.includes(state));
  if (step.from.length === 0) {
    if (drawnUp || versions.some(({ state }) => inForce.includes(state))) return undefined;
  } else if (!one || !step.from.includes(one.state)) return undefined;
  if (step.makes) {
    if (drawnUp) return undefined;
    return [...versions, { number: lastNumber(versions) + 1, state: step.makes }];
  }
  if (!one || step.to === null) return versions;
  const before = others.find(({ state }) => inForce.includes(state));
  // A plan that was resigned from or has ended is not changed any more.
  if (action === 'approve' && before && before.state !== 'running') return undefined;
  return [
    ...others.map((other) => ({ ...other, state: consequence(action, other.state) })),
    { number, state: step.to },
  ].sort((first, second) => first.number - second.number);
}

function consequence(action: PlanAction, state: VersionState): VersionState {
  if (action === 'approve' && state === 'running') return 'superseded';
  if ((action === 'end' || action === 'resign') && inPreparation.includes(state)) return 'abandoned';
  return state;
}

const lastNumber = (versions: readonly Standing[]): number =>
  Math.max(0, ...versions.map((version) => version.number));

/** The version that says what holds: the one in force, or else the newest that was not abandoned, or the newest. */
export function leading<V extends Standing>(versions: readonly V[]): V | undefined {
  const newestFirst = [...versions].sort((first, second) => second.number - first.number);
  return (
    newestFirst.find(({ state }) => inForce.includes(state)) ??
    newestFirst.find(({ state }) => state !== 'abandoned') ??
    newestFirst[0]
  );
}

/** The version that is being drawn up, agreed or corrected; undefined when none is. */
export const prepared = <V extends Standing>(versions: readonly V[]): V | undefined =>
  versions.find(({ state }) => inPreparation.includes(state));

/** The state in words. */
export const stateWords = (state: VersionState): string => planWords.states[state];
