import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';

const house = testHouse();
const web = testWeb(house);

async function person(): Promise<string> {
  const id = newId();
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Maria', 'Lis', 'not_given')`,
    [house.centre.id, id],
  );
  return id;
}

describe('the page of a person', () => {
  it('leads a clerk to joining a resident’s login, where residents come in through another system', async () => {
    const personId = await person();
    const page = `/praca/osoby/${personId}`;
    const link = `href="/praca/logowanie-mieszkanca/${personId}"`;
    expect((await web.get(page, 'clerk')).body).not.toContain(link);
    await house.owner.query(
      `insert into sign_in_provider (centre_id, door, label, issuer, client_id, second_factor, match_person, active)
       values ($1, 'residents', 'login.gov.pl', 'https://broker.example', 'okienko', true, false, true)`,
      [house.centre.id],
    );
    const { body } = await web.get(page, 'clerk');
    expect(pageFaults(body)).toEqual([]);
    expect(body).toContain(link);
    expect((await web.get(page, 'director')).body).not.toContain(link);
    expect((await web.get(`/praca/logowanie-mieszkanca/${personId}`, 'clerk')).statusCode).toBe(200);
  });
});
