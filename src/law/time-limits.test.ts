import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basis } from './basis.ts';
import { isFreeDay, nextWorkingDay } from './calendar.ts';
import { addDays, daysBetween, plainDate } from './dates.ts';
import { spanWords, timeLimit, type TimeUnit } from './time-limits.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const units = ['days', 'workingDays', 'weeks', 'months', 'years'] as const;
const limit = (event: string, length: number, unit: TimeUnit) => timeLimit(event, { length, unit }).value;

describe('art. 57 k.p.a.: computing time limits', () => {
  it('§ 1: the day of the event is not counted', () => {
    expect(limit('2026-03-02', 30, 'days')).toBe('2026-04-01');
    expect(limit('2026-03-02', 7, 'days')).toBe('2026-03-09');
  });

  it('§ 2: weeks end on the same day of the week', () => {
    expect(limit('2026-03-04', 2, 'weeks')).toBe('2026-03-18');
  });

  it.each([
    ['2026-01-15', 1, '2026-02-16', '15 February 2026 is a Sunday'],
    ['2026-01-13', 1, '2026-02-13', 'same day number'],
    ['2025-01-31', 1, '2025-02-28', 'last day of a shorter month'],
    ['2024-01-31', 1, '2024-02-29', 'leap year'],
    ['2026-06-30', 4, '2026-10-30', 'day number, not end of month'],
  ])('§ 3: %s + %i month(s) ends %s (%s)', (event, length, end) => {
    expect(limit(event, length, 'months')).toBe(end);
  });

  it('§ 3a: years end on the same date, or the day before it when it is missing', () => {
    expect(limit('2021-03-10', 5, 'years')).toBe('2026-03-10');
    expect(limit('2024-02-29', 1, 'years')).toBe('2025-02-28');
  });

  it.each([
    ['2026-03-19', 30, '2026-04-20', 'Saturday'],
    ['2026-03-06', 30, '2026-04-07', 'Easter Sunday and Monday'],
    ['2025-11-24', 30, '2025-12-29', 'Christmas Eve (free since 2025), holidays and a weekend'],
    ['2024-11-24', 30, '2024-12-24', 'Christmas Eve of 2024 is a working day'],
    ['2026-10-02', 30, '2026-11-02', 'All Saints on a Sunday'],
  ])('§ 4: %s + %i days ends %s (%s)', (event, days, end) => {
    expect(limit(event, days, 'days')).toBe(end);
  });

  it('§ 4 k.p.a. is cited only when the limit really moved', () => {
    const articles = (event: string) =>
      timeLimit(event, { length: 30, unit: 'days' }).basis.map((each) => each.article);
    expect(articles('2026-03-19')).toContain('57 § 4');
    expect(articles('2026-03-02')).not.toContain('57 § 4');
  });

  it('explains itself in Polish, with the reason given by the caller first', () => {
    const result = timeLimit('2026-03-06', { length: 30, unit: 'days' }, [basis('cus', '40', 'statute')]);
    expect(result.basis[0]).toEqual(basis('cus', '40', 'statute'));
    expect(result.steps).toEqual([
      'Zdarzenie: 6 marca 2026 (piątek). Tego dnia nie liczymy (art. 57 § 1 k.p.a.).',
      '30 dni od tego dnia: liczymy kolejne dni kalendarzowe. Wypada 5 kwietnia 2026 (niedziela).',
      '5 kwietnia 2026 to dzień ustawowo wolny od pracy: Wielkanoc, więc termin przechodzi na 7 kwietnia 2026 (wtorek), najbliższy dzień, który nie jest sobotą ani dniem wolnym (art. 57 § 4 k.p.a.).',
    ]);
  });

  it('14 working days leave out weekends and holidays', () => {
    expect(limit('2026-04-30', 14, 'workingDays')).toBe('2026-05-21');
  });

  it.each([0, -3, 1.5])('a limit of length %d is refused', (length) => {
    expect(() => timeLimit('2026-03-02', { length, unit: 'days' })).toThrow(RangeError);
  });

  it('a date that does not exist is refused', () => {
    expect(() => timeLimit('2026-02-30', { length: 1, unit: 'days' })).toThrow(RangeError);
  });
});

describe('art. 57 k.p.a.: properties of every limit', () => {
  it('ends on a working day after the event', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...units),
        (event, length, unit) => {
          const end = limit(event, length, unit);
          expect(isFreeDay(end)).toBe(false);
          expect(end > event).toBe(true);
        },
      ),
    );
  });

  it('a limit in days is never shortened, and moves only over free days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (event, length) => {
        const end = limit(event, length, 'days');
        const extra = daysBetween(event, end) - length;
        expect(extra).toBeGreaterThanOrEqual(0);
        for (let day = 0; day < extra; day += 1) expect(isFreeDay(addDays(event, length + day))).toBe(true);
      }),
    );
  });

  it('a limit in months ends in the right month with the same day number or its last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (event, length) => {
        const from = plainDate(event);
        const counted = timeLimit(event, { length, unit: 'months' });
        const month = plainDate(`${event.slice(0, 7)}-01`).add({ months: length });
        const exact = month.with({ day: Math.min(from.day, month.daysInMonth) }).toString();
        expect(counted.value).toBe(nextWorkingDay(exact));
      }),
    );
  });

  it('a later event never ends earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom(...units),
        (event, length, unit) => {
          expect(limit(addDays(event, 1), length, unit) >= limit(event, length, unit)).toBe(true);
        },
      ),
    );
  });
});

describe('lengths in Polish', () => {
  it.each([
    [{ length: 30, unit: 'days' }, '30 dni'],
    [{ length: 1, unit: 'months' }, '1 miesiąc'],
    [{ length: 6, unit: 'months' }, '6 miesięcy'],
    [{ length: 2, unit: 'workingDays' }, '2 dni robocze'],
    [{ length: 14, unit: 'workingDays' }, '14 dni roboczych'],
    [{ length: 2, unit: 'years' }, '2 lata'],
  ] as const)('%o', (span, words) => {
    expect(spanWords(span)).toBe(words);
  });
});
