import { serviceKinds } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import type { Figure } from '../../statistics/figure.ts';
import { publicStates, selectServiceList } from '../directory/index.ts';
import { offersInForce } from '../programmes/index.ts';
import { capacities } from '../resources/index.ts';
import type { Assumptions } from './domain/what-if.ts';
import type { SystemValues } from './domain/what-if-input.ts';
import { pl } from './pl.ts';

const words = pl.starts;

/** Figures of the running system with which a what-if begins, by assumption. */
export type Starts = Partial<Record<keyof Assumptions, Figure>>;

/** The mean price of an hour of care at home in the programmes in force; undefined: none of them names a price. */
async function hourOf(db: Db, centreId: string, today: string): Promise<Figure | undefined> {
  const [offers, services] = await Promise.all([
    offersInForce(db, centreId, today),
    selectServiceList(db, centreId, { states: publicStates }),
  ]);
  const ofCare = new Set(
    services.filter(({ area }) => area === serviceKinds.careAtHome.area).map(({ id }) => id),
  );
  const priced = offers.flatMap((offer) =>
    offer.unit === 'hour' && offer.unitPriceGrosze !== null && ofCare.has(offer.serviceId)
      ? [{ price: offer.unitPriceGrosze, programme: offer.programmeName, id: offer.programmeId }]
      : [],
  );
  const [first] = priced;
  if (!first) return undefined;
  return {
    value: Math.round(priced.reduce((sum, { price }) => sum + price, 0) / priced.length),
    unit: 'grosze',
    passport: {
      source: [...new Set(priced.map(({ programme }) => programme))].join('; '),
      asOf: today,
      filter: words.hourFilter,
      formula: words.hourFormula(priced.length),
      rows: `/praca/programy/${first.id}`,
    },
  };
}

/** What the running system knows of the costs of a what-if: the price of a place from resources, of an hour from programmes. */
export async function startsOf(db: Db, centreId: string, today: string): Promise<Starts> {
  const [there, hour] = await Promise.all([capacities(db, centreId, today), hourOf(db, centreId, today)]);
  const home = there.get('socialWelfareHome')?.costMonth;
  return {
    ...(home && home.value !== null ? { homeMonthly: home } : {}),
    ...(hour ? { hourPrice: hour } : {}),
  };
}

/** The values of those figures, in the units of the model. */
export const valuesOf = (starts: Starts): SystemValues =>
  Object.fromEntries(
    Object.entries(starts).flatMap(([key, figure]) =>
      figure?.value === null || figure === undefined ? [] : [[key, figure.value]],
    ),
  );
