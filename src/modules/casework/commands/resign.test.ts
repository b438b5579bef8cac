import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { arrangeCase, arrangeOffer, row } from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { caseStates } from '../domain/lifecycle.ts';
import { qualifyCase } from './qualify.ts';
import { resignFromServices } from './resign.ts';

const house = testHouse();
const fee = { kind: 'perUnit', unitPriceGrosze: 350, reliefs: [] };

/** Halina Wróbel, qualified on 16 November for 20 visits from that day to 31 December, 70.00 zł to pay. */
async function qualified(startsOn = '2026-11-16') {
  const offer = await arrangeOffer(house.owner, house.centre.id, {
    limitPeople: 5,
    limitGrosze: 100_000,
    unitPriceGrosze: 1000,
    fee,
  });
  const { caseId } = await arrangeCase(house, { wants: [offer] });
  const { programmeServiceId } = offer;
  const services = [{ programmeServiceId, chosen: true, startsOn, endsOn: '2026-12-31', units: 20 }];
  house.clock.set('2026-11-16T09:00:00.000Z');
  const outcome = await house.runner.run(qualifyCase, house.centre.as('plan_coordinator'), {
    caseId,
    services,
    coordination: 'nie',
    feeDueOn: '2026-12-15',
  });
  expect(at(outcome)).toBe('done');
  house.clock.set('2026-11-30T09:00:00.000Z');
  return { caseId, programmeServiceId };
}

const resign = async (
  of: { caseId: string; programmeServiceId: string },
  more: object = {},
  actor: Actor = house.centre.as('plan_coordinator'),
) =>
  await house.runner.run(resignFromServices, actor, {
    caseId: of.caseId,
    resignedOn: '2026-11-30',
    delivered: [{ programmeServiceId: of.programmeServiceId, units: 6 }],
    ...more,
  });

const feeOf = async (caseId: string) =>
  await row(house.owner, 'select amount_grosze::int, resigned_on::text, state from fee where case_id = $1', [
    caseId,
  ]);
const usedOf = async (id: string) =>
  await row(house.owner, 'select used_people, used_grosze::int from programme_service where id = $1', [id]);

describe('a resignation from services without a plan (art. 44)', () => {
  it('leaves the fee for what was given up to its day, and closes the case', async () => {
    const of = await qualified();
    expect(await resign(of)).toMatchObject({ ok: true, value: { state: 'closed', dueGrosze: 2100 } });
    expect(await feeOf(of.caseId)).toEqual({
      amount_grosze: 2100,
      resigned_on: '2026-11-30',
      state: 'set',
    });
    expect(
      await row(house.owner, 'select state, closed_on::text, closing_reason from case_file where id = $1', [
        of.caseId,
      ]),
    ).toEqual({ state: 'closed', closed_on: '2026-11-30', closing_reason: expect.stringContaining('44') });
  });

  it('returns the rest of the money to the programme, and the place when nothing was given', async () => {
    const some = await qualified();
    expect(await usedOf(some.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 20_000 });
    await resign(some);
    expect(await usedOf(some.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 6000 });
    const none = await qualified('2026-12-07');
    expect(await resign(none, { delivered: [] })).toMatchObject({ ok: true, value: { dueGrosze: 0 } });
    expect(await usedOf(none.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
    expect(await feeOf(none.caseId)).toMatchObject({ amount_grosze: 0, state: 'paid' });
  });

  it('says what was given of a service that had begun, and has a day between the qualifying and today', async () => {
    const of = await qualified();
    expect(await resign(of, { delivered: [] })).toMatchObject({
      problem: { code: 'casework.delivered-unknown', fields: { 'delivered.0.units': expect.any(String) } },
    });
    expect(at(await resign(of, { resignedOn: '2026-12-01' }))).toBe('casework.future-date');
    expect(at(await resign(of, { resignedOn: '2026-11-15' }))).toBe('casework.resigned-before');
  });

  it('is of what was qualified without a plan, and of nothing else', async () => {
    const open: string[] = [];
    for (const state of caseStates) {
      const { caseId } = await arrangeCase(house, { state });
      if (at(await resign({ caseId, programmeServiceId: caseId }, { delivered: [] })) === 'done')
        open.push(state);
    }
    expect(open).toEqual(['qualified']);
  });

  it('is told to the director or written down by the coordinator of the case, in this centre only', async () => {
    expect(
      await rolesAdmitted(async (role) => at(await resign(await qualified(), {}, house.centre.as(role)))),
    ).toEqual(['director', 'plan_coordinator']);
    const of = await qualified();
    expect(at(await resign(of, {}, await house.centre.account('plan_coordinator')))).toBe('forbidden');
    expect(at(await resign(of, {}, house.other.as('director')))).toBe('not_found');
  });
});
