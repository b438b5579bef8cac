import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { publicStates, selectStretches } from '../directory/index.ts';
import { keptStretch } from './pages/kept-stretches.ts';
import { directoryScene, ids } from './scene.fixture.ts';

const house = testHouse();

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

/** The published cards of the scene, one in each stretch. */
const stretches = async () =>
  await selectStretches(readerFor(house.pool, house.centre.id), house.centre.id, publicStates, 1);

describe('the mark of a stretch of the directory', () => {
  it('stretches follow one another in the order of the ids of their cards', async () => {
    const all = await stretches();
    expect(all.map((one) => one.after)).toEqual([null, ids.care, ids.meals]);
    expect(new Set(all.map((one) => one.mark)).size).toBe(3);
  });

  it.each([
    ['a card', 'update service set version = version + 1 where id = $1', ids.meals, ids.meals],
    ['its organization', 'update organization set version = version + 1 where id = $1', ids.club, ids.meals],
    ['its place', 'update location set version = version + 1 where id = $1', ids.house, ids.care],
    ['a card put back as it was', 'update service set version = version where id = $1', ids.meals, ids.meals],
    [
      'a place put back as it was',
      'update location set version = version where id = $1',
      ids.house,
      ids.care,
    ],
    ['where it is given', 'delete from service_location where id = $1', ids.site, ids.care],
  ])('changes with %s, and no other mark does', async (_what, statement, id, card) => {
    const before = await stretches();
    await house.owner.query(statement, [id]);
    const after = await stretches();
    const changed = after.map(({ mark }, index) => mark !== before[index]?.mark);
    expect(changed).toEqual([ids.care, ids.meals, ids.talk].map((one) => one === card));
  });
});

describe('what a stretch was written as', () => {
  it('is made once for a mark, and the same bytes again', async () => {
    let made = 0;
    const ask = async (mark: string): Promise<string> =>
      (await keptStretch(mark, async () => Buffer.from(`${mark} ${++made}`))).toString();
    expect(await ask('one')).toBe('one 1');
    // It is packed beside the first answer, and kept when that is done.
    while ((await ask('one')) !== (await ask('one'))) await new Promise(setImmediate);
    const [settled, times] = [await ask('one'), made];
    expect([await ask('one'), made]).toEqual([settled, times]);
    expect(await ask('two')).toBe(`two ${times + 1}`);
  });

  it('is not kept when making it failed', async () => {
    const failing = keptStretch('failing', async () => await Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
    expect((await keptStretch('failing', async () => Buffer.from('there'))).toString()).toBe('there');
  });
});
