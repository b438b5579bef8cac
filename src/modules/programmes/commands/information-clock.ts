import type { Db } from '../../../platform/database/tenant.ts';
import { startDeadline } from '../../agenda/index.ts';
import { pl } from '../pl.ts';

/** Starts the four months of the information on implementation, from the last day of the programme (art. 6(3)). */
export const startInformationClock = async (
  tx: Db,
  centreId: string,
  of: { versionId: string; name: string; endedOn: string },
): Promise<void> => {
  await startDeadline(tx, centreId, {
    kind: 'programmeInformation',
    eventDate: of.endedOn,
    title: pl.deadlineTitle(of.name),
    programmeVersionId: of.versionId,
  });
};
