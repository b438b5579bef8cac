import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { figureSchema, gminaKey } from '../../population/index.ts';
import { keepPlanned } from '../../resources/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Figures } from '../domain/changes.ts';
import { type Content, contentSchema } from '../domain/content.ts';
import { type PlanState, planStates } from '../domain/lifecycle.ts';
import { type KeptPlace, keptPlaceSchema } from '../domain/places.ts';
import { plannedPlaces } from '../domain/planned.ts';

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
  places: KeptPlace[];
  /** What the last refresh changed. */
  changed: KeptChange[];
  replaces: string | null;
  resolution: string | null;
  adoptedOn: string | null;
  endedOn: string | null;
  version: number;
}

/** A change of a figure as it is kept: both values in words. */
export const keptChangeSchema = z.object({
  name: z.string(),
  kind: z.enum(['came', 'went', 'moved', 'source']),
  before: figureSchema.nullable(),
  after: figureSchema.nullable(),
});

export type KeptChange = z.infer<typeof keptChangeSchema>;

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
      'places',
      'changed',
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
  places: z.array(keptPlaceSchema).parse(row.places),
  changed: z.array(keptChangeSchema).parse(row.changed),
});

/**
 * The code of a gmina that the centre serves on this day, as the centre has it: the seventh digit changes when a village becomes
 * a town, so a code of 2020 finds the gmina of today by its first six digits. Undefined: it serves none of them.
 */
export async function gminaServed(
  db: Db,
  centreId: string,
  teryt: string,
  today: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('centre_gmina')
    .select('teryt')
    .where('centre_id', '=', centreId)
    .where(sql<string>`left(teryt, 6)`, '=', gminaKey(teryt))
    .where('valid_from', '<=', today)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', today)]))
    .executeTakeFirst();
  return row?.teryt;
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
  await keepPlaces(tx, actor.centreId, id);
  return id;
}

/** The capacity that the plan adds stands where the gap reads it (module resources): as the plan is now. */
async function keepPlaces(tx: Db, centreId: string, id: string): Promise<void> {
  const plan = await findPlan(tx, centreId, id);
  if (plan) await keepPlanned(tx, centreId, id, plannedPlaces(plan));
}

/** What of a plan a command changes. */
export interface PlanChange {
  state?: PlanState;
  content?: Content;
  figures?: Figures;
  figuresOn?: string;
  places?: readonly KeptPlace[];
  changed?: readonly KeptChange[];
  resolution?: string;
  adoptedOn?: string;
  endedOn?: string;
}

/** Writes a change of a plan; its version grows by one. */
export async function updatePlan(tx: Db, centreId: string, id: string, change: PlanChange): Promise<void> {
  const {
    state: next,
    content,
    figures,
    figuresOn,
    places,
    changed,
    resolution,
    adoptedOn,
    endedOn,
  } = change;
  await tx
    .updateTable('lpdi')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(next && { state: next }),
      ...(content && { content: sql`${JSON.stringify(content)}::jsonb` }),
      ...(figures && { figures: sql`${JSON.stringify(figures)}::jsonb` }),
      ...(figuresOn && { figures_on: figuresOn }),
      ...(places && { places: sql`${JSON.stringify(places)}::jsonb` }),
      ...(changed && { changed: sql`${JSON.stringify(changed)}::jsonb` }),
      ...(resolution && { resolution }),
      ...(adoptedOn && { adopted_on: adoptedOn }),
      ...(endedOn && { ended_on: endedOn }),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
  if (content || next) await keepPlaces(tx, centreId, id);
}
