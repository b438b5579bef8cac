import { type Allow, always, anyone } from '../../../platform/actor.ts';

/** Recognition of needs (art. 21, 27(1)(2)). */
export const populationBasis = 'art. 21 ust. 1 i 2, art. 27 ust. 1 pkt 2 ustawy o CUS';

/** The page of work, with the centre's own inputs. */
export const mayRead: Allow<unknown> = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  clerk: always,
  region: always,
};

/** Population is public statistics: whoever reads an adopted plan sees the numbers that it stands on. */
export const everybody: Allow<unknown> = anyone();

export const maySet: Allow<unknown> = { service_organiser: always };

/** Below the centre's home: the population as everybody reads it. */
export const publicPopulationPath = '/ludnosc';
