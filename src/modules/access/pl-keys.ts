/** Words of what opens an account: passkeys, codes, sessions, the second factor, notices. */
export const pl = {
  keys: {
    title: 'Klucze dostępu',
    lead: 'Klucz dostępu otwiera konto odciskiem palca, twarzą albo PIN‑em urządzenia. Nie trzeba hasła ani kodu, a nikt go nie wyłudzi.',
    none: 'Nie masz jeszcze klucza dostępu.',
    noneHere:
      'Pod tym adresem przeglądarki nie tworzą kluczy dostępu. Administrator serwera ustawi adres z https (OKIENKO_URL).',
    caption: 'Twoje klucze dostępu',
    columns: {
      name: 'Nazwa',
      where: 'Gdzie jest',
      added: 'Dodany',
      used: 'Ostatnio użyty',
      remove: 'Usuwanie',
    },
    synced: 'w chmurze Twojego konta, na kilku urządzeniach',
    syncable: 'na tym urządzeniu, może trafić do chmury',
    bound: 'tylko na jednym urządzeniu',
    unused: 'jeszcze nie',
    remove: 'Usuń',
    add: 'Dodaj klucz dostępu',
    addOpen: 'Dodaj klucz na tym urządzeniu',
    name: 'Nazwa klucza',
    nameHint: 'Żeby go potem poznać, na przykład: laptop w pracy.',
    failed: 'Klucz nie powstał. Nic się nie zmieniło. Spróbuj jeszcze raz albo użyj aplikacji z kodami.',
    onlyAt: (address: string) =>
      `Klucz działa pod adresem ${address}, w przeglądarce z włączonymi skryptami. Hasło i kod działają zawsze.`,
  },
  codes: {
    title: 'Kody zapasowe',
    lead: 'Dziesięć kodów na dzień, w którym zgubisz telefon. Każdy zastępuje kod z aplikacji jeden raz.',
    left: (count: number) => `Niezużytych: ${count}.`,
    usedTitle: 'Jesteś w środku dzięki kodowi zapasowemu',
    used: (left: number) =>
      left === 0
        ? 'To był ostatni. Podłącz nowy telefon i utwórz nowe kody, inaczej następnym razem nie wejdziesz.'
        : `Ten kod już nie zadziała. Niezużytych: ${left}. Jeśli telefon zginął, podłącz nowy: aplikacja w starym przestanie działać.`,
    usedNext: (left: number) => (left === 0 ? 'Utwórz nowe kody' : 'Podłącz nowy telefon'),
    make: 'Utwórz nowe kody',
    makeHint: 'Wcześniejsze przestaną działać.',
    onceTitle: 'Twoje kody zapasowe',
    onceLead: 'Widać je tylko teraz. Wydrukuj tę stronę albo przepisz i trzymaj z dala od komputera.',
    onceAgain: 'Te kody pokazano już raz i nigdzie nie są zapisane. Jeśli przepadły, utwórz nowe.',
    done: 'Mam je, wracam do konta',
  },
  sessions: {
    title: 'Gdzie otwarte jest Twoje konto',
    lead: 'Każdy wiersz to jedna przeglądarka. Nie znasz którejś? Zakończ ją i zmień hasło.',
    caption: 'Otwarte sesje Twojego konta',
    columns: { device: 'Urządzenie', begun: 'Od', seen: 'Ostatnio', by: 'Wejście', end: 'Zakończenie' },
    this: 'ta przeglądarka',
    end: 'Zakończ',
    endOthers: 'Zakończ wszystkie inne',
    device: (browser: string, system: string) => `${browser}, ${system}`,
    browsers: {
      edge: 'Edge',
      opera: 'Opera',
      samsung: 'Samsung Internet',
      firefox: 'Firefox',
      chrome: 'Chrome',
      safari: 'Safari',
      other: 'inna przeglądarka',
    },
    systems: {
      iphone: 'iPhone',
      ipad: 'iPad',
      android: 'telefon lub tablet z Androidem',
      windows: 'komputer z Windows',
      mac: 'komputer Mac',
      chromebook: 'Chromebook',
      linux: 'komputer z Linuksem',
      other: 'nieznane urządzenie',
    },
    methods: {
      password: 'hasłem',
      passkey: 'kluczem dostępu',
      persona: 'jednym kliknięciem',
      external: 'przez inny system',
    },
  },
  second: {
    title: 'Zanim zaczniesz: drugi składnik',
    lead: 'Konto pracownika otwiera hasło i coś jeszcze: klucz dostępu albo kod z aplikacji. Ustaw jedno z nich, zajmie to minutę.',
    proveTitle: 'Jeszcze drugi składnik',
    proveLead: 'Inny system potwierdził, kim jesteś. Okienko pyta jeszcze o Twój klucz albo kod.',
    keyTitle: 'Najprościej: klucz dostępu',
    codeTitle: 'Albo: kod z aplikacji w telefonie',
    signOut: 'Wyloguj',
  },
  address: {
    title: 'Powiadomienia o koncie',
    lead: 'Na ten adres napiszemy, gdy zmieni się coś, co otwiera Twoje konto. W liście nie będzie żadnych danych.',
    label: 'Adres e-mail',
    hint: 'Puste: bez powiadomień.',
    save: 'Zapisz adres',
  },
  opened: {
    subject: 'Okienko: otwarcie z konieczności czeka na ocenę',
    text: (home: string) =>
      [
        'Dzień dobry,',
        '',
        'Pracownik centrum otworzył dane osoby spoza swoich spraw i podał powód. Otwarcie trwa godzinę.',
        '',
        `Przeczytaj powód i oceń otwarcie: ${home}/praca/dostepy`,
        '',
        'W tym liście celowo nie ma nazwisk. Wiadomość wysłała się sama, nie odpowiadaj na nią.',
      ].join('\n'),
  },
  notices: {
    subject: 'Okienko: zmiana na Twoim koncie',
    text: (what: string, home: string) =>
      [
        'Dzień dobry,',
        '',
        what,
        '',
        'Jeśli to Ty, nie musisz nic robić. Jeśli nie, od razu zadzwoń do administratora systemu w swoim centrum',
        `i zakończ inne sesje na stronie swojego konta: ${home}/praca/konto`,
        '',
        'Ta wiadomość wysłała się sama. Nie odpowiadaj na nią. Okienko nigdy nie pyta w listach o hasło ani o kod.',
      ].join('\n'),
    what: {
      'password-changed': 'Hasło do Twojego konta zostało zmienione.',
      'second-factor-changed': 'Do Twojego konta podłączono nową aplikację z kodami.',
      'passkey-added': 'Do Twojego konta dodano klucz dostępu.',
      'passkey-removed': 'Z Twojego konta usunięto klucz dostępu.',
      'recovery-codes-made': 'Dla Twojego konta utworzono nowe kody zapasowe.',
      'recovery-code-used': 'Na Twoje konto zalogowano się kodem zapasowym.',
      'password-reset': 'Administrator nadał Twojemu kontu nowe hasło jednorazowe.',
      'second-factor-reset':
        'Administrator nadał Twojemu kontu nowy kod do aplikacji. Klucze dostępu i kody zapasowe przestały działać.',
      'external-linked': 'Twoje konto połączono z kontem w innym systemie.',
    },
  },
  refusals: {
    passkeyFailed:
      'Klucz dostępu nie został przyjęty. Nic się nie zmieniło. Spróbuj jeszcze raz: każda próba potrzebuje nowego potwierdzenia na urządzeniu.',
    passkeyKnown:
      'Ten klucz dostępu już jest przypisany do konta. Użyj innego urządzenia albo innego klucza.',
    lastSecondFactor:
      'To ostatni drugi składnik tego konta. Najpierw dodaj inny klucz albo podłącz aplikację z kodami, potem usuń ten.',
  },
  commands: {
    'access.sign-in-by-passkey': { title: 'Logowanie kluczem dostępu', done: 'Jesteś w środku.' },
    'access.prove': {
      title: 'Ponowne potwierdzenie tożsamości',
      done: 'Potwierdzone. Możesz działać dalej.',
    },
    'access.add-passkey': {
      title: 'Dodanie klucza dostępu',
      done: 'Klucz dodany. Następnym razem wejdziesz nim bez hasła.',
    },
    'access.remove-passkey': {
      title: 'Usunięcie klucza dostępu',
      done: 'Klucz usunięty. Nikt już nim nie wejdzie.',
    },
    'access.make-recovery-codes': { title: 'Utworzenie kodów zapasowych', done: 'Kody zapasowe utworzone.' },
    'access.save-notice-address': {
      title: 'Adres powiadomień o koncie',
      done: 'Adres powiadomień zapisany.',
    },
    'access.end-session': { title: 'Zakończenie sesji', done: 'Tamto urządzenie jest wylogowane.' },
    'access.end-other-sessions': {
      title: 'Zakończenie innych sesji',
      done: 'Inne urządzenia są wylogowane. Zostało tylko to.',
    },
    'access.end-account-sessions': {
      title: 'Zakończenie wszystkich sesji konta',
      done: 'Osoba jest wylogowana na wszystkich urządzeniach.',
    },
  },
};
