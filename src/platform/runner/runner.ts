import { sql } from 'kysely';
import type { z } from 'zod';
import { type Actor, isProved, permits } from '../actor.ts';
import { type Clock, dayInPoland } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import { type Db, readerFor, type Send } from '../database/tenant.ts';
import { tenantQuery } from '../database/tenant-query.ts';
import { idPattern, newId } from '../ids.ts';
import { pl } from '../pl.ts';
import { noVault, type Vault } from '../vault/vault.ts';
import { aimedAt, type AuditEntry, type AuditNote, auditEntry, denial } from './audit.ts';
import type { Command, Message, Moment, Place } from './command.ts';
import { commitTogether, groupCommit, type Left, type Work } from './group-commit.ts';
import {
  forbidden,
  isRefusal,
  notFound,
  unproved,
  type Outcome,
  type Problem,
  type Refusal,
  refuse,
} from './outcome.ts';
import type { Query } from './query.ts';
import { findReceipts, type Receipt } from './receipts.ts';

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
const problemOf = ({ code, words, basis, field, fields }: Refusal): Problem => ({
  kind: 'refused',
  code,
  words,
  ...(basis ? { basis } : {}),
  ...(field || fields ? { fields: { ...(field ? { [field]: words } : {}), ...fields } } : {}),
});

const problems = {
  forbidden,
  notFound,
  stale: { kind: 'stale', code: 'input.stale', words: pl.problems.stale },
  onceUsed: { kind: 'refused', code: 'input.once-used', words: pl.problems.onceUsed },
} satisfies Record<string, Problem>;

/** What the database refuses whoever writes (db/migrations/0015_privacy.sql), and what the person is told. */
const ofEveryCommand: Readonly<Record<string, Refusal>> = {
  person_restricted: refuse('privacy.restricted', pl.problems.restricted),
  application_whitelist: refuse('privacy.outside-programme', pl.problems.outsideProgramme),
};

/** How a command ended, and whether it left messages in the outbox. */
interface Ran<R> {
  outcome: Outcome<R>;
  messages: boolean;
}

const ended = <R>(outcome: Outcome<R>, entries: AuditEntry[] = []): Left<Ran<R>> => ({
  value: { outcome, messages: false },
  entries,
});

const failed = <R>(problem: Problem, entries?: AuditEntry[]): Left<Ran<R>> =>
  ended({ ok: false, problem }, entries);

/** The first result of the same submission, if the same person sent it to the same command. */
const repeated = <R>(receipt: Receipt | undefined, actor: Actor, command: string): Outcome<R> | undefined =>
  receipt && receipt.accountId === actor.accountId && receipt.command === command
    ? { ok: true, value: receipt.result as R }
    : undefined;

/** The one way in: every write and every read of the product passes here, in this order. */
export function createRunner(pool: Pool, clock: Clock, vault: Vault = noVault, place: Place = {}): Runner {
  const join = groupCommit(pool);
  let wake = (): void => undefined;

  const momentOf = (actor: Actor): Moment => {
    const now = clock.now();
    return { now, today: dayInPoland(now), actor, vault, ...place };
  };

  const steps = async <I, T, C, R>(
    tx: Db,
    earlier: () => Promise<Receipt | undefined>,
    command: Command<I, T, C, R>,
    moment: Moment,
    input: I,
    { once, version }: Envelope,
  ): Promise<Left<Ran<R>>> => {
    const { actor } = moment;
    // Asked before anything is loaded: a load may use up what counts once. Whoever may not in any case is told that.
    const named = actor.roles.some((role) => command.allow[role] !== undefined);
    if (command.fresh && named && !isProved(actor, moment.now)) return failed(unproved);
    const [receipt, target] = await Promise.all([
      once === undefined ? undefined : earlier(),
      command.load(tx, input, moment),
    ]);
    const before = repeated<R>(receipt, actor, command.name);
    if (before) return ended(before);
    if (target === undefined) return failed(problems.notFound);
    if (!permits(command.allow, actor, target))
      return failed(problems.forbidden, [
        auditEntry(actor, command.name, 'access', denial(aimedAt(target, input)), command.basis),
      ]);
    if (version !== undefined && versionOf(target) !== undefined && versionOf(target) !== version)
      return failed(problems.stale);
    const change = command.decide(target, input, moment);
    if (isRefusal(change)) return failed(problemOf(change));
    const result = await command.save(tx, change, moment);
    const messages = command.emits?.(change, result) ?? [];
    if (messages.length > 0) await postMessages(tx, actor.centreId, messages);
    const kept = command.receipt ? command.receipt(result) : (result ?? null);
    return {
      value: { outcome: { ok: true, value: result }, messages: messages.length > 0 },
      entries: command.unrecorded
        ? []
        : [auditEntry(actor, command.name, 'change', command.audit(change, result, target), command.basis)],
      receipt:
        once !== undefined && kept !== undefined
          ? { once, accountId: actor.accountId, command: command.name, result: kept }
          : undefined,
    };
  };

  const execute = async <T>(centreId: string, joins: boolean, work: Work<T>): Promise<T> => {
    if (joins) return await join(centreId, work);
    const [left] = await commitTogether(pool, centreId, [work]);
    if (!left) throw new Error('one work leaves one thing behind');
    return left.value;
  };

  /** Two copies of one submission may race; the one that came second is given what the first one got. */
  const earlier = async <R>(
    command: string,
    actor: Actor,
    once: string | undefined,
  ): Promise<Outcome<R> | undefined> => {
    if (!once) return undefined;
    const send: Send = (text, values) => tenantQuery(pool, actor.centreId, text, values);
    const [receipt] = await findReceipts(send, actor.centreId, [once]);
    return repeated(receipt, actor, command);
  };

  return {
    onMessages(listener) {
      wake = listener;
    },

    async run(command, given, rawInput, envelope = {}) {
      const actor = asOneself(command.name, given);
      const parsed = command.input.safeParse(rawInput);
      if (!parsed.success) return { ok: false, problem: invalid(parsed.error) };
      const once = envelope.once !== undefined && idPattern.test(envelope.once) ? envelope.once : undefined;
      const moment = momentOf(actor);
      const version = envelope.version;
      try {
        const { outcome, messages } = await execute(actor.centreId, command.joins === true, {
          once,
          run: (tx, before) => steps(tx, before, command, moment, parsed.data, { once, version }),
        });
        if (messages) wake();
        return outcome.ok ? outcome : ((await earlier(command.name, actor, once)) ?? outcome);
      } catch (error) {
        const before = await earlier<never>(command.name, actor, once);
        if (before) return before;
        const { constraint } = error as { constraint?: string };
        // The key belongs to another account or command: its result is not this one's to see.
        if (constraint === 'command_receipt_pkey') return { ok: false, problem: problems.onceUsed };
        const known = constraint
          ? (command.constraints?.[constraint] ?? ofEveryCommand[constraint])
          : undefined;
        if (known) return { ok: false, problem: problemOf(known) };
        throw error;
      }
    },

    async ask(query, given, rawInput) {
      const actor = asOneself(query.name, given);
      const parsed = query.input.safeParse(rawInput);
      if (!parsed.success) return { ok: false, problem: invalid(parsed.error) };
      const moment = momentOf(actor);
      const output = await query.read(readerFor(pool, actor.centreId), parsed.data, moment);
      if (output === undefined) return { ok: false, problem: problems.notFound };
      const allowed = permits(query.allow, actor, output);
      if (allowed && query.fresh && !isProved(actor, moment.now)) return { ok: false, problem: unproved };
      const would = asNotes(query.discloses(output, parsed.data));
      const notes = allowed ? would : [deniedRead(would, output, parsed.data)];
      if (notes.length > 0) {
        const entries = notes.map((note) =>
          auditEntry(actor, query.name, allowed ? 'read' : 'access', note, query.basis),
        );
        await join(actor.centreId, { run: () => Promise.resolve({ value: undefined, entries }) });
      }
      if (!allowed) return { ok: false, problem: query.hidden ? problems.notFound : problems.forbidden };
      return { ok: true, value: output };
    },
  };
}

/** One's account, sessions and openings by necessity are one's own, also while one stands in for another. */
const asOneself = (verb: string, actor: Actor): Actor =>
  actor.deputy && verb.startsWith('access.') ? actor.deputy : actor;

const asNotes = (disclosed: AuditNote | AuditNote[] | undefined): AuditNote[] =>
  disclosed === undefined ? [] : Array.isArray(disclosed) ? disclosed : [disclosed];

/** One entry per denied read: of one person or case it names the subject; a list of many was aimed at nobody. */
const deniedRead = (would: readonly AuditNote[], output: unknown, input: unknown): AuditNote => {
  const [only, ...others] = would;
  return denial(
    only && others.length === 0
      ? { ...aimedAt(output, input), ...subjectOf(only) }
      : aimedAt(undefined, input),
  );
};

const subjectOf = ({ personId, caseId }: AuditNote): Pick<AuditNote, 'personId' | 'caseId'> => ({
  ...(personId ? { personId } : {}),
  ...(caseId ? { caseId } : {}),
});

const versionOf = (target: unknown): number | undefined =>
  typeof target === 'object' && target !== null && 'version' in target && typeof target.version === 'number'
    ? target.version
    : undefined;

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
