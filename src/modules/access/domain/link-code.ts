import { minutesFrom } from './session-lengths.ts';

/** How long a code that joins may wait: an invitation on a desk, a resident on the way to the window. */
const codeDays = 7;

/** Until when a code that is made now counts. */
export const codeUntil = (now: string): string => minutesFrom(now, codeDays * 24 * 60);
