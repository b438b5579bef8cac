import { confirmCards } from './db/confirmations.ts';
import { dayInPoland } from '../../platform/clock.ts';
import type { DatabaseAddress, Pool } from '../../platform/database/pool.ts';
import { readHomes } from './casting.ts';
import { alone, analyse, emptyDatabase, markWhole, type Standing, standingOf } from './db/standing.ts';
import { type Crew, loadAccounts, openAccounts } from './load-accounts.ts';
import { type LoadedCentre, loadCentres } from './load-centres.ts';
import { loadInspection } from './load-inspection.ts';
import { loadMany } from './load-many.ts';
import { loadPeople } from './load-people.ts';
import { loadPlanning } from './load-planning.ts';
import { loadResources } from './load-resources.ts';
import { loadUnmetNeeds } from './load-unmet.ts';
import { loadRealRun, type LoadedRun } from './piotrkow/load.ts';
import { pl } from './pl.ts';
import { playStories, type Refused } from './play.ts';
import { makePopulation } from './population.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { residentAccount } from './staff.ts';
import { type Cast, nameOf, openStage } from './stage.ts';
import { makeStories, residentOf } from './stories.ts';
import type { DemoStory } from './story.ts';
import type { Progress } from './turn.ts';

/** What a demonstration is made of. */
export interface DemonstrationOptions {
  /** The instant it is told from, ISO 8601 UTC: everything happened before it. */
  readonly now: string;
  /** Seals what the demonstration's server opens. */
  readonly vault: Vault;
  /** How many people; 300 unless told. */
  readonly size?: number;
  /** How many cases are played through the commands; 120 unless told. */
  readonly stories?: number;
  readonly seed?: string;
  readonly report?: (words: string) => void;
}

export interface LoadedDemonstration {
  readonly centres: readonly LoadedCentre[];
  readonly stories: readonly DemoStory[];
  /** What became of every story, by its number. */
  readonly progress: ReadonlyMap<number, Progress>;
  /** Steps that the product refused: empty when product and scripts agree. */
  readonly refused: readonly Refused[];
  /** The centre that plans, and what of its run can be opened. */
  readonly planning: LoadedRun;
}

/** With this seed two matters of the smallest centre cost something: a fee is seen there. */
const defaults = { size: 300, stories: 120, seed: 'okienko-2' };

/** What grows with the register beyond the stories: two cases for five people, a coordinator for a thousand. */
const CASES_PER_PERSON = 0.4;
const PEOPLE_PER_WORKER = 1000;

/** Opens the accounts of the people who sign in as residents: one in each centre, with a plan that runs. */
async function openResidents(
  owner: Pool,
  centres: readonly LoadedCentre[],
  stories: readonly DemoStory[],
  { population, ids }: Cast,
  today: string,
): Promise<void> {
  for (const { id, slug } of centres) {
    const index = residentOf(stories, slug);
    const person = index === null ? undefined : population.people[index];
    if (!person) continue;
    const account = { ...residentAccount(slug, nameOf(person)), personId: ids[person.index] ?? '' };
    await openAccounts(owner, id, [account], today);
  }
}

/**
 * Loads the whole demonstration into an empty database: facts, accounts, people, and the stories played through the
 * product's own commands, each centre in the order of time. The mark that it is whole is written last.
 */
export async function loadDemonstration(
  owner: Pool,
  address: DatabaseAddress,
  options: DemonstrationOptions,
): Promise<LoadedDemonstration> {
  const { now, vault, size, stories: count, seed, report = () => undefined } = { ...defaults, ...options };
  const today = dayInPoland(now);
  report(pl.progress.reference);
  const centres = await loadCentres(owner);
  await confirmCards(owner, today);
  const crews = new Map<string, Crew>();
  for (const centre of centres) crews.set(centre.slug, await loadAccounts(owner, centre, today));
  report(pl.progress.people(size));
  const population = makePopulation({ seed, size, today });
  const stories = makeStories({ seed, population, today, count });
  const ids = await loadPeople(owner, vault, centres, population, today);
  const cast: Cast = { population, ids, homes: readHomes(population, today) };
  await openResidents(owner, centres, stories, cast, today);
  if (size > defaults.size) {
    const cases = Math.round(size * CASES_PER_PERSON) - count;
    report(pl.progress.many(cases));
    await loadMany(owner, centres, cast, {
      cases,
      workers: Math.round(size / PEOPLE_PER_WORKER),
      seed,
      today,
    });
  }
  let done = 0;
  const told = (): void => {
    done += 1;
    if (done % 20 === 0 || done === stories.length) report(pl.progress.cases(done, stories.length));
  };
  const playing = Promise.all(
    centres.map(async (centre) => {
      const own = stories.filter(({ centreId }) => centreId === centre.slug);
      const crew = crews.get(centre.slug) ?? new Map();
      const stage = await openStage(address, { centre, crew, cast, instant: now, vault });
      try {
        const ended = await playStories(stage, own, now, told);
        await loadUnmetNeeds(owner, stage, seed, now);
        await loadResources(stage, now);
        await loadPlanning(stage, seed, now);
        await loadInspection(owner, stage, now);
        return ended;
      } finally {
        await stage.close();
      }
    }),
  );
  const [played, planning] = await Promise.all([playing, loadRealRun(owner, address, { seed, now, vault })]);
  await analyse(owner);
  await markWhole(owner, now);
  return {
    centres,
    stories,
    progress: new Map(played.flatMap(({ progress }) => [...progress])),
    refused: played.flatMap(({ refused }) => refused),
    planning,
  };
}

/**
 * Makes sure that the database holds a whole demonstration, unless it holds a real centre. One process loads, others
 * wait for it. What a killed process left half done is thrown away and told anew.
 * @returns what the database held before
 */
export async function ensureDemonstration(
  owner: Pool,
  address: DatabaseAddress,
  options: DemonstrationOptions,
): Promise<Standing> {
  const before = await standingOf(owner);
  if (before === 'whole' || before === 'real') return before;
  const { report = () => undefined } = options;
  return await alone(owner, async () => {
    const standing = await standingOf(owner);
    if (standing === 'whole' || standing === 'real') return standing;
    if (standing === 'half') {
      report(pl.progress.again);
      await emptyDatabase(owner);
    }
    const began = performance.now();
    const { refused } = await loadDemonstration(owner, address, options);
    if (refused.length > 0)
      report(pl.progress.refused(refused.map(({ story, step, why }) => `${story} ${step}: ${why}`)));
    report(pl.progress.done(((performance.now() - began) / 1000).toFixed(1).replace('.', ',')));
    return standing;
  });
}
