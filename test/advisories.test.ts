import { describe, expect, it } from 'vitest';
import { judge, late, lockHash, sentence, timeFrames } from '../bin/advisories.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/platform/root.ts';

const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };
const now = '2026-11-22T12:00:00.000Z';
const hole = (severity: string) => ({
  vulnerabilities: {
    a: { name: 'a', severity, via: [{ url: 'https://example.org/advisory-1' }, 'b'] },
  },
});

describe('the review of known holes in what runs (ASVS 15.2.1)', () => {
  it('has the time frames that the decisions name', () => {
    const text = readFileSync(path.join(projectRoot, 'docs/security/decyzje.md'), 'utf8');
    expect(timeFrames).toMatchObject({ critical: 2, high: 7, moderate: 30, low: 90 });
    for (const words of ['48 godzin', '7 dni', '30 dni', 'najpóźniej po 90 dniach'])
      expect(text).toContain(words);
  });

  it('says that nothing is known, and of which versions', () => {
    const review = judge({ vulnerabilities: {} }, undefined, { lock, now });
    expect(review).toEqual({ lock: lockHash(lock), askedAt: now, answered: true, found: [] });
    expect(sentence(review, now)).toBe('Wykaz ogłoszeń nie zna dziur w tym, co działa.');
    const another = { packages: { 'node_modules/a': { version: '1.0.1' } } };
    expect(lockHash(another)).not.toBe(lockHash(lock));
  });

  it('without an answer says so, fails nothing, and forgets nothing that was found before', () => {
    const before = judge(hole('high'), undefined, { lock, now });
    for (const answer of [undefined, {}, { error: 'ENOTFOUND' }]) {
      const review = judge(answer, before, { lock, now });
      expect(review).toMatchObject({ answered: false, found: before.found });
      expect(sentence(review, now)).toContain('Nie zapytano');
    }
  });

  it.each([
    ['critical', '2026-11-24'],
    ['high', '2026-11-29'],
    ['moderate', '2026-12-22'],
    ['low', '2027-02-20'],
  ])('a hole of weight %s is mended until %s, counted from the day it was first seen', (severity, until) => {
    const review = judge(hole(severity), undefined, { lock, now });
    expect(review.found[0]).toMatchObject({ package: 'a', until: `${until}T12:00:00.000Z` });
    const later = '2027-03-01T00:00:00.000Z';
    const again = judge(hole(severity), review, { lock, now: later });
    expect(again.found[0]?.until).toBe(review.found[0]?.until);
    expect(late(review, now)).toEqual([]);
    expect(late(again, later)).toHaveLength(1);
    expect(sentence(again, later)).toContain('Po terminie: a');
  });

  it('of packages that only build it does not speak', () => {
    const withTools = { packages: { ...lock.packages, 'node_modules/t': { version: '9.0.0', dev: true } } };
    expect(lockHash(withTools)).toBe(lockHash(lock));
  });
});
