import type { IsoDate } from '../../../law/index.ts';
import type { Actor } from '../../../platform/actor.ts';
import { instantOf, type Stage } from '../stage.ts';
import { backToWork } from '../timeline.ts';

/** Who plans in Piotrków, and their calendar. */
export interface Crew {
  organiser: Actor;
  community: Actor;
  director: Actor;
  /** Moves the clock to a day, back to a working day before it; never before the day it stands on. Gives that day. */
  onDay: (day: IsoDate) => Promise<IsoDate>;
}

/** The people of the stage, on a calendar that only goes forward. @throws when one of them is missing */
export function crewOf(stage: Stage): Crew {
  const member = (role: Parameters<Stage['crew']['get']>[0]): Actor => {
    const found = stage.crew.get(role);
    if (!found) throw new Error(`${stage.centre.slug} has no ${role}`);
    return found;
  };
  let reached = '';
  return {
    organiser: member('service_organiser'),
    community: member('community_organiser'),
    director: member('director'),
    async onDay(day) {
      const working = backToWork(day);
      reached = working > reached ? working : reached;
      await stage.setClock(instantOf({ on: reached, at: '10:00' }));
      return reached;
    },
  };
}
