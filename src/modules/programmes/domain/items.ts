import { z } from 'zod';
import {
  missingItems,
  type ProgrammeItem,
  type ProgrammeItemId,
  programmeItems,
} from '../../../law/index.ts';
import { date, integer, list, money, optionalText, rows, text } from '../../../platform/fields.ts';
import { conditionSchema, conditionsInput, conditionsOf } from '../../directory/index.ts';
import { pl } from '../pl.ts';
import { applicationFieldIds } from './application-fields.ts';

const words = pl.items.gaps;
const maybeText = z.string().nullable();

/** The items as they are kept. What a source does not say is null; a whole item that is missing is absent. */
export const itemsSchema = z
  .object({
    nameAndGoal: z.object({ name: z.string(), goal: maybeText }),
    /** Days, or as much of a day as the source says. */
    period: z.object({ from: maybeText, to: maybeText }),
    needs: z.object({ text: z.string() }),
    recipients: z.object({
      text: maybeText,
      groups: z.array(z.object({ group: z.string(), people: z.number().nullable() })),
    }),
    /** Services that stand in the resolution but not in the directory; the others are the offers of the version. */
    services: z.object({ others: z.array(z.string()) }),
    /** Conditions common to all services; those of one service stand with its offer. */
    qualification: z.object({ procedure: maybeText, conditions: z.array(conditionSchema) }),
    fees: z.object({
      charged: z.boolean().nullable(),
      text: maybeText,
      reliefs: z.array(z.object({ words: z.string(), percent: z.number() })),
    }),
    evidence: z.object({ rows: z.array(z.object({ criterion: z.string(), documents: z.string() })) }),
    personalData: z.object({ fields: z.array(z.string()) }),
    organisation: z.object({
      stages: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
    }),
    monitoring: z.object({
      text: maybeText,
      indicators: z.array(
        z.object({
          name: z.string(),
          unit: maybeText,
          base: maybeText,
          target: maybeText,
          source: maybeText,
          frequency: maybeText,
          result: maybeText,
        }),
      ),
    }),
    budget: z.object({
      funding: maybeText,
      totalGrosze: z.number().nullable(),
      approximate: z.boolean(),
      lines: z.array(z.object({ words: z.string(), grosze: z.number() })),
    }),
  })
  .partial();

export type Items = z.infer<typeof itemsSchema>;
export type ItemOf<K extends ProgrammeItemId> = NonNullable<Items[K]>;

const stage = z
  .object({ name: text(200), from: date(), to: date() })
  .refine((one) => one.from <= one.to, { path: ['to'], message: words.order });

const indicator = z.object({
  name: text(200),
  unit: optionalText(50),
  base: optionalText(50),
  target: text(50),
  source: text(200),
  frequency: text(100),
});

/** What the form of each item sends. */
const itemInputs = {
  nameAndGoal: z.object({ name: text(300), goal: text(4000) }),
  period: z
    .object({ from: date(), to: date() })
    .refine((one) => one.from <= one.to, { path: ['to'], message: words.order }),
  needs: z.object({ text: text(20_000) }),
  recipients: z.object({
    text: text(8000),
    groups: rows(z.object({ group: text(200), people: integer(1, 1_000_000) }), 40),
  }),
  services: z.object({ others: optionalText(4000) }),
  qualification: z.object({ procedure: text(8000), conditions: conditionsInput }),
  fees: z.object({
    charged: z.preprocess(
      (value) => (value === 'tak' ? true : value === 'nie' ? false : value),
      z.boolean(words.charged),
    ),
    text: text(4000),
    reliefs: rows(z.object({ words: text(200), percent: integer(1, 100) }), 20),
  }),
  evidence: z.object({
    rows: rows(z.object({ criterion: text(200), documents: text(1000) }), 30).refine(
      (all) => all.length > 0,
      words.row,
    ),
  }),
  personalData: z.object({
    fields: list(z.enum(applicationFieldIds)).refine((all) => all.length > 0, words.field),
  }),
  organisation: z.object({ stages: rows(stage, 20).refine((all) => all.length > 0, words.row) }),
  monitoring: z.object({
    text: text(8000),
    indicators: rows(indicator, 30).refine((all) => all.length > 0, words.row),
  }),
  budget: z.object({
    funding: text(2000),
    lines: rows(z.object({ words: text(200), grosze: money() }), 40).refine(
      (all) => all.length > 0,
      words.row,
    ),
  }),
} satisfies Record<ProgrammeItemId, z.ZodType>;

const one = <K extends ProgrammeItemId>(item: K) =>
  z.object({ item: z.literal(item), value: itemInputs[item] });

/** One item with its value: the schema of each of the twelve. */
export const itemInput = z.discriminatedUnion(
  'item',
  [
    one('nameAndGoal'),
    one('period'),
    one('needs'),
    one('recipients'),
    one('services'),
    one('qualification'),
    one('fees'),
    one('evidence'),
    one('personalData'),
    one('organisation'),
    one('monitoring'),
    one('budget'),
  ],
  pl.refusals.noItem,
);

export type ItemInput = z.infer<typeof itemInput>;

/** The items with one of them written anew; `gminas` are those in which a resident must live. */
export function withItem(
  items: Items,
  { item, value }: ItemInput,
  gminas: readonly { teryt: string; name: string }[],
): Items {
  switch (item) {
    case 'recipients':
      return { ...items, recipients: { text: value.text, groups: value.groups } };
    case 'services':
      return {
        ...items,
        services: {
          others: (value.others ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        },
      };
    case 'qualification':
      return {
        ...items,
        qualification: { procedure: value.procedure, conditions: conditionsOf(value.conditions, gminas) },
      };
    case 'monitoring':
      return {
        ...items,
        monitoring: {
          text: value.text,
          indicators: value.indicators.map((each) => ({
            ...each,
            unit: each.unit ?? null,
            base: each.base ?? null,
            result: null,
          })),
        },
      };
    case 'budget': {
      const totalGrosze = value.lines.reduce((sum, line) => sum + line.grosze, 0);
      return {
        ...items,
        budget: { funding: value.funding, lines: value.lines, totalGrosze, approximate: false },
      };
    }
    default:
      return { ...items, [item]: value };
  }
}

/** What the items need to know of the offered services. */
export type OfferFacts = { conditions: readonly unknown[]; fee: unknown };

const isDay = (value: string | null): boolean => value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value);
const said = (value: string | null): boolean => value !== null && value.trim() !== '';

type Check = (items: Items, offers: readonly OfferFacts[]) => (string | false)[];

/** What each item still lacks, part by part. An absent item lacks everything and says so by its absence. */
const checks: Record<ProgrammeItemId, Check> = {
  nameAndGoal: ({ nameAndGoal: it }) => [it !== undefined && !said(it.goal) && words.goal],
  period: ({ period: it }) => [
    it !== undefined && !isDay(it.from) && words.from,
    it !== undefined && !isDay(it.to) && words.to,
  ],
  needs: () => [],
  recipients: ({ recipients: it }) => [
    it !== undefined && !said(it.text) && it.groups.length === 0 && words.characteristics,
    it !== undefined && !it.groups.some((group) => group.people !== null) && words.people,
  ],
  services: () => [],
  qualification: ({ qualification: it }, offers) => [
    it !== undefined && !said(it.procedure) && words.procedure,
    it !== undefined &&
      it.conditions.length === 0 &&
      !offers.some((offer) => offer.conditions.length > 0) &&
      words.conditions,
  ],
  fees: ({ fees: it }, offers) => [
    it !== undefined && it.charged === null && words.charged,
    it !== undefined && !said(it.text) && words.feeText,
    it?.charged === true && !offers.some((offer) => offer.fee !== null) && words.feeNowhere,
  ],
  evidence: () => [],
  personalData: () => [],
  organisation: () => [],
  monitoring: ({ monitoring: it }) => [
    it !== undefined && !it.indicators.some((each) => each.target !== null) && words.target,
  ],
  budget: ({ budget: it }) => [
    it !== undefined && !said(it.funding) && words.funding,
    it !== undefined && it.lines.length === 0 && words.lines,
  ],
};

/** Parts that an item lacks, in words; an item that is absent altogether has an empty list here and is missing. */
export const gapsOf = (id: ProgrammeItemId, items: Items, offers: readonly OfferFacts[]): string[] =>
  checks[id](items, offers).filter((gap): gap is string => gap !== false);

/**
 * The mandatory items that a version lacks, whole or in part (art. 5(3)). The services of item 5 are its offers, so
 * that the list and the offers cannot disagree.
 */
export function lackingItems(items: Items, offers: readonly OfferFacts[]): readonly ProgrammeItem[] {
  const named = items.services?.others ?? [];
  const whole = programmeItems
    .filter((item) => gapsOf(item.id, items, offers).length === 0)
    .map((item) => [item.id, items[item.id]] as const);
  return missingItems({ ...Object.fromEntries(whole), services: offers.length > 0 ? offers.length : named });
}
