import { sql } from 'kysely';
import { z } from 'zod';
import type { Lang } from '../../../lang.ts';
import type { JsonValue } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Answers, answersSchema } from '../domain/answers.ts';
import type { Coded } from '../domain/columns.ts';
import type { Mode, Sampling, State } from '../domain/survey.ts';
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

/** A draft by the mark of its code. */
export async function findDraft(db: Db, centreId: string, mark: Buffer): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('survey_draft')
    .select(['mark', 'survey_id', 'version_no', 'sheet_id', 'answers', 'invitation', 'started_minute'])
    .where('centre_id', '=', centreId)
    .where('mark', '=', mark)
    .executeTakeFirst();
  return (
    row && {
      mark: row.mark,
      surveyId: row.survey_id,
      versionNo: row.version_no,
      sheetId: row.sheet_id,
      answers: answersSchema.parse(row.answers),
      invitation: row.invitation,
      startedMinute: row.started_minute,
    }
  );
}

/** Keeps a draft: a new one, or what was answered further. */
export async function saveDraft(tx: Db, centreId: string, draft: Draft, today: string): Promise<void> {
  const answers = sql<JsonValue>`${JSON.stringify(draft.answers)}::jsonb`;
  await tx
    .insertInto('survey_draft')
    .values({
      centre_id: centreId,
      mark: draft.mark,
      survey_id: draft.surveyId,
      version_no: draft.versionNo,
      sheet_id: draft.sheetId,
      answers,
      invitation: draft.invitation,
      started_minute: draft.startedMinute,
      touched_on: today,
    })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'mark']).doUpdateSet({ answers, touched_on: today }),
    )
    .execute();
}

/** Removes a draft: it was sent. */
export async function dropDraft(tx: Db, centreId: string, mark: Buffer): Promise<void> {
  await tx.deleteFrom('survey_draft').where('centre_id', '=', centreId).where('mark', '=', mark).execute();
}

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

/** One sheet of answers as it is kept. */
export interface Sheet extends Coded {
  id: string;
  surveyId: string;
  versionNo: number;
  mode: Mode;
  day: string;
  lang: Lang;
  stratumNo: number | null;
  minutes: number | null;
  flags: string[];
}

/**
 * Keeps a sheet, those of one batch in one statement. false: this sheet was here before, and nothing was written.
 */
export const insertSheet = gathered<{ centreId: string; sheet: Sheet }, boolean>(async (tx, wanted) => {
  const [first] = wanted;
  if (!first) return [];
  const rows = wanted.map(({ sheet }) => ({
    survey_id: sheet.surveyId,
    id: sheet.id,
    version_no: sheet.versionNo,
    mode: sheet.mode,
    day: sheet.day,
    lang: sheet.lang,
    stratum_no: sheet.stratumNo,
    minutes: sheet.minutes,
    codes: sheet.codes,
    texts: Object.keys(sheet.texts).length > 0 ? sheet.texts : null,
    flags: sheet.flags,
  }));
  const written = await sql<{ id: string }>`
    insert into survey_sheet (centre_id, survey_id, id, version_no, mode, day, lang, stratum_no, minutes, codes, texts, flags)
    select ${first.centreId}::uuid, r.survey_id, r.id, r.version_no, r.mode, r.day, r.lang, r.stratum_no, r.minutes, r.codes, r.texts, r.flags
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (survey_id uuid, id uuid, version_no int, mode text, day date,
      lang text, stratum_no int, minutes int, codes int[], texts jsonb, flags text[])
    on conflict (centre_id, survey_id, id) do nothing
    returning id`.execute(tx);
  const fresh = new Set(written.rows.map(({ id }) => id));
  return wanted.map(({ sheet }) => fresh.has(sheet.id));
});

/** The ids of those sheets that are already kept. */
export async function knownSheets(
  db: Db,
  centreId: string,
  surveyId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('survey_sheet')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
