import type { WebWords } from './pl-web.ts';

/** The same in English. */
export const enWeb: WebWords = {
  listTitle: 'Local plans',
  listLead:
    'Plans adopted in the gmina: how residents are to get help at home and nearby instead of in an institution.',
  none: 'The gmina has not adopted a plan yet',
  noneText: 'Once a plan is adopted, you will find it here with the source of every number.',
  noneNext: 'See the consultations',
  home: 'Home page',
  years: (gmina, from, to) => `${gmina}, years ${from}–${to}`,
  adopted: (resolution, day) => `Adopted: ${resolution}, ${day}.`,
  ended: 'This plan has ended.',
  size: (goals, actions) => `Goals: ${goals}. Actions: ${actions}.`,
  open: 'Every number opens: click it to see its source, its day, its formula and the rows it was made of.',
  polishOnly: 'The plan is in Polish, because it was adopted in Polish.',
  document: 'Download the adopted plan (PDF)',
  parts: 'Parts of the plan',
  plan: 'Goals, money, indicators',
  numbers: 'Numbers on people and services',
  taken: (day) => `Numbers of ${day}, as they stood in the plan when it was adopted.`,
  actions: 'Action of the plan',
};
