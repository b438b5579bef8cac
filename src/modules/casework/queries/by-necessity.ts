import { permits } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { hasOpenGrant } from '../../access/index.ts';
import { type CaseRelation, readsCase } from '../domain/relation.ts';

/** Whether the reader, without a relation to the case, has opened its person by necessity. Who has one is not asked. */
export async function byNecessity(db: Db, moment: Moment, target: CaseRelation): Promise<boolean> {
  const { actor } = moment;
  if (target.personId === null || permits(readsCase, actor, target)) return false;
  return await hasOpenGrant(db, actor.centreId, actor.accountId, target.personId, moment.now);
}
