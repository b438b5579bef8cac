import { z } from 'zod';
import { id, optionalId } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { AuditNote } from '../../../platform/runner/audit.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { readHeldOfCase } from '../../privacy/index.ts';
import {
  type CaseHead,
  findCaseHead,
  listFiles,
  listPaperHeads,
  readPaperContents,
  type SampledFile,
} from '../db/files.ts';
import { type Inspection, inspectionOf } from '../db/inspections.ts';
import { listInspectors } from '../db/inspectors.ts';
import { withoutAddress } from '../domain/hide-address.ts';
import { inspects, stateOf, type Tie } from '../domain/inspection.ts';
import { pl } from '../pl.ts';
import { drawingOf, drawingSchema, fileSchema, headOf, headSchema } from './inspections.ts';

const basis = 'upoważnienie kontrolującego; art. 22 i art. 50 ust. 3 ustawy o CUS';

const tie = { inspectors: z.array(z.string()), running: z.boolean(), sampled: z.boolean() };

const paper = z.object({
  id: z.string(),
  kind: z.enum(['document', 'attachment']),
  title: z.string(),
  on: z.string(),
  size: z.number().nullable(),
});

const held = z.array(z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }));

interface Own {
  inspection: Inspection;
  /** Every file that was ever in the sample: what drawing again is compared with. */
  all: SampledFile[];
  /** Those that are shown. */
  files: SampledFile[];
  tie: Omit<Tie, 'sampled'> & { inspectors: string[] };
}

/** The inspection of whoever asks, with what of its sample is shown; undefined: they are no inspector. */
async function ownOf(db: Db, { actor, today }: Moment): Promise<Own | undefined> {
  const { centreId, accountId } = actor;
  const inspection = await inspectionOf(db, centreId, accountId);
  if (!inspection) return undefined;
  const [files, inspectors] = await Promise.all([
    listFiles(db, centreId, inspection.id),
    listInspectors(db, centreId, inspection.id),
  ]);
  return {
    inspection,
    all: files,
    files: files.filter(({ withdrawnWhy, erased }) => withdrawnWhy === null && !erased),
    tie: {
      inspectors: inspectors.filter(({ active }) => active).map((one) => one.accountId),
      running: stateOf(inspection, today) === 'running',
    },
  };
}

const isHidden = ({ shielded, addressWhy }: Pick<SampledFile, 'shielded' | 'addressWhy'>): boolean =>
  shielded && addressWhy === null;

/** The first page of an inspector: what the inspection covers, and the files of its sample without any name. */
export const ownInspection = query({
  name: 'inspections.mine',
  summary: 'The own inspection of an inspector: scope, days and the files of the sample',
  input: z.object({}),
  output: headSchema.extend({ ...tie, drawing: drawingSchema.nullable(), files: z.array(fileSchema) }),
  basis,
  async read(db, _input, moment) {
    const own = await ownOf(db, moment);
    if (!own) return undefined;
    return {
      ...headOf(own.inspection, moment.today),
      ...own.tie,
      sampled: true,
      drawing: drawingOf(own.inspection, own.all),
      files: own.files.map(({ personId: _person, state: _state, ...file }) => file),
    };
  },
  allow: inspects,
  discloses: () => undefined,
});

const fileOutput = z.object({
  ...tie,
  inspectionId: z.string(),
  caseId: z.string(),
  personId: z.string().nullable(),
  position: z.number(),
  sign: z.string().nullable(),
  title: z.string(),
  receivedOn: z.string(),
  how: z.enum(['drawn', 'added']),
  /** The address of the person is hidden from the inspectors, and with it papers and attachments. */
  addressHidden: z.boolean(),
  held,
  papers: z.array(paper),
});

export type InspectedFile = z.infer<typeof fileOutput>;

/** A file that is not in the sample: as much of it as a denial needs, to be written down. */
const outside = (own: Own | undefined, head: CaseHead): InspectedFile => ({
  inspectors: own?.tie.inspectors ?? [],
  running: own?.tie.running ?? false,
  sampled: false,
  inspectionId: own?.inspection.id ?? '',
  caseId: head.caseId,
  personId: head.personId,
  position: 0,
  sign: null,
  title: '',
  receivedOn: head.receivedOn,
  how: 'drawn',
  addressHidden: head.shielded,
  held: [],
  papers: [],
});

async function readFile(db: Db, moment: Moment, own: Own, file: SampledFile): Promise<InspectedFile> {
  const safe = safeOf(moment);
  const { caseId, personId } = file;
  const [all, papers] = await Promise.all([
    readHeldOfCase(db, safe, { caseId, personId }),
    listPaperHeads(db, safe.centreId, caseId),
  ]);
  const addressHidden = isHidden(file);
  return {
    ...own.tie,
    sampled: true,
    inspectionId: own.inspection.id,
    caseId,
    personId,
    position: file.position,
    sign: file.sign,
    title: file.title,
    receivedOn: file.receivedOn,
    how: file.how,
    addressHidden,
    held: addressHidden ? withoutAddress(all, pl.file.hiddenMark) : all,
    // A title can name a place as well as a text can.
    papers: addressHidden ? papers.map((one) => ({ ...one, title: pl.file.withheld[one.kind] })) : papers,
  };
}

/** One file of the sample, whole: everything that is held of the case, and the list of its papers. */
export const inspectedFile = query({
  name: 'inspections.file',
  summary: 'One file of the own sample: everything held of the case, and its papers by title',
  input: z.object({ caseId: id() }),
  output: fileOutput,
  basis,
  async read(db, { caseId }, moment) {
    const own = await ownOf(db, moment);
    const file = own?.files.find((one) => one.caseId === caseId);
    // Out of the sample, or out of the days, nothing of the file is read.
    if (own && file && own.tie.running) return await readFile(db, moment, own, file);
    const head = await findCaseHead(db, moment.actor.centreId, { caseId });
    return head && outside(own, head);
  },
  allow: inspects,
  discloses: ({ personId, caseId, inspectionId, held: parts, papers }) => ({
    personId,
    caseId,
    what: { inspectionId, parts: parts.map(({ table }) => table), papers: papers.length },
  }),
  hidden: true,
});

const packedFile = fileOutput.extend({
  /** Content in Base64; of a paper whose file is still being made, its words. */
  contents: z.array(paper.extend({ content: z.string().nullable(), letter: z.unknown() })),
});

const packOutput = z.object({
  ...tie,
  caseId: z.string().nullable(),
  head: headSchema,
  drawing: drawingSchema.nullable(),
  /** Ids of every file of the frame: with the seed, all that is needed to draw again. */
  frame: z.array(z.string()),
  files: z.array(packedFile),
});

export type InspectionPack = z.infer<typeof packOutput>;

const noteOf = ({ head }: InspectionPack, file: InspectionPack['files'][number]): AuditNote => ({
  personId: file.personId,
  caseId: file.caseId,
  what: {
    inspectionId: head.id,
    parts: file.held.map(({ table }) => table),
    // Each paper that left, by its id: an entry names nobody.
    files: file.contents.map(({ id: paperId, kind }) => `${kind}:${paperId}`),
    ...(file.addressHidden ? { address: 'hidden' } : {}),
  },
});

/** The files of the sample, or one of them, with everything that goes into the pack. */
export const inspectionPack = query({
  name: 'inspections.pack',
  summary: 'The sampled files of the own inspection as one pack, or one of them',
  input: z.object({ caseId: optionalId() }),
  output: packOutput,
  basis,
  fresh: true,
  async read(db, { caseId }, moment): Promise<InspectionPack | undefined> {
    const own = await ownOf(db, moment);
    if (!own) return undefined;
    const chosen = own.files.filter((one) => caseId === undefined || one.caseId === caseId);
    const sampled = chosen.length > 0 || caseId === undefined;
    const files: InspectionPack['files'] = [];
    // One after another: a pack of two hundred files must not hold every connection of the server.
    for (const file of own.tie.running && sampled ? chosen : []) {
      const read = await readFile(db, moment, own, file);
      const contents = read.addressHidden
        ? []
        : await readPaperContents(db, moment.actor.centreId, file.caseId);
      files.push({ ...read, contents });
    }
    return {
      ...own.tie,
      sampled,
      caseId: caseId ?? null,
      head: headOf(own.inspection, moment.today),
      drawing: drawingOf(own.inspection, own.all),
      frame: own.inspection.frame ?? [],
      files,
    };
  },
  allow: inspects,
  discloses: (pack) => pack.files.map((file) => noteOf(pack, file)),
  hidden: true,
});
