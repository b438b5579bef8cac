import { z } from 'zod';
import { date, id, integer } from '../../../platform/fields.ts';
import { langs } from '../../../lang.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findInvitation, useInvitation } from '../db/answering.ts';
import { insertSheet, knownSheets, type Sheet } from '../db/sheets.ts';
import { findSurvey, findVersion } from '../db/surveys.ts';
import { rawAnswersSchema } from '../domain/answers.ts';
import { readCode } from '../domain/code-text.ts';
import { codeMark } from '../domain/codes.ts';
import { encode } from '../domain/columns.ts';
import { flagOf, readSheet } from '../domain/read-answers.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { enters } from './roles.ts';

const words = pl.errors;

const sheetInput = z.object({
  /** Made by chance on the device (UUID version 4): the same sheet sent again changes nothing. */
  id: id(),
  day: date(),
  lang: z.enum(langs).default('pl'),
  minutes: integer(0, 240).optional(),
  code: z.string().max(40).optional(),
  answers: rawAnswersSchema,
});

/**
 * Sheets collected on a device without a network, sent together and as often as it takes. What is wrong with a sheet is kept
 * as a flag: nobody can be asked again.
 */
export const postSheets = command({
  name: 'survey.post-sheets',
  summary:
    'Send sheets collected by an interviewer; a sheet sent twice is one row, and the answer says which are kept',
  input: z.object({
    surveyId: id(),
    versionNo: integer(1, 10_000),
    sheets: z.array(sheetInput).min(1).max(200),
  }),
  result: z.object({
    kept: z.array(z.string()),
    already: z.array(z.string()),
    flagged: z.array(z.object({ id: z.string(), flags: z.array(z.string()) })),
  }),
  basis: surveyBasis,
  async load(tx, { surveyId, versionNo, sheets }, { actor: { centreId } }) {
    const survey = await findSurvey(tx, centreId, { id: surveyId });
    if (!survey) return undefined;
    const [definition, known] = await Promise.all([
      findVersion(tx, centreId, surveyId, versionNo),
      knownSheets(
        tx,
        centreId,
        surveyId,
        sheets.map((sheet) => sheet.id),
      ),
    ]);
    const invitations = new Map<string, { id: string; stratumNo: number }>();
    for (const sheet of sheets) {
      const code = readCode(sheet.code ?? '');
      const found =
        code && !known.has(sheet.id)
          ? await findInvitation(tx, centreId, surveyId, codeMark(centreId, 'invitation', code))
          : undefined;
      if (found && ![...invitations.values()].some((one) => one.id === found.id))
        invitations.set(sheet.id, found);
    }
    return { survey, definition, known, invitations };
  },
  allow: enters,
  decide({ survey, definition, known, invitations }, { versionNo, sheets }, { today }) {
    if (survey.state === 'draft') return refuse('survey.not-running', words.notRunning);
    if (!definition) return refuse('survey.unknown-version', words.unknownVersion);
    const { opensOn } = survey;
    const once = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    return {
      surveyId: survey.id,
      already: [...once.keys()].filter((sheetId) => known.has(sheetId)),
      fresh: [...once.values()]
        .filter((sheet) => !known.has(sheet.id))
        .map((sheet) => {
          const read = readSheet(definition, sheet.answers);
          const invitation = invitations.get(sheet.id);
          // A device whose clock is wrong tells a day on which nobody was asked.
          const wrongDay = sheet.day > today || (opensOn !== null && sheet.day < opensOn);
          const kept: Sheet = {
            ...encode(definition, read.answers),
            id: sheet.id,
            surveyId: survey.id,
            versionNo,
            mode: 'interviewer',
            day: wrongDay ? today : sheet.day,
            lang: sheet.lang,
            stratumNo: invitation?.stratumNo ?? null,
            minutes: sheet.minutes ?? null,
            flags: [
              ...read.faults.map(flagOf),
              ...(wrongDay ? ['day'] : []),
              ...(sheet.code && !invitation ? ['code'] : []),
            ],
          };
          return { sheet: kept, invitation: invitation?.id };
        }),
    };
  },
  async save(tx, { surveyId, already, fresh }, { actor: { centreId } }) {
    await Promise.all(fresh.map(({ sheet }) => insertSheet(tx, { centreId, sheet })));
    for (const { invitation } of fresh)
      if (invitation) await useInvitation(tx, centreId, surveyId, invitation);
    return {
      kept: fresh.map(({ sheet }) => sheet.id),
      already,
      flagged: fresh.flatMap(({ sheet: { id: sheetId, flags } }) =>
        flags.length > 0 ? [{ id: sheetId, flags }] : [],
      ),
    };
  },
  audit: ({ surveyId, already, fresh }) => ({
    what: { surveyId, kept: fresh.length, already: already.length },
  }),
  // Ids of sheets with the minute of sending would tell more than the day: they are not kept.
  receipt: () => undefined,
});
