import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { date, integer, list, money, optionalText, requiredTick, rows, text } from '../fields.ts';
import { nested } from './form-data.ts';

describe('a form as nested values', () => {
  it('turns dotted names into objects and numbered rows into lists, in order', () => {
    expect(nested({ 'a.b': '1', 'rows.10.x': 'k', 'rows.2.x': 'p', c: ['x', 'y'], _once: 'secret' })).toEqual(
      { a: { b: '1' }, rows: [{ x: 'p' }, { x: 'k' }], c: ['x', 'y'] },
    );
  });

  it('cannot be used to reach the prototype', () => {
    nested({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes' });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('fields', () => {
  const value = (schema: z.ZodType, input: unknown) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
  };

  it.each([
    ['3.11.2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['30.02.2026', 'Takiego dnia nie ma w kalendarzu.'],
    ['29.02.2025', 'Takiego dnia nie ma w kalendarzu.'],
    ['jutro', 'Podaj datę, na przykład 3.11.2026.'],
    [undefined, 'Podaj datę, na przykład 3.11.2026.'],
  ])('reads the day %s as %s', (input, expected) => expect(value(date(), input)).toBe(expected));

  it.each([
    ['12,50', 1250],
    ['1 234,5 zł', 123450],
    ['7', 700],
    [700, 700],
    ['12,505', 'Podaj kwotę w złotych, na przykład 12,50.'],
    ['-3', 'Podaj kwotę w złotych, na przykład 12,50.'],
  ])('reads the amount %s as %s', (input, expected) => expect(value(money(), input)).toBe(expected));

  it('takes control characters out of words and keeps line breaks', () => {
    expect(value(text(), ' a\u0000b\r\nc ')).toBe('ab\nc');
  });

  it('keeps markup as the words it is', () => {
    expect(value(text(), '<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  it('knows one from many, blank rows from filled ones, and a tick from none', () => {
    expect(value(list(text()), 'a')).toEqual(['a']);
    expect(value(rows(z.object({ x: optionalText() })), [{ x: '' }, { x: 'a' }])).toEqual([{ x: 'a' }]);
    expect(value(requiredTick(), undefined)).toBe('Zaznacz to pole, żeby przejść dalej.');
    expect(value(integer(1, 5), '7')).toBe('Podaj liczbę całkowitą od 1 do 5.');
  });
});
