import type { Db } from '../../../platform/database/tenant.ts';

export interface Contact {
  id: string;
  month: string;
  contact: string;
  wants: string[];
}

/** Keeps a sealed contact. */
export async function insertContact(tx: Db, centreId: string, contact: Omit<Contact, 'id'>): Promise<void> {
  await tx
    .insertInto('survey_contact')
    .values({ centre_id: centreId, ...contact })
    .execute();
}

/** Contacts by month, sealed. The order within a month is by chance. */
export async function sealedContacts(db: Db, centreId: string): Promise<Contact[]> {
  return await db
    .selectFrom('survey_contact')
    .select(['id', 'month', 'contact', 'wants'])
    .where('centre_id', '=', centreId)
    .orderBy('month', 'desc')
    .orderBy('id')
    .limit(2000)
    .execute();
}

/** Removes a contact; false: there was none. */
export async function dropContact(tx: Db, centreId: string, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('survey_contact')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a contact is there. */
export async function hasContact(db: Db, centreId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('survey_contact')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes contacts older than a month. */
export async function dropContactsBefore(tx: Db, centreId: string, month: string): Promise<number> {
  const rows = await tx
    .deleteFrom('survey_contact')
    .where('centre_id', '=', centreId)
    .where('month', '<', month)
    .returning('id')
    .execute();
  return rows.length;
}
