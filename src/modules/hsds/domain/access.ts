import { type Allow, always } from '../../../platform/actor.ts';

/** Who answers for what the directory says takes it over and gives it away: the organiser (art. 27), the director. */
export const mayExchange: Allow<unknown> = { director: always, service_organiser: always };
