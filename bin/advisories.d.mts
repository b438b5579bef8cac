export interface Hole {
  package: string;
  severity: string;
  advisories: string[];
  firstSeen: string;
  until: string;
}
export interface Review {
  lock: string;
  askedAt: string;
  answered: boolean;
  found: Hole[];
}
export const timeFrames: Readonly<Record<string, number>>;
export function lockHash(lock: unknown): string;
export function judge(
  answer: unknown,
  before: Review | undefined,
  of: { lock: unknown; now: string },
): Review;
export function late(review: Review, now: string): Hole[];
export function sentence(review: Review, now: string): string;
