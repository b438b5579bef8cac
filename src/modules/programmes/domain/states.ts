/** States of a version of a programme; the SQL check holds the same list (a test compares them). */
export const versionStates = [
  'draft',
  'draft_resolution',
  'adopted',
  'in_force',
  'ended',
  'reported',
  'superseded',
  'repealed',
] as const;

export type VersionState = (typeof versionStates)[number];
