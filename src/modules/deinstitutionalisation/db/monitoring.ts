import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { gminaKey } from '../../population/index.ts';
import { type IndicatorInput, inputs } from '../domain/indicators.ts';
import { type RecordedState, recordedStateSchema } from '../domain/recorded-year.ts';

/** A value of an indicator on a day: measured by people, or computed by the system when a year was recorded. */
export interface Measurement {
  indicatorId: string;
  measuredOn: string;
  value: number;
  source: string;
  computed: boolean;
}

/** Measurements of a plan, the newest first. */
export async function listMeasurements(db: Db, centreId: string, planId: string): Promise<Measurement[]> {
  const rows = await db
    .selectFrom('lpdi_measurement')
    .select(['indicator_id as indicatorId', 'measured_on as measuredOn', 'value', 'source', 'computed'])
    .where('centre_id', '=', centreId)
    .where('lpdi_id', '=', planId)
    .orderBy('measured_on', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/** Writes measurements; another one of the same indicator and day is the constraint `lpdi_measurement_..._key`. */
export async function insertMeasurements(
  tx: Db,
  { actor, today }: Moment,
  planId: string,
  measured: readonly Measurement[],
): Promise<void> {
  if (measured.length === 0) return;
  await tx
    .insertInto('lpdi_measurement')
    .values(
      measured.map(({ indicatorId, measuredOn, value, source, computed }) => ({
        centre_id: actor.centreId,
        id: newId(),
        lpdi_id: planId,
        indicator_id: indicatorId,
        measured_on: measuredOn,
        value: String(value),
        source,
        computed,
        recorded_by: actor.accountId,
        recorded_on: today,
      })),
    )
    .execute();
}

/** A number that the system does not keep, as people told it. */
export interface ToldInput {
  input: IndicatorInput;
  asOf: string;
  value: number;
  source: string;
}

const input = z.enum(inputs);

/** What people told of a gmina, the newest first. */
export async function listTold(db: Db, centreId: string, gmina: string): Promise<ToldInput[]> {
  const rows = await db
    .selectFrom('lpdi_input')
    .select(['input', 'as_of as asOf', 'value', 'source'])
    .where('centre_id', '=', centreId)
    .where(sql<string>`left(gmina, 6)`, '=', gminaKey(gmina))
    .orderBy('as_of', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, input: input.parse(row.input), value: Number(row.value) }));
}

/** Writes what people told; another one of the same number and day is the constraint `lpdi_input_..._key`. */
export async function insertTold(
  tx: Db,
  { actor, today }: Moment,
  gmina: string,
  told: ToldInput,
): Promise<void> {
  await tx
    .insertInto('lpdi_input')
    .values({
      centre_id: actor.centreId,
      id: newId(),
      gmina,
      input: told.input,
      as_of: told.asOf,
      value: String(told.value),
      source: told.source,
      recorded_by: actor.accountId,
      recorded_on: today,
    })
    .execute();
}

/** A year of monitoring as it was recorded. */
export interface RecordedYear {
  year: number;
  conclusions: string;
  recordedOn: string;
  state: RecordedState;
}

/** Recorded years of a plan, the newest first. */
export async function listYears(db: Db, centreId: string, planId: string): Promise<RecordedYear[]> {
  const rows = await db
    .selectFrom('lpdi_year')
    .select(['year', 'conclusions', 'recorded_on as recordedOn', 'state'])
    .where('centre_id', '=', centreId)
    .where('lpdi_id', '=', planId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, state: recordedStateSchema.parse(row.state) }));
}

/** Records a year; a second record of it is the constraint `lpdi_year_centre_id_lpdi_id_year_key`. */
export async function insertYear(
  tx: Db,
  { actor, today }: Moment,
  planId: string,
  { year, conclusions, state }: Omit<RecordedYear, 'recordedOn'>,
): Promise<void> {
  await tx
    .insertInto('lpdi_year')
    .values({
      centre_id: actor.centreId,
      id: newId(),
      lpdi_id: planId,
      year,
      conclusions,
      state: sql`${JSON.stringify(state)}::jsonb`,
      recorded_by: actor.accountId,
      recorded_on: today,
    })
    .execute();
}
