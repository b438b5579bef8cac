import type { CardRecord } from '../../directory/index.ts';
import { availabilityFacet, costFacet, fundingFacet } from './terms-facets.ts';
import {
  areaFacet,
  attributesFacet,
  qualificationFacet,
  scheduleFacet,
  translationsFacet,
} from './coded-facets.ts';
import { type Around, modifiedOf, numberOf, objectsOf, present, textOf } from './around.ts';
import { type Facet, plainFacet } from './facet.ts';
import { insideId } from './identity.ts';
import { terms } from '../pl-terms.ts';
import type { JsonObject, Status } from './spec.ts';

type State = CardRecord['state'];
export type CardFacet = Facet<CardRecord, Around>;

/** What the standard calls the states of a card. Everything before publication is inactive. */
export const statusOf: Readonly<Record<State, Status>> = {
  draft: 'inactive',
  submitted: 'inactive',
  verified: 'inactive',
  published: 'active',
  to_confirm: 'active',
  suspended: 'temporarily closed',
  withdrawn: 'defunct',
};

const stateOf: Readonly<Record<Status, State>> = {
  active: 'published',
  inactive: 'draft',
  'temporarily closed': 'suspended',
  defunct: 'withdrawn',
};

const modified: CardFacet = {
  name: 'last_modified',
  always: true,
  properties: ['last_modified'],
  fields: [],
  write: (card) => ({ last_modified: modifiedOf(card) }),
  // Read when the record is taken over, see taken.ts.
  read: () => ({}),
};

const status: CardFacet = {
  name: 'status',
  properties: ['status'],
  fields: ['state'],
  write: (card) => ({ status: statusOf[card.state] }),
  read: (given) => ({ state: stateOf[given['status'] as Status] ?? 'draft' }),
};

const eligibility: CardFacet = {
  name: 'eligibility',
  properties: ['eligibility_description', 'eligibility_recipients', 'eligibility_conditions'],
  fields: ['recipients', 'conditions'],
  write: ({ recipients, conditions }) =>
    conditions === null
      ? present({ eligibility_description: recipients })
      : present({
          eligibility_description: [recipients, conditions].filter((one) => one !== null).join('\n\n'),
          eligibility_recipients: recipients,
          eligibility_conditions: conditions,
        }),
  read: (given) => {
    const conditions = textOf(given['eligibility_conditions']);
    const recipients = textOf(given['eligibility_recipients']);
    return conditions === null && recipients === null
      ? { recipients: textOf(given['eligibility_description']), conditions: null }
      : { recipients, conditions };
  },
};

/** A hundred years: what lasts longer is no number of months that anybody meant. */
const mostMonths = 1200;

const ages: CardFacet = {
  name: 'ages',
  properties: ['minimum_age', 'maximum_age'],
  fields: ['ageFrom', 'ageTo'],
  write: ({ ageFrom, ageTo }) => present({ minimum_age: ageFrom, maximum_age: ageTo }),
  read: (given) => {
    const age = (value: unknown): number | null => {
      const years = numberOf(value);
      return years !== null && Number.isInteger(years) && years >= 0 && years <= 150 ? years : null;
    };
    return { ageFrom: age(given['minimum_age']), ageTo: age(given['maximum_age']) };
  },
};

/**
 * The programme that offers the service. It is the resolution's, not the card's: read from a file it changes no card; a
 * programme of somebody else is kept as they wrote it.
 */
export const programFacet: CardFacet = {
  name: 'program',
  properties: ['program_id', 'program'],
  fields: [],
  write: ({ id }, { programmeOf }) => {
    const programme = programmeOf(id);
    if (!programme) return {};
    const { name, gmina, resolution } = programme;
    const description = terms.programme(gmina, resolution);
    return { program_id: programme.id, program: { id: programme.id, name, description } };
  },
  read: () => ({}),
};

const longest: CardFacet = {
  name: 'maximum_months',
  properties: ['maximum_months'],
  fields: ['maxMonths'],
  write: ({ maxMonths }) => present({ maximum_months: maxMonths }),
  read: (given) => {
    const months = numberOf(given['maximum_months']);
    return {
      maxMonths:
        months !== null && Number.isInteger(months) && months > 0 && months <= mostMonths ? months : null,
    };
  },
};

/** A list of objects that each hold one text: papers, languages, telephones. */
const listed = (
  property: string,
  field: 'documents' | 'languages',
  said: (value: string) => JsonObject,
  heard: (one: Record<string, unknown>) => string | null,
): CardFacet => ({
  name: property,
  properties: [property],
  fields: [field],
  write: (card) =>
    card[field].length === 0
      ? {}
      : {
          [property]: card[field].map((value, index) => ({
            id: insideId(card.id, `${property}/${index}`),
            ...said(value),
          })),
        },
  read: (given) => ({ [field]: objectsOf(given[property]).flatMap((one) => heard(one) ?? []) }),
});

const languageName = (code: string): string =>
  Object.entries(terms.languages).find(([key]) => key === code)?.[1] ?? code;

/** One object in a list, of which the card keeps one text. */
const single = (
  property: string,
  field: 'contactName' | 'applyLink',
  said: (value: string) => JsonObject,
  heard: (list: Record<string, unknown>[]) => string | null,
): CardFacet => ({
  name: property,
  properties: [property],
  fields: [field],
  write: (card) => {
    const value = card[field];
    return value === null ? {} : { [property]: [{ id: insideId(card.id, `${property}/0`), ...said(value) }] };
  },
  read: (given) => ({ [field]: heard(objectsOf(given[property])) }),
});

const phones: CardFacet = {
  name: 'phones',
  properties: ['phones'],
  fields: ['phone'],
  write: ({ id, phone }) =>
    phone === null ? {} : { phones: [{ id: insideId(id, 'phones/0'), number: phone }] },
  read: (given) => ({
    phone:
      objectsOf(given['phones'])
        .flatMap((one) => textOf(one['number']) ?? [])
        .join(', ') || null,
  }),
};

const application = 'application';

/** Every fact of a card, how the standard says it, and how it is read. */
export const serviceFacets: readonly CardFacet[] = [
  plainFacet('name', 'name'),
  plainFacet('description', 'description'),
  plainFacet('url', 'web'),
  single(
    'additional_urls',
    'applyLink',
    (url) => ({ label: application, url }),
    (list) => textOf(list.find((one) => one['label'] === application)?.['url']),
  ),
  plainFacet('email', 'email'),
  status,
  programFacet,
  plainFacet('application_process', 'applyWords'),
  plainFacet('fees_description', 'fee'),
  eligibility,
  ages,
  plainFacet('assured_date', 'confirmedOn'),
  modified,
  plainFacet('handled_by', 'handledBy'),
  plainFacet('performer_description', 'performerWords'),
  plainFacet('place_description', 'place'),
  longest,
  plainFacet('next_confirmation', 'confirmBy'),
  plainFacet('source_url', 'source'),
  plainFacet('source_as_of', 'sourceAsOf'),
  plainFacet('note', 'note'),
  phones,
  scheduleFacet,
  areaFacet,
  listed(
    'languages',
    'languages',
    (code) => ({ name: languageName(code), code }),
    (one) => textOf(one['code']),
  ),
  fundingFacet,
  costFacet,
  listed(
    'required_documents',
    'documents',
    (document) => ({ document }),
    (one) => textOf(one['document']),
  ),
  single(
    'contacts',
    'contactName',
    (name) => ({ name }),
    (list) => textOf(list[0]?.['name']),
  ),
  availabilityFacet,
  qualificationFacet,
  translationsFacet,
  attributesFacet,
];
