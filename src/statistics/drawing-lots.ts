import { createHash } from 'node:crypto';

/** The lot of one element: SHA-256 of the seed, a line feed and the element's name, hexadecimal. */
const lotOf = (seed: string, name: string): string =>
  createHash('sha256').update(`${seed}\n${name}`).digest('hex');

/** An element with its lot, in the order of lots. */
export interface Lot {
  name: string;
  lot: string;
  drawn: boolean;
}

/**
 * A simple random sample without replacement that anybody can draw again with the seed and any tool that counts SHA-256:
 * the elements with the lowest lots are drawn. The order in which the frame is given, and names that come twice, change
 * nothing; an element's lot does not hang on the others, so a longer sample holds the shorter one.
 */
export function drawLots(frame: readonly string[], size: number, seed: string): Lot[] {
  return [...new Set(frame)]
    .map((name) => ({ name, lot: lotOf(seed, name) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map((one, at) => ({ ...one, drawn: at < size }));
}
