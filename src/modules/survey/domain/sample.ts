import { largestRemainder } from '../../../statistics/index.ts';
import type { Registered } from './register.ts';

/** Lower bounds of the age bands that a sample is drawn by. */
export const ageBands = [18, 25, 35, 45, 55, 65, 75] as const;

export interface Stratum {
  no: number;
  sex: 'woman' | 'man';
  ageFrom: number;
  /** null: and over. */
  ageTo: number | null;
  locality: string;
  population: number;
  drawn: number;
}

export interface Drawn {
  strata: Stratum[];
  people: { person: Registered; stratumNo: number }[];
}

const bandOf = (age: number): number => ageBands.findLastIndex((from) => age >= from);

/**
 * Draws `size` people by age x sex x locality in proportion to the register, without replacement within each stratum.
 * `random` gives a whole number below its argument (crypto.randomInt); the same numbers draw the same people.
 */
export function drawSample(
  people: readonly Registered[],
  size: number,
  random: (below: number) => number,
): Drawn {
  const groups = new Map<string, Registered[]>();
  for (const person of people) {
    const key = JSON.stringify([person.locality, person.sex, bandOf(person.age)]);
    const members = groups.get(key);
    if (members) members.push(person);
    else groups.set(key, [person]);
  }
  const ordered = [...groups.entries()].toSorted(([a], [b]) => a.localeCompare(b, 'pl', { numeric: true }));
  const shares = largestRemainder(
    ordered.map(([, members]) => members.length),
    Math.min(size, people.length),
  );
  const drawn: Drawn = { strata: [], people: [] };
  for (const [at, [, members]] of ordered.entries()) {
    const [first] = members;
    if (!first) continue;
    const take = shares[at] ?? 0;
    const band = bandOf(first.age);
    const next = ageBands[band + 1];
    const no = at + 1;
    drawn.strata.push({
      no,
      sex: first.sex,
      ageFrom: ageBands[band] ?? 18,
      ageTo: next === undefined ? null : next - 1,
      locality: first.locality,
      population: members.length,
      drawn: take,
    });
    const pool = [...members];
    for (let picked = 0; picked < take; picked += 1) {
      // Fisher and Yates: what is picked changes places with the last one left.
      const place = random(pool.length);
      const [person] = pool.splice(place, 1);
      if (person) drawn.people.push({ person, stratumNo: no });
    }
  }
  return drawn;
}
