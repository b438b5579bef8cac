import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { personalData } from '../commands/person-facts.ts';
import { listHouseholds } from '../db/households.ts';
import { findGminaName, findPerson, listCorrections, listFormerNames } from '../db/people.ts';
import { findReach } from '../db/reach.ts';
import { listRelations } from '../db/relations.ts';
import { askers, trailOf } from '../domain/corrections.ts';
import { householdParts } from '../domain/household.ts';
import { noPeselReasons, shownAddress } from '../domain/person.ts';
import { reaches, viewsPerson } from '../domain/reach.ts';
import { relationKinds } from '../domain/relations.ts';

const text = z.string().nullable();

const address = z.object({
  locality: text,
  street: text,
  houseNumber: text,
  flatNumber: text,
  postcode: text,
});

const member = z.object({
  personId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: text,
  deceasedOn: text,
  part: z.enum(householdParts),
  validFrom: z.string(),
  validTo: text,
});

export const household = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  members: z.array(member),
});

const relation = z.object({
  id: z.string(),
  /** `has`: the other one represents or cares for the person; `is`: the person does so for the other one. */
  direction: z.enum(['has', 'is']),
  kind: z.enum(relationKinds),
  note: text,
  document: text,
  validFrom: z.string(),
  validTo: text,
  other: z.object({
    id: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    phone: text,
    deceasedOn: text,
    account: z.boolean(),
  }),
});

const correction = z.object({
  version: z.number(),
  why: z.enum(['mistake', 'change']),
  reason: text,
  madeBy: z.string(),
  madeAt: z.string(),
  /** What stood there before; null: nothing, or it is hidden. */
  changes: z.array(z.object({ field: z.string(), before: text, after: text, hidden: z.boolean() })),
  askedBy: z.enum(askers).nullable(),
});

const output = z.object({
  id: z.string(),
  version: z.number(),
  /** What ties a coordinator to the person; `none` for other roles. */
  reach: z.enum(reaches),
  gmina: z.object({ teryt: z.string(), name: z.string() }),
  livesOutside: text,
  givenName: z.string(),
  middleName: text,
  familyName: z.string(),
  formerNames: z.array(z.string()),
  pesel: text,
  noPeselReason: z.enum(noPeselReasons).nullable(),
  birthDate: text,
  sex: z.enum(['female', 'male']).nullable(),
  overrideReason: text,
  otherIdKind: text,
  otherIdNumber: text,
  shielded: z.boolean(),
  /** null: hidden. */
  address: address.nullable(),
  phone: text,
  email: text,
  language: z.string(),
  contactPreference: text,
  accessibilityNeeds: text,
  deceasedOn: text,
  households: z.array(household),
  relations: z.array(relation),
  corrections: z.array(correction),
});

/** Everything the register holds of one person; a hidden address is not in it. */
export type PersonView = z.infer<typeof output>;
export type HouseholdView = z.infer<typeof household>;
export type RelationView = z.infer<typeof relation>;

/** A person with their households, relations and earlier data. */
export const viewPerson = query({
  name: 'people.view-person',
  summary: 'A person with households, relations and earlier data',
  input: z.object({ personId: id() }),
  output,
  basis: personalData,
  async read(db, { personId }, moment): Promise<PersonView | undefined> {
    const { centreId } = moment.actor;
    const [person, reach, formerNames, households, relations, corrections, gminaName] = await Promise.all([
      findPerson(db, safeOf(moment), personId),
      findReach(db, personId, moment),
      listFormerNames(db, centreId, personId),
      listHouseholds(db, centreId, { members: [personId] }),
      listRelations(db, centreId, personId, moment.today),
      listCorrections(db, safeOf(moment), personId),
      findGminaName(db, centreId, personId),
    ]);
    if (person === undefined) return undefined;
    const {
      gmina,
      registeredBy: _registeredBy,
      locality: _l,
      street: _s,
      houseNumber: _h,
      flatNumber: _f,
      postcode: _p,
      ...rest
    } = person;
    return {
      ...rest,
      reach,
      gmina: { teryt: gmina, name: gminaName ?? gmina },
      formerNames,
      address: shownAddress(person),
      households,
      relations: relations.map(({ personId: owner, otherPersonId: _other, ...one }) => ({
        ...one,
        direction: owner === personId ? 'has' : 'is',
      })),
      corrections: corrections.map(({ before, after, reason, askedBy, ...one }) => ({
        ...one,
        askedBy: askedBy ?? null,
        ...trailOf({ before, after, reason }, person.shielded),
      })),
    };
  },
  allow: viewsPerson,
  discloses: (person) => ({
    personId: person.id,
    what: {
      fields: [
        'identity',
        'contact',
        ...(person.address === null ? [] : ['address']),
        'households',
        'relations',
        'corrections',
      ],
      reach: person.reach,
      others: [
        ...new Set([
          ...person.households.flatMap(({ members }) => members.map((one) => one.personId)),
          ...person.relations.map(({ other }) => other.id),
        ]),
      ].filter((other) => other !== person.id),
    },
  }),
});
