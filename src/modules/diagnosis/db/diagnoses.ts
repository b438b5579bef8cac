import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Figures } from '../../../statistics/index.ts';
import { figureSchema } from '../../population/index.ts';
import { type Content, contentSchema } from '../domain/content.ts';
import { type DiagnosisState, diagnosisStates } from '../domain/lifecycle.ts';

export const figuresSchema = z.record(z.string(), z.object({ name: z.string(), figure: figureSchema }));

/** A diagnosis as it stands. */
export interface Diagnosis {
  id: string;
  /** Null: of the whole centre. */
  gmina: string | null;
  gminaName: string | null;
  title: string;
  fromYear: number;
  toYear: number;
  state: DiagnosisState;
  content: Content;
  figures: z.infer<typeof figuresSchema>;
  figuresOn: string | null;
  replaces: string | null;
  consultedFrom: string | null;
  consultedTo: string | null;
  toMayorOn: string | null;
  toCouncilOn: string | null;
  inForceOn: string | null;
  endedOn: string | null;
  version: number;
}

const diagnoses = (db: Db, centreId: string) =>
  db
    .selectFrom('diagnosis')
    .leftJoin('gmina', 'gmina.teryt', 'diagnosis.gmina')
    .where('diagnosis.centre_id', '=', centreId)
    .select([
      'diagnosis.id',
      'diagnosis.gmina',
      'gmina.name as gminaName',
      'title',
      'from_year as fromYear',
      'to_year as toYear',
      'diagnosis.state',
      'content',
      'figures',
      'figures_on as figuresOn',
      'replaces',
      'consulted_from as consultedFrom',
      'consulted_to as consultedTo',
      'to_mayor_on as toMayorOn',
      'to_council_on as toCouncilOn',
      'in_force_on as inForceOn',
      'ended_on as endedOn',
      'diagnosis.version',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof diagnoses>['executeTakeFirstOrThrow']>>;

const state = z.enum(diagnosisStates);

const diagnosisOf = (row: Row): Diagnosis => ({
  ...row,
  state: state.parse(row.state),
  content: contentSchema.parse(row.content),
  figures: figuresSchema.parse(row.figures),
});

/** Diagnoses of a centre, the newest years first. */
export async function listDiagnoses(db: Db, centreId: string): Promise<Diagnosis[]> {
  const rows = await diagnoses(db, centreId)
    .orderBy('from_year', 'desc')
    .orderBy('diagnosis.id', 'desc')
    .execute();
  return rows.map(diagnosisOf);
}

/** One diagnosis, locked when it will change; undefined when the centre has none of this id. */
export async function findDiagnosis(
  db: Db,
  centreId: string,
  id: string,
  lock?: 'lock',
): Promise<Diagnosis | undefined> {
  const one = diagnoses(db, centreId).where('diagnosis.id', '=', id);
  const row = await (lock ? one.forUpdate('diagnosis') : one).executeTakeFirst();
  return row ? diagnosisOf(row) : undefined;
}

/** Writes a new diagnosis. */
export async function insertDiagnosis(
  tx: Db,
  { actor, today }: Moment,
  of: Pick<Diagnosis, 'gmina' | 'title' | 'fromYear' | 'toYear' | 'content' | 'replaces'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('diagnosis')
    .values({
      centre_id: actor.centreId,
      id,
      gmina: of.gmina,
      title: of.title,
      from_year: of.fromYear,
      to_year: of.toYear,
      state: 'planned',
      content: sql`${JSON.stringify(of.content)}::jsonb`,
      replaces: of.replaces,
      created_by: actor.accountId,
      created_on: today,
    })
    .execute();
  return id;
}

/** What of a diagnosis a command changes. */
export interface DiagnosisChange {
  state?: DiagnosisState;
  content?: Content;
  figures?: Figures;
  figuresOn?: string;
  consultedFrom?: string;
  consultedTo?: string;
  toMayorOn?: string;
  toCouncilOn?: string;
  inForceOn?: string;
  endedOn?: string;
}

/** Writes a change; the version grows by one. */
export async function updateDiagnosis(
  tx: Db,
  centreId: string,
  id: string,
  change: DiagnosisChange,
): Promise<void> {
  const { state: next, content, figures, figuresOn } = change;
  await tx
    .updateTable('diagnosis')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(next && { state: next }),
      ...(content && { content: sql`${JSON.stringify(content)}::jsonb` }),
      ...(figures && { figures: sql`${JSON.stringify(figures)}::jsonb` }),
      ...(figuresOn && { figures_on: figuresOn }),
      ...(change.consultedFrom && { consulted_from: change.consultedFrom }),
      ...(change.consultedTo && { consulted_to: change.consultedTo }),
      ...(change.toMayorOn && { to_mayor_on: change.toMayorOn }),
      ...(change.toCouncilOn && { to_council_on: change.toCouncilOn }),
      ...(change.inForceOn && { in_force_on: change.inForceOn }),
      ...(change.endedOn && { ended_on: change.endedOn }),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Ends every other diagnosis of the same gmina (or centre) that holds; gives how many. */
export async function endOthers(tx: Db, centreId: string, of: Diagnosis, on: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('diagnosis')
    .set((row) => ({ state: 'expired', ended_on: on, version: row('version', '+', 1) }))
    .where('centre_id', '=', centreId)
    .where('id', '<>', of.id)
    .where('state', 'in', ['in_force', 'updating'])
    .where('gmina', 'is not distinct from', of.gmina)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends what came into force on this day or before; gives how many. */
export async function endInForceUntil(tx: Db, centreId: string, until: string, on: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('diagnosis')
    .set((row) => ({ state: 'expired', ended_on: on, version: row('version', '+', 1) }))
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['in_force', 'updating'])
    .where('in_force_on', '<=', until)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
