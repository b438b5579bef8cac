/** Words of the steps that any matter may meet, whatever it is about. */
export const outcomes = {
  callReasons: [
    'Wniosek nie ma podpisu pod oświadczeniem o miejscu zamieszkania.',
    'Nie wskazano, kto składa wniosek: osoba zainteresowana czy opiekun faktyczny.',
    'Brakuje oświadczenia z klauzulą o odpowiedzialności karnej.',
    'Nie zaznaczono, o którą usługę chodzi; w polu uwag wpisano dwie różne.',
    'Adres we wniosku jest niepełny: brakuje numeru domu.',
  ],
  completions: [
    'Brak uzupełniono przy okienku, na miejscu.',
    'Brakujące oświadczenie dostarczył członek rodziny.',
    'Uzupełniono przez internet.',
  ],
  leftUnconsidered: 'Termin z wezwania minął, braków nie uzupełniono mimo dwóch telefonów z przypomnieniem.',
  withdrawals: [
    'Osoba wyjeżdża do córki na całą zimę i wróci do sprawy na wiosnę.',
    'Rodzina znalazła pomoc we własnym zakresie.',
    'Osoba dostała miejsce w poradni wcześniej, niż się spodziewała.',
  ],
  returnRemarks: [
    'Proszę wpisać, kto prowadzi zajęcia w zastępstwie, i podać godziny zamiast „po południu”.',
    'Oczekiwany rezultat drugiej usługi nie mówi, po czym poznamy, że się udało. Proszę uzupełnić razem z osobą.',
    'Okres planu przekracza okres umowy z wykonawcą. Proszę skrócić albo wskazać dalszego wykonawcę.',
  ],
  updateReasons: [
    'Zmieniły się potrzeby: osoba chodzi już sama i prosi o ćwiczenia poza domem.',
    'Osoba prosi o rzadsze spotkania i dołożenie klubu.',
    'Wykonawca zmienił godziny pracy, trzeba przenieść spotkania na rano.',
  ],
  schedule: {
    frequency: {
      twice: 'dwa razy w tygodniu',
      weekly: 'raz w tygodniu',
      fortnightly: 'co drugi tydzień',
      monthly: 'raz w miesiącu',
    },
    time: { morning: 'przed południem', afternoon: 'po południu' },
    month: 'codziennie, przez całą dobę',
    item: 'na zamówienie, co najmniej trzy dni wcześniej',
    hour: 'godziny umawiane co tydzień',
  },
  resignations: [
    'Osoba wyprowadza się do syna do innego miasta.',
    'Osoba czuje się na siłach radzić sobie sama i dziękuje za wsparcie.',
    'Osoba zaczyna leczenie w szpitalu i nie chce ustalać dalszych terminów.',
  ],
  delay: 'Osoba była w szpitalu i prosiła, żeby poczekać z ustaleniem planu do wypisu.',
  agreedHow: [
    'w rozmowie w domu osoby',
    'w rozmowie w centrum',
    'telefonicznie, potwierdzone przy następnym spotkaniu',
  ],
  transferAgreedHow: [
    'ustnie przy okienku, zapisano w notatce',
    'telefonicznie, zapisano w notatce',
    'podpis na wniosku',
  ],
  information: {
    free: 'Usługi są bezpłatne. Wyjaśniono, że rezygnacja jest możliwa w każdej chwili.',
    paid: 'Przejazd kosztuje 3 zł za kurs; osoby ze znacznym stopniem niepełnosprawności jeżdżą bezpłatnie. Pozostałe usługi są bezpłatne.',
  },
  noAddress: 'bez stałego miejsca pobytu',
  home: {
    alone: 'Mieszka bez innych osób.',
    together: (people: number) => `Wspólne gospodarstwo, ${people} os.`,
  },
  mobility: { home: 'Po domu chodzi powoli, trzymając się mebli; na dwór tylko z kimś.' },
  carerRole: 'opiekun faktyczny, oświadczenie we wniosku',
  representativeRole: 'przedstawiciel ustawowy, dokument okazany do wglądu',
  partner: 'Pielęgniarka środowiskowa (przekazała telefonicznie)',
  place: { home: 'w mieszkaniu osoby', centre: 'w siedzibie centrum' },
  grounds: 'Oświadczenie we wniosku i rozmowa przy rozpoznaniu potrzeb.',
  coordination: {
    one: 'Usługę trzeba zgrać z pomocą rodziny i z godzinami wizyt u lekarza.',
    many: 'Usługi różnych wykonawców trzeba ułożyć w jednym tygodniu i pilnować ich razem.',
  },
  board: 'właściwego Samorządowego Kolegium Odwoławczego',
  legalReasoning: (ground: string) =>
    `${ground} Program jest podstawą przyznawania usług (art. 42 ustawy o realizowaniu usług społecznych przez centrum usług społecznych); osoby, która nie spełnia jego warunku, nie można zakwalifikować.`,
  team: 'Zespół pomocy społecznej',
  office: 'Urząd gminy',
} as const;
