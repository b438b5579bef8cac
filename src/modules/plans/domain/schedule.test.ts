import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../law/index.ts';
import {
  dayText,
  endOf,
  plannedUnits,
  scheduleDisagrees,
  readHours,
  scheduleText,
  weekMinutes,
} from './schedule.ts';

describe('hours as people write them', () => {
  it.each([
    ['9-11', [{ from: '09:00', minutes: 120 }]],
    ['9:00–11:00', [{ from: '09:00', minutes: 120 }]],
    ['od 9.30 do 10.15', [{ from: '09:30', minutes: 45 }]],
    [
      '16:00-17:00, 8-9',
      [
        { from: '08:00', minutes: 60 },
        { from: '16:00', minutes: 60 },
      ],
    ],
    [
      '8-9 i 10-11',
      [
        { from: '08:00', minutes: 60 },
        { from: '10:00', minutes: 60 },
      ],
    ],
    ['', []],
  ])('%s', (typed, slots) => {
    expect(readHours(typed)).toEqual(slots);
  });

  it.each(['rano', '11-9', '9-9', '25-26', '9:75-10:00', '9-11, 10-12', '9-11 i potem'])(
    '„%s” is not understood, and nothing is guessed',
    (typed) => {
      expect(readHours(typed)).toBeUndefined();
    },
  );

  it('what was read is shown again in words that read the same', () => {
    const week = (readHours('9-11, 15:30-16:15') ?? []).map((slot) => ({ day: 3, ...slot }));
    expect(dayText(week, 3)).toBe('9:00–11:00, 15:30–16:15');
    expect(readHours(dayText(week, 3))).toEqual(week.map(({ from, minutes }) => ({ from, minutes })));
  });
});

describe('a schedule in one line', () => {
  it('puts days with the same hours together and adds the words', () => {
    const week = [
      { day: 3, from: '09:00', minutes: 60 },
      { day: 1, from: '09:00', minutes: 60 },
      { day: 5, from: '14:30', minutes: 45 },
    ];
    expect(scheduleText(week, 'co drugi tydzień')).toBe(
      'poniedziałek, środa 9:00–10:00; piątek 14:30–15:15; co drugi tydzień',
    );
    expect(weekMinutes(week)).toBe(165);
    expect(scheduleText([], null)).toBeNull();
  });
});

describe('the quantity that a schedule gives', () => {
  const mondays = [{ day: 1, from: '09:00', minutes: 90 }];

  it.each([
    ['visit', '2026-11-16', '2026-11-16', 1],
    ['visit', '2026-11-17', '2026-11-22', undefined],
    ['visit', '2026-11-16', '2026-11-30', 3],
    ['hour', '2026-11-16', '2026-11-30', 5],
    ['day', '2026-11-16', '2026-11-30', 3],
    ['month', '2026-11-16', '2027-02-15', 3],
    ['month', '2026-11-16', '2027-02-16', 4],
    ['item', '2026-11-16', '2026-11-30', undefined],
  ])('%s, %s to %s: %s', (unit, startsOn, endsOn, expected) => {
    expect(plannedUnits({ week: mondays, unit, startsOn, endsOn })).toBe(expected);
  });

  it('counts each visit once, whatever the days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 7 }),
        (from, length, day) => {
          const startsOn = addDays('2026-01-01', from);
          const days = Array.from({ length: length + 1 }, (_, index) => addDays(startsOn, index));
          const expected = days.filter(
            (date) => (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) === day,
          ).length;
          const week = [{ day, from: '09:00', minutes: 60 }];
          expect(
            plannedUnits({ week, unit: 'visit', startsOn, endsOn: addDays(startsOn, length) }) ?? 0,
          ).toBe(expected);
        },
      ),
    );
  });

  it.each([
    ['visit', 3, null, undefined],
    ['visit', 12, null, 3],
    // 90 minutes on three Mondays are 4.5 hours: five started ones.
    ['hour', 5, null, undefined],
    ['hour', 40, null, 5],
    ['hour', 3, 'co drugi tydzień', undefined],
    ['month', 9, null, undefined],
    ['item', 9, null, undefined],
  ] as const)(
    'art. 39(1): %s, %s written, words %s: the schedule gives %s instead',
    (unit, units, scheduleWords, expected) => {
      const period = { startsOn: '2026-11-16', endsOn: '2026-11-30' };
      expect(scheduleDisagrees({ week: mondays, scheduleWords, unit, units, ...period })).toBe(expected);
      expect(scheduleDisagrees({ week: [], scheduleWords, unit, units, ...period })).toBeUndefined();
    },
  );

  it('a visit ends when it ends', () => {
    expect(endOf({ from: '09:30', minutes: 45 })).toBe('10:15');
  });
});
