import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse } from '../../src/app/house.ts';
import { routes } from '../../src/app/modules.ts';
import { newId } from '../../src/platform/ids.ts';
import { gminas, testHouse } from '../support/centre.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { harmInHeaders } from './harm.ts';

/** Requests that no page of ours makes: from other sites, with made-up hosts, without an end, of the wrong kind. */
const house = testHouse();
let server: FastifyInstance;
let port = 0;
let cookie = '';

beforeAll(async () => {
  const options = {
    secure: false,
    publicWrites: 1e9,
    accountWrites: 1e9,
    publicReads: 1e9,
    vault: house.vault,
  };
  server = (await buildHouse(house.pool, house.clock, options)).server;
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  const entered = await server.inject({
    method: 'POST',
    url: '/jarocin/logowanie/osoba',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `accountId=${house.centre.as('clerk').accountId}`,
  });
  cookie = `okienko=${entered.cookies.find(({ name }) => name === 'okienko')?.value ?? ''}`;
});
afterAll(async () => {
  await server.close();
});

const send = async (more: InjectOptions) =>
  await server.inject({ ...more, headers: { cookie, host: 'okienko.test', ...more.headers } });

const changes = async (): Promise<number> =>
  (await house.owner.query<{ n: number }>(`select count(*)::int as n from audit_entry where kind = 'change'`))
    .rows[0]?.n ?? 0;

const report = { channel: 'phone', gmina: gminas.town, needs: [{ words: 'Opieka' }] };
const formOf = (value: object): string => new URLSearchParams(Object.entries(value)).toString();

describe('a request that another site makes a browser send', () => {
  const origins: readonly (readonly [string, Record<string, string>])[] = [
    ['its origin', { origin: 'https://zly.example' }],
    ['an origin that begins like ours', { origin: 'http://okienko.test.zly.example' }],
    ['our host on another port', { origin: 'http://okienko.test:8443' }],
    ['no origin to be told', { origin: 'null' }],
    ['the word of the browser', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://inne.okienko.test' }],
  ];
  const types: readonly (readonly [string, string])[] = [
    ['application/x-www-form-urlencoded', formOf({ 'needs.0.words': 'Opieka' })],
    [
      'multipart/form-data; boundary=a',
      '--a\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--a--\r\n',
    ],
    ['text/plain', JSON.stringify(report)],
    ['application/json', JSON.stringify(report)],
    ['application/csp-report', JSON.stringify(report)],
  ];
  const addresses = [
    '/api/commands/casework.take-report',
    '/praca/zgloszenia/nowe',
    '/szkic',
    '/wyloguj',
    '/praca/szukaj',
  ];

  it.each(origins)('known by %s changes nothing, at any address, in any form', async (_what, headers) => {
    const before = await changes();
    const codes = new Set<number>();
    for (const url of addresses)
      for (const [type, payload] of types)
        codes.add(
          (await send({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload }))
            .statusCode,
        );
    expect([...codes].filter((code) => ![403, 404, 415].includes(code))).toEqual([]);
    expect(await changes()).toBe(before);
    expect((await send({ url: '/praca' })).statusCode).toBe(200);
  });

  it('from our own pages is taken', async () => {
    const own = {
      origin: 'http://okienko.test',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    const url = '/api/commands/casework.take-report';
    expect(
      (await send({ method: 'POST', url, headers: own, payload: JSON.stringify(report) })).statusCode,
    ).toBe(200);
  });

  it('the cookie itself does not go along: it is for this site only, and no script reads it', async () => {
    const entered = await server.inject({
      method: 'POST',
      url: '/jarocin/logowanie/osoba',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${house.centre.as('clerk').accountId}`,
    });
    expect(String(entered.headers['set-cookie'])).toMatch(
      /HttpOnly; SameSite=Lax|SameSite=Lax.*HttpOnly|HttpOnly.*SameSite=Lax/,
    );
  });
});

describe('a method that pretends to be another', () => {
  it.each([
    ['X-HTTP-Method-Override', { 'x-http-method-override': 'POST' }, ''],
    ['X-Method-Override', { 'x-method-override': 'DELETE' }, ''],
    ['a query', {}, '?_method=POST'],
  ])('by %s opens no command', async (_what, headers, query) => {
    const before = await changes();
    for (const method of ['GET', 'HEAD'] as const)
      expect(
        (await send({ method, url: `/api/commands/casework.take-report${query}`, headers })).statusCode,
      ).toBe(404);
    expect(await changes()).toBe(before);
  });

  it('HEAD tells of a page what GET does, and runs nothing', async () => {
    const before = await changes();
    for (const url of ['/', '/jarocin', '/praca', '/jarocin/uslugi']) {
      const head = await send({ method: 'HEAD', url });
      expect([url, head.statusCode, head.body]).toEqual([url, (await send({ url })).statusCode, '']);
    }
    expect(await changes()).toBe(before);
  });
});

describe('a made-up host', () => {
  it.each([
    ['zly.example', {}],
    ['okienko.test', { 'x-forwarded-host': 'zly.example', 'x-forwarded-proto': 'javascript' }],
    ['okienko.test', { forwarded: 'host=zly.example;proto=https' }],
    ['okienko.test', { 'x-original-url': '/praca/konta', 'x-rewrite-url': '/praca/konta' }],
    ['a"><script>zq()</script>', {}],
  ])('%s %j stands in no page, and no answer leads there', async (host, headers) => {
    for (const url of [
      '/',
      '/jarocin',
      '/jarocin/uslugi',
      '/praca',
      '/praca/konto',
      '/logowanie',
      '/nie-ma',
    ]) {
      const answer = await send({ url, headers: { host, ...headers } });
      expect([url, answer.body.includes('zly.example'), answer.body.includes('zq()')]).toEqual([
        url,
        false,
        false,
      ]);
      expect([url, String(answer.headers.location ?? '').includes('zly.example')]).toEqual([url, false]);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });

  it.each([
    '//zly.example',
    'https://zly.example',
    '/\\zly.example',
    '/praca/../..//zly.example',
    'javascript:zq()',
    '/%0d%0aSet-Cookie:zq=1',
  ])('after signing in nobody is led to %s', async (wanted) => {
    const page = await server.inject({ url: `/jarocin/logowanie?powrot=${encodeURIComponent(wanted)}` });
    const action = '/jarocin/logowanie/osoba';
    const entered = await server.inject({
      method: 'POST',
      url: action,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'okienko.test' },
      payload: formOf({
        ...fieldsOfForm(page.body, action),
        accountId: house.centre.as('clerk').accountId,
        powrot: wanted,
        back: wanted,
        wanted,
      }),
    });
    expect(harmInHeaders(entered.headers)).toEqual([]);
    const target = URL.parse(String(entered.headers.location ?? '/'), 'http://okienko.test');
    expect(target?.host).toBe('okienko.test');
  });
});

describe('an address written in another way', () => {
  const guarded = ['/praca/konta', '/praca/dziennik'];
  const written = (path: string): string[] => [
    path.replace('/praca', '/%70raca'),
    path.replace('/praca/', '/praca%2f'),
    path.replace('/praca/', '/praca//'),
    path.replace('/praca/', '/praca/./'),
    path.replace('/praca/', '/praca/x/../'),
    path.replace('/praca/', '/jarocin/..%2fpraca/'),
    path.replace('/praca/', '/%2570raca/'),
    `${path}/`,
    `${path};x`,
    `${path}%00`,
    `${path}%20`,
    `/uk${path}`,
    `/en/uk${path}`,
    path.toUpperCase(),
    path.replace('/praca', '/%c0%afpraca'),
    `/assets/..${path}`,
    `/assets/%2e%2e${path}`,
  ];

  it('opens nothing that the plain one does not: without a session, no page of work', async () => {
    const wrong: string[] = [];
    for (const url of guarded.flatMap(written)) {
      const { statusCode, body } = await server.inject({ url });
      if (![303, 302, 400, 404, 301].includes(statusCode) || /Konta pracowników|Dziennik/.test(body))
        wrong.push(`${statusCode} ${url}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives no file of the server', async () => {
    for (const url of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/..%2f..%2fetc/passwd',
      '/assets/%00',
      '/.env',
      '/package.json',
      '/.git/config',
      '/assets//etc/passwd',
    ])
      expect([url, (await server.inject({ url })).statusCode]).toEqual([
        url,
        expect.toSatisfy((code: number) => code === 404 || code === 400),
      ]);
  });
});

describe('what is too much', () => {
  const post = async (type: string, payload: string | Buffer, more: Record<string, string> = {}) =>
    await send({
      method: 'POST',
      url: '/api/commands/casework.take-report',
      headers: { 'content-type': type, ...more },
      payload,
    });

  it.each([
    ['a body over the limit', 'application/json', JSON.stringify({ x: 'x'.repeat(1_100_000) }), 413],
    ['a form over the limit', 'application/x-www-form-urlencoded', `x=${'x'.repeat(1_100_000)}`, 413],
    ['no JSON', 'application/json', '{"a":', 400],
    [
      'a kind that nobody reads',
      'application/xml',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      415,
    ],
  ])('%s is refused', async (_what, type, payload, code) => {
    expect((await post(type, payload)).statusCode).toBe(code);
  });

  it('whoever is still sending is told so: through a proxy it would else be a broken line', async () => {
    const much = 2_000_000;
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    let told = '';
    socket.on('data', (chunk: Buffer) => (told += chunk.toString('latin1')));
    socket.write(
      `POST /szkic HTTP/1.1\r\nHost: okienko.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${much}\r\n\r\n`,
    );
    socket.write('a'.repeat(much));
    // On the same connection: it stays, and nothing of the body is taken for a request.
    socket.write('GET /health/nothing HTTP/1.1\r\nHost: okienko.test\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => void socket.on('close', resolve));
    expect(told.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 404']);
  });

  it('a packed body is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
    expect(
      (await post('application/json', bomb, { 'content-encoding': 'gzip' })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it.each([
    [
      'a hundred thousand fields',
      Array.from({ length: 100_000 }, (_, n) => `f${n}=1`)
        .join('&')
        .slice(0, 1_000_000),
    ],
    ['one field a hundred thousand times', 'needs=1&'.repeat(100_000)],
    [
      'fields within fields',
      Array.from({ length: 5_000 }, (_, n) => `${'a.'.repeat(50)}${n}=1`)
        .join('&')
        .slice(0, 1_000_000),
    ],
    ['rows past every number', Array.from({ length: 20_000 }, (_, n) => `needs.${n}.words=x`).join('&')],
  ])('%s of a form are answered', async (_what, payload) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const before = await changes();
    for (const url of ['/jarocin/zglos', '/praca/zgloszenia/nowe', '/szkic']) {
      const { statusCode } = await send({ method: 'POST', url, headers, payload });
      expect([url, statusCode < 500]).toEqual([url, true]);
    }
    expect(await changes()).toBe(before);
  });

  it('five hundred parts of a form are refused, and a part without an end', async () => {
    const part = (n: number): string => `--a\r\ncontent-disposition: form-data; name="f${n}"\r\n\r\n1\r\n`;
    const many = `${Array.from({ length: 500 }, (_, n) => part(n)).join('')}--a--\r\n`;
    for (const payload of [many, part(1).slice(0, -4)]) {
      const { statusCode } = await send({
        method: 'POST',
        url: '/szkic',
        headers: { 'content-type': 'multipart/form-data; boundary=a' },
        payload,
      });
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
    }
  });

  it('a head of a hundred kilobytes is cut off, and of two thousand lines', async () => {
    for (const head of [`X-A: ${'a'.repeat(100_000)}\r\n`, 'X-A: b\r\n'.repeat(30_000)]) {
      const socket = connect(port, '127.0.0.1');
      let said = '';
      socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1'))).on('error', () => undefined);
      socket.write(`GET / HTTP/1.1\r\nHost: okienko.test\r\n${head}\r\n`);
      await new Promise((resolve) => void socket.on('close', resolve));
      expect(said === '' || /^HTTP\/1\.1 4(00|31) /.test(said)).toBe(true);
    }
  });
});

describe('who sends slowly', () => {
  it('holds nobody else up; what is not whole in time is cut off by Node itself', async () => {
    const slow = Array.from({ length: 200 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    for (const [n, socket] of slow.entries())
      socket.write(
        n % 2 === 0
          ? 'GET / HTTP/1.1\r\nHost: okienko.test\r\nX-'
          : 'POST /szkic HTTP/1.1\r\nHost: okienko.test\r\nContent-Length: 100000\r\n\r\na',
      );
    const answer = await fetch(`http://127.0.0.1:${port}/jarocin/uslugi`);
    expect(answer.status).toBe(200);
    await answer.text();
    expect(server.server.headersTimeout).toBeLessThanOrEqual(60_000);
    expect(server.server.requestTimeout).toBeGreaterThan(0);
    for (const socket of slow) socket.destroy();
  });
});

describe('every page and file behind the sign-in', () => {
  it('is kept by no browser and no proxy', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      if ((route.kind !== 'page' && route.kind !== 'file') || route.door !== 'staff') continue;
      if (route.kind === 'file' && route.typed) continue;
      const url = route.path.replace(':centre', 'jarocin').replace(/:[A-Za-z]+/g, () => newId());
      const { headers } = await send({ url });
      const kept = String(headers['cache-control']);
      if (!/no-store|no-cache/.test(kept)) wrong.push(`${url}: ${kept}`);
    }
    expect(wrong).toEqual([]);
  });
});
