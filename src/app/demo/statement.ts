import type { Statement } from '../../modules/accessibility/index.ts';

/**
 * The accessibility statement of a centre of the demonstration: whole, so that it can be looked at, and saying of itself
 * that it describes no real house. No source tells of the accessibility of these centres, so nothing is claimed of them.
 */
export const demonstrationStatement = (slug: string): Statement => ({
  url: `https://okienko.example/${slug}`,
  publishedOn: '2026-01-02',
  updatedOn: '2026-11-16',
  status: 'partial',
  notAccessible: [
    'Skany uchwał rady bez warstwy tekstowej. Termin: 31.03.2027.',
    'Mapy bez opisu słownego; adresy podajemy zawsze tekstem.',
  ].join('\n'),
  preparedOn: '2026-11-02',
  features: [
    'Strony działają bez skryptów, z klawiatury i w czterokrotnym powiększeniu.',
    'Pisma i kartki można dostać dużym drukiem.',
  ].join('\n'),
  contactName: 'osoba zmyślona na potrzeby demonstracji',
  email: 'dostepnosc@okienko.example',
  phone: '600 000 000',
  applications: 'Centrum nie ma aplikacji mobilnych.',
  architecture: [
    'To demonstracja: opis jest przykładem i nie dotyczy prawdziwego budynku.',
    'Wejście z poziomu chodnika, drzwi otwierane przyciskiem.',
    'Okienko i toaleta na parterze, dostępne na wózku. Można wejść z psem asystującym.',
    'Dwa miejsca parkingowe dla osób z niepełnosprawnością przy wejściu.',
  ].join('\n'),
  communication: [
    'To demonstracja: opis jest przykładem.',
    'Tłumacz polskiego języka migowego przez wideo, bez umawiania.',
    'Przy okienku jest pętla indukcyjna.',
    'Strona jest po polsku, ukraińsku i angielsku.',
  ].join('\n'),
  hours: 'poniedziałek–piątek 7:30–15:30 (przykład)',
});
