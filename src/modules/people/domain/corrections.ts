import { addressNames } from './person.ts';

/** Who asked for a rectification (art. 16 GDPR). */
export const askers = ['person', 'representative', 'worker', 'authority'] as const;
export type AskedBy = (typeof askers)[number];

export type TrailChange = {
  readonly field: string;
  readonly before: string | null;
  /** What stands there since; null: nothing, it is hidden, or the entry is of a release that did not keep it. */
  readonly after: string | null;
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
  entry: { readonly reason: string | null; readonly before: Before; readonly after?: Before | null },
  shielded: boolean,
): { reason: string | null; changes: TrailChange[] } {
  return {
    reason: 'shielded' in entry.before ? null : entry.reason,
    changes: Object.entries(entry.before).map(([field, value]) => {
      const hidden = shielded && lines.has(field);
      const now = entry.after?.[field] ?? null;
      return {
        field,
        before: hidden || value === null ? null : String(value),
        after: hidden || now === null ? null : String(now),
        hidden,
      };
    }),
  };
}
