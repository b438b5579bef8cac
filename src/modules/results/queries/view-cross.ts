import { z } from 'zod';
import { id, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { questionsOf } from '../../survey/index.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { crossOf } from '../domain/cross.ts';
import { isClosed } from '../domain/variables.ts';
import { loadResults, variablesOf } from '../load.ts';
import { pl } from '../pl.ts';
import { headOf, headSchema } from './view-results.ts';

const maybe = z.number().nullable();
const category = z.object({ code: z.number(), text: z.string() });

/** A cross-table as it is shown: what is hidden is null. */
export const crossTableSchema = z.object({
  rows: z.array(category),
  columns: z.array(category),
  cells: z.array(z.array(z.object({ count: maybe, percent: maybe }))),
  rowTotals: z.array(maybe),
  columnTotals: z.array(maybe),
  total: maybe,
  hidden: z.number(),
  test: z.object({ f: z.number(), ndf: z.number(), ddf: z.number(), p: z.number() }).nullable(),
});

const crossSchema = z.object({
  head: headSchema,
  /** What may be crossed: questions, lines, options. */
  choices: z.array(z.object({ key: z.string(), text: z.string() })),
  row: z.string().nullable(),
  column: z.string().nullable(),
  table: crossTableSchema.nullable(),
});
export type CrossView = z.infer<typeof crossSchema>;

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);

/** Two questions of a survey crossed, with the test of whether they have to do with each other. */
export const viewCross = query({
  name: 'results.cross',
  summary:
    'Cross-table of two questions of a survey with weighted row percentages and the Rao-Scott chi-square; small counts hidden',
  input: z.object({ surveyId: id(), row: optionalText(90), column: optionalText(90) }),
  output: crossSchema,
  basis: resultsBasis,
  async read(db, { surveyId, row, column }, { actor: { centreId } }) {
    const found = await loadResults(db, centreId, surveyId);
    if (!found) return undefined;
    const { loaded, results } = found;
    const closed = questionsOf(loaded.answers.definition).filter(isClosed);
    const known = new Set(loaded.answers.columns.map((one) => one.column.key));
    const choices = closed.flatMap((question) => {
      const parts =
        question.type === 'matrix'
          ? question.items.map(({ name, text }) => ({ key: `${question.name}.${name}`, part: text.pl }))
          : question.type === 'multi' || question.type === 'ranking'
            ? question.options.map(({ code, text }) => ({ key: `${question.name}.${code}`, part: text.pl }))
            : [{ key: question.name, part: null }];
      return parts.flatMap(({ key, part }) =>
        known.has(key)
          ? [{ key, text: part === null ? short(question.text.pl) : `${short(question.text.pl)} – ${part}` }]
          : [],
      );
    });
    const variable = (key: string | undefined) =>
      key === undefined
        ? undefined
        : variablesOf(loaded, key.split('.')[0] ?? '').find((one) => one.key === key);
    const [one, other] = [variable(row), variable(column)];
    if ((row !== undefined && !one) || (column !== undefined && !other)) return undefined;
    const table =
      results && one && other && one.key !== other.key
        ? crossOf(one, other, results.weighted, {
            representative: loaded.representative,
            mergedText: pl.cross.merged,
          })
        : null;
    return {
      head: headOf(loaded, results),
      choices,
      row: row ?? null,
      column: column ?? null,
      table: table && {
        ...table,
        rows: [...table.rows],
        columns: [...table.columns],
      },
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});
