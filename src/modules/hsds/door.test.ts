import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { directoryScene, ids } from './scene.fixture.ts';

const house = testHouse();
const web = testWeb(house);

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

describe('the door of open data', () => {
  it('gives an export that is kept packed to whoever takes it so, and as it is to others', async () => {
    const ask = async (headers: Record<string, string>) =>
      await web.send({ url: '/jarocin/hsds/export.ndjson', headers });
    const plain = (await ask({})).body;
    let packed = await ask({ 'accept-encoding': 'gzip' });
    // It is packed beside the first answer, and kept when that is done.
    while (packed.headers['content-encoding'] === undefined) {
      await new Promise(setImmediate);
      packed = await ask({ 'accept-encoding': 'gzip' });
      expect(packed.statusCode).toBe(200);
    }
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain);
    const refused = await ask({ 'accept-encoding': 'gzip;q=0' });
    expect([refused.headers['content-encoding'], refused.body]).toEqual([undefined, plain]);
    expect(packed.headers['vary']).toContain('accept-encoding');
  });

  it('is open to pages of any origin, tells when nothing changed, and never looks at cookies', async () => {
    const first = await web.get('/jarocin/hsds/services');
    expect(first.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': expect.stringMatching(/^public, max-age=\d+/),
    });
    const again = await web.send({
      url: '/jarocin/hsds/services',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const asDirector = await web.get('/jarocin/hsds/services', 'director');
    expect(asDirector.body).toBe(first.body);
    const preflight = await web.send({
      method: 'OPTIONS',
      url: '/jarocin/hsds/services',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([preflight.statusCode, preflight.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, HEAD, POST, OPTIONS',
    ]);
  });

  it('lists may be asked by POST as the standard lets them, from any origin, whatever stands in the body', async () => {
    const asked = (await web.get('/jarocin/hsds/services?search=obiady')).json();
    for (const headers of [{}, { 'content-type': 'application/json' }, { 'content-type': 'text/x-what' }]) {
      const answer = await web.send({
        method: 'POST',
        url: '/jarocin/hsds/services?search=obiady',
        headers: { ...headers, origin: 'https://elsewhere.example', 'if-none-match': '*' },
        payload: 'content-type' in headers ? '{"page":' : '',
      });
      expect([answer.statusCode, answer.json()]).toEqual([200, asked]);
    }
  });

  it.each([
    ['POST', '/jarocin/hsds', 'GET, HEAD, OPTIONS'],
    ['POST', '/jarocin/hsds/export.json', 'GET, HEAD, OPTIONS'],
    ['PUT', '/jarocin/hsds/services', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', `/jarocin/hsds/services/${ids.care}`, 'GET, HEAD, OPTIONS'],
    ['DELETE', `/hsds/services/${ids.care}`, 'GET, HEAD, OPTIONS'],
  ] as const)('changes nothing: %s %s is answered by what may be asked', async (method, url, allow) => {
    const answer = await web.send({ method, url, headers: { origin: 'https://elsewhere.example' } });
    expect([answer.statusCode, answer.headers['allow'], answer.json()['code']]).toEqual([
      405,
      allow,
      'http.only-read',
    ]);
  });

  it.each([
    ['/jarocin/hsds/services?page=0', 422, 'page'],
    ['/jarocin/hsds/services?page=1e3', 422, 'page'],
    ['/jarocin/hsds/services?per_page=100000', 422, 'per_page'],
    ['/jarocin/hsds/services?modified_after=wczoraj', 422, 'modified_after'],
    ['/jarocin/hsds/services?modified_after=2026-02-30', 422, 'modified_after'],
    ['/jarocin/hsds/services?taxonomy_term_id=4', 422, 'taxonomy_term_id'],
    ['/jarocin/hsds/services?postcode=Jarocin', 422, 'postcode'],
    ['/jarocin/hsds/service_at_locations?proximity=100', 422, 'proximity'],
    ['/jarocin/hsds/services?format=xml', 422, 'format'],
    ['/jarocin/hsds/services?full=perhaps', 422, 'full'],
    ['/jarocin/hsds/services/nic', 404, undefined],
    [`/jarocin/hsds/services/${ids.house}`, 404, undefined],
    ['/jarocin/hsds/cokolwiek', 404, undefined],
    ['/nie-ma-takiego/hsds/services', 404, undefined],
    ['/hsds/profile/nic.json', 404, undefined],
  ])('%s is answered by a problem document (%i)', async (path, status, field) => {
    const answer = await web.get(path);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const document = answer.json();
    expect(document).toMatchObject({ status, detail: expect.any(String), code: expect.any(String) });
    expect(Object.keys(document.errors ?? {})).toEqual(field ? [field] : []);
  });

  it('lets an address of the network ask often, and for everything at once less often', async () => {
    const limits = await Promise.all(
      ['/jarocin/hsds/services', '/jarocin/hsds/export.json'].map(async (path) =>
        Number((await web.get(path)).headers['x-ratelimit-limit']),
      ),
    );
    expect(limits).toEqual([600, 30]);
    // Whoever has one address of IPv6 has a whole network of them.
    const ask = async (count: number) =>
      await web.send({
        url: '/jarocin/hsds/export.ndjson',
        remoteAddress: `2001:db8::${count.toString(16)}`,
      });
    let last = await ask(1);
    for (let count = 2; count < 40 && last.statusCode === 200; count += 1) last = await ask(count);
    expect([last.statusCode, last.headers['content-type']]).toEqual([
      429,
      expect.stringContaining('problem+json'),
    ]);
  });
});
