import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { id, text } from '../../../platform/fields.ts';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { query } from '../../../platform/runner/query.ts';
import { listPapers, newestPaper, paperSchema } from '../../records/index.ts';
import { findSurvey } from '../../survey/index.ts';
import { editionsOf, findPublished, listPublished } from '../db/publications.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { publishedSchema, reportKind } from '../domain/published.ts';
import { loadSurvey } from '../load.ts';
import { headOf, headSchema } from './view-results.ts';

/** Surveys whose results everybody may read. */
export const publishedSurveys = query({
  name: 'results.published-surveys',
  summary: 'Surveys whose results the centre has published',
  input: z.object({}),
  output: z.object({
    surveys: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        publishedOn: z.string(),
        sheets: z.number(),
        representative: z.boolean(),
      }),
    ),
  }),
  basis: resultsBasis,
  read: async (db, _input, { actor }) => ({ surveys: await listPublished(db, actor.centreId) }),
  allow: anyone(),
  discloses: () => undefined,
});

const openSchema = z.object({
  slug: z.string(),
  edition: z.number(),
  publishedOn: z.string(),
  data: publishedSchema,
});
export type OpenResults = z.infer<typeof openSchema>;

/** The results of a survey as they were published. */
export const publishedResults = query({
  name: 'results.published',
  summary: 'The published results of a survey: tables with small counts hidden, and how they were made',
  input: z.object({ slug: text(60) }),
  output: openSchema,
  basis: resultsBasis,
  async read(db, { slug }, { actor }) {
    const found = await findPublished(db, actor.centreId, slug);
    return (
      found && { slug: found.slug, edition: found.edition, publishedOn: found.publishedOn, data: found.data }
    );
  },
  allow: anyone(),
  discloses: () => undefined,
});

/** The report that was published with the results. */
export const publishedReport = query({
  name: 'results.published-report',
  summary: 'The report of a survey as it was published',
  input: z.object({ slug: text(60) }),
  output: z.object({
    pdf: z.string().nullable().describe('Base64; null while the file is being made from the letter'),
    letter: letterSchema,
  }),
  basis: resultsBasis,
  async read(db, { slug }, { actor }) {
    const found = await findPublished(db, actor.centreId, slug);
    return (
      found && (await newestPaper(db, actor.centreId, { what: 'survey', id: found.surveyId }, reportKind))
    );
  },
  allow: anyone(),
  discloses: () => undefined,
  hidden: true,
});

const publicationSchema = z.object({
  head: headSchema,
  slug: z.string(),
  /** Whether it may be published today: it is over and somebody answered. */
  over: z.boolean(),
  editions: z.array(
    z.object({ edition: z.number(), publishedOn: z.string(), withdrawnOn: z.string().nullable() }),
  ),
  papers: z.array(paperSchema),
});
export type PublicationView = z.infer<typeof publicationSchema>;

/** What of a survey's results is published, and its kept reports. */
export const viewPublication = query({
  name: 'results.publication',
  summary: 'Editions of published results of a survey and its kept reports',
  input: z.object({ surveyId: id() }),
  output: publicationSchema,
  basis: resultsBasis,
  async read(db, { surveyId }, { actor: { centreId }, today }) {
    const [survey, loaded, editions, papers] = await Promise.all([
      findSurvey(db, centreId, { id: surveyId }),
      loadSurvey(db, centreId, surveyId),
      editionsOf(db, centreId, surveyId),
      listPapers(db, centreId, { what: 'survey', id: surveyId }),
    ]);
    if (!survey || !loaded) return undefined;
    return {
      head: headOf(loaded, null),
      slug: survey.slug,
      over: survey.state === 'closed' || (survey.closesOn !== null && survey.closesOn < today),
      editions,
      papers,
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});
