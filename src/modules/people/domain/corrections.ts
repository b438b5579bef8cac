import { addressNames } from './person.ts';

export type TrailChange = {
  readonly field: string;
  readonly before: string | null;
  readonly hidden: boolean;
};

const lines: ReadonlySet<string> = new Set(addressNames);

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value as string | number | boolean);

/**
 * An entry of the trail as it may be shown: lines of an address that is hidden now are named but not said,
 * and why an address was hidden is told elsewhere, to those who decide on it.
 */
export function trailOf(
  entry: { readonly reason: string | null; readonly before: Readonly<Record<string, unknown>> },
  shielded: boolean,
): { reason: string | null; changes: TrailChange[] } {
  return {
    reason: 'shielded' in entry.before ? null : entry.reason,
    changes: Object.entries(entry.before).map(([field, value]) => {
      const hidden = shielded && lines.has(field);
      return { field, before: hidden ? null : textOf(value), hidden };
    }),
  };
}
