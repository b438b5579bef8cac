import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import {
  arrangeCase,
  arrangeOffer,
  arrangeOtherTrack,
  type CaseOf,
  type OfferOf,
  row,
} from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { listDeadlines, startDeadline } from '../../agenda/index.ts';
import { inTransaction, readerFor } from '../../../platform/database/tenant.ts';
import { qualifyCase } from './qualify.ts';
import { requirePlan } from './require-plan.ts';

const house = testHouse();
let coordinator: Actor;

beforeAll(() => {
  coordinator = house.centre.as('plan_coordinator');
});

const period = { startsOn: '2026-12-01', endsOn: '2027-01-31', units: 20 };

interface Setting {
  offer?: OfferOf;
  file?: CaseOf;
  row?: Record<string, unknown>;
  input?: Record<string, unknown>;
  actor?: Actor;
}

/** Arranges a case that wants one service of a programme and qualifies it. */
async function qualify(setting: Setting = {}) {
  const offer = await arrangeOffer(house.owner, house.centre.id, setting.offer);
  const { caseId, personId } = await arrangeCase(house, { ...setting.file, wants: [offer] });
  const input = {
    caseId,
    services: [{ programmeServiceId: offer.programmeServiceId, chosen: 'tak', ...period, ...setting.row }],
    coordination: 'nie',
    ...setting.input,
  };
  const send = () => house.runner.run(qualifyCase, setting.actor ?? coordinator, input);
  return { offer, caseId, personId, input, send, outcome: await send() };
}

const state = async (caseId: string) =>
  (await row(house.owner, 'select state from case_file where id = $1', [caseId]))['state'];
const used = async (programmeServiceId: string) =>
  await row(house.owner, 'select used_people, used_grosze from programme_service where id = $1', [
    programmeServiceId,
  ]);

const age = (from: number) => ({ kind: 'age', from, to: null }) as const;
const needsTalk = {
  kind: 'workerConfirms',
  id: 'samodzielnosc',
  words: 'ma ograniczoną samodzielność',
} as const;
const perVisit = {
  kind: 'perUnit',
  unitPriceGrosze: 350,
  reliefs: [{ id: 'znaczny', words: 'znaczny stopień', share: 5000 }],
};

describe('qualifying without a plan (art. 42(1))', () => {
  it('takes a place and the money of the service from the limits, once', async () => {
    const { offer, caseId, outcome, send } = await qualify({
      offer: { limitPeople: 3, limitGrosze: 100_000, unitPriceGrosze: 4000 },
    });
    expect(at(outcome)).toBe('done');
    expect(await state(caseId)).toBe('qualified');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 80_000 });
    expect(at(await send())).toBe('casework.wrong-state');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 80_000 });
  });

  it('issues information, and never a decision (art. 42(1))', async () => {
    const { caseId } = await qualify();
    const issued = await house.owner.query(
      `select kind, letter->>'instruction' as instruction from document where case_id = $1`,
      [caseId],
    );
    expect(issued.rows).toEqual([{ kind: 'qualification', instruction: null }]);
    expect((await house.owner.query('select from decision where case_id = $1', [caseId])).rowCount).toBe(0);
    expect(
      (
        await house.owner.query(
          `select from outbox where kind = 'records.render' and payload->>'documentId' = (select id::text from document where case_id = $1)`,
          [caseId],
        )
      ).rowCount,
    ).toBe(1);
  });

  it('keeps the judgement of the conditions as it stood, with the test of art. 38(2)', async () => {
    const { caseId } = await qualify({
      offer: { conditions: [age(65), needsTalk] },
      row: { confirmed: { samodzielnosc: 'tak' } },
    });
    const kept = await row(
      house.owner,
      `select reasons, state, qualified_by from qualification where case_id = $1`,
      [caseId],
    );
    expect(kept).toMatchObject({ state: 'accepted', qualified_by: coordinator.accountId });
    expect(kept['reasons']).toMatchObject({
      passed: [expect.stringContaining('65'), expect.stringContaining('samodzielność')],
      failed: [],
      unknown: [],
    });
    expect((kept['reasons'] as { plan: string[] }).plan.join(' ')).toContain('nie wymagają koordynacji');
  });

  it('stops the clocks of the application', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const { caseId } = await arrangeCase(house, { wants: [offer] });
    await inTransaction(house.pool, house.centre.id, (tx) =>
      startDeadline(tx, house.centre.id, {
        kind: 'planReady',
        eventDate: '2026-11-02',
        title: 'test',
        caseId,
      }),
    );
    await house.runner.run(qualifyCase, coordinator, {
      caseId,
      services: [{ programmeServiceId: offer.programmeServiceId, chosen: true, ...period }],
      coordination: 'nie',
    });
    const clocks = await listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, { caseId });
    expect(clocks.map((clock) => clock.state)).toEqual(['met']);
  });

  it('notes who, what and the fee in the audit, without the words of the conditions', async () => {
    const { caseId, personId, offer } = await qualify({ offer: { conditions: [age(65)] } });
    const entry = await row(
      house.owner,
      `select person_id, what from audit_entry where case_id = $1 and action = 'casework.qualify'`,
      [caseId],
    );
    expect(entry['person_id']).toBe(personId);
    expect(entry['what']).toEqual({
      before: 'in_recognition',
      after: 'qualified',
      feeGrosze: 0,
      services: [offer.programmeServiceId],
      fields: ['conditions', 'limits', 'fee'],
    });
  });
});

describe('conditions of the programme (art. 42(2))', () => {
  it('refuses when a condition is not met, and says which and why', async () => {
    const { outcome, caseId, offer } = await qualify({ offer: { conditions: [age(80)] } });
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'casework.conditions-failed', basis: 'art. 42 ust. 2 ustawy o CUS' },
    });
    expect(!outcome.ok && outcome.problem.words).toContain('78 lat');
    expect(await state(caseId)).toBe('in_recognition');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
  });

  it('asks on what the worker rests where something is unknown, and takes the answer', async () => {
    expect(at((await qualify({ offer: { conditions: [needsTalk] } })).outcome)).toBe(
      'casework.conditions-unknown',
    );
    expect(
      at(
        (await qualify({ offer: { conditions: [needsTalk] }, row: { grounds: 'Oświadczenie we wniosku' } }))
          .outcome,
      ),
    ).toBe('done');
  });

  it('believes the worker who settled in the talk that a condition is not met', async () => {
    expect(
      at(
        (
          await qualify({
            offer: { conditions: [needsTalk] },
            row: { confirmed: { samodzielnosc: 'nie' }, grounds: 'x' },
          })
        ).outcome,
      ),
    ).toBe('casework.conditions-failed');
  });

  it('reads what the application answered', async () => {
    const conditions = [{ kind: 'livesAlone' }] as const;
    const asks = ['lives_alone'];
    expect(
      at((await qualify({ offer: { conditions, asks }, file: { answers: { lives_alone: 'tak' } } })).outcome),
    ).toBe('done');
    expect(
      at((await qualify({ offer: { conditions, asks }, file: { answers: { lives_alone: 'nie' } } })).outcome),
    ).toBe('casework.conditions-failed');
  });
});

describe('limits (art. 42(2)): accepting over them is impossible', () => {
  it('refuses everybody after the last place, when fifty are accepted at once', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { limitPeople: 20 });
    const send = async () => {
      const { caseId } = await arrangeCase(house, { wants: [offer] });
      return await house.runner.run(qualifyCase, coordinator, {
        caseId,
        services: [{ programmeServiceId: offer.programmeServiceId, chosen: true, ...period }],
        coordination: 'nie',
      });
    };
    const endings = (await Promise.all(Array.from({ length: 50 }, send))).map(at);
    expect(endings.filter((ending) => ending === 'done')).toHaveLength(20);
    expect(endings.filter((ending) => ending === 'programmes.people-limit')).toHaveLength(30);
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 20, used_grosze: 0 });
  });

  it('refuses a cost over the budget and leaves no half of it', async () => {
    const { outcome, caseId, offer } = await qualify({
      offer: { limitGrosze: 79_999, unitPriceGrosze: 4000, fee: perVisit },
      input: { feeDueOn: '2026-12-10' },
    });
    expect(at(outcome)).toBe('programmes.money-limit');
    expect(await state(caseId)).toBe('in_recognition');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 0, used_grosze: 0 });
    for (const table of ['qualification', 'fee', 'document'])
      expect((await house.owner.query(`select from ${table} where case_id = $1`, [caseId])).rowCount).toBe(0);
  });

  it('asks for the cost where the programme limits money but gives no price', async () => {
    expect(at((await qualify({ offer: { limitGrosze: 100_000 } })).outcome)).toBe('casework.cost-unknown');
    const { offer, outcome } = await qualify({ offer: { limitGrosze: 100_000 }, row: { cost: '250,50' } });
    expect(at(outcome)).toBe('done');
    expect(await used(offer.programmeServiceId)).toEqual({ used_people: 1, used_grosze: 25_050 });
  });
});

describe('the period of a service', () => {
  it.each([
    ['without its last day', { endsOn: '' }, {}, 'casework.service-incomplete'],
    ['that ends before it starts', { endsOn: '2026-11-30' }, {}, 'casework.end-before-start'],
    ['after the end of the programme', {}, { validTo: '2026-12-31' }, 'casework.outside-programme'],
    ['longer than the programme gives it', {}, { maxMonths: 1 }, 'casework.longer-than-service'],
  ])('is refused %s', async (_title, fields, offer, code) => {
    expect(at((await qualify({ offer, row: fields })).outcome)).toBe(code);
  });
});

describe('the fee (art. 43(1))', () => {
  it('is set by the programme with its working and its day', async () => {
    const { caseId, outcome } = await qualify({
      offer: { fee: perVisit },
      input: { feeDueOn: '10.12.2026' },
    });
    expect(outcome).toMatchObject({ ok: true, value: { feeGrosze: 7000 } });
    const fee = await row(
      house.owner,
      'select amount_grosze::int, due_on::text, state, title, steps, basis from fee where case_id = $1',
      [caseId],
    );
    expect(fee).toMatchObject({
      amount_grosze: 7000,
      due_on: '2026-12-10',
      state: 'set',
      title: 'Pomoc sąsiedzka',
      basis: ['art. 43 ust. 1 ustawy o CUS'],
    });
    expect(JSON.stringify(fee['steps'])).toContain('20');
  });

  it('is lowered by a relief of the programme', async () => {
    expect(
      (
        await qualify({
          offer: { fee: perVisit },
          file: { reliefs: ['znaczny stopień'] },
          row: { reliefId: 'znaczny' },
          input: { feeDueOn: '2026-12-10' },
        })
      ).outcome,
    ).toMatchObject({ value: { feeGrosze: 3500 } });
    expect(
      at(
        (
          await qualify({
            offer: { fee: perVisit },
            row: { reliefId: 'zmyslona' },
            input: { feeDueOn: '2026-12-10' },
          })
        ).outcome,
      ),
    ).toBe('casework.fee-unknown');
  });

  it('is lowered by no relief that the application does not declare (art. 36(1))', async () => {
    const setting = { row: { reliefId: 'znaczny' }, input: { feeDueOn: '2026-12-10' } };
    const { outcome, caseId } = await qualify({ offer: { fee: perVisit }, ...setting });
    expect(at(outcome)).toBe('casework.relief-undeclared');
    expect(await state(caseId)).toBe('in_recognition');
  });

  it('needs a day to pay that has not passed', async () => {
    expect(at((await qualify({ offer: { fee: perVisit } })).outcome)).toBe('casework.fee-day-needed');
    expect(at((await qualify({ offer: { fee: perVisit }, input: { feeDueOn: '2026-11-15' } })).outcome)).toBe(
      'casework.fee-day-past',
    );
  });

  it('is not set where the programme does not provide one', async () => {
    for (const fee of [undefined, { kind: 'free' }]) {
      const { caseId, outcome } = await qualify({ offer: { fee } });
      expect(outcome).toMatchObject({ ok: true, value: { feeGrosze: 0 } });
      expect((await house.owner.query('select from fee where case_id = $1', [caseId])).rowCount).toBe(0);
    }
  });
});

describe('a plan or no plan (art. 38(2))', () => {
  const long = { endsOn: '2027-02-28' };

  it('qualifies without a plan what is shorter than three months, or needs no coordination', async () => {
    expect(
      at((await qualify({ row: { endsOn: '2027-02-27' }, input: { coordination: 'tak' } })).outcome),
    ).toBe('done');
    expect(at((await qualify({ row: long, input: { coordination: 'nie' } })).outcome)).toBe('done');
  });

  it('refuses when the services need a plan, with the reckoning', async () => {
    const { outcome, caseId } = await qualify({ row: long, input: { coordination: 'tak' } });
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'casework.plan-needed', basis: 'art. 38 ust. 2 ustawy o CUS' },
    });
    expect(!outcome.ok && outcome.problem.words).toContain('28 lutego 2027');
    expect(await state(caseId)).toBe('in_recognition');
  });

  it('never leaves the application without one of the two outcomes', async () => {
    for (const coordination of ['tak', 'nie'])
      for (const endsOn of ['2027-02-27', '2027-02-28']) {
        const { input, outcome } = await qualify({
          row: { endsOn },
          input: { coordination, coordinationReason: 'dwóch wykonawców' },
        });
        const plan = await house.runner.run(requirePlan, coordinator, input);
        expect([at(outcome), at(plan)].filter((one) => one === 'done')).toHaveLength(1);
      }
  });
});

describe('who qualifies (art. 29, 49)', () => {
  it('nobody but the coordinator of the case, and nobody outside the centre', async () => {
    const { caseId, input } = await qualify({ row: { endsOn: '' } });
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(qualifyCase, house.centre.as(role), input)),
    );
    expect(admitted).toEqual(['plan_coordinator']);
    expect(
      at(await house.runner.run(qualifyCase, await house.centre.account('plan_coordinator'), input)),
    ).toBe('forbidden');
    expect(await state(caseId)).toBe('in_recognition');
  });

  it("does not reach another centre's case", async () => {
    const { input } = await qualify({ row: { endsOn: '' } });
    expect(at(await house.runner.run(qualifyCase, house.other.as('plan_coordinator'), input))).toBe(
      'not_found',
    );
  });

  it('only from recognition on, and only for a person of the register', async () => {
    expect(at((await qualify({ file: { state: 'submitted' } })).outcome)).toBe('casework.wrong-state');
    expect(at((await qualify({ file: { anonymous: true } })).outcome)).toBe('casework.person-unknown');
  });

  it('only for services of the application', async () => {
    const stranger = await arrangeOffer(house.owner, house.centre.id);
    expect(at((await qualify({ row: { programmeServiceId: stranger.programmeServiceId } })).outcome)).toBe(
      'casework.service-not-wanted',
    );
    expect(at((await qualify({ row: { chosen: '' } })).outcome)).toBe('casework.nothing-chosen');
    const other = await arrangeOtherTrack(house.owner, house.centre.id);
    const { caseId } = await arrangeCase(house, { wants: [other] });
    expect(
      at(await house.runner.run(qualifyCase, coordinator, { caseId, services: [], coordination: 'nie' })),
    ).toBe('casework.nothing-chosen');
  });
});
