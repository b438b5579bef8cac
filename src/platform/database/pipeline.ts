import pg from 'pg';
import { contextStatement, statementName } from './pool.ts';

export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** All results in order; or which statement failed (-1: not a statement but the connection) and why. */
export type Sent =
  | { ok: true; results: readonly pg.QueryResult[] }
  | { ok: false; at: number; error: unknown };

/** What this file needs of the driver's wire connection. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  /** Names whose Parse is under way: cleared by the driver when it is answered. */
  submittedNamedStatements: Record<string, string>;
  bind(message: { portal: string; statement: string; values: unknown[] }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

/** The driver's query object: it writes its messages to the wire and is handed the answers. */
interface DriverQuery {
  name: string | undefined;
  text: string;
  submit(wire: Wire): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleEmptyQuery(wire: Wire): void;
  handleError(error: unknown, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}

interface DriverConfig {
  text: string;
  values: unknown[];
  name: string | undefined;
  queryMode: 'extended';
}

const QueryObject = pg.Query as unknown as new (
  config: DriverConfig,
  values: undefined,
  callback: (error: unknown, result: pg.QueryResult) => void,
) => DriverQuery;

/**
 * Several statements of one tenant in one round trip: the tenant's context and all statements travel together before a
 * single Sync, so they are one implicit transaction and `set_config(…, true)` ends with it. When one fails, those before
 * it are undone and those behind it did not run.
 * @throws when a value cannot be sent: the connection is then out of step and must not be used again
 */
export function sendPipelined(
  client: pg.PoolClient,
  centreId: string,
  statements: readonly Statement[],
): Promise<Sent> {
  return new Promise((resolve) => {
    const results: pg.QueryResult[] = [];
    let fault: { error: unknown } | undefined;
    const members = statements.map(({ text, values }, at) => {
      const config: DriverConfig = {
        text,
        values: [...values],
        name: statementName(text),
        queryMode: 'extended',
      };
      return new QueryObject(config, undefined, (error, result) => {
        if (error) fault ??= { error };
        else results[at] = result;
      });
    });
    // The answer to the context comes first; then the members are answered one after the other.
    let answered = -1;
    const current = (): DriverQuery | undefined => members[Math.max(answered, 0)];

    // The driver takes only a query object of its own: this one stands for all, and hands every message on.
    const all = new QueryObject(
      { text: '', values: [], name: undefined, queryMode: 'extended' },
      undefined,
      () => undefined,
    );
    Object.defineProperties(all, {
      name: { get: () => current()?.name },
      text: { get: () => current()?.text },
    });
    Object.assign(all, {
      submit(wire) {
        // Each member ends with a Sync of its own accord; only the last one may.
        const withoutSync = Object.create(wire, { sync: { value: () => undefined } }) as Wire;
        wire.stream.cork();
        try {
          wire.bind({ portal: '', statement: contextStatement.name, values: [centreId] });
          wire.execute({ portal: '', rows: 0 });
          for (const member of members) {
            const error = member.submit(withoutSync) ?? fault?.error;
            if (error) throw error;
          }
          return null;
        } finally {
          wire.sync();
          wire.stream.uncork();
        }
      },
      handleRowDescription: (message) => current()?.handleRowDescription(message),
      handleDataRow: (message) => current()?.handleDataRow(message),
      handleCommandComplete(message, wire) {
        if (answered >= 0) current()?.handleCommandComplete(message, wire);
        answered += 1;
      },
      handleEmptyQuery() {
        answered += 1;
      },
      handleError(error, wire) {
        // What stands behind the failure was not parsed: the driver must not believe that it was.
        for (const { name } of members.slice(Math.max(answered, 0)))
          if (name) delete wire.submittedNamedStatements[name];
        resolve({ ok: false, at: answered, error });
      },
      handleReadyForQuery(wire) {
        for (const member of members) member.handleReadyForQuery(wire);
        resolve(fault ? { ok: false, at: -1, ...fault } : { ok: true, results });
      },
    } satisfies Partial<DriverQuery>);
    client.query(all as unknown as pg.Submittable);
  });
}
