import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from '../../../platform/database/tenant.ts';
import { directoryChanged, directoryVersion } from './directory-version.ts';

/** A database that counts how often it was asked, and answers with the number that stands in it. */
function counting(): { db: Db; stands: (number: number) => void; asked: () => number; fail: () => void } {
  let [number, asked, failing] = [1, 0, false];
  const executeQuery = async () => {
    asked += 1;
    if (failing) throw new Error('gone');
    return { rows: [{ number: String(number) }] };
  };
  const insertInto = () => ({ values: () => ({ onConflict: () => ({ execute: async () => [] }) }) });
  return {
    db: { executeQuery, insertInto } as unknown as Db,
    stands: (next) => void (number = next),
    asked: () => asked,
    fail: () => void (failing = !failing),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(60_000);
});
afterEach(() => void vi.useRealTimers());

describe('the number of the last change of a directory', () => {
  it('is read once for all searches of a tenth of a second; then another process is seen', async () => {
    const { db, stands, asked } = counting();
    await Promise.all([1, 2, 3].map(async () => await directoryVersion(db, 'shared')));
    stands(2);
    expect([await directoryVersion(db, 'shared'), asked()]).toEqual([1, 1]);
    vi.advanceTimersByTime(101);
    expect([await directoryVersion(db, 'shared'), asked()]).toEqual([2, 2]);
  });

  it('is read by every search for five seconds after a change of this process', async () => {
    const { db, stands, asked } = counting();
    await directoryVersion(db, 'own');
    await directoryChanged(db, 'own', []);
    expect([await directoryVersion(db, 'own'), asked()]).toEqual([1, 1]);
    await directoryChanged(db, 'own', ['card']);
    stands(2);
    expect(await directoryVersion(db, 'own')).toBe(2);
    stands(3);
    expect(await directoryVersion(db, 'own')).toBe(3);
    vi.advanceTimersByTime(5001);
    await directoryVersion(db, 'own');
    stands(4);
    expect(await directoryVersion(db, 'own')).toBe(3);
  });

  it('belongs to one centre, and a reading that failed is nobody else’s answer', async () => {
    const { db, asked, fail } = counting();
    await directoryVersion(db, 'one');
    await directoryVersion(db, 'two');
    expect(asked()).toBe(2);
    fail();
    vi.advanceTimersByTime(101);
    await expect(directoryVersion(db, 'one')).rejects.toThrow('gone');
    fail();
    expect(await directoryVersion(db, 'one')).toBe(1);
  });
});
