import type { Db } from '../../../platform/database/tenant.ts';
import type { DoorName } from '../domain/provider.ts';

/** Another system that opens a door, as it was set. */
export interface Provider {
  door: DoorName;
  label: string;
  issuer: string;
  clientId: string;
  sealedSecret: string | null;
  secondFactor: boolean;
  peselClaim: string | null;
  matchPerson: boolean;
  active: boolean;
  version: number;
}

const rows = (db: Db, centreId: string) =>
  db.selectFrom('sign_in_provider').selectAll().where('centre_id', '=', centreId);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const providerOf = (row: Row): Provider => ({
  // The table's check holds it to the two.
  door: row.door as DoorName,
  label: row.label,
  issuer: row.issuer,
  clientId: row.client_id,
  sealedSecret: row.client_secret,
  secondFactor: row.second_factor,
  peselClaim: row.pesel_claim,
  matchPerson: row.match_person,
  active: row.active,
  version: row.version,
});

/** The other system of a door; undefined: none was set. */
export async function findProvider(db: Db, centreId: string, door: DoorName): Promise<Provider | undefined> {
  const row = await rows(db, centreId).where('door', '=', door).executeTakeFirst();
  return row && providerOf(row);
}

/** Both doors, as they were set. */
export async function listProviders(db: Db, centreId: string): Promise<Provider[]> {
  return (await rows(db, centreId).orderBy('door', 'desc').execute()).map(providerOf);
}

/** Doors that another system opens now: what its button says. */
export async function listDoors(db: Db, centreId: string): Promise<{ door: DoorName; label: string }[]> {
  const open = (await listProviders(db, centreId)).filter(({ active }) => active);
  return open.map(({ door, label }) => ({ door, label }));
}

/** Sets the other system of a door. */
export async function saveProvider(db: Db, centreId: string, provider: Provider): Promise<void> {
  const values = {
    label: provider.label,
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: provider.sealedSecret,
    second_factor: provider.secondFactor,
    pesel_claim: provider.peselClaim,
    match_person: provider.matchPerson,
    active: provider.active,
    version: provider.version,
  };
  await db
    .insertInto('sign_in_provider')
    .values({ centre_id: centreId, door: provider.door, ...values })
    .onConflict((conflict) => conflict.columns(['centre_id', 'door']).doUpdateSet(values))
    .execute();
}
