/** Words of the public page on personal data. */
export const web = {
  title: 'Twoje dane w centrum',
  lead: 'Co centrum robi z danymi, które mu podajesz, i o co możesz poprosić.',
  home: 'Strona główna',
  none: 'Centrum używa danych, żeby rozpatrzyć zgłoszenie lub wniosek i udzielić usług. Pełną informację dostajesz przy każdym zgłoszeniu i wniosku.',
  kinds: {
    application: 'Gdy zgłaszasz potrzebę lub składasz wniosek',
    family: 'Gdy korzysta z usług ktoś z Twojej rodziny',
  },
  version: (number: number, from: string): string => `Wersja ${number}, obowiązuje od ${from}`,
  rights: 'O co możesz poprosić',
  list: [
    'Kopia wszystkich danych o Tobie, razem z listą osób, które do nich zaglądały.',
    'Poprawienie danych, które są błędne albo się zmieniły.',
    'Ograniczenie: dane zostają, ale nikt z nich nie korzysta.',
    'Sprzeciw wobec tego, co robimy z danymi.',
    'Usunięcie danych, gdy minie czas, przez który musimy je trzymać.',
    'Skarga do Prezesa Urzędu Ochrony Danych Osobowych.',
  ],
  how: 'Jak poprosić',
  howText:
    'Przyjdź, napisz albo zadzwoń. Sprawdzimy, że to Ty, i odpowiemy najpóźniej w ciągu miesiąca. To nic nie kosztuje.',
  account: 'Masz konto? Zobacz w nim, kto zaglądał do Twoich danych.',
  earlier: 'Wcześniejsze wersje',
};

export type WebWords = {
  readonly [K in keyof typeof web]: (typeof web)[K] extends string
    ? string
    : (typeof web)[K] extends readonly string[]
      ? readonly string[]
      : (typeof web)[K];
};
