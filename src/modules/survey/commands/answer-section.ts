import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { langs } from '../../../lang.ts';
import { anyoneWhoWrites } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  askedBySlug,
  type Draft,
  draftByMark,
  dropDraft,
  findInvitation,
  saveDraft,
  useInvitation,
} from '../db/answering.ts';
import { insertSheet, sheetSent, type Sheet } from '../db/sheets.ts';
import { findVersion } from '../db/surveys.ts';
import { rawAnswersSchema } from '../domain/answers.ts';
import { readCode } from '../domain/code-text.ts';
import { codeMark, newCode } from '../domain/codes.ts';
import { encode } from '../domain/columns.ts';
import { fieldOf, flagOf } from '../domain/read-answers.ts';
import { stepOf } from '../domain/step.ts';
import { slugPattern, surveyBasis, takesAnswers } from '../domain/survey.ts';
import { pl } from '../pl.ts';

const words = pl.web;

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);

/** What one page of a survey leads to: answers kept for later, or the sheet, sent. */
type Step =
  | { already: true }
  | { code: string; draft: Draft; next: string }
  | { sheet: Sheet; draft: Draft | undefined; invitation: string | undefined };

/** A person answers one section on the web; with the last one the sheet is sent. Nobody is asked who they are. */
export const answerSection = command({
  name: 'survey.answer-section',
  summary:
    'Answer one section of a survey on the web; the last one sends the sheet, which is anonymous from then on',
  input: z.object({
    slug: z.string().regex(slugPattern),
    section: z.string().max(40),
    /** Code of the sheet begun before; none on the first page. */
    draft: z.string().max(40).optional(),
    /** Code of an invitation; needed on the first page of a survey by sample. */
    code: z.string().max(40).optional(),
    lang: z.enum(langs).default('pl'),
    /** Made by chance for the page: the same sheet sent twice is one row, with no receipt that would tell the minute. */
    sheet: z.uuid().optional(),
    /** Names of the questions that stood on the page. */
    seen: z.string().max(4000).default(''),
    answers: rawAnswersSchema.default({}),
  }),
  result: z.object({ code: z.string().nullable(), next: z.string().nullable() }),
  basis: surveyBasis,
  async load(tx, input, { actor: { centreId } }) {
    const code = readCode(input.draft ?? '');
    const typed = readCode(input.code ?? '');
    const { slug, sheet: sheetId } = input;
    const [asked, draft, known] = await Promise.all([
      askedBySlug(tx, { centreId, slug }),
      code ? draftByMark(tx, { centreId, mark: codeMark(centreId, 'draft', code) }) : undefined,
      sheetId === undefined ? false : sheetSent(tx, { centreId, slug, sheetId }),
    ]);
    if (!asked || (draft && draft.surveyId !== asked.id)) return undefined;
    const sent = !draft && known === true;
    const mark = draft ? draft.invitation : typed ? codeMark(centreId, 'invitation', typed) : null;
    const [definition, invitation] = await Promise.all([
      findVersion(tx, centreId, asked.id, draft?.versionNo ?? asked.answeredVersion),
      mark ? findInvitation(tx, centreId, asked.id, mark) : undefined,
    ]);
    return definition && { asked, draft, definition, invitation, mark, sent };
  },
  allow: anyoneWhoWrites(),
  decide(
    { asked, draft, definition, invitation, mark, sent },
    input,
    { actor, today, now },
  ): Step | ReturnType<typeof refuse> {
    if (sent) return { already: true };
    if (!takesAnswers(asked, today)) return refuse('survey.not-open', words.notOpen);
    if (input.draft && !draft) return refuse('survey.no-draft', words.noDraft);
    if ((asked.sampling === 'sample' || mark || input.code) && !invitation)
      return refuse('survey.code', words.code, { field: 'code' });
    const step = stepOf(definition, draft?.answers ?? {}, {
      section: input.section,
      seen: new Set(input.seen.split(',')),
      raw: input.answers,
    });
    if (step.kind === 'hidden') return refuse('survey.hidden-answer', words.hidden);
    if (step.kind === 'faults')
      return refuse('survey.answers', words.answers, {
        fields: Object.fromEntries(step.faults.map((fault) => [fieldOf(fault), pl.faults[fault.kind]])),
      });
    const sheetId = draft?.sheetId ?? input.sheet ?? randomUUID();
    const versionNo = draft?.versionNo ?? asked.answeredVersion;
    if (step.kind === 'next') {
      const code = readCode(input.draft ?? '') ?? newCode();
      const begun: Draft = draft ?? {
        mark: codeMark(actor.centreId, 'draft', code),
        surveyId: asked.id,
        versionNo,
        sheetId,
        answers: {},
        invitation: mark,
        startedMinute: minuteOf(now),
      };
      return { code, draft: { ...begun, answers: step.answers }, next: step.section };
    }
    return {
      draft,
      invitation: invitation?.id,
      sheet: {
        ...encode(definition, step.answers),
        id: sheetId,
        surveyId: asked.id,
        versionNo,
        mode: 'web',
        day: today,
        lang: input.lang,
        stratumNo: invitation?.stratumNo ?? null,
        minutes: draft ? Math.min(240, Math.max(0, minuteOf(now) - draft.startedMinute)) : null,
        flags: step.faults.map(flagOf),
      },
    };
  },
  async save(tx, step, { actor: { centreId }, today }) {
    if ('already' in step) return { code: null, next: null };
    if ('next' in step) {
      await saveDraft(tx, { centreId, draft: step.draft, today });
      return { code: step.code, next: step.next };
    }
    await Promise.all([
      insertSheet(tx, { centreId, sheet: step.sheet }),
      step.invitation ? useInvitation(tx, centreId, step.sheet.surveyId, step.invitation) : undefined,
      step.draft ? dropDraft(tx, { centreId, mark: step.draft.mark }) : undefined,
    ]);
    return { code: null, next: null };
  },
  audit: () => ({ what: {} }),
  unrecorded: true,
  // A receipt knows the minute too; the same sheet is known by its id.
  receipt: () => undefined,
  joins: true,
});
