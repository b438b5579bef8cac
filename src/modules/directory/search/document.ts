/** What is searched of a service, heaviest first. `weight` counts a word, `usual` is the usual number of words. */
export const fields = {
  name: { weight: 4, usual: 4 },
  place: { weight: 2, usual: 2 },
  about: { weight: 1.6, usual: 10 },
  recipients: { weight: 1.4, usual: 6 },
  performer: { weight: 0.8, usual: 4 },
  conditions: { weight: 0.6, usual: 8 },
  area: { weight: 0.5, usual: 4 },
} as const;

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as Field[];

/** Where a service is given; several may hold. */
export const reaches = ['home', 'stationary', 'mobile', 'remote'] as const;
export type Reach = (typeof reaches)[number];

/** A service as the search sees it: words by field, and the facts it can be narrowed by. null: not known. */
export interface SearchDocument {
  id: string;
  words: Partial<Record<Field, string | null>>;
  area: number | null;
  /** Empty: in every gmina of the centre. */
  gminas: readonly string[];
  groups: readonly string[];
  reach: readonly Reach[];
  /** Whether it costs the person nothing. */
  free: boolean | null;
  /** Last day for which free places were reported, 'YYYY-MM-DD'; 'always' when without end; null: none reported. */
  placesUntil: string | null;
  position: { latitude: number; longitude: number } | null;
}
