import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { logLine } from '../log-line.ts';
import { projectRoot } from '../root.ts';
import { isLogAddress, type LogSender, sendLog, syslogFrame } from './send-log.ts';

const fixtures = path.join(projectRoot, 'test/support/tls');
const pem = path.join(fixtures, 'localhost.pem');
const at = '2026-11-22T12:00:00.000Z';
const clock = { now: () => at };
const line = (event: string, more: Record<string, unknown> = {}): string => logLine(at, { event, ...more });

/** What a collector of logs has heard: whole messages, cut by their counts of bytes. */
function messagesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const space = bytes.indexOf(' ', from);
    const length = Number(bytes.subarray(from, space).toString());
    if (space < 0 || space + 1 + length > bytes.length) break;
    found.push(bytes.subarray(space + 1, space + 1 + length).toString());
    from = space + 1 + length;
  }
  return found;
}

let servers: (Server | net.Server)[] = [];
let senders: LogSender[] = [];
afterEach(async () => {
  for (const sender of senders) await sender.close();
  for (const server of servers) server.close();
  [servers, senders] = [[], []];
});

/** A collector on this machine; `heard(count)` waits for so many messages. */
async function collector(of: 'tls' | 'tcp', port = 0) {
  let bytes = Buffer.alloc(0);
  let tell = (): void => undefined;
  const hear = (socket: net.Socket): void => {
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      tell();
    });
  };
  const key = readFileSync(path.join(fixtures, 'localhost.key'));
  const server = of === 'tls' ? createServer({ cert: readFileSync(pem), key }, hear) : net.createServer(hear);
  servers.push(server);
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    server,
    port: (server.address() as AddressInfo).port,
    heard: async (count: number): Promise<string[]> => {
      while (messagesIn(bytes).length < count)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      return messagesIn(bytes);
    },
    bytes: () => bytes.length,
  };
}

const sending = (address: string, caFile?: string): LogSender => {
  const sender = sendLog(address, clock, caFile);
  senders.push(sender);
  return sender;
};

describe('a message of syslog (RFC 5424, RFC 5425)', () => {
  it('names when, where, what and the line itself, and says how many bytes it is', () => {
    const frame = syslogFrame(line('http.fault', { said: 'zażółć' }), 'serwer', 42);
    const [count = '', ...rest] = frame.split(' ');
    expect(Buffer.byteLength(rest.join(' '))).toBe(Number(count));
    expect(rest.join(' ')).toBe(
      `<131>1 ${at} serwer okienko 42 http.fault - {"at":"${at}","event":"http.fault","said":"zażółć"}`,
    );
  });

  it.each([
    ['http.fault', 131],
    ['backup.failed', 131],
    ['started', 134],
    ['security.signed-in', 134],
  ])('%s has the priority %d', (event, priority) => {
    expect(syslogFrame(line(event), 'x', 1)).toContain(`<${priority}>1 `);
  });
});

describe('the address of the other system', () => {
  it.each([
    ['tls://dziennik.gmina.example:6514', true],
    ['tcp://127.0.0.1:514', true],
    ['tcp://localhost:514', true],
    ['tcp://dziennik.gmina.example:514', false],
    ['tls://dziennik.gmina.example', false],
    ['https://dziennik.gmina.example:443', false],
    ['dziennik', false],
  ])('%s: %s', (address, good) => {
    expect(isLogAddress(address)).toBe(good);
  });
});

describe('lines on their way to another system (ASVS 16.4.3)', () => {
  it('arrive by TLS, in their order, where the certificate is one that we trust', async () => {
    const { port, heard } = await collector('tls');
    const sender = sending(`tls://localhost:${port}`, pem);
    for (const event of ['started', 'http.fault', 'stopping']) sender.send(line(event, { miasto: 'Łódź' }));
    expect((await heard(3)).map((message) => message.split(' ')[5])).toEqual([
      'started',
      'http.fault',
      'stopping',
    ]);
  });

  it('do not go where the certificate is not to be trusted', async () => {
    const { server, port, bytes } = await collector('tls');
    const refused = once(server, 'tlsClientError');
    sending(`tls://localhost:${port}`).send(line('started'));
    await refused;
    expect(bytes()).toBe(0);
  });

  it('wait while it is away, and those that were too many are counted', async () => {
    const first = await collector('tcp');
    first.server.close();
    await once(first.server, 'close');
    const sender = sending(`tcp://localhost:${first.port}`);
    for (let at = 0; at < 5_003; at++) sender.send(line('tick', { at }));
    const { heard } = await collector('tcp', first.port);
    const [lost = '', oldest = ''] = await heard(5_001);
    expect(lost).toContain('"event":"log.lost","lines":3');
    expect(oldest).toContain('"event":"tick"');
    expect(oldest).toContain('"at":3');
  });
});
