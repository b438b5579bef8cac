import assert from 'node:assert/strict';
import type { OpenDatabase } from '../src/app/database.ts';
import { viewCase } from '../src/modules/casework/queries/view-case.ts';
import type { Moment } from '../src/platform/runner/command.ts';
import { noVault } from '../src/platform/vault/vault.ts';
import { type Cost, costOf, costWords } from './cpu.ts';
import {
  type ArrangedHouse,
  arrangeCases,
  arrangeCentre,
  openFolder,
  scratchFolder,
  type Worker,
} from './house.ts';
import { type Comparison, interleave, type Side } from './interleave.ts';
import { load, type LoadTask } from './load.ts';
import { type Running, startOkienko } from './processes.ts';
import { say } from './report.ts';
import { recordStatement, type Statement } from './statements.ts';

export const connections = 32;
const rounds = 5;
const seconds = 4;

/** The product on an arranged database, and the processes beside it. */
export interface Stage {
  database: OpenDatabase;
  house: ArrangedHouse;
  worker: Worker;
  moment: Moment;
  ours: Running;
  /** Cases that are read, and cases that are written to: a case must not grow while its reading is measured. */
  read: string[];
  written: string[];
  /** Takes over a process, so that it is stopped at the end. */
  keep(starting: Promise<Running>): Promise<Running>;
}

/** Sets the stage, lets `work` play, and clears everything away. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  const running: Running[] = [];
  const keep = async (starting: Promise<Running>): Promise<Running> => {
    const one = await starting;
    running.push(one);
    return one;
  };
  try {
    const house = await arrangeCases(database.owner, await arrangeCentre(database.owner, 1), 128);
    const [worker] = house.workers;
    if (!worker) throw new Error('the house was arranged with a worker');
    const now = new Date().toISOString();
    const actor = {
      centreId: house.centreId,
      accountId: worker.id,
      name: worker.name,
      position: '',
      roles: [worker.role],
    };
    return await work({
      database,
      house,
      worker,
      moment: { now, today: now.slice(0, 10), actor, vault: noVault },
      ours: await keep(startOkienko(folder)),
      read: house.caseIds.slice(0, 64),
      written: house.caseIds.slice(64),
      keep,
    });
  } finally {
    for (const one of running) await one.stop();
    await database.close();
    remove();
  }
}

/** The statement that the case query sends, taken down from the query itself. */
export async function caseStatement({ database, read, moment }: Stage): Promise<Statement> {
  const [caseId = ''] = read;
  return await recordStatement(database.owner, (db) => viewCase.read(db, { caseId }, moment), caseId);
}

/** One of the two servers that are measured in turn. */
export interface Target {
  name: string;
  running: Running;
  task: Pick<LoadTask, 'headers' | 'requests' | 'keyed'>;
}

/**
 * Measures two servers in turn, then what one request costs each; checks afterwards that each answer of ours stands in
 * the audit trail under `action`.
 */
export async function against(
  stage: Stage,
  action: string,
  ours: Target,
  beside: Target,
): Promise<Comparison> {
  const before = await countAudited(stage, action);
  let answered = 0;
  let runs = 0;
  const send = async (target: Target): Promise<{ answered: number; perSecond: number }> => {
    const result = await load({ ...target.task, url: target.running.url, connections, seconds });
    if (target === ours) {
      answered += result.answered;
      runs += 1;
    }
    return result;
  };
  const side = (target: Target): Side => ({
    name: target.name,
    measure: async () => (await send(target)).perSecond,
  });
  const compared = await interleave(side(ours), side(beside), rounds, '/s');
  for (const target of [ours, beside]) say(`  ${target.name}: ${costWords(await cost(stage, target, send))}`);
  const written = (await countAudited(stage, action)) - before;
  assert.ok(written >= answered, `${answered} answers, only ${written} audit entries`);
  // Requests under way when a run ends are carried out and not counted: at most one per connection.
  assert.ok(written <= answered + runs * connections, `${answered} answers, ${written} audit entries`);
  return compared;
}

async function cost(
  stage: Stage,
  target: Target,
  send: (target: Target) => Promise<{ answered: number }>,
): Promise<Cost> {
  return await costOf(stage.database, target.running.process.pid, async () => (await send(target)).answered);
}

async function countAudited(stage: Stage, action: string): Promise<number> {
  const { rows } = await stage.database.owner.query<{ count: number }>(
    'select count(*)::int as count from audit_entry where action = $1 and not what ? $2',
    [action, 'arranged'],
  );
  return rows[0]?.count ?? 0;
}

/** The body of one answer; a body makes the request a POST. @throws unless the status is 200 */
export async function answerOf(url: string, cookie: string, body?: string): Promise<string> {
  const response = await fetch(url, {
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  const text = await response.text();
  assert.equal(response.status, 200, `${url}: ${text}`);
  return text;
}
