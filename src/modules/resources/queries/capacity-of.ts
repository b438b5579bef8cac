import type { ServiceKindKey } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { gminaFacts, powiatName } from '../../population/index.ts';
import { allResources } from '../db/resources.ts';
import { type Capacity, capacityFigures, isThere, type Where } from '../domain/figures.ts';
import type { Resource } from '../domain/resource.ts';

/** "Jarocin", "powiat jarociński": the place of a question in words. */
export const placeWords = ({ gmina, powiat }: Where): string =>
  gmina !== undefined
    ? (gminaFacts(gmina)?.name ?? gmina)
    : powiat !== undefined
      ? (powiatName(powiat) ?? powiat)
      : '';

/**
 * Capacity of a kind of service in a gmina (with what serves its whole powiat) or a powiat: places, people in them, waiting,
 * free places, cost of a month, each a figure with its passport. A total is `null` when one resource does not say; `known`
 * is what the others add up to. No resource at all: `null`, not 0.
 */
export const capacityOf = async (
  db: Db,
  centreId: string,
  today: string,
  kind: ServiceKindKey,
  where: Where = {},
): Promise<Capacity> =>
  capacityFigures(await allResources(db, centreId, today), kind, where, placeWords(where));

/** The same for every kind that has a resource there, in one reading. */
export async function capacities(
  db: Db,
  centreId: string,
  today: string,
  where: Where = {},
): Promise<ReadonlyMap<ServiceKindKey, Capacity>> {
  const all = await allResources(db, centreId, today);
  const kinds = new Set(all.filter(({ closedOn }) => closedOn === null).map(({ kind }) => kind));
  return new Map([...kinds].map((kind) => [kind, capacityFigures(all, kind, where, placeWords(where))]));
}

/** The running resources there, by kind and name: the rows behind the capacities. */
export const resourcesThere = async (
  db: Db,
  centreId: string,
  today: string,
  where: Where = {},
): Promise<Resource[]> =>
  (await allResources(db, centreId, today))
    .filter((one) => one.closedOn === null && isThere(one, where))
    .map(({ registerKey: _key, ...one }) => one);

/** What stands in a locality: the places there, and how many resources of the kind do not say where they stand. */
export interface LocalCapacity {
  locality: string;
  kind: ServiceKindKey;
  capacity: Capacity;
}

/** How the resources of a gmina lie over its localities. */
export interface LocalCapacities {
  there: LocalCapacity[];
  /** Running resources of each kind in the gmina, and those without a locality. */
  kinds: ReadonlyMap<ServiceKindKey, { resources: number; unplaced: number }>;
}

/** Places in each locality of a gmina, by kind; what serves the whole powiat stands in none. */
export async function capacitiesByLocality(
  db: Db,
  centreId: string,
  today: string,
  gmina: string,
): Promise<LocalCapacities> {
  const own = (await allResources(db, centreId, today)).filter(
    (one) => one.closedOn === null && one.gmina !== null && isThere(one, { gmina }),
  );
  const kinds = new Map<ServiceKindKey, { resources: number; unplaced: number }>();
  for (const { kind, locality } of own) {
    const { resources, unplaced } = kinds.get(kind) ?? { resources: 0, unplaced: 0 };
    kinds.set(kind, { resources: resources + 1, unplaced: unplaced + (locality === null ? 1 : 0) });
  }
  const localities = [...new Set(own.flatMap(({ locality }) => locality ?? []))];
  return {
    kinds,
    there: localities.flatMap((locality) =>
      [...kinds.keys()].flatMap((kind) => {
        const here = own.filter((one) => one.locality === locality && one.kind === kind);
        return here.length === 0
          ? []
          : [{ locality, kind, capacity: capacityFigures(here, kind, { gmina }, locality) }];
      }),
    ),
  };
}
