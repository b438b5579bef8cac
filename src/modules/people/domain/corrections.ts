import { addressNames } from './person.ts';

export type TrailChange = {
  readonly field: string;
  readonly before: string | null;
  readonly hidden: boolean;
};

const lines: ReadonlySet<string> = new Set(addressNames);

/** What stood in the changed fields. */
export type Before = Readonly<Record<string, string | boolean | null>>;

/**
 * An entry of the trail as it may be shown: lines of an address that is hidden now are named but not said,
 * and why an address was hidden is told elsewhere, to those who decide on it.
 */
export function trailOf(
  entry: { readonly reason: string | null; readonly before: Before },
  shielded: boolean,
): { reason: string | null; changes: TrailChange[] } {
  return {
    reason: 'shielded' in entry.before ? null : entry.reason,
    changes: Object.entries(entry.before).map(([field, value]) => {
      const hidden = shielded && lines.has(field);
      return { field, before: hidden || value === null ? null : String(value), hidden };
    }),
  };
}
