import type { Db } from '../../../platform/database/tenant.ts';
import { startDeadline } from '../../agenda/index.ts';
import { saveCall } from '../db/applications.ts';
import type { CaseFile } from '../db/cases.ts';

/** Starts the time to complete from the day of delivery (KPA art. 57, 64 § 2) and gives its last day. `days`: as the call says. */
export async function startCallClock(
  tx: Db,
  centreId: string,
  file: Pick<CaseFile, 'id' | 'coordinatorId' | 'personName' | 'title'>,
  deliveredOn: string,
  days: number,
): Promise<string> {
  const clock = await startDeadline(tx, centreId, {
    kind: 'completeApplication',
    eventDate: deliveredOn,
    length: days,
    title: [file.personName, file.title].filter((part) => part !== '').join(': '),
    caseId: file.id,
    ownerId: file.coordinatorId,
  });
  await saveCall(tx, centreId, file.id, { call_delivered_on: deliveredOn, complete_until: clock.dueOn });
  return clock.dueOn;
}
