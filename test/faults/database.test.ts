import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseProcesses } from '../../bench/crash.ts';
import {
  type ArrangedHouse,
  arrangeCases,
  arrangeCentre,
  openFolder,
  scratchFolder,
} from '../../bench/house.ts';
import { freePort, type Running, startOkienko } from '../../bench/processes.ts';
import { newId } from '../../src/platform/ids.ts';
import { okienko } from '../support/command-line.ts';

/** The database dies while people work and nobody is there to start it again; two processes want one data folder. */
const { folder, remove } = scratchFolder();
let house: ArrangedHouse;
let server: Running;

beforeAll(async () => {
  const database = await openFolder(folder);
  house = await arrangeCases(database.owner, await arrangeCentre(database.owner, 1), 1);
  await database.close();
  server = await startOkienko(folder);
}, 60_000);
afterAll(async () => {
  await server.stop();
  remove();
}, 60_000);

const cookie = (): string => house.workers[0]?.cookie ?? '';

/** Adds a note under a key of its own; the status and what the answer says. */
async function note(
  words: string,
  once = newId(),
): Promise<{ status: number; said: string; retry: string | null }> {
  const response = await fetch(`${server.url}/api/commands/casework.add-note`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': once, cookie: cookie() },
    body: JSON.stringify({ caseId: house.caseIds[0], kind: 'call', body: words }),
  });
  return { status: response.status, said: await response.text(), retry: response.headers.get('retry-after') };
}

/** Sends each until it is acknowledged, always under its own key; gives every answer that was no success. */
async function insist(words: readonly string[]): Promise<{ status: number; retry: string | null }[]> {
  const refused: { status: number; retry: string | null }[] = [];
  await Promise.all(
    words.map(async (one) => {
      const key = newId();
      for (;;) {
        const answer = await note(one, key);
        if (answer.status === 200) return;
        refused.push(answer);
        assert.ok(refused.length < 20_000, answer.said);
      }
    }),
  );
  return refused;
}

async function written(like: string): Promise<number> {
  const database = await openFolder(folder);
  const { rows } = await database.owner.query<{ notes: number; broken: string | null }>(
    `select (select count(*)::int from note where body like $2) as notes, app.audit_first_broken($1) as broken`,
    [house.centreId, like],
  );
  await database.close();
  expect(rows[0]?.broken).toBeNull();
  return rows[0]?.notes ?? 0;
}

const kill = (pids: readonly number[]): void => {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
};

describe('kill -9 of the database while the server goes on', () => {
  it.each([
    ['the whole of it', (pids: number[]) => pids.slice(0, 1)],
    [
      'one of its processes, after which it ends all connections by itself',
      (pids: number[]) => pids.slice(-1),
    ],
  ])(
    '%s: it is started again, says so in words meanwhile, and writes nothing twice',
    async (title, which) => {
      const words = Array.from({ length: 24 }, (_, n) => `${title} ${n}`);
      const sending = insist(words);
      kill(which(databaseProcesses(folder)));
      const refused = await sending;
      expect(await written(`${title} %`)).toBe(words.length);
      // Away is away: never a fault of ours, always with when to come back.
      expect(refused.filter(({ status, retry }) => status !== 503 || retry !== '10')).toEqual([]);
      expect(server.process.exitCode).toBeNull();
    },
  );

  it('a page says what is safe and what to do', async () => {
    kill(databaseProcesses(folder).slice(0, 1));
    let said = '';
    await expect
      .poll(
        async () => {
          const page = await fetch(`${server.url}/praca`, {
            headers: { cookie: cookie() },
            redirect: 'manual',
          });
          if (page.status === 503) said = await page.text();
          return page.status;
        },
        { timeout: 20_000, interval: 1 },
      )
      .toBe(200);
    expect(said === '' || said.includes('nic nie zapisze się podwójnie')).toBe(true);
  });
});

describe('two processes on one data folder', () => {
  const second = async () =>
    await okienko(['start'], { OKIENKO_DATA: folder, OKIENKO_DEMO: '0', PORT: String(await freePort()) });

  it('the second is refused in one sentence that names the first, which goes on', async () => {
    const { code, complained } = await second();
    expect(code).toBe(1);
    const pid = readFileSync(path.join(folder, 'okienko.pid'), 'utf8').trim();
    expect(complained.trim()).toBe(
      `Na folderze danych ${folder} działa już Okienko (proces ${pid}): zatrzymaj je albo wskaż inny folder w zmiennej OKIENKO_DATA. [okienko.data.served]`,
    );
    expect(pid).toBe(String(server.process.pid));
    expect((await note('po odmowie')).status).toBe(200);
  });

  it('commands that only read or write once work beside it', async () => {
    expect((await okienko(['verify-audit'], { OKIENKO_DATA: folder })).code).toBe(0);
    expect((await note('po sprawdzeniu')).status).toBe(200);
  });

  it('after kill -9 of the first nothing is in the way of the next', async () => {
    const gone = once(server.process, 'exit');
    server.process.kill('SIGKILL');
    await gone;
    server = await startOkienko(folder);
    expect((await note('po wszystkim')).status).toBe(200);
  });
});
