import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { figureSchema } from '../../population/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Figures } from '../domain/changes.ts';
import { type Content, contentSchema } from '../domain/content.ts';
import { type PlanState, planStates } from '../domain/lifecycle.ts';

/** Figures of a document by their keys. */
export const figuresSchema = z.record(z.string(), z.object({ name: z.string(), figure: figureSchema }));

/** A plan as it stands. */
export interface Plan {
  id: string;
  gmina: string;
  gminaName: string;
  title: string;
  fromYear: number;
  toYear: number;
  state: PlanState;
  content: Content;
  figures: z.infer<typeof figuresSchema>;
  figuresOn: string | null;
  replaces: string | null;
  resolution: string | null;
  adoptedOn: string | null;
  endedOn: string | null;
  version: number;
}

const state = z.enum(planStates);

const plans = (db: Db, centreId: string) =>
  db
    .selectFrom('lpdi')
    .innerJoin('gmina', 'gmina.teryt', 'lpdi.gmina')
    .where('lpdi.centre_id', '=', centreId)
    .select([
      'lpdi.id',
      'lpdi.gmina',
      'gmina.name as gminaName',
      'title',
      'from_year as fromYear',
      'to_year as toYear',
      'lpdi.state',
      'content',
      'figures',
      'figures_on as figuresOn',
      'replaces',
      'resolution',
      'adopted_on as adoptedOn',
      'ended_on as endedOn',
      'lpdi.version',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>;

const planOf = (row: Row): Plan => ({
  ...row,
  state: state.parse(row.state),
  content: contentSchema.parse(row.content),
  figures: figuresSchema.parse(row.figures),
});

/** Whether the centre serves a gmina on this day. */
export async function gminaServed(db: Db, centreId: string, teryt: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('centre_gmina')
    .select('teryt')
    .where('centre_id', '=', centreId)
    .where('teryt', '=', teryt)
    .where('valid_from', '<=', today)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', today)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Plans of a centre, the newest years first. */
export async function listPlans(db: Db, centreId: string): Promise<Plan[]> {
  const rows = await plans(db, centreId).orderBy('from_year', 'desc').orderBy('lpdi.id', 'desc').execute();
  return rows.map(planOf);
}

/** One plan, locked when it will change; undefined when the centre has none of this id. */
export async function findPlan(
  db: Db,
  centreId: string,
  id: string,
  lock?: 'lock',
): Promise<Plan | undefined> {
  const one = plans(db, centreId).where('lpdi.id', '=', id);
  const row = await (lock ? one.forUpdate('lpdi') : one).executeTakeFirst();
  return row ? planOf(row) : undefined;
}

/** Writes a new plan. */
export async function insertPlan(
  tx: Db,
  { actor, today }: Moment,
  plan: Pick<Plan, 'gmina' | 'title' | 'fromYear' | 'toYear' | 'content' | 'replaces'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('lpdi')
    .values({
      centre_id: actor.centreId,
      id,
      gmina: plan.gmina,
      title: plan.title,
      from_year: plan.fromYear,
      to_year: plan.toYear,
      state: 'draft',
      content: sql`${JSON.stringify(plan.content)}::jsonb`,
      replaces: plan.replaces,
      created_by: actor.accountId,
      created_on: today,
    })
    .execute();
  return id;
}

/** What of a plan a command changes. */
export interface PlanChange {
  state?: PlanState;
  content?: Content;
  figures?: Figures;
  figuresOn?: string;
  resolution?: string;
  adoptedOn?: string;
  endedOn?: string;
}

/** Writes a change of a plan; its version grows by one. */
export async function updatePlan(tx: Db, centreId: string, id: string, change: PlanChange): Promise<void> {
  const { state: next, content, figures, figuresOn, resolution, adoptedOn, endedOn } = change;
  await tx
    .updateTable('lpdi')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(next && { state: next }),
      ...(content && { content: sql`${JSON.stringify(content)}::jsonb` }),
      ...(figures && { figures: sql`${JSON.stringify(figures)}::jsonb` }),
      ...(figuresOn && { figures_on: figuresOn }),
      ...(resolution && { resolution }),
      ...(adoptedOn && { adopted_on: adoptedOn }),
      ...(endedOn && { ended_on: endedOn }),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** A value that people measured. */
export interface Measurement {
  indicatorId: string;
  measuredOn: string;
  value: number;
  source: string;
}

/** Measurements of a plan, the newest first. */
export async function listMeasurements(db: Db, centreId: string, planId: string): Promise<Measurement[]> {
  const rows = await db
    .selectFrom('lpdi_measurement')
    .select(['indicator_id as indicatorId', 'measured_on as measuredOn', 'value', 'source'])
    .where('centre_id', '=', centreId)
    .where('lpdi_id', '=', planId)
    .orderBy('measured_on', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/** Writes a measurement; another one of the same indicator and day is the constraint `lpdi_measurement_..._key`. */
export async function insertMeasurement(
  tx: Db,
  { actor, today }: Moment,
  planId: string,
  { indicatorId, measuredOn, value, source }: Measurement,
): Promise<void> {
  await tx
    .insertInto('lpdi_measurement')
    .values({
      centre_id: actor.centreId,
      id: newId(),
      lpdi_id: planId,
      indicator_id: indicatorId,
      measured_on: measuredOn,
      value: String(value),
      source,
      recorded_by: actor.accountId,
      recorded_on: today,
    })
    .execute();
}
