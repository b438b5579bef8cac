import type { ServiceKindKey } from '../../../law/index.ts';
import { type Figure, sumOf } from '../../../statistics/figure.ts';
import { pl } from '../pl.ts';
import { freeOf, occupiedOf, placesOf, type Resource } from './resource.ts';

/** The staff's address of the rows behind every number of this module. */
export const resourcesPath = '/praca/zasoby';

/** Where: a gmina with what serves its whole powiat, or a powiat; neither: everything the centre keeps. */
export type Where = { gmina?: string; powiat?: string };

const words = pl.passport;

/** Whether a resource counts there. A resource of the powiat serves its gminas too, and the passport says so. */
export function isThere({ gmina, powiat }: Pick<Resource, 'gmina' | 'powiat'>, where: Where): boolean {
  if (where.gmina !== undefined)
    return gmina === null
      ? powiat === where.gmina.slice(0, 4)
      : gmina.slice(0, 6) === where.gmina.slice(0, 6);
  return where.powiat === undefined || powiat === where.powiat;
}

export const capacityParts = ['places', 'occupied', 'waiting', 'free', 'staff'] as const;
export type CapacityPart = (typeof capacityParts)[number];

const partOf: Record<CapacityPart, (resource: Resource) => number | null> = {
  places: placesOf,
  occupied: occupiedOf,
  waiting: ({ waiting }) => waiting,
  free: freeOf,
  staff: ({ staff }) => staff,
};

export type Capacity = {
  /** How many resources of the kind run there. */
  resources: number;
  /** `null` where one of them does not say. */
  places: Figure;
  occupied: Figure;
  waiting: Figure;
  free: Figure;
  staff: Figure;
  /** What those that do say add up to: "at least". */
  known: Record<CapacityPart, Figure>;
  /** Mean cost of a month for one person, weighted by places where they are known. */
  costMonth: Figure;
  /** Cost of a year for the people now there, of the places that say both. */
  costYear: Figure;
};

const queryOf = (kind: ServiceKindKey | undefined, where: Where): string => {
  const query = new URLSearchParams({
    ...(kind ? { rodzaj: kind } : {}),
    ...(where.gmina ? { gmina: where.gmina } : {}),
  });
  return query.size > 0 ? `${resourcesPath}?${query.toString()}` : resourcesPath;
};

const span = (dates: readonly string[]): string => {
  const [first = '–', ...rest] = dates.toSorted();
  const last = rest.at(-1) ?? first;
  return first === last ? first : `${first} – ${last}`;
};

const shortSource = (source: string): string => source.split(/;|\s\(/)[0]?.trim() ?? source;

const sourcesOf = (resources: readonly Resource[]): string =>
  [...new Set(resources.map(({ source }) => shortSource(source)))].slice(0, 4).join('; ') || words.none;

const passportOf = (
  resources: readonly Resource[],
  formula: string,
  { kind, where, place }: { kind: ServiceKindKey | undefined; where: Where; place: string },
): Figure['passport'] => ({
  source: sourcesOf(resources),
  asOf: span(resources.map(({ asOf }) => asOf)),
  filter: [
    ...(kind ? [pl.kindName(kind)] : []),
    place,
    ...(where.gmina !== undefined && resources.some(({ gmina }) => gmina === null) ? [words.withPowiat] : []),
  ]
    .filter((part) => part !== '')
    .join(', '),
  formula,
  rows: queryOf(kind, where),
  ...(resources.some(({ synthetic }) => synthetic) ? { synthetic: true } : {}),
});

const doubtsIn = (resources: readonly Resource[]): string | undefined => {
  const flagged = resources.filter(({ doubts }) => doubts.length > 0);
  return flagged.length > 0 ? words.doubts(flagged.length, resources.length) : undefined;
};

/** Places, people, waiting and cost of the resources given; they should be of one kind, because hours are not places. */
export function capacityFigures(
  all: readonly Resource[],
  kind: ServiceKindKey | undefined,
  where: Where = {},
  place = '',
): Capacity {
  const resources = all.filter(
    (one) => one.closedOn === null && (kind === undefined || one.kind === kind) && isThere(one, where),
  );
  const about = { kind, where, place };
  const doubt = doubtsIn(resources);
  const flagged = doubt ? { doubt } : {};
  const unit = {
    places: 'places',
    occupied: 'persons',
    waiting: 'persons',
    free: 'places',
    staff: 'persons',
  } as const;
  const none = (part: CapacityPart): Figure => ({
    value: null,
    unit: unit[part],
    passport: passportOf(
      resources,
      resources.length === 0 ? words.noResources : words.silent(resources.length),
      about,
    ),
  });
  const figures = (part: CapacityPart, parts: readonly Resource[], formula: string): Figure =>
    parts.length === 0
      ? none(part)
      : {
          ...sumOf(
            parts.map((one) => ({
              value: partOf[part](one),
              unit: unit[part],
              passport: { source: one.source, asOf: one.asOf, filter: '', formula: '' },
            })),
            passportOf(parts, formula, about),
          ),
          ...flagged,
        };
  const whole = (part: CapacityPart): Figure => figures(part, resources, words.sum[part](resources.length));
  const known = (part: CapacityPart): Figure => {
    const saying = resources.filter((one) => partOf[part](one) !== null);
    const figure = figures(part, saying, words.known(saying.length, resources.length));
    return saying.length < resources.length && figure.value !== null ? { ...figure, about: true } : figure;
  };
  const paid = resources.flatMap((one) => {
    const people = occupiedOf(one);
    return one.costMonthGrosze === null || people === null
      ? []
      : [{ one, grosze: one.costMonthGrosze * 12 * people }];
  });
  const priced = resources.filter(({ costMonthGrosze }) => costMonthGrosze !== null);
  const weights = priced.map((one) => placesOf(one));
  const weighted = weights.every((weight) => weight !== null && weight > 0);
  const weightOf = (at: number): number => (weighted ? (weights[at] ?? 1) : 1);
  const weight = priced.reduce((sum, _one, at) => sum + weightOf(at), 0);
  const costAbout = priced.some((one) => one.costAbout) || priced.length < resources.length;
  return {
    resources: resources.length,
    places: whole('places'),
    occupied: whole('occupied'),
    waiting: whole('waiting'),
    free: whole('free'),
    staff: whole('staff'),
    known: {
      places: known('places'),
      occupied: known('occupied'),
      waiting: known('waiting'),
      free: known('free'),
      staff: known('staff'),
    },
    costMonth: {
      value:
        priced.length === 0
          ? null
          : Math.round(
              priced.reduce((sum, one, at) => sum + (one.costMonthGrosze ?? 0) * weightOf(at), 0) / weight,
            ),
      unit: 'grosze',
      passport:
        priced.length === 0
          ? none('places').passport
          : {
              ...passportOf(
                priced,
                (weighted ? words.costWeighted : words.costMean)(priced.length, resources.length),
                about,
              ),
              asOf: span(priced.map(({ costAsOf }) => costAsOf ?? '')),
            },
      ...(priced.length > 0 && costAbout ? { about: true } : {}),
    },
    costYear: {
      value: paid.length === 0 ? null : paid.reduce((sum, { grosze }) => sum + grosze, 0),
      unit: 'grosze',
      passport:
        paid.length === 0
          ? none('places').passport
          : {
              ...passportOf(
                paid.map(({ one }) => one),
                words.costYear(paid.length, resources.length),
                about,
              ),
              asOf: span(paid.map(({ one }) => one.costAsOf ?? '')),
            },
      ...(paid.length > 0 && (paid.length < resources.length || paid.some(({ one }) => one.costAbout))
        ? { about: true }
        : {}),
      ...flagged,
    },
  };
}
