/** Counts by one or more questions, with the sums over every set of questions; counts too small to show are hidden. */
export type SafeTable = {
  /** Categories of each question. */
  shape: readonly number[];
  /** Hidden because small, and hidden because a small one would follow from it. */
  primary: number;
  secondary: number;
  /**
   * What may be shown at a category of each question, or at the sum over it (`null`).
   *
   * @returns `null` when hidden
   * @throws when there is no such place
   */
  at: (place: readonly (number | null)[]) => number | null;
};

/** A count under this many people could point at somebody. */
const smallest = 5;

/** The table with its sums: each question has one index more, the sum over it. */
type Summed = { sides: readonly number[]; strides: readonly number[]; values: Float64Array };

function withSums(shape: readonly number[], counts: ArrayLike<number>): Summed {
  const sides = shape.map((side) => side + 1);
  const strides = sides.map((_, at) => sides.slice(at + 1).reduce((product, side) => product * side, 1));
  const values = new Float64Array(sides.reduce((product, side) => product * side, 1));
  for (let inner = 0; inner < counts.length; inner++) {
    let rest = inner;
    let places = [0];
    for (let side = shape.length - 1; side >= 0; side--) {
      const size = shape[side] ?? 1;
      const stride = strides[side] ?? 1;
      const own = (rest % size) * stride;
      rest = Math.floor(rest / size);
      places = places.flatMap((place) => [place + own, place + size * stride]);
    }
    for (const place of places) values[place] = (values[place] ?? 0) + (counts[inner] ?? 0);
  }
  return { sides, strides, values };
}

type Corner = { place: number; sign: 1 | -1 };

/**
 * All hypercubes that have a place as a corner: in every question one other index. Their signs are a change of the
 * table that no sum notices: two categories of a question change against each other, a category and its sum together.
 */
function* hypercubes({ sides, strides }: Summed, place: number): Generator<Corner[]> {
  const own = sides.map((side, at) => Math.floor(place / (strides[at] ?? 1)) % side);
  function* from(question: number, corners: Corner[]): Generator<Corner[]> {
    const side = sides[question];
    if (side === undefined) {
      yield corners;
      return;
    }
    const here = own[question] ?? 0;
    for (let other = 0; other < side; other++) {
      if (other === here) continue;
      const together = other === side - 1 || here === side - 1;
      const step = (other - here) * (strides[question] ?? 1);
      const moved = corners.map(
        ({ place, sign }): Corner => ({
          place: place + step,
          sign: (together ? sign : -sign) === 1 ? 1 : -1,
        }),
      );
      yield* from(question + 1, [...corners, ...moved]);
    }
  }
  yield* from(0, [{ place, sign: 1 }]);
}

/**
 * A table of counts safe to publish with all its sums. Primary: counts from 1 to `threshold` − 1 are hidden (0 is shown:
 * it points at nobody). Secondary: by hypercubes (Repsilber 1994; Giessing & Repsilber 2002, GHMITER of τ-ARGUS). Each
 * primary place becomes the corner of a hypercube whose corners are all hidden and above 0, the cheapest one: no sums
 * while there is another way, then the fewest people.
 *
 * Why nothing follows: a hypercube's corners may all change by one person against each other and every shown number
 * stays, so no hidden count can be computed from shown ones by any arithmetic. The other corners are large enough for
 * the small count to be `threshold` or more, so it cannot even be seen to be small by its bounds. There is always such a
 * hypercube: the one of the sums. Apply the same hidden places to weighted counts, shares and charts of the table.
 *
 * @param counts unweighted answers, the last question runs fastest
 */
export function safeTable(
  shape: readonly number[],
  counts: ArrayLike<number>,
  threshold: number = smallest,
): SafeTable {
  const summed = withSums(shape, counts);
  const { sides, strides, values } = summed;
  const hidden = new Uint8Array(values.length);
  const primary: number[] = [];
  values.forEach((count, place) => {
    if (count > 0 && count < threshold) primary.push(place);
  });
  for (const place of primary) hidden[place] = 1;
  const people = values[values.length - 1] ?? 0;
  const costs = values.map((count, place) => {
    const sums = sides.filter(
      (side, at) => Math.floor(place / (strides[at] ?? 1)) % side === side - 1,
    ).length;
    return count + sums * (people + 1) * 2 ** sides.length;
  });
  /** What hiding the hypercube takes away; infinite when it does not protect. */
  const costOf = (corners: readonly Corner[], count: number): number => {
    let cost = 0;
    for (const { place, sign } of corners) {
      const value = values[place] ?? 0;
      if (value === 0 || (sign === -1 && count + value < threshold)) return Number.POSITIVE_INFINITY;
      if (hidden[place] === 0) cost += costs[place] ?? 0;
    }
    return cost;
  };
  for (const place of primary) {
    let best: { corners: readonly Corner[]; cost: number } = { corners: [], cost: Number.POSITIVE_INFINITY };
    for (const corners of hypercubes(summed, place)) {
      const cost = costOf(corners, values[place] ?? 0);
      if (cost < best.cost) best = { corners, cost };
      if (cost === 0) break;
    }
    for (const corner of best.corners) hidden[corner.place] = 1;
  }
  return {
    shape,
    primary: primary.length,
    secondary: hidden.reduce((sum, is) => sum + is, 0) - primary.length,
    at: (place) => {
      if (place.length !== shape.length) throw new Error(`${shape.length} questions, ${place.length} given`);
      const index = place.reduce<number>((sum, category, at) => {
        const own = category ?? shape[at] ?? 0;
        if (own < 0 || own >= (sides[at] ?? 0)) throw new Error(`question ${at} has no category ${own}`);
        return sum + own * (strides[at] ?? 1);
      }, 0);
      return hidden[index] === 1 ? null : (values[index] ?? 0);
    },
  };
}
