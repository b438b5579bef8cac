import { serviceKinds, type ServiceKindKey } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import { type Figure, type Passport, sumOf } from '../../statistics/figure.ts';
import { capacityOn, publicStates, selectServiceList } from '../directory/index.ts';
import { populationOf, ranges } from '../population/index.ts';
import { capacities, type Capacity } from '../resources/index.ts';
import { chosenInput, type IndicatorInput, inputs, type Inputs, type Told } from './domain/indicators.ts';
import { pl } from './pl.ts';

const words = pl.inputPassports;

type There = ReadonlyMap<ServiceKindKey, Capacity>;

const kinds = Object.keys(serviceKinds) as ServiceKindKey[];

/** Services of care in the community: where people get help at home or by day (areas of care, disability and housing). */
const ofCommunity = kinds.filter((key) => {
  const { institutional, area } = serviceKinds[key];
  return !institutional && (area === 4 || area === 6 || area === 12);
});
const ofInstitutions = kinds.filter((key) => serviceKinds[key].institutional);

const joined = (parts: readonly string[]): string => [...new Set(parts)].filter(Boolean).join('; ');

const passportOf = (parts: readonly Figure[], formula: string, rows: string): Passport => ({
  source: joined(parts.map(({ passport }) => passport.source)),
  asOf: joined(parts.map(({ passport }) => passport.asOf)),
  filter: joined(parts.map(({ passport }) => passport.filter)),
  formula,
  rows,
});

/**
 * The sum of a part of the capacity over kinds that have resources there; undefined where none of them has any. `saying`: of those
 * that say it, as "at least" where others do not.
 */
function sumOver(
  there: There,
  among: readonly ServiceKindKey[],
  part: (capacity: Capacity) => Figure,
  { formula, rows, saying }: { formula: string; rows: string; saying?: true },
): Figure | undefined {
  const all = among.flatMap((kind) => {
    const capacity = there.get(kind);
    return capacity && capacity.resources > 0 ? [part(capacity)] : [];
  });
  const parts = saying ? all.filter(({ value }) => value !== null) : all;
  if (parts.length === 0) return undefined;
  const sum = sumOf(parts, passportOf(parts, formula, rows));
  return saying && parts.length < all.length ? { ...sum, about: true } : sum;
}

/** Children of 0-17: the last two of the five-year group of 15-19 are no children any more. */
async function childrenOf(db: Db, centreId: string, gmina: string): Promise<Figure> {
  const [young, teens] = await Promise.all([
    populationOf(db, centreId, gmina, ranges.children),
    populationOf(db, centreId, gmina, { from: 15, to: 19 }),
  ]);
  return {
    ...young,
    value:
      young.value === null || teens.value === null ? null : Math.round(young.value + (teens.value * 3) / 5),
    about: true,
    passport: { ...young.passport, formula: words.children },
  };
}

/** How long one waits for a place, as performers say on their cards that still hold. */
async function waitingOf(
  db: Db,
  centreId: string,
  gmina: string,
  today: string,
): Promise<Figure | undefined> {
  const cards = await selectServiceList(db, centreId, { states: publicStates });
  const waits = cards
    .filter(({ gminas }) => gminas.length === 0 || gminas.includes(gmina))
    .flatMap(({ capacity }) => {
      const { wait } = capacityOn(capacity, today);
      return wait ? [wait.value * (wait.unit === 'months' ? 30 : 1)] : [];
    });
  if (waits.length === 0) return undefined;
  return {
    value: Math.round(waits.reduce((sum, days) => sum + days, 0) / waits.length),
    unit: 'days',
    about: true,
    passport: {
      source: words.cards,
      asOf: today,
      filter: '',
      formula: words.waiting(waits.length),
      rows: '/praca/uslugi',
    },
  };
}

/** What the running system itself knows of the inputs of formulas, each with its passport. */
async function systemInputs(db: Db, centreId: string, gmina: string, today: string): Promise<Inputs> {
  const [residents, residents60plus, children0to17, waitingDays, there] = await Promise.all([
    populationOf(db, centreId, gmina, ranges.all),
    populationOf(db, centreId, gmina, ranges.seniors),
    childrenOf(db, centreId, gmina),
    waitingOf(db, centreId, gmina, today),
    capacities(db, centreId, today, { gmina }),
  ]);
  const resources = (query: Record<string, string>): string =>
    `/praca/zasoby?${new URLSearchParams({ ...query, gmina }).toString()}`;
  const occupied = (kind: ServiceKindKey): Figure | undefined => there.get(kind)?.occupied;
  const home = occupied('careAtHome');
  const costs = (among: readonly ServiceKindKey[], rows: string): Figure | undefined =>
    sumOver(there, among, ({ costYear }) => costYear, { formula: words.costs, rows, saying: true });
  const community = costs(ofCommunity, resources({ forma: 'community' }));
  const institutions = costs(ofInstitutions, resources({ forma: 'institutional' }));
  const found: Partial<Record<IndicatorInput, Figure | undefined>> = {
    residents,
    residents60plus,
    children0to17,
    waitingDays,
    childrenInFamilyForms: occupied('fosterFamily'),
    childrenInInstitutions: occupied('childrenInstitution'),
    careUsers: home,
    // Registers do not tell the ages of people who are served.
    careUsers60plus: home && { ...home, about: true, doubt: joined([home.doubt ?? '', words.allAges]) },
    assistanceUsers: occupied('personalAssistance'),
    communityUsers: sumOver(there, ofCommunity, ({ occupied: people }) => people, {
      formula: words.communityUsers,
      rows: resources({ forma: 'community' }),
      saying: true,
    }),
    peopleWaiting: sumOver(there, ofCommunity, ({ waiting }) => waiting, {
      formula: words.peopleWaiting,
      rows: resources({ forma: 'community' }),
      saying: true,
    }),
    flatPlaces: sumOver(there, ['trainingFlat', 'supportedFlat'], ({ places }) => places, {
      formula: words.flatPlaces,
      rows: resources({ rodzaj: there.has('trainingFlat') ? 'trainingFlat' : 'supportedFlat' }),
    }),
    communitySpending: community,
    // Half of the spending would pass for all of it.
    socialSpending:
      community && institutions
        ? sumOf(
            [community, institutions],
            passportOf([community, institutions], words.allCosts, resources({})),
          )
        : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, figure]) => figure !== undefined));
}

/**
 * What the formulas of indicators are made of in a gmina: what the running system counts, and what people told where it counts
 * nothing or only comes near (`chosenInput`). Absent: nobody knows it.
 */
export async function inputsFor(
  db: Db,
  centreId: string,
  gmina: string,
  { today, told }: { today: string; told: Told },
): Promise<Inputs> {
  const system = await systemInputs(db, centreId, gmina, today);
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const figure = chosenInput(system[input], told[input]);
      return figure ? [[input, figure]] : [];
    }),
  );
}
