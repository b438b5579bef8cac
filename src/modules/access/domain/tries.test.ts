import { describe, expect, it } from 'vitest';
import { afterTry, isLocked, type Tries } from './tries.ts';

const now = '2026-11-16T09:00:00.000Z';
const fresh: Tries = { failedAttempts: 0, lockedUntil: null };
const failing = (times: number, from: Tries = fresh): Tries =>
  Array.from({ length: times }).reduce<Tries>((tries) => afterTry(tries, false, now), from);

describe('wrong tries at an account', () => {
  it('four leave it open, the fifth locks it for 15 minutes', () => {
    expect(failing(4)).toEqual({ failedAttempts: 4, lockedUntil: null });
    expect(failing(5)).toEqual({ failedAttempts: 5, lockedUntil: '2026-11-16T09:15:00.000Z' });
  });

  it('a good one in between clears the count', () => {
    expect(failing(4, afterTry(failing(4), true, now)).lockedUntil).toBeNull();
  });

  it('at a locked account change nothing, so that nobody keeps a colleague out by trying on', () => {
    const locked = failing(5);
    expect(afterTry(locked, false, '2026-11-16T09:14:59.000Z')).toEqual(locked);
    expect(afterTry(locked, true, '2026-11-16T09:14:59.000Z')).toEqual(locked);
  });

  it('the lock ends with its last minute, and counting starts anew', () => {
    const later = '2026-11-16T09:15:00.000Z';
    expect(isLocked(failing(5), '2026-11-16T09:14:59.999Z')).toBe(true);
    expect(isLocked(failing(5), later)).toBe(false);
    expect(afterTry(failing(5), false, later)).toEqual({ failedAttempts: 1, lockedUntil: null });
  });
});
