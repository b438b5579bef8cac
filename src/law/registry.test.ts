import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lawFiles, lawIndex } from './registry.ts';

/** Files without law of their own: words, arithmetic and data that the files of law stand on. */
const withoutLaw = [
  'basis.ts',
  'dates.ts',
  'deadline-rules.ts',
  'fee-tables.ts',
  'index.ts',
  'money.ts',
  'registry.ts',
  'service-kinds.ts',
];

describe('the index of law is derived from the code', () => {
  it('every file of law is registered', () => {
    const files = readdirSync(import.meta.dirname).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    expect([...Object.keys(lawFiles), ...withoutLaw].sort()).toEqual(files.sort());
  });

  it.each(Object.entries(lawFiles))('%s: names exactly the functions it exports', (_, module) => {
    const exported = Object.entries(module)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name);
    expect(Object.keys(module.basisOf.functions).sort()).toEqual(exported.sort());
  });

  it.each([...new Set(lawIndex.map((entry) => entry.tests))])('%s exists', (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it.each([
    ['40', 'checkPlanPeriod'],
    ['38 ust. 2', 'planNeeded'],
    ['5 ust. 3 pkt 9', 'missingItems'],
    ['36 ust. 2', 'carriesClause'],
    ['42 ust. 3', 'missingElements'],
    ['43 ust. 1', 'serviceFee'],
    ['44', 'feeUntilResignation'],
    ['26', 'maySign'],
    ['46 ust. 1', 'deadline'],
  ])('art. %s of the Act leads to %s', (article, name) => {
    const found = lawIndex.filter((entry) => entry.act === 'cus' && entry.article === article);
    expect(found.map((entry) => entry.function)).toContain(name);
  });

  it('the Act comes first, its articles in order', () => {
    const articles = lawIndex
      .filter((entry) => entry.act === 'cus')
      .map((entry) => Number.parseInt(entry.article, 10));
    expect(lawIndex[0]?.act).toBe('cus');
    expect(articles).toEqual(articles.toSorted((one, other) => one - other));
  });
});
