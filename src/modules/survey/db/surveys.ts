import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Definition } from '../domain/definition.ts';
import { definitionSchema } from '../domain/definition-schema.ts';
import type { Sampling, State, Survey } from '../domain/survey.ts';

const samplingOf = z.enum(['sample', 'open']);
const stateOf = z.enum(['draft', 'published', 'closed']);

const fields = [
  'id',
  'slug',
  'title',
  'sampling',
  'state',
  'opens_on',
  'closes_on',
  'draft',
  'answered_version',
  'second_share',
  'copies',
  'seed',
  'waves',
  'version',
] as const;

interface Row {
  id: string;
  slug: string;
  title: string;
  sampling: string;
  state: string;
  opens_on: string | null;
  closes_on: string | null;
  draft: unknown;
  answered_version: number | null;
  second_share: number;
  copies: number;
  seed: string;
  waves: number;
  version: number;
}

const surveyOf = (row: Row): Survey => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  sampling: samplingOf.parse(row.sampling),
  state: stateOf.parse(row.state),
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  draft: row.draft === null ? null : definitionSchema.parse(row.draft),
  answeredVersion: row.answered_version,
  secondShare: row.second_share,
  copies: row.copies,
  seed: row.seed,
  waves: row.waves,
  version: row.version,
});

const asJson = <T>(value: unknown) => sql<T>`${JSON.stringify(value)}::jsonb`;

/** A survey by its id, or by the part of its address; locked for a change. */
export async function findSurvey(
  db: Db,
  centreId: string,
  by: { id: string } | { slug: string },
  lock = false,
): Promise<Survey | undefined> {
  const asked = db.selectFrom('survey').select(fields).where('centre_id', '=', centreId);
  const one = 'id' in by ? asked.where('id', '=', by.id) : asked.where('slug', '=', by.slug);
  const row = await (lock ? one.forUpdate() : one).executeTakeFirst();
  return row && surveyOf(row);
}

/** Whether an address is taken. */
export async function slugTaken(db: Db, centreId: string, slug: string): Promise<boolean> {
  const row = await db
    .selectFrom('survey')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewSurvey {
  id: string;
  slug: string;
  title: string;
  sampling: Sampling;
  draft: Definition;
}

export async function insertSurvey(
  tx: Db,
  centreId: string,
  survey: NewSurvey,
  today: string,
): Promise<void> {
  await tx
    .insertInto('survey')
    .values({
      centre_id: centreId,
      id: survey.id,
      slug: survey.slug,
      title: survey.title,
      sampling: survey.sampling,
      draft: asJson(survey.draft),
      created_on: today,
    })
    .execute();
}

/** What a change of a survey may touch. */
export interface SurveyChange {
  title?: string;
  sampling?: Sampling;
  state?: State;
  opensOn?: string;
  closesOn?: string;
  /** null: nothing is being written any more. */
  draft?: Definition | null;
  answeredVersion?: number;
  secondShare?: number;
  copies?: number;
  waves?: number;
}

/** Writes a change and counts the version up. */
export async function updateSurvey(
  tx: Db,
  centreId: string,
  id: string,
  change: SurveyChange,
): Promise<void> {
  const { title, sampling, state, opensOn, closesOn, draft, answeredVersion, secondShare, copies, waves } =
    change;
  await tx
    .updateTable('survey')
    .set({
      version: sql<number>`version + 1`,
      ...(title === undefined ? {} : { title }),
      ...(sampling === undefined ? {} : { sampling }),
      ...(state === undefined ? {} : { state }),
      ...(opensOn === undefined ? {} : { opens_on: opensOn }),
      ...(closesOn === undefined ? {} : { closes_on: closesOn }),
      ...(draft === undefined ? {} : { draft: draft === null ? null : asJson(draft) }),
      ...(answeredVersion === undefined ? {} : { answered_version: answeredVersion }),
      ...(secondShare === undefined ? {} : { second_share: secondShare }),
      ...(copies === undefined ? {} : { copies }),
      ...(waves === undefined ? {} : { waves }),
    })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

export async function insertVersion(
  tx: Db,
  centreId: string,
  version: { surveyId: string; no: number; definition: Definition; on: string; by: string },
): Promise<void> {
  await tx
    .insertInto('survey_version')
    .values({
      centre_id: centreId,
      survey_id: version.surveyId,
      no: version.no,
      definition: asJson(version.definition),
      published_on: version.on,
      published_by: version.by,
    })
    .execute();
}

// A published version never changes, so it is read and checked once per process.
const kept = new Map<string, Definition>();
const mostKept = 500;

/** The questionnaire of a published version. */
export async function findVersion(
  db: Db,
  centreId: string,
  surveyId: string,
  no: number,
): Promise<Definition | undefined> {
  const key = `${centreId} ${surveyId} ${no}`;
  const known = kept.get(key);
  if (known) return known;
  const row = await db
    .selectFrom('survey_version')
    .select('definition')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('no', '=', no)
    .executeTakeFirst();
  if (!row) return undefined;
  const definition = definitionSchema.parse(row.definition);
  kept.set(key, definition);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return definition;
}

/** Numbers of the published versions of a survey, oldest first. */
export async function versionsOf(db: Db, centreId: string, surveyId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('survey_version')
    .select('no')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .orderBy('no')
    .execute();
  return rows.map(({ no }) => no);
}

/** Every survey of the centre with how many sheets it has, the newest first. */
export async function listSurveys(
  db: Db,
  centreId: string,
): Promise<
  (Pick<Survey, 'id' | 'slug' | 'title' | 'sampling' | 'state' | 'opensOn' | 'closesOn'> & {
    sheets: number;
  })[]
> {
  const rows = await db
    .selectFrom('survey')
    .select(['id', 'slug', 'title', 'sampling', 'state', 'opens_on', 'closes_on'])
    .select((eb) =>
      eb
        .selectFrom('survey_sheet')
        .select(sql<number>`count(*)::int`.as('sheets'))
        .whereRef('survey_sheet.centre_id', '=', 'survey.centre_id')
        .whereRef('survey_sheet.survey_id', '=', 'survey.id')
        .as('sheets'),
    )
    .where('survey.centre_id', '=', centreId)
    .orderBy('created_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    sampling: samplingOf.parse(row.sampling),
    state: stateOf.parse(row.state),
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    sheets: row.sheets ?? 0,
  }));
}

/** Surveys that a resident can answer on a day. */
export async function listOpen(
  db: Db,
  centreId: string,
  today: string,
): Promise<{ slug: string; sampling: Sampling; closesOn: string; definition: Definition }[]> {
  const rows = await db
    .selectFrom('survey')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.centre_id', '=', 'survey.centre_id')
        .onRef('survey_version.survey_id', '=', 'survey.id')
        .onRef('survey_version.no', '=', 'survey.answered_version'),
    )
    .select(['survey.slug', 'survey.sampling', 'survey.closes_on', 'survey_version.definition'])
    .where('survey.centre_id', '=', centreId)
    .where('survey.state', '=', 'published')
    .where('survey.opens_on', '<=', today)
    .where('survey.closes_on', '>=', today)
    .orderBy('survey.closes_on')
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    sampling: samplingOf.parse(row.sampling),
    closesOn: row.closes_on ?? today,
    definition: definitionSchema.parse(row.definition),
  }));
}

/** TERYT codes of the gminas that the centre serves on a day. */
export async function gminasOf(db: Db, centreId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('centre_gmina')
    .select('teryt')
    .where('centre_id', '=', centreId)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy('teryt')
    .execute();
  return rows.map(({ teryt }) => teryt);
}

export interface Progress {
  byMode: { mode: string; sheets: number }[];
  byDay: { day: string; sheets: number }[];
  flagged: number;
}

/** How many sheets came in, by channel and by day. */
export async function progressOf(db: Db, centreId: string, surveyId: string): Promise<Progress> {
  const sheets = db
    .selectFrom('survey_sheet')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId);
  const [byMode, byDay, flagged] = await Promise.all([
    sheets
      .groupBy('mode')
      .select(['mode', sql<number>`count(*)::int`.as('sheets')])
      .orderBy('mode')
      .execute(),
    sheets
      .groupBy('day')
      .select(['day', sql<number>`count(*)::int`.as('sheets')])
      .orderBy('day')
      .execute(),
    sheets
      .where(sql<boolean>`cardinality(flags) > 0`)
      .select(sql<number>`count(*)::int`.as('sheets'))
      .executeTakeFirst(),
  ]);
  return { byMode, byDay, flagged: flagged?.sheets ?? 0 };
}
