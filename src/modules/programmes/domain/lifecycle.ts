import { type Basis, basis } from '../../../law/index.ts';
import { type ActingRole, type Allow, always, type Role } from '../../../platform/actor.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { pl } from '../pl.ts';
import type { VersionState } from './states.ts';

/** Who writes programmes (domain reference 2.9). */
const writers = ['director', 'service_organiser'] as const satisfies readonly Role[];

interface Step {
  action: string;
  from: readonly VersionState[];
  /** null: the state stays. */
  to: VersionState | null;
  who: readonly Role[];
  basis: Basis;
}

const content = basis('cus', '5 ust. 3', 'statute');
const council = basis('cus', '5 ust. 1', 'statute');
const information = basis('cus', '6', 'statute');

/**
 * The one table of a version's life: it feeds the guard of every command, the buttons of the page, the SQL check and the
 * diagram in the README. The step `supersede` is taken by the version that comes into force after it.
 */
export const versionSteps = [
  { action: 'start', from: [], to: 'draft', who: writers, basis: council },
  { action: 'write-item', from: ['draft'], to: null, who: writers, basis: content },
  {
    action: 'offer-service',
    from: ['draft'],
    to: null,
    who: writers,
    basis: basis('cus', '5 ust. 3 pkt 5', 'statute'),
  },
  {
    action: 'set-fee',
    from: ['draft'],
    to: null,
    who: writers,
    basis: basis('cus', '5 ust. 3 pkt 7', 'statute'),
  },
  {
    action: 'withdraw-offer',
    from: ['draft'],
    to: null,
    who: writers,
    basis: basis('cus', '5 ust. 3 pkt 5', 'statute'),
  },
  {
    action: 'submit-as-draft-resolution',
    from: ['draft'],
    to: 'draft_resolution',
    who: writers,
    basis: content,
  },
  { action: 'take-back', from: ['draft_resolution'], to: 'draft', who: writers, basis: council },
  { action: 'record-adoption', from: ['draft_resolution'], to: 'adopted', who: writers, basis: council },
  {
    action: 'put-in-force',
    from: ['adopted'],
    to: 'in_force',
    who: writers,
    basis: basis('cus', '5 ust. 5', 'statute'),
  },
  { action: 'amend', from: ['in_force'], to: null, who: writers, basis: council },
  { action: 'supersede', from: ['in_force'], to: 'superseded', who: [], basis: council },
  { action: 'repeal', from: ['adopted', 'in_force'], to: 'repealed', who: writers, basis: council },
  { action: 'end', from: ['in_force'], to: 'ended', who: writers, basis: information },
  // The period has passed: the system says it, once a day.
  { action: 'end-expired', from: ['in_force'], to: 'ended', who: [], basis: information },
  // A programme repealed while in force has ended too.
  {
    action: 'record-information',
    from: ['ended', 'repealed'],
    to: 'reported',
    who: writers,
    basis: information,
  },
] as const satisfies readonly Step[];

export type VersionAction = (typeof versionSteps)[number]['action'];

const stepOf = (action: VersionAction): Step => {
  const found: Step | undefined = versionSteps.find((step) => step.action === action);
  if (!found) throw new RangeError(`No such step: ${action}`);
  return found;
};

/** The article a step rests on. */
export const basisOf = (action: VersionAction): Basis => stepOf(action).basis;

/** The state after a step; the given one when the step does not change it. */
export const stateAfter = (action: VersionAction, state: VersionState): VersionState =>
  stepOf(action).to ?? state;

/** Roles that may take a step, as the runner asks. */
export const allowedTo = (action: VersionAction): Allow<unknown> =>
  Object.fromEntries(stepOf(action).who.map((role) => [role, always]));

/** Steps open to somebody with these roles in a state: the buttons of the page. */
export const openSteps = (state: VersionState, roles: readonly ActingRole[]): VersionAction[] =>
  versionSteps
    .filter((step: Step) => step.from.includes(state) && step.who.some((role) => roles.includes(role)))
    .map((step) => step.action);

/** A refusal when the step cannot be taken from this state; undefined when it can. */
export const guard = (action: VersionAction, state: VersionState): Refusal | undefined =>
  stepOf(action).from.includes(state)
    ? undefined
    : refuse('programmes.wrong-state', pl.refusals.wrongState(pl.commandTitle(action), pl.states[state]));

/** States of a version that is being prepared: a programme has at most one such version. */
export const underWay: readonly VersionState[] = ['draft', 'draft_resolution', 'adopted'];

/** States in which a version is public: local law is published, a draft is the centre's own paper. */
export const publicStates: readonly VersionState[] = ['in_force', 'ended', 'reported', 'superseded'];

/** Who reads programmes: who works in the centre or for it everything, everybody else what is public. */
export const mayRead: Allow<{ state: VersionState }> = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  clerk: always,
  auditor: always,
  provider: always,
  administrator: isPublic,
  inspector: isPublic,
  feeder: isPublic,
  region: isPublic,
  resident: isPublic,
  visitor: isPublic,
};

function isPublic(_actor: unknown, target: { state: VersionState }): boolean {
  return publicStates.includes(target.state);
}
