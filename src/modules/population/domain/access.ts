import { type Allow, always } from '../../../platform/actor.ts';

/** Recognition of needs (art. 21, 27(1)(2)); population is public statistics, so every worker of the centre reads it. */
export const populationBasis = 'art. 21 ust. 1 i 2, art. 27 ust. 1 pkt 2 ustawy o CUS';

export const mayRead: Allow<unknown> = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  clerk: always,
  region: always,
};

export const maySet: Allow<unknown> = { service_organiser: always };
