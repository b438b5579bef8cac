import { type ReadWord, spelled } from './fold.ts';

/**
 * What is known of each word: a number that is not 0. A word that was seen before costs neither a string nor a look at
 * its letters: one look into the memory gives what is known of it.
 */
export interface WordTable {
  /** What is known of a word; of a new one whatever `learn` says. */
  known(word: ReadWord): number;
}

// Hash, second hash, what is known (0: the row is free), unused.
const stride = 4;

/**
 * An empty table of open addressing. Words are told apart by 64 bits of hash: that two of a million words share them
 * all happens once in tens of millions of directories, and then one of them is found by the other.
 */
export function wordTable(learn: (word: string) => number): WordTable {
  let room = 1 << 12;
  let held = 0;
  let rows = new Int32Array(room * stride);

  const widen = (): void => {
    const before = rows;
    room *= 2;
    rows = new Int32Array(room * stride);
    for (let at = 0; at < before.length; at += stride) {
      if (before[at + 2] === 0) continue;
      let row = (before[at] ?? 0) & (room - 1);
      while (rows[row * stride + 2] !== 0) row = (row + 1) & (room - 1);
      rows.set(before.subarray(at, at + stride), row * stride);
    }
  };

  return {
    known(word) {
      let row = word.hash & (room - 1);
      for (;;) {
        const at = row * stride;
        const known = rows[at + 2] ?? 0;
        if (known === 0) break;
        if (rows[at] === word.hash && rows[at + 1] === word.check) return known;
        row = (row + 1) & (room - 1);
      }
      const learned = learn(spelled(word));
      const at = row * stride;
      rows[at] = word.hash;
      rows[at + 1] = word.check;
      rows[at + 2] = learned;
      if (++held * 2 > room) widen();
      return learned;
    },
  };
}
