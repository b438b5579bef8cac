import { PassThrough, Readable } from 'node:stream';
import { dump } from '../../platform/backup/dump.ts';
import { inScratch, withOwner } from '../../platform/backup/file.ts';
import { load } from '../../platform/backup/load.ts';
import { openForm } from '../../platform/backup/open-form.ts';
import { readTables } from '../../platform/backup/catalogue.ts';
import { type DatabaseAddress, openPool } from '../../platform/database/pool.ts';
import { type ZipFile, zipStream } from '../../platform/files/zip-stream.ts';
import { newKey, type Vault, vaultOf } from '../../platform/vault/vault.ts';
import { sealWhole } from '../cli/sealing.ts';
import { sealedStores } from '../modules.ts';
import { knowing } from './db/centres.ts';
import { pl } from './pl.ts';

/** Names of files in the archive; Polish, because people open it. */
export const keyFile = 'klucz-przenosin.txt';
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

/** Seals everything in a database of its own anew with the first of these keys; `seen` may look on. */
export async function sealAnew(
  address: DatabaseAddress,
  keys: readonly string[],
  seen: (vault: Vault) => Vault = (vault) => vault,
): Promise<void> {
  const owner = openPool(address, 'owner', 2);
  const known = keys.map((key) => {
    const { keyId, seal } = vaultOf([key]);
    return { keyId, sealed: seal(keyId, 'key_check') };
  });
  try {
    const left = await knowing(
      owner,
      known,
      async () => await sealWhole(owner, seen(vaultOf([...keys])), sealedStores),
    );
    if (left.length > 0) throw new Error(`values under another key are left: ${left.join(', ')}`);
  } finally {
    await owner.end();
  }
}

/** What is sealed, opened, a value a line, while all of it is sealed anew with the key that travels along. */
async function* openedValues(scratch: DatabaseAddress, keys: readonly string[]): AsyncGenerator<Buffer> {
  const lines = new PassThrough();
  lines.write('miejsce,wartosc\n');
  const tell = (place: string, plain: string): void => void lines.write(`${cell(place)},${cell(plain)}\n`);
  const sealing = sealAnew(scratch, keys, (vault) => telling(vault, tell)).then(
    () => lines.end(),
    (error: unknown) => lines.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  yield* lines as AsyncIterable<Buffer>;
  await sealing;
}

const textFile = (name: string, text: string): ZipFile => ({
  name,
  content: Readable.from([Buffer.from(text)]),
});

/** Steps that are done, and all of them. */
export type PackProgress = (done: number, of: number) => void;

/**
 * Everything of a centre as one ZIP archive in open formats, for itself or for another installation. Values that are sealed
 * here are there twice: sealed with a key that travels along, and plain in a file of their own. Nothing of it is written
 * anywhere on the way but into a database of its own, which is dropped.
 * @param write takes the archive, piece by piece
 * @returns how many rows; undefined: the account may not make a database
 */
export async function packCentre(
  { address, keys, centreId }: { address: DatabaseAddress; keys: readonly string[]; centreId: string },
  write: (archive: AsyncGenerator<Buffer>) => Promise<void>,
  progress: PackProgress = () => undefined,
): Promise<number | undefined> {
  const travels = newKey();
  return await inScratch(address, async (scratch) => {
    let done = 0;
    const all = 2 * (await withOwner(scratch, async (client) => (await readTables(client)).length));
    const step = (): void => progress((done += 1), all);
    await withOwner(address, async (from) => {
      const rows = Readable.from(dump(from, new Date().toISOString(), step, centreId));
      await withOwner(scratch, async (to) => await load(to, rows));
    });
    return await withOwner(scratch, async (client) => {
      const first = [
        textFile(readmeFile, pl.readme),
        textFile(keyFile, `${travels}\n`),
        { name: openedFile, content: openedValues(scratch, [travels, ...keys]) },
      ];
      const form = openForm(client, first, step);
      await write(zipStream(form.files));
      return form.rows();
    });
  });
}
