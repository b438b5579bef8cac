import { data, type DataAnswer, type DataRequest, type DataRoute } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import type { Query } from '../../../platform/runner/query.ts';
import { textOf } from '../domain/around.ts';
import { envelope } from '../domain/envelope.ts';
import type { JsonObject } from '../domain/spec.ts';
import { taxonomies, taxonomyTerms } from '../domain/taxonomies.ts';
import {
  holds,
  type Listed,
  listOpenLocations,
  listOpenOrganizations,
  listOpenServices,
  listOpenSites,
} from '../queries/list.ts';
import {
  across,
  inputOf,
  lines,
  noSuchAddress,
  noSuchRecord,
  one,
  type Parameters,
  readParameters,
} from './ask.ts';

export const version = '3.1';
export const openapiPath = '/hsds/openapi.json';
export const profilePath = '/hsds/profile';

const jsonType = 'application/json; charset=utf-8';
const ndjsonType = 'application/x-ndjson; charset=utf-8';

/** An answer of JSON. */
export const json = (value: unknown): Outcome<DataAnswer> => ({
  ok: true,
  value: { type: jsonType, body: JSON.stringify(value) },
});

/** The same under the address of one centre and of the whole installation. */
export const both = (
  path: string,
  answer: DataRoute['answer'],
  more: Pick<DataRoute, 'whole' | 'post'> = {},
): DataRoute[] =>
  (['/hsds', '/:centre/hsds'] as const).map((root) => data({ path: `${root}${path}`, answer, ...more }));

/** The standard lets its lists be asked by POST, too. */
const list = (path: string, answer: DataRoute['answer']): DataRoute[] => both(path, answer, { post: true });

const perPage = 50;

// oxlint-disable-next-line typescript/no-explicit-any
type ListQuery = Query<any, Listed>;

/** A list page by page, or all of it as lines. */
async function answerList(request: DataRequest, query: ListQuery): Promise<Outcome<DataAnswer>> {
  const read = readParameters(request.query);
  if (!read.ok) return read;
  const given = read.value;
  const input = inputOf(given);
  if (given.format === 'ndjson')
    return { ok: true, value: { type: ndjsonType, body: { pieces: lines(request, query, input) } } };
  const size = given.per_page ?? (given.minimal ? 1000 : perPage);
  const page = given.page ?? 1;
  const found = await across(request, query, input, { offset: (page - 1) * size, limit: size });
  if (!found.ok) return found;
  return json(envelope(found.value.contents, { total: found.value.total, page, perPage: size }));
}

async function answerOne(
  request: DataRequest,
  query: ListQuery,
  more: Record<string, unknown> = {},
): Promise<Outcome<DataAnswer>> {
  const found = await one(request, query, { shape: 'full', ...more });
  return found.ok ? json(found.value) : found;
}

const lists = [
  { path: '/services', query: listOpenServices },
  { path: '/organizations', query: listOpenOrganizations },
  { path: '/locations', query: listOpenLocations },
  { path: '/service_at_locations', query: listOpenSites },
] as const;

const said = (record: JsonObject, words: string): boolean =>
  holds(`${textOf(record['name']) ?? ''} ${textOf(record['description']) ?? ''}`, words);

/** A list that is the same in every centre: taxonomies and terms. */
function fixed(
  path: string,
  records: readonly JsonObject[],
  fits: (record: JsonObject, given: Parameters) => boolean,
): DataRoute[] {
  return [
    ...list(path, (request) => {
      const read = readParameters(request.query);
      if (!read.ok) return Promise.resolve(read);
      const given = read.value;
      const found = records.filter(
        (one) => fits(one, given) && (given.search === undefined || said(one, given.search)),
      );
      if (given.format === 'ndjson') {
        const body = found.map((one) => `${JSON.stringify(one)}\n`).join('');
        return Promise.resolve({ ok: true, value: { type: ndjsonType, body } });
      }
      const [page, size] = [given.page ?? 1, given.per_page ?? perPage];
      const contents = found.slice((page - 1) * size, page * size);
      return Promise.resolve(json(envelope(contents, { total: found.length, page, perPage: size })));
    }),
    ...both(`${path}/:id`, ({ params }) => {
      const found = records.find((one) => one['id'] === params['id']?.toLowerCase());
      return Promise.resolve(found ? json(found) : { ok: false, problem: noSuchRecord });
    }),
  ];
}

/** The read API of HSDS 3.1, for one centre and for all. */
export const apiRoutes: readonly DataRoute[] = [
  // Clients that put the standard's "/" behind the address of the API ask with it.
  ...['', '/'].flatMap((end) =>
    both(end, ({ base }) =>
      Promise.resolve(
        json({ version, profile: `${base}${profilePath}`, openapi_url: `${base}${openapiPath}` }),
      ),
    ),
  ),
  ...lists.flatMap(({ path, query }) => [
    ...list(path, async (request) => await answerList(request, query)),
    ...both(`${path}/:id`, async (request) => {
      const read = readParameters(request.query);
      if (!read.ok) return read;
      return await answerOne(request, query, { fullService: read.value.full_service });
    }),
  ]),
  ...fixed('/taxonomies', taxonomies, () => true),
  ...fixed(
    '/taxonomy_terms',
    taxonomyTerms,
    (one, given) =>
      (given.taxonomy_id === undefined || one['taxonomy_id'] === given.taxonomy_id) &&
      (given.parent_id === undefined || one['parent_id'] === given.parent_id) &&
      (!given.top_only || one['parent_id'] === undefined),
  ),
  ...both('/*', () => Promise.resolve({ ok: false, problem: noSuchAddress })),
];
