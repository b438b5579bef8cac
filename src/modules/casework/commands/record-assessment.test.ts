import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { arrangeCase, arrangeOffer, type CaseOf, row } from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { viewAssessment } from '../queries/view-assessment.ts';
import { recordAssessment } from './record-assessment.ts';

const house = testHouse();
let coordinator: Actor;

beforeAll(() => {
  coordinator = house.centre.as('plan_coordinator');
});

const protocol = {
  heldOn: '2026-11-12',
  place: 'w mieszkaniu osoby',
  present: 'Halina Wróbel, córka Marta, koordynator',
  needsPresented: 'Nie daję rady sama z zakupami.',
  servicesUsed: 'Dwa razy w tygodniu pielęgniarka środowiskowa.',
  evaluation: 'Potrzeba zasadna i możliwa do zaspokojenia w programie.',
  supportingActions: 'Sąsiadka zagląda w południe.',
  informationGiven: 'Usługa jest bezpłatna, ulg nie ma.',
  agreed: 'tak',
};

const record = async (caseId: string, more: Record<string, unknown> = {}, actor = coordinator) =>
  await house.runner.run(recordAssessment, actor, { caseId, ...protocol, ...more });
const view = async (caseId: string, actor = coordinator) =>
  await house.runner.ask(viewAssessment, actor, { caseId });
const fresh = async (of: CaseOf = {}) => (await arrangeCase(house, of)).caseId;

describe('the protocol of a recognition (art. 37)', () => {
  it('keeps the four points, the day, the place and who was there', async () => {
    const caseId = await fresh();
    expect(at(await record(caseId))).toBe('done');
    const seen = await view(caseId);
    expect(seen.ok && seen.value.protocols).toMatchObject([
      {
        heldOn: '2026-11-12',
        place: protocol.place,
        evaluation: protocol.evaluation,
        supportingActions: protocol.supportingActions,
        coordinatorName: coordinator.name,
      },
    ]);
  });

  it.each(['needsPresented', 'servicesUsed', 'evaluation', 'informationGiven', 'place', 'present', 'heldOn'])(
    'is not complete without %s',
    async (field) => {
      expect(await record(await fresh(), { [field]: '' })).toMatchObject({
        ok: false,
        problem: { fields: { [field]: expect.any(String) } },
      });
    },
  );

  it('is held in agreement with the applicant or not at all', async () => {
    expect(await record(await fresh(), { agreed: '' })).toMatchObject({
      ok: false,
      problem: { fields: { agreed: expect.any(String) } },
    });
  });

  it('tells of a talk that has taken place', async () => {
    expect(at(await record(await fresh(), { heldOn: '2026-11-17' }))).toBe('casework.future-date');
    // The application is of 2 November.
    expect(at(await record(await fresh(), { heldOn: '2026-11-01' }))).toBe(
      'casework.held-before-application',
    );
    expect(at(await record(await fresh(), { heldOn: '2026-11-16' }))).toBe('done');
  });

  it('may be written while a plan is drawn up, but not before recognition and not after the outcome', async () => {
    expect(at(await record(await fresh({ state: 'plan_in_preparation' })))).toBe('done');
    for (const state of ['submitted', 'qualified', 'refused', 'withdrawn'])
      expect(at(await record(await fresh({ state })))).toBe('casework.wrong-state');
  });
});

describe('correcting a protocol', () => {
  it('is a new protocol with its reason; the earlier one stays as it was', async () => {
    const caseId = await fresh();
    await record(caseId);
    const before = await view(caseId);
    const correctsId = before.ok ? before.value.protocols[0]?.id : '';
    expect(
      at(
        await record(caseId, {
          correctsId,
          correctionReason: 'Pomylona częstotliwość',
          servicesUsed: 'Raz w tygodniu.',
        }),
      ),
    ).toBe('done');
    const after = await view(caseId);
    expect(after.ok && after.value.protocols).toMatchObject([
      { servicesUsed: 'Raz w tygodniu.', corrected: false, correctsId },
      { servicesUsed: protocol.servicesUsed, corrected: true },
    ]);
    expect(at(await record(caseId, { correctsId, correctionReason: 'jeszcze raz' }))).toBe(
      'casework.cannot-correct',
    );
  });

  it('needs its reason, and a protocol of this very case', async () => {
    const [caseId, another] = [await fresh(), await fresh()];
    await record(another);
    const foreign = (await row(house.owner, 'select id from assessment where case_id = $1', [another]))['id'];
    expect(await record(caseId, { correctsId: foreign })).toMatchObject({
      ok: false,
      problem: { fields: { correctionReason: expect.any(String) } },
    });
    expect(at(await record(caseId, { correctsId: foreign, correctionReason: 'x' }))).toBe(
      'casework.cannot-correct',
    );
  });

  it('cannot be done by editing, whoever writes', async () => {
    const caseId = await fresh();
    await record(caseId);
    await expect(house.pool.query(`update assessment set evaluation = 'inaczej'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(house.pool.query('delete from assessment')).rejects.toThrow(/permission denied/);
  });
});

describe('who recognises needs (art. 29, 49)', () => {
  it('nobody but the coordinator of the case, and nobody outside the centre', async () => {
    const caseId = await fresh();
    expect(
      await rolesAdmitted(async (role) =>
        at(await record(caseId, { heldOn: '2026-11-17' }, house.centre.as(role))),
      ),
    ).toEqual(['plan_coordinator']);
    expect(at(await record(caseId, {}, await house.centre.account('plan_coordinator')))).toBe('forbidden');
    expect(at(await record(caseId, {}, house.other.as('plan_coordinator')))).toBe('not_found');
  });
});

describe('reading a recognition', () => {
  it('shows, for each need, services with why, why not and what is unknown, places and price', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, {
      name: 'Zakupy dla seniora',
      limitPeople: 5,
      conditions: [{ kind: 'age', from: 65, to: null }, { kind: 'livesAlone' }],
      fee: { kind: 'free' },
    });
    const { caseId } = await arrangeCase(house, { wants: [offer] });
    await house.owner.query(
      `insert into need (centre_id, id, case_id, words, service_id) values ($1, gen_random_uuid(), $2, 'Potrzebne zakupy', $3)`,
      [house.centre.id, caseId, offer.serviceId],
    );
    const seen = await view(caseId);
    const match = seen.ok ? seen.value.matches.find((one) => one.serviceId === offer.serviceId) : undefined;
    expect(match).toMatchObject({ outcome: 'unknown', needs: [0], offer: { peopleLeft: 5 } });
    expect(match?.passed[0]?.reason).toContain('78 lat');
    expect(match?.unknown[0]?.change).toBeTruthy();
  });

  it('is for those who decide, sign or are concerned, never for the clerk', async () => {
    const { caseId, personId } = await arrangeCase(house);
    await record(caseId);
    expect(await rolesAdmitted(async (role) => at(await view(caseId, house.centre.as(role))))).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
    ]);
    expect(at(await view(caseId, { ...house.centre.as('resident'), personId }))).toBe('done');
    expect(at(await view(caseId, await house.centre.account('plan_coordinator')))).toBe('not_found');
    expect(at(await view(caseId, house.other.as('director')))).toBe('not_found');
  });

  it('leaves a trace of who read it (art. 50(3))', async () => {
    const { caseId, personId } = await arrangeCase(house);
    await view(caseId);
    const entry = await row(
      house.owner,
      `select kind, person_id, what from audit_entry where case_id = $1 and action = 'casework.view-assessment'`,
      [caseId],
    );
    expect(entry).toEqual({ kind: 'read', person_id: personId, what: { parts: ['assessment'] } });
  });
});
