import type { Authorisation } from '../../../law/index.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { findAuthorisations } from '../../access/index.ts';
import { authorisationPapers } from './decisions.ts';
import { findParty, type Party } from './parties.ts';

/** What a decision needs besides its words: the register of art. 26 with its papers, and who is the party. */
export interface DecisionParts {
  register: Authorisation[];
  papers: Map<string, { grantedBy: string; document: string }>;
  party: Party | undefined;
}

/** Parts of a decision about a case that this account would sign. */
export async function loadDecisionParts(
  db: Db,
  centreId: string,
  accountId: string,
  caseId: string,
): Promise<DecisionParts> {
  const [register, papers, party] = await Promise.all([
    findAuthorisations(db, centreId, accountId),
    authorisationPapers(db, centreId, accountId),
    findParty(db, centreId, caseId),
  ]);
  return { register, papers, party };
}

const settingsOf = prepared<{ centreId: string }>()((db, place) =>
  db.selectFrom('centre').select('settings').where('id', '=', place('centreId')),
);

/** The appeal board of the centre as its settings name it, in the genitive; undefined when they do not. */
export async function findAppealBoard(db: Db, centreId: string): Promise<string | undefined> {
  const settings = (await settingsOf.first(db, { centreId }))?.settings;
  const board =
    typeof settings === 'object' && settings !== null && !Array.isArray(settings)
      ? settings['appealBoard']
      : undefined;
  return typeof board === 'string' ? board : undefined;
}

/** The account of the centre to which fees are paid (art. 43); null while the letterhead does not name it. */
export async function findBankAccount(db: Db, centreId: string): Promise<string | null> {
  const centre = await db
    .selectFrom('centre')
    .select('letterhead')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const { bankAccount } = centre.letterhead as { bankAccount?: unknown };
  return typeof bankAccount === 'string' ? bankAccount : null;
}
