import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import {
  fieldsOf,
  force,
  pages,
  place,
  type Place,
  programmeStage,
} from '../../../test/support/programme.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { amend } from './commands/amend.ts';
import { end } from './commands/end.ts';
import { endExpired } from './commands/end-expired.ts';
import { putInForce } from './commands/put-in-force.ts';
import { recordAdoption } from './commands/record-adoption.ts';
import { recordInformation } from './commands/record-information.ts';
import { repeal } from './commands/repeal.ts';
import { submitAsDraftResolution } from './commands/submit-as-draft-resolution.ts';
import { offersInForce } from './db/versions.ts';
import { compareVersionsQuery } from './queries/compare-versions.ts';

const house = testHouse();
const { runner } = house;
const { serviceId, director, started, submitted, adopted, inForce, ended, seen } = programmeStage(house);

describe('from resolution to force (art. 5(1), 5(5))', () => {
  it('keeps the resolution, and cannot be adopted in the future', async () => {
    const draft = await submitted();
    const adopt = async (resolutionDate: string) =>
      await runner.run(recordAdoption, director(), {
        versionId: draft.versionId,
        resolutionNumber: 'X/1/26',
        resolutionDate,
      });
    expect(fieldsOf(await adopt('2026-11-17'))).toEqual(['resolutionDate']);
    expect(at(await adopt('2026-11-16'))).toBe('done');
    expect(await seen(draft)).toMatchObject({
      version: { state: 'adopted', resolutionNumber: 'X/1/26', resolutionDate: '2026-11-16' },
    });
  });

  it('comes into force from a day not before its resolution, published on two different pages and in the journal', async () => {
    const { versionId } = await adopted();
    const go = async (more: Record<string, unknown>) =>
      fieldsOf(await runner.run(putInForce, director(), { versionId, ...force, ...more }));
    expect(await go({ validFrom: '2026-01-14' })).toEqual(['validFrom']);
    expect(await go({ validFrom: '2026-11-17' })).toEqual(['validFrom']);
    expect(await go({ bipCentre: pages.bipOffice })).toEqual(['bipCentre']);
    expect(await go({ bipOffice: 'strona urzędu' })).toEqual(['bipOffice']);
    expect(await go({ journalPosition: '' })).toEqual(['journalPosition']);
    expect(await go({})).toEqual([]);
  });

  it('and then its services are offered, with the conditions of all of them, within its days only', async () => {
    const { versionId } = await inForce();
    const offers = async (day: string) =>
      (await offersInForce(readerFor(house.pool, house.centre.id), house.centre.id, day)).filter(
        (offer) => offer.versionId === versionId,
      );
    expect(await offers('2026-02-01')).toMatchObject([
      {
        serviceId,
        programmeName: 'Bliżej domu',
        limitPeople: 2,
        conditions: [{ kind: 'age' }],
        commonConditions: [{ kind: 'residence' }],
      },
    ]);
    const counts = ['2026-01-31', '2029-12-31', '2030-01-01'].map(async (day) => (await offers(day)).length);
    expect(await Promise.all(counts)).toEqual([0, 1, 0]);
    expect(await offersInForce(readerFor(house.pool, house.other.id), house.other.id, '2026-02-01')).toEqual(
      [],
    );
  });

  it("is public from then on; a draft is the centre's own paper", async () => {
    const [draft, live] = [await started(), await inForce()];
    for (const role of ['resident', 'visitor', 'region', 'feeder'] as const) {
      expect(await seen(draft, house.centre.as(role))).toBeUndefined();
      expect(await seen(live, house.centre.as(role))).toMatchObject({
        version: { state: 'in_force' },
        steps: [],
      });
    }
    expect(await seen(draft, house.centre.as('clerk'))).toMatchObject({ steps: [] });
    expect(await seen(live, house.other.as('director'))).toBeUndefined();
  });
});

describe('a change is a new version by resolution', () => {
  async function next(from: Place): Promise<Place> {
    const draft = place(await runner.run(amend, director(), { versionId: from.versionId }));
    place(await runner.run(submitAsDraftResolution, director(), { versionId: draft.versionId }));
    return place(
      await runner.run(recordAdoption, director(), {
        versionId: draft.versionId,
        resolutionNumber: 'XX/2/26',
        resolutionDate: '2026-05-15',
      }),
    );
  }

  it('begins as a copy, one at a time, while the old version stays in force', async () => {
    const live = await inForce();
    const draft = place(await runner.run(amend, director(), { versionId: live.versionId }));
    expect(draft).toMatchObject({ programmeId: live.programmeId, number: 2 });
    const [before, after] = [await seen(live), await seen(draft)];
    expect(after?.version.items).toEqual(before?.version.items);
    expect(after?.offers).toMatchObject([
      { serviceId, limitPeople: 2, conditions: [{ kind: 'age' }], usedPeople: 0 },
    ]);
    expect(before?.version.state).toBe('in_force');
    expect(at(await runner.run(amend, director(), { versionId: live.versionId }))).toBe(
      'programmes.amendment-open',
    );
  });

  it('supersedes the old version from its day, and people accepted earlier keep their places', async () => {
    const live = await inForce();
    await house.owner.query(
      'update programme_service set used_people = 2, used_grosze = 70000 where programme_version_id = $1',
      [live.versionId],
    );
    const second = await next(live);
    place(
      await runner.run(putInForce, director(), {
        versionId: second.versionId,
        ...force,
        validFrom: '2026-06-01',
      }),
    );
    expect(await seen(live)).toMatchObject({ version: { state: 'superseded', validTo: '2026-05-31' } });
    expect(await seen(second)).toMatchObject({
      version: { state: 'in_force', validFrom: '2026-06-01' },
      offers: [{ usedPeople: 2, usedGrosze: 70_000 }],
    });
  });

  it('is read side by side with the old one, item by item and service by service', async () => {
    const live = await inForce();
    const second = place(await runner.run(amend, director(), { versionId: live.versionId }));
    await house.owner.query(`update programme_service set limit_people = 5 where programme_version_id = $1`, [
      second.versionId,
    ]);
    await house.owner.query(
      `update programme_version set items = jsonb_set(items, '{needs,text}', '"Nowa diagnoza."') - 'budget' where id = $1`,
      [second.versionId],
    );
    const asked = { programmeId: live.programmeId, number: 2, with: 1 };
    const outcome = await runner.ask(compareVersionsQuery, director(), asked);
    const changes = outcome.ok ? outcome.value.rows.filter((row) => row.before !== row.after) : [];
    expect(changes).toEqual([
      {
        key: 'needs',
        field: expect.stringMatching(/^3\. /),
        before: 'Diagnoza, rozdział 3.',
        after: 'Nowa diagnoza.',
      },
      {
        key: 'budget',
        field: expect.stringMatching(/^12\. /),
        before: expect.stringContaining('budżet gminy'),
      },
      {
        key: serviceId,
        field: 'Usługa: Teleopieka',
        before: expect.stringMatching(/^2 osoby; 1\s000,00\szł/),
        after: expect.stringMatching(/^5 osób; 1\s000,00\szł/),
      },
    ]);
    expect(at(await runner.ask(compareVersionsQuery, house.centre.as('visitor'), asked))).toBe('not_found');
    expect(at(await runner.ask(compareVersionsQuery, house.other.as('director'), asked))).toBe('not_found');
  });

  it('cannot come into force with a limit below what was already given', async () => {
    const live = await inForce();
    await house.owner.query('update programme_service set used_people = 2 where programme_version_id = $1', [
      live.versionId,
    ]);
    const second = await next(live);
    await house.owner.query('update programme_service set limit_people = 1 where programme_version_id = $1', [
      second.versionId,
    ]);
    expect(
      at(
        await runner.run(putInForce, director(), {
          versionId: second.versionId,
          ...force,
          validFrom: '2026-06-01',
        }),
      ),
    ).toBe('programmes.limit-below-use');
    expect(await seen(live)).toMatchObject({ version: { state: 'in_force' } });
  });
});

describe('the end of a programme (art. 6)', () => {
  it('starts the four months of the information: ended on 31 October, due on the last day of February, a Sunday, so on 1 March', async () => {
    const view = await seen(await ended());
    expect(view).toMatchObject({
      version: { state: 'ended', endedOn: '2026-10-31' },
      deadlines: [
        {
          startsOn: '2026-10-31',
          dueOn: '2027-03-01',
          state: 'running',
          basis: expect.arrayContaining(['art. 6 ust. 3 ustawy o CUS']),
        },
      ],
    });
  });

  it('comes by itself when the period has passed: the four months run from its last day', async () => {
    const version = await inForce();
    await house.owner.query(`update programme_version set valid_to = '2026-11-15' where id = $1`, [
      version.versionId,
    ]);
    const run = async (day: string) => {
      house.clock.set(`${day}T09:00:00.000Z`);
      return await runner.run(endExpired, systemActor(house.centre.id), {});
    };
    expect(await run('2026-11-15')).toMatchObject({ value: { ended: 0 } });
    expect(await run('2026-11-16')).toMatchObject({ value: { ended: 1 } });
    expect(await run('2026-11-16')).toMatchObject({ value: { ended: 0 } });
    expect(await seen(version)).toMatchObject({
      version: { state: 'ended', endedOn: '2026-11-15' },
      deadlines: [{ startsOn: '2026-11-15', dueOn: '2027-03-15', state: 'running' }],
    });
  });

  it('cannot be before the programme began or in the future', async () => {
    const { versionId } = await inForce();
    for (const endedOn of ['2026-01-31', '2026-11-17'])
      expect(fieldsOf(await runner.run(end, director(), { versionId, endedOn }))).toEqual(['endedOn']);
  });

  const information = {
    services: [] as unknown[],
    realisation: 'W całości.',
    evaluation: 'Osiągnięto.',
    costGrosze: '812,50',
    ...pages,
    publishedOn: '2026-11-10',
  };

  it('is closed by the information: people planned and actual by service, costs, performers, two pages', async () => {
    const over = await ended();
    const services = [{ serviceId, actual: '2', performers: 'Fundacja' }];
    place(
      await runner.run(recordInformation, director(), {
        versionId: over.versionId,
        ...information,
        services,
      }),
    );
    expect(await seen(over)).toMatchObject({
      version: {
        state: 'reported',
        information: {
          services: [{ serviceName: 'Teleopieka', planned: 2, actual: 2, performers: 'Fundacja' }],
          costGrosze: 81_250,
          publishedOn: '2026-11-10',
        },
      },
      deadlines: [{ state: 'met', endedOn: '2026-11-10' }],
    });
  });

  it('is not closed without a number for every service, before the end, or on one page only', async () => {
    const { versionId } = await ended();
    const record = async (more: Record<string, unknown>) =>
      at(
        await runner.run(recordInformation, director(), {
          versionId,
          ...information,
          services: [{ serviceId, actual: '0' }],
          ...more,
        }),
      );
    expect(await record({ services: [] })).toBe('programmes.service-not-reported');
    expect(await record({ publishedOn: '2026-10-30' })).toBe('programmes.before-end');
    expect(await record({ bipCentre: pages.bipOffice })).toBe('programmes.one-page');
    expect(await record({})).toBe('done');
  });
});

describe('the information by service (art. 6): people planned and actual, and the performers', () => {
  it('names the performers of a service that somebody used, and the planned number where there is no limit', async () => {
    const { versionId } = await ended();
    const record = async (service: Record<string, unknown>) =>
      await runner.run(recordInformation, director(), {
        versionId,
        realisation: 'W całości.',
        evaluation: 'Osiągnięto.',
        costGrosze: '812,50',
        ...pages,
        publishedOn: '2026-11-10',
        services: [{ serviceId, ...service }],
      });
    expect(fieldsOf(await record({ actual: '2' }))).toEqual(['services.0.performers']);
    await house.owner.query(
      `update programme_service set limit_people = null where programme_version_id = $1`,
      [versionId],
    );
    const performers = 'Fundacja';
    expect(fieldsOf(await record({ actual: '2', performers }))).toEqual(['services.0.planned']);
    expect(at(await record({ actual: '2', performers, planned: '5' }))).toBe('done');
    expect(
      (
        await house.owner.query(`select information->'services' as s from programme_version where id = $1`, [
          versionId,
        ])
      ).rows[0].s,
    ).toEqual([{ serviceName: 'Teleopieka', planned: 5, actual: 2, performers }]);
  });
});

describe('programmes.repeal', () => {
  it('closes an adopted programme or one in force; of one that was in force the information is due (art. 6(3))', async () => {
    for (const [version, steps] of [
      [await adopted(), []],
      [await inForce(), ['record-information']],
    ] as const) {
      place(
        await runner.run(repeal, director(), {
          versionId: version.versionId,
          resolution: 'XXX/3/26 z 1.10.2026',
          endedOn: '2026-10-15',
        }),
      );
      expect(await seen(version)).toMatchObject({
        version: { state: 'repealed', repeal: 'XXX/3/26 z 1.10.2026' },
        steps,
        // Four months from 15 October 2026.
        deadlines: steps.map(() => ({ startsOn: '2026-10-15', dueOn: '2027-02-15', state: 'running' })),
      });
      expect(
        at(await runner.run(end, director(), { versionId: version.versionId, endedOn: '2026-10-31' })),
      ).toBe('programmes.wrong-state');
    }
  });
});
