import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id, optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listDeadlines } from '../../agenda/index.ts';
import { offersOf, selectProgrammes, selectVersions } from '../db/versions.ts';
import { mayRead } from '../domain/lifecycle.ts';
import { leadingVersion, versionView, versionViewSchema } from './view.ts';

/** One version of a programme: the named one, else the one that matters most. */
export const viewProgramme = query({
  name: 'programmes.view-programme',
  summary: 'A version of a programme: its twelve items, services with limits, versions and clock',
  input: z.object({ programmeId: id(), number: optionalInteger(1, 9999) }),
  output: versionViewSchema,
  basis: cite(basis('cus', '5', 'statute')),
  async read(db, input, moment) {
    const { centreId, roles } = moment.actor;
    const [[programme], versions] = await Promise.all([
      selectProgrammes(db, centreId, [input.programmeId]),
      selectVersions(db, centreId, [input.programmeId]),
    ]);
    const seen = versions.filter((version) => permits(mayRead, moment.actor, version));
    const version =
      input.number === undefined ? leadingVersion(seen) : versions.find((one) => one.number === input.number);
    if (!programme || !version) return undefined;
    const [offers, deadlines] = await Promise.all([
      offersOf(db, centreId, [version.id]),
      listDeadlines(db, centreId, { programmeVersionId: version.id }),
    ]);
    return versionView(programme, version, offers, seen, deadlines, roles);
  },
  allow: Object.fromEntries(
    Object.entries(mayRead).map(([role, may]) => [role, (actor, output) => may(actor, output.version)]),
  ),
  discloses: () => undefined,
  hidden: true,
});
