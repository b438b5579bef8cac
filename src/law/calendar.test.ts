import Holidays from 'date-holidays';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  easterSunday,
  holidayName,
  holidaysOf,
  isFreeDay,
  isHoliday,
  nextWorkingDay,
  workingDaysBefore,
} from './calendar.ts';
import { addDays, daysBetween } from './dates.ts';

const years = Array.from({ length: 21 }, (_, index) => 2015 + index);
const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('2000-01-01', days));

describe('statutory holidays (ustawa o dniach wolnych od pracy)', () => {
  it.each(years)('%i: the same days as an independent calendar', (year) => {
    const independent = new Holidays('PL')
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10));
    expect(holidaysOf(year).map((holiday) => holiday.date)).toEqual([...new Set(independent)].sort());
  });

  it('24 December is free since 2025, not before', () => {
    expect(isHoliday('2024-12-24')).toBe(false);
    expect(isHoliday('2025-12-24')).toBe(true);
    expect(holidaysOf(2024)).toHaveLength(13);
    expect(holidaysOf(2025)).toHaveLength(14);
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('Corpus Christi and Whit Sunday move with Easter', () => {
    expect(holidayName('2026-06-04')).toBe('Boże Ciało');
    expect(holidayName('2026-05-24')).toBe('Zielone Świątki');
  });
});

describe('days on which no time limit ends (art. 57 § 4 k.p.a.)', () => {
  it('Saturdays, Sundays and holidays are free, other days are not', () => {
    expect(isFreeDay('2026-03-07')).toBe(true);
    expect(isFreeDay('2026-03-08')).toBe(true);
    expect(isHoliday('2026-03-08')).toBe(false);
    expect(isFreeDay('2026-11-11')).toBe(true);
    expect(isFreeDay('2026-03-06')).toBe(false);
  });

  it('the next working day after Christmas Eve 2025 is 29 December', () => {
    expect(nextWorkingDay('2025-12-24')).toBe('2025-12-29');
    expect(nextWorkingDay('2025-12-29')).toBe('2025-12-29');
  });

  it('working days skip the long weekend of May', () => {
    expect(addWorkingDays('2026-04-30', 1)).toBe('2026-05-04');
    expect(addWorkingDays('2026-04-30', 14)).toBe('2026-05-21');
    expect(addWorkingDays('2026-05-02', 0)).toBe('2026-05-02');
  });

  it('working days before a day leave out weekends and holidays, and the day itself is not counted', () => {
    expect(workingDaysBefore('2026-03-16', 3)).toBe('2026-03-11');
    // Easter Monday is 6 April.
    expect(workingDaysBefore('2026-04-07', 1)).toBe('2026-04-03');
    expect(workingDaysBefore('2026-04-05', 0)).toBe('2026-04-05');
  });

  it.each([-1, 1.5, Number.NaN])('%d is not a number of working days', (count) => {
    expect(() => addWorkingDays('2026-04-30', count)).toThrow(RangeError);
    expect(() => workingDaysBefore('2026-04-30', count)).toThrow(RangeError);
  });

  it('the n-th working day is working and has n working days up to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const end = addWorkingDays(date, count);
        const passed = Array.from({ length: daysBetween(date, end) }, (_, index) => addDays(date, index + 1));
        expect(isFreeDay(end)).toBe(false);
        expect(passed.filter((day) => !isFreeDay(day))).toHaveLength(count);
      }),
      { numRuns: 50 },
    );
  });
});
