import type { Worded } from '../../lang.ts';

/**
 * Words of the public accessibility statement. Headings and the two sentences on scope and compliance are those of the
 * model statement (decision (EU) 2018/1523; Polish technical conditions of statements, version 2.0): do not restyle them.
 */
export const plWeb = {
  title: 'Deklaracja dostępności',
  home: 'Strona główna',
  translated: '',
  commits: (act: string) =>
    ` zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ${act}.`,
  act: 'ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych',
  scope: 'Oświadczenie w sprawie dostępności ma zastosowanie do ',
  scopeOf: (name: string) => `strony internetowej ${name}`,
  incomplete: 'Ta deklaracja jest niepełna. Brakuje:',
  unknown: 'brak informacji',
  publishedOn: 'Data publikacji strony internetowej: ',
  updatedOn: 'Data ostatniej istotnej aktualizacji: ',
  state: 'Stan dostępności cyfrowej',
  statuses: {
    full: (act: string) => `Strona internetowa jest w pełni zgodna z ${act}.`,
    partial: (act: string) =>
      `Strona internetowa jest częściowo zgodna z ${act} z powodu niezgodności lub wyłączeń wymienionych poniżej.`,
    none: (act: string) =>
      `Strona internetowa jest niezgodna z ${act}. Niezgodności lub wyłączenia wymieniono poniżej.`,
  },
  notAccessible: 'Niedostępne treści',
  preparing: 'Przygotowanie deklaracji dostępności i jej aktualizacja',
  preparedOn: 'Deklarację sporządzono dnia: ',
  reviewedOn: 'Deklarację ostatnio poddano przeglądowi i aktualizacji dnia: ',
  self: 'Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.',
  external: (who: string) => `Deklarację sporządzono na podstawie badania przeprowadzonego przez: ${who}.`,
  features: 'Udogodnienia, ograniczenia i inne informacje',
  shortcuts: 'Skróty klawiszowe',
  contact: 'Informacje zwrotne i dane kontaktowe',
  contactText: 'Problemy z dostępnością cyfrową tej strony można zgłosić mailowo lub telefonicznie.',
  contactName: 'Odpowiada: ',
  email: 'E-mail: ',
  phone: 'Telefon: ',
  procedure: 'Obsługa wniosków i skarg związanych z dostępnością',
  procedureText: [
    'Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej strony internetowej lub jej elementu. Można też zażądać udostępnienia informacji w inny sposób.',
    'W żądaniu podaj, kim jesteś i jak się z Tobą skontaktować, o którą stronę lub element chodzi oraz jaki sposób będzie dla Ciebie najwygodniejszy.',
    'Zrealizujemy żądanie niezwłocznie, najpóźniej w ciągu 7 dni. Jeśli to niemożliwe, powiadomimy o nowym terminie, nie dłuższym niż 2 miesiące od zgłoszenia.',
    'Jeżeli odmówimy albo nie zrobimy tego w terminie, możesz złożyć skargę na brak dostępności.',
  ],
  ombudsman: 'Po wyczerpaniu tej drogi możesz zwrócić się do Rzecznika Praw Obywatelskich: ',
  ombudsmanLink: 'strona Rzecznika Praw Obywatelskich',
  other: 'Pozostałe informacje',
  applications: 'Aplikacje mobilne',
  architecture: 'Dostępność architektoniczna',
  communication: 'Dostępność komunikacyjno-informacyjna',
  hours: 'Godziny otwarcia: ',
};

/** The shape of these words in every language. */
export type WebWords = Worded<typeof plWeb>;
