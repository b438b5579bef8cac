import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from '../../src/platform/database/pool.ts';
import { newId } from '../../src/platform/ids.ts';
import { databaseProcesses, killAll } from '../crash.ts';
import {
  type ArrangedHouse,
  arrangeCases,
  arrangeCentre,
  insertRows,
  arrangedGmina,
  openFolder,
} from '../house.ts';
import { type MailServer, openMailServer } from '../mail-server.ts';
import { type Running, startOkienko } from '../processes.ts';

/** Whom a kill -9 hits. */
const victims = ['server', 'database', 'one backend', 'both'] as const;
export type Victim = (typeof victims)[number];

/** One command as an API client sends it, under a key that never changes, until it is acknowledged. */
interface Sent {
  key: string;
  name: string;
  body: Record<string, unknown>;
  acknowledged?: string;
}

export interface KillsReport {
  kills: number;
  commands: number;
  letters: number;
  mails: number;
  /** Copies of a message that a recipient saw more than once, each with the same Message-ID. */
  copiesOfMail: number;
  /** Commands that were refused with 503 or lost their connection, and were sent again. */
  sentAgain: number;
  /** Milliseconds from a kill to the first success after it, by victim. */
  backAfterMs: Record<Victim, number[]>;
}

const connections = 8;

/** Repeatable chance: a run that fails can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

async function commandsFor(owner: Pool, house: ArrangedHouse, count: number): Promise<Sent[]> {
  const organizationId = newId();
  await insertRows(owner, 'organization', [
    {
      centre_id: house.centreId,
      id: organizationId,
      name: 'Fundacja Pomiar',
      email: 'fundacja@example.pl',
      version: 1,
    },
  ]);
  const letters = house.caseIds.slice(8);
  const today = new Date().toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index): Sent => {
    const words = `Polecenie numer ${index + 1}.`;
    const one = (name: string, body: Record<string, unknown>): Sent => ({ key: newId(), name, body });
    const caseId = index % 5 === 3 ? letters.pop() : undefined;
    if (caseId)
      return one('casework.transfer', {
        caseId,
        ground: 'belongs_elsewhere',
        targetKind: 'unit',
        targetName: 'Powiatowe Centrum Pomocy Rodzinie',
        reason: words,
        agreed: true,
        agreedOn: today,
        agreedHow: 'telefonicznie',
      });
    if (index % 10 === 9) return one('directory.issue-link', { organizationId, way: 'mail' });
    if (index % 2 === 0)
      return one('casework.add-note', { caseId: house.caseIds[index % 8], kind: 'call', body: words });
    return one('casework.take-report', { channel: 'phone', gmina: arrangedGmina, needs: [{ words }] });
  });
}

const idIn = (result: Record<string, unknown>): string =>
  String(result['noteId'] ?? result['documentId'] ?? result['linkId'] ?? result['caseId']);

/** The result's id; undefined when there is no telling whether it was done. @throws on any other answer than 200 and 503 */
async function send(server: Running, cookie: string, { name, key, body }: Sent): Promise<string | undefined> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${server.url}/api/commands/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    [status, text] = [response.status, await response.text()];
  } catch {
    return undefined;
  }
  if (status === 503) return undefined;
  assert.equal(status, 200, `${name}: ${text}`);
  return idIn((JSON.parse(text) as { result: Record<string, unknown> }).result);
}

function hit(victim: Victim, server: Running, folder: string): Promise<void> | undefined {
  if (victim === 'both') return killAll(server, folder);
  if (victim === 'server') {
    server.process.kill('SIGKILL');
    return undefined;
  }
  const pids = databaseProcesses(folder);
  const pid = victim === 'database' ? pids[0] : pids.at(-1);
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between: this kill hits nobody.
  }
  return undefined;
}

interface Scene {
  folder: string;
  cookie: string;
  env: Record<string, string>;
  server: Running;
}

/** Waits until the product does something again; a server that was killed is started by whoever watches over it. */
async function recover(scene: Scene, victim: Victim, probe: Sent): Promise<number> {
  const began = performance.now();
  if (victim === 'server' || victim === 'both') scene.server = await startOkienko(scene.folder, scene.env);
  while ((await send(scene.server, scene.cookie, probe)) === undefined) {
    assert.equal(scene.server.process.exitCode, null, 'the server ended by itself');
    assert.ok(performance.now() - began < 120_000, 'two minutes are too long');
    await pause(10);
  }
  return performance.now() - began;
}

/** Sends over several connections until nothing is open or `until` says so. */
async function work(scene: Scene, queue: Sent[], report: KillsReport, until: () => boolean): Promise<void> {
  const waiting = queue.filter(({ acknowledged }) => acknowledged === undefined);
  const connection = async (): Promise<void> => {
    for (let sent = waiting.shift(); sent && !until(); sent = waiting.shift()) {
      const id = await send(scene.server, scene.cookie, sent);
      if (id === undefined) report.sentAgain += 1;
      else sent.acknowledged = id;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
}

/** What waits in the outbox is carried out; a message that a killed process held would else wait two minutes for its time. */
async function emptyOutbox(owner: Pool, server: Running, cookie: string, waker: Sent[]): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await owner.query<{ open: number }>(
      `with due as (update outbox set next_try_at = now() where done_at is null and $1::int % 20 = 0)
       select count(*)::int as open from outbox where done_at is null`,
      [tries],
    );
    if (rows[0]?.open === 0) return;
    // A new message wakes the queue.
    const one = tries % 20 === 1 ? waker.pop() : undefined;
    if (one) one.acknowledged = await send(server, cookie, one);
    await pause(200);
  }
  const { rows } = await owner.query(
    'select kind, tries, next_try_at, last_error from outbox where done_at is null limit 5',
  );
  throw new Error(`the outbox does not empty: ${JSON.stringify(rows)}`);
}

async function assertAll(
  owner: Pool,
  house: ArrangedHouse,
  commands: readonly Sent[],
  mail: MailServer,
): Promise<void> {
  const { rows } = await owner.query<{ name: string; id: string }>(
    `select 'casework.add-note' as name, id::text from note where centre_id = $1 and body like 'Polecenie %'
     union all select 'casework.take-report', id::text from case_file where centre_id = $1 and state = 'reported'
     union all select 'casework.transfer', id::text from document where centre_id = $1 and kind = 'transfer'
     union all select 'directory.issue-link', id::text from card_link where centre_id = $1`,
    [house.centreId],
  );
  const there = rows.map(({ name, id }) => `${name} ${id}`).sort();
  // Nothing that was acknowledged is missing, nothing is there that was not, nothing is there twice.
  assert.deepEqual(there, commands.map(({ name, acknowledged }) => `${name} ${acknowledged}`).sort());
  const { rows: faults } = await owner.query<{ what: string; n: number }>(
    `select 'letters that share a number' as what, count(*)::int as n from (
       select sign from document where centre_id = $1 and kind = 'transfer' group by sign having count(*) > 1) d
     union all select 'letters without their case moved', count(*)::int from document d join case_file c
       on c.centre_id = d.centre_id and c.id = d.case_id where d.centre_id = $1 and d.kind = 'transfer' and c.state <> 'transferred'
     union all select 'cases moved without a letter', count(*)::int from case_file c where centre_id = $1 and state = 'transferred'
       and not exists (select from document d where d.centre_id = c.centre_id and d.case_id = c.id and d.kind = 'transfer')
     union all select 'letters that were not printed', count(*)::int from document where centre_id = $1 and kind = 'transfer' and pdf is null
     union all select 'reports without their need', count(*)::int from case_file c where centre_id = $1 and state = 'reported'
       and not exists (select from need n where n.centre_id = c.centre_id and n.case_id = c.id)
     union all select 'mails that were not sent', count(*)::int from card_link where centre_id = $1 and sent_at is null
     union all select 'breaks in the audit chain', count(app.audit_first_broken($1))::int
     union all select 'changes without an audit entry', $2::int - count(*)::int from audit_entry where centre_id = $1
       and kind = 'change' and not what ? 'arranged' and action = any($3::text[])`,
    [house.centreId, commands.length, [...new Set(commands.map(({ name }) => name))]],
  );
  assert.deepEqual(
    faults.filter(({ n }) => n !== 0),
    [],
  );
  const links = commands.filter(({ name }) => name === 'directory.issue-link').length;
  assert.equal(
    new Set(mail.messages.map(({ id }) => id)).size,
    links,
    'each letter by mail left as one message',
  );
}

/**
 * Kills server, database, one of its backends or all of them `kills` times at random moments, while commands of four
 * kinds (some write letters with numbers, some write mail) are sent over eight connections. @throws when anything that
 * was acknowledged is missing, half there or there twice
 */
export async function hundredKills(
  folder: string,
  kills: number,
  tell: (words: string) => void,
  seed = Date.now() % 100_000,
): Promise<KillsReport> {
  const random = chance(seed + 1);
  const mail = await openMailServer();
  const arranging = await openFolder(folder);
  const count = kills * 16;
  const cases = 8 + Math.ceil(count / 5);
  const house = await arrangeCases(arranging.owner, await arrangeCentre(arranging.owner, 1), cases);
  const [worker] = house.workers;
  await insertRows(
    arranging.owner,
    'account_role',
    ['director', 'plan_coordinator'].map((role) => ({
      centre_id: house.centreId,
      account_id: worker?.id,
      role,
      valid_from: '2020-01-01',
    })),
  );
  await arranging.owner.query('update case_file set coordinator_id = $1', [worker?.id]);
  const commands = await commandsFor(arranging.owner, house, count);
  await arranging.close();
  const env = { OKIENKO_SMTP: mail.url, OKIENKO_MAIL_FROM: 'CUS <cus@example.pl>' };
  const scene: Scene = { folder, cookie: worker?.cookie ?? '', env, server: await startOkienko(folder, env) };
  const report: KillsReport = {
    kills,
    commands: count + kills,
    letters: commands.filter(({ name }) => name === 'casework.transfer').length,
    mails: commands.filter(({ name }) => name === 'directory.issue-link').length,
    copiesOfMail: 0,
    sentAgain: 0,
    backAfterMs: { server: [], database: [], 'one backend': [], both: [] },
  };
  const done = (): number => commands.filter(({ acknowledged }) => acknowledged !== undefined).length;
  const wakers = commands.filter(({ name }) => name === 'directory.issue-link').slice(-8);
  const others = commands.filter((one) => !wakers.includes(one));
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const victim = victims[Math.floor(random() * victims.length)] ?? 'both';
      const enough = Math.min(done() + 1 + Math.floor(random() * 24), others.length - 8);
      let gone: Promise<void> | undefined;
      let fallen = false;
      await work(scene, others, report, () => {
        if (fallen || done() < enough) return fallen;
        fallen = true;
        gone = hit(victim, scene.server, folder);
        return true;
      });
      await gone;
      const probe: Sent = {
        key: newId(),
        name: 'casework.add-note',
        body: { caseId: house.caseIds[0], kind: 'call', body: `Polecenie po ${kill}.` },
      };
      commands.push(probe);
      others.push(probe);
      const after = await recover(scene, victim, probe);
      report.backAfterMs[victim].push(Math.round(after));
      if (kill % 10 === 0) tell(`${kill} kills, ${done()} of ${count} acknowledged`);
    }
    while (done() < others.length) await work(scene, others, report, () => false);
    const database = await openFolder(folder);
    try {
      await emptyOutbox(database.owner, scene.server, scene.cookie, wakers);
      while (done() < commands.length) await work(scene, commands, report, () => false);
      await emptyOutbox(database.owner, scene.server, scene.cookie, []);
      // Once more, all of them: nothing is done twice.
      for (const sent of commands)
        assert.equal(
          await send(scene.server, scene.cookie, sent),
          sent.acknowledged,
          'the first result again',
        );
      await assertAll(database.owner, house, commands, mail);
      report.copiesOfMail = mail.messages.length - new Set(mail.messages.map(({ id }) => id)).size;
      return report;
    } finally {
      await database.close();
    }
  } finally {
    await scene.server.stop();
    await mail.close();
  }
}
