import { crisis } from './crisis.ts';
import { disability } from './disability.ts';
import { everyday } from './everyday.ts';
import { families } from './families.ts';
import { older } from './older.ts';
import { recovery } from './recovery.ts';
import { refusals } from './refusals.ts';
import type { Script } from './script.ts';

export type { Script, ScriptedPlan, Theme, Who } from './script.ts';

/** Every matter that people of the demonstration bring to the window. */
export const scripts: readonly Script[] = [
  ...older,
  ...disability,
  ...families,
  ...crisis,
  ...everyday,
  ...recovery,
  ...refusals,
];
