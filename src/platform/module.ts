import type { Said } from '../lang.ts';
import type { Route } from './http/route.ts';
import type { AnyCommand } from './runner/command.ts';
import type { AnyQuery } from './runner/query.ts';
import type { SealedStore } from './vault/stores.ts';

/** What a module hands to the application: its verbs, its addresses, and the words of its commands by their names. */
export interface Module {
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  routes: readonly Route[];
  /** Run once a day (in Poland) in every centre with the input `{}`, as the system: see jobs/daily.ts. */
  daily?: readonly AnyCommand[];
  /** Every sentence of its commands that a resident can meet (refusals, errors of fields, what is done): 0011-languages.md. */
  said?: readonly Said[];
  /** Where it keeps sealed values: walked through by the first sealing and by every change of keys. */
  sealed?: readonly SealedStore[];
  /** Every command has a title and what is said when it is done; a query that discloses has a title for the history. */
  words: Record<string, { title: string; done?: string }>;
}
