import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Stratum } from '../domain/sample.ts';

/** A stratum with how it answered: sheets that came with a code of it, and people who have not answered. */
export interface StratumCount extends Stratum {
  answered: number;
  silent: number;
}

const sexOf = z.enum(['woman', 'man']);

/** Strata of a survey in their order, with how many have not answered. */
export async function strataOf(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<Omit<StratumCount, 'answered'>[]> {
  const [rows, waiting] = await Promise.all([
    db
      .selectFrom('survey_stratum')
      .select(['no', 'sex', 'age_from', 'age_to', 'locality', 'population', 'drawn'])
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .orderBy('no')
      .execute(),
    db
      .selectFrom('survey_invitation')
      .select(['stratum_no', sql<number>`count(*)::int`.as('n')])
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .groupBy('stratum_no')
      .execute(),
  ]);
  const silent = new Map(waiting.map(({ stratum_no: no, n }) => [no, n]));
  return rows.map((row) => ({
    no: row.no,
    sex: sexOf.parse(row.sex),
    ageFrom: row.age_from,
    ageTo: row.age_to,
    locality: row.locality,
    population: row.population,
    drawn: row.drawn,
    silent: silent.get(row.no) ?? 0,
  }));
}

/** Strata of a survey in their order, with how many have answered. The sheets are gone through once for all of them. */
export async function progressOfSample(db: Db, centreId: string, surveyId: string): Promise<StratumCount[]> {
  const [strata, sheets] = await Promise.all([
    strataOf(db, centreId, surveyId),
    db
      .selectFrom('survey_sheet')
      .select(['stratum_no', sql<number>`count(*)::int`.as('n')])
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .where('stratum_no', 'is not', null)
      .groupBy('stratum_no')
      .execute(),
  ]);
  const answered = new Map(sheets.map(({ stratum_no: no, n }) => [no, n]));
  return strata.map((one) => ({ ...one, answered: answered.get(one.no) ?? 0 }));
}

/** Writes a drawn sample: its strata, and those who will be asked, with their sealed addresses. */
export async function insertSample(
  tx: Db,
  centreId: string,
  surveyId: string,
  strata: readonly Stratum[],
  invitations: readonly { stratumNo: number; addressee: string }[],
): Promise<void> {
  const rows = JSON.stringify(
    strata.map((one) => ({
      no: one.no,
      sex: one.sex,
      age_from: one.ageFrom,
      age_to: one.ageTo,
      locality: one.locality,
      population: one.population,
      drawn: one.drawn,
    })),
  );
  await sql`insert into survey_stratum (centre_id, survey_id, no, sex, age_from, age_to, locality, population, drawn)
    select ${centreId}::uuid, ${surveyId}::uuid, r.no, r.sex, r.age_from, r.age_to, r.locality, r.population, r.drawn
    from jsonb_to_recordset(${rows}::jsonb)
      as r (no int, sex text, age_from int, age_to int, locality text, population int, drawn int)`.execute(
    tx,
  );
  await sql`insert into survey_invitation (centre_id, survey_id, stratum_no, addressee)
    select ${centreId}::uuid, ${surveyId}::uuid, r."stratumNo", r.addressee
    from jsonb_to_recordset(${JSON.stringify(invitations)}::jsonb) as r ("stratumNo" int, addressee text)`.execute(
    tx,
  );
}

/** Those who have not answered, with their sealed addresses; locked. */
export async function silentInvitations(
  tx: Db,
  centreId: string,
  surveyId: string,
): Promise<{ id: string; addressee: string }[]> {
  const rows = await tx
    .selectFrom('survey_invitation')
    .select(['id', 'addressee'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('addressee', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.flatMap(({ id, addressee }) => (addressee === null ? [] : [{ id, addressee }]));
}

/** Keeps the marks of the codes that go out with a wave; with the last one the addresses go. */
export async function markInvitations(
  tx: Db,
  centreId: string,
  surveyId: string,
  wave: 1 | 2,
  marks: readonly { id: string; mark: Buffer }[],
): Promise<void> {
  const rows = JSON.stringify(marks.map(({ id, mark }) => ({ id, mark: mark.toString('hex') })));
  const column =
    wave === 1
      ? sql`mark = decode(r.mark, 'hex')`
      : sql`second_mark = decode(r.mark, 'hex'), addressee = null`;
  await sql`update survey_invitation i set ${column}
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, mark text)
    where i.centre_id = ${centreId}::uuid and i.survey_id = ${surveyId}::uuid and i.id = r.id`.execute(tx);
}

/** Takes the addresses out of the surveys that are over on a day. Gives how many there were. */
export async function dropAddresses(tx: Db, centreId: string, today: string): Promise<number> {
  const rows = await tx
    .updateTable('survey_invitation')
    .set({ addressee: null })
    .where('centre_id', '=', centreId)
    .where('addressee', 'is not', null)
    .where('survey_id', 'in', (eb) =>
      eb
        .selectFrom('survey')
        .select('id')
        .where('centre_id', '=', centreId)
        .where((or) => or.or([or('state', '=', 'closed'), or('closes_on', '<', today)])),
    )
    .returning('id')
    .execute();
  return rows.length;
}
