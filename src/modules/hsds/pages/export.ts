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
import { exportOpen, exportWhole, revision } from '../queries/export.ts';
import { both } from './api.ts';

type Exporting = typeof exportOpen;

/** Short enough that what a stretch leaves behind is swept up while it is young. */
const stretch = 500;

/** Services of a centre, a stretch at a time, in the order of their ids. */
async function* stretches(ask: Ask, exporting: Exporting): AsyncGenerator<JsonObject[]> {
  const next = (after?: unknown) => {
    const asking = ask(exporting, { after, limit: stretch });
    // Whoever reads may leave before it comes; what then goes wrong is nobody's.
    asking.catch(() => undefined);
    return asking;
  };
  for (let asking = next(); ; ) {
    const asked = await asking;
    if (!asked.ok) throw new Error(asked.problem.code);
    const { services } = asked.value;
    const last = services.length < stretch;
    // The database looks for the next ones while these are written.
    if (!last) asking = next(services.at(-1)?.['id']);
    if (services.length > 0) yield services;
    if (last) return;
  }
}

async function* across(asks: readonly Ask[], exporting: Exporting): AsyncGenerator<JsonObject[]> {
  for (const ask of asks) yield* stretches(ask, exporting);
}

const formats = {
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
  csv: { type: 'application/zip', ending: 'zip' },
} as const;

type Format = keyof typeof formats;

async function* asJson(parts: AsyncIterable<JsonObject[]>): AsyncGenerator<Buffer> {
  let before = '[\n';
  for await (const services of parts) {
    yield serviceBytes(services, { before, between: ',\n', after: '' });
    before = ',\n';
  }
  yield Buffer.from(before === '[\n' ? '[]\n' : '\n]\n');
}

async function* asLines(parts: AsyncIterable<JsonObject[]>): AsyncGenerator<Buffer> {
  for await (const services of parts)
    yield serviceBytes(services, { before: '', between: '\n', after: '\n' });
}

async function* asPackedCsv(parts: AsyncIterable<JsonObject[]>): AsyncGenerator<Buffer> {
  const all: JsonObject[] = [];
  for await (const services of parts) for (const one of services) all.push(one);
  yield packCsv(all);
}

const writing = { json: asJson, ndjson: asLines, csv: asPackedCsv } as const;

const nameOf = (format: Format, today: string): string =>
  `attachment; filename="hsds-${today}.${formats[format].ending}"`;

/** The mark of what is exported, of all centres together. */
async function markOf(request: DataRequest, format: Format): Promise<Outcome<string>> {
  const marks: string[] = [format, request.today];
  for (const { ask } of request.centres) {
    const asked = await ask(revision, {});
    if (!asked.ok) return asked;
    marks.push(asked.value.revision);
  }
  return { ok: true, value: createHash('sha256').update(marks.join('|')).digest('base64url').slice(0, 24) };
}

async function openExport(request: DataRequest, format: Format): Promise<Outcome<DataAnswer>> {
  const mark = await markOf(request, format);
  if (!mark.ok) return mark;
  const parts = across(
    request.centres.map((one) => one.ask),
    exportOpen,
  );
  const body = { mark: mark.value, pieces: writing[format](parts) };
  const { type } = formats[format];
  return { ok: true, value: { type, body, name: nameOf(format, request.today) } };
}

const keys = Object.keys(formats) as Format[];

/** The whole open directory as one file, for everybody. */
export const openExports: readonly DataRoute[] = keys.flatMap((format) =>
  both(`/export.${formats[format].ending}`, async (request) => await openExport(request, format), true),
);

const joined = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** Where a worker keeps the whole directory from, the persons to contact included. */
export const exportPath = (format: Format): `/${string}` =>
  `/praca/uslugi/wymiana/katalog.${formats[format].ending}`;

export const staffExports: readonly FileRoute[] = keys.map((format) =>
  file({
    door: 'staff',
    path: exportPath(format),
    async send(ask, { today }) {
      const first = await ask(exportWhole, { limit: 1 });
      if (!first.ok) return first;
      const parts = stretches(ask, exportWhole);
      const body = await joined(writing[format](parts));
      return { ok: true, value: { type: formats[format].type, body, name: nameOf(format, today) } };
    },
  }),
);
