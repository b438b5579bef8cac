import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import type { Actor } from '../../platform/actor.ts';
import { inTransaction, readerFor } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { letLapse } from './commands/let-lapse.ts';
import {
  cancelAppointment,
  cancelDeadlines,
  handOverDeadlines,
  listDeadlines,
  makeAppointment,
  meetDeadlines,
  mineToday,
  renewFeed,
  startDeadline,
} from './index.ts';
import { calendarFeed } from './queries/calendar-feed.ts';
import { deadlineOverview } from './queries/deadline-overview.ts';

const house = testHouse();
const today = '2026-11-16';

let caseId: string;
let coordinator: Actor;

const tx = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(house.pool, house.centre.id, work);
const clocks = () => listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, { caseId });

beforeAll(async () => {
  coordinator = house.centre.as('plan_coordinator');
  caseId = newId();
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, title, state, channel, sign) values ($1, $2, '3006023', 'Opieka', 'submitted', 'phone', 'CUS.5020.7.2026')`,
    [house.centre.id, caseId],
  );
});

describe('a clock', () => {
  it('keeps its day, its thresholds, its working and its article as computed when it started (art. 40)', async () => {
    const started = await tx((db) =>
      startDeadline(db, house.centre.id, {
        kind: 'planReady',
        eventDate: '2026-11-02',
        title: 'Anna Nowak',
        ownerId: coordinator.accountId,
        caseId,
      }),
    );
    expect(started.dueOn).toBe('2026-12-02');
    const [clock] = await clocks();
    expect(clock).toMatchObject({
      startsOn: '2026-11-02',
      amberOn: '2026-11-22',
      redOn: '2026-11-29',
      dueOn: '2026-12-02',
      state: 'running',
    });
    expect(clock?.basis.join()).toContain('art. 40');
    expect(clock?.steps.length).toBeGreaterThan(1);
  });

  it('is met on the last day and missed on the day after', async () => {
    await tx((db) => meetDeadlines(db, house.centre.id, { caseId, kind: 'planReady' }, '2026-12-02'));
    expect((await clocks())[0]).toMatchObject({ state: 'met', endedOn: '2026-12-02' });
    await tx((db) =>
      startDeadline(db, house.centre.id, {
        kind: 'planReady',
        eventDate: '2026-11-02',
        title: 'Anna Nowak',
        caseId,
      }),
    );
    await tx((db) => meetDeadlines(db, house.centre.id, { caseId, kind: 'planReady' }, '2026-12-03'));
    expect((await clocks()).map((one) => one.state).sort()).toEqual(['met', 'missed']);
  });

  it('stops with its case, and only the running one', async () => {
    await tx((db) =>
      startDeadline(db, house.centre.id, {
        kind: 'transferAnswer',
        eventDate: '2026-11-10',
        title: 'Anna Nowak',
        caseId,
      }),
    );
    await tx((db) => cancelDeadlines(db, house.centre.id, { caseId }, today));
    expect((await clocks()).map((one) => one.state).sort()).toEqual(['cancelled', 'met', 'missed']);
  });

  it('is never ended for nobody in particular', async () => {
    await expect(tx((db) => cancelDeadlines(db, house.centre.id, {}, today))).rejects.toThrow(
      /by its subject/,
    );
  });
});

describe('mine today', () => {
  beforeAll(async () => {
    for (const [eventDate, ownerId] of [
      ['2026-10-01', coordinator.accountId],
      ['2026-10-19', coordinator.accountId],
      ['2026-10-26', coordinator.accountId],
      ['2026-11-16', coordinator.accountId],
      ['2026-11-16', null],
    ] as const)
      await tx((db) =>
        startDeadline(db, house.centre.id, {
          kind: 'planReady',
          eventDate,
          title: `od ${eventDate}`,
          ownerId,
          caseId,
        }),
      );
  });

  it('lists the own clocks, the most urgent first, and counts them by colour', async () => {
    const outcome = await house.runner.ask(mineToday, coordinator, {});
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.deadlines.map((one) => one.title)).toEqual([
      'od 2026-10-01',
      'od 2026-10-19',
      'od 2026-10-26',
      'od 2026-11-16',
    ]);
    expect(outcome.value.counts).toEqual({ overdue: 1, red: 1, amber: 1, calm: 1, capped: false });
    expect(outcome.value.deadlines[0]).toMatchObject({ sign: 'CUS.5020.7.2026' });
  });

  it("shows the team's work to those who hand it out, and to nobody of another centre", async () => {
    const clerk = await house.runner.ask(mineToday, house.centre.as('clerk'), {});
    expect(clerk).toMatchObject({ ok: true, value: { deadlines: [{ ownerId: null }] } });
    expect(await house.runner.ask(mineToday, house.other.as('clerk'), {})).toMatchObject({
      ok: true,
      value: { deadlines: [] },
    });
  });

  it.each([
    ['director', true],
    ['service_organiser', true],
    ['community_organiser', true],
    ['clerk', false],
    ['plan_coordinator', false],
    ['assistance_organiser', false],
  ] as const)("the centre's own duties (art. 18, 46) stand in the day of a %s: %s", async (role, seen) => {
    for (const kind of ['annualReport', 'coordinatorsMeeting'] as const)
      await tx((db) =>
        startDeadline(db, house.centre.id, { kind, eventDate: '2025-12-31', title: 'obowiązek centrum' }),
      );
    const outcome = await house.runner.ask(mineToday, house.centre.as(role), {});
    if (!outcome.ok) throw new Error('refused');
    const kinds = outcome.value.deadlines.map((one) => one.kind);
    for (const kind of ['annualReport', 'coordinatorsMeeting'] as const)
      expect(kinds.includes(kind)).toBe(seen);
    await house.owner.query(`delete from deadline where title = 'obowiązek centrum'`);
  });

  it.each(['provider', 'feeder', 'region', 'resident', 'visitor'] as const)(
    'is closed to %s',
    async (role) => {
      expect(await house.runner.ask(mineToday, house.centre.as(role), {})).toMatchObject({
        ok: false,
        problem: { kind: 'forbidden' },
      });
    },
  );

  it('gives the director every clock and how they are spread', async () => {
    const outcome = await house.runner.ask(deadlineOverview, house.centre.as('director'), {});
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        counts: { overdue: 1 },
        owners: [
          { ownerId: coordinator.accountId, running: 4, late: 1 },
          { ownerId: null, running: 1 },
        ],
      },
    });
    expect(await house.runner.ask(deadlineOverview, coordinator, {})).toMatchObject({ ok: false });
  });

  it('goes to another worker with the caseload', async () => {
    const successor = await house.centre.account('plan_coordinator');
    await tx((db) => handOverDeadlines(db, house.centre.id, coordinator.accountId, successor.accountId));
    expect(await house.runner.ask(mineToday, coordinator, {})).toMatchObject({
      ok: true,
      value: { deadlines: [] },
    });
    expect(await house.runner.ask(mineToday, successor, {})).toMatchObject({
      ok: true,
      value: { counts: { overdue: 1 } },
    });
    await tx((db) => handOverDeadlines(db, house.centre.id, successor.accountId, coordinator.accountId));
  });
});

describe('appointments', () => {
  const input = () => ({
    caseId,
    kind: 'assessment',
    date: '2026-11-18',
    time: '9:30',
    minutes: 60,
    place: 'ul. Polna 3',
  });

  it('stand in the own calendar at the hour of Poland', async () => {
    await house.runner.run(makeAppointment, coordinator, input());
    expect(await house.runner.ask(mineToday, coordinator, {})).toMatchObject({
      ok: true,
      value: { appointments: [{ startsAt: '2026-11-18T08:30:00.000Z', minutes: 60 }] },
    });
  });

  it('are not made in the past, at an hour that does not exist, or by a provider', async () => {
    expect(
      await house.runner.run(makeAppointment, coordinator, { ...input(), date: '2026-11-15' }),
    ).toMatchObject({ ok: false, problem: { code: 'agenda.past' } });
    expect(await house.runner.run(makeAppointment, coordinator, { ...input(), time: '25:00' })).toMatchObject(
      { ok: false, problem: { kind: 'invalid' } },
    );
    expect(await house.runner.run(makeAppointment, house.centre.as('provider'), input())).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
  });

  it('about a case are made by those who may open it: its coordinator, not another one (art. 50(1))', async () => {
    const owned = newId();
    await house.owner.query(
      `insert into case_file (centre_id, id, gmina, title, state, channel, coordinator_id) values ($1, $2, '3006023', 'Cudza', 'submitted', 'phone', $3)`,
      [house.centre.id, owned, coordinator.accountId],
    );
    const meet = async (actor: Actor, id: string | undefined = owned) => {
      const outcome = await house.runner.run(makeAppointment, actor, {
        ...input(),
        time: '15:00',
        caseId: id,
      });
      return outcome.ok ? 'done' : outcome.problem.code;
    };
    const another = await house.centre.account('plan_coordinator');
    const team = await house.centre.account('assistance_organiser');
    const community = await house.centre.account('community_organiser');
    for (const actor of [another, team, community]) {
      expect([actor.position, await meet(actor)]).toEqual([actor.position, 'access.forbidden']);
      const { caseId: _case, ...without } = input();
      expect(await house.runner.run(makeAppointment, actor, { ...without, time: '16:00' })).toMatchObject({
        ok: true,
      });
    }
    expect(await meet(await house.centre.account('clerk'))).toBe('done');
    expect(await meet(house.other.as('plan_coordinator'))).toBe('agenda.no-such-case');
    await house.owner.query(
      `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on)
       values ($1, $2, $3, 'team', 'Zespół', 'inna ustawa', '2026-11-10', 'telefonicznie', '2026-11-10')`,
      [house.centre.id, newId(), owned],
    );
    expect(await meet(team)).toBe('done');
  });

  it('are cancelled by their owner only', async () => {
    const made = await house.runner.run(makeAppointment, coordinator, { ...input(), time: '12:00' });
    if (!made.ok) throw new Error('refused');
    expect(
      await house.runner.run(cancelAppointment, house.centre.as('clerk'), { appointmentId: made.value.id }),
    ).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    expect(
      await house.runner.run(cancelAppointment, house.other.as('plan_coordinator'), {
        appointmentId: made.value.id,
      }),
    ).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    expect(
      await house.runner.run(cancelAppointment, coordinator, { appointmentId: made.value.id }),
    ).toMatchObject({ ok: true });
    expect(await house.runner.ask(mineToday, coordinator, {})).toMatchObject({
      ok: true,
      value: { appointments: [{ startsAt: '2026-11-18T08:30:00.000Z' }] },
    });
  });
});

describe('the calendar feed', () => {
  it('opens by its secret alone and carries no personal data in titles', async () => {
    const made = await house.runner.run(renewFeed, coordinator, {});
    if (!made.ok) throw new Error('refused');
    const feed = await house.runner.ask(calendarFeed, house.centre.as('visitor'), {
      secret: made.value.secret,
    });
    if (!feed.ok) throw new Error('refused');
    expect(feed.value.ics).toContain('BEGIN:VCALENDAR');
    expect(feed.value.ics).toContain('CUS.5020.7.2026');
    expect(feed.value.ics).not.toContain('Polna');
    expect(feed.value.ics).not.toContain('od 2026-10');
  });

  it('stops with a new address, and never opens in another centre', async () => {
    const first = await house.runner.run(renewFeed, coordinator, {});
    await house.runner.run(renewFeed, coordinator, {});
    if (!first.ok) throw new Error('refused');
    expect(
      await house.runner.ask(calendarFeed, house.centre.as('visitor'), { secret: first.value.secret }),
    ).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    const fresh = await house.runner.run(renewFeed, coordinator, {});
    if (!fresh.ok) throw new Error('refused');
    expect(
      await house.runner.ask(calendarFeed, house.other.as('visitor'), { secret: fresh.value.secret }),
    ).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
  });
});

describe('the time to appeal is the party’s (art. 129 § 2 KPA)', () => {
  it('ends by itself when it has passed, and is nobody’s overdue work; what the centre owes goes on', async () => {
    const appealed = newId();
    await house.owner.query(
      `insert into case_file (centre_id, id, gmina, title, state, channel, sign) values ($1, $2, '3006023', 'Odmowa', 'refused', 'phone', 'CUS.5020.8.2026')`,
      [house.centre.id, appealed],
    );
    // Delivered on 30 October and on 2 November: the fourteenth days are 13 and 16 November.
    for (const [kind, eventDate] of [
      ['appeal', '2026-10-30'],
      ['appeal', '2026-11-02'],
      ['complaint', '2026-10-01'],
    ] as const)
      await tx((db) => startDeadline(db, house.centre.id, { kind, eventDate, title: 'x', caseId: appealed }));
    const run = () => house.runner.run(letLapse, systemActor(house.centre.id), {});
    expect(await run()).toMatchObject({ value: { ended: 1 } });
    expect(await run()).toMatchObject({ value: { ended: 0 } });
    const left = await listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, {
      caseId: appealed,
    });
    expect(left.map(({ kind, dueOn, state, endedOn }) => [kind, dueOn, state, endedOn])).toEqual([
      ['complaint', '2026-11-02', 'running', null],
      ['appeal', '2026-11-16', 'running', null],
      ['appeal', '2026-11-13', 'met', '2026-11-13'],
    ]);
  });
});
