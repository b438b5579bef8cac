import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id, integer } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { offersOf, selectProgrammes, selectVersions } from '../db/versions.ts';
import { compareVersions } from '../domain/compare.ts';
import { mayRead } from '../domain/lifecycle.ts';
import { versionStates } from '../domain/states.ts';
import { programmeSchema } from '../domain/version.ts';

const output = z.object({
  programme: programmeSchema,
  before: z.object({ number: z.number(), state: z.enum(versionStates) }),
  after: z.object({ number: z.number(), state: z.enum(versionStates) }),
  rows: z.array(
    z.object({
      key: z.string(),
      field: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});

export type Comparison = z.infer<typeof output>;

/** Two versions of a programme side by side. */
export const compareVersionsQuery = query({
  name: 'programmes.compare-versions',
  summary: 'Two versions of a programme side by side',
  input: z.object({ programmeId: id(), number: integer(1, 9999), with: integer(1, 9999) }),
  output,
  basis: cite(basis('cus', '5 ust. 1', 'statute')),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [[programme], versions] = await Promise.all([
      selectProgrammes(db, centreId, [input.programmeId]),
      selectVersions(db, centreId, [input.programmeId]),
    ]);
    const seen = versions.filter((version) => permits(mayRead, moment.actor, version));
    const pair = seen.filter((version) => version.number === input.number || version.number === input.with);
    const [after, before] = pair;
    if (!programme || !before || !after) return undefined;
    const offers = await offersOf(db, centreId, [before.id, after.id]);
    const side = (version: typeof before) => ({
      items: version.items,
      offers: offers.filter((offer) => offer.versionId === version.id),
    });
    return {
      programme,
      before: { number: before.number, state: before.state },
      after: { number: after.number, state: after.state },
      rows: compareVersions(side(before), side(after), moment.today),
    };
  },
  allow: Object.fromEntries(
    Object.entries(mayRead).map(([role, may]) => [
      role,
      (actor, output) => may(actor, output.before) && may(actor, output.after),
    ]),
  ),
  discloses: () => undefined,
  hidden: true,
});
