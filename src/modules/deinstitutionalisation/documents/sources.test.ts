import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../statistics/figure.ts';
import { sourcesOf } from './sources.ts';

const figure = (filter: string, formula: string, more: Partial<Figure['passport']> = {}): Figure => ({
  value: 7,
  unit: 'persons',
  passport: { source: 'GUS', asOf: '2025-12-31', filter, formula, ...more },
});

const words = (sources: ReturnType<typeof sourcesOf>): string[] =>
  sources.list().flatMap((block) => {
    if (block.type === 'paragraph') return [block.runs.map(({ text }) => text).join('')];
    return block.type === 'list' ? block.items.map((runs) => runs.map(({ text }) => text).join('')) : [];
  });

describe('the list of sources of a printed plan', () => {
  it('prints a source once, what its numbers share once, and of each number only what is its own', () => {
    const sources = sourcesOf();
    expect(sources.cell(figure('wiek 65+; Piotrków', 'suma grup; waga z badania.'))).toBe('7 [1.1]');
    expect(sources.cell(figure('wiek 80+; Piotrków', 'suma grup; waga z badania'))).toBe('7 [1.2]');
    expect(words(sources)).toEqual([
      '[1] GUS, stan na 2025-12-31. Piotrków; wzór: suma grup; waga z badania.',
      '[1.1] Wiek 65+.',
      '[1.2] Wiek 80+.',
    ]);
  });

  it('the same passport has the same number; another day or source opens another group', () => {
    const sources = sourcesOf();
    const one = figure('wiek 65+', '');
    expect([one, one, figure('wiek 65+', '', { asOf: '2026' })].map((each) => sources.cell(each))).toEqual([
      '7 [1.1]',
      '7 [1.1]',
      '7 [2.1]',
    ]);
  });

  it('a number copied as its source prints it says so, and made-up data are named', () => {
    const sources = sourcesOf();
    sources.cell(figure('', '', { synthetic: true }));
    sources.cell(figure('wiek 65+', '', { synthetic: true }));
    expect(words(sources)).toEqual([
      '[1] GUS, stan na 2025-12-31. Dane wymyślone na potrzeby demonstracji.',
      '[1.1] Liczba przepisana tak, jak stoi w źródle.',
      '[1.2] Wiek 65+.',
    ]);
  });
});
