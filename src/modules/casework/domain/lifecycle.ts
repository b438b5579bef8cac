import { pl } from '../pl.ts';

/** States of a case (domain reference 2.4): from the need somebody brought to the end of the matter. */
export const caseStates = [
  'reported',
  'answered',
  'draft',
  'submitted',
  'awaiting_completion',
  'left_unconsidered',
  'in_recognition',
  'qualified',
  'plan_in_preparation',
  'plan_running',
  'transferred',
  'transfer_accepted',
  'refused',
  'withdrawn',
  'closed',
] as const;

export type CaseState = (typeof caseStates)[number];

export interface Step {
  /** The verb: command `casework.<action>` (or the plans' command that drives it). */
  action: string;
  from: readonly CaseState[];
  to: CaseState;
  basis: string;
}

const beforeOutcome = ['submitted', 'awaiting_completion', 'in_recognition', 'plan_in_preparation'] as const;

/**
 * The one table of the case's life: it feeds the guard of every command, the buttons of the case page, the SQL check
 * and the diagram in the README.
 */
export const caseSteps: readonly Step[] = [
  { action: 'answer-report', from: ['reported'], to: 'answered', basis: 'art. 13 ust. 1 pkt 9 ustawy o CUS' },
  { action: 'start-application', from: ['reported'], to: 'draft', basis: 'art. 35 ustawy o CUS' },
  { action: 'submit-application', from: ['draft'], to: 'submitted', basis: 'art. 35, 36 ustawy o CUS' },
  { action: 'call-to-complete', from: ['submitted'], to: 'awaiting_completion', basis: 'art. 64 § 2 KPA' },
  {
    action: 'complete-application',
    from: ['awaiting_completion'],
    to: 'submitted',
    basis: 'art. 64 § 2 KPA',
  },
  {
    action: 'leave-unconsidered',
    from: ['awaiting_completion'],
    to: 'left_unconsidered',
    basis: 'art. 64 § 2 KPA',
  },
  { action: 'start-recognition', from: ['submitted'], to: 'in_recognition', basis: 'art. 37 ustawy o CUS' },
  { action: 'qualify', from: ['in_recognition'], to: 'qualified', basis: 'art. 42 ust. 1 ustawy o CUS' },
  {
    action: 'require-plan',
    from: ['in_recognition'],
    to: 'plan_in_preparation',
    basis: 'art. 38 ust. 2 ustawy o CUS',
  },
  {
    action: 'transfer',
    from: ['submitted', 'in_recognition'],
    to: 'transferred',
    basis: 'art. 38 ust. 1, art. 19 ustawy o CUS',
  },
  {
    action: 'record-transfer-accepted',
    from: ['transferred'],
    to: 'transfer_accepted',
    basis: 'art. 19 ustawy o CUS',
  },
  {
    action: 'record-transfer-returned',
    from: ['transferred'],
    to: 'in_recognition',
    basis: 'art. 19 ustawy o CUS',
  },
  { action: 'refuse', from: beforeOutcome, to: 'refused', basis: 'art. 42 ust. 3 ustawy o CUS' },
  {
    action: 'withdraw',
    from: ['reported', 'draft', ...beforeOutcome],
    to: 'withdrawn',
    // Whose application it is may take it back; nothing is decided, so no discontinuance of art. 105 KPA either.
    basis: 'art. 35 ustawy o CUS',
  },
  {
    action: 'plan-approved',
    from: ['plan_in_preparation'],
    to: 'plan_running',
    basis: 'art. 41 ust. 1 ustawy o CUS',
  },
  { action: 'plan-summarised', from: ['plan_running'], to: 'closed', basis: 'art. 45 ust. 3 ustawy o CUS' },
  { action: 'resign', from: ['qualified'], to: 'closed', basis: 'art. 44 ustawy o CUS' },
  {
    action: 'close',
    from: ['qualified', 'transfer_accepted'],
    to: 'closed',
    basis: 'art. 19, art. 42 ust. 1 ustawy o CUS',
  },
];

/** The step of an action; a name that is not in the table is a programmer's error. */
export function caseStep(action: string): Step {
  const step = caseSteps.find((one) => one.action === action);
  if (!step) throw new Error(`no such step of a case: ${action}`);
  return step;
}

/** Whether the action may be done in this state. */
export const mayStep = (action: string, state: CaseState): boolean => caseStep(action).from.includes(state);

/** Actions open in a state: the buttons of the case page. */
export const openActions = (state: CaseState): string[] =>
  caseSteps.filter((step) => step.from.includes(state)).map((step) => step.action);

/** A case that still waits for the centre or the person. */
export const isOpen = (state: CaseState): boolean => openActions(state).length > 0;

/** The state in words. */
export const stateWords = (state: CaseState): string => pl.states[state];
