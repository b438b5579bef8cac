import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { langs } from '../../../lang.ts';
import { anyone } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  askedBySlug,
  type Draft,
  dropDraft,
  findDraft,
  findInvitation,
  insertSheet,
  knownSheets,
  saveDraft,
  type Sheet,
  useInvitation,
} from '../db/answering.ts';
import { findVersion } from '../db/surveys.ts';
import { type Answers, rawAnswersSchema } from '../domain/answers.ts';
import { codeMark, newCode, readCode } from '../domain/codes.ts';
import { encode } from '../domain/columns.ts';
import { fieldOf, flagOf, readAnswers, readSheet } from '../domain/read-answers.ts';
import { sectionAfter, shownFor } from '../domain/shown.ts';
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
    const [asked, draft] = await Promise.all([
      askedBySlug(tx, { centreId, slug: input.slug }),
      code ? findDraft(tx, centreId, codeMark(centreId, 'draft', code)) : undefined,
    ]);
    if (!asked || (draft && draft.surveyId !== asked.id)) return undefined;
    const { sheet } = input;
    const sent =
      sheet !== undefined && !draft && (await knownSheets(tx, centreId, asked.id, [sheet])).has(sheet);
    const mark = draft ? draft.invitation : typed ? codeMark(centreId, 'invitation', typed) : null;
    const [definition, invitation] = await Promise.all([
      findVersion(tx, centreId, asked.id, draft?.versionNo ?? asked.answeredVersion),
      mark ? findInvitation(tx, centreId, asked.id, mark) : undefined,
    ]);
    return definition && { asked, draft, definition, invitation, mark, sent };
  },
  allow: anyone(),
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
    const section = definition.sections.find(({ name }) => name === input.section);
    const here = section?.questions ?? [];
    const read = readAnswers(here, input.answers);
    const names = new Set(here.map(({ name }) => name));
    const earlier = Object.fromEntries(
      Object.entries(draft?.answers ?? {}).filter(([name]) => !names.has(name)),
    );
    const merged: Answers = { ...earlier, ...read.answers };
    const shown = shownFor(definition, merged);
    const asking = new Set(
      shown.sections.find((one) => one.section.name === section?.name)?.questions.map(({ name }) => name),
    );
    const seen = new Set(input.seen.split(','));
    // A question that an answer on this very page has just closed was seen; any other answer to a hidden one is no person's.
    if (Object.keys(read.answers).some((name) => !asking.has(name) && !seen.has(name)))
      return refuse('survey.hidden-answer', words.hidden);
    const opened = [...asking].some((name) => !seen.has(name) && read.answers[name] === undefined);
    const faults = read.faults.filter(
      ({ question }) => asking.has(question) && (seen.has(question) || !opened),
    );
    if (faults.length > 0)
      return refuse('survey.answers', words.answers, {
        fields: Object.fromEntries(faults.map((fault) => [fieldOf(fault), pl.faults[fault.kind]])),
      });
    const code = readCode(input.draft ?? '') ?? newCode();
    const kept: Draft = draft
      ? { ...draft, answers: merged }
      : {
          mark: codeMark(actor.centreId, 'draft', code),
          surveyId: asked.id,
          versionNo: asked.answeredVersion,
          sheetId: input.sheet ?? randomUUID(),
          answers: merged,
          invitation: mark,
          startedMinute: minuteOf(now),
        };
    const following = opened ? input.section : sectionAfter(definition, merged, section?.name);
    if (following !== undefined) return { code, draft: kept, next: following };
    const sheet = readSheet(definition, shown.answers);
    const [left] = sheet.faults;
    if (left) {
      const place = definition.sections.find(({ questions }) =>
        questions.some(({ name }) => name === left.question),
      );
      return { code, draft: kept, next: place?.name ?? input.section };
    }
    return {
      draft,
      invitation: invitation?.id,
      sheet: {
        ...encode(definition, sheet.answers),
        id: kept.sheetId,
        surveyId: asked.id,
        versionNo: kept.versionNo,
        mode: 'web',
        day: today,
        lang: input.lang,
        stratumNo: invitation?.stratumNo ?? null,
        minutes: draft ? Math.min(240, Math.max(0, minuteOf(now) - draft.startedMinute)) : null,
        flags: sheet.faults.map(flagOf),
      },
    };
  },
  async save(tx, step, { actor: { centreId }, today }) {
    if ('already' in step) return { code: null, next: null };
    if ('next' in step) {
      await saveDraft(tx, centreId, step.draft, today);
      return { code: step.code, next: step.next };
    }
    await Promise.all([
      insertSheet(tx, { centreId, sheet: step.sheet }),
      step.invitation ? useInvitation(tx, centreId, step.sheet.surveyId, step.invitation) : undefined,
      step.draft ? dropDraft(tx, centreId, step.draft.mark) : undefined,
    ]);
    return { code: null, next: null };
  },
  audit: () => ({ what: {} }),
  unrecorded: true,
  // A receipt knows the minute too; the same sheet is known by its id.
  receipt: () => undefined,
  joins: true,
});
