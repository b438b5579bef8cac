/** Words of the platform itself. */
export const pl = {
  /** How the journal names a resident with an account. */
  deputyActor: (deputy: string, absent: string) => `${deputy} (w zastępstwie: ${absent})`,
  residentActor: 'Mieszkaniec z kontem',
  system: { name: 'Okienko', position: 'czynność codzienna' },
  problems: {
    restricted:
      'Przetwarzanie danych tej osoby jest ograniczone (art. 18 RODO): są tylko przechowywane. Niczego nie zmieniono. Zapytaj inspektora ochrony danych.',
    outsideProgramme:
      'Wniosek zawiera dane, których program nie wymienia (art. 5 ust. 3 pkt 9 ustawy o CUS). Niczego nie zapisano: usuń je i wyślij jeszcze raz.',
    invalid: 'Nic nie zginęło. Popraw zaznaczone pola i wyślij formularz jeszcze raz.',
    forbidden:
      'Twoje konto nie ma uprawnienia do tej czynności. Nic się nie zmieniło. Jeśli to Twoja praca, poproś dyrektora o uprawnienie.',
    unproved: 'Zanim to zrobisz, potwierdź jeszcze raz, że to Ty. Nic nie zginęło.',
    fileElsewhere:
      'Ten plik nie leży na tym serwerze: przy kilku serwerach folder danych musi być wspólny. Zamów go jeszcze raz. Nic nie zginęło.',
    notFound: 'Nie ma tu takiej strony albo nie jest dla Ciebie dostępna.',
    onceUsed:
      'Ten formularz wysłano już wcześniej, z innego konta albo w innej sprawie. Nic się nie zmieniło: otwórz stronę jeszcze raz i wyślij go od nowa.',
    stale:
      'Ktoś zmienił te dane, kiedy formularz był otwarty. Twoje wpisy są nadal poniżej: porównaj je ze stanem obecnym i wyślij ponownie.',
    onlyRead: 'Ten adres służy tylko do czytania. Niczego nie zmieniono. Zapytaj metodą GET.',
    foreignOrigin:
      'Formularz przyszedł z innej strony, więc go nie przyjęto. Otwórz stronę Okienka i wyślij go stamtąd.',
    robot:
      'Formularz wygląda na wypełniony przez program, więc go nie wysłaliśmy. Twoje wpisy są poniżej. Wyślij je jeszcze raz albo zadzwoń do nas.',
    tooLarge: 'Plik jest za duży: największy to 20 MB. Nic nie zginęło, wybierz mniejszy plik.',
    tooMany: 'Za dużo prób w krótkim czasie. Odczekaj minutę i spróbuj ponownie.',
    fault:
      'Coś się zepsuło po naszej stronie. Tej zmiany nie zapisano, wcześniejsze dane są bezpieczne. Spróbuj ponownie, a jeśli to się powtórzy, podaj nam numer zdarzenia.',
    databaseAway:
      'Baza danych przez chwilę nie odpowiada. To, co zostało już potwierdzone, jest bezpieczne. Odczekaj minutę, cofnij stronę i wyślij jeszcze raz: nic nie zapisze się podwójnie.',
    malformed: 'Tego zapytania nie udało się odczytać. Nic się nie zmieniło.',
  },
  fields: {
    required: 'To pole jest potrzebne.',
    tooLong: (max: number) => `Najwyżej ${max} znaków.`,
    date: 'Podaj datę, na przykład 3.11.2026.',
    dateDoesNotExist: 'Takiego dnia nie ma w kalendarzu.',
    dateTooFar: 'Podaj rok od 1800 do 2299.',
    number: (min: number, max: number) => `Podaj liczbę całkowitą od ${min} do ${max}.`,
    money: 'Podaj kwotę w złotych, na przykład 12,50.',
    tick: 'Zaznacz to pole, żeby przejść dalej.',
    choice: 'Wybierz jedną z możliwości.',
    unfit: 'Tej wartości nie można tu wpisać.',
  },
};
