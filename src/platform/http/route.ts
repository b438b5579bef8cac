import type { ComponentChildren } from 'preact';
import type { Lang } from '../../lang.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../database/tenant.ts';
import type { AnyCommand, Command } from '../runner/command.ts';
import { forbidden, type Outcome, type Problem } from '../runner/outcome.ts';
import type { Query } from '../runner/query.ts';
import type { Runner } from '../runner/runner.ts';
import type { Safe } from '../vault/stores.ts';
import type { FormValues } from './form-data.ts';

/** The centre that a page belongs to. */
export interface CentreInfo {
  id: string;
  slug: string;
  name: string;
  place: string;
  legalForm: 'A' | 'B' | 'C';
  demonstration: boolean;
  gminas: { teryt: string; name: string }[];
  letterhead: {
    addressLines: string[];
    phone: string | null;
    email: string | null;
    web: string | null;
    bankAccount: string | null;
    /** When the window is open, in the centre's words. */
    hours?: string | null;
  };
}

/** The centre as a page names it: every link of a resident's page begins with `home`, so that the language stays. */
export interface PageCentre extends CentreInfo {
  /** `/jarocin`, in Ukrainian `/uk/jarocin`. */
  home: string;
}

export interface PageRequest {
  /** The language of the address; always Polish on a staff page. */
  lang: Lang;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Values of the query that stand sealed in the address, as they stand there; see private-query.ts. */
  sealed?: Record<string, string>;
  actor: Actor;
  centre: PageCentre;
  today: string;
  /** Instant, ISO 8601 UTC. */
  now: string;
  /** What the browser says of itself (User-Agent); told from it is a family in plain words, nothing more. */
  agent?: string;
  /** What a hop gave this browser to keep until the next step, sealed as it was given. */
  kept?: string;
}

/** A form as it comes back to the person: what they typed, what is wrong, and the key of this submission. */
export interface FormState {
  /** Name of the command that did not succeed; a page with several forms gives the values back to that one only. */
  command?: string;
  values: FormValues;
  errors: Record<string, string>;
  problem?: Problem;
  once: string;
  /** When the shown values were saved as a draft, ISO 8601 UTC. */
  draftSavedAt?: string;
  /** Name under which the form saves itself. */
  draft?: string;
}

/** Where a person stands: what the frame around a page needs to offer the same page in another language. */
export interface Place {
  lang: Lang;
  /** The path asked for, without language and query. */
  path: string;
  /** The address, without language, at which the page can be asked for again; of a form that came back, the page it was sent from. */
  address: string;
}

export interface PageContext extends PageRequest, Place {
  form: FormState;
  /** Name of the command that has just succeeded: its words announce it. */
  done?: string;
  /** Title of a command or query by its name, as the history shows it. */
  titleOf(action: string): string;
}

/** What a page gives; the frame around it (header, navigation, notices) is the application's. */
export interface View {
  title: string;
  body: ComponentChildren;
  heading?: ComponentChildren;
  /** One sentence below the heading. */
  lead?: ComponentChildren;
  /** Beside the heading: state tag, secondary buttons. */
  aside?: ComponentChildren;
  /** Trail of links above the title. */
  trail?: { href: string; label: string }[];
  /** `narrow` for one form or text, `wide` for lists. */
  width?: 'narrow' | 'wide';
  /** Addresses of our own scripts this page gains by; every page works without. */
  scripts?: string[];
  /** Key of the navigation entry this page belongs to. */
  current?: string;
  /** What was asked for is a page of its own: the person is sent there instead. */
  forward?: `/${string}`;
}

/** Asks a query as the page's actor. */
export type Ask = <I, O>(query: Query<I, O>, input: unknown) => Promise<Outcome<O>>;

/** Who may open it at all: `staff` signed in, `public` anybody (as a visitor of the centre). Rights are the queries'. */
export type Door = 'staff' | 'public';

/**
 * Where a success leads: an address; an address with the session cookie to set (null: to clear); a page shown at once,
 * for what is shown only once; or the form again, when what was done is to note that the try failed.
 */
export type Next =
  | string
  | { location: string; session: string | null; keep?: string | null }
  | { view: View }
  | { problem: Problem };

/**
 * Makes a page one that every visitor without an account sees alike: it is kept in memory and given again, and browsers
 * and proxies may keep it for a minute. Whoever is signed in is always shown a fresh one; see kept-pages.ts.
 */
export interface Keep {
  /** Modules whose commands change what it shows. */
  until: readonly string[];
  /** Parameters it may be asked with and still be kept: few values each, never what a person typed. */
  query?: readonly string[];
}

export interface PageRoute {
  kind: 'page';
  keep?: Keep;
  /** Name under which this page's form saves itself; see drafts.ts. */
  draft?: (request: PageRequest) => string;
  /**
   * What the button `_intent=search` of this page's form looks for in a register, by the page's own query names. The
   * form is kept as a draft first: without script, a search beside a half-written form must not empty it.
   */
  sought?: (values: FormValues) => FormValues;
  /** The command that the page is for, where it is for one. */
  command?: AnyCommand;
  door: Door;
  path: `/${string}`;
  /** Loads and renders; generics are closed over so that routes form one list. */
  show(ask: Ask, request: PageRequest, context: PageContext): Promise<Outcome<View>>;
}

export interface FormRoute {
  kind: 'form';
  door: Door;
  path: `/${string}`;
  command: AnyCommand;
  /** The command's input from the form's nested values and the path; default: both together. */
  input(values: Record<string, unknown>, request: PageRequest): unknown;
  /** Where it leads when it is done. */
  next(result: unknown, request: PageRequest): Next;
  /** The page that shows the form again, with what was typed, when it is not. */
  page: PageRoute;
}

/** A file or feed: neither page nor form. */
export interface FileRoute {
  kind: 'file';
  door: Door;
  path: `/${string}`;
  /** Asked for by a form: what was typed makes the file and is stored nowhere. */
  typed?: boolean;
  send(
    ask: Ask,
    request: PageRequest,
    typed: FormValues,
  ): Promise<Outcome<{ type: string; body: FileBody; name?: string; cache?: string }>>;
}

/** What a file is made of: bytes, or the name of what the installation keeps sealed on its disk, and how long that is when opened. */
export type FileBody = Uint8Array | string | { kept: string; length: number };

/**
 * Takes what was typed on to a page without its standing readable in the address, in a log or in a history: sealed, for
 * this hour and the next, stored nowhere. The page reads it as any other parameter.
 */
export interface CarryRoute {
  kind: 'carry';
  door: 'public';
  path: `/${string}`;
  to(values: FormValues, request: PageRequest): { path: string; carried: Readonly<Record<string, string>> };
}

/** What a hop gives: where to go next, or data for our own script; what this browser keeps until then (null: forget it). */
export type HopAnswer = ({ location: string } | { json: unknown }) & {
  keep?: string | null;
  session?: string;
};

/** What a hop may use besides its request. */
export interface HopTools {
  ask: Ask;
  // The command's own schema parses whatever it is sent.
  // oxlint-disable-next-line typescript/no-explicit-any
  run<R>(command: Command<any, any, any, R>, input: unknown): Promise<Outcome<R>>;
  /** Rows of the centre, for what no answer of a query may give away. */
  db: Db;
  safe: Safe;
  /** Where this server stands as the world sees it: "https://okienko.gmina.pl". */
  home: string;
  /** Other systems that it may speak to. */
  issuers: readonly string[];
}

/**
 * One step between our pages and what is not a page: the browser's own keys, or another system and back. Talks to the
 * network where it must, and therefore outside any transaction; what it learns goes to a command, sealed.
 */
export interface HopRoute {
  kind: 'hop';
  door: Door;
  path: `/${string}`;
  go(tools: HopTools, request: PageRequest): Promise<Outcome<HopAnswer>>;
}

/** What open data is asked with: no cookies, no account, the visitor's eyes. */
export interface DataRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  /** Where this server stands as the asker sees it: "https://okienko.gmina.pl". */
  base: string;
  today: string;
  /** Instant, ISO 8601 UTC. */
  now: string;
  /** The centre that the address names, or every one of the installation. */
  centres: { centre: CentreInfo; ask: Ask }[];
}

export interface DataAnswer {
  type: string;
  /** Pieces are sent as they come. With a mark, which changes when the data does, they are made once and then kept. */
  body: string | Uint8Array | { mark?: string; pieces: AsyncIterable<string | Uint8Array> };
  /** The `content-disposition` of what is to be kept as a file. */
  name?: string;
}

/** Open data: read by machines of any origin, answered as data, its problems as documents (RFC 9457). */
export interface DataRoute {
  kind: 'data';
  path: `/${string}`;
  /** Gives everything at once, and may therefore be asked less often. */
  whole?: boolean;
  /** May also be asked by POST, with the same parameters in the address. */
  post?: boolean;
  answer(request: DataRequest): Promise<Outcome<DataAnswer>>;
}

/** Everything a module offers under an address. */
export type Route = PageRoute | FormRoute | FileRoute | CarryRoute | HopRoute | DataRoute;

/** Declares a page: what it loads and what it shows. */
export function page<Data>(
  definition: {
    path: `/${string}`;
    /** The command that the page is for: a role that it does not name is turned away before anything is typed. */
    command?: AnyCommand;
    load(ask: Ask, request: PageRequest): Promise<Outcome<Data>>;
    view(data: Data, context: PageContext): View;
    // A page with somebody's draft in it is nobody else's.
  } & (
    | { door: 'public'; keep: Keep; draft?: never; sought?: never }
    | {
        door: Door;
        draft?: (request: PageRequest) => string;
        sought?: (values: FormValues) => FormValues;
        keep?: never;
      }
  ),
): PageRoute {
  return {
    kind: 'page',
    door: definition.door,
    path: definition.path,
    ...(definition.draft ? { draft: definition.draft } : {}),
    ...(definition.sought ? { sought: definition.sought } : {}),
    ...(definition.command ? { command: definition.command } : {}),
    ...(definition.keep ? { keep: definition.keep } : {}),
    async show(ask, request, context) {
      const { command } = definition;
      if (command && !request.actor.roles.some((role) => role in command.allow))
        return { ok: false, problem: forbidden };
      const loaded = await definition.load(ask, request);
      return loaded.ok ? { ok: true, value: definition.view(loaded.value, context) } : loaded;
    },
  };
}

/** Declares a form: the command it runs, where it leads, and the page that shows it again. */
export function form<Result>(definition: {
  door: Door;
  path: `/${string}`;
  // The command's own schema parses whatever the form sends.
  // oxlint-disable-next-line typescript/no-explicit-any
  command: Command<any, any, any, Result>;
  input?(values: Record<string, unknown>, request: PageRequest): unknown;
  next(result: Result, request: PageRequest): Next;
  page: PageRoute;
}): FormRoute {
  return {
    kind: 'form',
    door: definition.door,
    path: definition.path,
    command: definition.command,
    input: definition.input ?? ((values, request) => ({ ...values, ...request.params })),
    next: (result, request) => definition.next(result as Result, request),
    page: definition.page,
  };
}

/** Declares a file or feed. */
export const file = (definition: Omit<FileRoute, 'kind'>): FileRoute => ({ kind: 'file', ...definition });

/** Declares what carries typed values on to a page. */
export const carry = (definition: Omit<CarryRoute, 'kind' | 'door'>): CarryRoute => ({
  kind: 'carry',
  door: 'public',
  ...definition,
});

/** Declares a hop. */
export const hop = (definition: Omit<HopRoute, 'kind'>): HopRoute => ({ kind: 'hop', ...definition });

/** Declares open data. */
export const data = (definition: Omit<DataRoute, 'kind'>): DataRoute => ({ kind: 'data', ...definition });

/** Several outcomes as one: all values, or the first problem. */
export async function all<T extends Record<string, Promise<Outcome<unknown>>>>(
  parts: T,
): Promise<Outcome<{ [K in keyof T]: Awaited<T[K]> extends Outcome<infer V> ? V : never }>> {
  const entries = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => [name, await part] as const),
  );
  const values: Record<string, unknown> = {};
  for (const [name, outcome] of entries) {
    if (!outcome.ok) return outcome;
    values[name] = outcome.value;
  }
  return { ok: true, value: values as never };
}

/** A value as a successful outcome, for pages that load nothing. */
export const nothing = (): Promise<Outcome<undefined>> => Promise.resolve({ ok: true, value: undefined });

/** `ask` for one actor. */
export const askAs =
  (runner: Runner, actor: Actor): Ask =>
  async (query, input) =>
    await runner.ask(query, actor, input);

/**
 * Values, errors and key for the form of one command on a page: what came back if it was this form, else blank (or `initial`).
 * A refusal without a field stands under the empty name: the error of the whole form. `of`: where a page has the form of one
 * command several times, the parameters of the address that only this one is sent to.
 */
export function formOf(
  context: PageContext,
  command: AnyCommand,
  initial: FormValues = {},
  of: Readonly<Record<string, string>> = {},
): { values: FormValues; errors: Record<string, string>; once: string; autosave?: string } {
  const { form } = context;
  const autosave = form.draft ? { autosave: form.draft } : {};
  if (form.command === undefined)
    return { values: { ...initial, ...form.values }, errors: {}, once: form.once, ...autosave };
  const another = Object.entries(of).some(([name, value]) => context.params[name] !== value);
  if (form.command !== command.name || another)
    return { values: initial, errors: {}, once: form.once, ...autosave };
  const errors = form.problem?.fields ?? (form.problem ? { '': form.problem.words } : {});
  return { values: form.values, errors, once: form.once, ...autosave };
}
