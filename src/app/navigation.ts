import type { Actor, Role } from '../platform/actor.ts';
import type { NavItem } from '../ui/index.ts';
import { pl } from './pl.ts';

interface Entry {
  key: string;
  href: string;
  label: string;
  roles: readonly Role[];
}

const entries: readonly Entry[] = [];

/** The navigation of a worker: only what some role of theirs may open. */
export function navigationFor(actor: Actor): NavItem[] {
  void pl;
  return entries
    .filter((entry) => entry.roles.some((role) => actor.roles.includes(role)))
    .map(({ key, href, label }) => ({ key, href, label }));
}
