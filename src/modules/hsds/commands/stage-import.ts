import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { optionalText } from '../../../platform/fields.ts';
import { pl as fileWords } from '../../../platform/files/pl.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/kinds.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertImport } from '../db/imports.ts';
import { mayExchange } from '../domain/access.ts';
import { openDataBasis } from '../domain/basis.ts';
import { planImport } from '../domain/plan-import.ts';
import { previewOf } from '../domain/preview.ts';
import { readSent } from '../files/unpack.ts';
import { pl } from '../pl.ts';
import { faultWords } from '../pl-faults.ts';
import { standingFor } from '../queries/standing.ts';

/** A file of a form, or of the API with its content in Base64. */
const sentFile = z.preprocess(
  (value) => {
    if (typeof value !== 'object' || value === null || !('content' in value)) return value;
    return typeof value.content === 'string'
      ? { ...value, content: Buffer.from(value.content, 'base64') }
      : value;
  },
  z.object({ name: z.string(pl.refusals.choose), content: z.instanceof(Uint8Array) }, pl.refusals.choose),
);

/** How a system is called from which nobody says where it comes. */
export const unnamedSource = 'hsds';

const named = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-200) || '?';

/** Reads a file of another directory and shows what taking it over would do. Changes nothing in the directory. */
export const stageImport = command({
  name: 'hsds.stage-import',
  summary: 'Preview an import of services (HSDS JSON, lines of JSON, CSV, or a ZIP of CSV; up to 20 MB)',
  input: z.object({ file: sentFile, source: optionalText(80) }),
  result: z.object({ importId: z.string() }),
  basis: cite(openDataBasis),
  async load(tx, input, moment) {
    // A reader without the right is not worth the work of reading.
    if (!moment.actor.roles.some((role) => role in mayExchange)) return {};
    const { content, name } = input.file;
    if (content.length > MAX_UPLOAD_BYTES) return { tooLarge: true };
    const read = readSent(content, named(name));
    const source = input.source ?? unnamedSource;
    const standing = await standingFor(tx, moment.actor.centreId, moment.today, source, read.services);
    return { read, standing, source };
  },
  allow: mayExchange,
  decide(target, input, moment) {
    const { read, standing, source } = target;
    if (!read || !standing || source === undefined)
      return refuse('file.file_too_large', fileWords.faults.FILE_TOO_LARGE, { field: 'file' });
    const only = read.faults.find((fault) => fault.refused);
    if (read.services.length === 0)
      return refuse('hsds.nothing-to-take', only ? faultWords(only) : pl.refusals.nothing, { field: 'file' });
    const plan = planImport(read.services, standing, { source, now: moment.now });
    return {
      id: newId(),
      accountId: moment.actor.accountId,
      fileName: named(input.file.name),
      sourceSystem: source,
      content: input.file.content,
      preview: previewOf(plan, read.faults),
      at: moment.now,
    };
  },
  async save(tx, change, moment) {
    await insertImport(tx, moment.actor.centreId, change);
    return { importId: change.id };
  },
  audit: ({ id, fileName, sourceSystem, preview: { added, changed, unchanged, refused } }) => ({
    what: { importId: id, fileName, sourceSystem, added, changed, unchanged, refused },
  }),
});
