import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { WantedService } from '../domain/wanted.ts';
import { type CaseFile, findCase } from './cases.ts';
import { findKnown, type Known } from './known.ts';
import { findParty, type Party } from './parties.ts';
import { findWanted } from './wanted.ts';

/** A case with what its outcome stands on. */
export interface OutcomeView extends Known {
  file: CaseFile;
  wanted: WantedService[];
}

/** What an outcome is decided on; `version` is the case's. */
export interface OutcomeFile extends OutcomeView {
  version: number;
  party: Party | undefined;
}

/** How a case stands before its outcome, read at once for a page; undefined when this centre has none. */
export async function readOutcome(db: Db, moment: Moment, caseId: string): Promise<OutcomeView | undefined> {
  const { centreId } = moment.actor;
  const [file, wanted, known] = await Promise.all([
    findCase(db, centreId, caseId),
    findWanted(db, centreId, caseId, moment.today),
    findKnown(db, centreId, caseId, moment.today),
  ]);
  return file && { file, wanted, ...known };
}

/** A case ready for its outcome, locked until the end of the transaction: everything else is read after the lock. */
export async function lockOutcome(tx: Db, moment: Moment, caseId: string): Promise<OutcomeFile | undefined> {
  const { centreId } = moment.actor;
  const locked = await findCase(tx, centreId, caseId, true);
  if (!locked) return undefined;
  const [view, party] = await Promise.all([readOutcome(tx, moment, caseId), findParty(tx, centreId, caseId)]);
  return view && { ...view, version: view.file.version, party };
}
