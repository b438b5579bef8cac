import { isRefusal } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { findAuthorisations, requireSignatory } from '../../access/index.ts';
import { findRelation } from '../db/relation.ts';
import { z } from 'zod';
import { caseStates } from '../domain/lifecycle.ts';
import { byNecessity } from './by-necessity.ts';

/** What every section of a case knows of its reader: the relation to the case and the right to sign. */
export const sectionShape = {
  caseId: z.string(),
  state: z.enum(caseStates),
  personId: z.string().nullable(),
  coordinatorId: z.string().nullable(),
  transferredToTeam: z.boolean(),
  granted: z.boolean(),
  /** Holds an authorisation for decisions of programme cases today (art. 26). */
  maySign: z.boolean(),
};

const section = z.object(sectionShape);

export type SectionHead = z.infer<typeof section>;

/** The relation of the reader to a case; undefined when this centre has no such case. */
export async function findSection(db: Db, moment: Moment, caseId: string): Promise<SectionHead | undefined> {
  const { centreId, accountId } = moment.actor;
  const [relation, register] = await Promise.all([
    findRelation(db, centreId, caseId),
    findAuthorisations(db, centreId, accountId),
  ]);
  if (!relation) return undefined;
  const { personId, coordinatorId, transferredToTeam, state } = relation;
  return {
    caseId,
    state,
    personId,
    coordinatorId,
    transferredToTeam,
    granted: await byNecessity(db, moment, relation),
    maySign: !isRefusal(requireSignatory(register, moment.actor, 'refusal', moment.today)),
  };
}

/** Whose data a section disclosed, and which part of the case. */
export const disclosed = (head: Pick<SectionHead, 'caseId' | 'personId' | 'granted'>, part: string) => ({
  personId: head.personId,
  caseId: head.caseId,
  what: { parts: [part], ...(head.granted ? { byNecessity: true } : {}) },
});
