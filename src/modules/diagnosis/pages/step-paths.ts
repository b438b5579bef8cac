import {
  closeConsultation,
  collect,
  finishDraft,
  handToCouncil,
  handToMayor,
  putInForce,
} from '../commands/steps.ts';

/** Steps that are one button. */
export const plainSteps = [
  { key: 'collect', path: 'dane', command: collect },
  { key: 'finishDraft', path: 'projekt', command: finishDraft },
  { key: 'closeConsultation', path: 'koniec-konsultacji', command: closeConsultation },
] as const;

/** Steps of the director that have a day. */
export const datedSteps = [
  { key: 'handToMayor', path: 'wojt', command: handToMayor },
  { key: 'handToCouncil', path: 'rada', command: handToCouncil },
  { key: 'putInForce', path: 'obowiazuje', command: putInForce },
] as const;
