import { z } from 'zod';
import {
  recipientGroups,
  type RecipientGroup,
  serviceKinds,
  type ServiceKindKey,
} from '../../../law/index.ts';
import { figureSchema } from '../../population/index.ts';
import type { GapRow } from './gap.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const groupKeys = keysOf<RecipientGroup>(recipientGroups);
export const kindKeys = keysOf<ServiceKindKey>(serviceKinds);

/** Chapters that people write; needs and potential have tables of the system beside their words (art. 21(1)). */
export const chapterKeys = ['introduction', 'method', 'people', 'needs', 'potential', 'conclusions'] as const;
export type ChapterKey = (typeof chapterKeys)[number];

const gap = z.object({
  kind: z.enum(kindKeys),
  group: z.enum(groupKeys).nullable(),
  gmina: z.string(),
  gminaName: z.string(),
  basis: z.enum(['survey', 'least', 'none']),
  demand: figureSchema,
  capacity: figureSchema,
  gap: figureSchema,
  gapThen: figureSchema,
  relative: figureSchema,
  waiting: figureSchema,
  ledger: figureSchema,
});

const finding = z.object({
  foundOn: z.string(),
  kind: z.enum(['need', 'potential', 'supporting_action']),
  area: z.number(),
  group: z.enum(groupKeys).nullable(),
  gminaName: z.string().nullable(),
  scale: z.number().nullable(),
  conclusion: z.string(),
  significant: z.boolean(),
});

/** Who performs what (art. 21(1)(2)); `area` null: the card does not say. */
const performer = z.object({
  area: z.number().nullable(),
  performer: z.string(),
  type: z.string().nullable(),
  services: z.array(z.string()),
});

/** All of a diagnosis besides its dates: words of people, and what was taken from the running system. */
export const contentSchema = z.object({
  texts: z.partialRecord(z.enum(chapterKeys), z.string()),
  gaps: z.array(gap),
  findings: z.array(finding),
  performers: z.array(performer),
  /** What the last refresh of the figures changed, in words. */
  changed: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  /** Why an update was proposed. */
  updateBecause: z.string().nullable(),
});

export type Content = z.infer<typeof contentSchema>;
export type KeptGap = Content['gaps'][number];
export type KeptFinding = Content['findings'][number];
export type Performer = Content['performers'][number];

/** A diagnosis in which nothing is written yet. */
export const emptyContent: Content = {
  texts: {},
  gaps: [],
  findings: [],
  performers: [],
  changed: [],
  updateBecause: null,
};

/** What of a row of the gap a diagnosis keeps. */
export const keptGap = (row: GapRow): KeptGap => ({
  kind: row.kind,
  group: row.group,
  gmina: row.gmina,
  gminaName: row.gminaName,
  basis: row.basis,
  demand: row.demand,
  capacity: row.capacity,
  gap: row.gap,
  gapThen: row.gapThen,
  relative: row.relative,
  waiting: row.parts.waiting,
  ledger: row.parts.ledger,
});
