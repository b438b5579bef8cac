import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import {
  type Finding,
  findingKinds,
  findingSources,
  findingStates,
  type FindingState,
  type QuarterCount,
  serviceKindKeys,
  significances,
} from '../domain/finding.ts';
import { firstDay, monthAfter, monthOf } from '../domain/months.ts';
import { groupKeys } from '../domain/unmet-need.ts';

const stored = z.object({
  id: z.string(),
  foundOn: z.string(),
  source: z.enum(findingSources),
  kind: z.enum(findingKinds),
  area: z.number(),
  serviceKind: z.enum(serviceKindKeys).nullable(),
  group: z.enum(groupKeys).nullable(),
  gmina: z.string().nullable(),
  gminaName: z.string().nullable(),
  locality: z.string().nullable(),
  scale: z.number().nullable(),
  scaleIs: z.enum(['counted', 'estimated', 'unknown']),
  significance: z.enum(significances),
  conclusion: z.string(),
  state: z.enum(findingStates),
  setAsideBecause: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedOn: z.string(),
  version: z.number(),
});

/** A finding as it is kept, with the name of its gmina and of who wrote it. */
export const storedFinding = stored;
export type StoredFinding = z.infer<typeof stored>;

const columnsOf = (finding: Finding) => ({
  found_on: finding.foundOn,
  source: finding.source,
  kind: finding.kind,
  area: finding.area,
  service_kind: finding.serviceKind,
  recipient_group: finding.group,
  gmina: finding.gmina,
  locality: finding.locality,
  scale: finding.scale,
  scale_is: finding.scaleIs,
  significance: finding.significance,
  conclusion: finding.conclusion,
});

/** Writes a finding down; one that the system tells carries the key under which it is told once. */
export async function addFinding(
  tx: Db,
  { actor, today }: Pick<Moment, 'actor' | 'today'>,
  finding: Finding,
  state: Exclude<FindingState, 'set_aside'>,
  toldOnce?: string,
): Promise<string | undefined> {
  const id = newId();
  const bySystem = actor.roles.includes('system');
  const row = await tx
    .insertInto('finding')
    .values({
      centre_id: actor.centreId,
      id,
      ...columnsOf(finding),
      state,
      told_once: toldOnce ?? null,
      recorded_by: bySystem ? null : actor.accountId,
      recorded_on: today,
      ...(state === 'taken' ? { judged_by: actor.accountId, judged_on: today } : {}),
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'told_once']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

const findings = (db: Db, centreId: string) =>
  db
    .selectFrom('finding')
    .leftJoin('gmina', 'gmina.teryt', 'finding.gmina')
    .leftJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'finding.centre_id')
        .onRef('account.id', '=', 'finding.recorded_by'),
    )
    .where('finding.centre_id', '=', centreId)
    .select([
      'finding.id',
      'found_on as foundOn',
      'source',
      'finding.kind',
      'area',
      'service_kind as serviceKind',
      'recipient_group as group',
      'finding.gmina',
      'gmina.name as gminaName',
      'locality',
      'scale',
      'scale_is as scaleIs',
      'significance',
      'conclusion',
      'finding.state',
      'set_aside_because as setAsideBecause',
      'account.name as recordedBy',
      'recorded_on as recordedOn',
      'finding.version',
    ]);

/** Which findings are asked for; nothing named means all. */
export interface FindingFilter {
  state?: FindingState;
  area?: number;
  gmina?: string;
  since?: string;
  /** Only what this account wrote. */
  recordedBy?: string;
}

/** Findings, the newest first, at most 500. */
export async function listFindings(
  db: Db,
  centreId: string,
  { state, area, gmina, since, recordedBy }: FindingFilter,
): Promise<StoredFinding[]> {
  let rows = findings(db, centreId);
  if (state !== undefined) rows = rows.where('finding.state', '=', state);
  if (area !== undefined) rows = rows.where('area', '=', area);
  if (gmina !== undefined) rows = rows.where('finding.gmina', '=', gmina);
  if (since !== undefined) rows = rows.where('found_on', '>=', since);
  if (recordedBy !== undefined) rows = rows.where('recorded_by', '=', recordedBy);
  return z
    .array(stored)
    .parse(await rows.orderBy('found_on', 'desc').orderBy('finding.id', 'desc').limit(500).execute());
}

/** One finding; undefined when the centre has none of this id. */
export async function findFinding(db: Db, centreId: string, id: string): Promise<StoredFinding | undefined> {
  const row = await findings(db, centreId).where('finding.id', '=', id).executeTakeFirst();
  return row ? stored.parse(row) : undefined;
}

/** How a proposed finding is judged. */
export type Judgement =
  | { state: 'taken'; significance: Finding['significance'] }
  | { state: 'set_aside'; because: string };

/** Writes the judgement down. */
export async function judgeFinding(
  tx: Db,
  { actor, today }: Moment,
  id: string,
  judgement: Judgement,
): Promise<void> {
  await tx
    .updateTable('finding')
    .set((row) => ({
      state: judgement.state,
      judged_by: actor.accountId,
      judged_on: today,
      version: row('version', '+', 1),
      ...(judgement.state === 'taken'
        ? { significance: judgement.significance }
        : { set_aside_because: judgement.because }),
    }))
    .where('centre_id', '=', actor.centreId)
    .where('id', '=', id)
    .execute();
}

/** The last three whole months before `today`, the first and the last of them: "2026-08", "2026-10". */
export const lastQuarter = (today: string): { from: string; to: string } => ({
  from: monthAfter(monthOf(today), -3),
  to: monthAfter(monthOf(today), -1),
});

/** What the ledger counted in the last three whole months, by area and gmina, beside the year before them. */
export async function countQuarter(db: Db, centreId: string, today: string): Promise<QuarterCount[]> {
  const quarter = lastQuarter(today);
  const from = firstDay(quarter.from);
  const until = firstDay(monthAfter(quarter.to, 1));
  const yearAgo = firstDay(monthAfter(quarter.from, -12));
  const { rows } = await sql<{
    area: number;
    gmina: string | null;
    refused: number;
    quarter: number;
    before: number;
    old: boolean;
  }>`
    select area, gmina,
      sum(times) filter (where happened_on >= ${from} and source = 'refusal')::int as refused,
      coalesce(sum(times) filter (where happened_on >= ${from}), 0)::int as quarter,
      coalesce(sum(times) filter (where happened_on < ${from}), 0)::int as before,
      exists (select from unmet_need where centre_id = ${centreId} and happened_on < ${yearAgo}) as old
    from unmet_need
    where centre_id = ${centreId} and state = 'accepted'
      and happened_on >= ${yearAgo} and happened_on < ${until}
    group by area, gmina`.execute(db);
  return rows.map(({ area, gmina, refused, quarter, before, old }) => ({
    area,
    gmina,
    source: refused * 2 > quarter ? 'refusal' : 'any',
    quarter,
    yearBefore: old ? before : null,
  }));
}
