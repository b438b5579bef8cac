import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import type { OwnScenario } from '../domain/state.ts';
import { scenarios } from '../domain/projection.ts';
import { bases } from '../domain/series.ts';
import type { Structure } from '../domain/structure.ts';

const counts = z.array(z.number().nullable()).length(18);

const structureRow = z.object({
  year: z.number(),
  base: z.enum(bases),
  people: counts,
  women: counts.nullable(),
  source: z.string(),
});

const decimal = z.preprocess((value) => (value === null ? null : Number(value)), z.number().nullable());

const scenarioRow = z.object({
  scenario: z.enum(scenarios),
  fertility: decimal,
  mortality: decimal,
  migration: z.number().nullable(),
  why: z.string(),
});

/** What a centre entered of a gmina: newer structures and its own scenarios. */
export async function enteredOf(
  db: Db,
  centreId: string,
  gmina: string,
): Promise<{ structures: Structure[]; scenarios: OwnScenario[] }> {
  const [structures, own] = await Promise.all([
    db
      .selectFrom('population_structure')
      .where('centre_id', '=', centreId)
      .where('gmina', '=', gmina)
      .select(['year', 'base', 'people', 'women', 'source'])
      .orderBy('year')
      .execute(),
    db
      .selectFrom('population_scenario')
      .where('centre_id', '=', centreId)
      .where('gmina', '=', gmina)
      .select(['scenario', 'fertility', 'mortality', 'migration', 'why'])
      .execute(),
  ]);
  return {
    structures: structures.map((row) => {
      const { women, ...rest } = structureRow.parse(row);
      return { ...rest, ...(women ? { women } : {}), own: true, estimated: [] };
    }),
    scenarios: own.map((row) => scenarioRow.parse(row)),
  };
}

/** Gminas of the centre on a day. */
export async function gminasOn(
  db: Db,
  centreId: string,
  today: string,
): Promise<{ teryt: string; name: string }[]> {
  return await db
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .select(['gmina.teryt', 'gmina.name'])
    .where('centre_gmina.centre_id', '=', centreId)
    .where('centre_gmina.valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .orderBy('gmina.name')
    .execute();
}

type By = { centreId: string; gmina: string; accountId: string; at: string };

/** Writes a structure of a year over the one before. */
export async function writeStructure(
  tx: Db,
  { centreId, gmina, accountId, at }: By,
  structure: Pick<Structure, 'year' | 'base' | 'people' | 'women' | 'source'>,
): Promise<void> {
  const columns = {
    base: structure.base,
    people: sql<string>`${JSON.stringify(structure.people)}::jsonb`,
    women: structure.women ? sql<string>`${JSON.stringify(structure.women)}::jsonb` : null,
    source: structure.source,
    changed_by: accountId,
    changed_at: at,
  };
  await tx
    .insertInto('population_structure')
    .values({ centre_id: centreId, gmina, year: structure.year, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'gmina', 'year'])
        .doUpdateSet((set) => ({ ...columns, version: set('population_structure.version', '+', 1) })),
    )
    .execute();
}

/** Writes the own assumptions of a scenario over those before; all of them empty: the shipped ones hold again. */
export async function writeScenario(
  tx: Db,
  { centreId, gmina, accountId, at }: By,
  { scenario, fertility, mortality, migration, why }: OwnScenario,
): Promise<void> {
  if (fertility === null && mortality === null && migration === null) {
    await tx
      .deleteFrom('population_scenario')
      .where('centre_id', '=', centreId)
      .where('gmina', '=', gmina)
      .where('scenario', '=', scenario)
      .execute();
    return;
  }
  const columns = { fertility, mortality, migration, why, changed_by: accountId, changed_at: at };
  await tx
    .insertInto('population_scenario')
    .values({ centre_id: centreId, gmina, scenario, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'gmina', 'scenario'])
        .doUpdateSet((set) => ({ ...columns, version: set('population_scenario.version', '+', 1) })),
    )
    .execute();
}
