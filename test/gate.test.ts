import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildHouse } from '../src/app/house.ts';
import { networkOf } from '../src/platform/http/limits.ts';
import { testHouse } from './support/centre.ts';

const house = testHouse();
let plain: FastifyInstance;
let secured: FastifyInstance;
let port = 0;

beforeAll(async () => {
  const build = async (secure: boolean) =>
    (
      await buildHouse(house.pool, house.clock, {
        secure,
        publicWrites: 3,
        publicReads: 3,
        vault: house.vault,
      })
    ).server;
  [plain, secured] = [await build(false), await build(true)];
  port = Number(new URL(await secured.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await Promise.all([plain.close(), secured.close()]);
});

const everywhere = [
  '/',
  '/jarocin',
  '/logowanie',
  '/praca',
  '/nie-ma',
  '/api/openapi.json',
  '/api/queries/nie-ma',
];

describe('headers of every answer', () => {
  it.each(everywhere)(
    'behind TLS %s says that there is no way without it (HSTS, two years, subdomains)',
    async (url) => {
      const { headers } = await secured.inject({ url, remoteAddress: '10.1.1.1' });
      expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    },
  );

  it('without TLS nothing is promised that cannot be kept', async () => {
    expect((await plain.inject('/nie-ma')).headers['strict-transport-security']).toBeUndefined();
  });

  it.each(everywhere)(
    '%s is not framed, not guessed, not kept unless it says so, and loads from us only',
    async (url) => {
      const { headers, body } = await plain.inject({ url, remoteAddress: '10.1.1.2' });
      const policy = String(headers['content-security-policy']);
      for (const rule of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*|http:/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['cache-control']).toMatch(/^(no-store|public, max-age=\d+)/);
      expect(body && headers['content-type']).toMatch(/^$|charset=utf-8$|^application\/problem\+json/);
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('no other site may read an answer, whatever origin it names', async () => {
    const { headers } = await plain.inject({ url: '/jarocin', headers: { origin: 'https://obca.example' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the address that limits count by', () => {
  const read = async (forwarded: string, remoteAddress: string) =>
    (await secured.inject({ url: '/o-okienku', remoteAddress, headers: { 'x-forwarded-for': forwarded } }))
      .statusCode;

  it('is the one that our proxy saw, not one that the asker wrote before it', async () => {
    const codes = [];
    for (const made of ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4'])
      codes.push(await read(`${made}, 203.0.113.7`, '127.0.0.1'));
    expect(codes).toEqual([200, 200, 200, 429]);
    expect(await read('203.0.113.8', '127.0.0.1')).toBe(200);
  });

  it('is the asker’s own when no proxy of ours stands before it, whatever they write', async () => {
    const codes = [];
    for (const made of ['5.5.5.5', '6.6.6.6', '7.7.7.7', '8.8.8.8'])
      codes.push(await read(made, '198.51.100.9'));
    expect(codes).toEqual([200, 200, 200, 429]);
  });
});

describe('one network', () => {
  it.each([
    ['2001:db8:1:2::7', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff:1:2:3', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    [undefined, 'gone'],
  ])('of %s is counted as %s: whoever has one address of it has them all', (ip, network) => {
    expect(networkOf({ ip })).toBe(network);
  });

  it('has one allowance for reading and for guessing, however many of its addresses ask', async () => {
    const [read, guess] = [[], []] as [number[], number[]];
    for (const last of ['1', '2', '3', '4']) {
      const remoteAddress = `2001:db8:7:7::${last}`;
      read.push((await plain.inject({ url: '/o-okienku', remoteAddress })).statusCode);
      const tried = await plain.inject({
        method: 'POST',
        url: '/jarocin/logowanie',
        payload: {},
        remoteAddress,
      });
      guess.push(tried.statusCode);
    }
    expect([read, guess]).toEqual([
      [200, 200, 200, 429],
      [422, 422, 422, 429],
    ]);
  });
});

describe('what is no request of ours', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'DELETE'] as const)('%s opens nothing', async (method) => {
    const answer = await plain.inject({
      method: method as 'TRACE',
      url: '/jarocin',
      remoteAddress: '10.1.1.3',
    });
    expect([400, 404, 405]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('x-echo');
  });

  const raw = async (text: string): Promise<string> =>
    await new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let said = '';
      socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });

  it.each([
    [
      'a length and pieces at once',
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
      '0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
    ],
    ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n', 'abcde'],
    ['pieces under another name', 'Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'],
    ['a header folded over two lines', 'X-A: 1\r\n b: 2\r\nContent-Length: 0\r\n', ''],
  ])('a request whose end two servers would see differently is cut off: %s', async (_what, head, body) => {
    const said = await raw(`POST /szkic HTTP/1.1\r\nHost: okienko.test\r\n${head}\r\n${body}`);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('one that never ends is left after a time', () => {
    expect(secured.server.requestTimeout).toBe(300_000);
    expect(secured.server.headersTimeout).toBeLessThanOrEqual(60_000);
  });
});

describe('what is not there for anybody', () => {
  it.each([
    '/.git/config',
    '/.env',
    '/package.json',
    '/.okienko/okienko.key',
    '/assets/',
    '/docs/',
    '/data/',
    '/src/',
  ])('nothing of the sources is served: no .git, no configuration, no data folder: %s', async (url) => {
    for (const asked of [url, `/assets/..%2f..%2f${url.slice(1)}`, `/assets/%252e%252e${url}`])
      expect(
        (await plain.inject({ url: asked, remoteAddress: `10.2.${asked.length}.1` })).statusCode,
      ).not.toBe(200);
  });
});

describe('a parameter', () => {
  it('a parameter sent twice counts once, and one in the address never passes for one of the form', async () => {
    const twice = await plain.inject({
      url: '/logowanie?powrot=/praca&powrot=//obca.example',
      remoteAddress: '10.3.1.1',
    });
    expect(twice.statusCode).toBe(200);
    expect(twice.body).toContain('href="/jarocin/logowanie?powrot=%2Fpraca"');
    const sent = await plain.inject({
      method: 'POST',
      url: '/jarocin/logowanie?login=administrator&password=x&code=123456',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
      remoteAddress: '10.3.1.2',
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).not.toContain('value="administrator"');
  });
});

describe('the log of the gate', () => {
  it('what the gate turns away is written down: from where on the site, never by whom', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    for (let tried = 0; tried < 3; tried += 1)
      await plain.inject({
        method: 'POST',
        url: '/jarocin/logowanie?powrot=/praca/44051401359',
        headers: { origin: 'https://obca.example', 'user-agent': 'okno' },
        remoteAddress: '203.0.113.99',
      });
    spy.mockRestore();
    const lines = written.map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      { at: house.clock.now(), refused: 403, method: 'POST', route: '/:centre/logowanie' },
    ]);
  });
});

describe('the address that open data name as their own', () => {
  it('is the one that the operator gave, whatever host an asker claims', async () => {
    const options = { secure: true, publicWrites: 3, vault: house.vault, home: 'https://okienko.example' };
    const { server } = await buildHouse(house.pool, house.clock, options);
    const headers = { host: 'obca.example', 'x-forwarded-host': 'zla.example' };
    const { body, statusCode } = await server.inject({ url: '/hsds', headers });
    await server.close();
    expect(statusCode).toBe(200);
    expect(body).toContain('https://okienko.example/hsds');
    expect(body).not.toMatch(/obca|zla/);
  });
});

describe('whom to tell of a hole', () => {
  const house2 = async (securityContact?: string) =>
    (
      await buildHouse(house.pool, house.clock, {
        secure: false,
        publicWrites: 3,
        vault: house.vault,
        securityContact,
        mail: { from: 'Okienko <o@example.pl>', folder: '/nie-ma', home: 'https://okienko.example/' },
      })
    ).server;

  it('stands in security.txt (RFC 9116): contact, languages, and an end within a year', async () => {
    const server = await house2('mailto:dziury@example.pl');
    const { body, headers, statusCode } = await server.inject('/.well-known/security.txt');
    await server.close();
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body.split('\n')).toEqual([
      'Contact: mailto:dziury@example.pl',
      'Expires: 2027-05-15T00:00:00.000Z',
      'Preferred-Languages: pl, en',
      'Canonical: https://okienko.example/.well-known/security.txt',
      '',
    ]);
  });

  it('without a contact there is no such file', async () => {
    const server = await house2();
    const { statusCode } = await server.inject('/.well-known/security.txt');
    await server.close();
    expect(statusCode).toBe(404);
  });
});

describe('a file, while the scanner of the operator does not answer', () => {
  const words = 'Nie udało się teraz sprawdzić, czy plik jest bezpieczny';
  let scanned: FastifyInstance;
  beforeAll(async () => {
    const options = { secure: false, publicWrites: 100, vault: house.vault, scanner: 'tcp://127.0.0.1:1' };
    scanned = (await buildHouse(house.pool, house.clock, options)).server;
  });
  afterAll(async () => await scanned.close());

  it('is not taken by a form, and what else was typed stays', async () => {
    const part = (name: string, value: string) =>
      `--mur\r\ncontent-disposition: form-data; name="${name}"${value}\r\n`;
    const answer = await scanned.inject({
      method: 'POST',
      url: '/jarocin/logowanie',
      headers: { 'content-type': 'multipart/form-data; boundary=mur' },
      payload: `${part('login', '\r\n\r\nanna.nowak')}${part('file', '; filename="a.pdf"\r\n\r\nplik')}--mur--\r\n`,
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('value="anna.nowak"');
  });

  it('is not taken by the API', async () => {
    const clerk = await house.centre.account('clerk');
    await house.owner.query('update account set persona = $2 where id = $1', [clerk.accountId, 'próba']);
    await house.owner.query('update centre set demonstration = true where id = $1', [house.centre.id]);
    const entered = await scanned.inject({
      method: 'POST',
      url: '/jarocin/logowanie/osoba',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${clerk.accountId}`,
    });
    const [cookie] = entered.cookies;
    const answer = await scanned.inject({
      method: 'POST',
      url: '/api/commands/casework.attach-file',
      headers: { cookie: `okienko=${cookie?.value}` },
      payload: { caseId: clerk.accountId, file: { name: 'a.pdf', content: 'cGxpaw==' } },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'files.not-scanned']);
  });
});
