import type { Db } from '../../../platform/database/tenant.ts';

/** A tablet of the centre, by the name on it, with the last day on which it sent sheets. */
export interface DeviceRow {
  id: string;
  name: string;
  sentOn: string;
}

/** Notes that a device sent sheets on a day; an earlier day changes nothing. */
export async function noteDeviceRow(tx: Db, centreId: string, device: DeviceRow): Promise<void> {
  await tx
    .insertInto('survey_device')
    .values({ centre_id: centreId, id: device.id, name: device.name, sent_on: device.sentOn })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'id'])
        .doUpdateSet({ name: device.name, sent_on: device.sentOn })
        .where('survey_device.sent_on', '<', device.sentOn),
    )
    .execute();
}

/** Tablets of the centre; the one that has been silent longest first. */
export async function listDeviceRows(db: Db, centreId: string): Promise<DeviceRow[]> {
  const rows = await db
    .selectFrom('survey_device')
    .select(['id', 'name', 'sent_on'])
    .where('centre_id', '=', centreId)
    .orderBy('sent_on')
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, sent_on: sentOn }) => ({ id, name, sentOn }));
}

/** Forgets tablets that have sent nothing since a day. */
export async function dropDevicesBefore(tx: Db, centreId: string, day: string): Promise<number> {
  const rows = await tx
    .deleteFrom('survey_device')
    .where('centre_id', '=', centreId)
    .where('sent_on', '<', day)
    .returning('id')
    .execute();
  return rows.length;
}
