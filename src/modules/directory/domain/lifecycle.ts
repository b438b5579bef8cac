import { type Actor, type Allow, always } from '../../../platform/actor.ts';

export const serviceStates = [
  'draft',
  'submitted',
  'verified',
  'published',
  'to_confirm',
  'suspended',
  'withdrawn',
] as const;
export type ServiceState = (typeof serviceStates)[number];

/** What residents see: a card that waits for a confirmation stays in the directory, and says so. */
export const publicStates: readonly ServiceState[] = ['published', 'to_confirm'];

/** Whose a card is and in which state: all that the right to a step hangs on. */
export interface Kept {
  ownerId: string | null;
}

const owns = (actor: Actor, target: Kept): boolean =>
  actor.organizationId !== undefined && target.ownerId === actor.organizationId;

/** Domain reference 2.9, "Service catalogue": the organiser and the front desk write, a unit its own (art. 13(2)). */
export const writers: Allow<Kept> = {
  service_organiser: always,
  clerk: always,
  feeder: owns,
};

/** Who checks what others wrote: the organiser (art. 27). */
export const keepers: Allow<Kept> = { service_organiser: always };

/** Who approves a card before residents read it: the director, and nobody for them (domain reference 2.9). */
const approvers: Allow<Kept> = { director: always };

const clerks: Allow<Kept> = { director: always, service_organiser: always, clerk: always };

/** The day's round of Okienko itself. */
const system: Allow<Kept> = { system: always };

interface Step {
  from: readonly ServiceState[];
  /** null: the card stays in its state. */
  to: ServiceState | null;
  by: Allow<Kept>;
}

const living = ['draft', 'submitted', 'verified', 'published', 'to_confirm', 'suspended'] as const;

/** The life of a card: step -> from, to, by whom. Feeds the guards, the buttons, the SQL check and the README's diagram. */
export const serviceSteps = {
  'submit-service': { from: ['draft'], to: 'submitted', by: writers },
  'return-service': { from: ['submitted', 'verified'], to: 'draft', by: { ...approvers, ...keepers } },
  'verify-service': { from: ['submitted'], to: 'verified', by: keepers },
  'publish-service': { from: ['draft', 'submitted', 'verified'], to: 'published', by: approvers },
  'correct-service': { from: living, to: null, by: writers },
  'confirm-service': { from: ['published', 'to_confirm'], to: 'published', by: writers },
  'report-capacity': { from: ['published', 'to_confirm'], to: null, by: writers },
  'fade-services': { from: ['published'], to: 'to_confirm', by: system },
  'ask-owner': { from: ['published', 'to_confirm'], to: null, by: clerks },
  'suspend-service': { from: ['published', 'to_confirm'], to: 'suspended', by: writers },
  'resume-service': { from: ['suspended'], to: 'published', by: clerks },
  'withdraw-service': { from: living, to: 'withdrawn', by: writers },
  'restore-service': { from: ['withdrawn'], to: 'draft', by: keepers },
} as const satisfies Record<string, Step>;

export type ServiceAction = keyof typeof serviceSteps;

/** Whether a card in this state may take this step. */
export const mayTake = (action: ServiceAction, state: ServiceState): boolean =>
  (serviceSteps[action].from as readonly ServiceState[]).includes(state);

/** The state in which a step leaves a card. */
export const stateAfter = (action: ServiceAction, state: ServiceState): ServiceState =>
  serviceSteps[action].to ?? state;
