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
