import { type ReadWord, spelled } from './fold.ts';

/** Numbers for words: a word that was seen before costs neither a string nor a look at its letters. */
export interface WordTable {
  words: readonly string[];
  /** The number of a word; a new one gets the next. */
  numberOf(word: ReadWord): number;
}

// Hash, second hash, number + 1, unused: a word is one look into the memory.
const stride = 4;

/**
 * An empty table of open addressing. Words are told apart by 64 bits of hash: that two of a million words share them
 * all happens once in tens of millions of directories, and then one of them is found by the other.
 */
export function wordTable(): WordTable {
  const words: string[] = [];
  let room = 1 << 12;
  let slots = new Uint32Array(room * stride);

  const widen = (): void => {
    const before = slots;
    room *= 2;
    slots = new Uint32Array(room * stride);
    for (let at = 0; at < before.length; at += stride) {
      if (before[at + 2] === 0) continue;
      let slot = (before[at] ?? 0) & (room - 1);
      while (slots[slot * stride + 2] !== 0) slot = (slot + 1) & (room - 1);
      slots.set(before.subarray(at, at + stride), slot * stride);
    }
  };

  return {
    words,
    numberOf(word) {
      if (words.length * 2 > room) widen();
      let slot = word.hash & (room - 1);
      for (;;) {
        const at = slot * stride;
        const held = slots[at + 2] ?? 0;
        if (held === 0) {
          slots[at] = word.hash;
          slots[at + 1] = word.check;
          slots[at + 2] = words.push(spelled(word));
          return words.length - 1;
        }
        if (slots[at] === word.hash && slots[at + 1] === word.check) return held - 1;
        slot = (slot + 1) & (room - 1);
      }
    },
  };
}
