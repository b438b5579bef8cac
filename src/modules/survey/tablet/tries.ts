/** Wrong phrases since the last right one, and until when the next has to wait (milliseconds since 1970). */
export interface Tries {
  wrong: number;
  waitUntil: number;
}

export const noTries: Tries = { wrong: 0, waitUntil: 0 };

const minute = 60_000;
const freeTries = 5;
const longestWait = 60 * minute;

/** After five wrong phrases a minute, then twice as long after each, at most an hour. */
export function afterWrong({ wrong }: Tries, now: number): Tries {
  const count = wrong + 1;
  const wait = count < freeTries ? 0 : Math.min(longestWait, minute * 2 ** (count - freeTries));
  return { wrong: count, waitUntil: wait === 0 ? 0 : now + wait };
}

/**
 * Milliseconds until the next try; 0: now. A clock that was set back makes nobody wait longer than the longest wait: this
 * slows a hand at the screen, a copied disk is slowed by the rounds of the key.
 */
export const waitOf = ({ waitUntil }: Tries, now: number): number =>
  Math.max(0, Math.min(waitUntil - now, longestWait));

/** How many tries are left before the first wait; 0 when each further one waits. */
export const triesLeft = ({ wrong }: Tries): number => Math.max(0, freeTries - wrong);
