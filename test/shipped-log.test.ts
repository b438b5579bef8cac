import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logAlsoTo } from '../src/platform/log-line.ts';
import { testHouse } from './support/centre.ts';
import { testWeb } from './support/web.ts';

const house = testHouse();
const web = testWeb(house);
let told: Record<string, unknown>[] = [];
let end = (): void => undefined;
beforeAll(() => {
  end = logAlsoTo((line) => void told.push(JSON.parse(line) as Record<string, unknown>));
});
afterAll(() => end());
beforeEach(() => {
  told = [];
});

describe('what a system that watches from outside is told (OKIENKO_LOG_TO, ASVS 16.4.3)', () => {
  it('a sign-in that failed, without what was typed', async () => {
    await web.post('/jarocin/logowanie', { login: 'anna.nowak', password: 'Tajne-Haslo-1', code: '' });
    expect(told).toMatchObject([{ event: 'security.sign-in-failed', action: 'access.sign-in' }]);
    expect(JSON.stringify(told)).not.toMatch(/anna|Tajne/);
  });

  it('a denied read: who and what, not whom', async () => {
    await web.get('/api/queries/records.audit-log', 'clerk');
    expect(told).toContainEqual(
      expect.objectContaining({
        event: 'security.denied',
        action: 'records.audit-log',
        account: house.centre.as('clerk').accountId,
        centre: house.centre.id,
        code: 'access.forbidden',
      }),
    );
  });

  it('a dangerous step, when it was done', async () => {
    await web.get('/praca/ochrona-danych/statystyka/plik.csv', 'director');
    expect(told).toMatchObject([{ event: 'security.dangerous', action: 'privacy.export-statistics' }]);
  });

  it('nothing of everyday work', async () => {
    await web.get('/praca/sprawy', 'clerk');
    expect(told).toEqual([]);
  });
});
