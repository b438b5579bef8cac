/** The page of the tablets, for whoever leads the interviewers. */
export const devices = {
  title: 'Tablety ankieterów',
  lead: 'Rozmowy w terenie bez zasięgu. Odpowiedzi są na tablecie zaszyfrowane i trafiają do centrum, gdy wróci sieć.',
  open: 'Otwórz na tym urządzeniu',
  howTitle: 'Jak przygotować tablet',
  how: [
    'Wejdź na tę stronę na tablecie, w zasięgu sieci, i naciśnij „Otwórz na tym urządzeniu”.',
    'Dodaj stronę do ekranu głównego (menu przeglądarki). Od tej chwili otwiera się jak program, także bez sieci.',
    'Nadaj tabletowi nazwę i ustaw hasło. Pobierz ankietę.',
    'Codziennie na koniec pracy podłącz tablet do sieci, odblokuj go i wyślij rozmowy.',
  ],
  listTitle: 'Kiedy tablety wysyłały rozmowy',
  listNote:
    'Znamy tylko nazwę tabletu i dzień: nie wiemy, kto go trzymał, ile rozmów wysłał i które odpowiedzi z niego pochodzą.',
  none: 'Żaden tablet jeszcze nic nie wysłał.',
  name: 'Tablet',
  sentOn: 'Ostatni dzień wysyłania',
  silent: 'Cisza od',
  days: (days: number) => (days === 0 ? 'dzisiaj' : days === 1 ? '1 dzień' : `${days} dni`),
  late: 'dawno',
  lostTitle: 'Zgubiony tablet',
  lost: 'Odpowiedzi na nim są zaszyfrowane i bez hasła nikt ich nie odczyta. Rozmowy, które nie zostały wysłane, przepadają: trzeba je powtórzyć. Konto osoby, która go używała, wyloguj albo zamknij.',
};
