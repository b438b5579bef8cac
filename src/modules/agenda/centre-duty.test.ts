import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { finishCentreDuty, startCentreDuty } from './commands/centre-duty.ts';
import type { CentreDutyKind } from './domain/centre-duty.ts';
import { centreDuties } from './queries/centre-duties.ts';
import { deadlineOverview } from './queries/deadline-overview.ts';
import { mineToday } from './queries/mine-today.ts';

const house = testHouse();
const director = () => house.centre.as('director');

const start = async (kind: CentreDutyKind, on: string, actor = director()) =>
  await house.runner.run(startCentreDuty, actor, { kind, on });
const finish = async (kind: CentreDutyKind, on: string, actor = director()) =>
  await house.runner.run(finishCentreDuty, actor, { kind, on });
const dutyOf = async (kind: CentreDutyKind) => {
  const answer = await house.runner.ask(centreDuties, director(), {});
  return answer.ok ? answer.value.duties.find((one) => one.kind === kind) : undefined;
};
const codeOf = (outcome: Awaited<ReturnType<typeof start>> | Awaited<ReturnType<typeof finish>>) =>
  outcome.ok ? 'done' : outcome.problem.code;

describe('the duties of the centre as a whole', () => {
  it('the diagnosis holds five years; its clock is in the overview and in the list of the team (art. 21 ust. 2)', async () => {
    expect(await start('diagnosis', '2022-03-10')).toMatchObject({
      ok: true,
      value: { dueOn: '2027-03-10' },
    });
    const overview = await house.runner.ask(deadlineOverview, director(), {});
    expect(overview.ok && overview.value.deadlines.map((one) => one.kind)).toContain('diagnosis');
    const mine = await house.runner.ask(mineToday, director(), {});
    expect(JSON.stringify(mine)).toContain('diagnosis');
  });

  it('a new diagnosis ends the clock in time and starts the next one from its day', async () => {
    expect(await finish('diagnosis', '2026-06-01')).toMatchObject({
      ok: true,
      value: { nextDueOn: '2031-06-02' },
    });
    expect(await dutyOf('diagnosis')).toMatchObject({
      running: { startsOn: '2026-06-01' },
      ended: [{ state: 'met', endedOn: '2026-06-01' }],
    });
  });

  it('the annual report is on a calendar year, so the next counts from the end of the next year (art. 18)', async () => {
    await start('annualReport', '2024-12-31');
    await finish('annualReport', '2026-02-20');
    expect(await dutyOf('annualReport')).toMatchObject({
      running: { startsOn: '2025-12-31' },
      ended: [{ state: 'missed' }],
    });
  });

  it('the collective agreement of a transformed centre does not come back (art. 9 ust. 6)', async () => {
    await start('collectiveAgreement', '2025-01-01');
    expect(await finish('collectiveAgreement', '2026-11-02')).toMatchObject({
      ok: true,
      value: { nextDueOn: null },
    });
    expect((await dutyOf('collectiveAgreement'))?.running).toBeNull();
  });

  it('refuses what cannot be: a day to come, a second clock, an end before the beginning, an end of nothing', async () => {
    expect(codeOf(await finish('annualPlan', '2026-01-10'))).toBe('agenda.no-duty');
    expect(codeOf(await start('annualPlan', '2030-01-01'))).toBe('agenda.future');
    expect(codeOf(await start('annualPlan', '2026-01-10'))).toBe('done');
    expect(codeOf(await start('annualPlan', '2026-01-11'))).toBe('agenda.duty-runs');
    expect(codeOf(await finish('annualPlan', '2026-01-09'))).toBe('agenda.before-start');
    expect(codeOf(await finish('annualPlan', '2030-01-01'))).toBe('agenda.future');
  });

  it('the report is on a calendar year, so it counts from no other day than 31 December (art. 18)', async () => {
    expect(await finish('annualReport', '2026-03-02')).toMatchObject({ ok: true });
    await house.owner.query(`delete from deadline where kind = 'annualReport'`);
    expect(codeOf(await start('annualReport', '2025-12-30'))).toBe('agenda.not-year-end');
    expect(codeOf(await start('annualReport', '2025-12-31'))).toBe('done');
  });

  it('a centre of several gminas owes the diagnosis and the report to each, and has no agreement of an OPS (art. 8-11)', async () => {
    await house.owner.query(`update centre set legal_form = 'B' where id = $1`, [house.other.id]);
    const boss = house.other.as('director');
    const begin = async (input: object) => codeOf(await house.runner.run(startCentreDuty, boss, input));
    const fulfil = async (input: object) => codeOf(await house.runner.run(finishCentreDuty, boss, input));
    const rows = async () => {
      const answer = await house.runner.ask(centreDuties, boss, {});
      return (answer.ok ? answer.value.duties : []).map((one) => [
        one.kind,
        one.gmina?.name ?? null,
        one.running?.title ?? null,
      ]);
    };
    expect(await begin({ kind: 'collectiveAgreement', on: '2025-01-01' })).toBe('agenda.not-its-duty');
    expect(await begin({ kind: 'diagnosis', on: '2025-01-01' })).toBe('agenda.not-its-duty');
    const town = { kind: 'diagnosis', gmina: gminas.town };
    expect(await begin({ ...town, on: '2025-01-02' })).toBe('done');
    expect(await begin({ kind: 'diagnosis', gmina: gminas.village, on: '2024-05-06' })).toBe('done');
    expect(await fulfil({ ...town, on: '2026-11-02' })).toBe('done');
    expect(await begin({ kind: 'annualPlan', on: '2026-01-02' })).toBe('done');
    expect(await rows()).toEqual([
      ['diagnosis', 'Jarocin', 'Nowa diagnoza potrzeb i potencjału, gmina Jarocin'],
      ['diagnosis', 'Kotlin', 'Nowa diagnoza potrzeb i potencjału, gmina Kotlin'],
      ['annualReport', 'Jarocin', null],
      ['annualReport', 'Kotlin', null],
      ['annualPlan', null, 'Roczny plan działalności centrum'],
    ]);
    const answer = await house.runner.ask(centreDuties, boss, {});
    expect(answer.ok && answer.value.duties.slice(0, 2).map((one) => one.running?.startsOn)).toEqual([
      '2026-11-02',
      '2024-05-06',
    ]);
    await house.owner.query(`delete from deadline where centre_id = $1`, [house.other.id]);
  });

  it('only the director says so (art. 24 ust. 2); others of the centre read, a provider and a visitor do not', async () => {
    for (const role of ['service_organiser', 'clerk', 'provider', 'visitor', 'administrator'] as const) {
      // The one duty that does not run, and one that does: nothing but the role stands in the way.
      expect((await start('collectiveAgreement', '2026-01-10', house.centre.as(role))).ok).toBe(false);
      expect((await finish('annualPlan', '2026-01-10', house.centre.as(role))).ok).toBe(false);
    }
    for (const role of ['provider', 'visitor', 'clerk'] as const)
      expect((await house.runner.ask(centreDuties, house.centre.as(role), {})).ok).toBe(false);
    const read = await house.runner.ask(centreDuties, house.centre.as('community_organiser'), {});
    expect(read).toMatchObject({ ok: true, value: { mayRecord: false } });
  });

  it('another centre has its own', async () => {
    const other = await house.runner.ask(centreDuties, house.other.as('director'), {});
    expect(
      other.ok && other.value.duties.every((one) => one.running === null && one.ended.length === 0),
    ).toBe(true);
  });
});
