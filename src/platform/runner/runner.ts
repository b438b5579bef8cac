import { sql } from 'kysely';
import type { z } from 'zod';
import { type Actor, permits } from '../actor.ts';
import { type Clock, dayInPoland } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction, readerFor } from '../database/tenant.ts';
import { idPattern, newId } from '../ids.ts';
import { pl } from '../pl.ts';
import { type AuditEntry, appendAudit, auditEntry } from './audit.ts';
import type { Command, Message, Moment } from './command.ts';
import { groupCommit } from './group-commit.ts';
import { isRefusal, type Outcome, type Problem, type Refusal } from './outcome.ts';
import type { Query } from './query.ts';

/** What travels beside a command's input. */
export interface Envelope {
  /** Key of this very submission: the same key again gives the first result again. */
  once?: string | undefined;
  /** Version of the target that the person saw; another version now means somebody changed it meanwhile. */
  version?: number | undefined;
}

export interface Runner {
  run<I, T, C, R>(
    command: Command<I, T, C, R>,
    actor: Actor,
    input: unknown,
    envelope?: Envelope,
  ): Promise<Outcome<R>>;
  ask<I, O>(query: Query<I, O>, actor: Actor, input: unknown): Promise<Outcome<O>>;
  /** Called after a command that left messages in the outbox was committed. */
  onMessages(wake: () => void): void;
}

/** Turns schema issues into one message per field (dotted path). */
function invalid(error: z.ZodError): Problem {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  return { kind: 'invalid', code: 'input.invalid', words: pl.problems.invalid, fields };
}

/** A refusal as a problem; one that belongs to a field stands beside it. */
const problemOf = ({ code, words, basis, field }: Refusal): Problem => ({
  kind: 'refused',
  code,
  words,
  ...(basis ? { basis } : {}),
  ...(field ? { fields: { [field]: words } } : {}),
});

const problems = {
  forbidden: { kind: 'forbidden', code: 'access.forbidden', words: pl.problems.forbidden },
  notFound: { kind: 'not_found', code: 'access.not-found', words: pl.problems.notFound },
  stale: { kind: 'stale', code: 'input.stale', words: pl.problems.stale },
} satisfies Record<string, Problem>;

type Ran<R> = { outcome: Outcome<R>; entries: AuditEntry[]; messages: boolean };

const failed = <R>(problem: Problem, entries: AuditEntry[] = []): Ran<R> => ({
  outcome: { ok: false, problem },
  entries,
  messages: false,
});

/** The one way in: every write and every read of the product passes here, in this order. */
export function createRunner(pool: Pool, clock: Clock): Runner {
  const join = groupCommit(pool);
  let wake = (): void => undefined;

  const momentOf = (actor: Actor): Moment => {
    const now = clock.now();
    return { now, today: dayInPoland(now), actor };
  };

  const steps = async <I, T, C, R>(
    tx: Db,
    command: Command<I, T, C, R>,
    moment: Moment,
    input: I,
    envelope: Envelope,
  ): Promise<Ran<R>> => {
    const { actor } = moment;
    const [receipt, target] = await Promise.all([
      envelope.once ? findReceipt<R>(tx, actor, command.name, envelope.once) : undefined,
      command.load(tx, input, moment),
    ]);
    if (receipt) return { outcome: { ok: true, value: receipt.result }, entries: [], messages: false };
    if (target === undefined) return failed(problems.notFound);
    if (!permits(command.allow, actor, target))
      return failed(problems.forbidden, [
        auditEntry(actor, command.name, 'access', { what: { denied: true } }),
      ]);
    if (
      envelope.version !== undefined &&
      versionOf(target) !== undefined &&
      versionOf(target) !== envelope.version
    )
      return failed(problems.stale);
    const change = command.decide(target, input, moment);
    if (isRefusal(change)) return failed(problemOf(change));
    const result = await command.save(tx, change, moment);
    const messages = command.emits?.(change, result) ?? [];
    const kept = command.receipt ? command.receipt(result) : (result ?? null);
    await Promise.all([
      messages.length > 0 ? postMessages(tx, actor.centreId, messages) : undefined,
      envelope.once && kept !== undefined
        ? saveReceipt(tx, actor, command.name, envelope.once, kept)
        : undefined,
    ]);
    return {
      outcome: { ok: true, value: result },
      entries: [
        auditEntry(actor, command.name, 'change', command.audit(change, result, target), command.basis),
      ],
      messages: messages.length > 0,
    };
  };

  const execute = async <I, T, C, R>(
    command: Command<I, T, C, R>,
    actor: Actor,
    work: (tx: Db) => Promise<Ran<R>>,
  ): Promise<Ran<R>> =>
    command.joins
      ? await join(actor.centreId, async (tx) => {
          const done = await work(tx);
          return { value: done, entries: done.entries };
        })
      : await inTransaction(pool, actor.centreId, async (tx) => {
          const done = await work(tx);
          await appendAudit(tx, done.entries);
          return done;
        });

  /** Two copies of one submission may race; the one that came second is given what the first one got. */
  const earlier = async <I, T, C, R>(
    command: Command<I, T, C, R>,
    actor: Actor,
    once: string | undefined,
  ): Promise<Outcome<R> | undefined> => {
    if (!once) return undefined;
    const receipt = await findReceipt<R>(readerFor(pool, actor.centreId), actor, command.name, once);
    return receipt ? { ok: true, value: receipt.result } : undefined;
  };

  return {
    onMessages(listener) {
      wake = listener;
    },

    async run(command, actor, rawInput, envelope = {}) {
      const parsed = command.input.safeParse(rawInput);
      if (!parsed.success) return { ok: false, problem: invalid(parsed.error) };
      const once = envelope.once !== undefined && idPattern.test(envelope.once) ? envelope.once : undefined;
      const moment = momentOf(actor);
      const work = async (tx: Db) => await steps(tx, command, moment, parsed.data, { ...envelope, once });
      try {
        const ran = await execute(command, actor, work);
        if (ran.messages) wake();
        return ran.outcome.ok ? ran.outcome : ((await earlier(command, actor, once)) ?? ran.outcome);
      } catch (error) {
        const before = await earlier(command, actor, once);
        if (before) return before;
        const { constraint } = error as { constraint?: string };
        const known = constraint ? command.constraints?.[constraint] : undefined;
        if (known) return { ok: false, problem: problemOf(known) };
        throw error;
      }
    },

    async ask(query, actor, rawInput) {
      const parsed = query.input.safeParse(rawInput);
      if (!parsed.success) return { ok: false, problem: invalid(parsed.error) };
      const output = await query.read(readerFor(pool, actor.centreId), parsed.data, momentOf(actor));
      if (output === undefined) return { ok: false, problem: problems.notFound };
      const allowed = permits(query.allow, actor, output);
      const disclosed = allowed ? query.discloses(output, parsed.data) : { what: { denied: true } };
      const notes = disclosed === undefined ? [] : Array.isArray(disclosed) ? disclosed : [disclosed];
      if (notes.length > 0) {
        const entries = notes.map((note) =>
          auditEntry(actor, query.name, allowed ? 'read' : 'access', note, query.basis),
        );
        await join(actor.centreId, () => Promise.resolve({ value: undefined, entries }));
      }
      if (!allowed) return { ok: false, problem: query.hidden ? problems.notFound : problems.forbidden };
      return { ok: true, value: output };
    },
  };
}

const versionOf = (target: unknown): number | undefined =>
  typeof target === 'object' && target !== null && 'version' in target && typeof target.version === 'number'
    ? target.version
    : undefined;

async function findReceipt<R>(
  db: Db,
  actor: Actor,
  command: string,
  once: string,
): Promise<{ result: R } | undefined> {
  const row = await db
    .selectFrom('command_receipt')
    .select('result')
    .where('centre_id', '=', actor.centreId)
    .where('once', '=', once)
    .where('account_id', '=', actor.accountId)
    .where('command', '=', command)
    .executeTakeFirst();
  return row ? { result: (row.result as { value: R }).value } : undefined;
}

async function saveReceipt(
  tx: Db,
  actor: Actor,
  command: string,
  once: string,
  result: unknown,
): Promise<void> {
  await tx
    .insertInto('command_receipt')
    .values({
      centre_id: actor.centreId,
      once,
      account_id: actor.accountId,
      command,
      result: sql`${JSON.stringify({ value: result ?? null })}::jsonb`,
    })
    .execute();
}

async function postMessages(tx: Db, centreId: string, messages: readonly Message[]): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(
      messages.map((message) => ({
        centre_id: centreId,
        id: newId(),
        kind: message.kind,
        payload: sql`${JSON.stringify(message.payload)}::jsonb`,
      })),
    )
    .execute();
}
