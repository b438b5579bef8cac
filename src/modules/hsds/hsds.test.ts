import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { newId } from '../../platform/ids.ts';

const house = testHouse();
const web = testWeb(house);

beforeAll(async () => {
  await house.owner.query(
    `insert into service (centre_id, id, name, track, area) values ($1, $2, 'Złota rączka', 'programme', 6)`,
    [house.centre.id, newId()],
  );
});

describe('walking skeleton', () => {
  it('names the profile', async () => {
    const answer = await web.get('/jarocin/hsds');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ version: '3.1' });
  });
  it('lists services', async () => {
    const answer = await web.get('/jarocin/hsds/services?full=true');
    expect(answer.json()).toMatchObject({ total_items: 1, empty: false });
    console.log(JSON.stringify(answer.json(), null, 1));
    console.log(answer.headers);
  });
});
