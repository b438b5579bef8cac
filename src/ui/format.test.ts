import { describe, expect, test } from 'vitest';
import {
  clock,
  daysBetween,
  duration,
  fullDate,
  moment,
  money,
  number,
  parseTypedDate,
  shortDate,
  tie,
} from './format.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { uk } from './uk.ts';

describe('A date typed by a person', () => {
  test.each([
    ['7.3.2026', '2026-03-07'],
    ['07.03.2026', '2026-03-07'],
    ['7-3-2026', '2026-03-07'],
    ['7/3/2026', '2026-03-07'],
    [' 7 3 2026 r. ', '2026-03-07'],
    ['2026-03-07', '2026-03-07'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(parseTypedDate(typed)).toBe(iso);
  });

  test.each(['', '31.02.2026', '29.2.2026', '7.13.2026', '0.1.2026', '7.3.26', 'jutro', '7.3'])(
    '%s is no date',
    (typed) => {
      expect(parseTypedDate(typed)).toBeUndefined();
    },
  );
});

test('dates, moments, money and durations are written the Polish way', () => {
  expect(shortDate('2026-03-07')).toBe('07.03.2026');
  expect(fullDate('2026-03-07')).toBe('7 marca 2026');
  expect(moment('2026-07-01T22:30:00Z')).toBe('02.07.2026, 00:30');
  // A colon everywhere, as hours are typed: never 10.00 on one page and 10:00 on the next.
  expect([clock(545), clock(600), clock(0)]).toEqual(['9:05', '10:00', '0:00']);
  expect(moment('2026-12-01T22:30:00Z')).toBe('01.12.2026, 23:30');
  expect(money(123_450)).toBe('1234,50\u00a0zł');
  expect(money(5)).toBe('0,05\u00a0zł');
  expect(number(12_345.5)).toBe('12\u00a0345,5');
  expect(duration(150)).toBe('2\u00a0godz. 30\u00a0min');
  expect(duration(0)).toBe('0\u00a0min');
});

test('days between two dates do not depend on the change of the clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1);
});

test('a word of one letter never ends a line', () => {
  expect(tie('Kontakt z Tobą i o tym w domu')).toBe('Kontakt z\u00a0Tobą i\u00a0o\u00a0tym w\u00a0domu');
  expect(tie('Odwaga i')).toBe('Odwaga i');
});

test.each([
  [1, 'został 1 dzień'],
  [2, 'zostały 2 dni'],
  [5, 'zostało 5 dni'],
  [12, 'zostało 12 dni'],
  [22, 'zostały 22 dni'],
])('%i: %s', (days, words) => {
  expect(pl.deadline.left(days)).toBe(words);
});

test('Ukrainian counts by its own rule: 21 is singular', () => {
  expect(uk.deadline.over(21)).toBe('21 день після терміну');
  expect(uk.deadline.over(3)).toBe('3 дні після терміну');
  expect(uk.deadline.over(12)).toBe('12 днів після терміну');
});

test('English and Ukrainian translate every text of the Polish words', () => {
  const texts = (words: object): string[] =>
    Object.values(words).flatMap((value) =>
      typeof value === 'string' ? [value] : typeof value === 'object' ? texts(value) : [],
    );
  const same = texts(pl).filter((text) => texts(en).includes(text) && texts(uk).includes(text));
  expect(same).toEqual(['Okienko']);
});
