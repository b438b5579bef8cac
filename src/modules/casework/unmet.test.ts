import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { arrangeCase, arrangeOffer, authorise } from '../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { type Jobs, startJobs } from '../../platform/jobs/jobs.ts';
import { countWaiting } from './commands/count-waiting.ts';
import { leaveUnconsidered } from './commands/leave-unconsidered.ts';
import { callToComplete } from './commands/call-to-complete.ts';
import { refuseCase } from './commands/refuse.ts';
import { withdraw } from './commands/withdraw.ts';
import { addProgramme, codeOf, done, type Programme, submitted } from './intake.fixture.ts';
import { unmetJob } from './unmet.ts';

const house = testHouse();
let programme: Programme;
let jobs: Jobs;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
  await authorise(house.owner, house.other.as('director'));
  await house.owner.query(`update service set area = 6 where id = $1`, [programme.serviceId]);
  jobs = startJobs(house.pool, [unmetJob], {
    timer: false,
    report: (error) => {
      throw error;
    },
  });
});

const ledger = async (source: string) => {
  await jobs.drain();
  return (
    await house.owner.query<Record<string, unknown>>(
      'select * from unmet_need where source = $1 order by happened_on, area',
      [source],
    )
  ).rows;
};

const waited = async (day: string): Promise<number> => {
  house.clock.set(`${day}T06:00:00.000Z`);
  const outcome = await house.runner.run(countWaiting, systemActor(house.centre.id), {});
  if (!outcome.ok) throw new Error(outcome.problem.words);
  return (await ledger('waiting')).length;
};

describe('what a case ends without becomes an unmet need, without the person and the case (art. 21(1))', () => {
  it.each([
    ['conditions', 'conditions'],
    ['other', 'other'],
  ])('a refusal for %s (art. 42(3)): each service asked for is a need', async (ground, reason) => {
    const offers = [
      await arrangeOffer(house.owner, house.other.id, { conditions: [{ kind: 'age', from: 80, to: null }] }),
      await arrangeOffer(house.owner, house.other.id, { name: 'Obiady' }),
    ];
    const { caseId, personId } = await arrangeCase(house, { wants: offers }, house.other);
    await house.owner.query(`update service set area = 4 where centre_id = $1 and id = any($2)`, [
      house.other.id,
      offers.map(({ serviceId }) => serviceId),
    ]);
    const refused = await house.runner.run(refuseCase, house.other.as('director'), {
      caseId,
      ground,
      factualReasoning: 'Osoba ma 78 lat.',
      legalReasoning: 'Program wymaga 80 lat.',
      board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
    });
    expect(codeOf(refused)).toBe('done');
    const entries = (await ledger('refusal')).filter((one) => one['reason'] === reason);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      area: 4,
      gmina: gminas.town,
      recipient_group: 'olderPeople',
      happened_on: '2026-11-16',
      state: 'awaiting',
    });
    expect(JSON.stringify(entries)).not.toContain(caseId);
    expect(JSON.stringify(entries)).not.toContain(personId);
  });

  it('an application left without consideration (art. 64 § 2 KPA)', async () => {
    const caseId = await submitted(house, programme);
    await done(house, callToComplete, 'clerk', { caseId, other: 'podpis', handedOver: 'tak' });
    house.clock.set('2026-12-15T09:00:00.000Z');
    await done(house, leaveUnconsidered, 'clerk', { caseId });
    expect(await ledger('left_unconsidered')).toMatchObject([
      { reason: 'incomplete', area: 6, happened_on: '2026-12-15', service_id: programme.serviceId },
    ]);
    house.clock.set('2026-11-16T09:00:00.000Z');
  });

  it('a withdrawal because it took too long; any other withdrawal is none', async () => {
    await done(house, withdraw, 'clerk', { caseId: await submitted(house, programme), reason: 'Syn wraca.' });
    expect(await ledger('withdrawal')).toEqual([]);
    await done(house, withdraw, 'clerk', { caseId: await submitted(house, programme), waited: 'tak' });
    expect(await ledger('withdrawal')).toMatchObject([{ reason: 'waiting', area: 6 }]);
  });
});

describe('a month in the queue is an unmet need of its own (art. 27(1)(2))', () => {
  it('each whole month counts once, however often it is counted, until the person is helped', async () => {
    const caseId = await submitted(house, programme);
    const before = await waited('2026-12-15');
    expect(await waited('2026-12-16')).toBe(before + 1);
    expect(await waited('2026-12-17')).toBe(before + 1);
    expect(await waited('2027-01-16')).toBe(before + 2);
    await house.owner.query(`update case_file set state = 'qualified' where id = $1`, [caseId]);
    expect(await waited('2027-02-16')).toBe(before + 2);
    expect((await ledger('waiting')).at(-1)).toMatchObject({ happened_on: '2027-01-16', reason: 'waiting' });
    house.clock.set('2026-11-16T09:00:00.000Z');
  });

  it('a hidden address stays hidden: the entry names the gmina and no locality', async () => {
    const caseId = await submitted(house, programme);
    const shield = async (shielded: boolean) =>
      await house.owner.query(
        `update person set locality = 'Witaszyce', shielded = $2 where id = (select person_id from case_file where id = $1)`,
        [caseId, shielded],
      );
    const localities = async () => (await ledger('waiting')).map((one) => one['locality']);
    await shield(true);
    await waited('2026-12-16');
    expect(await localities()).not.toContain('Witaszyce');
    await shield(false);
    await waited('2027-01-16');
    expect(await localities()).toContain('Witaszyce');
    house.clock.set('2026-11-16T09:00:00.000Z');
  });

  it('is counted by the system alone', async () => {
    expect(
      await rolesAdmitted(async (role) =>
        codeOf(await house.runner.run(countWaiting, house.centre.as(role), {})).replace('access.', ''),
      ),
    ).toEqual([]);
  });
});
