import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { done, planScene, programmeScene } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import { type Actor, roles } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnyQuery, Query } from '../../platform/runner/query.ts';
import { viewCase } from '../casework/index.ts';
import { viewPerson } from '../people/index.ts';
import { viewPlan } from '../plans/index.ts';
import { whoSeesCase, whoSeesPerson, whoSeesPlan, type WhoSees } from './queries/who-sees.ts';

const house = testHouse();
const web = testWeb(house);
const everybody: Actor[] = [];
const scenes: { personId: string; caseId: string; planId: string; coordinator: Actor }[] = [];
let opener: Actor;

beforeAll(async () => {
  const offered = await programmeScene(house);
  const second = await house.centre.account('plan_coordinator', { name: 'Druga koordynatorka' });
  opener = await house.centre.account('plan_coordinator', { name: 'Otwierający z konieczności' });
  scenes.push(await planScene(house, offered, 'running'));
  scenes.push(await planScene(house, offered, 'running', { coordinator: second, name: 'Jan Drugi' }));
  const [first, other] = scenes;
  const owner = await house.centre.account('resident', { personId: first?.personId ?? '' });
  everybody.push(
    second,
    opener,
    owner,
    ...roles.filter((role) => role !== 'visitor').map((role) => house.centre.as(role)),
  );
  await house.owner.query(
    `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on) values ($1, $2, $3, 'team', 'zespół', 'inna ustawa', '2026-11-10', 'telefon', '2026-11-10')`,
    [house.centre.id, newId(), other?.caseId],
  );
  await house.owner.query(
    `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, 'Telefon z pogotowia.', '2026-11-16T08:30:00Z', '2026-11-16T09:30:00Z')`,
    [house.centre.id, newId(), opener.accountId, first?.personId],
  );
});

const list = async <I>(query: Query<I, WhoSees>, input: unknown, actor = house.centre.as('director')) =>
  done(await house.runner.ask(query, actor, input)).seers;

describe('who can see a record, and why (art. 50(2) and (3))', () => {
  const kinds: readonly [string, AnyQuery, AnyQuery][] = [
    ['person', whoSeesPerson, viewPerson],
    ['case', whoSeesCase, viewCase],
    ['plan', whoSeesPlan, viewPlan],
  ];
  it.each(kinds)(
    'of a %s the list names exactly the accounts for which it opens',
    async (_kind, asked, opens) => {
      for (const scene of scenes) {
        const named = (await list(asked, scene)).map(({ accountId }) => accountId);
        const open: string[] = [];
        for (const actor of everybody)
          if ((await house.runner.ask(opens, actor, scene)).ok) open.push(actor.accountId);
        expect(open.length).toBeGreaterThan(2);
        expect([...named].sort()).toEqual([...open].sort());
      }
    },
  );

  it('says why: own case, the whole centre by function, transferred, own data, open by necessity until 10:30', async () => {
    const [first, other] = scenes;
    const why = async (scene: typeof first, actor: Actor) => {
      const found = (await list(whoSeesCase, scene)).find(({ accountId }) => accountId === actor.accountId);
      return found && [...found.why.map(({ reason }) => reason), ...(found.until ? [found.until] : [])];
    };
    expect(await why(first, house.centre.as('plan_coordinator'))).toEqual(['coordinates']);
    expect(await why(first, house.centre.as('clerk'))).toEqual(['role']);
    expect(await why(first, opener)).toEqual(['grant', '2026-11-16T09:30:00.000Z']);
    expect(await why(first, house.centre.as('assistance_organiser'))).toBe(undefined);
    expect(await why(other, house.centre.as('assistance_organiser'))).toEqual(['transferred']);
    expect(await why(other, house.centre.as('provider'))).toBe(undefined);
  });

  it('is read by a coordinator of what they could open themselves, and never by who works outside', async () => {
    const [, other] = scenes;
    for (const role of [
      'plan_coordinator',
      'provider',
      'feeder',
      'region',
      'resident',
      'administrator',
    ] as const) {
      const outcome = await house.runner.ask(whoSeesCase, house.centre.as(role), other);
      expect([role, outcome.ok]).toEqual([role, false]);
    }
  });

  it('names who stands in for the coordinator, and until when', async () => {
    const [, other] = scenes;
    const deputy = await house.centre.account('plan_coordinator', { name: 'Zastępczyni' });
    await house.owner.query(
      `insert into substitution (centre_id, id, absent_id, deputy_id, valid_from, valid_to, reason, set_by, set_at) values ($1, $2, $3, $4, '2026-11-16', '2026-11-20', 'urlop', $3, now())`,
      [house.centre.id, newId(), other?.coordinator.accountId, deputy.accountId],
    );
    const found = (await list(whoSeesCase, other)).find(({ accountId }) => accountId === deputy.accountId);
    expect(found).toMatchObject({
      why: [{ reason: 'coordinates' }],
      insteadOf: { name: 'Druga koordynatorka', until: '2026-11-20' },
    });
    const { body } = await web.get(`/praca/sprawy/${other?.caseId ?? ''}/kto-widzi`, 'director');
    expect(body).toContain('zastępuje do 20 listopada 2026: Druga koordynatorka');
  });

  it('the page says it in words, with who has looked', async () => {
    const [first] = scenes;
    const { body, statusCode } = await web.get(`/praca/sprawy/${first?.caseId ?? ''}/kto-widzi`, 'director');
    expect(statusCode).toBe(200);
    for (const said of [
      'koordynuje tę sprawę',
      'do godziny 10:30',
      'Otwierający z konieczności',
      'kto-zagladal',
    ])
      expect(body).toContain(said);
    const page = await web.get(`/praca/sprawy/${first?.caseId ?? ''}`, 'director');
    expect(page.body).toContain(`/praca/sprawy/${first?.caseId ?? ''}/kto-widzi`);
  });
});
