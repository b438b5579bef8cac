import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { certificateOf } from './certificate.ts';
import { factsSchema } from './facts.ts';
import { heartbeat } from './heartbeat.ts';
import { projectRoot } from '../root.ts';

const fixtures = path.join(projectRoot, 'test/support/tls');
const pem = path.join(fixtures, 'localhost.pem');
const cert = readFileSync(pem);
const ends = new Date(new X509Certificate(cert).validTo).toISOString();

/** What stands before Okienko: whoever asks is shown this certificate. */
const proxy = createServer({ cert, key: readFileSync(path.join(fixtures, 'localhost.key')) });
const home = (): string => `https://localhost:${(proxy.address() as AddressInfo).port}`;
const house = testHouse();
const web = testWeb(house);

beforeAll(async () => {
  proxy.on('tlsClientError', () => undefined).listen(0, 'localhost');
  await once(proxy, 'listening');
});
afterAll(() => proxy.close());

describe('the certificate that browsers are shown', () => {
  it('is looked at where the world reaches us, also when nobody would trust it', async () => {
    expect(await certificateOf(undefined, home())).toEqual({ watched: 'address', endsAt: ends });
  });

  it('is read from its file where one is named', async () => {
    expect(await certificateOf(pem, home())).toEqual({ watched: 'file', endsAt: ends });
    expect(await certificateOf(`${pem}.gone`, home())).toEqual({ watched: 'file', endsAt: null });
  });

  it('is unknown where nobody answers, and nobody’s where there is no TLS', async () => {
    expect(await certificateOf(undefined, 'https://localhost:1')).toEqual({
      watched: 'address',
      endsAt: null,
    });
    expect(await certificateOf(undefined, 'http://localhost:3000')).toBeNull();
    expect(await certificateOf(undefined, undefined)).toBeNull();
  });

  it('is an alarm with its days on the operations page, three weeks before it ends and not earlier', async () => {
    const certificate = await certificateOf(undefined, home());
    const facts = factsSchema.parse({
      version: '0.1.0',
      node: '24',
      host: 'a',
      pid: 1,
      port: 3000,
      database: 'external',
      migrations: 1,
      disk: { free: 9, total: 10 },
      diskAlarmPercent: 10,
      certificate,
      loop: { p99Ms: 1, maxMs: 1 },
      memoryBytes: 1,
      pool: { open: 1, waiting: 0 },
      mail: 'server',
      backupHour: null,
      backupAlarmHours: 26,
      demonstration: true,
    });
    const daysBefore = (days: number): string => new Date(Date.parse(ends) - days * 86_400_000).toISOString();
    const seen = async (days: number): Promise<string> => {
      house.clock.set(daysBefore(days));
      await heartbeat(
        house.pool,
        house.clock,
        async () => await Promise.resolve(facts),
        () => undefined,
      ).beat();
      // A new account, because nobody's session lasts for so many years.
      return (await web.get('/praca/stan', await house.centre.account('administrator'))).body;
    };
    expect(await seen(10)).toContain('10 dni');
    expect(await seen(22)).not.toContain('22 dni');
  });
});
