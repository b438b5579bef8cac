import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { id, optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findDraft, findInvitation } from '../db/answering.ts';
import { sealedContacts } from '../db/contacts.ts';
import { findSheet, listCopies, printRuns } from '../db/copies.ts';
import { progressOfSample } from '../db/sample.ts';
import { findSurvey, findVersion, listOpen, listSurveys, progressOf } from '../db/surveys.ts';
import { type Answers, answersSchema } from '../domain/answers.ts';
import { type DesignProblem, problemKinds, problemsOf } from '../domain/check.ts';
import { readCode } from '../domain/code-text.ts';
import { codeMark, typedTwice } from '../domain/codes.ts';
import { columnsOf, differences } from '../domain/columns.ts';
import { contactPlace, wishes } from '../domain/contact.ts';
import { definitionSchema } from '../domain/definition-schema.ts';
import { samplings, slugPattern, states, surveyBasis, takesAnswers } from '../domain/survey.ts';
import { reads, designs } from '../commands/roles.ts';

const common = { basis: surveyBasis, discloses: () => undefined };

const listed = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  sampling: z.enum(samplings),
  state: z.enum(states),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  sheets: z.number(),
});
export type ListedSurvey = z.infer<typeof listed>;

/** Surveys of the centre with how many sheets each has. */
export const listSurveysQuery = query({
  ...common,
  name: 'survey.list-surveys',
  summary: 'Surveys of the centre, the newest first, with how many sheets came in',
  input: z.object({}),
  output: z.object({ surveys: z.array(listed) }),
  read: async (db, _input, { actor }) => ({ surveys: await listSurveys(db, actor.centreId) }),
  allow: reads,
});

const problem: z.ZodType<DesignProblem> = z.object({
  kind: z.enum(problemKinds),
  at: z.string(),
  about: z.string().optional(),
});

const surveyFile = z.object({
  survey: listed.omit({ sheets: true }).extend({
    answeredVersion: z.number().nullable(),
    secondShare: z.number(),
    copies: z.number(),
    waves: z.number(),
    version: z.number(),
  }),
  /** The questionnaire being written; null: nothing is. */
  draft: definitionSchema.nullable(),
  /** The published one that is answered; null: none yet. */
  published: definitionSchema.nullable(),
  problems: z.array(problem),
  byMode: z.array(z.object({ mode: z.string(), sheets: z.number() })),
  byDay: z.array(z.object({ day: z.string(), sheets: z.number() })),
  flagged: z.number(),
});
export type SurveyFile = z.infer<typeof surveyFile>;

/** One survey: its questionnaire, what is missing before publication, and how many sheets came in. */
export const getSurvey = query({
  ...common,
  name: 'survey.get-survey',
  summary:
    'A survey with its questionnaire (JSON), the checks before publication and how many sheets came in',
  input: z.object({ surveyId: id(), versionNo: optionalInteger(1, 10_000) }),
  output: surveyFile,
  async read(db, { surveyId, versionNo }, { actor: { centreId } }) {
    const survey = await findSurvey(db, centreId, { id: surveyId });
    if (!survey) return undefined;
    const { draft, seed: _seed, ...rest } = survey;
    const [published, progress] = await Promise.all([
      rest.answeredVersion === null
        ? undefined
        : findVersion(db, centreId, surveyId, versionNo ?? rest.answeredVersion),
      progressOf(db, centreId, surveyId),
    ]);
    return {
      survey: rest,
      draft,
      published: published ?? null,
      problems: draft ? problemsOf(draft) : [],
      ...progress,
    };
  },
  allow: reads,
});

const stratum = z.object({
  no: z.number(),
  sex: z.enum(['woman', 'man']),
  ageFrom: z.number(),
  ageTo: z.number().nullable(),
  locality: z.string(),
  population: z.number(),
  drawn: z.number(),
  answered: z.number(),
  silent: z.number(),
});
export type StratumRow = z.infer<typeof stratum>;

/** How a sample answers: per stratum drawn, answered and silent. */
export const sampleProgress = query({
  ...common,
  name: 'survey.sample-progress',
  summary: 'Strata of a sample with how many were drawn, answered and have not answered',
  input: z.object({ surveyId: id() }),
  output: z.object({ surveyId: z.string(), strata: z.array(stratum) }),
  async read(db, { surveyId }, { actor: { centreId } }) {
    const survey = await findSurvey(db, centreId, { id: surveyId });
    return survey && { surveyId, strata: await progressOfSample(db, centreId, surveyId) };
  },
  allow: reads,
});

const copyRow = z.object({
  no: z.number(),
  /** Must still be typed by a second person. */
  awaitsSecond: z.boolean(),
  secondDone: z.boolean(),
  settled: z.boolean(),
  differing: z.array(z.object({ key: z.string(), first: z.string(), second: z.string() })),
});
export type CopyRow = z.infer<typeof copyRow>;

/** Paper copies that came back, with the differences between two typings. */
export const listCopiesQuery = query({
  ...common,
  name: 'survey.list-copies',
  summary: 'Paper copies that came back: which await a second typing, and where two typings differ',
  input: z.object({ surveyId: id() }),
  output: z.object({
    surveyId: z.string(),
    printed: z.number(),
    /** Which version of the questions stands on which copies. */
    runs: z.array(z.object({ from: z.number(), to: z.number(), versionNo: z.number() })),
    copies: z.array(copyRow),
    /** Values compared, and values that differed: the error rate of typing. */
    compared: z.number(),
    differed: z.number(),
  }),
  async read(db, { surveyId }, { actor: { centreId } }) {
    const survey = await findSurvey(db, centreId, { id: surveyId });
    if (!survey) return undefined;
    const [copies, runs] = await Promise.all([
      listCopies(db, centreId, surveyId),
      printRuns(db, centreId, surveyId),
    ]);
    let compared = 0;
    let differed = 0;
    const rows: CopyRow[] = [];
    for (const copy of copies) {
      const { second, settledBy, no } = copy;
      const definition = second ? await findVersion(db, centreId, surveyId, copy.versionNo) : undefined;
      const columns = definition ? columnsOf(definition) : [];
      compared += columns.length;
      differed += copy.differing ?? 0;
      const first = second && !settledBy ? await findSheet(db, centreId, surveyId, copy.sheetId) : undefined;
      rows.push({
        no,
        awaitsSecond: !second && typedTwice(survey.seed, no, survey.secondShare),
        secondDone: second !== null,
        settled: settledBy !== null,
        differing: first && second ? differences(first, second, columns) : [],
      });
    }
    return { surveyId, printed: survey.copies, runs, copies: rows, compared, differed };
  },
  allow: reads,
});

/** The published questionnaire as a device or a program needs it. */
export const publishedDefinition = query({
  ...common,
  name: 'survey.published-definition',
  summary: 'The published questionnaire (JSON) with its version and period, for devices that collect sheets',
  input: z.object({ surveyId: id(), versionNo: optionalInteger(1, 10_000) }),
  output: z.object({
    surveyId: z.string(),
    versionNo: z.number(),
    opensOn: z.string().nullable(),
    closesOn: z.string().nullable(),
    sampling: z.enum(samplings),
    definition: definitionSchema,
  }),
  async read(db, { surveyId, versionNo: asked }, { actor: { centreId } }) {
    const survey = await findSurvey(db, centreId, { id: surveyId });
    if (!survey || survey.answeredVersion === null) return undefined;
    const versionNo = asked ?? survey.answeredVersion;
    const definition = await findVersion(db, centreId, surveyId, versionNo);
    const { opensOn, closesOn, sampling } = survey;
    return definition && { surveyId, versionNo, opensOn, closesOn, sampling, definition };
  },
  allow: reads,
});

const questionnaire = z.object({
  slug: z.string(),
  sampling: z.enum(samplings),
  open: z.boolean(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  definition: definitionSchema,
  answers: answersSchema,
  /** Code of the begun sheet, as it is kept in the address; null: nothing is kept. */
  draft: z.string().nullable(),
  /** The id of the begun sheet. */
  sheetId: z.string().nullable(),
  /** The code of the invitation that was typed can be used. */
  invited: z.boolean(),
});
export type Questionnaire = z.infer<typeof questionnaire>;

/** A published questionnaire for whoever answers it, with the sheet they have begun. */
export const readQuestionnaire = query({
  ...common,
  name: 'survey.read-questionnaire',
  summary: 'A published questionnaire to answer, with the sheet begun under a code',
  input: z.object({
    slug: z.string().regex(slugPattern),
    draft: z.string().max(40).optional(),
    code: z.string().max(40).optional(),
  }),
  output: questionnaire,
  async read(db, input, { actor: { centreId }, today }) {
    const survey = await findSurvey(db, centreId, { slug: input.slug });
    if (!survey || survey.answeredVersion === null) return undefined;
    const code = readCode(input.draft ?? '');
    const typed = readCode(input.code ?? '');
    const [found, invitation] = await Promise.all([
      code ? findDraft(db, centreId, codeMark(centreId, 'draft', code)) : undefined,
      typed ? findInvitation(db, centreId, survey.id, codeMark(centreId, 'invitation', typed)) : undefined,
    ]);
    const draft = found?.surveyId === survey.id ? found : undefined;
    const definition = await findVersion(db, centreId, survey.id, draft?.versionNo ?? survey.answeredVersion);
    const { slug, sampling, opensOn, closesOn } = survey;
    const answers: Answers = draft?.answers ?? {};
    return (
      definition && {
        slug,
        sampling,
        open: takesAnswers(survey, today),
        opensOn,
        closesOn,
        definition,
        answers,
        draft: draft && code ? code : null,
        sheetId: draft?.sheetId ?? null,
        invited: invitation !== undefined,
      }
    );
  },
  allow: anyone(),
});

/** Surveys that take answers today. */
export const openSurveys = query({
  ...common,
  name: 'survey.open-surveys',
  summary: 'Surveys of the centre that a resident can answer today',
  input: z.object({}),
  output: z.object({
    surveys: z.array(
      z.object({
        slug: z.string(),
        sampling: z.enum(samplings),
        closesOn: z.string(),
        definition: definitionSchema,
      }),
    ),
  }),
  read: async (db, _input, { actor, today }) => ({ surveys: await listOpen(db, actor.centreId, today) }),
  allow: anyone(),
});

const sealed = z.tuple([z.string(), z.string()]);

/** People who asked to be called: names and contacts, by month. */
export const listContacts = query({
  ...common,
  name: 'survey.list-contacts',
  summary: 'People who left a contact for talks, consultation or help, by month',
  input: z.object({}),
  output: z.object({
    contacts: z.array(
      z.object({
        id: z.string(),
        month: z.string(),
        name: z.string(),
        contact: z.string(),
        wants: z.array(z.enum(wishes)),
      }),
    ),
  }),
  async read(db, _input, { actor, vault }) {
    const rows = await sealedContacts(db, actor.centreId);
    return {
      contacts: rows.map((row) => {
        const [name, contact] = sealed.parse(JSON.parse(vault.open(row.contact, contactPlace)));
        return {
          id: row.id,
          month: row.month,
          name,
          contact,
          wants: z.array(z.enum(wishes)).parse(row.wants),
        };
      }),
    };
  },
  allow: designs,
  discloses: ({ contacts }) => ({ what: { contacts: contacts.length } }),
});
