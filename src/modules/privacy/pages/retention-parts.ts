import { permits } from '../../../platform/actor.ts';
import type { PageContext } from '../../../platform/http/route.ts';
import { watches } from '../domain/policy.ts';
import { pl } from '../pl.ts';
import { homePath } from './paths.ts';

/** The way back to data protection, for whoever may open it: a clerk makes lists and does not. */
export const trailOf = (context: PageContext): { href: string; label: string }[] =>
  permits(watches, context.actor, undefined) ? [{ href: homePath, label: pl.home.title }] : [];

/** How a list of files stands, as a shape. */
export const listShapes = {
  draft: 'open',
  approved: 'waiting',
  carried_out: 'done',
  dropped: 'stopped',
} as const;
