import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../law/index.ts';
import { nested } from '../../../platform/http/form-data.ts';
import { conditionsInput, conditionsOf, conditionValues, conditionWords } from './conditions.ts';

const jarocin = [{ teryt: '3006023', name: 'Jarocin' }];

/** What the form would store, having been opened on stored conditions and sent back unchanged. */
const sentBack = (conditions: readonly Condition[]): Condition[] => {
  const form = nested(conditionValues(conditions, 'conditions'));
  return conditionsOf(conditionsInput.parse(form['conditions']), jarocin);
};

const residence: Condition = { kind: 'residence', gminas: jarocin };
const older: Condition = { kind: 'age', from: 60, to: null };
const alone: Condition = { kind: 'livesAlone' };
const severe: Condition = { kind: 'disability', anyOf: ['severe', 'moderate'] };

describe('conditions of a service as a form (art. 5(3)(6))', () => {
  it.each<[string, Condition[]]>([
    ['nothing', []],
    ['one condition', [older]],
    [
      'every kind that holds for everybody',
      [
        residence,
        { kind: 'age', from: 18, to: 67 },
        severe,
        { kind: 'group', anyOf: ['carers', 'olderPeople'] },
        alone,
        { kind: 'income', atMost: 15_000 },
        { kind: 'status', flag: 'working', value: false },
        { kind: 'status', flag: 'limitedMobility', value: true },
        { kind: 'workerConfirms', id: 'ma-wozek', words: 'ma wózek' },
      ],
    ],
    [
      'alternatives of one and of several conditions',
      [
        residence,
        {
          kind: 'anyOf',
          conditions: [
            { kind: 'allOf', conditions: [older, severe, alone] },
            { kind: 'age', from: 75, to: null },
          ],
        },
      ],
    ],
  ])('come back from the form as they were stored: %s', (_name, conditions) => {
    expect(sentBack(conditions)).toEqual(conditions);
  });

  it('leave out blank alternatives, and one alternative alone is simply needed', () => {
    const input = conditionsInput.parse({
      all: { ageFrom: '60' },
      oneOf: [{ livesAlone: 'tak' }, { ageFrom: '' }, {}],
    });
    expect(conditionsOf(input, jarocin)).toEqual([older, alone]);
  });

  it('are nothing when the form has no such fields', () => {
    expect(conditionsOf(conditionsInput.parse(undefined), jarocin)).toEqual([]);
  });

  it('refuse an age that ends before it begins, and a situation that is demanded and excluded at once', () => {
    const paths = (value: unknown): string[] =>
      (conditionsInput.safeParse(value).error?.issues ?? []).map((issue) => issue.path.join('.'));
    expect(paths({ all: { ageFrom: '70', ageTo: '60' } })).toEqual(['all.ageTo']);
    expect(paths({ all: { ageFrom: '60', ageTo: '60' } })).toEqual([]);
    expect(paths({ all: { statuses: ['working:yes', 'working:no'] } })).toEqual(['all.statuses']);
    expect(paths({ all: { statuses: 'working:maybe' } })).toEqual(['all.statuses.0']);
  });

  it("are said in Polish without anybody's facts", () => {
    expect([older, alone, severe, residence].map(conditionWords)).toEqual([
      'ukończone 60 lat',
      'mieszka samotnie',
      'orzeczenie o niepełnosprawności: znaczny lub umiarkowany',
      'zamieszkanie: Jarocin',
    ]);
    expect(
      conditionWords({ kind: 'anyOf', conditions: [older, { kind: 'allOf', conditions: [severe, alone] }] }),
    ).toBe(
      'ukończone 60 lat albo orzeczenie o niepełnosprawności: znaczny lub umiarkowany i mieszka samotnie',
    );
  });
});
