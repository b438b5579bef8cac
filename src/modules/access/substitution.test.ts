import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done, planScene, programmeScene } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { endSubstitution, setSubstitution, standIn } from './commands/substitution.ts';
import { listSubstitutionsQuery } from './queries/substitutions.ts';

const house = testHouse();
const web = testWeb(house);
const evening = '2026-11-16T22:30:00.000Z';
let absent: Actor;
let deputy: Actor;
let caseId = '';
let planId = '';

beforeAll(async () => {
  const offered = await programmeScene(house);
  absent = await house.centre.account('plan_coordinator', { name: 'Anna Zastępowana' });
  const scene = await planScene(house, offered, 'running', { coordinator: absent, name: 'Halina Cicha' });
  caseId = scene.caseId;
  planId = scene.planId;
});
beforeEach(async () => {
  house.clock.set(evening);
  deputy = await house.centre.account('plan_coordinator', { name: 'Jan Zastępca' });
});

const span = { validFrom: '2026-11-16', validTo: '2026-11-16', reason: 'urlop' };
const set = async (more: Record<string, unknown> = {}, actor = house.centre.as('director')) =>
  await house.runner.run(setSubstitution, actor, {
    absentId: absent.accountId,
    deputyId: deputy.accountId,
    ...span,
    ...more,
  });
const opens = async (): Promise<number> => (await web.get(`/praca/sprawy/${caseId}`, deputy)).statusCode;
const stand = async (substitutionId: string) =>
  await web.post(`/praca/zastepstwa/${substitutionId}/pracuj`, {}, deputy);

describe('a substitution (art. 27(1), 50(3))', () => {
  it('opens what the absent one may open, when the deputy begins, and closes it when they put it away', async () => {
    const { substitutionId } = done(await set());
    expect(await opens()).toBe(404);
    expect((await stand(substitutionId)).statusCode).toBe(303);
    expect(await opens()).toBe(200);
    expect((await web.get(`/praca/plany/${planId}`, deputy)).statusCode).toBe(200);
    await web.post('/praca/zastepstwa/wroc', {}, deputy);
    expect(await opens()).toBe(404);
  });

  it('is seen on every page and written in the journal: who, and for whom', async () => {
    await stand(done(await set()).substitutionId);
    const { body } = await web.get(`/praca/sprawy/${caseId}`, deputy);
    expect(body).toContain('Jan Zastępca (w zastępstwie: Anna Zastępowana)');
    const { rows } = await house.owner.query(
      `select account_id, actor, what->>'insteadOf' as "for" from audit_entry where centre_id = $1 and case_id = $2 order by seq desc limit 1`,
      [house.centre.id, caseId],
    );
    expect(rows).toEqual([
      {
        account_id: deputy.accountId,
        actor: 'Jan Zastępca (w zastępstwie: Anna Zastępowana)',
        for: absent.accountId,
      },
    ]);
  });

  it('ends by itself at midnight after its last day, in a session that is open', async () => {
    await stand(done(await set()).substitutionId);
    expect(await opens()).toBe(200);
    house.clock.set('2026-11-16T23:00:30.000Z');
    expect(await opens()).toBe(404);
  });

  it('ends at once when it is ended', async () => {
    const { substitutionId } = done(await set());
    await stand(substitutionId);
    const director = await house.centre.account('director');
    await web.post(`/praca/zastepstwa/${substitutionId}/zakoncz`, {}, director);
    expect(await opens()).toBe(404);
  });

  it('leaves the own account the own one: nobody reaches the account of the absent', async () => {
    await stand(done(await set()).substitutionId);
    const { body } = await web.get('/praca/konto', deputy);
    expect(body).toContain('Jan Zastępca');
    expect(body).not.toContain('Anna Zastępowana</');
  });

  it('gives no role: the deputy of a coordinator is a coordinator (art. 30), and a director has none', async () => {
    const clerk = house.centre.as('clerk').accountId;
    expect(at(await set({ deputyId: clerk }))).toBe('access.substitution-role');
    const director = house.centre.as('director').accountId;
    expect(at(await set({ absentId: director }))).toBe('access.substitution-nothing');
    expect(at(await set({ deputyId: absent.accountId }))).toBe('access.substitution-oneself');
  });

  it('is bounded by days: not in the past, not backwards, not for more than a year, not twice', async () => {
    expect(at(await set({ validFrom: '2026-11-15' }))).toBe('access.substitution-past');
    expect(at(await set({ validFrom: '2026-11-18', validTo: '2026-11-17' }))).toBe(
      'access.substitution-backwards',
    );
    expect(at(await set({ validTo: '2028-01-01' }))).toBe('access.substitution-long');
    done(await set());
    expect(at(await set())).toBe('access.substitution-overlaps');
    const later = done(await set({ validFrom: '2026-11-20', validTo: '2026-11-21' }));
    expect(at(await house.runner.run(standIn, deputy, later))).toBe('access.substitution-not-now');
  });

  it('is set by the director or the organiser, begun by the deputy alone, and unknown to another centre', async () => {
    expect(at(await set({}, house.centre.as('plan_coordinator')))).toBe('forbidden');
    expect(at(await set({ deputyId: house.other.as('plan_coordinator').accountId }))).toBe('not_found');
    const made = done(await set({}, house.centre.as('service_organiser')));
    expect(at(await house.runner.run(standIn, house.centre.as('clerk'), made))).toBe('forbidden');
    expect(at(await house.runner.run(endSubstitution, absent, made))).toBe('forbidden');
    expect(at(await house.runner.run(endSubstitution, house.other.as('director'), made))).toBe('not_found');
    expect(
      at(await house.runner.run(endSubstitution, house.centre.as('director'), { substitutionId: newId() })),
    ).toBe('not_found');
    const own = done(await house.runner.ask(listSubstitutionsQuery, deputy, {}));
    expect([own.mine.length, own.all, own.sets]).toEqual([1, [], false]);
  });
});
