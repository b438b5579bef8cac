import { setTimeout as rest } from 'node:timers/promises';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { namedKeys, newKey } from '../../platform/vault/vault.ts';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database.ts';
import { sealedStores } from '../modules.ts';
import { note } from './db/journal.ts';
import {
  countByKey,
  forgetKeys,
  isWholeWith,
  leftUnder,
  listCentreIds,
  usedKeys,
} from './db/sealed-values.ts';
import { keptTexts, keysKnownMs, openVault, putAway, replaceKeys, whereOf } from './keys.ts';
import { pl } from './pl.ts';
import { sealWhole } from './sealing.ts';

const words = pl.keys;

const idsOf = (keys: readonly string[]): string[] => [...namedKeys(keys).keys()];

/**
 * Writes into every centre's journal what became of the keys: their identifiers, which tell nothing of them, and how many
 * of the centre's values today's key has sealed.
 */
async function noteKeys(
  owner: OpenDatabase['owner'],
  action: 'operations.rotate-keys' | 'operations.drop-keys',
  keyId: string,
  old: readonly string[],
): Promise<void> {
  const counted = await countByKey(owner);
  for (const centreId of await listCentreIds(owner)) {
    const values = counted
      .filter((one) => one.centreId === centreId && one.keyId === keyId)
      .reduce((sum, one) => sum + one.values, 0);
    const what = { key: keyId, old, values };
    await note(owner, centreId, { actor: words.actor, action, kind: 'change', what });
  }
}

/** Which keys there are and how many values each has sealed; of the keys nothing but their identifiers. */
async function list(config: Config, { owner }: OpenDatabase): Promise<void> {
  const counted = await countByKey(owner);
  for (const [at, id] of idsOf(keptTexts(config)).entries()) {
    const values = counted.filter(({ keyId }) => keyId === id).reduce((sum, one) => sum + one.values, 0);
    console.log(words.key(id, at === 0, values));
  }
}

/** A new key first, and everything sealed and marked anew with it; what broke off is gone on with. */
async function rotate(config: Config, { owner }: OpenDatabase): Promise<void> {
  const kept = keptTexts(config);
  const [today = ''] = idsOf(kept);
  if (await isWholeWith(owner, today)) {
    if (config.key !== undefined) throw new StartupProblem('okienko.keys.variable', words.fromVariable);
    replaceKeys(config, [newKey(), ...kept]);
    console.log(words.added(whereOf(config)));
    // A running server opens what is sealed from now on only with the new key.
    await rest(2 * keysKnownMs);
  } else console.log(words.goingOn);
  const vault = await openVault(config, owner);
  const left = await sealWhole(
    owner,
    vault,
    sealedStores,
    (store, done) => console.log(words.sealing(store, done)),
    async () =>
      await noteKeys(
        owner,
        'operations.rotate-keys',
        vault.keyId,
        (await usedKeys(owner)).filter((id) => id !== vault.keyId),
      ),
  );
  if (left.length > 0) throw new StartupProblem('okienko.keys.left', words.left(left.join(', ')));
  console.log(words.rotated(vault.keyId));
}

/** The old keys go away, once nothing in the database is sealed with them. */
async function drop(config: Config, { owner }: OpenDatabase): Promise<void> {
  const [today = '', ...old] = keptTexts(config);
  const [keyId = ''] = idsOf([today]);
  const left = (await isWholeWith(owner, keyId)) ? await leftUnder(owner, keyId) : ['?'];
  if (left.length > 0) throw new StartupProblem('okienko.keys.needed', words.dropFirst);
  const going = [...new Set([...(await usedKeys(owner)), ...idsOf(old)])].filter((id) => id !== keyId);
  if (going.length > 0) await noteKeys(owner, 'operations.drop-keys', keyId, going);
  await forgetKeys(owner, keyId);
  if (config.key !== undefined) return console.log(words.dropVariable);
  if (old.length === 0) return console.log(words.nothingToDrop);
  for (const key of old) console.log(words.dropped(putAway(config, key)));
  replaceKeys(config, [today]);
}

const verbs: Readonly<Record<string, typeof list>> = { list, rotate, drop };

/** `npm run okienko -- keys list|rotate|drop`: the keys of this installation. */
export async function keys(config: Config, [given = 'list']: string[]): Promise<void> {
  const verb = verbs[given];
  if (!verb) throw new StartupProblem('okienko.keys.usage', words.usage);
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
    await verb(config, database);
  } finally {
    await database.close();
  }
}
