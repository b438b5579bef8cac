import type { Translate } from '../../lang.ts';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import type { Scan } from '../files/scan.ts';
import type { AnyCommand, Place as WorldPlace } from '../runner/command.ts';
import type { Problem } from '../runner/outcome.ts';
import type { AnyQuery } from '../runner/query.ts';
import type { Vault } from '../vault/vault.ts';
import type { Runner } from '../runner/runner.ts';
import type { KeptPages } from './kept-pages.ts';
import type { CentreInfo, FormRoute, PageContext, PageRoute, Place, Route, View } from './route.ts';

/** Who is behind a request, and in which centre. */
export interface Visit {
  actor: Actor;
  centre: CentreInfo;
  signedIn: boolean;
  /** The one page this session may open until what waits there is done (a one-time password changed). */
  detour?: `/${string}`;
}

/** A static asset kept in memory. */
export interface Asset {
  type: string;
  body: Uint8Array | string;
}

/** How whoever sits there proves who they are before a dangerous step. */
export interface Proof {
  /** Asks for the proof; with a form that waits it posts to that form's own address. */
  page: PageRoute;
  /** Judges it; a session in its answer takes the place of the one before. */
  form: FormRoute;
}

export interface ServerParts {
  pool: Pool;
  runner: Runner;
  clock: Clock;
  vault: Vault;
  routes: readonly Route[];
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  /** Without it a dangerous step is refused until the person signs in anew. */
  proof?: Proof;
  /** Where this server stands in the world. */
  place?: WorldPlace;
  assets: ReadonlyMap<string, Asset>;
  openapi: unknown;
  /** The session behind a cookie or bearer token; undefined: none, or ended. */
  identify(token: string): Promise<Visit | undefined>;
  /** The visitor of a centre by the first part of the address; undefined: no such centre. */
  visitorOf(slug: string): Promise<Visit | undefined>;
  /** The visitor of every centre of the installation. */
  visitors(): Promise<Visit[]>;
  /** Title of a command or query by its name. */
  titleOf(action: string): string;
  /** What a refusal says, in the language of the page. */
  translate: Translate;
  /** The whole page around a view, and around a problem. */
  frame(view: View, context: PageContext, visit: Visit): string;
  problemPage(
    problem: Problem & { incident?: string },
    status: number,
    visit: Visit | undefined,
    place: Place,
  ): string;
  /** Where a fault is written down: its incident number, route and stack, never the request's body. */
  report(fault: Record<string, unknown>): void;
  /** True behind TLS: cookies are then marked Secure. */
  secure: boolean;
  /** What this server keeps sealed under a name, opened piece by piece; undefined: nothing lies here. */
  keptFile?: ((name: string) => AsyncIterable<Uint8Array> | undefined) | undefined;
  /** Looks for viruses in files before anything is done with them; without it nobody does. */
  scan?: Scan | undefined;
  /** Which addresses may say on whose behalf they ask (X-Forwarded-*): `loopback`, or a list; only behind TLS. */
  proxies?: string | undefined;
  /** Pages that every visitor sees alike. */
  kept: KeptPages;
  /** How many pages one address may read without an account in a minute: far more than a person does. */
  publicReadsPerMinute: number;
  /** How many forms one address may send without an account in a minute (sign-in included). */
  publicWritesPerMinute: number;
  /** How many changes one account may send in a minute: far more than a person does. */
  accountWritesPerMinute: number;
}
