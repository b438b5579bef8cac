import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { type Role, roles } from '../../../platform/actor.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { hasOpenGrant } from '../db/grants.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import { openedJob } from '../notices.ts';
import { findOpenGrantQuery, listGrantsQuery, waitingGrantsQuery } from '../queries/grants.ts';
import { openByNecessity, reviewGrant } from './necessity.ts';

const house = testHouse();
const reason = 'Telefon z pogotowia: trzeba podać adres opiekunki.';

let personId = '';
beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  personId = newId();
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Ewa', 'Pilna', 'test')`,
    [house.centre.id, personId],
  );
});

const coordinator = () => house.centre.as('plan_coordinator');
const open = async (actor = coordinator(), given = reason) =>
  at(await house.runner.run(openByNecessity, actor, { personId, reason: given }));
const isOpen = async (accountId = coordinator().accountId) =>
  await hasOpenGrant(
    readerFor(house.pool, house.centre.id),
    house.centre.id,
    accountId,
    personId,
    house.clock.now(),
  );
const grants = async (which: 'to_review' | 'reviewed' = 'to_review') => {
  const outcome = await house.runner.ask(listGrantsQuery, house.centre.as('auditor'), { which });
  return outcome.ok ? outcome.value.filter((grant) => grant.personId === personId) : [];
};
const review = async (change: Record<string, string> = {}, actor = house.centre.as('auditor')) => {
  const owned = await house.owner.query<{ id: string }>('select id from access_grant where person_id = $1', [
    personId,
  ]);
  return at(
    await house.runner.run(reviewGrant, actor, {
      grantId: owned.rows[0]?.id ?? newId(),
      verdict: 'justified',
      ...change,
    }),
  );
};

describe('access.open-by-necessity', () => {
  it('opens the person to this account for 60 minutes, and to nobody else', async () => {
    expect(await isOpen()).toBe(false);
    expect(await open()).toBe('done');
    expect([await isOpen(), await isOpen(house.centre.as('clerk').accountId)]).toEqual([true, false]);
    house.clock.set('2026-11-16T09:59:59.999Z');
    expect(await isOpen()).toBe(true);
    house.clock.set('2026-11-16T10:00:00.000Z');
    expect(await isOpen()).toBe(false);
    expect(await open()).toBe('done');
  });

  it('needs a reason of at least 20 characters', async () => {
    expect(await open(coordinator(), 'a'.repeat(19))).toBe('invalid');
    expect(await open(coordinator(), `${'a'.repeat(19)}   `)).toBe('invalid');
    expect(await open(coordinator(), 'a'.repeat(20))).toBe('done');
  });

  it('writes down who, whom and why (art. 50(3)): the journal names the opening, the opening keeps the reason', async () => {
    await open();
    const trail = await house.owner.query(
      `select e.account_id, g.reason from audit_entry e
       join access_grant g on g.centre_id = e.centre_id and g.id::text = e.what->>'grantId'
       where e.person_id = $1 and e.action = 'access.open-by-necessity'`,
      [personId],
    );
    expect(trail.rows).toEqual([{ account_id: coordinator().accountId, reason }]);
  });

  it('is not opened twice at a time', async () => {
    await open();
    expect(await open()).toBe('access.already-open');
  });

  it("does not reach another centre's person, nor one that is not there", async () => {
    expect(await open(house.other.as('plan_coordinator'))).toBe('access.no-such-person');
    expect(at(await house.runner.run(openByNecessity, coordinator(), { personId: newId(), reason }))).toBe(
      'access.no-such-person',
    );
  });

  it('is for those who work with cases: not for the community organiser (art. 46), nor for anybody outside', async () => {
    const may: readonly Role[] = [
      'director',
      'service_organiser',
      'plan_coordinator',
      'assistance_organiser',
      'clerk',
    ];
    for (const role of roles) {
      expect([role, await open(house.centre.as(role))]).toEqual([
        role,
        may.includes(role) ? 'done' : 'forbidden',
      ]);
      expect([
        role,
        at(await house.runner.ask(findOpenGrantQuery, house.centre.as(role), { personId })),
      ]).toEqual([role, may.includes(role) ? 'done' : 'forbidden']);
    }
  });

  it('tells its opener until when it lasts', async () => {
    await open();
    expect(await house.runner.ask(findOpenGrantQuery, coordinator(), { personId })).toEqual({
      ok: true,
      value: { until: '2026-11-16T10:00:00.000Z' },
    });
    expect(await house.runner.ask(findOpenGrantQuery, house.centre.as('clerk'), { personId })).toEqual({
      ok: true,
      value: { until: null },
    });
  });
});

describe('access.review-grant', () => {
  it('judges an opening once; an unjustified one needs words', async () => {
    await open();
    expect(await review({ verdict: 'unjustified' })).toBe('access.review-needs-words');
    expect(await review({ verdict: 'unjustified', note: 'Nie było takiego telefonu.' })).toBe('done');
    expect(await review()).toBe('access.already-reviewed');
    expect(await grants()).toEqual([]);
    expect(await grants('reviewed')).toMatchObject([
      { state: 'unjustified', review: 'Nie było takiego telefonu.', reviewedBy: 'auditor testowy' },
    ]);
  });

  it('is for the director and the data protection officer, never for the own opening', async () => {
    await open(house.centre.as('director'));
    expect(await review({}, house.centre.as('director'))).toBe('forbidden');
    for (const role of roles.filter((one) => one !== 'director' && one !== 'auditor'))
      expect([role, await review({}, house.centre.as(role))]).toEqual([role, 'forbidden']);
    expect(await review({}, await house.centre.account('director'))).toBe('done');
  });

  it("does not reach another centre's grants", async () => {
    await open();
    expect(await review({}, house.other.as('auditor'))).toBe('not_found');
  });
});

describe('access.list-grants', () => {
  it('shows who opened whom and why, and writes that look down too (art. 50(3))', async () => {
    await open();
    expect(await grants()).toMatchObject([
      { accountName: 'plan_coordinator testowy', personName: 'Ewa Pilna', reason, state: 'to_review' },
    ]);
    const looks = await house.owner.query(
      `select account_id from audit_entry where person_id = $1 and action = 'access.list-grants'`,
      [personId],
    );
    expect(looks.rows).toEqual([{ account_id: house.centre.as('auditor').accountId }]);
  });

  it('is for the director and the data protection officer, of this centre', async () => {
    for (const role of roles)
      expect([
        role,
        at(await house.runner.ask(listGrantsQuery, house.centre.as(role), { which: 'to_review' })),
      ]).toEqual([role, role === 'director' || role === 'auditor' ? 'done' : 'forbidden']);
    expect(
      await house.runner.ask(listGrantsQuery, house.other.as('auditor'), { which: 'to_review' }),
    ).toEqual({ ok: true, value: [] });
  });
});

describe('an opening by necessity is told to whoever supervises (art. 50(3))', () => {
  const told = async (): Promise<string[]> => {
    const { rows } = await house.owner.query<{ to: string }>(
      `delete from outbox where kind = 'access.opened-notice' returning payload->>'accountId' as to`,
    );
    return rows.map(({ to }) => to);
  };
  const waiting = async (role: Role): Promise<number> => {
    const outcome = await house.runner.ask(waitingGrantsQuery, house.centre.as(role), {});
    return outcome.ok ? outcome.value.toReview : -1;
  };

  it('the director is told, and where there is none that day, the data protection officer', async () => {
    await told();
    await open();
    expect(await told()).toContain(house.centre.as('director').accountId);
    await house.owner.query(`update account_role set valid_to = '2026-01-01' where role = 'director'`);
    await open(house.centre.as('service_organiser'));
    expect(await told()).toEqual([house.centre.as('auditor').accountId]);
    await house.owner.query(`update account_role set valid_to = null where role = 'director'`);
  });

  it('the message names neither the person nor the worker nor the reason', async () => {
    const sent: Mail[] = [];
    const job = openedJob({
      home: 'https://okienko.gmina.example',
      send: (mail) => Promise.resolve(sent.push(mail)).then(() => 'mail' as const),
    });
    const { id: centreId } = house.centre;
    const { accountId, name } = house.centre.as('director');
    await house.owner.query(`update account set email = 'dyrektor@gmina.example' where id = $1`, [accountId]);
    await job.run(
      async (work) => await work(readerFor(house.pool, centreId), centreId),
      { accountId },
      newId(),
    );
    expect(sent.map(({ to }) => to)).toEqual(['dyrektor@gmina.example']);
    expect(sent[0]?.text).toContain('https://okienko.gmina.example/praca/dostepy');
    const text = JSON.stringify(sent);
    for (const personal of ['Ewa', 'Pilna', name, coordinator().name, reason, personId])
      expect(text).not.toContain(personal);
  });

  it('stands on the first page of who judges it until it is judged, the own ones apart', async () => {
    await house.owner.query('delete from access_grant');
    await open();
    await open(house.centre.as('director'));
    expect([await waiting('director'), await waiting('auditor'), await waiting('clerk')]).toEqual([1, 2, -1]);
  });
});
