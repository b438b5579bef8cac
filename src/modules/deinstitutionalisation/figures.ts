import { recipientGroups, type RecipientGroup, serviceKinds, type ServiceKindKey } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import { type Figure, sumOf } from '../../statistics/figure.ts';
import { isDemonstration } from '../access/index.ts';
import { type GapRow, gapOf } from '../diagnosis/index.ts';
import { populationOf, projectionOf, ranges, ratiosOf, structureBySex } from '../population/index.ts';
import {
  capacities,
  type Capacity,
  occupiedOf,
  placesOf,
  plannedFigure,
  type Resource,
  resourcesThere,
} from '../resources/index.ts';
import type { Figures } from './domain/changes.ts';
import type { Told } from './domain/indicators.ts';
import type { KeptPlace } from './domain/places.ts';
import { plannedPlaces } from './domain/planned.ts';
import { pl } from './pl.ts';

const words = pl.figures;

/** The plan for which the figures are taken. */
export type Asked = Parameters<typeof plannedPlaces>[0] & { gminaName: string; toYear: number };

type Named = { name: string; figure: Figure };
type Entries = [string, Named][];

/** Ages that the tables of a plan speak of (T1). */
const ages = ['all', 'children', 'working', 'older', 'oldest'] as const;

/** T1: people by age and sex, now and in the last year of the plan; disability, which no register of the system gives. */
async function peopleOf(db: Db, centreId: string, { gmina, toYear }: Asked, told: Told): Promise<Entries> {
  const [now, then, ratios, sexes] = await Promise.all([
    Promise.all(ages.map((key) => populationOf(db, centreId, gmina, ranges[key]))),
    Promise.all(ages.map((key) => projectionOf(db, centreId, gmina, ranges[key], toYear))),
    ratiosOf(db, centreId, gmina),
    structureBySex(db, centreId, gmina),
  ]);
  const sexOf = (sex: 'women' | 'men', key: (typeof ages)[number]): Figure | undefined => {
    if (!sexes) return undefined;
    const { from, to = 200 }: { from: number; to?: number } = ranges[key];
    return {
      value: sexes[sex].reduce((sum, people, at) => sum + (at * 5 >= from && at * 5 <= to ? people : 0), 0),
      unit: 'persons',
      passport: { ...sexes.passport, filter: `${sexes.passport.filter}, ${words.sexes[sex]}` },
      ...(sexes.split ? { about: true } : {}),
    };
  };
  return [
    ...ages.flatMap((key, index): Entries => {
      const name = words.ages[key];
      const named = (suffix: string, said: string, figure: Figure | undefined): Entries =>
        figure ? [[`T1.${key}.${suffix}`, { name: said, figure }]] : [];
      return [
        ...named('now', name, now[index]),
        ...named('women', `${name}, ${words.sexes.women}`, sexOf('women', key)),
        ...named('men', `${name}, ${words.sexes.men}`, sexOf('men', key)),
        ...named(String(toYear), `${name}, ${toYear}`, then[index]),
      ];
    }),
    [
      'T1.disabled.now',
      {
        name: words.inputs.disabledResidents,
        figure: told.disabledResidents ?? nobody(words.noDisability, 'persons'),
      },
    ],
    ...Object.entries(ratios).map(([key, figure]): [string, Named] => [
      `T1.ratio.${key}`,
      { name: words.ratio(key), figure },
    ]),
  ];
}

const nobody = (source: string, unit: Figure['unit']): Figure => ({
  value: null,
  unit,
  passport: { source, asOf: '–', filter: '', formula: '' },
});

const known = (figure: Figure | null | undefined): figure is Figure & { value: number } =>
  figure !== null && figure !== undefined && figure.value !== null;

/**
 * T2: people of a group who need support: the largest of what is known of its services (demand, who is served). Services are
 * not added up, because the same people may need several; so it is a bound from below. Only children in care add up: a child is
 * in one form of care.
 */
function needOf(group: RecipientGroup, rows: readonly GapRow[], gmina: string): Figure {
  const own = rows.filter(({ kind }) => serviceKinds[kind].groups.some((one) => one === group));
  const filter = recipientGroups[group];
  const href = `/praca/diagnoza/luka?${new URLSearchParams({ gmina, group }).toString()}`;
  const inCare = own
    .filter(({ kind }) => group === 'fosterCare' && serviceKinds[kind].area === 3)
    .map(({ parts }) => parts.served);
  const [first] = inCare;
  if (first && inCare.every(known))
    return sumOf(inCare, { ...first.passport, filter, formula: words.childrenInCare, rows: href });
  const largestOf = (some: readonly GapRow[]) =>
    some
      .flatMap(({ kind, demand, parts }) =>
        [demand, parts.served].filter(known).map((figure) => ({ kind, figure })),
      )
      .toSorted((one, other) => other.figure.value - one.figure.value)
      .at(0);
  // A service that others use as well says less of this group than one that is for it alone.
  const alone = own.filter(({ kind }) => serviceKinds[kind].groups.length === 1);
  const largest = largestOf(alone) ?? largestOf(own);
  if (!largest)
    return {
      value: null,
      unit: 'persons',
      passport: { source: words.noNeed, asOf: '–', filter, formula: '', rows: href },
    };
  const { kind, figure } = largest;
  const { name, groups } = serviceKinds[kind];
  return {
    ...figure,
    unit: 'persons',
    about: true,
    passport: {
      ...figure.passport,
      filter,
      formula: words.largestNeed(name, groups.length > 1, figure.passport.formula),
      rows: href,
    },
  };
}

/** T3 by kind of service: places, people in them, waiting, staff, cost. */
const capacityEntries = ([kind, capacity]: [ServiceKindKey, Capacity]): Entries =>
  (['places', 'occupied', 'waiting', 'staff', 'costMonth', 'costYear'] as const).map((part) => [
    `T3.${kind}.${part}`,
    { name: words.of(serviceKinds[kind].name, words.capacity[part]), figure: capacity[part] },
  ]);

const gapParts = ['demand', 'capacity', 'planned', 'gap', 'gapThen'] as const;

/** T4: demand against capacity now and planned; kinds of which nothing at all is known have no row. */
const gapEntries = (row: GapRow, toYear: number): Entries =>
  row.basis === 'none' && !known(row.capacity) && !known(row.parts.served) && row.planned === null
    ? []
    : gapParts.flatMap((part): Entries => {
        const figure = row[part];
        return figure === null
          ? []
          : [
              [
                `T4.${row.kind}.${part}`,
                { name: words.of(serviceKinds[row.kind].name, words.gap[part](toYear)), figure },
              ],
            ];
      });

/** T5: what the survey says of a kind. An asked kind that too few answered stays as a gap. */
const surveyEntries = ({ kind, parts: { survey } }: GapRow): Entries =>
  survey === null || (survey.value === null && survey.passport.rows === undefined)
    ? []
    : [[`T5.${kind}`, { name: words.of(serviceKinds[kind].name, words.surveyed), figure: survey }]];

/** A place of services as it stands in the plan (T3). */
const keptPlace = (resource: Resource): KeptPlace => ({
  id: resource.id,
  name: resource.name,
  operator: resource.operator,
  kind: resource.kind,
  institutional: resource.institutional,
  places: placesOf(resource),
  occupied: occupiedOf(resource),
  waiting: resource.waiting,
  staff: resource.staff,
  costMonth: resource.costMonthGrosze,
  costAsOf: resource.costAsOf,
  source: resource.source,
  asOf: resource.asOf,
  doubtful: resource.doubts.length > 0,
});

/** What the running system says for a plan: its figures by key (T1-T5), and the places of services behind T3. */
export interface Taken {
  figures: Figures;
  places: KeptPlace[];
}

/**
 * Takes everything that a plan states from the running system, now and for the plan's last year; the gap counts the capacity
 * that this plan adds, and of no other.
 */
export async function taken(
  db: Db,
  centreId: string,
  plan: Asked,
  today: string,
  told: Told = {},
): Promise<Taken> {
  const { gmina, gminaName, toYear } = plan;
  const [people, demonstration, there, places] = await Promise.all([
    peopleOf(db, centreId, plan, told),
    isDemonstration(db, centreId),
    capacities(db, centreId, today, { gmina }),
    resourcesThere(db, centreId, today, { gmina }),
  ]);
  // In its own table a plan counts as adopted: its adoption changes none of its figures.
  const planned = plannedPlaces({ ...plan, adoptedOn: plan.adoptedOn ?? today });
  const rows = await gapOf(db, centreId, {
    gminas: [{ teryt: gmina, name: gminaName }],
    toYear,
    today,
    demonstration,
    planned: (kind, where) => plannedFigure(planned, kind, where, toYear),
  });
  const groups = Object.keys(recipientGroups) as RecipientGroup[];
  return {
    figures: Object.fromEntries([
      ...people,
      ...groups.map((group): [string, Named] => [
        `T2.${group}`,
        { name: words.need(recipientGroups[group]), figure: needOf(group, rows, gmina) },
      ]),
      ...[...there].filter(([, { resources }]) => resources > 0).flatMap(capacityEntries),
      ...rows.flatMap((row) => gapEntries(row, toYear)),
      ...rows.flatMap(surveyEntries),
    ]),
    places: places.map(keptPlace),
  };
}
