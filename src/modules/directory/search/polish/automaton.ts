/**
 * A minimal automaton of word forms. Each arc is one number: target (24 bits), last arc of its state (1 bit), letter
 * (7 bits); beside it stands the set of rules by which the form that ends there becomes its dictionary words.
 */
export interface Automaton {
  arcs: Uint32Array;
  /** For each arc: number of the rule set of the form that ends with it, 0 when none does. */
  ends: Uint16Array;
  /** Rule sets: each rule cuts `cut` letters of the form and adds `add`. */
  sets: { cut: number; add: string }[][];
}

const letterCode = new Uint8Array(128);
for (let code = 48; code <= 57; code++) letterCode[code] = code - 47;
for (let code = 97; code <= 122; code++) letterCode[code] = code - 86;

/** Letters and digits as 1 to 36; 0 for what is neither. */
export const codeAt = (word: string, at: number): number => letterCode[word.charCodeAt(at)] ?? 0;

/** How many different letters there are, 1 to this number. */
export const letters = 36;

export const letterOf = (arc: number): number => arc & 0x7f;
export const isLast = (arc: number): boolean => (arc & 0x80) !== 0;
export const targetOf = (arc: number): number => arc >>> 8;

/** The arc with a letter out of a state, or -1. */
export function arcFrom({ arcs }: Automaton, state: number, letter: number): number {
  if (state === 0) return -1;
  for (let at = state; ; at++) {
    const arc = arcs[at] ?? 0;
    if (letterOf(arc) === letter) return at;
    if (isLast(arc)) return -1;
  }
}

/** The state where every word begins. */
export const rootOf = ({ arcs }: Automaton): number => targetOf(arcs[0] ?? 0);

/** The dictionary words of a form by the rule set that ends it. */
export const lemmasBy = ({ sets }: Automaton, set: number, form: string): string[] =>
  (sets[set] ?? []).map(({ cut, add }) => form.slice(0, form.length - cut) + add);

/** The dictionary words of a folded form: "opieki" gives "opieka". Empty for a word that is not Polish. */
export function lemmasOf(automaton: Automaton, form: string): string[] {
  let state = rootOf(automaton);
  let end = 0;
  for (let at = 0; at < form.length; at++) {
    const arc = arcFrom(automaton, state, codeAt(form, at));
    if (arc < 0) return [];
    end = automaton.ends[arc] ?? 0;
    state = targetOf(automaton.arcs[arc] ?? 0);
  }
  return lemmasBy(automaton, end, form);
}
