import { pl } from '../pl.ts';

/** A refusal by a rule: a value, not an exception. `basis` is what the worker is shown when asking why. */
export interface Refusal {
  refused: true;
  /** Stable code, e.g. `plans.too-long`. */
  code: string;
  /** One Polish sentence: what happened and what to do next. */
  words: string;
  basis?: string;
  /** Form field the refusal belongs to, by its name in the input. */
  field?: string;
  /** Where it belongs to several fields (answers to a questionnaire), each with its own sentence. */
  fields?: Record<string, string>;
}

/** Builds a refusal. */
export const refuse = (
  code: string,
  words: string,
  more: { basis?: string; field?: string; fields?: Record<string, string> } = {},
): Refusal => ({
  refused: true,
  code,
  words,
  ...more,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;

/** Everything that can keep a command or query from its result; the one mapper to pages and RFC 9457 documents reads this. */
export interface Problem {
  kind: 'invalid' | 'refused' | 'forbidden' | 'not_found' | 'stale' | 'unproved';
  code: string;
  words: string;
  basis?: string;
  /** Field name (dotted path) to message. */
  fields?: Record<string, string>;
}

/** The answer to whoever may not, whatever it is about. */
export const forbidden: Problem = {
  kind: 'forbidden',
  code: 'access.forbidden',
  words: pl.problems.forbidden,
};

/** The answer where nothing stands, or nothing that the asker may know of. */
export const notFound: Problem = {
  kind: 'not_found',
  code: 'access.not-found',
  words: pl.problems.notFound,
};

/** The answer before a dangerous step, when who sits there was proved too long ago. */
export const unproved: Problem = {
  kind: 'unproved',
  code: 'access.prove-again',
  words: pl.problems.unproved,
};

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };
