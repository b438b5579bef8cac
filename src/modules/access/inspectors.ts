import type { Db } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword, newOneTimePassword } from './credentials.ts';
import { addAccount, addRole, closeAccountRow } from './db/account-register.ts';
import { endSessions } from './db/sessions.ts';

/** Whose account it is, and the days of the inspection, both included: outside them the role does not hold. */
export interface NewInspector {
  login: string;
  name: string;
  position: string;
  validFrom: string;
  validTo: string;
}

/**
 * Opens an inspector's account with a one-time password, which is given once. Without a second factor: the inspector sets
 * up an own one before anything else, so that nobody of the inspected centre knows it.
 */
export async function openInspector(
  tx: Db,
  centreId: string,
  { login, name, position, validFrom, validTo }: NewInspector,
): Promise<{ accountId: string; password: string }> {
  const accountId = newId();
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password);
  await addAccount(tx, centreId, {
    id: accountId,
    login,
    name,
    position,
    organizationId: null,
    personId: null,
    passwordHash,
    sealedTotp: null,
  });
  await addRole(tx, centreId, accountId, { role: 'inspector', validFrom, validTo });
  return { accountId, password };
}

/** Closes an inspector's account for good and ends its sessions; what it did stays under its name. */
export async function closeInspector(tx: Db, centreId: string, accountId: string): Promise<void> {
  await Promise.all([closeAccountRow(tx, centreId, accountId), endSessions(tx, centreId, accountId)]);
}
