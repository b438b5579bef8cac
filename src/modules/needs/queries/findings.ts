import { z } from 'zod';
import { always, type Actor } from '../../../platform/actor.ts';
import { optionalDate } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listFindings, storedFinding } from '../db/findings.ts';
import { findingBasis, findingStates } from '../domain/finding.ts';
import { areaField, gminaPattern } from '../domain/unmet-need.ts';
import { gminasOf } from '../db/counts.ts';

const seesAll = ({ roles }: Actor): boolean =>
  roles.some((role) => ['director', 'service_organiser', 'community_organiser'].includes(role));

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Findings of the centre; a worker or a unit outside the recognition sees its own ones. */
export const findings = query({
  name: 'needs.findings',
  summary: 'Findings on needs and potential of the community (rozeznanie), the newest first',
  input: z.object({
    state: orNothing(z.enum(findingStates)),
    area: orNothing(areaField()),
    gmina: orNothing(z.string().regex(gminaPattern)),
    since: optionalDate(),
  }),
  output: z.object({
    findings: z.array(storedFinding),
    gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
    proposed: z.number(),
    all: z.boolean(),
  }),
  basis: findingBasis,
  async read(db, { state, area, gmina, since }, { actor, today }) {
    const all = seesAll(actor);
    const own = all ? {} : { recordedBy: actor.accountId };
    const [found, proposed, gminas] = await Promise.all([
      listFindings(db, actor.centreId, {
        ...(state && { state }),
        ...(area && { area }),
        ...(gmina && { gmina }),
        ...(since && { since }),
        ...own,
      }),
      listFindings(db, actor.centreId, { state: 'proposed', ...own }),
      gminasOf(db, actor.centreId, today),
    ]);
    return { findings: found, gminas, proposed: proposed.length, all };
  },
  allow: {
    director: always,
    service_organiser: always,
    community_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
    feeder: always,
  },
  discloses: () => undefined,
});
