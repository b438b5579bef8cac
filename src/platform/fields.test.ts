import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { date, rows, text } from './fields.ts';

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

describe('rows of a table in a form', () => {
  const people = rows(z.object({ name: text(), born: date() }), 3);
  const row = { name: 'Anna', born: '1990-01-01' };
  const blank = { name: '', born: '' };

  it('that are entirely blank are left out, wherever they stand', () => {
    expect(people.parse([blank, row, blank, row])).toEqual([row, row]);
    expect(people.parse('')).toEqual([]);
    expect(people.parse(row)).toEqual([row]);
  });

  it('have their errors where they were typed, also below a blank row', () => {
    const wrong = people.safeParse([row, blank, { name: 'Jan', born: '2026-02-30' }, { name: 'Ewa' }]);
    expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['2.born', 'Takiego dnia nie ma w kalendarzu.'],
      ['3.born', 'Podaj datę, na przykład 3.11.2026.'],
    ]);
  });

  it('are counted without the blank ones', () => {
    expect(people.safeParse([row, blank, row, blank, row]).success).toBe(true);
    expect(people.safeParse([row, row, row, row]).success).toBe(false);
  });

  it('are what the API documents', () => {
    expect(z.toJSONSchema(people, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      type: 'array',
      items: { properties: { name: {} } },
    });
  });
});
