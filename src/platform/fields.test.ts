import { expect, it } from 'vitest';
import { date, text } from './fields.ts';

const faultOf = (day: string): string | undefined => date().safeParse(day).error?.issues[0]?.message;

it.each(['1800-01-01', '2299-12-31', '29.02.2024'])('a day that exists is taken: %s', (day) => {
  expect(faultOf(day)).toBeUndefined();
});

it.each(['2026-02-30', '31.04.2026'])('a day that does not exist is not: %s', (day) => {
  expect(faultOf(day)).toContain('nie ma w kalendarzu');
});

it.each(['0000-01-01', '0001-01-01', '1799-12-31', '2300-01-01', '9999-12-31'])(
  'a year of no living person is not: %s',
  (day) => {
    expect(faultOf(day)).toContain('Podaj rok');
  },
);

it('a text is kept without what no database keeps: control characters and half characters', () => {
  expect(text().parse(' a\u0000b\ud800 ')).toBe('ab\ufffd');
});
