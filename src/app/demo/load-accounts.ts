import type { IsoDate } from '../../law/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { insertAll } from './db/insert.ts';
import type { LoadedCentre } from './load-centres.ts';
import { atWorkSince, demoAccounts, demoAuthorisations, type DemoAccount } from './staff.ts';

/** Who acts in one centre, by what scripts call them. */
export type Crew = ReadonlyMap<DemoAccount['key'], Actor>;

/** A persona with the person or the organization that it acts for. */
export type NewAccount = DemoAccount & { readonly organizationId?: string; readonly personId?: string };

/** Opens accounts without a password: the one-click door is their only one. Gives them as actors, in the same order. */
export async function openAccounts(
  owner: Pool,
  centreId: string,
  accounts: readonly NewAccount[],
  today: IsoDate,
): Promise<Actor[]> {
  const since = atWorkSince(today);
  const actors = accounts.map(
    ({ name, position, roles, organizationId, personId }): Actor => ({
      centreId,
      accountId: newId(),
      name,
      position,
      roles,
      ...(organizationId ? { organizationId } : {}),
      ...(personId ? { personId } : {}),
    }),
  );
  await inTransaction(owner, centreId, async (tx) => {
    await insertAll(
      tx,
      'account',
      accounts.map(({ login, name, position, persona, organizationId, personId }, i) => ({
        centre_id: centreId,
        id: actors[i]?.accountId ?? newId(),
        login,
        name,
        position,
        persona,
        organization_id: organizationId ?? null,
        person_id: personId ?? null,
        created_at: `${since}T07:00:00Z`,
      })),
    );
    await insertAll(
      tx,
      'account_role',
      actors.flatMap(({ accountId, roles }) =>
        roles.map((role) => ({ centre_id: centreId, account_id: accountId, role, valid_from: since })),
      ),
    );
  });
  return actors;
}

/** Opens the accounts of a centre's staff and enters the authorisations of art. 26. */
export async function loadAccounts(owner: Pool, centre: LoadedCentre, today: IsoDate): Promise<Crew> {
  const accounts = demoAccounts
    .filter(({ centreId }) => centreId === centre.slug)
    .map((account): NewAccount => {
      const organizationId = account.organisation && centre.organizations.get(account.organisation);
      return organizationId ? { ...account, organizationId } : account;
    });
  const actors = await openAccounts(owner, centre.id, accounts, today);
  const crew = new Map(
    accounts
      .map(({ key }, i) => [key, actors[i]] as const)
      .flatMap(([key, actor]) => (actor ? [[key, actor] as const] : [])),
  );
  await inTransaction(owner, centre.id, async (tx) => {
    await insertAll(
      tx,
      'authorisation',
      demoAuthorisations(today).flatMap((entry) => {
        const holder = entry.centreId === centre.slug ? crew.get(entry.account) : undefined;
        return holder
          ? [
              {
                centre_id: centre.id,
                id: newId(),
                account_id: holder.accountId,
                scope: entry.scope,
                holder: entry.holder,
                document: entry.document,
                granted_by: entry.grantedBy,
                request: entry.request,
                qualification: entry.qualification,
                valid_from: entry.validFrom,
                valid_to: entry.validTo,
              },
            ]
          : [];
      }),
    );
  });
  return crew;
}
