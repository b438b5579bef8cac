import { areas, performerTypes, recipientTypes, tracks } from '../../../law/index.ts';
import { terms } from '../pl-terms.ts';
import { derivedId, insideId } from './identity.ts';
import { inOrder } from './facet.ts';
import type { JsonObject } from './spec.ts';

export type TaxonomyKey =
  | 'areas'
  | 'tracks'
  | 'recipientTypes'
  | 'recipientGroups'
  | 'reach'
  | 'applyChannels'
  | 'accessibility'
  | 'performers';

const version = '1';

/** Codes with their names; the codes are those of the directory and the law. */
const names: Readonly<Record<TaxonomyKey, Readonly<Record<string, string>>>> = {
  areas: Object.fromEntries(areas.map((area) => [String(area.code), area.name])),
  tracks: {
    programme: tracks.programme.name,
    separate_statute: tracks.separateStatute.name,
    general_offer: tracks.generalOffer.name,
  },
  recipientTypes,
  recipientGroups: terms.recipientGroups.names,
  reach: terms.reach.names,
  applyChannels: terms.applyChannels.names,
  accessibility: terms.accessibility.names,
  performers: performerTypes,
};

const keys = Object.keys(names) as TaxonomyKey[];

/** Fixed for ever: an id is worked out of the taxonomy's key and the code. */
export const taxonomyId = (key: TaxonomyKey): string => derivedId('taxonomy', key);
export const termId = (key: TaxonomyKey, code: string): string => derivedId('taxonomy', key, code);

const taxonomy = (key: TaxonomyKey): JsonObject => ({
  id: taxonomyId(key),
  name: terms[key].name,
  description: terms[key].about,
  version,
});

const describe = (key: TaxonomyKey, code: string, name: string): string =>
  key === 'areas' ? terms.areas.of(Number(code)) : `${terms[key].name}: ${name}`;

const term = (key: TaxonomyKey, code: string, name: string): JsonObject => ({
  id: termId(key, code),
  code,
  name,
  description: describe(key, code, name),
  taxonomy: terms[key].name,
  language: 'pl',
  taxonomy_id: taxonomyId(key),
});

const all = keys.flatMap((key) =>
  Object.entries(names[key]).map(([code, name]) => ({ key, code, term: term(key, code, name) })),
);
const byId = new Map(all.map((one) => [one.term['id'], one]));
const byCode = new Map(all.map((one) => [`${one.key}/${one.code}`, one.term]));

/** A term to stand in an attribute; one of a code that the taxonomy does not know is named by its code. */
export const termOf = (key: TaxonomyKey, code: string): JsonObject =>
  byCode.get(`${key}/${code}`) ?? term(key, code, code);

/** Which of our terms an id is. */
export const codeOf = (id: unknown): { key: TaxonomyKey; code: string } | undefined =>
  typeof id === 'string' ? byId.get(id) : undefined;

/** The taxonomies of the profile. */
export const taxonomies: readonly JsonObject[] = keys.map((key) => inOrder('taxonomy', taxonomy(key)));

/** Their terms, each with the taxonomy it belongs to. */
export const taxonomyTerms: readonly JsonObject[] = all.map(({ key, term: one }) =>
  inOrder('taxonomy_term', { ...one, taxonomy_detail: taxonomy(key) }),
);

const keyById = new Map(keys.map((key) => [taxonomyId(key), key]));

/** Which taxonomy an id is. */
export const taxonomyOf = (id: unknown): TaxonomyKey | undefined =>
  typeof id === 'string' ? keyById.get(id) : undefined;

/** A fact of a record said by a term: an attribute, known by the record it stands in. */
export const attributeOf = (parentId: string, key: TaxonomyKey, code: string): JsonObject => ({
  id: insideId(parentId, `attributes/${key}/${code}`),
  taxonomy_term: termOf(key, code),
});

/** Codes that the attributes of a record say, of one taxonomy. */
export function codesIn(attributes: unknown, key: TaxonomyKey): string[] {
  if (!Array.isArray(attributes)) return [];
  return attributes.flatMap((one: JsonObject) => {
    const said = one['taxonomy_term'];
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return [];
    const code = said['code'];
    if (key === 'performers' && said['taxonomy_id'] === taxonomyId(key) && typeof code === 'string')
      return [code];
    const known = codeOf(said['id']);
    return known?.key === key ? [known.code] : [];
  });
}

/** Attributes whose terms are of other taxonomies than ours. */
export const foreignAttributes = (attributes: unknown): JsonObject[] =>
  Array.isArray(attributes)
    ? attributes.filter((one: JsonObject) => {
        const said = one['taxonomy_term'];
        return !(
          typeof said === 'object' &&
          said !== null &&
          !Array.isArray(said) &&
          (codeOf(said['id']) || said['taxonomy_id'] === taxonomyId('performers'))
        );
      })
    : [];
