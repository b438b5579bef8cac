import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { findSurvey } from '../../survey/index.ts';
import { editionsOf, insertEdition, withdrawEditions } from '../db/publications.ts';
import { reportContent } from '../documents/report.ts';
import { mayWrite, resultsBasis } from '../domain/access.ts';
import { reportKind } from '../domain/published.ts';
import { pl } from '../pl.ts';
import { publishedOf, wholeOf } from '../whole.ts';

const words = pl.publication;

/**
 * Gives the results of a survey to everybody, as a page, as data and as a report: fixed on this day. Only when the survey
 * is over: of two editions a day apart the difference would be the answers of that day.
 */
export const publishResults = command({
  name: 'results.publish',
  summary: 'Publish the results of a survey that is over: page, open data and report, small counts hidden',
  input: z.object({ surveyId: id() }),
  result: z.object({ edition: z.number(), documents: z.array(z.string()) }),
  basis: resultsBasis,
  async load(tx, { surveyId }, { actor }) {
    // Reading all the answers is not worth the work for a role that may not.
    if (!actor.roles.some((role) => role in mayWrite)) return {};
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId }, true);
    const whole = survey && (await wholeOf(tx, actor.centreId, surveyId));
    return whole && { survey, whole, editions: await editionsOf(tx, actor.centreId, surveyId) };
  },
  allow: mayWrite,
  decide({ survey, whole, editions }, { surveyId }, { today }) {
    if (!survey || !whole?.results) return refuse('results.nothing-to-publish', words.nothing);
    const over = survey.state === 'closed' || (survey.closesOn !== null && survey.closesOn < today);
    return over
      ? { surveyId, whole, edition: (editions[0]?.edition ?? 0) + 1 }
      : refuse('results.survey-runs', words.runs);
  },
  async save(tx, { surveyId, whole, edition }, moment) {
    const { actor, today } = moment;
    await insertEdition(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, today },
      { surveyId, edition, data: publishedOf(whole) },
    );
    const { id: report } = await issueDocument(tx, moment, {
      kind: reportKind,
      title: words.report,
      about: { what: 'survey', id: surveyId },
      letter: reportContent(whole),
    });
    return { edition, documents: [report] };
  },
  audit: ({ surveyId, edition }) => ({ what: { surveyId, edition } }),
  emits: (_change, { documents }) => documents.map(renderMessage),
});

/** Takes published results back. What others have already read or downloaded, nobody takes back. */
export const withdrawResults = command({
  name: 'results.withdraw',
  summary: 'Take the published results of a survey back from the public pages',
  input: z.object({ surveyId: id() }),
  result: z.object({ withdrawn: z.number() }),
  basis: resultsBasis,
  async load(tx, { surveyId }, { actor }) {
    const survey = await findSurvey(tx, actor.centreId, { id: surveyId });
    return survey && { editions: await editionsOf(tx, actor.centreId, surveyId) };
  },
  allow: mayWrite,
  decide: ({ editions }, { surveyId }) =>
    editions.some(({ withdrawnOn }) => withdrawnOn === null)
      ? { surveyId }
      : refuse('results.not-published', words.notPublished),
  save: async (tx, { surveyId }, { actor, today }) => ({
    withdrawn: await withdrawEditions(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, today },
      surveyId,
    ),
  }),
  audit: ({ surveyId }, { withdrawn }) => ({ what: { surveyId, withdrawn } }),
});
