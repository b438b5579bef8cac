import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { dump } from '../../platform/backup/dump.ts';
import { inScratch, withOwner } from '../../platform/backup/file.ts';
import { CannotLoad, load } from '../../platform/backup/load.ts';
import { readOpenForm, writeOpenForm } from '../../platform/backup/open-form.ts';
import { BackupFault } from '../../platform/backup/sealed.ts';
import { openPool, type DatabaseAddress } from '../../platform/database/pool.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { newKey, readKeys, type Vault, vaultOf } from '../../platform/vault/vault.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { sealedStores } from '../modules.ts';
import { noteLeaving } from './db/leaving.ts';
import { keptTexts, openVault } from './keys.ts';
import { pl } from './pl.ts';
import { sealWhole } from './sealing.ts';

const words = pl.leave;

const keyFile = 'klucz-przenosin.txt';
const openedFile = 'wartosci-otwarte.csv';
const readmeFile = 'CZYTAJ.txt';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A vault that seals with another key and tells every value that it opens on the way. */
const telling = (vault: Vault, tell: (place: string, plain: string) => void): Vault => ({
  ...vault,
  open(sealed, place) {
    const plain = vault.open(sealed, place);
    tell(place, plain);
    return plain;
  },
});

/** Seals everything anew with the first of these keys. */
async function sealAnew(address: DatabaseAddress, vault: Vault): Promise<void> {
  const owner = openPool(address, 'owner', 2);
  try {
    const left = await sealWhole(owner, vault, sealedStores);
    if (left.length > 0) throw new Error(`values under another key are left: ${left.join(', ')}`);
  } finally {
    await owner.end();
  }
}

/**
 * `okienko export-centre <slug> <folder>`: everything of a centre in open formats, for itself or for another installation.
 * Values that are sealed here are there twice: sealed with a key that travels along, and plain in a table of their own.
 */
export async function exportCentre(config: Config, [slug, given]: string[]): Promise<void> {
  if (slug === undefined || given === undefined)
    throw new StartupProblem('okienko.export.usage', words.usageExport);
  const folder = path.resolve(given);
  if (existsSync(folder)) throw new StartupProblem('okienko.export.there', words.there(folder));
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
    const centreId = await noteLeaving(database.owner, slug, words);
    if (centreId === undefined) throw new StartupProblem('okienko.export.centre', words.noCentre(slug));
    const key = newKey();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const rows = await inScratch(database.address, async (scratch) => {
      await withOwner(database.address, async (from) => {
        const lines = Readable.from(dump(from, new Date().toISOString(), undefined, centreId));
        await withOwner(scratch, async (to) => await load(to, lines));
      });
      const values = path.join(folder, openedFile);
      writeFileSync(values, 'miejsce,wartosc\n', { mode: 0o600 });
      const vault = vaultOf([key, ...keptTexts(config)]);
      await sealAnew(
        scratch,
        telling(vault, (place, plain) => appendFileSync(values, `${cell(place)},${cell(plain)}\n`)),
      );
      writeFileSync(path.join(folder, keyFile), `${key}\n`, { mode: 0o600 });
      writeFileSync(path.join(folder, readmeFile), words.readme, { mode: 0o600 });
      return await withOwner(
        scratch,
        async (client) => await writeOpenForm(client, folder, [readmeFile, keyFile, openedFile]),
      );
    });
    if (rows === undefined) throw new StartupProblem('okienko.export.rights', words.rights);
    console.log(words.exported(slug, folder, rows));
    console.log(words.careful);
  } finally {
    await database.close();
  }
}

const problemOf = (error: unknown): unknown => {
  if (error instanceof CannotLoad)
    return new StartupProblem(`okienko.import.${error.kind}`, words.cannot[error.kind]);
  if (error instanceof BackupFault)
    return new StartupProblem('okienko.import.changed', words.changed(error.message));
  return error;
};

/** `okienko import-centre <folder>`: such a folder into an empty installation, sealed anew with the key of this one. */
export async function importCentre(config: Config, [given]: string[]): Promise<void> {
  if (given === undefined) throw new StartupProblem('okienko.import.usage', words.usageImport);
  const folder = path.resolve(given);
  const [travelled] = existsSync(path.join(folder, keyFile))
    ? (readKeys(readFileSync(path.join(folder, keyFile), 'utf8')) ?? [])
    : [];
  if (travelled === undefined) throw new StartupProblem('okienko.import.folder', words.noFolder(folder));
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
    const rows = await withOwner(
      database.address,
      async (client) => await readOpenForm(client, folder),
    ).catch((error: unknown) => {
      throw problemOf(error);
    });
    await sealAnew(database.address, vaultOf([...keptTexts(config), travelled]));
    // The database forgot its keys with everything else: it is told of this one.
    await openVault(config, database.owner);
    console.log(words.imported(rows));
  } finally {
    await database.close();
  }
}
