import { z } from 'zod';
import { id, tick } from '../../../platform/fields.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/kinds.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { powiatOf } from '../../population/index.ts';
import { decideImport, findImport, insertImport } from '../db/imports.ts';
import { allResources, gminasOn, insertResource, updateResource, type Written } from '../db/resources.ts';
import { mayWrite } from '../domain/access.ts';
import { countsOf, type Incoming, planImport } from '../domain/plan-import.ts';
import type { RegisterKey } from '../domain/pl-registers.ts';
import { type Resource, resourceBasis } from '../domain/resource.ts';
import { placeOf } from '../places.ts';
import { pl } from '../pl.ts';
import { readRegister } from '../read-file.ts';
import { shippedRegister } from '../shipped.ts';

const words = pl.import.errors;

/** A file of a form, or of the API with its content in Base64. */
const sentFile = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('content' in value)) return undefined;
  return typeof value.content === 'string'
    ? { ...value, content: Buffer.from(value.content, 'base64') }
    : value;
}, z.object({ name: z.string(), content: z.instanceof(Uint8Array) }).optional());

const named = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-200) || '?';

/** Reads a register file and shows, row by row, what taking it over would do. Changes no resource. */
export const stageImport = command({
  name: 'resources.stage-import',
  summary:
    'Preview a register file (CSV known by its columns), or the shipped registers: what each row would do, contradictions flagged',
  input: z.object({ file: sentFile, shipped: tick(), everywhere: tick() }),
  result: z.object({ importId: z.string() }),
  basis: resourceBasis,
  files: true,
  async load(tx, { file, shipped, everywhere }, { actor, today }) {
    // A reader without the right is not worth the work of reading.
    if (!actor.roles.some((role) => role in mayWrite)) return {};
    if (!shipped && !file) return { fault: 'choose' as const };
    if (file && file.content.length > MAX_UPLOAD_BYTES) return { fault: 'too_large' as const };
    const read = readRegister(shipped || !file ? shippedRegister() : file.content);
    if (!read.ok) return { fault: read.fault, columns: read.columns };
    const [standing, gminas] = await Promise.all([
      allResources(tx, actor.centreId, today),
      gminasOn(tx, actor.centreId, today),
    ]);
    const powiats = gminas.map(({ teryt }) => powiatOf(teryt));
    return {
      register: read.register,
      rows: planImport(read.rows, read.register, {
        standing,
        powiats: everywhere ? undefined : powiats,
        placeOf,
      }),
    };
  },
  allow: mayWrite,
  decide(target, { file, shipped }) {
    if (target.fault || !target.rows || !target.register) {
      const fault = target.fault ?? 'choose';
      return refuse(
        `resources.${fault.replaceAll('_', '-')}`,
        words[fault](target.columns?.join(', ') ?? ''),
        {
          field: 'file',
        },
      );
    }
    const counts = countsOf(target.rows);
    return {
      id: newId(),
      register: target.register,
      fileName: shipped || !file ? pl.import.shippedName : named(file.name),
      counts,
      rows: target.rows,
    };
  },
  async save(tx, staged, { actor, now }) {
    await insertImport(tx, { centreId: actor.centreId, accountId: actor.accountId, at: now }, staged);
    return { importId: staged.id };
  },
  audit: ({ id: importId, register, fileName, counts }) => ({
    what: { importId, register, fileName, ...counts },
  }),
});

/** A fact that the file does not give does not erase the one that stands. */
function writtenOf(incoming: Incoming, standing: Resource | undefined): Written {
  const { key: _key, ...row } = incoming;
  return {
    ...row,
    institutionalSaid: row.institutional ?? standing?.institutionalSaid ?? null,
    operator: row.operator ?? standing?.operator ?? null,
    profile: row.profile ?? standing?.profile ?? null,
    gmina: row.gmina ?? standing?.gmina ?? null,
    locality: row.locality ?? standing?.locality ?? null,
    places: row.places ?? standing?.places ?? null,
    occupied: row.occupied ?? standing?.occupied ?? null,
    waiting: row.waiting ?? standing?.waiting ?? null,
    free: row.free ?? standing?.free ?? null,
    staff: row.staff ?? standing?.staff ?? null,
    costMonthGrosze: row.costMonthGrosze ?? standing?.costMonthGrosze ?? null,
    costAsOf: row.costAsOf ?? standing?.costAsOf ?? null,
    costAbout: row.costMonthGrosze === null ? (standing?.costAbout ?? false) : row.costAbout,
    serviceId: standing?.link?.serviceId ?? null,
  };
}

type Step = { id: string; written: Written; from?: { register: RegisterKey; key: string } };

const waiting = async (
  tx: Parameters<typeof findImport>[0],
  { importId }: { importId: string },
  { actor }: { actor: { centreId: string } },
) => await findImport(tx, actor.centreId, importId, true);

/** Takes over the rows of a previewed file. */
export const takeImport = command({
  name: 'resources.import',
  summary: 'Take over a previewed register file: new resources are added, known ones brought up to date',
  input: z.object({ importId: id() }),
  result: z.object({ taken: z.number() }),
  basis: resourceBasis,
  async load(tx, input, moment) {
    const staged = await waiting(tx, input, moment);
    if (!staged) return undefined;
    return {
      staged,
      version: staged.version,
      standing: await allResources(tx, moment.actor.centreId, moment.today),
    };
  },
  allow: mayWrite,
  decide({ staged, standing }) {
    if (staged.state !== 'waiting') return refuse('resources.decided', words.decided());
    const steps = staged.rows.flatMap(({ verdict, id: known, incoming }): Step[] => {
      if (!incoming || (verdict !== 'added' && verdict !== 'changed')) return [];
      // Since the preview somebody may have taken over the same row.
      const before = standing.find((one) =>
        known === null
          ? one.register === staged.register && one.registerKey === incoming.key
          : one.id === known,
      );
      const written = writtenOf(incoming, before);
      return before
        ? [{ id: before.id, written }]
        : [{ id: newId(), written, from: { register: staged.register, key: incoming.key } }];
    });
    return steps.length > 0 ? { staged, steps } : refuse('resources.nothing', words.nothing());
  },
  async save(tx, { staged, steps }, { actor, now }) {
    const by = { centreId: actor.centreId, accountId: actor.accountId, at: now };
    for (const { id: resourceId, written, from } of steps)
      await (from
        ? insertResource(tx, by, resourceId, written, from)
        : updateResource(tx, by, resourceId, written));
    await decideImport(tx, actor.centreId, staged.id, 'done', now);
    return { taken: steps.length };
  },
  audit: ({ staged, steps }) => ({
    what: {
      importId: staged.id,
      register: staged.register,
      fileName: staged.fileName,
      taken: steps.length,
      ids: steps.map((step) => step.id),
    },
  }),
});

/** Gives up a previewed file: nothing of it is kept. */
export const dropImport = command({
  name: 'resources.drop-import',
  summary: 'Give up a previewed register file',
  input: z.object({ importId: id() }),
  result: z.object({ importId: z.string() }),
  basis: resourceBasis,
  load: waiting,
  allow: mayWrite,
  decide: (staged) => (staged.state === 'waiting' ? staged : refuse('resources.decided', words.decided())),
  async save(tx, { id: importId }, { actor, now }) {
    await decideImport(tx, actor.centreId, importId, 'dropped', now);
    return { importId };
  },
  audit: ({ id: importId, fileName }) => ({ what: { importId, fileName } }),
});
