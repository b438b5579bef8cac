import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Answers, answersSchema } from '../domain/answers.ts';
import type { Sampling, State } from '../domain/survey.ts';
import { gathered } from './gathered.ts';

/** What answering needs to know of a survey. */
export interface Asked {
  id: string;
  slug: string;
  sampling: Sampling;
  state: State;
  opensOn: string | null;
  closesOn: string | null;
  answeredVersion: number;
}

const askedRow = z.object({
  id: z.string(),
  slug: z.string(),
  sampling: z.enum(['sample', 'open']),
  state: z.enum(['draft', 'published', 'closed']),
  opens_on: z.string().nullable(),
  closes_on: z.string().nullable(),
  answered_version: z.number(),
});

/** Published surveys by the parts of their addresses; those of one batch together. */
export const askedBySlug = gathered<{ centreId: string; slug: string }, Asked | undefined>(
  async (tx, wanted) => {
    const [first] = wanted;
    if (!first) return [];
    const rows = await tx
      .selectFrom('survey')
      .select(['id', 'slug', 'sampling', 'state', 'opens_on', 'closes_on', 'answered_version'])
      .where('centre_id', '=', first.centreId)
      .where('slug', 'in', [...new Set(wanted.map(({ slug }) => slug))])
      .where('answered_version', 'is not', null)
      .execute();
    const found = new Map(
      rows.map((row) => {
        const {
          opens_on: opensOn,
          closes_on: closesOn,
          answered_version: answeredVersion,
          ...rest
        } = askedRow.parse(row);
        return [row.slug, { ...rest, opensOn, closesOn, answeredVersion }];
      }),
    );
    return wanted.map(({ slug }) => found.get(slug));
  },
);

/** A sheet being answered on the web. */
export interface Draft {
  mark: Buffer;
  surveyId: string;
  versionNo: number;
  sheetId: string;
  answers: Answers;
  invitation: Buffer | null;
  startedMinute: number;
}

const draftFields = [
  'mark',
  'survey_id',
  'version_no',
  'sheet_id',
  'answers',
  'invitation',
  'started_minute',
] as const;

async function draftsBy(db: Db, centreId: string, marks: readonly Buffer[]): Promise<Map<string, Draft>> {
  const rows = await db
    .selectFrom('survey_draft')
    .select(draftFields)
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`mark = any(${marks}::bytea[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.mark.toString('hex'),
      {
        mark: row.mark,
        surveyId: row.survey_id,
        versionNo: row.version_no,
        sheetId: row.sheet_id,
        answers: answersSchema.parse(row.answers),
        invitation: row.invitation,
        startedMinute: row.started_minute,
      },
    ]),
  );
}

/** A draft by the mark of its code. */
export const findDraft = async (db: Db, centreId: string, mark: Buffer): Promise<Draft | undefined> =>
  (await draftsBy(db, centreId, [mark])).get(mark.toString('hex'));

/** Drafts by the marks of their codes; those of one batch together. */
export const draftByMark = gathered<{ centreId: string; mark: Buffer }, Draft | undefined>(
  async (tx, wanted) => {
    const [first] = wanted;
    if (!first) return [];
    const found = await draftsBy(
      tx,
      first.centreId,
      wanted.map(({ mark }) => mark),
    );
    return wanted.map(({ mark }) => found.get(mark.toString('hex')));
  },
);

/** Keeps a draft: a new one, or what was answered further; those of one batch together. */
export const saveDraft = gathered<{ centreId: string; draft: Draft; today: string }, void>(
  async (tx, wanted) => {
    const [first] = wanted;
    if (!first) return [];
    // The same page sent twice at once: one statement touches a row once, and the later one counts.
    const last = new Map(wanted.map((one) => [one.draft.mark.toString('hex'), one]));
    const rows = [...last].map(([mark, { draft, today }]) => ({
      mark,
      survey_id: draft.surveyId,
      version_no: draft.versionNo,
      sheet_id: draft.sheetId,
      answers: draft.answers,
      invitation: draft.invitation?.toString('hex') ?? null,
      started_minute: draft.startedMinute,
      touched_on: today,
    }));
    await sql`
      insert into survey_draft (centre_id, mark, survey_id, version_no, sheet_id, answers, invitation, started_minute, touched_on)
      select ${first.centreId}::uuid, decode(r.mark, 'hex'), r.survey_id, r.version_no, r.sheet_id, r.answers,
        decode(r.invitation, 'hex'), r.started_minute, r.touched_on
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (mark text, survey_id uuid, version_no int, sheet_id uuid,
        answers jsonb, invitation text, started_minute int, touched_on date)
      order by r.mark
      on conflict (centre_id, mark) do update set answers = excluded.answers, touched_on = excluded.touched_on`.execute(
      tx,
    );
    return [];
  },
);

/** Removes a draft: it was sent; those of one batch together. */
export const dropDraft = gathered<{ centreId: string; mark: Buffer }, void>(async (tx, wanted) => {
  const [first] = wanted;
  if (!first) return [];
  await tx
    .deleteFrom('survey_draft')
    .where('centre_id', '=', first.centreId)
    .where(sql<boolean>`mark = any(${wanted.map(({ mark }) => mark)}::bytea[])`)
    .execute();
  return [];
});

/** Removes drafts that nobody has touched since a day. */
export async function dropDraftsBefore(tx: Db, centreId: string, day: string): Promise<number> {
  const rows = await tx
    .deleteFrom('survey_draft')
    .where('centre_id', '=', centreId)
    .where('touched_on', '<', day)
    .returning('mark')
    .execute();
  return rows.length;
}

/** The stratum of an unused invitation by the mark of its code. */
export async function findInvitation(
  db: Db,
  centreId: string,
  surveyId: string,
  mark: Buffer,
): Promise<{ id: string; stratumNo: number } | undefined> {
  const row = await db
    .selectFrom('survey_invitation')
    .select(['id', 'stratum_no'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where((eb) => eb.or([eb('mark', '=', mark), eb('second_mark', '=', mark)]))
    .executeTakeFirst();
  return row && { id: row.id, stratumNo: row.stratum_no };
}

/**
 * Uses an invitation up: the row is gone, and with it the last that was known of the person.
 * @throws when somebody else has used it in the meantime; the transaction must not be kept then
 */
export async function useInvitation(tx: Db, centreId: string, surveyId: string, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('survey_invitation')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!gone) throw new Error('an invitation is used once');
}
