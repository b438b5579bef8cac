import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  dateWords,
  daysBetween,
  dayWords,
  isIsoDate,
  isWithin,
  plainDate,
  plural,
} from './dates.ts';

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-05', '20260105', 'wczoraj', '', '2026-04-31'])(
    'refuses %s, which is not a date',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  it('accepts 29 February of a leap year only', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(isIsoDate('2100-02-29')).toBe(false);
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('a period includes both its ends', () => {
    expect(isWithin('2026-01-01', '2026-01-01', '2026-01-31')).toBe(true);
    expect(isWithin('2026-01-31', '2026-01-01', '2026-01-31')).toBe(true);
    expect(isWithin('2026-02-01', '2026-01-01', '2026-01-31')).toBe(false);
    expect(isWithin('2025-12-31', '2026-01-01', null)).toBe(false);
    expect(isWithin('2030-12-31', null, null)).toBe(true);
  });

  it('age grows on the birthday, not before', () => {
    expect(ageOn('1966-05-10', '2026-05-09')).toBe(59);
    expect(ageOn('1966-05-10', '2026-05-10')).toBe(60);
    expect(ageOn('1966-05-10', '2026-06-01')).toBe(60);
    expect(ageOn('2026-05-10', '2026-05-09')).toBe(0);
  });

  it('who was born on 29 February turns a year older on 1 March of a common year', () => {
    expect(ageOn('2004-02-29', '2022-02-28')).toBe(17);
    expect(ageOn('2004-02-29', '2022-03-01')).toBe(18);
    expect(ageOn('2004-02-29', '2024-02-29')).toBe(20);
  });

  it('a day that does not exist has no age', () => {
    expect(() => ageOn('1966-02-30', '2026-05-10')).toThrow(RangeError);
  });

  it('speaks Polish', () => {
    expect(dateWords('2026-03-05')).toBe('5 marca 2026');
    expect(dayWords('2026-03-05')).toBe('5 marca 2026 (czwartek)');
  });

  it.each([
    [1, 'dzień'],
    [2, 'dni'],
    [5, 'dni'],
  ])('%i %s', (count, words) => {
    expect(plural(count, ['dzień', 'dni', 'dni'])).toBe(words);
  });

  it.each([
    [1, 'rok'],
    [2, 'lata'],
    [4, 'lata'],
    [5, 'lat'],
    [12, 'lat'],
    [14, 'lat'],
    [22, 'lata'],
    [112, 'lat'],
    [0, 'lat'],
  ])('%i %s', (count, words) => {
    expect(plural(count, ['rok', 'lata', 'lat'])).toBe(words);
  });
});
