import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { caseScene, type Offered, planScene, programmeScene } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import type { Actor, Role } from '../../platform/actor.ts';

const house = testHouse();
const { get } = testWeb(house);
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const today = async (who: Role | Actor): Promise<string> => (await get('/praca', who)).body;

/** The figure in the link to a list; nothing when there is no link. */
const figure = (body: string, address: string): string | undefined =>
  new RegExp(`href="${address.replace('?', '\\?')}"[^>]*>[^<]*?(\\d+)<`).exec(body)?.[1];

describe('what waits without a clock of one’s own', () => {
  it('a plan agreed with the person waits for the director, its deputy, and its own coordinator (art. 41)', async () => {
    const waiting = '/praca/plany?lista=waiting';
    expect(figure(await today('director'), waiting)).toBeUndefined();
    const { coordinator } = await planScene(house, offered, 'agreed');
    expect(figure(await today('director'), waiting)).toBe('1');
    expect(await today('service_organiser')).toContain('Plany do zatwierdzenia: 1');
    expect(await today(coordinator)).toContain('Twoje plany, które czekają na zatwierdzenie: 1');
    expect(figure(await today(await house.centre.account('plan_coordinator')), waiting)).toBeUndefined();
  });

  it('an application that nobody leads is seen by every coordinator, and the list shows as many', async () => {
    const unassigned = '/praca/sprawy?czyje=unassigned';
    const before = Number(figure(await today('plan_coordinator'), unassigned) ?? 0);
    const { caseId } = await caseScene(house, offered, { reserve: false });
    await house.owner.query('update case_file set coordinator_id = null where id = $1', [caseId]);
    for (const role of ['plan_coordinator', 'clerk', 'director', 'service_organiser'] as const)
      expect(figure(await today(role), unassigned)).toBe(String(before + 1));
    expect((await get(unassigned, 'plan_coordinator')).body).toMatch(
      new RegExp(`Bez koordynatora[\\s\\S]{0,80}${before + 1}`),
    );
  });

  it('unmet needs that await a review are counted for the organiser, each as often as it happened, and for nobody else', async () => {
    const review = '/praca/potrzeby/przeglad';
    expect(figure(await today('service_organiser'), review)).toBeUndefined();
    const enter = async (state: string, times: number, centreId = house.centre.id) =>
      await house.owner.query(
        `insert into unmet_need (centre_id, id, area, gmina, reason, happened_on, source, state, times, mark)
         values ($1, gen_random_uuid(), 4, $2, 'no_places', '2026-11-10', 'refusal', $3, $4, sha256(gen_random_uuid()::text::bytea))`,
        [centreId, gminas.town, state, times],
      );
    await enter('awaiting', 3);
    await enter('awaiting', 4);
    await enter('accepted', 5);
    await enter('awaiting', 6, house.other.id);
    expect(figure(await today('service_organiser'), review)).toBe('7');
    for (const role of ['director', 'clerk', 'community_organiser'] as const)
      expect(figure(await today(role), review)).toBeUndefined();
  });

  it('what people asked about their data waits for whoever watches over data, with the nearest day (art. 12(3) GDPR)', async () => {
    const link = 'href="/praca/ochrona-danych"';
    const waiting = 'Żądania w sprawie danych: 1, odpowiedź najpóźniej 02.12.2026';
    expect(await today('director')).not.toContain('Żądania w sprawie danych');
    const { caseId } = await caseScene(house, offered, { reserve: false });
    await house.owner.query(
      `insert into privacy_request (centre_id, id, person_id, kind, asked_by, identified_by, channel, received_on, due_on, made_by)
       select centre_id, gen_random_uuid(), person_id, 'access', 'person', 'dowód', 'letter', '2026-11-02', '2026-12-02', $2
       from case_file where id = $1`,
      [caseId, house.centre.as('clerk').accountId],
    );
    for (const role of ['director', 'auditor'] as const) {
      const body = await today(role);
      expect(body).toContain(waiting);
      expect(body).toContain(link);
    }
    for (const role of ['clerk', 'administrator'] as const)
      expect(await today(role)).not.toContain('Żądania w sprawie danych');
  });

  it.each([
    ['auditor', '/praca/ochrona-danych'],
    ['administrator', '/praca/stan'],
  ] as const)('%s, who meets nobody, is led to %s and not to the register of people', async (role, door) => {
    const main = (await today(role)).split('<main')[1] ?? '';
    expect(main).toContain(`href="${door}"`);
    expect(main).not.toContain('href="/praca/osoby"');
  });

  it.each(['community_organiser', 'auditor', 'administrator'] as const)(
    '%s has neither list and is asked nothing of it',
    async (role) => {
      const page = await get('/praca', role);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('Sprawy bez koordynatora');
      expect(page.body).not.toContain('do zatwierdzenia');
    },
  );
});
