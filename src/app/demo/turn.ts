import { z } from 'zod';
import type { IsoDate } from '../../law/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { DemoPerson } from './population.ts';
import { services } from './reference.ts';
import { type Stage, visitorOf } from './stage.ts';
import type { DemoStory, StoryStep } from './story.ts';

/** What a case has become so far, by the ids that the product gave. */
export type Progress = { caseId?: string; planId?: string; versionId?: string };

/** One step of one story at its moment. */
export type Turn = {
  readonly stage: Stage;
  readonly story: DemoStory;
  readonly progress: Progress;
  readonly by: StoryStep['by'];
  /** The day in Poland on which it happens. */
  readonly on: IsoDate;
};

/** Who takes the step. Throws when the centre has no such account. */
export function actorOf({ stage, by }: Pick<Turn, 'stage' | 'by'>): Actor {
  if (by === 'visitor') return visitorOf(stage.centre.id);
  const found = stage.crew.get(by);
  if (!found) throw new Error(`${stage.centre.slug} has no ${by}`);
  return found;
}

/** Runs a command as whoever takes the step. What is null in the population is left out, as on a form. */
export const run = (turn: Turn, command: string, input: Record<string, unknown>): Promise<unknown> =>
  turn.stage.run(
    command,
    actorOf(turn),
    JSON.parse(JSON.stringify(input, (_key, value: unknown) => (value === null ? undefined : value))),
  );

/** Runs a command about the case of the story. */
export const runInCase = (
  turn: Turn,
  command: string,
  input: Record<string, unknown> = {},
): Promise<unknown> => run(turn, command, { caseId: turn.progress.caseId, ...input });

/** A member of what a command gave. */
export const memberOf = (result: unknown, member: string): string =>
  z.object({ [member]: z.string() }).parse(result)[member] ?? '';

/** A person of the cast by the number that stories use. */
export function personOf({ stage }: Pick<Turn, 'stage'>, index: number): DemoPerson {
  const person = stage.cast.population.people[index];
  if (!person) throw new RangeError(`Nobody has the number ${index}`);
  return person;
}

/**
 * The services that the story asks for, by their ids in the reference files. Somebody whose matter belongs elsewhere, or
 * to a service that does not run yet, asked for the nearest talk.
 */
export function askedServices({ stage, story }: Pick<Turn, 'stage' | 'story'>): string[] {
  const running = story.services.filter((reference) =>
    services.some(({ id, status }) => id === reference && status === 'running'),
  );
  return running.length > 0 ? running : [nearestTalk[stage.centre.slug] ?? ''];
}

/** Ids of the services that the story asks for. */
export const wantedServices = (turn: Pick<Turn, 'stage' | 'story'>): string[] =>
  askedServices(turn).map((reference) => {
    const id = turn.stage.centre.services.get(reference);
    if (!id) throw new RangeError(`${turn.stage.centre.slug} has no service ${reference}`);
    return id;
  });

const nearestTalk: Readonly<Record<string, string>> = {
  jarocin: 'jarocin-22',
  zyrardow: 'zyrardow-17',
  'dwie-gminy': 'dwiegminy-09',
};
