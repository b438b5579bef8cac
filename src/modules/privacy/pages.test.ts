import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { pageFaults } from '../../ui/index.ts';
import { registerPerson } from '../people/index.ts';

const house = testHouse();
const web = testWeb(house);
const home = '/praca/ochrona-danych';

describe('Pages of who watches over personal data', () => {
  it('keep a request from the window to its answer, with the clock, and say no name in titles', async () => {
    const made = await house.runner.run(registerPerson, house.centre.as('clerk'), {
      givenName: 'Zenobia',
      familyName: 'Stronicka',
      noPeselReason: 'not_given',
      gmina: '3006023',
    });
    if (!made.ok) throw new Error(made.problem.code);
    const take = `/praca/osoby/${made.value.personId}/zadanie`;
    expect(pageFaults((await web.get(take, 'clerk')).body)).toEqual([]);
    const sent = await web.post(
      take,
      {
        kind: 'access',
        askedBy: 'person',
        identifiedBy: 'dowód',
        channel: 'letter',
        receivedOn: '2.11.2026',
      },
      'clerk',
    );
    expect(sent.statusCode).toBe(303);
    const { body } = await web.get(home, 'auditor');
    expect(pageFaults(body)).toEqual([]);
    expect(body).toContain('Zenobia Stronicka');
    expect(body).toContain('02.12.2026');
    const [, request = ''] = /href="(\/praca\/ochrona-danych\/zadania\/[0-9a-f-]+)"/.exec(body) ?? [];
    const shown = (await web.get(request, 'auditor')).body;
    expect(pageFaults(shown)).toEqual([]);
    for (const page of [shown, body]) expect(/<title>([^<]*)/.exec(page)?.[1]).not.toContain('Stronicka');
    expect((await web.get(request, 'clerk')).statusCode).toBe(404);
    const pack = await web.get(`${request}/pakiet.zip`, 'auditor');
    expect(pack.headers['content-disposition']).not.toContain('Stronicka');
    expect(pack.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(pack.rawPayload.includes('dane-osobowe.pdf')).toBe(true);
  });

  it.each([
    '',
    '/rejestr',
    '/rejestr?rejestr=processor',
    '/rejestr?rejestr=on_behalf',
    '/rejestr/nowa?rejestr=processor',
    '/rejestr/nowa',
    '/klauzule',
    '/akta',
    '/akta/klasa',
    '/statystyka',
  ])('%s is clear when nothing is there yet, and closed to those whom it does not concern', async (path) => {
    const answer = await web.get(`${home}${path}`, 'director');
    expect(answer.statusCode).toBe(200);
    expect(pageFaults(answer.body)).toEqual([]);
    expect((await web.get(`${home}${path}`, 'plan_coordinator')).statusCode).toBe(403);
  });

  it('the clauses are read by everybody, in three languages', async () => {
    for (const [prefix, words] of [
      ['', 'Twoje dane w centrum'],
      ['/uk', 'Ваші дані в центрі'],
      ['/en', 'Your data at the centre'],
    ] as const)
      expect((await web.get(`${prefix}/jarocin/dane-osobowe`)).body).toContain(words);
  });

  it('statistics come as a table that names nobody', async () => {
    const answer = await web.get(`${home}/statystyka/plik.csv?from=1.01.2020&to=31.12.2026&k=5`, 'director');
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body).not.toContain('Stronicka');
  });
});
