import { beforeEach, describe, expect, it } from 'vitest';
import { takeReport } from '../../src/modules/casework/commands/take-report.ts';
import { dayInPoland } from '../../src/platform/clock.ts';
import { dailyRuns } from '../../src/platform/jobs/daily.ts';
import type { AnyCommand } from '../../src/platform/runner/command.ts';
import { daily } from '../../src/app/modules.ts';
import { gminas, testHouse } from '../support/centre.ts';

/** The clock of the machine jumps: what is written stays in order and verifies, and what is due once a day is done once. */
const house = testHouse();
const report = { channel: 'phone', gmina: gminas.town, needs: [{ words: 'Opieka' }] };

const take = async (instant: string): Promise<boolean> => {
  house.clock.set(instant);
  return (await house.runner.run(takeReport, house.centre.as('clerk'), report)).ok;
};
const broken = async (): Promise<unknown> =>
  (await house.owner.query('select app.audit_first_broken($1) as seq', [house.centre.id])).rows[0];

beforeEach(() => house.clock.set('2026-11-16T09:00:00.000Z'));

describe('a clock that jumps', () => {
  it.each([
    ['a year forward', '2027-11-16T09:00:00.000Z'],
    ['a day back', '2026-11-15T09:00:00.000Z'],
    ['back over the new year', '2025-12-31T23:30:00.000Z'],
    ['into the hour that summer time leaves out', '2027-03-28T01:30:00.000Z'],
    ['into the hour that comes twice', '2026-10-25T00:30:00.000Z'],
    ['and again into it', '2026-10-25T01:30:00.000Z'],
    ['five years back', '2021-11-16T00:00:00.000Z'],
  ])('%s: work is taken, and the audit keeps its order', async (_what, instant) => {
    expect(await take('2026-11-16T09:00:00.000Z')).toBe(true);
    expect(await take(instant)).toBe(true);
    expect(await take('2026-11-16T09:00:01.000Z')).toBe(true);
    expect(await broken()).toEqual({ seq: null });
    const { rows } = await house.owner.query<{ gaps: number }>(
      `select (max(seq) - count(*))::int as gaps from audit_entry where centre_id = $1`,
      [house.centre.id],
    );
    expect(rows).toEqual([{ gaps: 0 }]);
  });

  it('the day is the one in Poland, in summer and in winter', () => {
    expect([dayInPoland('2026-10-24T21:59:59.000Z'), dayInPoland('2026-10-24T22:00:00.000Z')]).toEqual([
      '2026-10-24',
      '2026-10-25',
    ]);
    expect([dayInPoland('2026-10-25T22:59:59.000Z'), dayInPoland('2026-10-25T23:00:00.000Z')]).toEqual([
      '2026-10-25',
      '2026-10-26',
    ]);
  });

  it('what is due once a day is done once for that day, also when the day comes again', async () => {
    const counted = async (): Promise<number> =>
      (
        await house.owner.query<{ n: number }>(
          'select count(*)::int as n from daily_run where done_at is not null',
        )
      ).rows[0]?.n ?? 0;
    const run = async (instant: string): Promise<number> => {
      house.clock.set(instant);
      const complaints: unknown[] = [];
      const commands: readonly AnyCommand[] = daily;
      // A process of its own each time, which remembers nothing.
      await dailyRuns(house.pool, house.runner, house.clock, commands, (error) =>
        complaints.push(error),
      ).run();
      expect(complaints).toEqual([]);
      return await counted();
    };
    const first = await run('2026-11-16T09:00:00.000Z');
    const next = await run('2026-11-17T09:00:00.000Z');
    expect(next).toBeGreaterThan(first);
    expect(await run('2026-11-16T23:30:00.000Z')).toBe(next);
    expect(await run('2026-11-16T10:00:00.000Z')).toBe(next);
  });
});
