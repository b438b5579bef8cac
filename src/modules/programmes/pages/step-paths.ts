/** The last part of the address of each step that has a page of its own. */
export const stepPaths = {
  'record-adoption': 'uchwala',
  'put-in-force': 'obowiazywanie',
  'record-information': 'informacja',
  end: 'koniec',
  'take-back': 'do-poprawy',
  repeal: 'uchylenie',
} as const;

export type StepPage = keyof typeof stepPaths;
