import type { Pool } from '../../../platform/database/pool.ts';

/** Which of the shared rows are there already: a second load adds only what is missing. */
export async function loadedSoFar(
  owner: Pool,
): Promise<{ gminas: ReadonlySet<string>; centres: ReadonlySet<string> }> {
  const [gminas, centres] = await Promise.all([
    owner.query<{ teryt: string }>('select teryt from gmina'),
    owner.query<{ slug: string }>('select slug from centre'),
  ]);
  return {
    gminas: new Set(gminas.rows.map((one) => one.teryt)),
    centres: new Set(centres.rows.map((one) => one.slug)),
  };
}

/** A value for a jsonb column of `insertAll`: its rows travel as JSON themselves, so it must not be made a text before. */
export const jsonColumn = (value: unknown): string => value as string;
