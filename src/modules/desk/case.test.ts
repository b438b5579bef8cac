import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { arrangeCase, arrangeOffer } from '../../../test/support/recognised-case.ts';
import { testWeb } from '../../../test/support/web.ts';
import { privacy } from '../privacy/index.ts';

const house = testHouse();
const restrict = privacy.commands.find(({ name }) => name === 'privacy.restrict');
const { get } = testWeb(house);

/** What stands under "Co teraz" on the page of a case. */
const now = (body: string): string => /id="teraz".*?<\/section>/s.exec(body)?.[0] ?? '';

describe('what to do now, on the page of a case that is being recognised (art. 37)', () => {
  it('the talk with the person stands beside the outcome, until its protocol is written', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const { caseId } = await arrangeCase(house, { wants: [offer] });
    const steps = now((await get(`/praca/sprawy/${caseId}`, 'plan_coordinator')).body);
    expect(steps).toContain(`href="/praca/sprawy/${caseId}/rozpoznanie"`);
    expect(steps).toContain(`href="/praca/sprawy/${caseId}/plan-potrzebny"`);
    const others = now((await get(`/praca/sprawy/${caseId}`, 'clerk')).body);
    expect(others).not.toContain('/rozpoznanie"');
  });
});

describe('a case of somebody whose processing is restricted (art. 18 GDPR)', () => {
  it('says so on its page, to everybody who works in it, until it is lifted', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const { caseId, personId } = await arrangeCase(house, { wants: [offer] });
    const page = `/praca/sprawy/${caseId}`;
    const words = 'Przetwarzanie danych tej osoby jest ograniczone';
    expect((await get(page, 'plan_coordinator')).body).not.toContain(words);
    if (!restrict) throw new Error('no such command');
    const director = house.centre.as('director');
    const set = await house.runner.run(restrict, director, {
      personId,
      ground: 'accuracy',
      reason: 'Osoba kwestionuje adres i datę.',
    });
    expect(set.ok).toBe(true);
    for (const role of ['plan_coordinator', 'clerk', 'director'] as const)
      expect([role, (await get(page, role)).body.includes(words)]).toEqual([role, true]);
  });
});
