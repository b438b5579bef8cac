import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from '../../platform/database/pool.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { namedKeys, newKey, readKeys, type Vault, vaultOf } from '../../platform/vault/vault.ts';
import type { Config } from '../config.ts';
import { pl } from './pl.ts';

const words = pl.keys;
const place = 'key_check';

const fileOf = (config: Config): string => path.join(config.dataFolder, 'okienko.key');

/** Where the keys of this installation are kept, in words of its operator. */
export const whereOf = (config: Config): string =>
  config.key === undefined ? fileOf(config) : 'OKIENKO_KEY';

/** The text of the keys, from OKIENKO_KEY or the key file; undefined: there is none. */
function keptText(config: Config): string | undefined {
  if (config.key !== undefined) return config.key;
  try {
    return fs.readFileSync(fileOf(config), 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw new StartupProblem('okienko.key.rights', words.rights(fileOf(config)));
  }
}

/** Makes the key file; of two processes that make it at once, one wins and both use its key. */
function makeFile(config: Config): string {
  const file = fileOf(config);
  const fresh = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(config.dataFolder, { recursive: true, mode: 0o711 });
    fs.writeFileSync(fresh, `${newKey()}\n`, { mode: 0o600, flag: 'wx', flush: true });
    try {
      fs.linkSync(fresh, file);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(fresh, { force: true });
    }
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new StartupProblem('okienko.key.rights', words.rights(file));
  }
}

/**
 * The keys of this installation by their identifiers, the one that seals first; undefined: there is none, and none is made.
 * @throws StartupProblem when what is kept is no key
 */
export function keptKeys(config: Config): Map<string, Buffer> | undefined {
  const kept = keptText(config);
  if (kept === undefined) return undefined;
  const keys = readKeys(kept);
  if (!keys) throw new StartupProblem('okienko.key.malformed', words.malformed(whereOf(config)));
  return namedKeys(keys);
}

const opens = (vault: Vault, { key_id, sealed }: { key_id: string; sealed: string }): boolean => {
  if (!vault.knows(key_id)) return false;
  try {
    return vault.open(sealed, place) === key_id;
  } catch {
    return false;
  }
};

/**
 * The vault with the keys of this installation, made at its first start. The database remembers which keys have sealed
 * in it, so that a lost or strange key is found at the start and not at the first sign-in.
 * @throws StartupProblem with one sentence: the key is missing, not this database's, or no key at all
 */
export async function openVault(config: Config, owner: Pool): Promise<Vault> {
  const { rows: used } = await owner.query<{ key_id: string; sealed: string }>(
    'select key_id, sealed from key_check',
  );
  const where = whereOf(config);
  const kept = keptText(config);
  if (kept === undefined && used.length > 0)
    throw new StartupProblem('okienko.key.missing', words.missing(fileOf(config)));
  const keys = readKeys(kept ?? makeFile(config));
  if (!keys) throw new StartupProblem('okienko.key.malformed', words.malformed(where));
  const vault = vaultOf(keys);
  if (!used.every((row) => opens(vault, row)))
    throw new StartupProblem('okienko.key.wrong', words.wrong(where));
  if (!used.some(({ key_id }) => key_id === vault.keyId))
    await owner.query('insert into key_check (key_id, sealed) values ($1, $2) on conflict do nothing', [
      vault.keyId,
      vault.seal(vault.keyId, place),
    ]);
  return vault;
}
