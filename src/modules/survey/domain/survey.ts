import { cite, basis } from '../../../law/index.ts';
import type { Definition } from './definition.ts';

export const samplings = ['sample', 'open'] as const;
/** Whom a survey asks: people drawn from a register, or whoever wants to (then never called representative). */
export type Sampling = (typeof samplings)[number];

/** The part of a survey's address that names it. */
export const slugPattern = /^[a-z0-9-]{3,60}$/;

export const states = ['draft', 'published', 'closed'] as const;
export type State = (typeof states)[number];

/** How a sheet came in. */
export const modes = ['web', 'interviewer', 'telephone', 'paper'] as const;
export type Mode = (typeof modes)[number];

export interface Survey {
  id: string;
  slug: string;
  title: string;
  sampling: Sampling;
  state: State;
  opensOn: string | null;
  closesOn: string | null;
  draft: Definition | null;
  answeredVersion: number | null;
  /** Paper copies in a hundred that a second person types again. */
  secondShare: number;
  copies: number;
  seed: string;
  /** Waves of invitations printed, 0-2. */
  waves: number;
  version: number;
}

/** Whether it takes answers on a day: its first and last day included. */
export const takesAnswers = (
  { state, opensOn, closesOn }: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>,
  today: string,
): boolean =>
  state === 'published' && opensOn !== null && closesOn !== null && opensOn <= today && today <= closesOn;

/** Where on its way a survey stands on a day, for lists. */
export type Stage = 'draft' | 'waiting' | 'running' | 'over';

/** A published survey waits for its first day, runs, and is over after its last or when it is closed. */
export function stageOf(survey: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>, today: string): Stage {
  if (survey.state === 'draft') return 'draft';
  if (takesAnswers(survey, today)) return 'running';
  return survey.state === 'published' && (survey.opensOn ?? '') > today ? 'waiting' : 'over';
}

/** The needs diagnosis rests on what residents say (art. 21 of the Act). */
export const surveyBasis = cite(basis('cus', '21', 'statute'));
