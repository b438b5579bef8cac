import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import {
  type CaseScene,
  done,
  type Offered,
  planScene,
  programmeScene,
} from '../../../../test/support/plan.ts';
import { drawing } from '../queries/drawing.ts';
import { agree } from './agree.ts';
import { writeNeed } from './write-need.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const drawn = async (planId: string, scene: CaseScene) =>
  done(await house.runner.ask(drawing, scene.coordinator, { planId }));

describe('plans.agree (art. 38(1))', () => {
  const agreement = { agreedOn: '2026-11-16', agreedHow: 'rozmowa w domu' };

  it('names everything that a plan still lacks, with the basis', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    const outcome = await house.runner.run(agree, coordinator, { planId, ...agreement });
    expect(outcome).toMatchObject({
      problem: { code: 'plans.incomplete', basis: expect.stringContaining('art. 39 ust. 1') },
    });
    expect(outcome).toMatchObject({ problem: { words: expect.stringContaining('wskaż miejsce') } });
  });

  it('puts a whole plan up for approval, and then nobody writes it over', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'whole');
    done(await house.runner.run(agree, coordinator, { planId, ...agreement }));
    expect((await drawn(planId, { coordinator, ...scene })).at).toMatchObject({
      state: 'agreed',
      ...agreement,
    });
    expect(await house.runner.run(writeNeed, coordinator, { planId, words: 'x', priority: 1 })).toMatchObject(
      {
        problem: { code: 'plans.wrong-state' },
      },
    );
  });

  it('is not dated in the future', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'whole');
    expect(
      await house.runner.run(agree, coordinator, { planId, ...agreement, agreedOn: '2026-11-17' }),
    ).toMatchObject({
      problem: { code: 'plans.agreed-in-future', fields: { agreedOn: expect.any(String) } },
    });
  });

  it('art. 40: past the thirty days it wants the reason, once', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'whole', { submittedOn: '2026-10-01' });
    expect(await house.runner.run(agree, coordinator, { planId, ...agreement })).toMatchObject({
      problem: {
        code: 'plans.overdue-unexplained',
        fields: { overdueReason: expect.stringContaining('2 listopada 2026') },
      },
    });
    done(
      await house.runner.run(agree, coordinator, { planId, ...agreement, overdueReason: 'pobyt w szpitalu' }),
    );
    const { rows } = await house.owner.query(
      `select overdue_reason from deadline d join plan p on p.case_id = d.case_id where p.id = $1`,
      [planId],
    );
    expect(rows).toEqual([{ overdue_reason: 'pobyt w szpitalu' }]);
  });

  it('is not older than the application (art. 38(1))', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'whole');
    const on = (agreedOn: string) => house.runner.run(agree, coordinator, { planId, ...agreement, agreedOn });
    expect(await on('2026-11-01')).toMatchObject({ problem: { code: 'plans.agreed-before' } });
    done(await on('2026-11-02'));
  });

  it('a draft of a case that was withdrawn meanwhile goes no further', async () => {
    const { planId, coordinator, caseId } = await planScene(house, offered, 'whole');
    await house.owner.query(`update case_file set state = 'withdrawn' where id = $1`, [caseId]);
    expect(await house.runner.run(agree, coordinator, { planId, ...agreement })).toMatchObject({
      problem: { code: 'plans.case-state' },
    });
  });
});
