import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { id, integer, optionalText, text } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { drawLots } from '../../../statistics/index.ts';
import {
  findCaseHead,
  insertFiles,
  listFiles,
  type SampledFile,
  saveAddressShown,
  saveWithdrawal,
} from '../db/files.ts';
import { findInspection, frameOf, type Inspection, saveDrawing } from '../db/inspections.ts';
import { mostFiles, orders, stateOf } from '../domain/inspection.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;
const over = refuse('inspections.over', words.over);
const full = refuse('inspections.full', words.full(mostFiles));
const controls = 'art. 22 i art. 50 ust. 2 i 3 ustawy o CUS; upoważnienie kontrolującego';

const unlessOver = (inspection: Inspection, today: string): Refusal | undefined =>
  stateOf(inspection, today) === 'ended' ? over : undefined;

/** Places that are left in the pack. */
const left = (files: readonly SampledFile[]): number =>
  mostFiles - files.filter(({ withdrawnWhy }) => withdrawnWhy === null).length;

/**
 * Draws the sample, once: the frame as it is now, the seed and the size are written down, so that anybody can draw the same
 * files again. A second drawing is not offered: whoever may draw until the files please has drawn nothing.
 */
export const drawSample = command({
  name: 'inspections.draw',
  summary: 'Draw the sample of an inspection from all files in its scope, with a seed that is written down',
  basis: controls,
  input: z.object({ inspectionId: id(), size: integer(1, mostFiles), seed: optionalText(100) }),
  result: z.object({ inspectionId: z.string(), frame: z.number(), drawn: z.number(), seed: z.string() }),
  async load(tx, { inspectionId }, { actor }) {
    const inspection = await findInspection(tx, actor.centreId, inspectionId, true);
    if (!inspection) return undefined;
    const [frame, files] = await Promise.all([
      frameOf(tx, actor.centreId, inspection),
      listFiles(tx, actor.centreId, inspectionId),
    ]);
    return { inspection, frame, files };
  },
  allow: orders,
  decide({ inspection, frame, files }, { size, seed = randomBytes(8).toString('hex') }, { today }) {
    const ended = unlessOver(inspection, today);
    if (ended) return ended;
    if (inspection.frame !== null) return refuse('inspections.drawn', words.drawn);
    if (frame.length === 0) return refuse('inspections.empty', words.empty);
    const drawn = drawLots(frame, size, seed).filter((one) => one.drawn);
    const there = new Set(files.map(({ caseId }) => caseId));
    // What was added by hand before stays as it was added: it is in the sample already.
    const fresh = drawn.filter(({ name }) => !there.has(name));
    if (fresh.length > left(files)) return full;
    return {
      inspection,
      drawing: { frame, seed, size },
      fresh: fresh.map(({ name }) => name),
      from: files.length,
    };
  },
  async save(tx, { inspection, drawing, fresh, from }, { actor, now }) {
    const by = { accountId: actor.accountId, at: now };
    await saveDrawing(tx, actor.centreId, inspection.id, drawing, by);
    const files = fresh.map((caseId, at) => ({ caseId, position: from + at + 1, reason: null }));
    await insertFiles(tx, actor.centreId, inspection.id, files, by);
    const { frame, seed, size } = drawing;
    return { inspectionId: inspection.id, frame: frame.length, drawn: Math.min(size, frame.length), seed };
  },
  audit: ({ inspection, drawing, fresh }) => ({
    what: {
      inspectionId: inspection.id,
      frame: drawing.frame.length,
      seed: drawing.seed,
      size: drawing.size,
      cases: fresh,
    },
  }),
});

/** Adds a file that the inspectors asked for by its sign, in or out of the scope, with the reason. */
export const addFile = command({
  name: 'inspections.add-file',
  summary: 'Add a file to the sample of an inspection by its sign, with a reason',
  basis: controls,
  fresh: true,
  input: z.object({ inspectionId: id(), sign: text(100), reason: text(300) }),
  result: z.object({ inspectionId: z.string() }),
  async load(tx, { inspectionId, sign }, { actor }) {
    const inspection = await findInspection(tx, actor.centreId, inspectionId, true);
    if (!inspection) return undefined;
    const [head, files] = await Promise.all([
      findCaseHead(tx, actor.centreId, { sign }),
      listFiles(tx, actor.centreId, inspectionId),
    ]);
    return { inspection, head, files };
  },
  allow: orders,
  decide({ inspection, head, files }, { reason }, { today }) {
    const ended = unlessOver(inspection, today);
    if (ended) return ended;
    if (!head) return refuse('inspections.no-such-sign', words.noSuchSign, { field: 'sign' });
    if (head.erased) return refuse('inspections.erased', words.erased, { field: 'sign' });
    const there = files.find(({ caseId }) => caseId === head.caseId);
    if (there && there.withdrawnWhy === null)
      return refuse('inspections.there', words.there, { field: 'sign' });
    if (left(files) < 1) return full;
    return { inspection, head, reason, position: there?.position ?? files.length + 1 };
  },
  async save(tx, { inspection, head, reason, position }, { actor, now }) {
    const by = { accountId: actor.accountId, at: now };
    const { caseId } = head;
    await insertFiles(tx, actor.centreId, inspection.id, [{ caseId, position, reason }], by);
    return { inspectionId: inspection.id };
  },
  audit: ({ inspection, head }) => ({
    personId: head.personId,
    caseId: head.caseId,
    what: { inspectionId: inspection.id, how: 'added' },
  }),
});

const loadFile = async (
  tx: Db,
  { inspectionId, caseId }: { inspectionId: string; caseId: string; reason: string },
  { actor }: Moment,
) => {
  const inspection = await findInspection(tx, actor.centreId, inspectionId, true);
  if (!inspection) return undefined;
  const files = await listFiles(tx, actor.centreId, inspectionId);
  return { inspection, file: files.find((one) => one.caseId === caseId && one.withdrawnWhy === null) };
};

const ofFile = { inspectionId: id(), caseId: id(), reason: text(300) };
const elsewhere = refuse('inspections.not-in-sample', words.notInSample);

/** Takes a file that was added by hand out again; what was drawn stays, or the sample were no sample. */
export const withdrawFile = command({
  name: 'inspections.withdraw-file',
  summary: 'Take a file that was added by hand out of the sample again, with a reason',
  basis: controls,
  input: z.object(ofFile),
  result: z.object({ inspectionId: z.string() }),
  load: loadFile,
  allow: orders,
  decide({ inspection, file }, { reason }, { today }) {
    if (!file) return elsewhere;
    if (file.how === 'drawn') return refuse('inspections.drawn-stays', words.drawnStays);
    return unlessOver(inspection, today) ?? { inspection, file, reason };
  },
  async save(tx, { inspection, file, reason }, { actor, now }) {
    const by = { accountId: actor.accountId, at: now };
    await saveWithdrawal(tx, actor.centreId, inspection.id, file.caseId, reason, by);
    return { inspectionId: inspection.id };
  },
  audit: ({ inspection, file }) => ({
    personId: file.personId,
    caseId: file.caseId,
    what: { inspectionId: inspection.id, after: 'withdrawn' },
  }),
});

/** Lets the inspectors see the hidden address of one file, because the inspection cannot do without it. */
export const showAddress = command({
  name: 'inspections.show-address',
  summary: 'Let the inspectors see the hidden address in one file of the sample, with a reason',
  basis: controls,
  fresh: true,
  input: z.object(ofFile),
  result: z.object({ inspectionId: z.string() }),
  load: loadFile,
  allow: orders,
  decide({ inspection, file }, { reason }, { today }) {
    if (!file) return elsewhere;
    if (!file.shielded) return refuse('inspections.not-hidden', words.notHidden);
    if (file.addressWhy !== null) return refuse('inspections.shown', words.shown);
    return unlessOver(inspection, today) ?? { inspection, file, reason };
  },
  async save(tx, { inspection, file, reason }, { actor, now }) {
    const by = { accountId: actor.accountId, at: now };
    await saveAddressShown(tx, actor.centreId, inspection.id, file.caseId, reason, by);
    return { inspectionId: inspection.id };
  },
  audit: ({ inspection, file }) => ({
    personId: file.personId,
    caseId: file.caseId,
    what: { inspectionId: inspection.id, address: 'shown' },
  }),
});
