import type { Db } from '../../platform/database/tenant.ts';
import { populationState } from '../population/index.ts';
import type { Inhabitants } from './domain/proposal.ts';

const added = (one: readonly (number | null)[], other: readonly (number | null)[]): (number | null)[] =>
  one.map((count, at) => {
    const more = other[at] ?? null;
    return count === null || more === null ? null : count + more;
  });

const addedKnown = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((count, at) => count + (other[at] ?? 0));

/** People of gminas together, by sex and five-year groups, newest known; undefined: of one of them nothing is known. */
export async function inhabitantsOf(
  db: Db,
  centreId: string,
  gminas: readonly string[],
): Promise<Inhabitants | undefined> {
  const states = await Promise.all(gminas.map(async (one) => await populationState(db, centreId, one)));
  const parts = states.map((state): Inhabitants | undefined =>
    state?.structure
      ? {
          people: state.structure.people,
          women: state.people?.women ?? null,
          men: state.people?.men ?? null,
          source: `${state.name}: ${state.structure.source}, ${state.structure.year}`,
        }
      : undefined,
  );
  const [first, ...rest] = parts;
  return rest.reduce(
    (sum, part) =>
      sum && part
        ? {
            people: added(sum.people, part.people),
            women: sum.women && part.women && addedKnown(sum.women, part.women),
            men: sum.men && part.men && addedKnown(sum.men, part.men),
            source: `${sum.source}; ${part.source}`,
          }
        : undefined,
    first,
  );
}
