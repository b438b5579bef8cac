import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from './dates.ts';
import {
  checkPlanApproval,
  checkPlanContent,
  checkPlanPeriod,
  latestPlanEnd,
  type PlanLine,
  planNeeded,
} from './plan-limits.ts';

const codes = (problems: readonly { readonly code: string }[]) => problems.map((problem) => problem.code);

describe('art. 38(2): a plan is needed for coordinated services of at least three months', () => {
  it.each([
    ['2026-01-01', '2026-03-31', true, true, []],
    ['2026-01-01', '2026-03-30', true, false, ['period']],
    ['2026-01-01', '2026-12-31', false, false, ['coordination']],
    ['2026-01-01', '2026-02-01', false, false, ['coordination', 'period']],
    ['2025-11-30', '2026-02-27', true, true, []],
    ['2025-11-30', '2026-02-26', true, false, ['period']],
  ])('%s to %s, coordination %s: needed %s', (startsOn, endsOn, coordinationNeeded, needed, unmet) => {
    expect(planNeeded({ startsOn, endsOn, coordinationNeeded }).value).toEqual({ needed, unmet });
  });

  it('the reason is said in words', () => {
    expect(
      planNeeded({ startsOn: '2026-01-01', endsOn: '2026-03-31', coordinationNeeded: true }).steps,
    ).toEqual([
      'Usługi wymagają koordynacji.',
      'Usługi od 1 stycznia 2026 do 31 marca 2026; trzy miesiące mijają 31 marca 2026, więc trwają co najmniej 3 miesiące.',
      'Spełnione są oba warunki: sporządza się IPUS (art. 38 ust. 2 ustawy o CUS).',
    ]);
    const short = planNeeded({ startsOn: '2026-01-01', endsOn: '2026-02-01', coordinationNeeded: false });
    expect(short.steps.join(' ')).toContain('krócej niż 3 miesiące');
    expect(short.steps.join(' ')).toContain('nie wymagają koordynacji');
  });
});

describe('art. 40: a plan runs for one year at most', () => {
  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-03-15', '2027-03-14'],
    ['2024-02-29', '2025-02-27'],
    ['2023-03-01', '2024-02-29'],
  ])('a plan from %s ends on %s at the latest', (startsOn, end) => {
    expect(latestPlanEnd(startsOn).value).toBe(end);
    expect(checkPlanPeriod({ startsOn, endsOn: end })).toEqual([]);
    expect(codes(checkPlanPeriod({ startsOn, endsOn: addDays(end, 1) }))).toEqual(['longerThanYear']);
  });

  it('a plan of 13 months is refused with the latest day it may end', () => {
    const [problem] = checkPlanPeriod({ startsOn: '2026-01-01', endsOn: '2027-01-31' });
    expect(problem?.words).toContain('31 grudnia 2026');
  });

  it('a plan may last one day, but not end before it starts', () => {
    expect(checkPlanPeriod({ startsOn: '2026-05-05', endsOn: '2026-05-05' })).toEqual([]);
    expect(codes(checkPlanPeriod({ startsOn: '2026-05-05', endsOn: '2026-05-04' }))).toEqual([
      'endBeforeStart',
    ]);
  });

  it('the latest end never reaches the anniversary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const start = addDays('2000-01-01', days);
        expect(latestPlanEnd(start).value < addYears(start, 1)).toBe(true);
      }),
    );
  });
});

describe('art. 39(1): content of a plan', () => {
  const line: PlanLine = {
    name: 'Asystent osoby starszej',
    programmeId: 'p1',
    providerId: 'w1',
    place: 'w domu',
    schedule: 'pn, śr 9:00-11:00',
    startsOn: '2026-02-01',
    endsOn: '2026-06-30',
  };
  const plan = { startsOn: '2026-01-01', endsOn: '2026-12-31', lines: [line] };

  it('a line with provider, place and schedule within the plan is enough', () => {
    expect(checkPlanContent(plan)).toEqual([]);
  });

  it('at least one service must come from a programme', () => {
    expect(codes(checkPlanContent({ ...plan, lines: [] }))).toEqual(['noProgrammeService']);
    expect(codes(checkPlanContent({ ...plan, lines: [{ ...line, programmeId: null }] }))).toEqual([
      'noProgrammeService',
    ]);
    expect(checkPlanContent({ ...plan, lines: [{ ...line, programmeId: null }, line] })).toEqual([]);
  });

  it.each([
    [{ providerId: null }, 'lineWithoutProvider'],
    [{ place: ' ' }, 'lineWithoutPlace'],
    [{ schedule: null }, 'lineWithoutSchedule'],
    [{ startsOn: '2025-12-31' }, 'lineOutsidePlan'],
    [{ endsOn: '2027-01-01' }, 'lineOutsidePlan'],
    [{ endsOn: '2026-01-31' }, 'lineOutsidePlan'],
  ])('a line with %o is refused: %s', (change, code) => {
    const problems = checkPlanContent({ ...plan, lines: [{ ...line, ...change }] });
    expect(codes(problems)).toEqual([code]);
    expect(problems[0]?.words).toContain('Asystent osoby starszej');
  });

  it('the limit of one year holds for the content too', () => {
    expect(codes(checkPlanContent({ ...plan, endsOn: '2027-01-31' }))).toEqual(['longerThanYear']);
  });
});

describe('art. 41: approval of a version', () => {
  const version = { authorId: 'k1', agreedOn: '2026-03-01', approverId: 'd1', approvedOn: '2026-03-02' };

  it('a version agreed first and approved by another person passes', () => {
    expect(checkPlanApproval(version)).toEqual([]);
    expect(checkPlanApproval({ ...version, agreedOn: '2026-03-02' })).toEqual([]);
  });

  it('every version needs its own agreement, before the approval', () => {
    expect(codes(checkPlanApproval({ ...version, agreedOn: null }))).toEqual(['notAgreed']);
    expect(codes(checkPlanApproval({ ...version, agreedOn: '2026-03-03' }))).toEqual(['agreedAfterApproval']);
  });

  it('the author does not approve, unless the centre sets otherwise', () => {
    const own = { ...version, approverId: 'k1' };
    expect(codes(checkPlanApproval(own))).toEqual(['approverIsAuthor']);
    expect(checkPlanApproval(own, { approverMayBeAuthor: true })).toEqual([]);
  });
});
