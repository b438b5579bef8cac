import type { Worded } from '../../lang.ts';

/** Words of the three ways of equal rank to ask for help: they stand side by side wherever a page leads to help. */
export const plWays = {
  title: 'Poproś o pomoc tak, jak Ci wygodnie',
  write: 'Napisz',
  writeText: 'Powiedz, co jest trudne. To zajmie minutę.',
  call: 'Oddzwonimy',
  callText: 'Zostaw numer i porę dnia. Nic więcej.',
  print: 'Wydrukuj i przynieś',
  printText: 'Kartka do wypełnienia, także dużym drukiem.',
};

export type WaysWords = Worded<typeof plWays>;
