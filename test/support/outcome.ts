import type { Outcome } from '../../src/platform/runner/outcome.ts';

/** An outcome in one word, for tests that only ask how it ended: `done`, the code of a refusal, or the kind of problem. */
export const at = (outcome: Outcome<unknown>): string => {
  if (outcome.ok) return 'done';
  return outcome.problem.kind === 'refused' ? outcome.problem.code : outcome.problem.kind;
};
