import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { isDemonstration } from '../../access/index.ts';
import { countAccepted, countAwaiting, gminasOf, placesOnMap } from '../db/counts.ts';
import { lastMonth, monthAfter, monthField, monthOf, monthsBetween } from '../domain/months.ts';
import { tabulate } from '../domain/tables.ts';
import { areaField, gminaPattern, groupKeys, ledgerBasis, reasons } from '../domain/unmet-need.ts';
import { pl } from '../pl.ts';

const count = z.number().nullable();
const group = z.enum(groupKeys);

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A figure's passport: where it comes from, for when, of what, by which formula. */
const passport = z.object({
  source: z.string(),
  from: z.string(),
  to: z.string(),
  filter: z.array(z.string()),
  formula: z.string(),
  suppression: z.string(),
  madeOn: z.string(),
});

export const unmetNeedsSchema = z.object({
  passport,
  total: count,
  byArea: z.object({
    areas: z.array(z.number()),
    reasons: z.array(z.enum(reasons)),
    rows: z.array(z.array(count)),
    rowTotals: z.array(count),
    columnTotals: z.array(count),
    total: count,
  }),
  byMonth: z.array(z.object({ month: z.string(), count })),
  byGroup: z.array(z.object({ group: group.nullable(), count })),
  byPlace: z.array(
    z.object({
      gmina: z.string().nullable(),
      name: z.string().nullable(),
      count,
      localities: z.array(z.object({ locality: z.string().nullable(), count })),
    }),
  ),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string(), powiat: z.string() })),
  points: z.array(
    z.object({
      locality: z.string(),
      gmina: z.string().nullable(),
      longitude: z.number(),
      latitude: z.number(),
    }),
  ),
  /** How many entries await a review: told to the reviewer only, because it may be a small number. */
  awaiting: count,
  demonstration: z.boolean(),
});

export type UnmetNeeds = z.infer<typeof unmetNeedsSchema>;

const shownMonths = 12;

const input = z.object({
  from: orNothing(monthField(pl.ledger.month)),
  to: orNothing(monthField(pl.ledger.month)),
  area: orNothing(areaField()),
  group: orNothing(group),
  gmina: orNothing(z.string().regex(gminaPattern)),
  reason: orNothing(z.enum(reasons)),
});

/** The chosen months in order; the last whole month when none is chosen. */
function periodOf({ from, to }: z.infer<typeof input>, today: string): { from: string; to: string } {
  const start = from ?? to ?? lastMonth(today);
  const end = to ?? (from === undefined ? start : monthOf(today));
  return start <= end ? { from: start, to: end } : { from: end, to: start };
}

/**
 * Accepted unmet needs of a period, counted by area and reason, month, group and place, small numbers hidden for every
 * reader: what the needs diagnosis counts (art. 21).
 */
export const unmetNeeds = query({
  name: 'needs.unmet-needs',
  summary:
    'Accepted unmet needs of whole months by area, reason, month, group and place; counts under 5 are hidden',
  input,
  output: unmetNeedsSchema,
  basis: ledgerBasis,
  async read(db, asked, { actor, today }): Promise<UnmetNeeds> {
    const { centreId } = actor;
    const period = periodOf(asked, today);
    const shown = [monthAfter(period.to, 1 - shownMonths), period.from].toSorted()[0] ?? period.from;
    const months = monthsBetween(shown, period.to);
    const [rows, gminas, points, awaiting, demonstration] = await Promise.all([
      countAccepted(db, centreId, {}),
      gminasOf(db, centreId, today),
      placesOnMap(db, centreId),
      actor.roles.includes('service_organiser') ? countAwaiting(db, centreId) : null,
      isDemonstration(db, centreId),
    ]);
    const own = gminas.map(({ teryt }) => teryt).filter((teryt) => !asked.gmina || teryt === asked.gmina);
    const { area, group: recipients, gmina, reason } = asked;
    const codes = { area, group: recipients, gmina, reason };
    const tables = tabulate(rows, period, codes, { months, gminas: own });
    const nameOf = (teryt: string | null): string | null =>
      gminas.find((one) => one.teryt === teryt)?.name ?? null;
    return {
      ...tables,
      byPlace: tables.byPlace.map((place) => ({ ...place, name: nameOf(place.gmina) })),
      passport: {
        source: pl.passport.source,
        ...period,
        filter: [
          ...(asked.area ? [pl.passport.area(asked.area)] : []),
          ...(asked.group ? [pl.passport.group(asked.group)] : []),
          ...(asked.gmina ? [pl.passport.gmina(nameOf(asked.gmina) ?? asked.gmina)] : []),
          ...(asked.reason ? [pl.passport.reason(asked.reason)] : []),
        ],
        formula: pl.passport.formula,
        suppression: pl.passport.suppression,
        madeOn: today,
      },
      gminas,
      points,
      awaiting,
      demonstration,
    };
  },
  allow: { director: always, service_organiser: always, community_organiser: always },
  discloses: () => undefined,
});
