import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { lockExpired, updateVersion } from '../db/versions.ts';
import { basisOf, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { startInformationClock } from './information-clock.ts';

/**
 * Ends every programme whose last day has passed: the four months of art. 6(3) run from that day, whether or not anybody
 * remembers to write it down. Done once a day; doing it again changes nothing.
 */
export const endExpired = command({
  name: 'programmes.end-expired',
  summary: 'End programmes whose period has passed; starts the clocks of their information',
  input: z.object({}),
  result: z.object({ ended: z.number() }),
  basis: cite(basisOf('end-expired')),
  load: (tx, _input, moment) => lockExpired(tx, moment.actor.centreId, moment.today),
  allow: { system: always },
  decide: (expired) => expired,
  async save(tx, expired, moment) {
    const { centreId } = moment.actor;
    for (const { id, name, validTo } of expired) {
      await updateVersion(tx, centreId, id, stateAfter('end-expired', 'in_force'), {
        endedOn: validTo,
        endReason: pl.periodPassed,
      });
      await startInformationClock(tx, centreId, { versionId: id, name, endedOn: validTo });
    }
    return { ended: expired.length };
  },
  audit: (expired) => ({ what: { versions: expired.map((one) => one.id), after: 'ended' } }),
});
