import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { visitorAccount } from '../../modules/access/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { type DatabaseAddress, openPool } from '../../platform/database/pool.ts';
import { type Db, readerFor } from '../../platform/database/tenant.ts';
import type { Problem } from '../../platform/runner/outcome.ts';
import { createRunner, type Runner } from '../../platform/runner/runner.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { commands, queries } from '../modules.ts';
import type { Homes } from './casting.ts';
import type { Crew } from './load-accounts.ts';
import type { LoadedCentre } from './load-centres.ts';
import type { PersonIds } from './load-people.ts';
import { pl } from './pl.ts';
import type { DemoPerson, Population } from './population.ts';
import type { StoryStep } from './story.ts';

/** The people of all centres, as stories name them. */
export type Cast = {
  readonly population: Population;
  readonly ids: PersonIds;
  readonly homes: Homes;
};

/** A programme of a gmina in force, as the window sees it. */
export type StageProgramme = z.infer<typeof programme>;

const programme = z.object({
  versionId: z.string(),
  name: z.string(),
  gmina: z.string(),
  offers: z.array(z.object({ offerId: z.string(), serviceId: z.string() })),
  whitelist: z.array(z.string()),
  reliefs: z.array(z.string()),
  documents: z.array(z.string()),
});

/** One centre with its clock: where its stories are played, through the product's own commands. */
export type Stage = {
  readonly centre: LoadedCentre;
  readonly crew: Crew;
  readonly cast: Cast;
  readonly db: Db;
  readonly runner: Runner;
  /** The programme of the gmina that offers all these services today; undefined: another statute rules them. */
  readonly programmeFor: (gmina: string, serviceIds: readonly string[]) => StageProgramme | undefined;
  /** Moves the clock of the commands and of the audit trail. */
  readonly setClock: (instant: string) => Promise<void>;
  /** Runs a command by its name. Throws `StepRefused` when the product does not let it happen. */
  readonly run: (command: string, actor: Actor, input: unknown) => Promise<unknown>;
  readonly ask: (query: string, actor: Actor, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** The product refused what a script wants: the demonstration is wrong, or the product is. */
export class StepRefused extends Error {
  readonly problem: Problem;
  constructor(name: string, problem: Problem) {
    super(`${name}: ${problem.code} ${problem.words} ${JSON.stringify(problem.fields ?? {})}`);
    this.problem = problem;
  }
}

/** The instant of a wall-clock time in Poland, ISO 8601 UTC. */
export const instantOf = ({ on, at }: Pick<StoryStep, 'on' | 'at'>): string =>
  Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime('Europe/Warsaw').toInstant().toString();

/** The resident at home, without an account. */
export const visitorOf = (centreId: string): Actor => ({
  centreId,
  accountId: visitorAccount,
  name: pl.visitor,
  position: '',
  roles: ['visitor'],
});

/** The name by which somebody is spoken of. */
export const nameOf = ({ givenName, familyName }: DemoPerson): string => `${givenName} ${familyName}`;

function named<T extends { name: string }>(list: readonly T[], name: string): T {
  const found = list.find((one) => one.name === name);
  if (!found) throw new StepRefused(name, { kind: 'not_found', code: 'demo.no-such-command', words: '' });
  return found;
}

/** Sets up a centre's stage: one connection of the application's role, so that commands run as they do for requests. */
export async function openStage(
  address: DatabaseAddress,
  from: {
    readonly centre: LoadedCentre;
    readonly crew: Crew;
    readonly cast: Cast;
    readonly instant: string;
    readonly vault: Vault;
  },
): Promise<Stage> {
  const { centre, crew, cast } = from;
  const pool = openPool(address, 'app', 1);
  let instant = from.instant;
  const runner = createRunner(pool, { now: () => instant }, from.vault);
  // The mark that the demonstration is whole is written last and durably: what comes before it need not wait for the disk.
  await pool.query('set synchronous_commit = off');
  const stage: Omit<Stage, 'programmeFor'> = {
    centre,
    crew,
    cast,
    db: readerFor(pool, centre.id),
    runner,
    async setClock(next) {
      instant = next;
      await pool.query(`select set_config('app.clock', $1, false)`, [next]);
    },
    async run(name, actor, input) {
      const outcome = await runner.run(named(commands, name), actor, input);
      if (!outcome.ok) throw new StepRefused(name, outcome.problem);
      return outcome.value;
    },
    async ask(name, actor, input) {
      const outcome = await runner.ask(named(queries, name), actor, input);
      if (!outcome.ok) throw new StepRefused(name, outcome.problem);
      return outcome.value;
    },
    close: () => pool.end(),
  };
  const choices = z
    .array(programme)
    .parse(await stage.ask('casework.application-choices', visitorOf(centre.id), {}));
  return {
    ...stage,
    programmeFor: (gmina, serviceIds) =>
      choices.find(
        (one) =>
          one.gmina === gmina &&
          serviceIds.every((id) => one.offers.some(({ serviceId }) => serviceId === id)),
      ),
  };
}
