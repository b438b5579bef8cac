import { z } from 'zod';
import { choice, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { enteredOf, gminasOn, writeScenario } from '../db/inputs.ts';
import { maySet, populationBasis } from '../domain/access.ts';
import { scenarios } from '../domain/projection.ts';
import { pl } from '../pl.ts';

const words = pl.scenario;

const decimal = (min: number, max: number, message: string) =>
  z.preprocess(
    (value) =>
      value === '' || value === undefined || value === null
        ? null
        : typeof value === 'string'
          ? Number(value.trim().replace('−', '-').replace(',', '.'))
          : value,
    z.number(message).min(min, message).max(max, message).nullable(),
  );

/** Own assumptions of one scenario of the projection; what is left empty stays as shipped. */
export const setScenario = command({
  name: 'population.set-scenario',
  summary: 'Set the births, deaths and migration that a scenario of the projection of a gmina assumes',
  input: z.object({
    gmina: z.string().regex(/^\d{7}$/, pl.structure.gmina),
    scenario: choice(scenarios, words.choose),
    fertility: decimal(0, 10, words.wrongFertility),
    mortality: decimal(-10, 10, words.wrongMortality),
    migration: decimal(-1_000_000, 1_000_000, words.wrongMigration).pipe(
      z.number().int(words.wrongMigration).nullable(),
    ),
    why: text(300, words.whyNeeded),
  }),
  result: z.object({ gmina: z.string() }),
  basis: populationBasis,
  async load(tx, { gmina }, { actor, today }) {
    const [gminas, entered] = await Promise.all([
      gminasOn(tx, actor.centreId, today),
      enteredOf(tx, actor.centreId, gmina),
    ]);
    return { gminas, before: entered.scenarios };
  },
  allow: maySet,
  decide: ({ gminas }, input) =>
    gminas.some(({ teryt }) => teryt === input.gmina)
      ? input
      : refuse('population.other-gmina', pl.structure.otherGmina, { field: 'gmina' }),
  async save(tx, { gmina, ...scenario }, { actor, now }) {
    await writeScenario(
      tx,
      { centreId: actor.centreId, gmina, accountId: actor.accountId, at: now },
      scenario,
    );
    return { gmina };
  },
  audit: (change, _result, { before }) => ({
    what: { before: before.find(({ scenario }) => scenario === change.scenario) ?? null, after: change },
  }),
});
