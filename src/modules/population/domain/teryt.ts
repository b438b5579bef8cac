/** The seventh digit tells the kind of a gmina and changes when a village becomes a town: a gmina is its first six digits. */
export const gminaKey = (teryt: string): string => teryt.slice(0, 6);

export const sameGmina = (one: string, other: string | null | undefined): boolean =>
  other !== null && other !== undefined && gminaKey(one) === gminaKey(other);

export const powiatOf = (teryt: string): string => teryt.slice(0, 4);
export const voivodeshipOf = (teryt: string): string => teryt.slice(0, 2);
