import { createHash } from 'node:crypto';
import {
  type Ask,
  type DataAnswer,
  type DataRequest,
  type DataRoute,
  file,
  type FileRoute,
} from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import { serviceBytes } from '../domain/json-text.ts';
import type { JsonObject } from '../domain/spec.ts';
import { packCsv } from '../files/pack.ts';
import { cardsInStretch, exportOpen, exportWhole, openStretches } from '../queries/export.ts';
import { both } from './api.ts';
import { keptStretch } from './kept-stretches.ts';

const formats = {
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
  csv: { type: 'application/zip', ending: 'zip' },
} as const;

type Format = keyof typeof formats;
type TextFormat = Exclude<Format, 'csv'>;

/** What stands before, between and after services in a file of text, and what a file without any is. */
const frames = {
  json: { before: '[\n', between: ',\n', after: '\n]\n', none: '[]\n' },
  ndjson: { before: '', between: '\n', after: '\n', none: '' },
} as const satisfies Record<TextFormat, unknown>;

/** Some of the services, next to one another in the order of their ids; the mark says which and how they stand. */
interface Stretch {
  mark: string;
  services(): Promise<JsonObject[]>;
}

const given = <T>(asked: Outcome<T>): T => {
  if (!asked.ok) throw new Error(asked.problem.code);
  return asked.value;
};

/** What is published by all centres together. */
async function stretchesOf({ centres }: DataRequest): Promise<Outcome<Stretch[]>> {
  const all: Stretch[] = [];
  for (const { ask } of centres) {
    const asked = await ask(openStretches, {});
    if (!asked.ok) return asked;
    for (const { after, mark } of asked.value.stretches) {
      const which = { after: after ?? undefined, limit: cardsInStretch };
      all.push({ mark, services: async () => given(await ask(exportOpen, which)).services });
    }
  }
  return { ok: true, value: all };
}

/** Each made in turn; the next one is begun while whoever reads takes this one. */
async function* ahead<T>(makers: readonly (() => Promise<T>)[]): AsyncGenerator<T> {
  let before: Promise<T> | undefined;
  for (const make of makers) {
    const making = make();
    // Whoever reads may leave before it comes; what then goes wrong is nobody's.
    making.catch(() => undefined);
    if (before) yield await before;
    before = making;
  }
  if (before) yield await before;
}

async function* asText(format: TextFormat, all: readonly Stretch[]): AsyncGenerator<string | Buffer> {
  const { before, between, after, none } = frames[format];
  const makers = all.map(({ mark, services }) => {
    const make = async () => serviceBytes(await services(), between);
    return async () => await keptStretch(`${format} ${mark}`, make);
  });
  let next: string = before;
  for await (const bytes of ahead(makers)) {
    if (next !== '') yield next;
    yield bytes;
    next = between;
  }
  const last = all.length > 0 ? after : none;
  if (last !== '') yield last;
}

async function* asPackedCsv(all: readonly Stretch[]): AsyncGenerator<Buffer> {
  const services: JsonObject[] = [];
  for await (const some of ahead(all.map((one) => one.services))) services.push(...some);
  yield packCsv(services);
}

const nameOf = (format: Format, today: string): string =>
  `attachment; filename="hsds-${today}.${formats[format].ending}"`;

async function openExport(request: DataRequest, format: Format): Promise<Outcome<DataAnswer>> {
  const asked = await stretchesOf(request);
  if (!asked.ok) return asked;
  const marks = [format, request.today, ...asked.value.map(({ mark }) => mark)].join('|');
  const mark = createHash('sha256').update(marks).digest('base64url').slice(0, 24);
  const pieces = format === 'csv' ? asPackedCsv(asked.value) : asText(format, asked.value);
  const { type } = formats[format];
  return { ok: true, value: { type, body: { mark, pieces }, name: nameOf(format, request.today) } };
}

const keys = Object.keys(formats) as Format[];

/** The whole open directory as one file, for everybody. */
export const openExports: readonly DataRoute[] = keys.flatMap((format) =>
  both(`/export.${formats[format].ending}`, async (request) => await openExport(request, format), {
    whole: true,
  }),
);

/** Everything that an office may have. */
async function wholeOf(ask: Ask): Promise<Outcome<JsonObject[]>> {
  const all: JsonObject[] = [];
  for (let some: JsonObject[] | undefined; some?.length !== 0; ) {
    const asked = await ask(exportWhole, { after: all.at(-1)?.['id'] });
    if (!asked.ok) return asked;
    some = asked.value.services;
    all.push(...some);
  }
  return { ok: true, value: all };
}

function fileOf(format: Format, services: readonly JsonObject[]): Uint8Array {
  if (format === 'csv') return packCsv(services);
  const { before, between, after, none } = frames[format];
  if (services.length === 0) return Buffer.from(none);
  return Buffer.concat([Buffer.from(before), serviceBytes(services, between), Buffer.from(after)]);
}

/** Where a worker keeps the whole directory from, the persons to contact included. */
export const exportPath = (format: Format): `/${string}` =>
  `/praca/uslugi/wymiana/katalog.${formats[format].ending}`;

export const staffExports: readonly FileRoute[] = keys.map((format) =>
  file({
    door: 'staff',
    path: exportPath(format),
    async send(ask, { today }) {
      const asked = await wholeOf(ask);
      if (!asked.ok) return asked;
      const body = fileOf(format, asked.value);
      return { ok: true, value: { type: formats[format].type, body, name: nameOf(format, today) } };
    },
  }),
);
