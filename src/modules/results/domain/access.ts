import { type Allow, always } from '../../../platform/actor.ts';

/** The needs diagnosis rests on what residents say (art. 21 of the Act). */
export const resultsBasis = 'art. 21 ust. 1 ustawy o CUS';

/** Who reads results: those who prepare the diagnosis and who answers for it (art. 27(1)(2), 24). */
export const mayRead: Allow<unknown> = {
  director: always,
  service_organiser: always,
  community_organiser: always,
};

/** Who weights and codes: the organiser of services, who prepares the diagnosis (art. 27(1)(2)). */
export const mayWrite: Allow<unknown> = { service_organiser: always };
