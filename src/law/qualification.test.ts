import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, type Facts, judge, overall } from './qualification.ts';

const jarocin = { teryt: '3006023', name: 'gmina Jarocin' };
const answer = (condition: Condition, facts: Facts) => overall(judge([condition], facts));
const only = (condition: Condition, facts: Facts) => {
  const { passed, failed, unknown } = judge([condition], facts);
  return [...passed, ...failed, ...unknown][0];
};

const cases: readonly (readonly [string, Condition, Facts, Facts])[] = [
  ['age 60+', { kind: 'age', from: 60, to: null }, { ageYears: 60 }, { ageYears: 59 }],
  ['age 2-16', { kind: 'age', from: 2, to: 16 }, { ageYears: 16 }, { ageYears: 17 }],
  ['age up to 18', { kind: 'age', from: null, to: 18 }, { ageYears: 0 }, { ageYears: 19 }],
  [
    'residence',
    { kind: 'residence', gminas: [jarocin] },
    { gminaTeryt: '3006023' },
    { gminaTeryt: '3006032' },
  ],
  [
    'disability',
    { kind: 'disability', anyOf: ['severe', 'moderate'] },
    { disability: 'moderate' },
    { disability: 'none' },
  ],
  [
    'group',
    { kind: 'group', anyOf: ['carers'] },
    { groups: { carers: true } },
    { groups: { carers: false } },
  ],
  ['lives alone', { kind: 'livesAlone' }, { livesAlone: true }, { livesAlone: false }],
  [
    'status',
    { kind: 'status', flag: 'working', value: false },
    { statuses: { working: false } },
    { statuses: { working: true } },
  ],
  [
    'income',
    { kind: 'income', atMost: 15_000 },
    { income: { grosze: 151_500, criterionGrosze: 101_000 } },
    { income: { grosze: 151_501, criterionGrosze: 101_000 } },
  ],
  [
    'worker',
    { kind: 'workerConfirms', id: 'c1', words: 'potrzebuje pomocy w zakupach' },
    { confirmed: { c1: true } },
    { confirmed: { c1: false } },
  ],
];

describe('art. 5(3)(6), 42(2): conditions of a programme', () => {
  it.each(cases)('%s: passed, failed and unknown', (_, condition, passing, failing) => {
    expect(answer(condition, passing)).toBe('passed');
    expect(answer(condition, failing)).toBe('failed');
    expect(answer(condition, {})).toBe('unknown');
  });

  it.each(cases)(
    '%s: says why, and what would change it unless it passed',
    (_, condition, passing, failing) => {
      expect(only(condition, passing)).toMatchObject({ condition, change: null });
      for (const facts of [failing, {}]) {
        expect(only(condition, facts)?.reason).toMatch(/^\p{Lu}.+\.$/su);
        expect(only(condition, facts)?.change).toMatch(/^\p{Lu}.+\.$/su);
      }
    },
  );

  it('a missing fact is unknown, never failed', () => {
    fc.assert(
      fc.property(fc.subarray([...cases]), (some) => {
        const judgement = judge(
          some.map(([, condition]) => condition),
          {},
        );
        expect(judgement.failed).toEqual([]);
        expect(judgement.unknown).toHaveLength(some.length);
      }),
    );
  });

  it('every condition is answered once, in the order of the programme', () => {
    const judgement = judge(
      cases.map(([, condition]) => condition),
      { ageYears: 60, livesAlone: false },
    );
    const kinds = (outcomes: typeof judgement.passed) => outcomes.map((each) => each.condition.kind);
    expect(kinds(judgement.passed)).toEqual(['age']);
    expect(kinds(judgement.failed)).toEqual(['age', 'age', 'livesAlone']);
    expect(judgement.unknown).toHaveLength(6);
  });
});

describe('reasons speak of the person at the window', () => {
  it('age', () => {
    expect(only({ kind: 'age', from: 60, to: null }, { ageYears: 58 })).toMatchObject({
      reason: 'Wymagany wiek: ukończone 60 lat, a osoba ma 58 lat.',
      change: 'Warunek spełni po ukończeniu 60 lat (za około 2 lata).',
    });
  });

  it('income names the amount in the way', () => {
    const outcome = only(
      { kind: 'income', atMost: 15_000 },
      { income: { grosze: 160_000, criterionGrosze: 101_000 } },
    );
    expect(outcome?.reason.replaceAll('\u00A0', ' ')).toBe(
      'Dochód najwyżej 150% kryterium (1 515,00 zł); osoba ma 1 600,00 zł.',
    );
    expect(outcome?.change?.replaceAll('\u00A0', ' ')).toBe(
      'Zmieni to dochód niższy o co najmniej 85,00 zł.',
    );
  });

  it('unknown says what to ask', () => {
    expect(only({ kind: 'status', flag: 'working', value: false }, {})?.change).toBe(
      'Zapytaj, czy osoba pracuje zawodowo.',
    );
  });
});

describe('residence is joined on the first six digits of TERYT', () => {
  it('a gmina that changed its kind is the same gmina', () => {
    expect(answer({ kind: 'residence', gminas: [jarocin] }, { gminaTeryt: '3006022' })).toBe('passed');
  });

  it('a broken code is unknown, not elsewhere', () => {
    expect(answer({ kind: 'residence', gminas: [jarocin] }, { gminaTeryt: '30060' })).toBe('unknown');
  });

  it('a centre of two gminas serves both', () => {
    const both: Condition = {
      kind: 'residence',
      gminas: [jarocin, { teryt: '3006032', name: 'gmina Kotlin' }],
    };
    expect(answer(both, { gminaTeryt: '3006032' })).toBe('passed');
  });
});

describe('groups: one of several is enough; a group not asked about stays unknown', () => {
  const condition: Condition = { kind: 'group', anyOf: ['carers', 'unemployed'] };
  it.each([
    [{ carers: true }, 'passed'],
    [{ carers: false }, 'unknown'],
    [{ carers: false, unemployed: false }, 'failed'],
    [{ olderPeople: true }, 'unknown'],
  ] as const)('%j: %s', (groups, expected) => {
    expect(answer(condition, { groups })).toBe(expected);
  });
});

describe('alternatives: 75+, or 60+ with a severe disability', () => {
  const condition: Condition = {
    kind: 'anyOf',
    conditions: [
      { kind: 'age', from: 75, to: null },
      {
        kind: 'allOf',
        conditions: [
          { kind: 'age', from: 60, to: null },
          { kind: 'disability', anyOf: ['severe'] },
        ],
      },
    ],
  };

  it.each([
    [{ ageYears: 75 }, 'passed'],
    [{ ageYears: 62, disability: 'severe' }, 'passed'],
    [{ ageYears: 62, disability: 'light' }, 'failed'],
    [{ ageYears: 50 }, 'failed'],
    [{ ageYears: 62 }, 'unknown'],
    [{ disability: 'severe' }, 'unknown'],
    [{ disability: 'none' }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('%j: %s', (facts, expected) => {
    expect(answer(condition, facts)).toBe(expected);
  });

  it('an empty list of alternatives demands nothing', () => {
    expect(answer({ kind: 'anyOf', conditions: [] }, {})).toBe('passed');
  });

  it('what is unknown names only what is still open', () => {
    expect(only(condition, { ageYears: 62 })?.change).toBe('Zapytaj o orzeczenie i jego stopień.');
  });
});

describe('a whole judgement', () => {
  it('fails with one failed condition, is unknown with one unknown, else passes', () => {
    const some: readonly Condition[] = [{ kind: 'livesAlone' }, { kind: 'age', from: 60, to: null }];
    expect(overall(judge(some, { livesAlone: false }))).toBe('failed');
    expect(overall(judge(some, { livesAlone: true }))).toBe('unknown');
    expect(overall(judge(some, { livesAlone: true, ageYears: 70 }))).toBe('passed');
    expect(overall(judge([], {}))).toBe('passed');
  });
});
