import { type Allow, always } from '../../../platform/actor.ts';

/** What ties a reader to a document. */
export interface OpenedDocument {
  kind: string;
  personId: string | null;
  coordinatorId: string | null;
  /** Its application was handed over to the social assistance team and not given back. */
  transferredToTeam: boolean;
}

/** Papers of objects that the window does not read (domain reference 2.9): plans, and decisions. */
const notForTheWindow: readonly string[] = ['plan', 'plan-copy', 'plan-closing', 'refusal', 'order-to-pay'];

/** Who opens a document: who reads what it is about, so that a paper is no way round the wall of its object (art. 50(1)). */
export const opensDocument: Allow<OpenedDocument> = {
  director: always,
  service_organiser: always,
  clerk: (_actor, { kind }) => !notForTheWindow.includes(kind),
  auditor: always,
  plan_coordinator: (actor, { coordinatorId }) => coordinatorId === null || coordinatorId === actor.accountId,
  assistance_organiser: (_actor, { kind, transferredToTeam }) => kind === 'transfer' && transferredToTeam,
  resident: (actor, { personId }) => actor.personId !== undefined && actor.personId === personId,
};
