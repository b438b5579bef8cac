import { z } from 'zod';
import {
  recipientGroups,
  type RecipientGroup,
  serviceKinds,
  type ServiceKindKey,
} from '../../../law/index.ts';
import { type Allow, always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn } from '../../directory/index.ts';
import { placesOnMap, unmetNeeds } from '../../needs/index.ts';
import { figureSchema } from '../../population/index.ts';
import { diagnosisBasis } from '../basis.ts';
import { isDemonstration } from '../../access/index.ts';
import { gapOf, yearBefore } from '../gap-of.ts';
import { gapPlaces } from '../gap-places.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const groupKeys = keysOf<RecipientGroup>(recipientGroups);
const kindKeys = keysOf<ServiceKindKey>(serviceKinds);

const readersOfGap: Allow<unknown> = {
  director: always,
  service_organiser: always,
  community_organiser: always,
  plan_coordinator: always,
  assistance_organiser: always,
  region: always,
};

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const figure = figureSchema;

const rowSchema = z.object({
  kind: z.enum(kindKeys),
  group: z.enum(groupKeys).nullable(),
  gmina: z.string(),
  gminaName: z.string(),
  locality: z.string().nullable(),
  parts: z.object({
    survey: figure.nullable(),
    served: figure,
    waiting: figure,
    ledger: figure,
    finding: figure,
  }),
  basis: z.enum(['survey', 'least', 'none']),
  demand: figure,
  factor: figure,
  demandThen: figure,
  capacity: figure,
  planned: figure.nullable(),
  people: figure,
  peopleThen: figure,
  gap: figure,
  gapThen: figure,
  relative: figure,
});

export const gapSchema = z.object({
  rows: z.array(rowSchema),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  toYear: z.number(),
  today: z.string(),
  /** Entries of the ledger by gmina and locality, small numbers hidden. */
  places: z.array(
    z.object({
      gmina: z.string().nullable(),
      count: z.number().nullable(),
      localities: z.array(z.object({ locality: z.string().nullable(), count: z.number().nullable() })),
    }),
  ),
  points: z.array(
    z.object({
      locality: z.string(),
      gmina: z.string().nullable(),
      longitude: z.number(),
      latitude: z.number(),
    }),
  ),
  demonstration: z.boolean(),
});

export type GapView = z.infer<typeof gapSchema>;
export type ShownGap = GapView['rows'][number];

export const placesSchema = z.object({
  rows: z.array(rowSchema),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  gmina: z.string().nullable(),
  kind: z.enum(kindKeys).nullable(),
  points: gapSchema.shape.points,
  today: z.string(),
});
export type PlacesView = z.infer<typeof placesSchema>;

/** The gap in the localities of one gmina, by kind of service: who lives there against what stands there. */
export const viewGapPlaces = query({
  name: 'diagnosis.gap-by-place',
  summary:
    'The gap by locality of one gmina and kind of service; small counts of the survey and of the ledger are hidden',
  input: z.object({
    gmina: orNothing(z.string().regex(/^\d{7}$/)),
    kind: orNothing(z.enum(kindKeys)),
  }),
  output: placesSchema,
  basis: diagnosisBasis,
  async read(db, asked, { actor, today }): Promise<PlacesView | undefined> {
    const [gminas, demonstration, points] = await Promise.all([
      gminasOn(db, actor.centreId, today),
      isDemonstration(db, actor.centreId),
      placesOnMap(db, actor.centreId),
    ]);
    const gmina = asked.gmina ? gminas.find(({ teryt }) => teryt === asked.gmina) : gminas[0];
    if (asked.gmina && !gmina) return undefined;
    const rows = gmina
      ? await gapPlaces(db, actor.centreId, {
          gmina,
          alone: gminas.length === 1,
          kind: asked.kind,
          today,
          demonstration,
        })
      : [];
    return { rows, gminas, gmina: gmina?.teryt ?? null, kind: asked.kind ?? null, points, today };
  },
  allow: readersOfGap,
  discloses: () => undefined,
});

const area = z.preprocess(
  (value) => (typeof value === 'string' && value !== '' ? Number(value) : value),
  z.number().int().min(1).max(14),
);

/** Demand against capacity by kind of service, group and gmina, ranked: what the diagnosis names as needs in services. */
export const viewGap = query({
  name: 'diagnosis.gap',
  summary:
    'The gap between demand and capacity by kind of service, group and gmina, ranked; counts of the ledger under 5 are hidden',
  input: z.object({
    area: orNothing(area),
    group: orNothing(z.enum(groupKeys)),
    gmina: orNothing(z.string().regex(/^\d{7}$/)),
    toYear: orNothing(
      z.preprocess(
        (value) => (typeof value === 'string' ? Number(value) : value),
        z.number().int().min(2020).max(2040),
      ),
    ),
  }),
  output: gapSchema,
  basis: diagnosisBasis,
  async read(db, asked, moment): Promise<GapView> {
    const { actor, today } = moment;
    const [all, demonstration] = await Promise.all([
      gminasOn(db, actor.centreId, today),
      isDemonstration(db, actor.centreId),
    ]);
    const gminas = all.filter(({ teryt }) => !asked.gmina || teryt === asked.gmina);
    const toYear = asked.toYear ?? Number(today.slice(0, 4)) + 5;
    const rows = await gapOf(db, actor.centreId, {
      gminas,
      area: asked.area,
      group: asked.group,
      toYear,
      today,
      demonstration,
    });
    const needs = await unmetNeeds.read(
      db,
      { ...yearBefore(today), area: asked.area, group: asked.group, gmina: asked.gmina, reason: undefined },
      moment,
    );
    return {
      rows,
      gminas: all,
      toYear,
      today,
      places: (needs?.byPlace ?? []).map(({ gmina, count, localities }) => ({ gmina, count, localities })),
      points: needs?.points ?? [],
      demonstration,
    };
  },
  allow: readersOfGap,
  discloses: () => undefined,
});
