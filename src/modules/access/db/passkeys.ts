import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';

/** A passkey as its owner sees it. Instants are ISO 8601 UTC. */
export interface PasskeyRecord {
  id: string;
  name: string;
  /** Base64url, as the browser names it. */
  credentialId: string;
  transports: string[];
  /** May exist on several devices (the owner's cloud), and whether it does now. */
  synced: boolean;
  backedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}

/** A passkey as a signature is checked against it. */
export interface KeptPasskey {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
}

/** Passkeys of an account, the oldest first. */
export async function listPasskeys(db: Db, centreId: string, accountId: string): Promise<PasskeyRecord[]> {
  const rows = await db
    .selectFrom('passkey')
    .select([
      'id',
      'name',
      'credential_id',
      'transports',
      'synced',
      'backed_up',
      'created_at',
      'last_used_at',
    ])
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    credentialId: row.credential_id,
    transports: row.transports,
    synced: row.synced,
    backedUp: row.backed_up,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** The passkey of a credential, locked: two uses of one counter do not pass each other. */
export async function lockPasskey(
  tx: Db,
  centreId: string,
  credentialId: string,
): Promise<KeptPasskey | undefined> {
  const row = await tx
    .selectFrom('passkey')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('centre_id', '=', centreId)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      credentialId: row.credential_id,
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
      transports: row.transports,
    }
  );
}

export interface NewPasskey {
  accountId: string;
  name: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  synced: boolean;
  backedUp: boolean;
}

/** Adds a passkey to an account; gives its id. */
export async function addPasskeyRow(tx: Db, centreId: string, key: NewPasskey, now: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('passkey')
    .values({
      centre_id: centreId,
      id,
      account_id: key.accountId,
      name: key.name,
      credential_id: key.credentialId,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: key.transports,
      synced: key.synced,
      backed_up: key.backedUp,
      created_at: now,
    })
    .execute();
  return id;
}

/** Remembers a use: the counter, whether a copy exists elsewhere now, and when. */
export async function notePasskeyUse(
  tx: Db,
  centreId: string,
  id: string,
  use: { counter: number; backedUp: boolean; now: string },
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter: use.counter, backed_up: use.backedUp, last_used_at: use.now })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

const ofAccount = (tx: Db, centreId: string, accountId: string) =>
  tx.deleteFrom('passkey').where('centre_id', '=', centreId).where('account_id', '=', accountId);

/** Takes a passkey off an account. */
export async function removePasskeyRow(
  tx: Db,
  centreId: string,
  accountId: string,
  id: string,
): Promise<void> {
  await ofAccount(tx, centreId, accountId).where('id', '=', id).execute();
}

/** Takes every passkey off an account. */
export async function removePasskeys(tx: Db, centreId: string, accountId: string): Promise<void> {
  await ofAccount(tx, centreId, accountId).execute();
}
