import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from '../../platform/database/pool.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { livingVault, namedKeys, newKey, readKeys, type Vault, vaultOf } from '../../platform/vault/vault.ts';
import type { Config } from '../config.ts';
import { isWhole } from './db/sealed-values.ts';
import { pl } from './pl.ts';

const words = pl.keys;
const place = 'key_check';

const fileOf = (config: Config): string => path.join(config.dataFolder, 'okienko.key');

/** The keys as they are kept, today's first. */
export const keptTexts = (config: Config): string[] => readKeys(keptText(config) ?? '') ?? [];

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
  if (!(await isWhole(owner))) await sealFirst(owner, vault);
  return vault;
}

/** The step of the program after the migration: what release 0.1.0 kept plain is sealed before anybody is served. */
async function sealFirst(owner: Pool, vault: Vault): Promise<void> {
  const [{ sealWhole }, { sealedStores }] = await Promise.all([
    import('./sealing.ts'),
    import('../modules.ts'),
  ]);
  await sealWhole(owner, vault, sealedStores, (store, done) => console.log(words.sealing(store, done)));
}

/** How long a running server may go on with the keys it knows. */
export const keysKnownMs = 1000;

/** The vault of a server that goes on working while its key file is changed by `okienko keys rotate`. */
export function watchedVault(config: Config, opened: Vault): Vault {
  if (config.key !== undefined) return opened;
  const file = fileOf(config);
  const changedAt = (): number => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let current = opened;
  let seen = changedAt();
  let asked = performance.now();
  return livingVault(() => {
    const now = performance.now();
    if (now - asked < keysKnownMs) return current;
    asked = now;
    const changed = changedAt();
    if (changed === seen || changed === 0) return current;
    const keys = readKeys(fs.readFileSync(file, 'utf8'));
    if (keys) [current, seen] = [vaultOf(keys), changed];
    return current;
  });
}

/** Puts these keys in the place of the key file's, all at once. */
export function replaceKeys(config: Config, keys: readonly string[]): void {
  const file = fileOf(config);
  const fresh = `${file}.${process.pid}`;
  fs.writeFileSync(fresh, `${keys.join('\n')}\n`, { mode: 0o600, flush: true });
  fs.renameSync(fresh, file);
}

/** Puts a key away beside the key file, for backups that only it opens. @returns the file */
export function putAway(config: Config, key: string): string {
  const [id] = namedKeys([key]).keys();
  const file = `${fileOf(config)}.${id ?? ''}`;
  fs.writeFileSync(file, `${key}\n`, { mode: 0o600, flush: true });
  return file;
}
