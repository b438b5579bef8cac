import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { arrangeCase, row } from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { caseStates } from '../domain/lifecycle.ts';
import { closeCase } from './close.ts';

const house = testHouse();
const inState = async (state: string) => (await arrangeCase(house, { state })).caseId;
const close = async (caseId: string, actor: Actor = house.centre.as('plan_coordinator'), reason?: string) =>
  await house.runner.run(closeCase, actor, { caseId, reason });
const closing = async (caseId: string) =>
  await row(house.owner, 'select state, closed_on::text, closing_reason from case_file where id = $1', [
    caseId,
  ]);

describe('closing a case', () => {
  it('is the end of what was qualified without a plan, or taken over elsewhere, and of nothing else', async () => {
    const closed: string[] = [];
    for (const state of caseStates) if (at(await close(await inState(state))) === 'done') closed.push(state);
    expect(closed).toEqual(['qualified', 'transfer_accepted']);
  });

  it('keeps the day and the reason; without words, the one that the state gives', async () => {
    const [one, other] = [await inState('qualified'), await inState('transfer_accepted')];
    await close(one, house.centre.as('plan_coordinator'), 'Cykl zajęć się skończył.');
    await close(other);
    expect(await closing(one)).toEqual({
      state: 'closed',
      closed_on: '2026-11-16',
      closing_reason: 'Cykl zajęć się skończył.',
    });
    expect((await closing(other))['closing_reason']).toContain('przekazano');
  });

  it('is the coordinator’s of the case, and the window’s for what was taken over elsewhere', async () => {
    const admitted = async (state: string) =>
      await rolesAdmitted(async (role) => at(await close(await inState(state), house.centre.as(role))));
    expect(await admitted('qualified')).toEqual(['plan_coordinator']);
    expect(await admitted('transfer_accepted')).toEqual(['plan_coordinator', 'clerk']);
    expect(at(await close(await inState('qualified'), await house.centre.account('plan_coordinator')))).toBe(
      'forbidden',
    );
    expect(at(await close(await inState('qualified'), house.other.as('plan_coordinator')))).toBe('not_found');
  });
});
