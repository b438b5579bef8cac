import { type AreaCode, kindsOfArea, type ServiceKindKey, serviceKinds } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import { type Figure, safeTable } from '../../statistics/index.ts';
import { countAccepted, listFindings, type StoredFinding } from '../needs/index.ts';
import { capacitiesByLocality, type LocalCapacities } from '../resources/index.ts';
import { demandsByLocality, type LocalDemand } from '../results/index.ts';
import { type GapRow, gapRow, ranked } from './domain/gap.ts';
import { yearBefore } from './gap-of.ts';
import { pl } from './pl-gap.ts';

/** Of which gmina and of which kinds the localities are asked for. */
export interface PlacesAsked {
  gmina: { teryt: string; name: string };
  /** Whether the centre serves no other: then what names no gmina is of this one, and so is a survey. */
  alone: boolean;
  kind?: ServiceKindKey | undefined;
  today: string;
  demonstration: boolean;
}

const words = pl.places;

/** Names of one place are written in many ways: "Piotrków Tryb., Śródmieście", "śródmieście". */
const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.trim().toLocaleLowerCase('pl').replaceAll(/\s+/g, ' ');

const unknown = (source: string, filter: string, formula: string, asOf: string): Figure => ({
  value: null,
  unit: 'persons',
  passport: { source, asOf, filter, formula },
});

/** Entries of the ledger by area and locality; of each area small counts are hidden with what would give them away. */
async function ledgerOf(db: Db, centreId: string, { gmina, alone, today }: PlacesAsked) {
  const months = yearBefore(today);
  const rows = (await countAccepted(db, centreId, months)).filter(
    (row) => row.gmina === gmina.teryt || (alone && row.gmina === null),
  );
  const names = [...new Set(rows.flatMap(({ locality }) => locality ?? []))];
  const countsOf = (area: number): number[] =>
    [...names, null].map((name) =>
      rows.reduce((sum, row) => sum + (row.area === area && row.locality === name ? row.times : 0), 0),
    );
  const safe = new Map(
    [...new Set(rows.map(({ area }) => area))].map((area) => [
      area,
      safeTable([names.length + 1], countsOf(area)),
    ]),
  );
  return {
    names,
    months,
    at(area: AreaCode, locality: string): number | null {
      const table = safe.get(area);
      const place = names.findIndex((name) => sameName(name, locality));
      return table === undefined || place < 0 ? 0 : table.at([place]);
    },
  };
}

/** Places of a kind in a locality: none there is 0 only when it is known where all of them stand. */
function capacityAt(
  { there, kinds }: LocalCapacities,
  kind: ServiceKindKey,
  locality: string,
  { gmina, today }: PlacesAsked,
): Record<'places' | 'occupied' | 'waiting', Figure> {
  const own = there.find((one) => one.kind === kind && sameName(one.locality, locality));
  const { resources, unplaced } = kinds.get(kind) ?? { resources: 0, unplaced: 0 };
  const doubt = unplaced > 0 ? words.unplaced(unplaced, resources) : undefined;
  if (own) {
    const flag = (figure: Figure): Figure =>
      doubt === undefined
        ? figure
        : { ...figure, about: true, doubt: [figure.doubt, doubt].filter(Boolean).join('; ') };
    const { places, occupied, waiting } = own.capacity;
    return { places: flag(places), occupied: flag(occupied), waiting: flag(waiting) };
  }
  const filter = `${serviceKinds[kind].name}; ${gmina.name}, ${locality}`;
  const rows = `/praca/zasoby?${new URLSearchParams({ rodzaj: kind, gmina: gmina.teryt }).toString()}`;
  const none = (unit: Figure['unit']): Figure =>
    resources > 0 && unplaced === 0
      ? {
          value: 0,
          unit,
          passport: {
            source: words.resources,
            asOf: today,
            filter,
            formula: words.elsewhere(resources),
            rows,
          },
        }
      : {
          value: null,
          unit,
          passport: {
            source: words.resources,
            asOf: today,
            filter,
            formula: resources === 0 ? words.noResource : (doubt ?? ''),
            rows,
          },
        };
  return { places: none('places'), occupied: none('persons'), waiting: none('persons') };
}

const largest = (findings: readonly StoredFinding[]): StoredFinding | undefined =>
  findings.toSorted((one, other) => (other.scale ?? 0) - (one.scale ?? 0))[0];

const nothingAsked = (locality: string, today: string): LocalDemand => ({
  locality,
  people: unknown(words.people, locality, words.noPeople, today),
  figures: [],
});

/**
 * The gap in each locality of a gmina, by kind of service: what the survey, the ledger and findings say of the people who
 * live there, against the places that stand there. Places elsewhere may serve them as well: the page says so.
 */
export async function gapPlaces(db: Db, centreId: string, asked: PlacesAsked): Promise<GapRow[]> {
  const { gmina, alone, today, demonstration } = asked;
  const kinds = (Object.keys(serviceKinds) as ServiceKindKey[]).filter(
    (kind) => asked.kind === undefined || kind === asked.kind,
  );
  const [ledger, findings, capacity, surveyed] = await Promise.all([
    ledgerOf(db, centreId, asked),
    listFindings(db, centreId, { state: 'taken', since: `${yearBefore(today).from}-01` }),
    capacitiesByLocality(db, centreId, today, gmina.teryt),
    alone ? demandsByLocality(db, centreId, kinds) : [],
  ]);
  const here = findings.filter(
    (one) =>
      one.kind === 'need' &&
      one.scale !== null &&
      one.locality !== null &&
      (one.gmina === gmina.teryt || (alone && one.gmina === null)),
  );
  const localities: string[] = [];
  for (const name of [
    ...surveyed.map(({ locality }) => locality),
    ...ledger.names,
    ...here.flatMap(({ locality }) => locality ?? []),
    ...capacity.there.map(({ locality }) => locality),
  ])
    if (!localities.some((known) => sameName(known, name))) localities.push(name);
  const synthetic = demonstration ? { synthetic: true } : {};
  const months = `${ledger.months.from} – ${ledger.months.to}`;
  const rows = localities.flatMap((locality) => {
    const told = surveyed.find((one) => sameName(one.locality, locality)) ?? nothingAsked(locality, today);
    return kinds.map((kind, at): GapRow => {
      const { area, name } = serviceKinds[kind];
      const finding = largest(
        here.filter((one) => one.serviceKind === kind && sameName(one.locality ?? '', locality)),
      );
      const count = ledger.at(area, locality);
      const there = capacityAt(capacity, kind, locality, asked);
      return gapRow({
        kind,
        group: null,
        gmina: gmina.teryt,
        gminaName: gmina.name,
        locality,
        parts: {
          survey: told.figures[at] ?? null,
          served: there.occupied,
          waiting: there.waiting,
          ledger: {
            value: count,
            unit: 'persons',
            passport: {
              source: pl.sources.ledger,
              asOf: months,
              filter: `${pl.filters.area(area)}; ${gmina.name}, ${locality}`,
              formula: count === null ? pl.formulas.ledgerHidden : pl.formulas.ledger(months),
              rows: `/praca/potrzeby?${new URLSearchParams({ ...ledger.months, area: String(area), gmina: gmina.teryt }).toString()}`,
              ...synthetic,
            },
          },
          finding: {
            value: finding?.scale ?? null,
            unit: 'persons',
            passport: {
              source: pl.sources.findings,
              asOf: finding?.foundOn ?? today,
              filter: `${name}; ${gmina.name}, ${locality}`,
              formula: finding ? pl.formulas.finding : pl.formulas.noFinding,
              rows: `/praca/rozeznanie?zakres=${area}`,
              ...(finding ? synthetic : {}),
            },
            ...(finding?.scaleIs === 'estimated' ? { about: true } : {}),
          },
        },
        ledgerFits: kindsOfArea(area).length === 1,
        capacity: there.places,
        people: told.people,
        peopleThen: unknown(words.people, locality, words.noForecast, today),
      });
    });
  });
  // What nobody says anything of is no row: a locality times every kind would be hundreds of them.
  return ranked(
    rows.filter(
      ({ demand, gap, parts }) =>
        gap.value !== null ||
        demand.value !== null ||
        (parts.ledger.value ?? 1) > 0 ||
        parts.finding.value !== null,
    ),
  );
}
