/** How long a person opened by necessity stays open, in minutes. A setting of the product, not a rule of law. */
export const necessityMinutes = 60;

/** Shortest reason, in characters: enough that a reviewer can judge it. */
export const shortestReason = 20;

export const verdicts = ['justified', 'unjustified'] as const;

export type Verdict = (typeof verdicts)[number];

export type GrantState = 'to_review' | Verdict;

/** Until when a grant given now holds (ISO 8601 UTC). */
export const untilOf = (now: string): string =>
  new Date(Date.parse(now) + necessityMinutes * 60_000).toISOString();
