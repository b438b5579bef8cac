import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Published, publishedSchema } from '../domain/published.ts';

/** An edition of published results, without its tables. */
export interface Edition {
  edition: number;
  publishedOn: string;
  withdrawnOn: string | null;
}

/** Editions of a survey's results, newest first. */
export async function editionsOf(db: Db, centreId: string, surveyId: string): Promise<Edition[]> {
  return await db
    .selectFrom('result_publication')
    .select(['edition', 'published_on as publishedOn', 'withdrawn_on as withdrawnOn'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .orderBy('edition', 'desc')
    .execute();
}

/** Keeps an edition. */
export async function insertEdition(
  tx: Db,
  by: { centreId: string; accountId: string; today: string },
  { surveyId, edition, data }: { surveyId: string; edition: number; data: Published },
): Promise<void> {
  await tx
    .insertInto('result_publication')
    .values({
      centre_id: by.centreId,
      survey_id: surveyId,
      edition,
      data: sql`${JSON.stringify(data)}::jsonb`,
      published_on: by.today,
      published_by: by.accountId,
    })
    .execute();
}

/** Takes every edition of a survey back; gives how many. */
export async function withdrawEditions(
  tx: Db,
  by: { centreId: string; accountId: string; today: string },
  surveyId: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('result_publication')
    .set({ withdrawn_on: by.today, withdrawn_by: by.accountId })
    .where('centre_id', '=', by.centreId)
    .where('survey_id', '=', surveyId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

const published = (db: Db, centreId: string) =>
  db
    .selectFrom('result_publication as p')
    .innerJoin('survey', (join) =>
      join.onRef('survey.centre_id', '=', 'p.centre_id').onRef('survey.id', '=', 'p.survey_id'),
    )
    .where('p.centre_id', '=', centreId)
    .where('p.withdrawn_on', 'is', null);

/** A published survey by the part of its address that names it: its newest edition. */
export async function findPublished(
  db: Db,
  centreId: string,
  slug: string,
): Promise<
  { surveyId: string; slug: string; edition: number; publishedOn: string; data: Published } | undefined
> {
  const row = await published(db, centreId)
    .where('survey.slug', '=', slug)
    .select(['p.survey_id', 'survey.slug', 'p.edition', 'p.published_on', 'p.data'])
    .orderBy('p.edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      surveyId: row.survey_id,
      slug: row.slug,
      edition: row.edition,
      publishedOn: row.published_on,
      data: publishedSchema.parse(row.data),
    }
  );
}

/** Surveys with published results, the newest first. */
export async function listPublished(
  db: Db,
  centreId: string,
): Promise<{ slug: string; title: string; publishedOn: string; sheets: number; representative: boolean }[]> {
  const rows = await published(db, centreId)
    .distinctOn('p.survey_id')
    .select([
      'survey.slug',
      'p.published_on',
      sql<string>`p.data->>'title'`.as('title'),
      sql<number>`(p.data->'method'->>'sheets')::int`.as('sheets'),
      sql<boolean>`p.data->'method'->>'sampling' = 'sample'`.as('representative'),
    ])
    .orderBy('p.survey_id')
    .orderBy('p.edition', 'desc')
    .limit(200)
    .execute();
  return rows
    .map(({ published_on: publishedOn, ...row }) => ({ ...row, publishedOn }))
    .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn));
}

/** Which surveys have published results, and the part of their address that names each. */
export async function publishedSurveyPlaces(
  db: Db,
  centreId: string,
): Promise<{ surveyId: string; slug: string }[]> {
  return await published(db, centreId)
    .distinctOn('p.survey_id')
    .select(['p.survey_id as surveyId', 'survey.slug'])
    .orderBy('p.survey_id')
    .execute();
}
