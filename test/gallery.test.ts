import { describe, expect, it } from 'vitest';
import { testHouse } from './support/centre.ts';
import { testWeb } from './support/web.ts';

const house = testHouse();
const web = testWeb(house);

describe('the gallery of the design system', () => {
  it('is there in a demonstration, and where people’s data are it is no page at all', async () => {
    expect((await web.get('/wzornik')).statusCode).toBe(200);
    await house.owner.query('update centre set demonstration = false where id = $1', [house.other.id]);
    house.clock.set('2026-11-16T10:00:00.000Z');
    const gone = await web.get('/wzornik');
    expect([gone.statusCode, gone.body.includes('GalleryPage')]).toEqual([404, false]);
    const { body } = await web.get('/');
    expect(body).not.toContain('/wzornik');
  });
});
