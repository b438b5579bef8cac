import { z } from 'zod';
import type { ProgrammeItemId } from '../../../law/index.ts';
import type { ActingRole } from '../../../platform/actor.ts';
import { type Deadline } from '../../agenda/index.ts';
import { gapsOf, lackingItems } from '../domain/items.ts';
import { openSteps, underWay } from '../domain/lifecycle.ts';
import { type VersionState, versionStates } from '../domain/states.ts';
import { type Offer, offerSchema } from '../domain/offer.ts';
import { type Programme, programmeSchema, type Version, versionSchema } from '../domain/version.ts';

const deadlineSchema = z.object({
  startsOn: z.string(),
  dueOn: z.string(),
  amberOn: z.string(),
  redOn: z.string(),
  state: z.enum(['running', 'met', 'missed', 'cancelled']),
  endedOn: z.string().nullable(),
  basis: z.array(z.string()),
  steps: z.array(z.string()),
});

/** A version as a page shows it: with its offers, what its items lack, and the steps open to who asks. */
export const versionViewSchema = z.object({
  programme: programmeSchema,
  version: versionSchema,
  offers: z.array(offerSchema),
  /** Ids of the mandatory items that are missing, whole or in part, in the order of the Act. */
  lacking: z.array(z.string()),
  /** What an item still lacks, by its id; an item that is absent altogether is not here. */
  gaps: z.record(z.string(), z.array(z.string())),
  steps: z.array(z.string()),
  versions: z.array(
    z.object({
      number: z.number(),
      state: z.enum(versionStates),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
  ),
  deadlines: z.array(deadlineSchema),
});

export type VersionView = z.infer<typeof versionViewSchema>;

/** Puts together what a page of a version shows. */
export function versionView(
  programme: Programme,
  version: Version,
  offers: readonly Offer[],
  versions: readonly Version[],
  deadlines: readonly Deadline[],
  roles: readonly ActingRole[],
): VersionView {
  const lacking = lackingItems(version.items, offers).map((item) => item.id);
  const gaps = (id: ProgrammeItemId): [string, string[]][] => {
    const found = gapsOf(id, version.items, offers);
    return found.length > 0 ? [[id, found]] : [];
  };
  return {
    programme,
    version,
    offers: [...offers],
    lacking,
    gaps: Object.fromEntries(lacking.flatMap(gaps)),
    // A second amendment would be refused while one is being prepared.
    steps: openSteps(version.state, roles).filter(
      (step) =>
        (step !== 'amend' || !versions.some((one) => underWay.includes(one.state))) &&
        (step !== 'record-information' || version.validFrom !== null),
    ),
    versions: versions.map(({ number, state, validFrom, validTo }) => ({
      number,
      state,
      validFrom,
      validTo,
    })),
    deadlines: [...deadlines],
  };
}

const order: readonly VersionState[] = [
  'in_force',
  'adopted',
  'draft_resolution',
  'draft',
  'ended',
  'reported',
  'repealed',
  'superseded',
];

/** The version of a programme that matters most: the one in force, else the one nearest to it. */
export const leadingVersion = <V extends { state: VersionState; number: number }>(
  versions: readonly V[],
): V | undefined =>
  [...versions].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.number - a.number)[0];
