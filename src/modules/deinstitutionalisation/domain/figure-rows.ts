import { serviceKinds } from '../../../law/index.ts';
import type { Figure } from '../../../statistics/figure.ts';
import type { Figures } from './changes.ts';

export interface NamedFigure {
  name: string;
  figure: Figure;
}

/** A row of a table of figures: `T4.careAtHome.gap` is the part `gap` of the row `careAtHome`; a key of two parts has the part ''. */
export interface FigureRow {
  id: string;
  parts: Record<string, NamedFigure>;
}

// The database keeps no order of keys, so kinds of services stand in the order of their list.
const kinds = Object.keys(serviceKinds);

/** The rows of one table (`T1` to `T5`), by the order of kinds of services. */
export function figureRows(figures: Figures, table: string): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  for (const [key, named] of Object.entries(figures)) {
    const [of, id = '', ...rest] = key.split('.');
    if (of !== table) continue;
    const row = rows.get(id) ?? { id, parts: {} };
    row.parts[rest.join('.')] = named;
    rows.set(id, row);
  }
  return [...rows.values()].toSorted((one, other) => kinds.indexOf(one.id) - kinds.indexOf(other.id));
}

const gapOf = ({ parts }: FigureRow): number => parts['gap']?.figure.value ?? Number.NEGATIVE_INFINITY;

/** Rows of the gap (T4), the largest known one first; unknown ones after them, none left out. */
export const gapRows = (figures: Figures): FigureRow[] =>
  figureRows(figures, 'T4').toSorted((one, other) =>
    gapOf(one) === gapOf(other) ? 0 : gapOf(other) > gapOf(one) ? 1 : -1,
  );
