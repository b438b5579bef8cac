import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addNote } from '../src/modules/casework/commands/add-note.ts';
import { takeReport } from '../src/modules/casework/commands/take-report.ts';
import type { Pool } from '../src/platform/database/pool.ts';
import { newId } from '../src/platform/ids.ts';
import { type ArrangedHouse, arrangeCases, arrangeCentre, arrangedGmina, openFolder } from './house.ts';
import { type Running, startOkienko } from './processes.ts';

/** One command as an API client sends it: its key never changes, however often it is sent. */
interface Sent {
  key: string;
  name: string;
  body: string;
  /** The identifier in the answer: of the note or of the case. */
  idOf(result: Record<string, string>): string;
  /** What was acknowledged. */
  acknowledged?: string;
}

export interface CrashReport {
  commands: number;
  /** How many were acknowledged before each kill, all together. */
  acknowledgedAt: number[];
  /** Seconds from a kill to the first answer of the next server, each time. */
  backAfter: number[];
}

/** Half notes, which share transactions, and half need reports, each with a transaction of its own. */
function makeCommands({ caseIds }: ArrangedHouse, count: number): Sent[] {
  return Array.from({ length: count }, (_, index): Sent => {
    const words = `Polecenie numer ${index + 1}.`;
    return index % 2 === 0
      ? {
          key: newId(),
          name: addNote.name,
          body: JSON.stringify({ caseId: caseIds[index % caseIds.length], kind: 'call', body: words }),
          idOf: (result) => result['noteId'] ?? '',
        }
      : {
          key: newId(),
          name: takeReport.name,
          body: JSON.stringify({ channel: 'phone', gmina: arrangedGmina, needs: [{ words }] }),
          idOf: (result) => result['caseId'] ?? '',
        };
  });
}

/** Sends one command; undefined when no answer came, because the server is dead. */
async function send(server: Running, cookie: string, sent: Sent): Promise<string | undefined> {
  let response: Response;
  let answer: string;
  try {
    response = await fetch(`${server.url}/api/commands/${sent.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': sent.key, cookie },
      body: sent.body,
    });
    answer = await response.text();
  } catch {
    return undefined;
  }
  // A server whose database has just died may still say so: that is no acknowledgement.
  if (response.status >= 500) return undefined;
  assert.equal(response.status, 200, answer);
  return sent.idOf((JSON.parse(answer) as { result: Record<string, string> }).result);
}

/** Sends commands in order over 16 connections, until all are answered or `enough` says so; keeps what is acknowledged. */
async function sendAll(server: Running, cookie: string, queue: Sent[], enough: () => boolean): Promise<void> {
  const waiting = [...queue];
  const connection = async (): Promise<void> => {
    for (let sent = waiting.shift(); sent && !enough(); sent = waiting.shift()) {
      const id = await send(server, cookie, sent);
      if (id === undefined) continue;
      if (sent.acknowledged !== undefined)
        assert.equal(id, sent.acknowledged, 'the first result is given again');
      sent.acknowledged = id;
    }
  };
  await Promise.all(Array.from({ length: 16 }, connection));
}

/** The processes of a data folder's database: the postmaster and what it has started. */
export function databaseProcesses(folder: string): number[] {
  const postmaster = Number.parseInt(
    readFileSync(path.join(folder, 'postgres-18/postmaster.pid'), 'utf8'),
    10,
  );
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

/** kill -9 of everything at once: server, postmaster, every backend. */
export async function killAll(server: Running, folder: string): Promise<void> {
  const gone = once(server.process, 'exit');
  for (const pid of databaseProcesses(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // A backend may have ended by itself in between.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  server.process.kill('SIGKILL');
  await gone;
}

/** What is sent here; what the system does by itself every day leaves entries of its own. */
const ours = [addNote.name, takeReport.name];

const differing = `
  with change as (
    select action, coalesce(what->>'noteId', case_id::text) as id from audit_entry
    where centre_id = $1 and kind = 'change' and not what ? 'arranged' and action = any($2::text[])
  ), done as (
    select 'casework.add-note' as action, id::text from note where centre_id = $1 and body like 'Polecenie %'
    union all
    select 'casework.take-report', c.id::text from case_file c where c.centre_id = $1 and c.state = 'reported'
  ), kept as (
    select command as action, coalesce(result->'value'->>'noteId', result->'value'->>'caseId') as id
    from command_receipt where centre_id = $1 and not result ? 'arranged' and command = any($2::text[])
  )
  select 'changed without an audit entry' as what, id from (select * from done except all select * from change) x
  union all select 'an audit entry without a change', id from (select * from change except all select * from done) x
  union all select 'changed without a receipt', id from (select * from done except all select * from kept) x
  union all select 'a receipt without a change', id from (select * from kept except all select * from done) x
  union all select 'a case without its report or need', c.id::text from case_file c
    where c.centre_id = $1 and c.state = 'reported' and (
      not exists (select from need_report r where r.centre_id = c.centre_id and r.case_id = c.id)
      or not exists (select from need n where n.centre_id = c.centre_id and n.case_id = c.id))`;

/** Nothing is half there: each change has its audit entry and its receipt, each of these its change, each report its parts. */
async function assertWhole(owner: Pool, centreId: string): Promise<void> {
  assert.deepEqual((await owner.query(differing, [centreId, ours])).rows, []);
  const broken = await owner.query('select app.audit_first_broken($1) as seq', [centreId]);
  assert.deepEqual(broken.rows, [{ seq: null }]);
}

/** Every acknowledged command is there. */
async function assertKept(owner: Pool, centreId: string, commands: readonly Sent[]): Promise<void> {
  const { rows } = await owner.query<{ once: string; id: string }>(
    `select once, coalesce(result->'value'->>'noteId', result->'value'->>'caseId') as id
     from command_receipt where centre_id = $1`,
    [centreId],
  );
  const kept = new Map(rows.map((row) => [row.once, row.id]));
  for (const { key, acknowledged } of commands)
    if (acknowledged !== undefined)
      assert.equal(kept.get(key), acknowledged, 'an acknowledged command is lost');
}

/**
 * Commands with keys of their own against the running product, which is killed `kills` times with its database in the
 * middle of them and started again on the same folder. @throws when an acknowledged command is lost, one is half there,
 * a repeated one is done twice, or the audit chain is broken
 */
export async function crash(
  folder: string,
  count: number,
  kills: number,
  tell: (words: string) => void = () => undefined,
): Promise<CrashReport> {
  const arranging = await openFolder(folder);
  const house = await arrangeCases(arranging.owner, await arrangeCentre(arranging.owner, 1), 8);
  await arranging.close();
  const cookie = house.workers[0]?.cookie ?? '';
  const commands = makeCommands(house, count);
  const open = (): Sent[] => commands.filter(({ acknowledged }) => acknowledged === undefined);
  const report: CrashReport = { commands: count, acknowledgedAt: [], backAfter: [] };

  let server = await startOkienko(folder);
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const before = (count * kill) / (kills + 1);
      const enough = (): boolean => count - open().length >= before;
      let killed: Promise<void> | undefined;
      // The one whose answer makes it enough pulls the plug, while the others are under way.
      await sendAll(server, cookie, open(), () => {
        if (!enough()) return false;
        killed ??= killAll(server, folder);
        return true;
      });
      await killed;
      const at = performance.now();
      server = await startOkienko(folder);
      report.backAfter.push((performance.now() - at) / 1000);
      report.acknowledgedAt.push(count - open().length);
      tell(
        `killed after ${count - open().length} acknowledgements, back after ${report.backAfter.at(-1)?.toFixed(1)} s`,
      );
      const database = await openFolder(folder);
      await assertKept(database.owner, house.centreId, commands);
      await assertWhole(database.owner, house.centreId);
      await database.close();
    }
    await sendAll(server, cookie, open(), () => false);
    assert.equal(open().length, 0);
    // Once more, all of them: nothing is done twice.
    await sendAll(server, cookie, commands, () => false);
    const database = await openFolder(folder);
    await assertKept(database.owner, house.centreId, commands);
    await assertWhole(database.owner, house.centreId);
    const { rows } = await database.owner.query(
      `select (select count(*)::int from note where centre_id = $1 and body like 'Polecenie %') as notes,
        (select count(*)::int from case_file where centre_id = $1 and state = 'reported') as reports`,
      [house.centreId],
    );
    assert.deepEqual(rows, [{ notes: Math.ceil(count / 2), reports: Math.floor(count / 2) }]);
    await database.close();
    return report;
  } finally {
    await server.stop();
  }
}
