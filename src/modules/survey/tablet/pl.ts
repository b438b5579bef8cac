/** Words of the tablet. The questions themselves speak the languages of their survey. */
export const tablet = {
  title: 'Ankiety w terenie',
  shortName: 'Ankiety',
  starting: 'Otwieram…',
  noScript:
    'Na tej stronie potrzebny jest JavaScript. Włącz go w ustawieniach przeglądarki i otwórz stronę jeszcze raz.',
  tooOld:
    'Jeżeli to zdanie nie znika, ta przeglądarka jest za stara. Zaktualizuj ją albo użyj aktualnej przeglądarki Chrome, Edge, Firefox lub Safari.',
  status: {
    online: 'Jest zasięg',
    offline: 'Bez zasięgu',
    lock: 'Zablokuj',
  },
  unable: {
    title: 'Ta przeglądarka nie może prowadzić rozmów bez sieci',
    insecure:
      'Strona nie jest otwarta bezpiecznie. Szyfrowanie na tablecie działa tylko pod adresem, który zaczyna się od https://.',
    crypto: 'Przeglądarka nie umie szyfrować (WebCrypto), więc odpowiedzi mieszkańców nie byłyby chronione.',
    storage:
      'Przeglądarka nie pozwala niczego zapisać (IndexedDB). Tak bywa w oknie prywatnym: otwórz zwykłe okno.',
    worker:
      'Przeglądarka nie umie otworzyć tej strony bez sieci (service worker). Tak bywa w oknie prywatnym: otwórz zwykłe okno.',
    instead:
      'Nic nie zginęło i nic nie zostało zapisane. Użyj innej przeglądarki, wpisz wywiad na stronie „Wywiad przez telefon” albo weź egzemplarze papierowe.',
  },
  setup: {
    title: 'Przygotuj ten tablet',
    lead: 'Robisz to raz, w zasięgu sieci. Odpowiedzi na tablecie są zaszyfrowane hasłem, które teraz ustawisz.',
    device: 'Nazwa tabletu',
    deviceHint: 'Na przykład: Tablet 3. Nie wpisuj imienia ani nazwiska. Nazwę zobaczy kierujący badaniem.',
    deviceFault: 'Wpisz nazwę tabletu: od 2 do 40 znaków.',
    phrase: 'Hasło',
    phraseHint: (least: number) =>
      `Co najmniej ${least} znaków, najlepiej kilka słów. Wielkość liter nie ma znaczenia.`,
    again: 'Hasło jeszcze raz',
    faults: {
      short: (least: number) => `Za krótkie. Potrzeba co najmniej ${least} znaków.`,
      poor: 'Za proste: te same znaki się powtarzają. Wymyśl inne albo weź hasło z losowania.',
      differs: 'Hasła się różnią. Wpisz drugi raz to samo.',
    },
    draw: 'Wylosuj hasło z pięciu słów',
    drawn: 'Wylosowane hasło',
    drawnWhy: 'Zapisz je na kartce i trzymaj osobno od tabletu. Wpisz je poniżej dwa razy.',
    lost: 'Nikt nie zna tego hasła oprócz Ciebie. Jeżeli je zgubisz, rozmów, które nie zostały wysłane, nie da się odczytać.',
    submit: 'Ustaw hasło i zacznij',
    kept: 'Gotowe. Teraz pobierz ankietę.',
    mayVanish:
      'Przeglądarka może sama usunąć dane, gdy zabraknie miejsca. Zainstaluj stronę na tablecie (menu przeglądarki, „Dodaj do ekranu głównego”) i wysyłaj rozmowy codziennie.',
  },
  locked: {
    title: 'Odblokuj',
    lead: (device: string) => `Odpowiedzi na urządzeniu${device ? ` ${device}` : ''} są zaszyfrowane.`,
    waiting: (sheets: number) => `Czeka na wysłanie: ${sheets}.`,
    drafts: (talks: number) => `Niedokończone rozmowy: ${talks}.`,
    phrase: 'Hasło',
    submit: 'Odblokuj',
    wrong: (left: number) =>
      left > 0
        ? `To nie jest hasło tego tabletu. Nic nie zginęło. Możesz spróbować jeszcze ${left} razy bez czekania.`
        : 'To nie jest hasło tego tabletu. Nic nie zginęło. Przed następną próbą trzeba poczekać.',
    wait: (minutes: number) => `Za dużo błędnych prób. Następna za ${minutes} min.`,
    forgotten: 'Nie pamiętam hasła',
  },
  wipe: {
    title: 'Wyczyść tablet',
    body: 'Hasła nie da się odzyskać. Można tylko usunąć wszystko z tego tabletu i ustawić nowe.',
    loses: (sheets: number, talks: number) =>
      `Zginą na zawsze: rozmowy zakończone i niewysłane ${sheets}, niedokończone ${talks}. To, co zostało wysłane, jest bezpieczne w centrum.`,
    losesNothing: 'Na tablecie nie ma niewysłanych rozmów. Nic nie zginie.',
    confirm: 'Rozumiem, że tych rozmów nie da się odzyskać',
    confirmFault: 'Zaznacz, że rozumiesz.',
    submit: 'Usuń wszystko z tabletu',
    back: 'Wróć',
  },
  home: {
    device: (name: string) => `Urządzenie: ${name}`,
    begin: 'Rozpocznij rozmowę',
    until: 'Do dnia',
    version: (no: number) => `Wersja pytań: ${no}`,
    open: 'Badanie otwarte',
    over: 'Ankieta jest zakończona. Nowych rozmów nie zaczynaj; zebrane wyślij.',
    waits: 'Ankieta jeszcze się nie zaczęła. Pierwszy dzień:',
    none: 'Na tym tablecie nie ma jeszcze ankiety',
    noneNext: 'Pobierz ją w zasięgu sieci. Potem możesz rozmawiać bez zasięgu.',
    drafts: 'Niedokończone rozmowy',
    draftOf: (day: string, at: number, of: number) => `Zaczęta ${day}, część ${at} z najwyżej ${of}`,
    resume: 'Dokończ',
    dropDraft: 'Usuń',
    dropTitle: 'Usunąć tę rozmowę?',
    dropBody: 'Odpowiedzi z niedokończonej rozmowy znikną z tabletu. Tego nie da się cofnąć.',
    dropConfirm: 'Usuń rozmowę',
    keep: 'Zostaw',
    take: 'Ankiety do pobrania',
    takeIt: 'Pobierz na tablet',
    takeNone: 'Wszystkie ankiety, które zbierają odpowiedzi, są już na tablecie.',
    takeAway: 'Do pobrania potrzebny jest zasięg.',
    taken: (title: string) => `Pobrano: ${title}. Możesz już wyłączyć sieć.`,
    refresh: 'Sprawdź nowe ankiety',
    newVersion: 'Pytania się zmieniły. Zaczęte rozmowy kończysz w starej wersji, nowe mają nową.',
    full: 'Na tablecie kończy się miejsce. Wyślij rozmowy i usuń zbędne pliki.',
    unreadable: (count: number) =>
      `Nie da się odczytać zapisów: ${count}. Zostają na tablecie. Powiedz o tym kierującemu badaniem.`,
    wipe: 'Wyczyść tablet',
  },
  sending: {
    title: 'Do wysłania',
    none: 'Wszystko wysłane. Na tablecie nie ma żadnej odpowiedzi.',
    waiting: (sheets: number) => `Czeka na wysłanie: ${sheets}`,
    safe: 'Są zaszyfrowane na tablecie. Znikną z niego dopiero wtedy, gdy centrum potwierdzi odbiór.',
    submit: 'Wyślij teraz',
    now: 'Wysyłam…',
    sent: (sheets: number) => `Wysłano i potwierdzono: ${sheets}.`,
    away: 'Nie ma połączenia z centrum. Nic nie zginęło: spróbuję sam, gdy wróci zasięg.',
    signedOut: 'Sesja się skończyła. Rozmowy są bezpieczne na tablecie. Zaloguj się i wyślij.',
    signIn: 'Zaloguj się',
    refused: (words: string, code: string) =>
      `Centrum nie przyjęło rozmów: ${words} (${code}). Zostają na tablecie.`,
    byItself:
      'Tablet wysyła sam, gdy czeka co najmniej pięć rozmów albo następnego dnia: tak minuta wysłania nie zdradza minuty rozmowy.',
    aside: 'Odłożone',
    asideWhy: 'Centrum nie umiało odczytać tych rozmów. Zostają na tablecie. Pokaż to kierującemu badaniem.',
    asideOne: (day: string, words: string, code: string) => `Rozmowa z dnia ${day}: ${words} (${code})`,
    again: 'Spróbuj wysłać je jeszcze raz',
  },
  begin: {
    lead: 'Przeczytaj na głos.',
    anonymous: {
      pl: 'Ankieta jest anonimowa. Nie zapisuję imienia, adresu ani godziny, tylko odpowiedzi i dzień. Można nie odpowiadać na pytanie i przerwać w każdej chwili.',
      uk: 'Анкета анонімна. Я не записую імені, адреси чи години, лише відповіді та день. Можна не відповідати на питання і зупинитися будь-коли.',
      en: 'The survey is anonymous. I write down no name, no address and no hour, only the answers and the day. You may skip a question and stop at any time.',
    },
    lang: 'Język rozmowy',
    langs: { pl: 'polski', uk: 'українська (ukraiński)', en: 'English (angielski)' },
    code: 'Kod z zaproszenia',
    codeHint: 'Dziesięć liter i cyfr z listu, który ma mieszkaniec.',
    codeFaults: {
      wrong: 'Taki kod nie istnieje. Sprawdź litery.',
      used: 'Rozmowa z tym kodem jest już na tym tablecie. Każdy kod działa jeden raz.',
    },
    submit: 'Zaczynamy',
    back: 'Wróć',
  },
  talk: {
    part: (at: number, of: number) => `Część ${at} z najwyżej ${of}`,
    next: 'Dalej',
    finish: 'Zakończ i zapisz',
    back: 'Poprzednia część',
    later: 'Przerwij i wróć później',
    refuses: 'Osoba nie chce odpowiedzieć: dalej',
    kept: 'Odpowiedzi zapisują się same, zaszyfrowane.',
  },
  saved: {
    title: 'Dziękujemy za rozmowę',
    body: 'Odpowiedzi są zaszyfrowane na tablecie i czekają na wysłanie.',
    next: 'Rozpocznij następną rozmowę',
    home: 'Lista ankiet',
  },
  fault: {
    full: 'Na tablecie nie ma miejsca, więc tej strony nie zapisano. Odpowiedzi są nadal na ekranie. Usuń z tabletu zdjęcia lub filmy i naciśnij przycisk jeszcze raz.',
    other: 'Tablet nie mógł tego zapisać. Odpowiedzi są nadal na ekranie. Spróbuj jeszcze raz.',
    title: 'Nie zapisano',
  },
};
