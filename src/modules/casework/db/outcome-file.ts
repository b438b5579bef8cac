import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { WantedService } from '../domain/wanted.ts';
import { type CaseFile, findCase } from './cases.ts';
import { findKnown, type Known } from './known.ts';
import { findParty, type Party } from './parties.ts';
import { findWanted } from './wanted.ts';

/** What an outcome is decided on; `version` is the case's. */
export interface OutcomeFile extends Known {
  file: CaseFile;
  version: number;
  wanted: WantedService[];
  party: Party | undefined;
}

/** A case ready for its outcome, locked until the end of the transaction when `lock` is set. */
export async function loadOutcome(
  db: Db,
  moment: Moment,
  caseId: string,
  lock = false,
): Promise<OutcomeFile | undefined> {
  const { centreId } = moment.actor;
  const file = await findCase(db, centreId, caseId, lock);
  if (!file) return undefined;
  const [wanted, known, party] = await Promise.all([
    findWanted(db, centreId, caseId, moment.today),
    findKnown(db, centreId, caseId, moment.today),
    findParty(db, centreId, caseId),
  ]);
  return { file, version: file.version, wanted, party, ...known };
}
