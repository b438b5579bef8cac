import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeTable } from '../../../statistics/index.ts';
import { modes } from '../../survey/index.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { qualityOf } from '../domain/quality.ts';
import { type Loaded, loadResults, type Results } from '../load.ts';
import { headOf, headSchema } from './view-results.ts';

const sign = z.object({
  /** null: fewer than five, but some. */
  sheets: z.number().nullable(),
  of: z.number(),
});

export const qualitySchema = z.object({
  head: headSchema,
  straight: z.array(sign.extend({ question: z.string(), text: z.string() })),
  fast: sign.extend({ underMinutes: z.number(), middle: z.number() }).nullable(),
  doubles: sign,
  hidden: z.number().nullable(),
  missing: z.array(
    z.object({ question: z.string(), text: z.string(), asked: z.number(), missing: z.number().nullable() }),
  ),
  channels: z.array(
    z.object({ mode: z.enum(modes), sheets: z.number().nullable(), percent: z.number().nullable() }),
  ),
  /** Of a drawn sample: its strata; `answered` null: fewer than five, or it would give such a one away. */
  quota: z.array(
    z.object({
      sex: z.enum(['woman', 'man']),
      ageFrom: z.number(),
      ageTo: z.number().nullable(),
      locality: z.string(),
      population: z.number(),
      drawn: z.number(),
      /** Answers wanted: those that came, spread as the people are. */
      wanted: z.number(),
      answered: z.number().nullable(),
    }),
  ),
  /** Sheets of a sample that came without a code, and so belong to no stratum. */
  withoutStratum: z.number(),
});
export type QualityView = z.infer<typeof qualitySchema>;

const fewest = 5;
const told = (count: number): number | null => (count > 0 && count < fewest ? null : count);

/** What the answers of a loaded survey say of their own quality, small counts hidden. */
export function qualityView(loaded: Loaded, results: Results | null): QualityView {
  const { answers } = loaded;
  const quality = qualityOf(answers);
  const counted = answers.sample.reduce((all, { answered }) => all + answered, 0);
  const people = answers.sample.reduce((all, { population }) => all + population, 0);
  const channels = safeTable(
    [modes.length],
    quality.channels.map(({ sheets }) => sheets),
  );
  const strata = safeTable(
    [Math.max(1, answers.sample.length)],
    answers.sample.length > 0 ? answers.sample.map(({ answered }) => answered) : [0],
  );
  return {
    head: headOf(loaded, results),
    straight: quality.straight.map((one) => ({ ...one, sheets: told(one.sheets) })),
    fast: quality.fast && { ...quality.fast, sheets: told(quality.fast.sheets) },
    doubles: { ...quality.doubles, sheets: told(quality.doubles.sheets) },
    hidden: told(quality.hidden),
    missing: quality.missing.map((one) => ({
      ...one,
      // Beside how many were asked it would tell how few answered.
      missing: told(one.asked - one.missing) === null ? null : one.missing,
    })),
    channels: quality.channels.map(({ mode, percent }, at) => {
      const sheets = channels.at([at]);
      return { mode, sheets, percent: sheets === null ? null : percent };
    }),
    quota: answers.sample.map((one, at) => ({
      sex: one.sex,
      ageFrom: one.ageFrom,
      ageTo: one.ageTo,
      locality: one.locality,
      population: one.population,
      drawn: one.drawn,
      wanted: people > 0 ? (one.population / people) * counted : 0,
      answered: strata.at([at]),
    })),
    withoutStratum: answers.sample.length > 0 ? answers.rows - counted : 0,
  };
}

/** How good the answers are: straight lines, speed, doubles, gaps, channels, and who of the sample answered. */
export const viewQuality = query({
  name: 'results.quality',
  summary:
    'Quality of the answers of a survey: straight-lining, speed, doubles, missing by question, channels, quota achieved',
  input: z.object({ surveyId: id() }),
  output: qualitySchema,
  basis: resultsBasis,
  async read(db, { surveyId }, { actor: { centreId } }) {
    const found = await loadResults(db, centreId, surveyId);
    if (!found) return undefined;
    const { loaded, results } = found;
    return qualityView(loaded, results);
  },
  allow: mayRead,
  discloses: () => undefined,
});
