import { always } from '../../../platform/actor.ts';

/** Who designs, publishes and draws: the organisers of services and of the community (art. 27, 32). */
export const designs = { service_organiser: always, community_organiser: always };

/** Who types answers in: a clerk at the window too. */
export const enters = { ...designs, clerk: always };

/** Who reads how a survey goes. */
export const reads = { director: always, ...enters };

/** Who reads what was answered (the module `results`). */
export const readsResults = { director: always, ...designs };
