import type { CodedFact, RecordFilter } from '../../directory/index.ts';
import { codeOf, type TaxonomyKey, taxonomyOf } from './taxonomies.ts';

/** Filters of the standard, by their meaning; all of them hold at once. */
export interface Asked {
  taxonomyTermId?: string | undefined;
  taxonomyId?: string | undefined;
  organizationId?: string | undefined;
  modifiedAfter?: string | undefined;
  postcode?: string | undefined;
  /** In metres, from the middle of the postcode. */
  proximity?: number | undefined;
}

const columns: Readonly<Partial<Record<TaxonomyKey, CodedFact['column']>>> = {
  areas: 'area',
  tracks: 'track',
  recipientTypes: 'recipient_type',
  recipientGroups: 'recipient_groups',
  reach: 'reach',
  applyChannels: 'apply_channels',
};

/**
 * The filter of cards; undefined: no card can be meant, because nothing of ours is said by that term or taxonomy. A
 * postcode asks who serves it: the card covers the gmina where it lies. `gminas`: those of the centre.
 */
export function filterOf(asked: Asked, gminas: readonly string[]): Omit<RecordFilter, 'states'> | undefined {
  const coded: CodedFact[] = [];
  if (asked.taxonomyTermId !== undefined) {
    const term = codeOf(asked.taxonomyTermId);
    const column = term && columns[term.key];
    if (!column) return undefined;
    coded.push({ column, value: term.code });
  }
  if (asked.taxonomyId !== undefined) {
    const key = taxonomyOf(asked.taxonomyId);
    const column = key && columns[key];
    if (!column) return undefined;
    coded.push({ column });
  }
  return {
    ...(coded.length > 0 ? { coded } : {}),
    ...(asked.organizationId === undefined ? {} : { organizationId: asked.organizationId }),
    ...(asked.modifiedAfter === undefined ? {} : { changedSince: asked.modifiedAfter }),
    ...(asked.postcode === undefined ? {} : { covers: { postalCode: asked.postcode, gminas } }),
    ...(asked.postcode === undefined || asked.proximity === undefined
      ? {}
      : { postalCode: asked.postcode, metres: asked.proximity }),
  };
}
