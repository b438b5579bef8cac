import { type Automaton, codeAt, isLast, lemmasBy, letterOf, rootOf, targetOf } from './polish/automaton.ts';

/** A word that may have been meant, and how far what was typed is from it. */
export interface Guess {
  form: string;
  lemma: string;
  cost: number;
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters side by side on the keyboard, and letters that Polish writes for one sound (u/ó, f/w, h/ch). */
const near = new Set(
  rows.flatMap((row, down) =>
    row
      .split('')
      .flatMap((letter, across) =>
        [row[across + 1], rows[down + 1]?.[across], rows[down + 1]?.[across - 1]].flatMap((other) =>
          other === undefined ? [] : [letter + other, other + letter],
        ),
      ),
  ),
);
const alike = new Set([
  'uo',
  'ou',
  'fw',
  'wf',
  'td',
  'dt',
  'bp',
  'pb',
  'sz',
  'zs',
  'gk',
  'kg',
  'iy',
  'yi',
  'ji',
  'ij',
  'cs',
  'sc',
]);

const letterFor = (code: number): string => String.fromCharCode(code <= 10 ? code + 47 : code + 86);

const costs = {
  swapped: 0.6,
  alike: 0.5,
  near: 0.7,
  doubled: 0.5,
  missing: 0.85,
  extra: 0.85,
  other: 1,
  first: 0.35,
};

const swapCost = (typed: string, meant: string): number =>
  alike.has(typed + meant) ? costs.alike : near.has(typed + meant) ? costs.near : costs.other;

/** How many errors a word may hold: none in a short one, where every other word is near. */
export const errorsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** How many arcs the guesses of one query may still look at: bounds the work for words made to be slow. */
export interface Patience {
  left: number;
}

/** Enough for some words with two errors each and for many with one; some milliseconds at most. */
export const patienceOfQuery = (): Patience => ({ left: 200_000 });

/**
 * Words of the automaton within `errors` typing errors (a letter too many, missing, another, or two swapped) that
 * `wanted` accepts; each lemma once, nearest first. The walk follows the automaton and leaves a path when its errors
 * are used up, so that no list of misspellings is kept.
 */
export function guesses(
  automaton: Automaton,
  typed: string,
  errors: number,
  wanted: (lemma: string) => boolean,
  patience: Patience,
): Guess[] {
  const { arcs, ends } = automaton;
  const best = new Map<string, Guess>();
  const path: string[] = [];

  const arrive = (end: number, cost: number): void => {
    const form = path.join('');
    for (const lemma of lemmasBy(automaton, end, form)) {
      const before = best.get(lemma);
      if (before && before.cost <= cost) continue;
      if (before || wanted(lemma)) best.set(lemma, { form, lemma, cost });
    }
  };

  // From `state`, reached by a path whose form has rule set `end`, with `typed` read up to `at`.
  const walk = (state: number, end: number, at: number, spare: number, cost: number): void => {
    if (at === typed.length && end > 0) arrive(end, cost);
    if (spare > 0 && at < typed.length) {
      const doubled = at > 0 && typed.charCodeAt(at) === typed.charCodeAt(at - 1);
      walk(
        state,
        end,
        at + 1,
        spare - 1,
        cost + (doubled ? costs.doubled : costs.extra) + (at === 0 ? costs.first : 0),
      );
    }
    if (state === 0) return;
    const code = at < typed.length ? codeAt(typed, at) : 0;
    const next = at + 1 < typed.length ? codeAt(typed, at + 1) : 0;
    const first = at === 0 ? costs.first : 0;
    for (let arcAt = state; patience.left > 0; arcAt++) {
      patience.left--;
      const arc = arcs[arcAt] ?? 0;
      const letter = letterOf(arc);
      const target = targetOf(arc);
      const ended = ends[arcAt] ?? 0;
      if (letter === code || spare > 0) {
        const name = letterFor(letter);
        path.push(name);
        if (letter === code) walk(target, ended, at + 1, spare, cost);
        else if (at < typed.length)
          walk(target, ended, at + 1, spare - 1, cost + swapCost(typed.charAt(at), name) + first);
        if (spare > 0) {
          walk(target, ended, at, spare - 1, cost + costs.missing + first);
          if (letter === next && next !== code) swapped(target, code, at, spare, cost + first);
        }
        path.pop();
      }
      if (isLast(arc)) return;
    }
  };

  const swapped = (state: number, code: number, at: number, spare: number, cost: number): void => {
    if (state === 0) return;
    for (let arcAt = state; ; arcAt++) {
      const arc = arcs[arcAt] ?? 0;
      if (letterOf(arc) === code) {
        path.push(letterFor(code));
        walk(targetOf(arc), ends[arcAt] ?? 0, at + 2, spare - 1, cost + costs.swapped);
        path.pop();
      }
      if (isLast(arc)) return;
    }
  };

  walk(rootOf(automaton), 0, 0, errors, 0);
  return [...best.values()].sort((a, b) => a.cost - b.cost);
}
