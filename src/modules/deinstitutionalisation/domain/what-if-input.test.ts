import { describe, expect, it } from 'vitest';
import { assumptionsOf, bounds } from './what-if-input.ts';

describe('assumptions of a form', () => {
  it('begin with a real price of a place and examples; money is typed in złote and counted in grosze', () => {
    const { assumptions, wrong } = assumptionsOf({});
    expect(assumptions.homeMonthly).toBe(5_457_00);
    expect(assumptions.people).toBe(bounds.people.start);
    expect(wrong).toEqual([]);
  });

  it('are read with a comma and with spaces', () => {
    expect(assumptionsOf({ homeMonthly: '6 870,82', prices: '3,5' }).assumptions).toMatchObject({
      homeMonthly: 6_870_82,
      prices: 3.5,
    });
  });

  it.each([
    ['people', 'dziesięć'],
    ['people', '0'],
    ['years', '16'],
    ['years', '2,5'],
    ['paidByResident', '101'],
    ['homeMonthly', '-1'],
  ] as const)(
    '%s of "%s" is named as wrong, stays as it was typed, and is not counted with',
    (key, typed) => {
      const { assumptions, shown, wrong } = assumptionsOf({ [key]: typed });
      expect(wrong).toEqual([key]);
      expect(shown[key]).toBe(typed);
      expect(assumptions[key]).toBe(bounds[key].start * bounds[key].times);
    },
  );
});
