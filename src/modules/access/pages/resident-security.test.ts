import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { testWeb } from '../../../../test/support/web.ts';
import { pageFaults } from '../../../ui/index.ts';

const house = testHouse();
const web = testWeb(house);

describe('the way into a resident’s account', () => {
  it.each([
    ['/jarocin/moje/wejscie', 'Gdzie konto jest otwarte'],
    ['/uk/jarocin/moje/wejscie', 'Де відкрито обліковий запис'],
    ['/en/jarocin/moje/wejscie', 'Where the account is open'],
  ])('%s says in the language of the resident what opens it and where it is open', async (url, words) => {
    const page = await web.get(url, 'resident');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(words);
    expect(pageFaults(page.body)).toEqual([]);
  });

  it('ends every other session, and says so in that language', async () => {
    const sent = await web.post('/en/jarocin/moje/wejscie/inne-sesje', {}, 'resident');
    expect(sent.headers['location']).toBe('/en/jarocin/moje/wejscie?zrobione=access.end-other-sessions');
    const page = await web.get(String(sent.headers['location']), 'resident');
    expect(page.body).toContain('The other devices are signed out.');
  });

  it('is nobody’s without an account, and stands under the own centre only', async () => {
    expect((await web.get('/jarocin/moje/wejscie')).statusCode).toBe(303);
    expect((await web.get('/inne/moje/wejscie', 'resident')).statusCode).toBe(404);
  });
});
