/** Words of the settings: what each is for, what it must look like. */
export const pl = {
  wrong: (name: string, must: string, value: string | undefined) =>
    `Ustawienie ${name}${value === undefined ? '' : ` („${value}”)`} jest błędne: ${must}. Popraw je i uruchom Okienko ponownie. Niczego nie zmieniono.`,
  unknown: (name: string, similar: string | undefined) =>
    `Nie znam ustawienia ${name}${similar === undefined ? '' : `; czy chodzi o ${similar}?`} Popraw nazwę albo usuń je: bez tego nie działałoby. Wszystkie ustawienia: docs/generated/settings.md.`,
  requestsByOwner:
    'Konto z DATABASE_APP_URL jest właścicielem tabel: podaj konto okienko_app (alter role okienko_app password …), które niczego nie posiada.',
  together: {
    secureHome:
      'OKIENKO_SECURE=1 wymaga OKIENKO_URL z adresem https://…, pod którym mieszkańcy widzą Okienko: inaczej odnośniki w listach i logowanie prowadzą donikąd.',
    homeSecure:
      'OKIENKO_URL zaczyna się od https://, więc potrzebne jest też OKIENKO_SECURE=1: inaczej ciasteczka sesji nie są chronione przez TLS.',
    smtpFrom:
      'OKIENKO_SMTP wymaga OKIENKO_MAIL_FROM, na przykład: Centrum Usług Społecznych <okienko@gmina.pl>.',
    alarmSmtp:
      'OKIENKO_ALARM_MAIL wymaga OKIENKO_SMTP: bez serwera poczty list z alarmem leżałby w pliku, którego nikt nie czyta.',
  },
  defaults: {
    none: 'brak',
    off: 'wyłączone',
    issuers: 'brak: logowanie tylko w Okienku',
    demo: '`2`, a w demonstracji wyłączone',
  },
  must: {
    port: 'podaj numer portu od 1 do 65535 (0: dowolny wolny)',
    text: 'podaj niepusty tekst',
    database: 'podaj adres w postaci postgres://konto:hasło@serwer:5432/baza',
    flag: 'podaj 1 albo 0',
    key: 'ma mieć 64 cyfry szesnastkowe, a kilka kluczy rozdziela spacja',
    proxies: 'podaj adresy IP pośredników albo „loopback”, rozdzielone przecinkami',
    smtp: 'podaj adres w postaci smtps://konto:hasło@poczta.gmina.pl albo smtp://poczta.gmina.pl:587',
    from: 'podaj adres, na przykład: Centrum Usług Społecznych <okienko@gmina.pl>',
    home: 'podaj sam adres, na przykład https://okienko.gmina.pl, bez ścieżki i ukośnika na końcu',
    count: 'podaj liczbę całkowitą większą od zera',
    hour: 'podaj pełną godzinę od 0 do 23 albo „off”',
    keep: 'podaj liczbę kopii od 2 do 1000',
    hours: 'podaj liczbę godzin od 1 do 1000',
    mails: 'podaj adresy poczty rozdzielone przecinkami',
    token: 'podaj co najmniej 24 znaki bez spacji',
    seconds: 'podaj liczbę sekund od 1 do 600',
    log: 'podaj „events” albo „requests”',
    percent: 'podaj liczbę od 1 do 90',
    sessionHours: 'podaj liczbę godzin od 1 do 24',
    idleMinutes: 'podaj liczbę minut od 5 do 1440',
    proofMinutes: 'podaj liczbę minut od 1 do 1440',
    issuers: 'podaj adresy https dostawców logowania, rozdzielone przecinkami',
    scanner: 'podaj unix:/run/clamav/clamd.ctl albo tcp://127.0.0.1:3310',
    file: 'podaj plik, który jest na tym komputerze i który konto programu może czytać',
    logTo: 'podaj tls://komputer:6514 albo, na tym samym komputerze, tcp://127.0.0.1:514',
    contact: 'podaj adres, na przykład mailto:bezpieczenstwo@gmina.pl albo https://gmina.pl/zglos-dziure',
  },
  meanings: {
    port: 'Port, na którym Okienko słucha.',
    host: 'Adres sieciowy, na którym Okienko słucha. Zostaw domyślny, gdy TLS kończy pośrednik na tym samym komputerze.',
    dataFolder:
      'Folder danych: wbudowana baza, klucz, kopie, niewysłana poczta. Względny liczy się od folderu programu.',
    databaseUrl:
      'Adres zewnętrznego PostgreSQL 15 lub nowszego. Bez niego działa wbudowana baza w folderze danych.',
    appDatabaseUrl:
      'Ta sama zewnętrzna baza, konto okienko_app z własnym hasłem: nim idą wtedy żądania, a konto z DATABASE_URL tylko zakłada i podnosi tabele. Bez niego żądania idą kontem z DATABASE_URL, które oddaje prawa roli okienko_app.',
    demonstration:
      'Demonstracja: `1` zakłada ją w pustej bazie i otwiera wejście jednym kliknięciem. Prawdziwe centrum: `0`.',
    key: 'Klucze zamiast pliku okienko.key: pierwszy zamyka, każdy otwiera.',
    secure: 'Za TLS: `1` zamyka ciasteczka w połączeniu szyfrowanym i każe przeglądarkom zawsze go używać.',
    proxies:
      'Komu wierzyć, w czyim imieniu pyta (X-Forwarded-For): adresy pośredników. Liczy się tylko z OKIENKO_SECURE=1.',
    scanner:
      'Antywirus ClamAV (clamd), który ogląda każdy przysłany plik, zanim cokolwiek się z nim stanie. Gdy nie odpowiada, plików nie przyjmujemy. Bez niego nikt ich nie ogląda.',
    logTo:
      'Dokąd, poza tym komputerem, wysyłać dziennik procesu oraz wejścia, odmowy i niebezpieczne czynności (syslog przez TLS, RFC 5425; certyfikat jest sprawdzany). W wierszach nie ma osób ani spraw. Kto przejmie ten komputer, nie przejmie śladów.',
    logCa: 'Plik PEM z urzędem certyfikacji tamtego komputera, gdy nie jest publiczny.',
    securityContact:
      'Dokąd zgłaszać dziury w zabezpieczeniach: z niego powstaje /.well-known/security.txt (RFC 9116). Bez niego pliku nie ma.',
    publicWrites: 'Ile formularzy na minutę przyjąć z jednego adresu bez konta.',
    publicReads: 'Ile stron na minutę dać jednemu adresowi bez konta.',
    accountWrites: 'Ile zmian na minutę przyjąć z jednego konta.',
    sessionHours: 'Po ilu godzinach od zalogowania trzeba zalogować się od nowa, także w trakcie pracy.',
    idleMinutes: 'Po ilu minutach bez żadnego kliknięcia sesja się kończy. Zapisane szkice czekają.',
    proofMinutes:
      'Ile minut liczy się ostatnie potwierdzenie tożsamości; starsze trzeba odnowić przed niebezpieczną czynnością.',
    issuers:
      'Dostawcy logowania (OpenID Connect), z którymi ten serwer może rozmawiać: katalog urzędu, pośrednik login.gov.pl. Centrum wybiera z tej listy.',
    smtp: 'Serwer poczty. Bez niego listy są plikami .eml w folderze danych, w podfolderze poczta.',
    mailFrom: 'Nadawca listów.',
    home: 'Adres, pod którym świat widzi Okienko: z niego powstają odnośniki w listach.',
    backupHour: 'Godzina codziennej kopii (czas polski); `off` wyłącza kopie robione przez sam serwer.',
    backupFolder: 'Folder kopii. Najlepiej na innym dysku niż dane.',
    backupKeep: 'Ile sprawdzonych kopii zostaje; starsze są usuwane.',
    backupAlarm: 'Po ilu godzinach bez sprawdzonej kopii podnieść alarm.',
    alarmMail: 'Do kogo wysyłać alarmy (administratorzy), po przecinku.',
    metricsToken:
      'Hasło do /metrics spoza tego komputera (nagłówek Authorization: Bearer …). Bez niego /metrics odpowiada tylko temu komputerowi.',
    certificate:
      'Plik PEM z certyfikatem TLS, którego koniec ma być pilnowany. Bez niego pilnowany jest certyfikat adresu OKIENKO_URL.',
    diskAlarm: 'Poniżej ilu procent wolnego dysku podnieść alarm.',
    stopSeconds: 'Ile sekund czekać przy zatrzymaniu na trwające żądania.',
    log: 'Co zapisywać w dzienniku procesu: `events` zdarzenia i błędy, `requests` także każde żądanie (bez adresów i parametrów).',
  },
} as const;
