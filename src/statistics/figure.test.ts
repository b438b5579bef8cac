import { describe, expect, it } from 'vitest';
import { type Figure, type Passport, sumOf } from './figure.ts';

const passport: Passport = { source: 'rejestr', asOf: '2026-01-01', filter: '', formula: '' };
const places = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'places',
  passport,
  ...more,
});

describe('a sum of figures', () => {
  it('adds what is known and has a passport of its own', () => {
    const sum = { ...passport, formula: 'suma' };
    expect(sumOf([places(20), places(0)], sum)).toEqual({ value: 20, unit: 'places', passport: sum });
  });

  it('is unknown when one part is unknown: a gap is never 0', () => {
    expect(sumOf([places(20), places(null)], passport).value).toBeNull();
  });

  it('stays approximate, doubtful and synthetic when one part is', () => {
    const synthetic = places(1, { passport: { ...passport, synthetic: true } });
    const sum = sumOf(
      [places(12, { about: true }), places(3, { doubt: '120 placed, 0 admitted' }), synthetic],
      passport,
    );
    expect(sum).toMatchObject({
      value: 16,
      about: true,
      doubt: '120 placed, 0 admitted',
      passport: { synthetic: true },
    });
  });

  it('refuses to add hours to places', () => {
    expect(() => sumOf([places(1), { ...places(2), unit: 'hours' }], passport)).toThrow(
      'hours added to places',
    );
  });
});
