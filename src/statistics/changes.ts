import type { Figure } from './figure.ts';

/** A figure of a document by its key, e.g. `T1.olderPeople.2020` or `indicator.<id>`. */
export type Figures = Readonly<Record<string, { name: string; figure: Figure }>>;

/** What a refresh of the draft, or a look at an adopted plan, finds different. */
export interface Change {
  key: string;
  name: string;
  /** `came`: a gap was filled or a new figure stands there; `went`: it is a gap now; `moved`: another value; `source`: the same value from another source or day. */
  kind: 'came' | 'went' | 'moved' | 'source';
  before: Figure | null;
  after: Figure | null;
}

// Two values that differ by less are the same number computed twice.
const sameValue = (one: number | null, other: number | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other)));

const kindOf = (before: Figure | null, after: Figure | null): Change['kind'] | undefined => {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  if (was === null && is === null) return undefined;
  if (was === null) return 'came';
  if (is === null) return 'went';
  if (!sameValue(was, is)) return 'moved';
  const [old, now] = [before?.passport, after?.passport];
  return old?.source !== now?.source || old?.asOf !== now?.asOf ? 'source' : undefined;
};

/** What changed between two states of the same document, in the order of their keys. */
export function changesBetween(before: Figures, after: Figures): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    const kind = kindOf(was?.figure ?? null, is?.figure ?? null);
    if (kind === undefined) return [];
    return [
      { key, name: (is ?? was)?.name ?? key, kind, before: was?.figure ?? null, after: is?.figure ?? null },
    ];
  });
}
