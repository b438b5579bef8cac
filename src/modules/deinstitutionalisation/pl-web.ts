import type { Worded } from '../../lang.ts';

/** Words of the pages of adopted plans that everybody may open; the plan itself is in Polish. */
export const plWeb = {
  listTitle: 'Lokalne plany',
  listLead:
    'Plany przyjęte w gminie: jak mieszkańcy mają dostawać pomoc u siebie w domu i w sąsiedztwie zamiast w instytucji.',
  none: 'Gmina nie przyjęła jeszcze planu',
  noneText: 'Gdy plan zostanie przyjęty, znajdziesz go tutaj razem ze źródłem każdej liczby.',
  noneNext: 'Zobacz konsultacje',
  home: 'Strona główna',
  years: (gmina: string, from: number, to: number) => `${gmina}, lata ${from}–${to}`,
  adopted: (resolution: string, day: string) => `Przyjęty: ${resolution}, ${day}.`,
  ended: 'Ten plan jest zakończony.',
  size: (goals: number, actions: number) => `Cele: ${goals}. Działania: ${actions}.`,
  open: 'Każda liczba się otwiera: kliknij ją, żeby zobaczyć źródło, dzień, wzór i wiersze, z których powstała.',
  polishOnly: 'Plan jest po polsku, bo w tym języku go przyjęto.',
  document: 'Pobierz przyjęty plan (PDF)',
  parts: 'Części planu',
  plan: 'Cele, pieniądze, wskaźniki',
  numbers: 'Liczby o mieszkańcach i usługach',
  taken: (day: string) => `Liczby z dnia ${day}, takie, jakie były w planie przy przyjęciu.`,
  actions: 'Działanie planu',
};

export type WebWords = Worded<typeof plWeb>;
