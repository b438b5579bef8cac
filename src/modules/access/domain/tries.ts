/** Wrong tries in a row that lock an account, and for how many minutes. A setting of the product, not a rule of law. */
export const triesBeforeLock = 5;
export const lockMinutes = 15;

/** What an account remembers of wrong tries. Instants are ISO 8601 UTC. */
export interface Tries {
  failedAttempts: number;
  lockedUntil: string | null;
}

/** Nobody has tried in vain yet. */
export const noTries: Tries = { failedAttempts: 0, lockedUntil: null };

/** Whether no password opens the account now. */
export const isLocked = (tries: Tries, now: string): boolean =>
  tries.lockedUntil !== null && tries.lockedUntil > now;

/**
 * The tries after one more. A try at a locked account changes nothing: nobody can keep a colleague out by trying on.
 * When a lock has run out, counting starts anew.
 */
export function afterTry(tries: Tries, success: boolean, now: string): Tries {
  if (isLocked(tries, now)) return tries;
  if (success) return { failedAttempts: 0, lockedUntil: null };
  const failedAttempts = (tries.lockedUntil === null ? tries.failedAttempts : 0) + 1;
  const locks = failedAttempts >= triesBeforeLock;
  return {
    failedAttempts,
    lockedUntil: locks ? new Date(Date.parse(now) + lockMinutes * 60_000).toISOString() : null,
  };
}
