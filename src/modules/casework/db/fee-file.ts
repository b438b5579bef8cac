import type { Db } from '../../../platform/database/tenant.ts';
import type { Fee } from '../domain/fee.ts';
import { type CaseFile, findCase } from './cases.ts';
import { findFee } from './fees.ts';

/** A fee with its case; `version` is the fee's. */
export interface FeeFile {
  fee: Fee;
  file: CaseFile;
  version: number;
}

/** A fee and the case it belongs to; the case is locked first, as everywhere. */
export async function loadFee(
  db: Db,
  centreId: string,
  feeId: string,
  lock = false,
): Promise<FeeFile | undefined> {
  const known = await findFee(db, centreId, feeId);
  if (!known) return undefined;
  const file = await findCase(db, centreId, known.caseId, lock);
  const fee = lock ? await findFee(db, centreId, feeId, true) : known;
  return file && fee ? { fee, file, version: fee.version } : undefined;
}
