import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { id, integer, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { findInvitation, useInvitation } from '../db/answering.ts';
import {
  insertPrintRun,
  printRuns,
  versionOfCopy,
  findCopy,
  findSheet,
  insertCopy,
  saveSecond,
  settle,
} from '../db/copies.ts';
import { insertSheet, type Sheet } from '../db/sheets.ts';
import { findSurvey, findVersion, updateSurvey } from '../db/surveys.ts';
import { rawAnswersSchema } from '../domain/answers.ts';
import { readCode } from '../domain/code-text.ts';
import { codeMark, copyCode, readCopyCode, typedTwice } from '../domain/codes.ts';
import { type Coded, columnsOf, decode, differences, encode } from '../domain/columns.ts';
import { fieldOf, flagOf, readSheet } from '../domain/read-answers.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { designs, enters } from './roles.ts';

const words = pl.errors;

/** What one typing leads to: a sheet of a copy or a call, or the second typing of a copy. */
type Entry =
  | { sheet: Sheet; copyNo: number | undefined; invitation: string | undefined }
  | { second: Coded; surveyId: string; copyNo: number; differing: number };

/** A worker types a sheet in: of a paper copy, or of a person on the telephone. */
export const enterSheet = command({
  name: 'survey.enter-sheet',
  summary:
    'Type in a paper copy (by its code) or an interview on the telephone; a copy drawn for it is typed twice',
  input: z.object({
    surveyId: id(),
    mode: z.enum(['paper', 'telephone']),
    copy: optionalText(20),
    /** Version of the questions on the page; blank: the one that is answered now. */
    versionNo: optionalInteger(1, 10_000),
    /** Code of an invitation, if the person has one. */
    code: optionalText(40),
    /** Kept although something is wrong with it: so it stands on paper. */
    asWritten: tick(),
    answers: rawAnswersSchema.default({}),
  }),
  result: z.object({
    surveyId: z.string(),
    mode: z.string(),
    /** Code of the copy that was typed. */
    copy: z.string().nullable(),
    /** Another person must type this copy again. */
    again: z.boolean(),
    differing: z.number().nullable(),
  }),
  basis: surveyBasis,
  async load(tx, input, { actor: { centreId } }) {
    const survey = await findSurvey(tx, centreId, { id: input.surveyId });
    if (!survey) return undefined;
    const typed = readCode(input.code ?? '');
    const no = input.mode === 'paper' ? readCopyCode(input.copy ?? '') : undefined;
    const [copy, invitation] = await Promise.all([
      no === undefined ? undefined : findCopy(tx, centreId, survey.id, no, true),
      typed ? findInvitation(tx, centreId, survey.id, codeMark(centreId, 'invitation', typed)) : undefined,
    ]);
    const runs = no === undefined ? [] : await printRuns(tx, centreId, survey.id);
    const printed = no === undefined ? undefined : versionOfCopy(runs, no);
    const versionNo = printed ?? survey.answeredVersion ?? 0;
    const [definition, first] = await Promise.all([
      findVersion(tx, centreId, survey.id, versionNo),
      copy ? findSheet(tx, centreId, survey.id, copy.sheetId) : undefined,
    ]);
    return { survey, no, copy, invitation, definition, versionNo, first };
  },
  allow: enters,
  decide(
    { survey, no, copy, invitation, definition, versionNo, first },
    input,
    { actor, today },
  ): Entry | Refusal {
    if (!definition || survey.state === 'draft') return refuse('survey.not-running', words.notRunning);
    // Paper comes back after the last day too; nobody is called then.
    if (input.mode === 'telephone' && survey.state !== 'published')
      return refuse('survey.not-running', words.notRunning);
    if (input.mode === 'paper') {
      if (no === undefined) return refuse('survey.copy-code', words.copyCode, { field: 'copy' });
      if (no > survey.copies) return refuse('survey.no-copy', words.noCopy, { field: 'copy' });
      if (versionNo !== (input.versionNo ?? survey.answeredVersion))
        return refuse('survey.other-version', words.otherVersion(versionNo), { field: 'copy' });
      if (copy && (copy.secondBy || !typedTwice(survey.seed, no, survey.secondShare)))
        return refuse('survey.copy-entered', words.copyEntered, { field: 'copy' });
      if (copy?.enteredBy === actor.accountId)
        return refuse('survey.second-by-other', words.secondByOther, { field: 'copy' });
    }
    if (input.code && !invitation) return refuse('survey.code', pl.web.code, { field: 'code' });
    const read = readSheet(definition, input.answers);
    if (read.faults.length > 0 && !input.asWritten)
      return refuse('survey.as-written', words.asWritten, {
        field: 'asWritten',
        fields: Object.fromEntries(read.faults.map((fault) => [fieldOf(fault), pl.faults[fault.kind]])),
      });
    const coded = encode(definition, read.answers);
    if (copy && no !== undefined)
      return {
        second: coded,
        surveyId: survey.id,
        copyNo: no,
        differing: first ? differences(first, coded, columnsOf(definition)).length : 0,
      };
    return {
      copyNo: no,
      invitation: invitation?.id,
      sheet: {
        ...coded,
        id: randomUUID(),
        surveyId: survey.id,
        versionNo,
        mode: input.mode,
        day: today,
        lang: 'pl',
        stratumNo: invitation?.stratumNo ?? null,
        minutes: null,
        flags: read.faults.map(flagOf),
      },
    };
  },
  async save(tx, entry, { actor, today }) {
    const { centreId, accountId } = actor;
    if ('second' in entry) {
      const { surveyId, copyNo, differing, second } = entry;
      await saveSecond(tx, centreId, surveyId, copyNo, { ...second, by: accountId, on: today, differing });
      return { surveyId, mode: 'paper', copy: copyCode(copyNo), again: false, differing };
    }
    const { sheet, copyNo, invitation } = entry;
    await insertSheet(tx, { centreId, sheet });
    if (invitation) await useInvitation(tx, centreId, sheet.surveyId, invitation);
    if (copyNo === undefined)
      return { surveyId: sheet.surveyId, mode: sheet.mode, copy: null, again: false, differing: null };
    const { surveyId, id: sheetId, versionNo } = sheet;
    const survey = await findSurvey(tx, centreId, { id: surveyId });
    await insertCopy(tx, centreId, { surveyId, no: copyNo, sheetId, versionNo, by: accountId, on: today });
    const again = survey !== undefined && typedTwice(survey.seed, copyNo, survey.secondShare);
    return { surveyId, mode: sheet.mode, copy: copyCode(copyNo), again, differing: null };
  },
  audit: (_entry, { surveyId, mode }) => ({ what: { surveyId, mode } }),
  constraints: { survey_copy_pkey: refuse('survey.copy-entered', words.copyEntered, { field: 'copy' }) },
});

/** Two typings of a copy differ: somebody looks at the paper and says for each difference which one is right. */
export const settleCopy = command({
  name: 'survey.settle-copy',
  summary: 'Settle the differences between two typings of a paper copy, one choice for each',
  input: z.object({
    surveyId: id(),
    no: integer(1, 100_000),
    /** By column or open question: the first or the second typing. */
    choices: z.record(z.string().max(90), z.enum(['first', 'second'])).default({}),
  }),
  result: z.object({ surveyId: z.string() }),
  basis: surveyBasis,
  async load(tx, { surveyId, no }, { actor: { centreId } }) {
    const copy = await findCopy(tx, centreId, surveyId, no, true);
    if (!copy) return undefined;
    const [definition, first] = await Promise.all([
      findVersion(tx, centreId, surveyId, copy.versionNo),
      findSheet(tx, centreId, surveyId, copy.sheetId),
    ]);
    return definition && first && { copy, definition, first };
  },
  allow: enters,
  decide({ copy, definition, first }, { surveyId, choices }) {
    const { second } = copy;
    if (!second || copy.settledBy) return refuse('survey.settled', words.settled);
    const columns = columnsOf(definition);
    const differing = differences(first, second, columns);
    // Dots are levels of a form's names: a key comes back with underlines in their place.
    const chosen = (key: string): 'first' | 'second' | undefined =>
      choices[key] ?? choices[key.replaceAll('.', '__')];
    if (differing.some(({ key }) => chosen(key) === undefined))
      return refuse('survey.settle-all', words.settleAll);
    const taken = new Set(differing.filter(({ key }) => chosen(key) === 'second').map(({ key }) => key));
    const texts = { ...first.texts };
    for (const key of taken) {
      const text = second.texts[key];
      if (text === undefined) delete texts[key];
      else if (!columns.some((column) => column.key === key)) texts[key] = text;
    }
    const coded: Coded = {
      codes: columns.map(({ key }, at) => (taken.has(key) ? second.codes[at] : first.codes[at]) ?? -9),
      texts,
    };
    // Chosen column by column, the sheet may ask what it hid before: it is put into its normal form again.
    return { surveyId, copy, coded: encode(definition, decode(definition, coded)) };
  },
  async save(tx, { surveyId, copy, coded }, { actor, today }) {
    await settle(tx, actor.centreId, surveyId, copy, coded, { accountId: actor.accountId, today });
    return { surveyId };
  },
  audit: ({ surveyId, copy: { no } }) => ({ what: { surveyId, no } }),
});

/** Numbers further paper copies: each has a code of its own, so that none is typed twice by mistake. */
export const printCopies = command({
  name: 'survey.print-copies',
  summary: 'Give codes to further paper copies of a published survey',
  input: z.object({ surveyId: id(), count: integer(1, 200, words.copies) }),
  result: z.object({ surveyId: z.string(), from: z.number(), to: z.number() }),
  basis: surveyBasis,
  load: async (tx, { surveyId }, { actor }) => await findSurvey(tx, actor.centreId, { id: surveyId }, true),
  allow: designs,
  decide: (survey, { count }) =>
    survey.state === 'published'
      ? {
          surveyId: survey.id,
          from: survey.copies + 1,
          to: survey.copies + count,
          versionNo: survey.answeredVersion ?? 1,
        }
      : refuse('survey.not-running', words.notRunning),
  async save(tx, { surveyId, from, to, versionNo }, { actor }) {
    await updateSurvey(tx, actor.centreId, surveyId, { copies: to });
    await insertPrintRun(tx, actor.centreId, surveyId, { from, to, versionNo });
    return { surveyId, from, to };
  },
  audit: (change) => ({ what: change }),
});
