import { type Allow, always } from '../../../platform/actor.ts';

/** What ties a reader to a document. */
export interface OpenedDocument {
  kind: string;
  personId: string | null;
  coordinatorId: string | null;
  /** Its application was handed over to the social assistance team and not given back. */
  transferredToTeam: boolean;
  /** Of a paper without a case: a diagnosis, a plan of deinstitutionalisation, a survey. */
  about?: 'diagnosis' | 'lpdi' | 'survey' | null;
}

/** Papers of objects that the window does not read (domain reference 2.9): plans, and decisions. */
const notForTheWindow: readonly string[] = ['plan', 'plan-copy', 'plan-closing', 'refusal', 'order-to-pay'];

/** Papers of planning are about no person: who recognises needs reads them, and the region what is handed over (art. 21). */
const ofPlanning = (_actor: unknown, { about = null }: OpenedDocument): boolean => about !== null;

/** Who opens a document: who reads what it is about, so that a paper is no way round the wall of its object (art. 50(1)). */
export const opensDocument: Allow<OpenedDocument> = {
  director: always,
  service_organiser: always,
  clerk: (_actor, { kind, about = null }) => about === null && !notForTheWindow.includes(kind),
  auditor: always,
  plan_coordinator: (actor, { coordinatorId, about }) =>
    about !== 'survey' && (coordinatorId === null || coordinatorId === actor.accountId),
  assistance_organiser: (_actor, { kind, transferredToTeam, about = null }) =>
    (about !== null && about !== 'survey') || (kind === 'transfer' && transferredToTeam),
  community_organiser: ofPlanning,
  region: (_actor, { about }) => about === 'diagnosis',
  resident: (actor, { personId }) => actor.personId !== undefined && actor.personId === personId,
};
