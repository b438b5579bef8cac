import { gminasOn } from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Around } from '../domain/around.ts';

/** What the cards of a centre are said against, on a day. */
export async function selectAround(db: Db, centreId: string, today: string): Promise<Around> {
  const [own, all] = await Promise.all([
    gminasOn(db, centreId, today),
    db.selectFrom('gmina').select(['teryt', 'name', 'voivodeship']).execute(),
  ]);
  const known = new Map(all.map((one) => [one.teryt, one]));
  return {
    gminas: own.map((one) => one.teryt).sort(),
    nameOf: (teryt) => known.get(teryt)?.name,
    voivodeshipOf: (teryt) => known.get(teryt)?.voivodeship,
  };
}
