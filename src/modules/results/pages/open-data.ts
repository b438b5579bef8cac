import { z } from 'zod';
import { contentDisposition } from '../../../platform/files/name.ts';
import { data, type DataRequest } from '../../../platform/http/route.ts';
import { inert } from '../../../platform/tables/csv.ts';
import type { Outcome, Problem } from '../../../platform/runner/outcome.ts';
import { licence, publishedSchema } from '../domain/published.ts';
import { type OpenResults, publishedResults } from '../queries/published.ts';
import { pl } from '../pl.ts';
import { csvColumns as columns } from '../pl-open-data.ts';
import { publishedPath } from './path.ts';

const root = `/:centre${publishedPath}` as const;
const json = 'application/json; charset=utf-8';

/** What the file holds besides the tables: whose, of which day, under which licence, by which schema. */
const openSchema = z.object({
  $schema: z.string(),
  publisher: z.string(),
  licence: z.object({ name: z.string(), url: z.string() }),
  edition: z.number(),
  publishedOn: z.string(),
  page: z.string(),
  results: publishedSchema,
});

const noCentre: Problem = { kind: 'not_found', code: 'results.not-found', words: pl.publication.noSuch };

/** The published results that the address names, with the centre whose they are. */
async function found(
  request: DataRequest,
): Promise<Outcome<{ open: OpenResults; publisher: string; at: string }>> {
  const [visit] = request.centres;
  if (!visit) return { ok: false, problem: noCentre };
  const asked = await visit.ask(publishedResults, { slug: request.params['slug'] });
  if (!asked.ok) return asked;
  const at = `${request.base}/${visit.centre.slug}${publishedPath}`;
  return { ok: true, value: { open: asked.value, publisher: visit.centre.name, at } };
}

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  const safe = inert(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The tables as CSV, one row for each answer. */
export function csvOf({ data: { questions } }: Pick<OpenResults, 'data'>): string {
  const rows = questions.flatMap(({ name, text, type, tables }) =>
    tables.flatMap((table) =>
      table.shares.map((share) => [
        name,
        text,
        type,
        table.part,
        share.code,
        share.text,
        share.count,
        share.percent,
        share.error,
        share.low,
        share.high,
        share.designEffect,
        share.effective,
        table.answers,
      ]),
    ),
  );
  return `${[columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const jsonRoute = data({
  path: `${root}/:slug/dane.json`,
  async answer(request) {
    const asked = await found(request);
    if (!asked.ok) return asked;
    const { open, publisher, at } = asked.value;
    const body: z.infer<typeof openSchema> = {
      $schema: `${at}/schemat.json`,
      publisher,
      licence,
      edition: open.edition,
      publishedOn: open.publishedOn,
      page: `${at}/${open.slug}`,
      results: open.data,
    };
    return { ok: true, value: { type: json, body: JSON.stringify(body) } };
  },
});

const csvRoute = data({
  path: `${root}/:slug/dane.csv`,
  async answer(request) {
    const asked = await found(request);
    if (!asked.ok) return asked;
    const { open } = asked.value;
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8; header=present',
        body: csvOf(open),
        name: contentDisposition(`${open.slug}.csv`, 'attachment'),
      },
    };
  },
});

/** The description of the CSV by W3C "Metadata Vocabulary for Tabular Data": found at the address that the standard gives it. */
const metadataRoute = data({
  path: `${root}/:slug/dane.csv-metadata.json`,
  async answer(request) {
    const asked = await found(request);
    if (!asked.ok) return asked;
    const { open, publisher, at } = asked.value;
    return {
      ok: true,
      value: {
        type: 'application/csvm+json; charset=utf-8',
        body: JSON.stringify({
          '@context': ['http://www.w3.org/ns/csvw', { '@language': 'pl' }],
          url: `${at}/${open.slug}/dane.csv`,
          'dc:title': open.data.title,
          'dc:publisher': publisher,
          'dc:issued': open.publishedOn,
          'dc:license': { '@id': licence.url },
          'dc:source': { '@id': `${at}/${open.slug}` },
          tableSchema: { columns },
        }),
      },
    };
  },
});

const schemaRoute = data({
  path: `${root}/schemat.json`,
  answer: () =>
    Promise.resolve({
      ok: true,
      value: {
        type: 'application/schema+json; charset=utf-8',
        body: JSON.stringify(z.toJSONSchema(openSchema, { unrepresentable: 'any' })),
      },
    }),
});

/** Published results for machines: JSON with its schema, CSV with its description. */
export const openDataRoutes = [schemaRoute, jsonRoute, csvRoute, metadataRoute];
