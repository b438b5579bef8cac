import { z } from 'zod';
import type { DataRequest } from '../../../platform/http/route.ts';
import type { Outcome, Problem } from '../../../platform/runner/outcome.ts';
import type { Query } from '../../../platform/runner/query.ts';
import { idPattern } from '../../../platform/ids.ts';
import type { JsonObject } from '../domain/spec.ts';
import { pl } from '../pl.ts';
import type { Listed } from '../queries/list.ts';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const whole = (most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : blank(value)),
    z.number(pl.api.number(most)).int().min(1, pl.api.number(most)).max(most, pl.api.number(most)).optional(),
  );
/** Words that a person could type: what nobody sees and no database keeps is no part of them. */
const words = (most: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? blank(
            value
              .toWellFormed()
              .replace(/\p{Cc}+/gu, ' ')
              .trim(),
          )
        : value,
    z.string().max(most, pl.api.words(most)).optional(),
  );
/** "63200" is 63-200. */
const postcode = z.preprocess(
  (value) =>
    typeof value === 'string' ? blank(value.trim().replace(/^(\d\d)[\s-]?(\d{3})$/, '$1-$2')) : value,
  z
    .string()
    .regex(/^\d\d-\d{3}$/, pl.api.postcode)
    .optional(),
);
const flag = z.preprocess(
  (value) => (value === undefined || value === '' ? false : value),
  z
    .union([z.boolean(), z.enum(['true', 'false', '1', '0'], pl.api.flag)])
    .transform((value) => value === true || value === 'true' || value === '1'),
);
const id = z.preprocess(blank, z.string().toLowerCase().regex(idPattern, pl.api.id).optional());

/** A day, or an instant: the standard says "datetime" and its clients send both. */
const since = z.preprocess((value) => {
  if (typeof value !== 'string' || value === '') return undefined;
  // `Date` takes the 30th of February for the 2nd of March.
  if (!z.iso.date().safeParse(value.slice(0, 10)).success) return value;
  const read = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value.replace(' ', '+'));
  return Number.isNaN(read.getTime()) || read.getUTCFullYear() > 9999 || read.getUTCFullYear() < 0
    ? value
    : read.toISOString();
}, z.iso.datetime(pl.api.instant).optional());

/** Parameters of the standard by their names. Others are left alone, as HTTP clients expect. */
export const parameters = z
  .object({
    page: whole(1_000_000),
    per_page: whole(1000),
    format: z.preprocess(blank, z.enum(['json', 'ndjson'], pl.api.format).optional()),
    search: words(200),
    taxonomy_term_id: id,
    taxonomy_id: id,
    organization_id: id,
    parent_id: id,
    modified_after: since,
    postcode,
    proximity: whole(1_000_000),
    minimal: flag,
    full: flag,
    full_service: flag,
    top_only: flag,
  })
  .refine((given) => given.proximity === undefined || given.postcode !== undefined, {
    error: pl.api.proximity,
    path: ['proximity'],
  });

export type Parameters = z.infer<typeof parameters>;

/** Reads the parameters; a wrong one is answered by its name. */
export function readParameters(query: Record<string, string>): Outcome<Parameters> {
  const parsed = parameters.safeParse(query);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message;
  return {
    ok: false,
    problem: { kind: 'invalid', code: 'hsds.parameters', words: pl.api.parameters, fields },
  };
}

export const noSuchRecord: Problem = {
  kind: 'not_found',
  code: 'hsds.no-such-record',
  words: pl.api.noRecord,
};
export const noSuchAddress: Problem = {
  kind: 'not_found',
  code: 'hsds.no-such-address',
  words: pl.api.noAddress,
};

/** What a query is asked with, by the meaning of the standard's parameters. */
export const inputOf = (given: Parameters): Record<string, unknown> => ({
  search: given.search,
  taxonomyTermId: given.taxonomy_term_id,
  taxonomyId: given.taxonomy_id,
  organizationId: given.organization_id,
  modifiedAfter: given.modified_after,
  postcode: given.postcode,
  proximity: given.proximity,
  fullService: given.full_service,
  shape: given.full ? 'full' : given.minimal ? 'minimal' : 'list',
});

// oxlint-disable-next-line typescript/no-explicit-any
type ListQuery = Query<any, Listed>;

/** A stretch of the list of all centres asked, one after the other. */
export async function across(
  request: DataRequest,
  query: ListQuery,
  input: Record<string, unknown>,
  { offset, limit }: { offset: number; limit: number },
): Promise<Outcome<Listed>> {
  let [total, skip, room] = [0, offset, limit];
  const contents: JsonObject[] = [];
  for (const { ask } of request.centres) {
    const asked = await ask(query, { ...input, offset: skip, limit: room });
    if (!asked.ok) return asked;
    total += asked.value.total;
    skip = Math.max(0, skip - asked.value.total);
    room -= asked.value.contents.length;
    contents.push(...asked.value.contents);
  }
  return { ok: true, value: { total, contents } };
}

/** The one record of an id, in whichever of the centres it is. */
export async function one(
  request: DataRequest,
  query: ListQuery,
  input: Record<string, unknown>,
): Promise<Outcome<JsonObject>> {
  const wanted = (request.params['id'] ?? '').toLowerCase();
  if (!idPattern.test(wanted)) return { ok: false, problem: noSuchRecord };
  for (const { ask } of request.centres) {
    const asked = await ask(query, { ...input, id: wanted, limit: 1 });
    if (!asked.ok) return asked;
    const [found] = asked.value.contents;
    if (found) return { ok: true, value: found };
  }
  return { ok: false, problem: noSuchRecord };
}

/** Lines of JSON, one record each, read a stretch at a time. */
export async function* lines(
  request: DataRequest,
  query: ListQuery,
  input: Record<string, unknown>,
): AsyncGenerator<string> {
  const stretch = 500;
  for (const { ask } of request.centres)
    for (let offset = 0; ; offset += stretch) {
      const asked = await ask(query, { ...input, offset, limit: stretch });
      if (!asked.ok) throw new Error(asked.problem.code);
      if (asked.value.contents.length > 0)
        yield asked.value.contents.map((record) => `${JSON.stringify(record)}\n`).join('');
      if (asked.value.contents.length < stretch) break;
    }
}
