import { type Automaton, codeAt, letters } from './automaton.ts';

const roomAtFirst = 1 << 20;

/** A trie in growing typed arrays: first child, next sibling, letter, rule set. Node 0 is the root. */
interface Trie {
  letter: Uint8Array;
  child: Int32Array;
  sibling: Int32Array;
  set: Uint16Array;
  size: number;
}

function grown(trie: Trie): Trie {
  const room = trie.letter.length * 2;
  const wider = <A extends Uint8Array | Int32Array | Uint16Array>(to: A, from: A): A => (to.set(from), to);
  return {
    letter: wider(new Uint8Array(room), trie.letter),
    child: wider(new Int32Array(room), trie.child),
    sibling: wider(new Int32Array(room), trie.sibling),
    set: wider(new Uint16Array(room), trie.set),
    size: trie.size,
  };
}

/** Sets of numbers by number: adding a member gives the number of the larger set. Set 0 is empty. */
function numberSets(): { sets: number[][]; add(set: number, member: number): number } {
  const sets: number[][] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const steps = new Map<number, number>();
  return {
    sets,
    add(set, member) {
      const step = set * 65_536 + member;
      const before = steps.get(step);
      if (before !== undefined) return before;
      const members = [...new Set([...(sets[set] ?? []), member])].sort((a, b) => a - b);
      const key = members.join();
      const number = known.get(key) ?? sets.push(members) - 1;
      known.set(key, number);
      steps.set(step, number);
      return number;
    },
  };
}

/** Takes forms with their dictionary words in any order and makes the smallest automaton of them. */
export function automatonBuilder(): {
  take(form: string, lemma: string): void;
  isForm(form: string): boolean;
  build(): Automaton;
} {
  let trie: Trie = {
    letter: new Uint8Array(roomAtFirst),
    child: new Int32Array(roomAtFirst),
    sibling: new Int32Array(roomAtFirst),
    set: new Uint16Array(roomAtFirst),
    size: 1,
  };
  const rules: { cut: number; add: string }[] = [];
  const ruleNumbers = new Map<string, number>();
  const { sets, add } = numberSets();

  const find = (form: string, make: boolean): number => {
    let node = 0;
    for (let at = 0; at < form.length; at++) {
      const letter = codeAt(form, at);
      if (letter === 0) return -1;
      let next = trie.child[node] ?? 0;
      while (next !== 0 && trie.letter[next] !== letter) next = trie.sibling[next] ?? 0;
      if (next === 0) {
        if (!make) return -1;
        if (trie.size === trie.letter.length) trie = grown(trie);
        next = trie.size++;
        trie.letter[next] = letter;
        trie.sibling[next] = trie.child[node] ?? 0;
        trie.child[node] = next;
      }
      node = next;
    }
    return node;
  };

  const ruleOf = (form: string, lemma: string): number => {
    let same = 0;
    while (same < form.length && form.charCodeAt(same) === lemma.charCodeAt(same)) same++;
    const rule = { cut: form.length - same, add: lemma.slice(same) };
    const key = `${rule.cut}${rule.add}`;
    const known = ruleNumbers.get(key) ?? rules.push(rule) - 1;
    ruleNumbers.set(key, known);
    return known;
  };

  return {
    take(form, lemma) {
      const node = find(form, true);
      if (node > 0) trie.set[node] = add(trie.set[node] ?? 0, ruleOf(form, lemma));
    },
    isForm: (form) => (trie.set[find(form, false)] ?? 0) > 0,
    build() {
      const { arcs, ends } = minimal(trie);
      return { arcs, ends, sets: sets.map((members) => members.flatMap((one) => rules[one] ?? [])) };
    },
  };
}

/** Joins equal states from the leaves up. */
function minimal(trie: Trie): Pick<Automaton, 'arcs' | 'ends'> {
  let arcs = new Uint32Array(roomAtFirst);
  let ends = new Uint16Array(roomAtFirst);
  let size = 1;
  let table = new Int32Array(roomAtFirst);
  let states = 0;
  const lastBit = 0x80;

  const hashAt = (from: number, to: number): number => {
    let hash = 2_166_136_261;
    for (let at = from; at < to; at++) {
      hash = Math.imul(hash ^ (arcs[at] ?? 0), 16_777_619);
      hash = Math.imul(hash ^ (ends[at] ?? 0), 16_777_619);
    }
    return (hash ^ (hash >>> 15)) >>> 0;
  };
  const lengthAt = (state: number): number => {
    let at = state;
    while (((arcs[at] ?? 0) & lastBit) === 0) at++;
    return at - state + 1;
  };
  const sameAs = (state: number, from: number, to: number): boolean => {
    for (let at = from, other = state; at < to; at++, other++)
      if (arcs[at] !== arcs[other] || ends[at] !== ends[other]) return false;
    return true;
  };
  const rehash = (): void => {
    const old = table;
    table = new Int32Array(old.length * 2);
    for (const state of old) {
      if (state === 0) continue;
      let slot = hashAt(state, state + lengthAt(state)) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = state;
    }
  };

  // The arcs of a state are written behind all others; when an equal state is known they are written over again.
  const stateOf = (node: number): number => {
    const targets: { letter: number; set: number; target: number }[] = [];
    for (let one = trie.child[node] ?? 0; one !== 0; one = trie.sibling[one] ?? 0)
      targets.push({ letter: trie.letter[one] ?? 0, set: trie.set[one] ?? 0, target: stateOf(one) });
    if (targets.length === 0) return 0;
    targets.sort((a, b) => a.letter - b.letter);
    if (size + letters + 1 > arcs.length) {
      const [wide, wideEnds] = [new Uint32Array(arcs.length * 2), new Uint16Array(arcs.length * 2)];
      wide.set(arcs);
      wideEnds.set(ends);
      [arcs, ends] = [wide, wideEnds];
    }
    const from = size;
    let to = from;
    for (const { letter, set, target } of targets) {
      arcs[to] = ((target << 8) | (to - from === targets.length - 1 ? lastBit : 0) | letter) >>> 0;
      ends[to++] = set;
    }
    let slot = hashAt(from, to) & (table.length - 1);
    for (let known = table[slot] ?? 0; known !== 0; known = table[slot] ?? 0) {
      if (sameAs(known, from, to)) return known;
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = from;
    size = to;
    if (++states > table.length / 2) rehash();
    return from;
  };

  const root = stateOf(0);
  arcs[0] = ((root << 8) | lastBit) >>> 0;
  return { arcs: arcs.slice(0, size), ends: ends.slice(0, size) };
}
