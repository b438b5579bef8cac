import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { query } from '../../../platform/runner/query.ts';
import { drawLots } from '../../../statistics/index.ts';
import { listFiles, type SampledFile } from '../db/files.ts';
import { findInspection, frameOf, type Inspection, listInspections } from '../db/inspections.ts';
import { listInspectors, listLooks } from '../db/inspectors.ts';
import { authorities, kinds, oversees, stateOf, states } from '../domain/inspection.ts';

const maybe = z.string().nullable();

/** What an inspection is, without the ids of its frame. */
export const headSchema = z.object({
  id: z.string(),
  authority: z.enum(authorities),
  authorityName: z.string(),
  ground: z.string(),
  authorisation: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  kinds: z.array(z.enum(kinds)),
  validFrom: z.string(),
  validTo: z.string(),
  state: z.enum(states),
  openedBy: z.string(),
  openedAt: z.string(),
  endedAt: maybe,
  endedWhy: maybe,
  version: z.number(),
});

export type Head = z.infer<typeof headSchema>;

export const fileSchema = z.object({
  caseId: z.string(),
  position: z.number(),
  sign: maybe,
  title: z.string(),
  receivedOn: z.string(),
  how: z.enum(['drawn', 'added']),
  reason: maybe,
  shielded: z.boolean(),
  addressWhy: maybe,
  erased: z.boolean(),
  withdrawnWhy: maybe,
});

export type File = z.infer<typeof fileSchema>;

/** An inspection as its pages show it on a day. */
export const headOf = ({ frame: _frame, ...inspection }: Inspection, today: string): Head =>
  headSchema.parse({ ...inspection, state: stateOf(inspection, today) });

/** How the sample was drawn, and whether drawing it again from what was written down gives the same files. */
export const drawingSchema = z.object({
  frame: z.number(),
  seed: z.string(),
  size: z.number(),
  drawnAt: z.string(),
  repeats: z.boolean(),
});

/** Draws again, now, from the frame and the seed as they were written down. */
export function drawingOf(
  inspection: Inspection,
  files: readonly SampledFile[],
): z.infer<typeof drawingSchema> | null {
  const { frame, seed, sampleSize: size, drawnAt } = inspection;
  if (frame === null || seed === null || size === null || drawnAt === null) return null;
  const again = new Set(
    drawLots(frame, size, seed)
      .filter(({ drawn }) => drawn)
      .map(({ name }) => name),
  );
  const drawn = files.filter(({ how }) => how === 'drawn');
  const there = new Set(files.map(({ caseId }) => caseId));
  return {
    frame: frame.length,
    seed,
    size,
    drawnAt,
    repeats: drawn.every(({ caseId }) => again.has(caseId)) && [...again].every((one) => there.has(one)),
  };
}

const basis = 'art. 24 ust. 1, art. 50 ust. 2 i 3 ustawy o CUS; art. 39 ust. 1 lit. b RODO';

/** Inspections of the centre with how many files and inspectors each has. */
export const listInspectionsQuery = query({
  name: 'inspections.list',
  summary: 'Inspections of the centre, the latest first',
  input: z.object({}),
  output: z.object({
    inspections: z.array(headSchema.extend({ files: z.number(), inspectors: z.number() })),
  }),
  basis,
  async read(db, _input, { actor: { centreId }, today }) {
    const all = await listInspections(db, centreId);
    const counted = all.map(async (inspection) => {
      const [files, inspectors] = await Promise.all([
        listFiles(db, centreId, inspection.id),
        listInspectors(db, centreId, inspection.id),
      ]);
      return {
        ...headOf(inspection, today),
        files: files.filter(({ withdrawnWhy }) => withdrawnWhy === null).length,
        inspectors: inspectors.length,
      };
    });
    return { inspections: await Promise.all(counted) };
  },
  allow: oversees,
  discloses: () => undefined,
});

/** How many entries of the journal the page of an inspection shows. */
const looksShown = 200;

/** One inspection: its scope, frame, sample, inspectors, and what they looked at. */
export const viewInspection = query({
  name: 'inspections.view',
  summary: 'One inspection with its frame, sample, inspectors and what was looked at',
  input: z.object({ inspectionId: id() }),
  output: headSchema.extend({
    /** Files in the scope: now, or when the sample was drawn. */
    inScope: z.number(),
    drawing: drawingSchema.nullable(),
    files: z.array(fileSchema),
    inspectors: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        position: z.string(),
        login: z.string(),
        document: maybe,
        active: z.boolean(),
        lastSignedInAt: maybe,
      }),
    ),
    looks: z.array(
      z.object({
        seq: z.number(),
        at: z.string(),
        who: z.string(),
        action: z.string(),
        kind: z.enum(['read', 'access', 'change']),
        sign: maybe,
        caseId: maybe,
        files: z.number().nullable(),
      }),
    ),
  }),
  basis,
  async read(db, { inspectionId }, { actor: { centreId }, today }) {
    const inspection = await findInspection(db, centreId, inspectionId);
    if (!inspection) return undefined;
    const [inScope, files, inspectors, looks] = await Promise.all([
      countInScope(db, centreId, inspection),
      listFiles(db, centreId, inspectionId),
      listInspectors(db, centreId, inspectionId),
      listLooks(db, centreId, inspectionId, looksShown),
    ]);
    return {
      ...headOf(inspection, today),
      inScope,
      drawing: drawingOf(inspection, files),
      files: files.map(({ personId: _person, state: _state, ...file }) => file),
      inspectors,
      looks,
    };
  },
  allow: oversees,
  discloses: ({ id: inspectionId }) => ({ what: { inspectionId, fields: ['inspection'] } }),
});

const countInScope = async (db: Db, centreId: string, inspection: Inspection): Promise<number> =>
  inspection.frame?.length ?? (await frameOf(db, centreId, inspection)).length;
