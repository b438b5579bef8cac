import type { z } from 'zod';
import type { Actor, Allow, InsideRole } from '../actor.ts';
import type { Db } from '../database/tenant.ts';
import type { Vault } from '../vault/vault.ts';
import type { AuditNote } from './audit.ts';
import type { Refusal } from './outcome.ts';

/** Where this server stands in the world. */
export interface Place {
  /** The address under which the world reaches it; passkeys and sign-in elsewhere are bound to it. */
  home?: string;
  /** Other systems (OpenID Connect) that it may speak to. */
  issuers?: readonly string[];
}

/** When and by whom: all that a rule may know of the world besides its target and input. */
export interface Moment extends Place {
  /** Instant, ISO 8601 UTC. */
  now: string;
  /** The day in Poland, YYYY-MM-DD. */
  today: string;
  actor: Actor;
  /** Seals and opens the few secrets that must be read again. */
  vault: Vault;
}

/** What leaves the centre after the commit: the kind names the job that carries it out. */
export interface Message {
  kind: string;
  payload: Record<string, unknown>;
}

/** Every write of the product. The type asks the questions a reviewer would ask. */
export interface Command<Input, Target, Change, Result> {
  /** `module.verb`: also the permission, the audit action and the key of its words. */
  name: `${string}.${string}`;
  /** What it is for, one English sentence (the API's summary). */
  summary: string;
  /** Its messages are the form's field errors and the API's problem details. */
  input: z.ZodType<Input>;
  /** What the API gives and documents. */
  result: z.ZodType<Result>;
  /** Legal basis in words, kept with the audit entry. */
  basis: string;
  /** The target as it stands, locked where the decision depends on it (`for update`); undefined: not found. */
  load(tx: Db, input: Input, moment: Moment): Promise<Target | undefined>;
  allow: Allow<Target>;
  /** Pure: the change, or a refusal with its legal basis. */
  decide(target: Target, input: Input, moment: Moment): Change | Refusal;
  save(tx: Db, change: Change, moment: Moment): Promise<Result>;
  audit(change: Change, result: Result, target: Target): AuditNote;
  emits?(change: Change, result: Result): Message[];
  /**
   * What of a result that holds a secret is kept for the same submission sent again: the rest of it, or
   * (undefined) nothing at all, and then the same submission again is a new one. Default: the whole result.
   */
  receipt?(result: Result): Result | undefined;
  /** Names of database constraints that a person can run into, with what they are told. */
  constraints?: Record<string, Refusal>;
  /** Its input may hold a file (Base64 in the API): the API takes as much as the form does. */
  files?: true;
  /** Judges a secret that could be guessed at: limited per network address, whoever asks. */
  guess?: true;
  /** Dangerous: whoever sits there proves again who they are when the last proof is older than the centre wants. */
  fresh?: true;
  /**
   * Leaves no entry in the journal: an entry knows its minute, and that must not be known of an anonymous answer. Never
   * for what touches a person's data or a decision.
   */
  unrecorded?: true;
  /** May share a transaction with others of its kind: appends only (see group-commit.ts). */
  joins?: true;
}

/** Declares a command. */
export const command = <Input, Target, Change, Result>(
  definition: Command<Input, Target, Change, Result>,
): Command<Input, Target, Change, Result> => definition;

/**
 * Declares a command that art. 49 of the Act keeps inside the centre (qualifying, assessing, drafting plans):
 * the type does not let a provider, a unit, a region or a resident be named.
 */
export const insideCommand = <Input, Target, Change, Result>(
  definition: Command<Input, Target, Change, Result> & {
    allow: { [R in Exclude<keyof Allow<Target>, InsideRole>]?: never };
  },
): Command<Input, Target, Change, Result> => definition;

/** A command whose types are of no interest to the caller (lists, routes, documentation). */
// The erased form is only run with input that its own schema has parsed.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyCommand = Command<any, any, any, any>;
