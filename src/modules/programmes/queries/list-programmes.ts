import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { anyone, permits } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { offersOf, selectProgrammes, selectVersions } from '../db/versions.ts';
import { allowedTo, mayRead } from '../domain/lifecycle.ts';
import { leadingVersion, versionView, versionViewSchema } from './view.ts';

const output = z.object({ programmes: z.array(versionViewSchema), mayStart: z.boolean() });

export type ProgrammeList = z.infer<typeof output>;

/** Programmes of the centre, each by the version that matters most to who asks: residents see local law, staff also drafts. */
export const listProgrammes = query({
  name: 'programmes.list-programmes',
  summary: 'Programmes of social services with their limits and what their items lack',
  input: z.object({}),
  output,
  basis: cite(basis('cus', '5', 'statute')),
  async read(db, _input, moment) {
    const { centreId, roles } = moment.actor;
    const [programmes, versions] = await Promise.all([
      selectProgrammes(db, centreId),
      selectVersions(db, centreId),
    ]);
    const seen = versions.filter((version) => permits(mayRead, moment.actor, version));
    const leading = programmes.flatMap((programme) => {
      const own = seen.filter((version) => version.programmeId === programme.id);
      const version = leadingVersion(own);
      return version ? [{ programme, version, own }] : [];
    });
    const offers = await offersOf(
      db,
      centreId,
      leading.map((one) => one.version.id),
    );
    return {
      programmes: leading.map(({ programme, version, own }) =>
        versionView(
          programme,
          version,
          offers.filter((offer) => offer.versionId === version.id),
          own,
          [],
          roles,
        ),
      ),
      mayStart: permits(allowedTo('start'), moment.actor, undefined),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
