import type { Actor, Allow } from '../../../platform/actor.ts';
import { type CaseRelation, coordinates, isOwn, readsCase } from './relation.ts';

/** What a right to an outcome hangs on. */
interface OfCase {
  file: { coordinatorId: string | null; state: string };
}

const always = (): boolean => true;

/** The coordinator's own case: recognition, qualifying and plans are the coordinator's work (art. 29). */
export const ownCase = (actor: Actor, target: { file: { coordinatorId: string | null } }): boolean =>
  target.file.coordinatorId === actor.accountId;

/** Who recognises needs, qualifies and establishes that a plan is needed, never anybody outside (art. 29, 37, 49). */
export const decidesOnCase = { plan_coordinator: ownCase } satisfies Allow<OfCase>;

/**
 * Who hands an application over: the coordinator of the case, or any while it has none. The window registers applications
 * and no more (domain reference 2.9): that a service belongs elsewhere is agreed with the applicant (art. 38(1)).
 */
export const transfersCase = {
  plan_coordinator: (actor: Actor, target: OfCase) => coordinates(actor, target.file),
} satisfies Allow<OfCase>;

/** Who closes a case: its coordinator, and the window what was taken over elsewhere. */
export const closesCase = {
  plan_coordinator: ownCase,
  clerk: (_actor: Actor, target: OfCase) => target.file.state === 'transfer_accepted',
} satisfies Allow<OfCase>;

/** Who writes down a resignation: the person tells the director (art. 44), and the coordinator of the case settles it. */
export const settlesResignation = { plan_coordinator: ownCase, director: always } satisfies Allow<OfCase>;

/** Who may sign a decision, when the register of art. 26 says so on that day; the role only opens the door. */
export const signsDecisions = {
  director: always,
  service_organiser: always,
  assistance_organiser: always,
} satisfies Allow<unknown>;

/** Who may order an unpaid fee to be paid (art. 43(2)): who signs decisions and reads fees (domain reference 2.9). */
export const ordersPayment = { director: always, service_organiser: always } satisfies Allow<unknown>;

/** Who posts payments, and who waives a fee (domain reference 2.9, art. 44). */
export const postsPayments = { clerk: always } satisfies Allow<unknown>;
export const waivesFees = { director: always } satisfies Allow<unknown>;

/** Who answers a transfer: who sent it writes the answer down, the receiver gives its own. */
export const answersTransfer: Allow<
  OfCase & { transfer: { targetKind: string; targetOrganizationId: string | null } }
> = {
  clerk: always,
  plan_coordinator: ownCase,
  assistance_organiser: (_actor, { transfer }) => transfer.targetKind === 'team',
  feeder: (actor, { transfer }) =>
    actor.organizationId !== undefined && actor.organizationId === transfer.targetOrganizationId,
};

/** A case as a section of its page was read: the relation, and whether the reader may sign for it today. */
export type Section = CaseRelation & { maySign: boolean };

const signs = (_actor: Actor, section: Section): boolean => section.maySign;

/** Who reads a protocol (domain reference 2.9): never the clerk, nor the social assistance team (art. 100 ups is apart). */
export const readsAssessment: Allow<Section> = {
  director: always,
  service_organiser: always,
  plan_coordinator: (actor, section) => coordinates(actor, section) || section.granted === true,
  resident: isOwn,
};

/** Who reads how an application is being decided: those who read the case, and the one who may sign. */
export const readsOutcome: Allow<Section> = {
  clerk: always,
  director: always,
  service_organiser: always,
  plan_coordinator: (actor, section) => coordinates(actor, section) || section.granted === true,
  assistance_organiser: (actor, section) =>
    section.maySign || readsCase.assistance_organiser?.(actor, section) === true,
};

/** Who reads decisions (domain reference 2.9): who signs and prepares them, and the person; never the clerk. */
export const readsDecisions: Allow<Section> = { ...readsAssessment, assistance_organiser: signs };

/** Who reads fees (domain reference 2.9). */
export const readsFees: Allow<Section> = { ...readsAssessment, clerk: always };

/** Who reads a transfer: those who read the case, and the unit it was sent to. */
export const readsTransfer: Allow<Section & { receivers: readonly string[] }> = {
  ...readsOutcome,
  feeder: (actor, { receivers }) =>
    actor.organizationId !== undefined && receivers.includes(actor.organizationId),
  resident: isOwn,
};
