import {
  addMonths,
  type AreaCode,
  type RecipientGroup,
  type ServiceKind,
  type ServiceKindKey,
  kindsOfArea,
  recipientGroups,
  serviceKinds,
} from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import { type Figure, suppressedGrid } from '../../statistics/index.ts';
import { countAccepted, listFindings, type StoredFinding } from '../needs/index.ts';
import { populationOf, projectionOf } from '../population/index.ts';
import { capacities, type Capacity, plannedCapacity } from '../resources/index.ts';
import { demandsOf } from '../results/index.ts';
import { type Ages, agesOf, type GapRow, gapRow, ranked } from './domain/gap.ts';
import { pl } from './pl-gap.ts';

/** Which gap is asked for. */
export interface GapAsked {
  gminas: readonly { teryt: string; name: string }[];
  area?: AreaCode | undefined;
  group?: RecipientGroup | undefined;
  toYear: number;
  today: string;
  demonstration: boolean;
  /** Capacity of planned actions by kind and gmina; without it, what plans of the centre add until `toYear`. */
  planned?: (kind: ServiceKindKey, gmina: string) => Figure | undefined;
}

const kinds = (Object.keys(serviceKinds) as ServiceKindKey[]).map(
  (key): { key: ServiceKindKey; kind: ServiceKind } => ({ key, kind: serviceKinds[key] }),
);

type Months = { from: string; to: string };

/** The last 12 whole months before a day. */
export const yearBefore = (today: string): Months => ({
  from: addMonths(`${today.slice(0, 7)}-01`, -12).slice(0, 7),
  to: addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7),
});

/** Accepted entries by area and gmina, small numbers hidden together with what would give them away. */
async function ledgerOf(db: Db, centreId: string, { gminas, group }: GapAsked, months: Months) {
  const rows = await countAccepted(db, centreId, { ...months, group });
  const areas = [...new Set(kinds.map(({ kind }) => kind.area))];
  const [only] = gminas.length === 1 ? gminas : [];
  const grid = suppressedGrid(
    areas.map((area) =>
      gminas.map(({ teryt }) =>
        rows
          .filter((row) => row.area === area && (row.gmina ?? only?.teryt) === teryt)
          .reduce((sum, { times }) => sum + times, 0),
      ),
    ),
    gminas.length,
  );
  return (area: AreaCode, gmina: string): number | null => {
    const column = gminas.findIndex(({ teryt }) => teryt === gmina);
    return grid.rows[areas.indexOf(area)]?.[column] ?? null;
  };
}

const largest = (findings: readonly StoredFinding[]): StoredFinding | undefined =>
  findings.toSorted((one, other) => (other.scale ?? 0) - (one.scale ?? 0))[0];

const noCapacity = (today: string, gmina: string): Figure => ({
  value: null,
  unit: 'persons',
  passport: { source: 'zasoby', asOf: today, filter: gmina, formula: pl.formulas.unknown },
});

/** Gaps of every kind in every gmina asked for, in the order of the ranking. */
export async function gapOf(db: Db, centreId: string, asked: GapAsked): Promise<GapRow[]> {
  const { gminas, area, group, toYear, today, demonstration } = asked;
  const months = yearBefore(today);
  const ledger = await ledgerOf(db, centreId, asked, months);
  const planned = asked.planned ?? (await plannedCapacity(db, centreId, toYear));
  const findings = (await listFindings(db, centreId, { state: 'taken', since: `${months.from}-01` })).filter(
    (one) => one.kind === 'need' && one.scale !== null && one.serviceKind !== null,
  );
  const known = new Map<string, Promise<[Figure, Figure]>>();
  const peopleOf = (gmina: string, ages: Ages): Promise<[Figure, Figure]> => {
    const key = `${gmina} ${ages.from} ${ages.to ?? ''}`;
    const found =
      known.get(key) ??
      Promise.all([populationOf(db, centreId, gmina, ages), projectionOf(db, centreId, gmina, ages, toYear)]);
    known.set(key, found);
    return found;
  };
  const wanted = kinds.filter(
    ({ kind }) =>
      (area === undefined || kind.area === area) && (group === undefined || kind.groups.includes(group)),
  );
  const synthetic = demonstration ? { synthetic: true } : {};
  const rows: GapRow[] = [];
  for (const { teryt, name } of gminas) {
    const there = await capacities(db, centreId, today, { gmina: teryt });
    const surveyed = await demandsOf(
      db,
      centreId,
      teryt,
      wanted.map(({ key }) => key),
    );
    for (const [index, { key, kind }] of wanted.entries()) {
      const [people, peopleThen] = await peopleOf(teryt, agesOf(key, kind, group ?? null));
      const capacity: Capacity | undefined = there.get(key);
      const none = noCapacity(today, name);
      const finding = largest(
        findings.filter(
          (one) =>
            one.serviceKind === key &&
            (one.gmina ?? (gminas.length === 1 ? teryt : null)) === teryt &&
            (group === undefined || one.group === group),
        ),
      );
      const survey = surveyed[index];
      const count = ledger(kind.area, teryt);
      const groupNarrows = group !== undefined && kind.groups.length > 1;
      const mark = (figure: Figure): Figure =>
        groupNarrows
          ? { ...figure, about: true, doubt: [figure.doubt, pl.filters.allGroups].filter(Boolean).join('; ') }
          : figure;
      rows.push(
        gapRow({
          kind: key,
          group: group ?? (kind.groups.length === 1 ? (kind.groups[0] ?? null) : null),
          gmina: teryt,
          gminaName: name,
          locality: null,
          parts: {
            survey: survey === undefined ? null : mark(survey),
            served: mark(capacity?.occupied ?? none),
            waiting: mark(capacity?.waiting ?? none),
            ledger: {
              value: count,
              unit: 'persons',
              passport: {
                source: pl.sources.ledger,
                asOf: `${months.from} – ${months.to}`,
                filter: [
                  pl.filters.area(kind.area),
                  name,
                  ...(group ? [pl.filters.group(recipientGroups[group])] : []),
                ].join('; '),
                formula:
                  count === null
                    ? pl.formulas.ledgerHidden
                    : pl.formulas.ledger(`${months.from} – ${months.to}`),
                rows: `/praca/potrzeby?${new URLSearchParams({
                  ...months,
                  area: String(kind.area),
                  gmina: teryt,
                  ...(group ? { group } : {}),
                }).toString()}`,
                ...synthetic,
              },
            },
            finding: {
              value: finding?.scale ?? null,
              unit: 'persons',
              passport: {
                source: pl.sources.findings,
                asOf: finding?.foundOn ?? today,
                filter: `${kind.name}; ${name}`,
                formula: finding ? pl.formulas.finding : pl.formulas.noFinding,
                rows: `/praca/rozeznanie?zakres=${kind.area}`,
                ...(finding ? synthetic : {}),
              },
              ...(finding?.scaleIs === 'estimated' ? { about: true } : {}),
            },
          },
          ledgerFits: kindsOfArea(kind.area).length === 1,
          capacity: mark(capacity?.places ?? none),
          planned: planned(key, teryt),
          people,
          peopleThen,
        }),
      );
    }
  }
  return ranked(rows);
}
