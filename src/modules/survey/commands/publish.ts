import { z } from 'zod';
import { date, id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findSurvey, findVersion, insertVersion, updateSurvey, versionsOf } from '../db/surveys.ts';
import { strataOf } from '../db/sample.ts';
import { problemsOf } from '../domain/check.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { designs } from './roles.ts';

const words = pl.errors;

/** Publishes what is being written: from now on this version is never changed. */
export const publishSurvey = command({
  name: 'survey.publish',
  summary: 'Publish the questionnaire being written, with the period in which it takes answers',
  input: z.object({ surveyId: id(), opensOn: date(), closesOn: date() }),
  result: z.object({ surveyId: z.string(), no: z.number() }),
  basis: surveyBasis,
  async load(tx, { surveyId }, { actor }) {
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId }, true);
    if (!survey) return undefined;
    const [versions, strata] = await Promise.all([
      versionsOf(tx, actor.centreId, surveyId),
      strataOf(tx, actor.centreId, surveyId),
    ]);
    return { survey, version: survey.version, no: (versions.at(-1) ?? 0) + 1, drawn: strata.length > 0 };
  },
  allow: designs,
  decide({ survey, no, drawn }, { opensOn, closesOn }, { today }) {
    if (!survey.draft) return refuse('survey.nothing-draft', words.nothingDraft);
    if (closesOn < opensOn) return refuse('survey.period', words.period, { field: 'closesOn' });
    if (survey.state === 'draft' && opensOn < today)
      return refuse('survey.past', words.past, { field: 'opensOn' });
    const problems = problemsOf(survey.draft).length;
    if (problems > 0) return refuse('survey.incomplete', words.incomplete(problems));
    if (survey.sampling === 'sample' && !drawn) return refuse('survey.no-sample', words.noSample);
    return { surveyId: survey.id, no, definition: survey.draft, opensOn, closesOn };
  },
  async save(tx, { surveyId, no, definition, opensOn, closesOn }, { actor, today }) {
    await insertVersion(tx, actor.centreId, { surveyId, no, definition, on: today, by: actor.accountId });
    await updateSurvey(tx, actor.centreId, surveyId, {
      state: 'published',
      draft: null,
      answeredVersion: no,
      opensOn,
      closesOn,
    });
    return { surveyId, no };
  },
  audit: ({ definition: _definition, ...what }) => ({ what }),
});

/** Takes up the published questionnaire again, to be changed beside it. */
export const reviseSurvey = command({
  name: 'survey.revise',
  summary: 'Begin a new version of a published questionnaire; the old one goes on taking answers',
  input: z.object({ surveyId: id() }),
  result: z.object({ surveyId: z.string() }),
  basis: surveyBasis,
  async load(tx, { surveyId }, { actor }) {
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId }, true);
    if (!survey) return undefined;
    const { answeredVersion, version } = survey;
    const definition =
      answeredVersion === null ? undefined : await findVersion(tx, actor.centreId, surveyId, answeredVersion);
    return { survey, version, definition };
  },
  allow: designs,
  decide({ survey, definition }) {
    if (survey.draft || !definition) return refuse('survey.already-draft', words.alreadyDraft);
    if (survey.state === 'closed') return refuse('survey.not-running', words.notRunning);
    return { surveyId: survey.id, definition };
  },
  async save(tx, { surveyId, definition }, { actor }) {
    await updateSurvey(tx, actor.centreId, surveyId, { draft: definition });
    return { surveyId };
  },
  audit: ({ surveyId }) => ({ what: { surveyId } }),
});

/** Ends a survey before its last day. */
export const closeSurvey = command({
  name: 'survey.close',
  summary: 'Close a survey: no more answers are taken, what came in stays',
  input: z.object({ surveyId: id() }),
  result: z.object({ surveyId: z.string() }),
  basis: surveyBasis,
  load: async (tx, { surveyId }, { actor }) => await findSurvey(tx, actor.centreId, { id: surveyId }, true),
  allow: designs,
  decide: ({ id: surveyId, state }) =>
    state === 'published' ? { surveyId } : refuse('survey.not-running', words.notRunning),
  async save(tx, { surveyId }, { actor }) {
    await updateSurvey(tx, actor.centreId, surveyId, { state: 'closed', draft: null });
    return { surveyId };
  },
  audit: ({ surveyId }) => ({ what: { surveyId } }),
});
