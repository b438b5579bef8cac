import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { fieldsOf, force, offered, place, programmeStage } from '../../../test/support/programme.ts';
import { arrangeOtherTrack } from '../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { programmeItems } from '../../law/index.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { amend } from './commands/amend.ts';
import { end } from './commands/end.ts';
import { offerService } from './commands/offer-service.ts';
import { putInForce } from './commands/put-in-force.ts';
import { recordAdoption } from './commands/record-adoption.ts';
import { recordInformation } from './commands/record-information.ts';
import { repeal } from './commands/repeal.ts';
import { setFee } from './commands/set-fee.ts';
import { start } from './commands/start.ts';
import { submitAsDraftResolution } from './commands/submit-as-draft-resolution.ts';
import { takeBack } from './commands/take-back.ts';
import { withdrawOffer } from './commands/withdraw-offer.ts';
import { writeItem } from './commands/write-item.ts';

const house = testHouse();
const { runner } = house;
const { serviceId, director, started, filled, submitted, seen } = programmeStage(house);

describe('who may write a programme (domain reference 2.9)', () => {
  const writers: Role[] = ['director', 'service_organiser'];
  const anything = {
    versionId: '00000000-0000-0000-0000-000000000000',
    serviceId: newId(),
    name: 'x',
    gmina: gminas.town,
    item: 'needs',
    value: { text: 'x' },
    unit: 'hour',
    kind: 'free',
    reason: 'x',
    resolutionNumber: '1',
    resolutionDate: '2026-01-01',
    ...force,
    endedOn: '2026-01-01',
    resolution: 'x',
    services: [],
    realisation: 'x',
    evaluation: 'x',
    costGrosze: '0',
    publishedOn: '2026-01-01',
  };

  it.each(
    [
      amend,
      end,
      offerService,
      putInForce,
      recordAdoption,
      recordInformation,
      repeal,
      setFee,
      start,
      submitAsDraftResolution,
      takeBack,
      withdrawOffer,
      writeItem,
    ].map((command) => [command.name, command] as const),
  )('%s: the director and the organiser, of this centre', async (_name, command) => {
    const { versionId } = await started();
    const run = async (actor: Actor) =>
      at(
        await runner.run<unknown, unknown, unknown, unknown>(command as never, actor, {
          ...anything,
          versionId,
        }),
      );
    expect(await rolesAdmitted(async (role) => await run(house.centre.as(role)))).toEqual(writers);
    expect(await run(house.other.as('director'))).toBe(command === start ? 'done' : 'not_found');
  });
});

describe('programmes.start and programmes.write-item', () => {
  it('begin with a name; the other eleven items are missing', async () => {
    const view = await seen(await started());
    expect(view).toMatchObject({
      programme: { name: 'Bliżej domu', gmina: gminas.town },
      version: { state: 'draft', number: 1 },
    });
    expect(view?.lacking).toHaveLength(12);
    expect(view?.gaps).toEqual({ nameAndGoal: ['cel programu'] });
  });

  it('belong to the council of a gmina that the centre serves', async () => {
    expect(fieldsOf(await runner.run(start, director(), { name: 'x', gmina: '1438011' }))).toEqual(['gmina']);
    expect(fieldsOf(await runner.run(start, director(), { name: 'x' }))).toEqual(['gmina']);
    await house.owner.query(
      `update centre_gmina set valid_to = '2026-01-01' where centre_id = $1 and teryt = $2`,
      [house.centre.id, gminas.village],
    );
    // Of one gmina it need not be said which; a foreign one is not taken for it.
    expect(fieldsOf(await runner.run(start, director(), { name: 'x', gmina: '1438011' }))).toEqual(['gmina']);
    expect(await runner.run(start, director(), { name: 'x' })).toMatchObject({ ok: true });
    await house.owner.query('update centre_gmina set valid_to = null where centre_id = $1', [
      house.centre.id,
    ]);
  });

  it('write one item, and the name is the name of the programme', async () => {
    const draft = await started();
    await runner.run(writeItem, director(), {
      versionId: draft.versionId,
      item: 'nameAndGoal',
      value: { name: 'Sąsiedzi', goal: 'Razem.' },
    });
    expect(await seen(draft)).toMatchObject({
      programme: { name: 'Sąsiedzi' },
      version: { items: { nameAndGoal: { goal: 'Razem.' } }, version: 2 },
    });
  });

  it('give faults of an item back by field, and keep a stale form from overwriting', async () => {
    const draft = await started();
    expect(
      fieldsOf(
        await runner.run(writeItem, director(), {
          versionId: draft.versionId,
          item: 'period',
          value: { from: '2027-02-30', to: '2027-12-31' },
        }),
      ),
    ).toEqual(['value.from']);
    await runner.run(writeItem, director(), {
      versionId: draft.versionId,
      item: 'needs',
      value: { text: 'a' },
    });
    expect(
      at(
        await runner.run(
          writeItem,
          director(),
          { versionId: draft.versionId, item: 'needs', value: { text: 'b' } },
          { version: 1 },
        ),
      ),
    ).toBe('stale');
  });
});

describe('programmes.offer-service', () => {
  it('keeps limits in people and grosze, price and conditions; saying it again corrects it', async () => {
    const draft = await started();
    place(await runner.run(offerService, director(), { versionId: draft.versionId, serviceId, ...offered }));
    place(
      await runner.run(offerService, director(), {
        versionId: draft.versionId,
        serviceId,
        ...offered,
        limitPeople: '5',
        limitGrosze: '',
      }),
    );
    expect((await seen(draft))?.offers).toMatchObject([
      {
        serviceId,
        limitPeople: 5,
        limitGrosze: null,
        unitPriceGrosze: 5500,
        unit: 'month',
        conditions: [{ kind: 'age', from: 60, to: null }],
      },
    ]);
    place(await runner.run(withdrawOffer, director(), { versionId: draft.versionId, serviceId }));
    expect((await seen(draft))?.offers).toEqual([]);
    expect(at(await runner.run(withdrawOffer, director(), { versionId: draft.versionId, serviceId }))).toBe(
      'programmes.not-offered',
    );
  });

  it('refuses a service under a separate statute (art. 19), of another gmina, and of nobody', async () => {
    const { versionId } = await started();
    const offer = async (id: string) =>
      at(await runner.run(offerService, director(), { versionId, serviceId: id, ...offered }));
    expect(await offer((await arrangeOtherTrack(house.owner, house.centre.id)).serviceId)).toBe(
      'programmes.other-track',
    );
    const village = newId();
    await house.owner.query(
      `insert into service (centre_id, id, name, track, gminas) values ($1, $2, 'Kluby', 'programme', array[$3])`,
      [house.centre.id, village, gminas.village],
    );
    expect(await offer(village)).toBe('programmes.other-gmina');
    expect(await offer(newId())).toBe('programmes.no-service');
  });
});

describe('programmes.set-fee (art. 43(1))', () => {
  it('keeps how a service is charged, and a table of hours only for a service counted in hours', async () => {
    const draft = await filled();
    const fee = async (more: Record<string, unknown>) =>
      await runner.run(setFee, director(), { versionId: draft.versionId, serviceId, ...more });
    place(
      await fee({
        kind: 'perUnit',
        unitPriceGrosze: '3,00',
        reliefs: [{ words: 'znaczny stopień', percent: '100' }],
      }),
    );
    expect((await seen(draft))?.offers[0]?.fee).toEqual({
      kind: 'perUnit',
      unitPriceGrosze: 300,
      reliefs: [{ id: 'r1', words: 'znaczny stopień', share: 10_000 }],
    });
    const rows = [{ from: '0', fromEdge: 'from', to: '', toEdge: 'upTo', rate: '10' }];
    const table = {
      kind: 'byIncome',
      tables: [
        {
          validFrom: '2026-01-01',
          roundingMode: 'halfUp',
          roundingUnit: '1',
          roundingOn: 'total',
          hourlyPriceGrosze: '45',
          single: rows,
          family: rows,
        },
      ],
    };
    expect(at(await fee(table))).toBe('programmes.table-needs-hours');
    place(
      await runner.run(offerService, director(), {
        versionId: draft.versionId,
        serviceId,
        ...offered,
        unit: 'hour',
      }),
    );
    expect(at(await fee(table))).toBe('done');
    expect(
      fieldsOf(
        await fee({
          ...table,
          tables: [{ ...table.tables[0], single: [...rows, { ...rows[0], from: '100' }] }],
        }),
      ),
    ).toEqual(['tables.0.single.1.from']);
  });
});

describe('a draft resolution needs all twelve items (art. 5(3))', () => {
  it.each(
    programmeItems
      .filter((item) => item.id !== 'nameAndGoal')
      .map((item) => [`${item.number}. ${item.name}`, item.id] as const),
  )('and is refused without %s', async (words, id) => {
    const draft = await filled();
    if (id === 'services')
      await runner.run(withdrawOffer, director(), { versionId: draft.versionId, serviceId });
    else
      await house.owner.query('update programme_version set items = items - $2::text where id = $1', [
        draft.versionId,
        id,
      ]);
    const outcome = await runner.run(submitAsDraftResolution, director(), { versionId: draft.versionId });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'programmes.items-missing',
        words: expect.stringContaining(words),
        basis: expect.stringContaining('art. 5 ust. 3'),
      },
    });
    expect(await seen(draft)).toMatchObject({ version: { state: 'draft' } });
  });

  it('and is one when they are there; nothing of it can be edited until it is taken back', async () => {
    const draft = await submitted();
    expect(await seen(draft)).toMatchObject({ version: { state: 'draft_resolution' }, lacking: [] });
    const edit = async () =>
      at(
        await runner.run(writeItem, director(), {
          versionId: draft.versionId,
          item: 'needs',
          value: { text: 'x' },
        }),
      );
    expect(await edit()).toBe('programmes.wrong-state');
    expect(
      at(await runner.run(offerService, director(), { versionId: draft.versionId, serviceId, ...offered })),
    ).toBe('programmes.wrong-state');
    place(await runner.run(takeBack, director(), { versionId: draft.versionId, reason: 'uwagi radcy' }));
    expect(await edit()).toBe('done');
  });
});
