import type { Worded } from '../../lang.ts';

/** Words of the population page that everybody may open. */
export const plWeb = {
  title: (gmina: string) => `Ludność: ${gmina}`,
  lead: 'Ilu jest mieszkańców, w jakim są wieku i jak to się zmieni. Z tych liczb korzystają diagnoza i plan. Kliknij liczbę, żeby zobaczyć, skąd jest.',
  home: 'Strona główna',
  none: 'Nie ma jeszcze liczb o ludności',
  noneText: 'Gdy centrum je wpisze, znajdziesz je tutaj.',
  polishOnly: 'Wykresy i tabele są opisane po polsku.',
};

export type WebWords = Worded<typeof plWeb>;
