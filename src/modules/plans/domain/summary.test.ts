import { describe, expect, it } from 'vitest';
import { findingsOf, summaryOf } from './summary.ts';

const span = { coversFrom: '2026-05-17', coversTo: '2026-11-16' };
const areas = (counts: Record<string, number>) =>
  summaryOf(
    Object.entries(counts).map(([key, count]) => ({ table: 'areas', key, count })),
    span,
  );

describe('the summary of plans feeds the recognition of needs (art. 46(1), 27(1)(2))', () => {
  it('each area that at least five plans answer needs of becomes a finding, counted, without a person', () => {
    const told = findingsOf(areas({ '4': 12, '6': 5, '9': 4, unknown: 30 }), '2026-11-16');
    expect(told.map(({ area, scale }) => [area, scale])).toEqual([
      [4, 12],
      [6, 5],
    ]);
    expect(told[0]).toMatchObject({
      source: 'plan_summary',
      kind: 'need',
      scaleIs: 'counted',
      foundOn: '2026-11-16',
    });
    expect(told[0]?.conclusion).toContain('w 12 planach');
  });
});
