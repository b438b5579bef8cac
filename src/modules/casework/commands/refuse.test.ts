import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import {
  arrangeCase,
  arrangeOffer,
  arrangeOtherTrack,
  authorise,
  type CaseOf,
  type OfferOf,
  row,
} from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Letter } from '../../../platform/documents/letter.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import { draftRefusal } from './draft-refusal.ts';
import { refuseCase } from './refuse.ts';
import { requirePlan } from './require-plan.ts';

const house = testHouse();
let director: Actor;
let coordinator: Actor;

beforeAll(async () => {
  director = house.centre.as('director');
  coordinator = house.centre.as('plan_coordinator');
  await authorise(house.owner, director);
});

const written = {
  ground: 'conditions',
  factualReasoning:
    'Wniosek wpłynął 2 listopada 2026 r. Osoba ma 78 lat, a program jest dla osób od 80. roku życia.',
  legalReasoning: 'Program w § 4 wymaga ukończenia 80 lat (art. 42 ust. 2 ustawy o CUS).',
  board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
};

const from80 = { kind: 'age', from: 80, to: null } as const;

async function refuse(
  setting: { offer?: OfferOf; file?: CaseOf; input?: Record<string, unknown>; actor?: Actor } = {},
) {
  const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80], ...setting.offer });
  const { caseId, personId } = await arrangeCase(house, { wants: [offer], ...setting.file });
  const input = { caseId, ...written, ...setting.input };
  return {
    offer,
    caseId,
    personId,
    input,
    outcome: await house.runner.run(refuseCase, setting.actor ?? director, input),
  };
}

const state = async (caseId: string) =>
  (await row(house.owner, 'select state from case_file where id = $1', [caseId]))['state'];
const decisionOf = async (caseId: string) =>
  await row(
    house.owner,
    'select *, issued_on::text, delivered_on::text, appeal_until::text from decision where case_id = $1',
    [caseId],
  );
const nothingIssued = async (caseId: string) => {
  for (const table of ['decision', 'document'])
    expect((await house.owner.query(`select from ${table} where case_id = $1`, [caseId])).rowCount).toBe(0);
};

describe('a refusal is a decision with every element of art. 107 § 1 KPA (art. 42(3))', () => {
  it('names the authority, the day, the party, the basis, the ruling, both reasonings, the instruction and who signs', async () => {
    const { caseId, outcome } = await refuse();
    expect(at(outcome)).toBe('done');
    expect(await state(caseId)).toBe('refused');
    const decision = await decisionOf(caseId);
    expect(decision).toMatchObject({
      kind: 'refusal',
      issued_on: '2026-11-16',
      signatory_id: director.accountId,
    });
    expect(decision['content']).toMatchObject({
      authority: 'Burmistrz Jarocina',
      issuedOn: '2026-11-16',
      party: 'Halina Wróbel',
      legalBasis: expect.stringContaining('art. 42 ust. 3 ustawy o CUS'),
      ruling: expect.stringContaining('„Pomoc sąsiedzka”'),
      factualReasoning: written.factualReasoning,
      legalReasoning: written.legalReasoning,
      appealInstruction: expect.stringMatching(/Samorządowego Kolegium Odwoławczego w Kaliszu.*14 dni/),
      signatoryName: director.name,
      signatoryPosition: director.position,
    });
  });

  it('puts all of them on paper, the instruction above the signature', async () => {
    const { caseId } = await refuse();
    const { letter } = (await row(house.owner, 'select letter from document where case_id = $1', [
      caseId,
    ])) as { letter: Letter };
    const text = JSON.stringify(letter.blocks);
    for (const part of ['Burmistrz Jarocina', 'art. 42 ust. 3', 'odmawiam zakwalifikowania', '78 lat', '§ 4'])
      expect(text).toContain(part);
    expect(letter.title).toBe(`Decyzja nr ${String((await decisionOf(caseId))['number'])}`);
    expect(JSON.stringify(letter.instruction)).toContain('14 dni');
    expect(letter.signature).toMatchObject({
      name: director.name,
      note: expect.stringContaining('upoważnienie nr 4/2026'),
    });
    expect(letter.addressee).toEqual(['Halina Wróbel', 'ul. Zacisze 4', '63-200 Jarocin']);
  });

  it.each(['factualReasoning', 'legalReasoning', 'board'])(
    'is not issued without %s, and says what is missing',
    async (field) => {
      const { outcome, caseId } = await refuse({ input: { [field]: '  ' } });
      expect(outcome).toMatchObject({
        ok: false,
        problem: {
          code: 'casework.decision-incomplete',
          fields: { [field]: expect.any(String) },
          basis: expect.stringContaining('107 § 1'),
        },
      });
      expect(await state(caseId)).toBe('in_recognition');
      await nothingIssued(caseId);
    },
  );

  it('has the next number of its class, without gaps and without twins', async () => {
    const numbers = await Promise.all([refuse(), refuse(), refuse()].map(async (one) => (await one).outcome));
    await refuse({ input: { legalReasoning: '' } });
    numbers.push((await refuse()).outcome);
    const values = numbers
      .map((one) => (one.ok ? Number(one.value.number.split('.')[2]) : 0))
      .sort((a, b) => a - b);
    expect(values).toEqual([0, 1, 2, 3].map((step) => (values[0] ?? 0) + step));
  });

  it('does not print a hidden address', async () => {
    const { caseId } = await refuse({ file: { shielded: true } });
    const { letter } = (await row(house.owner, 'select letter from document where case_id = $1', [
      caseId,
    ])) as { letter: Letter };
    expect(JSON.stringify(letter)).not.toContain('Zacisze');
  });
});

describe('nothing else produces a decision (art. 19, 42(3))', () => {
  it.each(['separate_statute', 'general_offer'] as const)(
    'a service of the track %s is not refused here: neither a decision nor its draft',
    async (track) => {
      const wants = [await arrangeOtherTrack(house.owner, house.centre.id, track)];
      const { caseId, outcome, input } = await refuse({ file: { wants }, input: { ground: 'other' } });
      expect(outcome).toMatchObject({
        ok: false,
        problem: { code: 'casework.refusal-other-track', basis: expect.stringContaining('art. 19') },
      });
      expect(at(await house.runner.run(draftRefusal, coordinator, input))).toBe(
        'casework.refusal-other-track',
      );
      await nothingIssued(caseId);
    },
  );

  it('of an application for both, only the service of the programme is refused', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80] });
    const other = await arrangeOtherTrack(house.owner, house.centre.id);
    const { caseId } = await refuse({ file: { wants: [offer, other] } });
    const { content } = (await decisionOf(caseId)) as { content: { services: string[]; ruling: string } };
    expect(content.services).toEqual(['Pomoc sąsiedzka']);
    expect(content.ruling).not.toContain('Usługi opiekuńcze');
  });
});

describe('the signatory (art. 26)', () => {
  const signing = async (entry: Parameters<typeof authorise>[2] | null, role: Role = 'service_organiser') => {
    const actor = await house.centre.account(role);
    if (entry) await authorise(house.owner, actor, entry);
    return { ...(await refuse({ actor })), actor };
  };

  it.each([
    ['on its first day', { from: '2026-11-16' }],
    ['on its last day', { to: '2026-11-16' }],
    ['revoked from tomorrow', { revokedOn: '2026-11-17' }],
  ])('signs with an authorisation %s', async (_title, entry) => {
    expect(at((await signing(entry)).outcome)).toBe('done');
  });

  it.each([
    ['that begins tomorrow', { from: '2026-11-17' }],
    ['that ended yesterday', { to: '2026-11-15' }],
    ['revoked today', { revokedOn: '2026-11-16' }],
    ['for the approval of plans only', { scope: 'plan_approval' }],
    ['of an employee without the director’s request', { request: null }],
    ['that is not there', null],
  ])('does not sign with an authorisation %s; nothing is issued', async (_title, entry) => {
    const { outcome, caseId } = await signing(entry);
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'access.no-authorisation', basis: expect.stringContaining('art. 26') },
    });
    await nothingIssued(caseId);
  });

  it('is kept with the decision, with the entry it rested on', async () => {
    const { caseId, actor } = await signing({}, 'assistance_organiser');
    expect(await decisionOf(caseId)).toMatchObject({
      signatory_id: actor.accountId,
      authorisation_id: (
        await row(house.owner, 'select id from authorisation where account_id = $1', [actor.accountId])
      )['id'],
    });
  });

  it('is nobody whose role may not sign, with or without an authorisation', async () => {
    const admitted = await rolesAdmitted(async (role) => {
      const actor = role === 'visitor' ? house.centre.as(role) : await house.centre.account(role);
      if (role !== 'visitor') await authorise(house.owner, actor);
      return at((await refuse({ actor })).outcome);
    });
    expect(admitted).toEqual(['director', 'service_organiser', 'assistance_organiser']);
    expect(at((await refuse({ actor: house.other.as('director') })).outcome)).toBe('not_found');
  });
});

describe('the ground of a refusal (art. 42(2))', () => {
  it('is no limit while there are places and money', async () => {
    expect(at((await refuse({ offer: { limitPeople: 1 }, input: { ground: 'limit' } })).outcome)).toBe(
      'casework.limit-not-reached',
    );
    expect(at((await refuse({ offer: { limitPeople: 0 }, input: { ground: 'limit' } })).outcome)).toBe(
      'done',
    );
    expect(
      at(
        (await refuse({ offer: { limitGrosze: 999, unitPriceGrosze: 1000 }, input: { ground: 'limit' } }))
          .outcome,
      ),
    ).toBe('done');
    expect(
      at(
        (await refuse({ offer: { limitGrosze: 1000, unitPriceGrosze: 1000 }, input: { ground: 'limit' } }))
          .outcome,
      ),
    ).toBe('casework.limit-not-reached');
  });

  it('is no condition when every condition is met; what is unknown is judged by the signatory', async () => {
    expect(at((await refuse({ offer: { conditions: [{ kind: 'age', from: 65, to: null }] } })).outcome)).toBe(
      'casework.conditions-met',
    );
    expect(at((await refuse({ offer: { conditions: [{ kind: 'livesAlone' }] } })).outcome)).toBe('done');
  });

  it('may be another one, said in the reasoning', async () => {
    expect(at((await refuse({ offer: { conditions: [] }, input: { ground: 'other' } })).outcome)).toBe(
      'done',
    );
  });
});

describe('what a refusal ends', () => {
  it('is open until the outcome, also while a plan is drawn up', async () => {
    for (const open of ['submitted', 'in_recognition', 'plan_in_preparation'])
      expect(at((await refuse({ file: { state: open } })).outcome)).toBe('done');
    for (const closed of ['draft', 'qualified', 'transferred', 'refused', 'plan_running', 'withdrawn'])
      expect(at((await refuse({ file: { state: closed } })).outcome)).toBe('casework.wrong-state');
    expect(at((await refuse({ file: { anonymous: true } })).outcome)).toBe('casework.person-unknown');
  });

  it('waits while the applicant has time to complete the application, and while no delivery of the call is known (art. 64 § 2 KPA)', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80] });
    const { caseId } = await arrangeCase(house, { wants: [offer], state: 'awaiting_completion' });
    const signed = async () => at(await house.runner.run(refuseCase, director, { caseId, ...written }));
    const prepared = async () =>
      at(await house.runner.run(draftRefusal, coordinator, { caseId, ...written }));
    const until = async (day: string) =>
      await house.owner.query(
        `update application set call_delivered_on = '2026-11-02', complete_until = $2 where case_id = $1`,
        [caseId, day],
      );
    expect([await signed(), await prepared()]).toEqual(Array(2).fill('casework.still-completing'));
    // Today, 16 November, is the last day and still in time.
    await until('2026-11-16');
    expect([await signed(), await prepared()]).toEqual(Array(2).fill('casework.still-completing'));
    await nothingIssued(caseId);
    const view = await house.runner.ask(viewOutcome, director, { caseId });
    if (!view.ok) throw new Error(view.problem.code);
    const choice = view.value.choices.find((one) => one.outcome === 'refuse');
    expect(choice).toMatchObject({ open: false, why: expect.stringContaining('do 16 listopada 2026') });
    await until('2026-11-15');
    expect([await prepared(), await signed()]).toEqual(['done', 'done']);
  });

  it('is open at once when the applicant answered the call', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80] });
    const { caseId } = await arrangeCase(house, { wants: [offer], state: 'submitted' });
    await house.owner.query(
      `update application set call_delivered_on = '2026-11-13', complete_until = '2026-11-20', completed_on = '2026-11-16' where case_id = $1`,
      [caseId],
    );
    expect(at(await house.runner.run(refuseCase, director, { caseId, ...written }))).toBe('done');
  });

  it('gives back the places reserved for a plan', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, {
      limitPeople: 1,
      unitPriceGrosze: 100,
      limitGrosze: 100_000,
    });
    const { caseId } = await arrangeCase(house, { wants: [offer] });
    const services = [
      {
        programmeServiceId: offer.programmeServiceId,
        chosen: true,
        startsOn: '2026-12-01',
        endsOn: '2027-05-31',
        units: 10,
      },
    ];
    expect(
      at(
        await house.runner.run(requirePlan, coordinator, {
          caseId,
          services,
          coordination: 'tak',
          coordinationReason: 'x',
        }),
      ),
    ).toBe('done');
    expect(at(await house.runner.run(refuseCase, director, { caseId, ...written, ground: 'other' }))).toBe(
      'done',
    );
    expect(
      await row(house.owner, 'select used_people, used_grosze::int from programme_service where id = $1', [
        offer.programmeServiceId,
      ]),
    ).toEqual({ used_people: 0, used_grosze: 0 });
    expect(
      await row(house.owner, 'select state, release_reason from qualification where case_id = $1', [caseId]),
    ).toEqual({ state: 'released', release_reason: 'odmowa' });
  });
});
