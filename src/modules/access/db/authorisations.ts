import { sql } from 'kysely';
import type { Authorisation, IsoDate } from '../../../law/index.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Holder, type RegisterEntry, type Scope, toLaw } from '../domain/authorisation.ts';

const columns = [
  'id',
  'account_id',
  'scope',
  'holder',
  'request',
  'qualification',
  'valid_from',
  'valid_to',
  'revoked_on',
] as const;

interface Row {
  id: string;
  account_id: string;
  scope: string;
  holder: string;
  request: string | null;
  qualification: string | null;
  valid_from: string;
  valid_to: string | null;
  revoked_on: string | null;
}

// The table's checks hold scope and holder to the two lists.
const entryOf = (row: Row): RegisterEntry => ({
  id: row.id,
  accountId: row.account_id,
  scope: row.scope as Scope,
  holder: row.holder as Holder,
  request: row.request,
  qualification: row.qualification,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  revokedOn: row.revoked_on,
});

const entriesOf = prepared<{ centreId: string; accountId: string; on: IsoDate | null }>()((db, place) =>
  db
    .selectFrom('authorisation')
    .select(columns)
    .where('centre_id', '=', place('centreId'))
    .where('account_id', '=', place('accountId'))
    .where(
      sql<boolean>`(${place('on')}::date is null or (valid_from <= ${place('on')}::date
        and (valid_to is null or valid_to >= ${place('on')}::date)
        and (revoked_on is null or revoked_on > ${place('on')}::date)))`,
    )
    .orderBy('valid_from')
    .orderBy('id'),
);

/**
 * The entries of one account in the register of art. 26, as the law reads them. Without a day all of them, so that
 * a refusal can say that one has ended; with a day only those that hold then.
 */
export async function findAuthorisations(
  db: Db,
  centreId: string,
  accountId: string,
  on?: IsoDate,
): Promise<Authorisation[]> {
  const rows = await entriesOf.all(db, { centreId, accountId, on: on ?? null });
  return rows.map((row) => toLaw(entryOf(row)));
}

export interface KeptAuthorisation extends RegisterEntry {
  holderName: string;
  holderPosition: string;
  document: string;
  grantedBy: string;
  revokedWhy: string | null;
  version: number;
}

const kept = (db: Db, centreId: string) =>
  db
    .selectFrom('authorisation')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'authorisation.centre_id')
        .onRef('account.id', '=', 'authorisation.account_id'),
    )
    .where('authorisation.centre_id', '=', centreId)
    .select(columns.map((column) => `authorisation.${column}` as const))
    .select([
      'authorisation.document',
      'authorisation.granted_by',
      'authorisation.revoked_why',
      'authorisation.version',
      'account.name',
      'account.position',
    ]);

type KeptRow = Row & {
  document: string;
  granted_by: string;
  revoked_why: string | null;
  version: number;
  name: string;
  position: string;
};

const keptOf = (row: KeptRow): KeptAuthorisation => ({
  ...entryOf(row),
  holderName: row.name,
  holderPosition: row.position,
  document: row.document,
  grantedBy: row.granted_by,
  revokedWhy: row.revoked_why,
  version: row.version,
});

/** The whole register, the newest first. */
export async function listAuthorisations(db: Db, centreId: string): Promise<KeptAuthorisation[]> {
  const rows = await kept(db, centreId)
    .orderBy('authorisation.valid_from', 'desc')
    .orderBy('authorisation.id', 'desc')
    .execute();
  return rows.map(keptOf);
}

/** One entry; undefined: not of this centre. */
export async function findAuthorisation(
  db: Db,
  centreId: string,
  id: string,
): Promise<KeptAuthorisation | undefined> {
  const row = await kept(db, centreId).where('authorisation.id', '=', id).executeTakeFirst();
  return row && keptOf(row);
}

/** One entry, locked for its change. */
export async function lockAuthorisation(
  tx: Db,
  centreId: string,
  id: string,
): Promise<KeptAuthorisation | undefined> {
  const row = await kept(tx, centreId)
    .where('authorisation.id', '=', id)
    .forUpdate('authorisation')
    .executeTakeFirst();
  return row && keptOf(row);
}

/** Enters an authorisation. */
export async function addAuthorisation(
  tx: Db,
  centreId: string,
  entry: RegisterEntry & { document: string; grantedBy: string },
): Promise<void> {
  await tx
    .insertInto('authorisation')
    .values({
      centre_id: centreId,
      id: entry.id,
      account_id: entry.accountId,
      scope: entry.scope,
      holder: entry.holder,
      request: entry.request,
      qualification: entry.qualification,
      document: entry.document,
      granted_by: entry.grantedBy,
      valid_from: entry.validFrom,
      valid_to: entry.validTo,
    })
    .execute();
}

/** Marks an entry as revoked from a day on. */
export async function markRevoked(
  tx: Db,
  centreId: string,
  id: string,
  on: IsoDate,
  why: string,
): Promise<void> {
  await tx
    .updateTable('authorisation')
    .set({ revoked_on: on, revoked_why: why, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
