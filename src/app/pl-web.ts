import type { Worded } from '../lang.ts';

/** Words of the frame around every page, of the pages of the installation and of problems. */
export const plWeb = {
  demonstration:
    'Usługi i programy pochodzą z publicznych stron, osoby i sprawy są zmyślone. To nie jest strona żadnego urzędu.',
  /** What is real and what is made up in a centre of its own kind, by the part of its address. */
  demonstrationOf: {
    'piotrkow-trybunalski':
      'Prawdziwe: liczby mieszkańców, rejestry publiczne i źródła. Zmyślone: centrum, odpowiedzi w badaniu, ustalenia, usługi wpisane ręcznie, uwagi, plan i kwoty.',
  },
  start: {
    title: 'Okienko',
    lead: 'Jedno okienko, jedna rozmowa, wszystkie usługi gminy. Wybierz centrum.',
    empty: 'Nie ma jeszcze żadnego centrum',
    emptyText: 'Pierwsze centrum i jego konto dodaje się poleceniem. Opisuje je podręcznik instalacji.',
    staff: 'Wejście dla pracowników',
    gminas: (names: string) => `Gmina ${names}`,
    gminasMany: (names: string) => `Gminy: ${names}`,
  },
  signIn: { title: 'Logowanie', lead: 'Wybierz centrum.' },
  statements: { title: 'Deklaracje dostępności', lead: 'Każde centrum ma własną deklarację.' },
  footer: {
    centres: 'Centra',
    about: 'O Okienku',
    surveys: 'Ankiety',
    consultations: 'Konsultacje',
    plans: 'Plany gminy',
    results: 'Wyniki badań',
    openData: 'Otwarte dane',
    personalData: 'Twoje dane osobowe',
    accessibility: 'Deklaracja dostępności',
  },
  about: {
    title: 'O Okienku',
    lead: 'Otwarty system dla centrów usług społecznych: jedno okienko, w którym każdy mieszkaniec dostaje każdą usługę gminy.',
    parts: [
      {
        title: 'Skąd są dane',
        text: 'W demonstracji usługi i programy pochodzą z publicznych stron gmin i centrów. Przy każdej usłudze stoi adres źródła i dzień, na który fakty są prawdziwe. Czego źródło nie mówi, tego nie dopisujemy. Osoby, sprawy i plany są zmyślone. To nie jest strona żadnego urzędu.',
      },
      {
        title: 'Kto widzi dane osobowe',
        text: 'Każdy odczyt i każda zmiana danych osoby są zapisywane: kto, kiedy, co i na jakiej podstawie. Tego wymaga art. 50 ust. 3 ustawy o realizowaniu usług społecznych przez centrum usług społecznych. Wpisów nie da się zmienić ani usunąć bez śladu. Wykonawcy usług widzą tylko swoją część planu.',
      },
      {
        title: 'Dostępność',
        text: 'Każda strona działa bez skryptów, z klawiatury, w czterokrotnym powiększeniu i z czytnikiem ekranu. Jeśli coś Ci przeszkadza, napisz lub zadzwoń do centrum: ma siedem dni na odpowiedź.',
      },
    ],
  },
  resident: 'mieszkaniec',
  problems: {
    titles: {
      invalid: 'Coś się nie zgadza',
      refused: 'Tego nie da się teraz zrobić',
      forbidden: 'Nie masz tu dostępu',
      not_found: 'Nie ma takiej strony',
      stale: 'Ktoś był szybszy',
      unproved: 'Potwierdź, że to Ty',
    },
    kept: 'Wszystko, co było zapisane wcześniej, jest bezpieczne.',
    who: 'Prawa nadaje dyrektor centrum. Zapisuje je administrator systemu.',
    next: 'Wróć i spróbuj jeszcze raz albo zacznij od strony głównej.',
    nextMissing: 'Sprawdź adres albo zacznij od strony głównej. Możesz też zadzwonić do centrum.',
    nextHidden:
      'Sprawdź adres albo poszukaj jeszcze raz. Jeśli to sprawa lub osoba z Twojej pracy, poproś dyrektora o przydzielenie sprawy.',
    nextFault:
      'Spróbuj jeszcze raz za chwilę. Jeśli błąd się powtórzy, zadzwoń do centrum i podaj numer zdarzenia.',
    nextFaultStaff:
      'Spróbuj jeszcze raz za chwilę. Jeśli błąd się powtórzy, podaj administratorowi systemu numer zdarzenia.',
    back: 'Wróć do początku',
  },
  basis: 'Podstawa prawna',
  draftSaved: 'Szkic zapisany. Możesz do niego wrócić na tym urządzeniu.',
};

/** The shape of these words in every language. */
export type WebWords = Worded<typeof plWeb>;
