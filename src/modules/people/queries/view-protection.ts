import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { personalData } from '../commands/person-facts.ts';
import { listHousemates } from '../db/households.ts';
import { findPerson, listCorrections } from '../db/people.ts';
import { shieldsPeople } from '../domain/reach.ts';

const name = { id: z.string(), givenName: z.string(), familyName: z.string(), version: z.number() };

const output = z.object({
  ...name,
  shielded: z.boolean(),
  /** Housemates whose address is not hidden. */
  openHousemates: z.array(z.object(name)),
  trail: z.array(
    z.object({
      version: z.number(),
      hid: z.boolean(),
      reason: z.string().nullable(),
      madeBy: z.string(),
      madeAt: z.string(),
    }),
  ),
});

/** What those who hide addresses see. */
export type ProtectionView = z.infer<typeof output>;

/** Whether a person's address is hidden, why, and whose address in the same household still gives it away. */
export const viewProtection = query({
  name: 'people.view-protection',
  summary: 'Whether and why an address is hidden, and who lives with the person',
  input: z.object({ personId: id() }),
  output,
  basis: personalData,
  async read(db, { personId }, moment) {
    const { actor } = moment;
    const [person, housemates, corrections] = await Promise.all([
      findPerson(db, safeOf(moment), personId),
      listHousemates(db, actor.centreId, personId),
      listCorrections(db, safeOf(moment), personId),
    ]);
    if (person === undefined) return undefined;
    const { givenName, familyName, version, shielded } = person;
    return {
      id: person.id,
      givenName,
      familyName,
      version,
      shielded,
      openHousemates: housemates.filter((one) => !one.shielded),
      trail: corrections.flatMap(({ before, reason, madeBy, madeAt, version: at }) =>
        'shielded' in before
          ? [{ version: at, hid: before['shielded'] === false, reason, madeBy, madeAt }]
          : [],
      ),
    };
  },
  allow: shieldsPeople,
  discloses: ({ id: personId, openHousemates }) => ({
    personId,
    what: { fields: ['protection'], others: openHousemates.map((one) => one.id) },
  }),
});
