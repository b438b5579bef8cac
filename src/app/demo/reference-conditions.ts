import type { Condition, RecipientGroup } from '../../law/index.ts';
import { gminas, type ReferenceMatch } from './reference.ts';
import { pl } from './reference-pl.ts';

type Place = { teryt: string; name: string };
type Conditions = NonNullable<ReferenceMatch['anyOf']>[number];

/** Gminas by their codes, with their names. */
export const placesOf = (codes: readonly string[]): Place[] =>
  codes.map((teryt) => ({ teryt, name: gminas.find((one) => one.teryt === teryt)?.name ?? teryt }));

const confirm = (id: string, words: string): Condition => ({ kind: 'workerConfirms', id, words });

const groupNames: Partial<Record<NonNullable<Conditions['groups']>[number], RecipientGroup>> = {
  seniors: 'olderPeople',
  children: 'childrenAndYouth',
  youth: 'childrenAndYouth',
  families: 'familiesWithChildren',
  parents: 'familiesWithChildren',
  carers: 'carers',
  disabled: 'disabledPeople',
};

/** Groups of the source that are a situation or an age in the law's terms. */
const groupConditions: Partial<Record<NonNullable<Conditions['groups']>[number], Condition>> = {
  adults: { kind: 'age', from: 18, to: null },
  dependent: { kind: 'status', flag: 'limitedIndependence', value: true },
  limited_mobility: { kind: 'status', flag: 'limitedMobility', value: true },
};

function groupsOf(groups: NonNullable<Conditions['groups']>): Condition[] {
  const named = [...new Set(groups.flatMap((group) => groupNames[group] ?? []))];
  const others = groups.flatMap((group) => groupConditions[group] ?? []);
  const all: Condition[] = [
    ...(named.length > 0 ? [{ kind: 'group' as const, anyOf: named }] : []),
    ...others,
  ];
  return all.length > 1 ? [{ kind: 'anyOf', conditions: all }] : all;
}

/** Conditions that hold together, in the law's terms; what the source leaves out stays out: it is unknown. */
function together(match: Conditions): Condition[] {
  const age = match.ageFrom !== undefined || match.ageTo !== undefined;
  return [
    ...(age ? [{ kind: 'age' as const, from: match.ageFrom ?? null, to: match.ageTo ?? null }] : []),
    ...(match.disability ? [{ kind: 'disability' as const, anyOf: match.disability }] : []),
    ...groupsOf(match.groups ?? []),
    ...(match.livesAlone ? [{ kind: 'livesAlone' as const }] : []),
    ...(match.childAgeTo !== undefined
      ? [confirm(`child-to-${match.childAgeTo}`, pl.childTo(match.childAgeTo))]
      : []),
    ...(match.livesOnlyWithAge !== undefined
      ? [confirm(`lives-with-${match.livesOnlyWithAge}`, pl.livesWith(match.livesOnlyWithAge))]
      : []),
    ...(match.noInstitutionalHelp
      ? [{ kind: 'status' as const, flag: 'usesInstitutionalHelp' as const, value: false }]
      : []),
  ];
}

const asOne = (conditions: Condition[]): Condition => {
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { kind: 'allOf', conditions };
};

/** The law's conditions for a reading of a source; `places` are those in which a resident must live. */
export function conditionsOf(match: ReferenceMatch | null, places: readonly Place[]): Condition[] {
  if (match === null) return [];
  const alternatives = (match.anyOf ?? []).map(together);
  const [only] = alternatives;
  const chosen: Condition[] =
    alternatives.length === 1 && only
      ? only
      : alternatives.length > 1
        ? [{ kind: 'anyOf', conditions: alternatives.map(asOne) }]
        : [];
  return [
    ...(match.resident ? [{ kind: 'residence' as const, gminas: [...places] }] : []),
    ...together(match),
    ...(match.incomePct === undefined ? [] : [{ kind: 'income' as const, atMost: match.incomePct * 100 }]),
    ...chosen,
    ...(match.unclear ? [confirm('unclear', pl.unclear(match.unclear))] : []),
  ];
}

/** Several readings of which one is enough, as one condition. */
export const anyOf = (readings: readonly Condition[][]): Condition[] =>
  readings.length < 2 ? readings.flat() : [{ kind: 'anyOf', conditions: readings.map(asOne) }];
