import type { z } from 'zod';
import type { Allow } from '../actor.ts';
import type { Db } from '../database/tenant.ts';
import type { AuditNote } from './audit.ts';
import type { Moment } from './command.ts';

/** Every read of the product: who may, what, and what of a person it disclosed (art. 50(3)). */
export interface Query<Input, Output> {
  name: `${string}.${string}`;
  summary: string;
  input: z.ZodType<Input>;
  /** What the API gives and documents; anything undeclared is stripped there. */
  output: z.ZodType<Output>;
  basis: string;
  /** undefined: there is no such thing, or not for this centre. */
  read(db: Db, input: Input, moment: Moment): Promise<Output | undefined>;
  /** Judged on what was read, because the right often hangs on a relation to it; a denial tells nothing of it. */
  allow: Allow<Output>;
  /** Whose data this shows; undefined: nobody's. Written before anything is shown. */
  discloses(output: Output, input: Input): AuditNote | AuditNote[] | undefined;
  /** A denied reader is told that nothing is there, because existence itself is private. */
  hidden?: true;
  /** Gives away so much at once (an export) that who sits there is proved again; see `fresh` of a command. */
  fresh?: true;
}

/** Declares a query. */
export const query = <Input, Output>(definition: Query<Input, Output>): Query<Input, Output> => definition;

// oxlint-disable-next-line typescript/no-explicit-any
export type AnyQuery = Query<any, any>;
