import { sql } from 'kysely';
import { z } from 'zod';
import type { RecipientGroup } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { AlikeNeeds } from '../domain/review.ts';
import { groupKeys, type Reason, reasons, type Source, sources } from '../domain/unmet-need.ts';

const code = z.object({ reason: z.enum(reasons), group: z.enum(groupKeys).nullable() });
const sourceList = z.array(z.enum(sources));

/** Alike entries that await a review, with how many there are. */
export interface AwaitingNeeds extends AlikeNeeds {
  gminaName: string | null;
  sources: Source[];
  services: string[];
  times: number;
  lastOn: string;
}

/** What awaits a review, the most frequent first. */
export async function listAwaiting(db: Db, centreId: string): Promise<AwaitingNeeds[]> {
  const rows = await db
    .selectFrom('unmet_need')
    .leftJoin('gmina', 'gmina.teryt', 'unmet_need.gmina')
    .leftJoin('service', (join) =>
      join
        .onRef('service.centre_id', '=', 'unmet_need.centre_id')
        .onRef('service.id', '=', 'unmet_need.service_id'),
    )
    .where('unmet_need.centre_id', '=', centreId)
    .where('unmet_need.state', '=', 'awaiting')
    .groupBy([
      'unmet_need.area',
      'reason',
      'recipient_group',
      'unmet_need.gmina',
      'gmina.name',
      'locality',
      'terms',
    ])
    .select([
      'unmet_need.area',
      'reason',
      'recipient_group',
      'unmet_need.gmina',
      'gmina.name as gmina_name',
      'locality',
      'terms',
      sql<string[]>`array_agg(distinct unmet_need.source)`.as('sources'),
      sql<
        string[]
      >`coalesce(array_agg(distinct service.name) filter (where service.name is not null), '{}')`.as(
        'services',
      ),
      sql<number>`sum(times)::int`.as('times'),
      sql<string>`max(happened_on)`.as('last_on'),
    ])
    .orderBy(sql`sum(times) desc, max(happened_on) desc, unmet_need.area nulls last`)
    .limit(300)
    .execute();
  return rows.map((row) => ({
    area: row.area,
    ...code.parse({ reason: row.reason, group: row.recipient_group }),
    gmina: row.gmina,
    gminaName: row.gmina_name,
    locality: row.locality,
    terms: row.terms,
    sources: sourceList.parse(row.sources),
    services: row.services,
    times: row.times,
    lastOn: row.last_on,
  }));
}

const alike = (tx: Db, centreId: string, { area, reason, group, gmina, locality, terms }: AlikeNeeds) =>
  tx
    .updateTable('unmet_need')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'awaiting')
    .where(sql<boolean>`area is not distinct from ${area}`)
    .where('reason', '=', reason)
    .where(sql<boolean>`recipient_group is not distinct from ${group}`)
    .where(sql<boolean>`gmina is not distinct from ${gmina}`)
    .where(sql<boolean>`locality is not distinct from ${locality}`)
    .where('terms', '=', terms);

/** How a review ends: counted as it came, counted under another code, or thrown out. */
export type Verdict =
  | { state: 'accepted'; code?: { area: number; reason: Reason; group: RecipientGroup | null } }
  | { state: 'rejected'; because: string };

/** Writes the verdict on every awaiting entry of this code. Gives how many needs that were. */
export async function reviewAlike(
  tx: Db,
  { actor, today }: Moment,
  needs: AlikeNeeds,
  verdict: Verdict,
): Promise<number> {
  const rows = await alike(tx, actor.centreId, needs)
    .set({
      state: verdict.state,
      reviewed_by: actor.accountId,
      reviewed_on: today,
      ...(verdict.state === 'rejected' ? { rejected_because: verdict.because } : {}),
      ...(verdict.state === 'accepted' && verdict.code
        ? {
            area: verdict.code.area,
            reason: verdict.code.reason,
            recipient_group: verdict.code.group,
            corrected: true,
          }
        : {}),
    })
    .returning('times')
    .execute();
  return rows.reduce((sum, { times }) => sum + times, 0);
}

/** Of these codes, those that still have entries awaiting. */
export async function stillAwaiting(
  tx: Db,
  centreId: string,
  needs: readonly AlikeNeeds[],
): Promise<AlikeNeeds[]> {
  const found: AlikeNeeds[] = [];
  for (const one of needs) {
    const row = await tx
      .selectFrom('unmet_need')
      .select('id')
      .where('centre_id', '=', centreId)
      .where('state', '=', 'awaiting')
      .where(sql<boolean>`area is not distinct from ${one.area}`)
      .where('reason', '=', one.reason)
      .where(sql<boolean>`recipient_group is not distinct from ${one.group}`)
      .where(sql<boolean>`gmina is not distinct from ${one.gmina}`)
      .where(sql<boolean>`locality is not distinct from ${one.locality}`)
      .where('terms', '=', one.terms)
      .limit(1)
      .executeTakeFirst();
    if (row) found.push(one);
  }
  return found;
}

/** How many needs await a review, each as often as it happened, and how many words. */
export async function countAwaiting(db: Db, centreId: string): Promise<{ needs: number; words: number }> {
  const [needs, words] = await Promise.all([
    db
      .selectFrom('unmet_need')
      .select(sql<number>`coalesce(sum(times), 0)::int`.as('count'))
      .where('centre_id', '=', centreId)
      .where('state', '=', 'awaiting')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('search_word')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('centre_id', '=', centreId)
      .where('state', '=', 'open')
      .where('word', 'is not', null)
      .executeTakeFirstOrThrow(),
  ]);
  return { needs: needs.count, words: words.count };
}

/** A word that no search understood, asked for at least three times in a month. */
export interface OpenWord {
  id: string;
  word: string;
  month: string;
  times: number;
}

/** Words that await a review, the most frequent first. */
export async function listOpenWords(db: Db, centreId: string): Promise<OpenWord[]> {
  const rows = await db
    .selectFrom('search_word')
    .select(['id', 'word', 'month', 'times'])
    .where('centre_id', '=', centreId)
    .where('state', '=', 'open')
    .where('word', 'is not', null)
    .orderBy('times', 'desc')
    .orderBy('word')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, word: row.word ?? '', month: row.month.slice(0, 7) }));
}

/** One word that awaits a review, locked. */
export async function lockWord(tx: Db, centreId: string, id: string): Promise<OpenWord | undefined> {
  const row = await tx
    .selectFrom('search_word')
    .select(['id', 'word', 'month', 'times'])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('word', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, word: row.word ?? '', month: row.month.slice(0, 7) };
}

/** Ends the review of a word. */
export async function settleWord(
  tx: Db,
  { actor, today }: Moment,
  id: string,
  state: 'coded' | 'dismissed',
): Promise<void> {
  await tx
    .updateTable('search_word')
    .set({ state, reviewed_by: actor.accountId, reviewed_on: today })
    .where('centre_id', '=', actor.centreId)
    .where('id', '=', id)
    .execute();
}

/** Enters a word's askings as needs that count from now on, on the first day of its month. */
export async function insertCodedWord(
  tx: Db,
  { actor, today }: Moment,
  { id, word, month, times }: OpenWord,
  coded: { area: number; group: RecipientGroup | null },
): Promise<void> {
  await tx
    .insertInto('unmet_need')
    .values({
      centre_id: actor.centreId,
      // A word is coded once, so its own id tells the event apart; nothing personal hangs on it.
      mark: Buffer.from(id.replaceAll('-', ''), 'hex'),
      happened_on: `${month}-01`,
      source: 'search',
      reason: 'no_service',
      area: coded.area,
      recipient_group: coded.group,
      terms: word,
      times,
      state: 'accepted',
      corrected: true,
      reviewed_by: actor.accountId,
      reviewed_on: today,
    })
    .execute();
}
