import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { arrangeCase, arrangeOffer, authorise, row } from '../../../../test/support/recognised-case.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/check.ts';
import { qualifyCase } from '../commands/qualify.ts';
import { setFee } from '../db/fees.ts';

const house = testHouse();
const web = testWeb(house);
let caseId: string;
let programmeServiceId: string;
let feeId: string;

beforeAll(async () => {
  await authorise(house.owner, house.centre.as('director'));
  const offer = await arrangeOffer(house.owner, house.centre.id, {
    limitPeople: 5,
    limitGrosze: 500_000,
    conditions: [
      { kind: 'age', from: 65, to: null },
      { kind: 'workerConfirms', id: 'sam', words: 'ma ograniczoną samodzielność' },
    ],
    fee: {
      kind: 'perUnit',
      unitPriceGrosze: 350,
      reliefs: [{ id: 'znaczny', words: 'znaczny stopień', share: 5000 }],
    },
  });
  programmeServiceId = offer.programmeServiceId;
  caseId = (await arrangeCase(house, { wants: [offer], reliefs: ['znaczny stopień'] })).caseId;
  await house.owner.query(
    `insert into need (centre_id, id, case_id, words, service_id) values ($1, $2, $3, 'Nie daję rady z <zakupami>', $4)`,
    [house.centre.id, newId(), caseId, offer.serviceId],
  );
  const moment = {
    now: house.clock.now(),
    today: '2026-11-16',
    actor: house.centre.as('plan_coordinator'),
    vault: house.vault,
  };
  feeId = (
    await inTransaction(house.pool, house.centre.id, (tx) =>
      setFee(tx, moment, {
        caseId,
        title: 'Taksówka',
        amountGrosze: 10_000,
        dueOn: '2026-11-01',
        steps: ['20 × 5,00 zł'],
        basis: ['art. 43 ust. 1 ustawy o CUS'],
      }),
    )
  ).id;
});

const at = (step: string) => `/praca/sprawy/${caseId}/${step}`;

describe('pages of outcomes keep the rules of the design system', () => {
  it.each([
    ['rozpoznanie', 'plan_coordinator'],
    ['plan-potrzebny', 'plan_coordinator'],
    ['zakwalifikuj', 'plan_coordinator'],
    ['przekaz', 'plan_coordinator'],
    ['odmow', 'plan_coordinator'],
    ['odmow', 'director'],
    ['zamknij', 'plan_coordinator'],
    ['rezygnacja', 'plan_coordinator'],
    ['rezygnacja', 'director'],
    ['oplaty', 'clerk'],
    ['oplaty', 'director'],
  ] as const)('%s for %s', async (step, role) => {
    const page = await web.get(at(step), role);
    expect(page.statusCode).toBe(200);
    expect(pageFaults(page.body)).toEqual([]);
  });

  it('one fee and the order to pay', async () => {
    for (const role of ['clerk', 'director'] as const)
      expect(pageFaults((await web.get(at(`oplaty/${feeId}`), role)).body)).toEqual([]);
    expect(pageFaults((await web.get(at(`oplaty/${feeId}/decyzja`), 'director')).body)).toEqual([]);
  });
});

describe('the door of each page', () => {
  it.each([
    'rozpoznanie',
    'plan-potrzebny',
    'zakwalifikuj',
    'przekaz',
    'przekazanie',
    'odmow',
    'oplaty',
    'zamknij',
    'rezygnacja',
  ])('%s tells nothing to a provider', async (step) => {
    expect((await web.get(at(step), 'provider')).statusCode).toBe(404);
    expect((await web.get(at(step))).statusCode).toBe(303);
  });

  it('says whose work it is to those who only read', async () => {
    for (const step of ['plan-potrzebny', 'zakwalifikuj']) {
      const page = await web.get(at(step), 'director');
      expect(page.body).toContain('Robi to koordynator');
      expect(page.body).not.toContain('<textarea');
    }
    expect((await web.get(at('rozpoznanie'), 'director')).body).toContain('Protokół spisuje koordynator');
  });

  it('tells a signatory without an authorisation why they cannot sign today (art. 26)', async () => {
    const page = await web.get(at('odmow'), 'service_organiser');
    expect(page.body).toContain('Nie możesz dziś podpisać');
    expect(page.body).toContain('art. 26');
  });
});

describe('recognition', () => {
  it('is prefilled with the need in the person’s words, shows the offer, and comes back with what was typed', async () => {
    const page = await web.get(at('rozpoznanie'), 'plan_coordinator');
    expect(page.body).toContain('Nie daję rady z &lt;zakupami');
    expect(page.body).toContain('Oferta gminy: 1 usługa może pasować');
    const fields = fieldsOfForm(page.body, at('rozpoznanie'));
    const sent = await web.post(at('rozpoznanie'), { ...fields, evaluation: 'Zasadna.' }, 'plan_coordinator');
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('Zasadna.');
    expect(pageFaults(sent.body)).toEqual([]);
  });
});

describe('a plan or no plan, on one form', () => {
  const filled = async (more: Record<string, string>) => ({
    ...fieldsOfForm((await web.get(at('plan-potrzebny'), 'plan_coordinator')).body, at('plan-potrzebny')),
    'services.0.startsOn': '1.12.2026',
    'services.0.endsOn': '31.05.2027',
    'services.0.units': '20',
    'services.0.cost': '700',
    'services.0.confirmed.sam': 'tak',
    ...more,
  });

  it('asks a person what only a person can judge, offers the relief, and shows why and places', async () => {
    const { body } = await web.get(at('plan-potrzebny'), 'plan_coordinator');
    for (const part of [
      'name="services.0.confirmed.sam"',
      'znaczny stopień',
      'osoba ma 78 lat',
      'Miejsca w programie',
      '3,50',
    ])
      expect(body.replaceAll('\u00a0', ' ')).toContain(part);
  });

  it('answers that no plan is needed with the reckoning, keeps what was typed, and sends it to qualifying', async () => {
    const answer = await web.post(
      at('plan-potrzebny'),
      await filled({ coordination: 'nie' }),
      'plan_coordinator',
    );
    expect(answer.statusCode).toBe(409);
    for (const part of [
      'Plan nie jest potrzebny',
      '28 lutego 2027',
      `formaction="${at('zakwalifikuj')}"`,
      'value="20"',
    ])
      expect(answer.body).toContain(part);
    expect(answer.body).not.toContain('error-summary');
    expect(pageFaults(answer.body)).toEqual([]);
  });

  it('stands by the field when a day is missing', async () => {
    const answer = await web.post(
      at('plan-potrzebny'),
      await filled({ coordination: 'nie', 'services.0.endsOn': '' }),
      'plan_coordinator',
    );
    expect(answer.body).toContain('href="#f-services-0-endsOn"');
    expect(pageFaults(answer.body)).toEqual([]);
  });

  it('takes the person in', async () => {
    const fields = await filled({ coordination: 'nie', feeDueOn: '10.12.2026' });
    const done = await web.post(at('zakwalifikuj'), fields, 'plan_coordinator');
    expect([done.statusCode, done.headers.location]).toEqual([
      303,
      `/praca/sprawy/${caseId}?zrobione=casework.qualify`,
    ]);
    expect(
      await row(house.owner, 'select used_people from programme_service where id = $1', [programmeServiceId]),
    ).toEqual({ used_people: 1 });
    expect((await web.get(at('zakwalifikuj'), 'plan_coordinator')).body.replaceAll('\u00a0', ' ')).toContain(
      'W tym stanie sprawy to już niemożliwe',
    );
  });
});

describe('a refusal', () => {
  it('is drafted by the coordinator, signed by the director, and its delivery is written down', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, {
      conditions: [{ kind: 'age', from: 80, to: null }],
    });
    const { caseId: id } = await arrangeCase(house, { wants: [offer] });
    const path = `/praca/sprawy/${id}`;
    const draft = fieldsOfForm(
      (await web.get(`${path}/odmow`, 'plan_coordinator')).body,
      `${path}/odmow/projekt`,
    );
    expect(draft['ground']).toBe('conditions');
    // A centre that has not named its appeal board is told so; nothing is made up for it.
    expect(draft['board']).toBe('');
    expect((await web.get(`${path}/odmow`, 'plan_coordinator')).body).toContain('nie ma wpisanego kolegium');
    const board = 'Samorządowego Kolegium Odwoławczego w Kaliszu';
    await house.owner.query(
      `update centre set settings = settings || jsonb_build_object('appealBoard', $2::text) where id = $1`,
      [house.centre.id, board],
    );
    const known = await web.get(`${path}/odmow`, 'plan_coordinator');
    expect(fieldsOfForm(known.body, `${path}/odmow/projekt`)['board']).toBe(board);
    expect(known.body).not.toContain('nie ma wpisanego kolegium');
    expect(draft['factualReasoning']).toContain('osoba ma 78 lat');
    expect(
      (
        await web.post(
          `${path}/odmow/projekt`,
          { ...draft, board, legalReasoning: 'Program, § 4.' },
          'plan_coordinator',
        )
      ).statusCode,
    ).toBe(303);
    const signing = await web.get(`${path}/odmow`, 'director');
    expect(signing.body).toContain('Projekt: plan_coordinator testowy');
    const fields = fieldsOfForm(signing.body, `${path}/odmow`);
    expect(fields['legalReasoning']).toBe('Program, § 4.');
    const missing = await web.post(`${path}/odmow`, { ...fields, factualReasoning: '' }, 'director');
    expect(missing.body).toContain('Decyzji brakuje: uzasadnienie faktyczne');
    expect(pageFaults(missing.body)).toEqual([]);
    expect((await web.post(`${path}/odmow`, fields, 'director')).statusCode).toBe(303);
    const { id: decisionId } = await row(house.owner, 'select id from decision where case_id = $1', [id]);
    const delivery = await web.get(`${path}/decyzje/${String(decisionId)}`, 'plan_coordinator');
    expect(pageFaults(delivery.body)).toEqual([]);
    const delivered = await web.post(
      `${path}/decyzje/${String(decisionId)}`,
      { deliveredOn: '16.11.2026' },
      'plan_coordinator',
    );
    expect(delivered.statusCode).toBe(303);
    expect((await web.get(`${path}/decyzje/${String(decisionId)}`, 'plan_coordinator')).body).toContain(
      'Odwołanie do 30 listopada 2026',
    );
  });
});

describe('fees', () => {
  it('are empty with what to expect', async () => {
    const { caseId: id } = await arrangeCase(house);
    const page = await web.get(`/praca/sprawy/${id}/oplaty`, 'clerk');
    expect(page.body).toContain('W tej sprawie nie ma opłat');
    expect(pageFaults(page.body)).toEqual([]);
  });

  it('are paid by the window, waived by the director, ordered by who may sign', async () => {
    const path = at(`oplaty/${feeId}`);
    const clerk = await web.get(path, 'clerk');
    expect([clerk.body.includes('id="wplata"'), clerk.body.includes('id="odstapienie"')]).toEqual([
      true,
      false,
    ]);
    const paid = await web.post(
      `${path}/wplata`,
      { ...fieldsOfForm(clerk.body, `${path}/wplata`), amount: '40,00' },
      'clerk',
    );
    expect(paid.statusCode).toBe(303);
    const director = await web.get(path, 'director');
    expect(director.body.replaceAll('\u00a0', ' ')).toContain('60,00 zł');
    const waived = await web.post(
      `${path}/odstapienie`,
      { ...fieldsOfForm(director.body, `${path}/odstapienie`), amount: '10', reason: '' },
      'director',
    );
    expect(waived.body).toContain('href="#odstapienie-form-reason"');
    const order = await web.get(`${path}/decyzja`, 'director');
    expect(order.body.replaceAll('\u00a0', ' ')).toContain('wpłynęło: 40,00 zł');
    const issued = await web.post(
      `${path}/decyzja`,
      { ...fieldsOfForm(order.body, `${path}/decyzja`), payBy: '31.12.2026' },
      'director',
    );
    expect(issued.headers.location).toContain('casework.order-to-pay');
  });

  it('that are not of this case are not there', async () => {
    const { caseId: id } = await arrangeCase(house);
    expect((await web.get(`/praca/sprawy/${id}/oplaty/${feeId}`, 'clerk')).statusCode).toBe(404);
    expect((await web.get(`/praca/sprawy/${id}/decyzje/${feeId}`, 'director')).statusCode).toBe(404);
  });
});

describe('a resignation from services without a plan (art. 44)', () => {
  it('asks what was given, and closes the case', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const { caseId: id } = await arrangeCase(house, { wants: [offer] });
    const { programmeServiceId: wanted } = offer;
    const services = [
      { programmeServiceId: wanted, chosen: true, startsOn: '2026-11-16', endsOn: '2026-12-15', units: 8 },
    ];
    const coordinator = house.centre.as('plan_coordinator');
    await house.runner.run(qualifyCase, coordinator, { caseId: id, services, coordination: 'nie' });
    const path = `/praca/sprawy/${id}/rezygnacja`;
    expect((await web.get(`/praca/sprawy/${id}`, 'plan_coordinator')).body).toContain(`href="${path}"`);
    const page = await web.get(path, 'plan_coordinator');
    expect(pageFaults(page.body)).toEqual([]);
    const fields = fieldsOfForm(page.body, path);
    const bare = await web.post(path, { ...fields, 'delivered.0.units': '' }, 'plan_coordinator');
    expect(bare.body).toContain('href="#f-delivered-0-units"');
    const sent = await web.post(path, { ...fields, 'delivered.0.units': '3' }, 'plan_coordinator');
    expect(sent.headers.location).toBe(`/praca/sprawy/${id}?zrobione=casework.resign`);
  });
});
