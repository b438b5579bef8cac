import { sql } from 'kysely';
import type { Db } from '../database/tenant.ts';
import type { Moment } from '../runner/command.ts';
import { sealedBy, type Vault } from './vault.ts';

/** Whose values are sealed and opened, and with which keys. */
export interface Safe {
  centreId: string;
  vault: Vault;
}

/** The safe of whoever acts. */
export const safeOf = ({ actor, vault }: Pick<Moment, 'actor' | 'vault'>): Safe => ({
  centreId: actor.centreId,
  vault,
});

/** A place where sealed values are kept: what the first sealing and every change of keys walk through. */
export interface SealedStore {
  /** For the operator: table and what of it. */
  name: string;
  /**
   * Seals anew at most `limit` rows of the centre that are plain or sealed with another key than today's.
   * @returns how many; 0: nothing is left
   */
  reseal(tx: Db, safe: Safe, limit: number): Promise<number>;
}

/** A column of text whose every value is sealed. `keys`: the columns that name a row, without the centre's. */
export const sealedColumn = (of: {
  table: string;
  column: string;
  keys: readonly string[];
  place(centreId: string, row: Readonly<Record<string, string>>): string;
}): SealedStore => ({
  name: `${of.table}.${of.column}`,
  async reseal(tx, { centreId, vault }, limit) {
    const [table, column] = [sql.table(of.table), sql.ref(of.column)];
    const keys = sql.join(of.keys.map((key) => sql`${sql.ref(key)}::text`));
    const { rows } = await sql<Record<string, string>>`select ${keys}, ${column} from ${table}
      where centre_id = ${centreId} and ${column} is not null and not starts_with(${column}, ${sealedBy(vault.keyId)})
      limit ${limit} for update`.execute(tx);
    for (const row of rows) {
      const place = of.place(centreId, row);
      const sealed = vault.seal(vault.open(row[of.column] ?? '', place), place);
      const same = of.keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`);
      await sql`update ${table} set ${column} = ${sealed}
        where centre_id = ${centreId} and ${sql.join(same, sql` and `)}`.execute(tx);
    }
    return rows.length;
  },
});

/** What stands in a column of JSON in the place of a whole value that is sealed. */
export interface SealedJson {
  sealed: string;
}

/** A value as a column of JSON keeps it, sealed whole. */
export const sealJson = (vault: Vault, value: unknown, place: string): SealedJson => ({
  sealed: vault.seal(JSON.stringify(value), place),
});

const isSealedJson = (value: unknown): value is SealedJson =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  'sealed' in value &&
  typeof value.sealed === 'string';

/** The value that a column of JSON keeps; one of an earlier release, not sealed yet, is given as it is. */
export const openJson = (vault: Vault, kept: unknown, place: string): unknown =>
  isSealedJson(kept) ? JSON.parse(vault.open(kept.sealed, place)) : kept;

/** A column of JSON that is sealed whole. */
export const sealedJsonColumn = (of: {
  table: string;
  column: string;
  keys: readonly string[];
  place(centreId: string, row: Readonly<Record<string, string>>): string;
}): SealedStore => ({
  name: `${of.table}.${of.column}`,
  async reseal(tx, { centreId, vault }, limit) {
    const [table, column] = [sql.table(of.table), sql.ref(of.column)];
    const keys = sql.join(of.keys.map((key) => sql`${sql.ref(key)}::text`));
    const { rows } = await sql<Record<string, string> & { kept: unknown }>`
      select ${keys}, ${column} as kept from ${table}
      where centre_id = ${centreId} and not starts_with(coalesce(${column}->>'sealed', ''), ${sealedBy(vault.keyId)})
      limit ${limit} for update`.execute(tx);
    for (const row of rows) {
      const place = of.place(centreId, row);
      const sealed = JSON.stringify(sealJson(vault, openJson(vault, row.kept, place), place));
      const same = of.keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`);
      await sql`update ${table} set ${column} = ${sealed}::jsonb
        where centre_id = ${centreId} and ${sql.join(same, sql` and `)}`.execute(tx);
    }
    return rows.length;
  },
});
