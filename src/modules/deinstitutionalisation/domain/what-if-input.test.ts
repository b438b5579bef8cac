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

describe('where an assumption comes from', () => {
  it('a real cost of the system stands before the example, and what is typed before both', () => {
    const system = { homeMonthly: 683_400 };
    const untouched = assumptionsOf({}, system);
    expect(untouched.assumptions.homeMonthly).toBe(683_400);
    expect(untouched.shown.homeMonthly).toBe('6834');
    expect(untouched.origins).toMatchObject({ homeMonthly: 'system', hourPrice: 'example' });
    const typed = assumptionsOf({ homeMonthly: '7000', hourPrice: '45' }, system);
    expect(typed.assumptions.homeMonthly).toBe(700_000);
    // The example typed back is still the example.
    expect(typed.origins).toMatchObject({ homeMonthly: 'typed', hourPrice: 'example' });
  });
});
