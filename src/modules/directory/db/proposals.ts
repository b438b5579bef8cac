import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';

/** What the owner of a card would change in what matters, field by field. */
export type Changes = Record<string, { before: unknown; after: unknown }>;

const changesSchema = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));

export interface Proposal {
  id: string;
  serviceId: string;
  /** The account or the organization's link it came by. */
  accountId: string | null;
  linkId: string | null;
  changes: Changes;
  words: string | null;
  /** Instant. */
  at: string;
  version: number;
}

/** Keeps a proposal until the organiser decides. */
export async function insertProposal(
  tx: Db,
  centreId: string,
  proposal: {
    id: string;
    serviceId: string;
    accountId?: string;
    linkId?: string;
    changes: Changes;
    words?: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('card_proposal')
    .values({
      centre_id: centreId,
      id: proposal.id,
      service_id: proposal.serviceId,
      account_id: proposal.accountId ?? null,
      link_id: proposal.linkId ?? null,
      changes: sql<string>`${JSON.stringify(proposal.changes)}::jsonb`,
      words: proposal.words ?? null,
    })
    .execute();
}

const openProposals = (db: Db, centreId: string) =>
  db
    .selectFrom('card_proposal')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'open')
    .select([
      'id',
      'service_id as serviceId',
      'account_id as accountId',
      'link_id as linkId',
      'changes',
      'words',
      'created_at as at',
      'version',
    ]);

/** Proposals that wait, oldest first; of one card or of all. */
export async function listProposals(db: Db, centreId: string, serviceId?: string): Promise<Proposal[]> {
  let query = openProposals(db, centreId);
  if (serviceId) query = query.where('service_id', '=', serviceId);
  const rows = await query.orderBy('created_at').orderBy('id').limit(500).execute();
  return rows.map((row) => ({ ...row, changes: changesSchema.parse(row.changes) }));
}

/** The cards that somebody would change. */
export async function proposedServices(db: Db, centreId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('card_proposal')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'open')
    .select('service_id')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.service_id));
}

/** A proposal that waits, locked. */
export async function lockProposal(tx: Db, centreId: string, id: string): Promise<Proposal | undefined> {
  const row = await openProposals(tx, centreId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { ...row, changes: changesSchema.parse(row.changes) };
}

/** Closes a proposal. */
export async function closeProposal(
  tx: Db,
  centreId: string,
  id: string,
  decided: { state: 'accepted' | 'declined'; by: string; why: string | null },
): Promise<void> {
  await tx
    .updateTable('card_proposal')
    .set((set) => ({
      state: decided.state,
      decided_by: decided.by,
      decided_why: decided.why,
      version: set('version', '+', 1),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
