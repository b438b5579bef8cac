import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { choice, id, integer, list, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { langs } from '../../../lang.ts';
import { localitiesOf } from '../../needs/index.ts';
import { findSurvey, gminasOf, insertSurvey, slugTaken, updateSurvey } from '../db/surveys.ts';
import { bankQuestions, templateDefinition, templateKeys } from '../bank/bank.ts';
import { type Definition, type Question, questionsOf } from '../domain/definition.ts';
import { definitionSchema } from '../domain/definition-schema.ts';
import {
  blankDefinition,
  freeName,
  leaningOn,
  movedPart,
  withoutPart,
  withQuestion,
  withSection,
} from '../domain/edit.ts';
import { questionFrom, questionInput, type QuestionInput } from '../domain/question-input.ts';
import { conditionFrom, conditionInput } from '../domain/condition-input.ts';
import { slugOf } from '../domain/slug.ts';
import { type Survey, samplings, surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { staff } from '../pl-staff.ts';
import { designs } from './roles.ts';

const words = pl.errors;

/** A new survey: blank, or from a template of a real questionnaire. */
export const createSurvey = command({
  name: 'survey.create',
  summary: 'Begin a survey, blank or from a template',
  input: z.object({
    title: text(120, words.title),
    sampling: choice(samplings),
    template: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.enum(templateKeys, words.template).optional(),
    ),
  }),
  result: z.object({ surveyId: z.string(), slug: z.string() }),
  basis: surveyBasis,
  load: async (tx, { title }, { actor, today }) => {
    const slug = `${slugOf(title) || 'ankieta'}-${today.slice(0, 4)}`;
    return { slug, taken: await slugTaken(tx, actor.centreId, slug) };
  },
  allow: designs,
  decide({ slug, taken }, { title, sampling, template }) {
    if (taken) return refuse('survey.slug-taken', words.slugTaken, { field: 'title' });
    const draft = template ? templateDefinition(template) : blankDefinition(title, staff.design.firstSection);
    return { id: newId(), slug, title, sampling, draft: { ...draft, title: { ...draft.title, pl: title } } };
  },
  async save(tx, survey, { actor, today }) {
    await insertSurvey(tx, actor.centreId, survey, today);
    return { surveyId: survey.id, slug: survey.slug };
  },
  audit: ({ title, sampling }) => ({ what: { title, sampling } }),
  constraints: {
    survey_centre_id_slug_key: refuse('survey.slug-taken', words.slugTaken, { field: 'title' }),
  },
});

/** A question offers no more answers than that. */
const mostLocalities = 120;

const ofSurvey = { surveyId: id() };

const loadLocked = async (
  tx: Db,
  { surveyId }: { surveyId: string },
  { actor }: Moment,
): Promise<Survey | undefined> => await findSurvey(tx, actor.centreId, { id: surveyId }, true);

interface Redrawn {
  survey: Survey;
  draft: Definition;
  touched: string;
}

/** What every change of a draft shares: it is loaded locked, written whole, and refused when nothing is being written. */
const ofDraft = <I extends { surveyId: string }>(definition: {
  name: `survey.${string}`;
  summary: string;
  input: z.ZodType<I>;
  decide(survey: Survey, input: I): Redrawn | Refusal;
}) =>
  command<I, Survey, Redrawn, { surveyId: string }>({
    ...definition,
    result: z.object({ surveyId: z.string() }),
    basis: surveyBasis,
    load: loadLocked,
    allow: designs,
    async save(tx, { survey, draft }, { actor }) {
      await updateSurvey(tx, actor.centreId, survey.id, { draft });
      return { surveyId: survey.id };
    },
    audit: ({ survey, touched }) => ({ what: { surveyId: survey.id, touched } }),
  });

const fixed = () => refuse('survey.no-draft', words.notFoundDraft);

/** Name, languages, sampling and share of second typing of a survey that is being written. */
export const saveSettings = command({
  name: 'survey.save-settings',
  summary: 'Set title, languages, kind of sampling and introduction of a survey',
  input: z.object({
    ...ofSurvey,
    title: text(120, words.title),
    titleUk: optionalText(120),
    titleEn: optionalText(120),
    intro: optionalText(1000),
    introUk: optionalText(1000),
    introEn: optionalText(1000),
    langs: list(z.enum(langs), 3),
    sampling: choice(samplings),
    secondShare: integer(0, 100),
  }),
  result: z.object({ surveyId: z.string() }),
  basis: surveyBasis,
  load: async (tx, { surveyId }, moment) => await loadLocked(tx, { surveyId }, moment),
  allow: designs,
  decide(survey, input) {
    if (!survey.draft) return fixed();
    if (survey.state !== 'draft' && input.sampling !== survey.sampling)
      return refuse('survey.sampling-fixed', words.samplingFixed, { field: 'sampling' });
    const texts = (pl: string, uk?: string, en?: string) => ({
      pl,
      ...(uk ? { uk } : {}),
      ...(en ? { en } : {}),
    });
    const { intro: _before, ...draft } = survey.draft;
    return {
      id: survey.id,
      title: input.title,
      sampling: input.sampling,
      secondShare: input.secondShare,
      draft: {
        ...draft,
        langs: langs.filter((lang) => lang === 'pl' || input.langs.includes(lang)),
        title: texts(input.title, input.titleUk, input.titleEn),
        ...(input.intro ? { intro: texts(input.intro, input.introUk, input.introEn) } : {}),
      },
    };
  },
  async save(tx, { id: surveyId, ...change }, { actor }) {
    await updateSurvey(tx, actor.centreId, surveyId, change);
    return { surveyId };
  },
  audit: ({ id: surveyId, draft: _draft, ...what }) => ({ what: { surveyId, ...what } }),
});

/** The whole questionnaire at once: for programs and for what is imported. */
export const saveDraft = ofDraft({
  name: 'survey.save-draft',
  summary: 'Replace the whole questionnaire that is being written',
  input: z.object({ ...ofSurvey, definition: definitionSchema }),
  decide: (survey, { definition }) => (survey.draft ? { survey, draft: definition, touched: '' } : fixed()),
});

const namePattern = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, words.name)
    .optional(),
);

const nameTaken = (draft: Definition, name: string, before: string | undefined): boolean =>
  name !== before &&
  [...draft.sections.map((one) => one.name), ...questionsOf(draft).map((one) => one.name)].includes(name);

/** Adds a section or writes it anew. */
export const writeSection = ofDraft({
  name: 'survey.write-section',
  summary: 'Add or change a section of a questionnaire',
  input: z.object({
    ...ofSurvey,
    /** Name of the section that is changed; blank for a new one. */
    before: namePattern,
    title: text(200, words.sectionTitle),
    titleUk: optionalText(200),
    titleEn: optionalText(200),
    intro: optionalText(1000),
    introUk: optionalText(1000),
    introEn: optionalText(1000),
    ...conditionInput,
  }),
  decide(survey, { before, ...input }) {
    const { draft } = survey;
    if (!draft) return fixed();
    const old = draft.sections.find(({ name }) => name === before);
    const shownIf = conditionFrom(input);
    const section = {
      name: old?.name ?? freeName(draft, 's'),
      title: {
        pl: input.title,
        ...(input.titleUk ? { uk: input.titleUk } : {}),
        ...(input.titleEn ? { en: input.titleEn } : {}),
      },
      ...(input.intro
        ? {
            intro: {
              pl: input.intro,
              ...(input.introUk ? { uk: input.introUk } : {}),
              ...(input.introEn ? { en: input.introEn } : {}),
            },
          }
        : {}),
      ...(shownIf ? { shownIf } : {}),
      questions: old?.questions ?? [],
    };
    return { survey, draft: withSection(draft, section, before), touched: section.name };
  },
});

/** Adds a question or writes it anew. */
export const writeQuestion = ofDraft({
  name: 'survey.write-question',
  summary: 'Add or change a question of a questionnaire',
  input: z.object({
    ...ofSurvey,
    /** Name of the question that is changed; blank for a new one. */
    before: namePattern,
    name: namePattern,
    section: z.string().max(40).default(''),
    ...questionInput,
    ...conditionInput,
  }),
  decide(survey, { before, ...input }) {
    const { draft } = survey;
    if (!draft) return fixed();
    const old = questionsOf(draft).find(({ name }) => name === before);
    if (before && !old) return refuse('survey.no-part', words.noPart);
    if (!old && !draft.sections.some(({ name }) => name === input.section))
      return refuse('survey.no-section', words.noSection, { field: 'section' });
    const name = input.name ?? old?.name ?? freeName(draft, 'p');
    if (nameTaken(draft, name, before))
      return refuse('survey.name-taken', words.nameTaken, { field: 'name' });
    const fields: QuestionInput = input;
    const question = questionFrom(name, fields, old);
    const shownIf = conditionFrom(input);
    const whole = { ...question, ...(shownIf ? { shownIf } : {}) };
    return { survey, draft: withQuestion(draft, input.section, whole, before), touched: name };
  },
});

/** The question about the locality is asked with the localities of the centre's gminas, where a source names them. */
const withLocalities = (question: Question, localities: readonly string[]): Question =>
  question.type === 'metric' && question.metric === 'locality' && question.options.length === 0
    ? {
        ...question,
        options: localities.map((name, at) => ({ code: at + 1, text: { pl: name, uk: name, en: name } })),
      }
    : question;

/** Adds questions of the bank to the end of a section. */
export const addFromBank = command({
  name: 'survey.add-from-bank',
  summary: 'Add questions of the bank to a section',
  input: z.object({
    ...ofSurvey,
    section: z.string().max(40).default(''),
    questions: list(z.string().max(60), 100),
  }),
  result: z.object({ surveyId: z.string() }),
  basis: surveyBasis,
  async load(tx, { surveyId }, moment) {
    const survey = await loadLocked(tx, { surveyId }, moment);
    if (!survey) return undefined;
    const gminas = await gminasOf(tx, moment.actor.centreId, moment.today);
    const localities = await Promise.all(gminas.map(localitiesOf));
    return { survey, version: survey.version, localities: localities.flat().slice(0, mostLocalities) };
  },
  allow: designs,
  decide({ survey, localities }, input) {
    const { draft } = survey;
    if (!draft) return fixed();
    if (!draft.sections.some(({ name }) => name === input.section))
      return refuse('survey.no-section', words.noSection, { field: 'section' });
    const chosen = bankQuestions().filter(({ key }) => input.questions.includes(key));
    if (chosen.length === 0)
      return refuse('survey.nothing-chosen', words.nothingChosen, { field: 'questions' });
    const grown = chosen.reduce((so, { question }) => {
      const name = nameTaken(so, question.name, undefined) ? freeName(so, 'p') : question.name;
      return withQuestion(so, input.section, { ...withLocalities(question, localities), name });
    }, draft);
    return { survey, draft: grown, touched: input.section };
  },
  async save(tx, { survey, draft }, { actor }) {
    await updateSurvey(tx, actor.centreId, survey.id, { draft });
    return { surveyId: survey.id };
  },
  audit: ({ survey, touched }) => ({ what: { surveyId: survey.id, touched } }),
});

/** Moves a section or a question up or down. */
export const arrange = ofDraft({
  name: 'survey.arrange',
  summary: 'Move a section or a question up or down',
  input: z.object({ ...ofSurvey, part: z.string().max(40), way: z.enum(['up', 'down']) }),
  decide: (survey, { part, way }) =>
    survey.draft ? { survey, draft: movedPart(survey.draft, part, way), touched: part } : fixed(),
});

/** Removes a section with its questions, or a question, unless conditions lean on it. */
export const removePart = ofDraft({
  name: 'survey.remove-part',
  summary: 'Remove a section or a question on which no condition leans',
  input: z.object({ ...ofSurvey, part: z.string().max(40) }),
  decide(survey, { part }) {
    if (!survey.draft) return fixed();
    const leaning = leaningOn(survey.draft, part);
    if (leaning.length > 0) return refuse('survey.leaning', words.leaning(leaning.join(', ')));
    return { survey, draft: withoutPart(survey.draft, part), touched: part };
  },
});
