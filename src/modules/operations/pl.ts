import type { AlarmName } from './domain/alarms.ts';

const days = (count: number): string => (count === 1 ? '1 dzień' : `${count} dni`);
const hours = (count: number): string => (count < 72 ? `${count} godz.` : days(Math.floor(count / 24)));

interface AlarmWords {
  title(of: number | string | null): string;
  todo: string;
}

/** Words of the operations page, of the alarms and of the letters that tell them. */
export const pl = {
  commands: {
    'operations.view': { title: 'Stan systemu' },
    'operations.retry-mail': {
      title: 'Ponowienie wysyłki',
      done: 'Wysyłka ruszyła od nowa. Za minutę zobaczysz, co doszło.',
    },
    'operations.back-up': {
      title: 'Kopia na żądanie',
      done: 'Kopia zamówiona. Serwer zacznie ją w ciągu minuty i sprawdzi próbnym odtworzeniem.',
    },
    'operations.exports': { title: 'Komplet danych centrum' },
    'operations.ask-export': {
      title: 'Zamówienie kompletu danych centrum',
      done: 'Komplet danych zamówiony. Serwer zacznie go składać w ciągu 10 sekund; możesz pracować dalej.',
    },
    'operations.discard-export': {
      title: 'Zniszczenie kompletu danych centrum',
      done: 'Plik znika z serwera w ciągu 10 sekund. Dane centrum są nietknięte.',
    },
    'operations.take-export': { title: 'Pobranie kompletu danych centrum' },
    // Done from the command line: they stand in the journal only.
    'operations.import-centre': { title: 'Przyjęcie centrum z innej instalacji (wiersz poleceń)' },
    'operations.export-centre': { title: 'Wydanie wszystkich danych centrum (wiersz poleceń)' },
    'operations.rotate-keys': { title: 'Zmiana klucza, którym zamknięto dane' },
    'operations.drop-keys': { title: 'Usunięcie starego klucza' },
  },
  refusals: {
    nothingFailed: 'Nic nie czeka po nieudanej próbie, więc nie ma czego ponawiać. Niczego nie zmieniono.',
    exportWaits: 'Komplet danych jest już zamówiony: poczekaj, aż się skończy. Niczego nie zmieniono.',
    exportGone: 'Tego pliku już nie ma albo jeszcze się nie złożył. Niczego nie zmieniono.',
    backupWaits: 'Kopia jest już zamówiona: poczekaj, aż się skończy. Niczego nie zmieniono.',
  },
  current: 'operations',
  title: 'Stan systemu',
  lead: 'Serwery, kopie, poczta i praca, którą Okienko robi samo.',
  fine: 'Wszystko działa',
  fineText: (backup: string | null) =>
    backup === null
      ? 'Nic nie wymaga działania.'
      : `Nic nie wymaga działania. Ostatnia sprawdzona kopia: ${backup}.`,
  act: (count: number) =>
    count === 1 ? 'Jedna rzecz wymaga działania' : `Rzeczy, które wymagają działania: ${count}`,
  whatToDo: 'Co zrobić',
  know: 'Warto wiedzieć',
  runbook: 'Każdy alarm krok po kroku opisuje podręcznik operatora (docs/runbook/alarmy.md).',
  alarms: {
    'backup-old': {
      title: (of) =>
        of === null ? 'Nie ma żadnej sprawdzonej kopii' : `Ostatnia sprawdzona kopia ma ${hours(Number(of))}`,
      todo: 'Kliknij „Zrób kopię teraz”. Jeśli się nie uda, sprawdź miejsce na dysku i folder kopii.',
    },
    'backup-failed': {
      title: () => 'Ostatnia kopia się nie udała',
      todo: 'Sprawdź miejsce na dysku i prawa do folderu kopii, potem kliknij „Zrób kopię teraz”. Serwer sam próbuje co kilkanaście minut.',
    },
    'backup-untried': {
      title: () => 'Kopia jest, ale nikt jej nie sprawdził',
      todo: 'Konto bazy nie może założyć bazy do próby: nadaj mu CREATEDB albo odtwórz kopię na innym komputerze.',
    },
    'disk-low': {
      title: (of) => `Na dysku zostało ${of ?? 'mało'}% miejsca`,
      todo: 'Zwolnij miejsce albo powiększ dysk. Bez miejsca baza przestanie przyjmować zmiany.',
    },
    'certificate-ends': {
      title: (of) =>
        Number(of) < 0 ? 'Certyfikat TLS wygasł' : `Certyfikat TLS kończy się za ${days(Number(of))}`,
      todo: 'Odnów certyfikat w pośredniku (nginx, Caddy) i przeładuj go. Po tym dniu przeglądarki nie wpuszczą nikogo.',
    },
    'certificate-unknown': {
      title: () => 'Nie wiadomo, kiedy kończy się certyfikat TLS',
      todo: 'Sprawdź, czy plik z OKIENKO_TLS_CERT da się odczytać, a bez niego: czy adres z OKIENKO_URL odpowiada z tego serwera.',
    },
    'mail-stuck': {
      title: (of) => `Poczta stoi: listów po nieudanej próbie ${of ?? ''}`,
      todo: 'Sprawdź serwer poczty i jego hasło (OKIENKO_SMTP), potem kliknij „Ponów wysyłkę”.',
    },
    'mail-files': {
      title: () => 'Poczta nie wychodzi: listy są plikami',
      todo: 'Podaj serwer poczty w OKIENKO_SMTP albo przekazuj pliki .eml z folderu poczta ręcznie.',
    },
    'daily-failing': {
      title: (of) => `Codzienne zadania, które się dziś nie udały: ${of ?? ''}`,
      todo: 'Serwer ponawia je sam aż do północy. Gdy jutro powtórzy się to samo, poszukaj numeru zdarzenia w dzienniku serwera.',
    },
    'server-gone': {
      title: (of) => `Serwer ${of ?? ''} zamilkł`,
      todo: 'Sprawdź, czy proces działa (systemctl status okienko) i co zapisał w dzienniku jako ostatnie.',
    },
    'servers-differ': {
      title: () => 'Serwery mają różne wydania',
      todo: 'Dokończ aktualizację na wszystkich serwerach.',
    },
    'schema-behind': {
      title: () => 'Baza jest starsza niż program',
      todo: 'Uruchom „npm run okienko -- migrate” na koncie właściciela bazy i uruchom serwer ponownie.',
    },
  } satisfies Record<AlarmName, AlarmWords> as Record<AlarmName, AlarmWords>,
  backups: {
    title: 'Kopie',
    now: 'Zrób kopię teraz',
    schedule: (hour: number) => `Codziennie o ${hour}:00`,
    noSchedule: 'Serwer nie robi ich sam. Godzinę podaje się w ustawieniu OKIENKO_BACKUP_HOUR.',
    lastGood: 'Ostatnia sprawdzona',
    none: 'jeszcze żadnej',
    caption: 'Ostatnie kopie',
    plan: 'Kopie codzienne',
    when: 'Kiedy',
    who: 'Skąd',
    size: 'Rozmiar',
    rows: 'Zapisy',
    result: 'Wynik',
    sources: { schedule: 'codzienna', page: 'na żądanie', command: 'z wiersza poleceń' },
    states: {
      waiting: 'czeka',
      running: 'w toku',
      good: 'sprawdzona',
      untried: 'niesprawdzona',
      failed: 'nieudana',
    },
    removed: 'plik usunięty: są nowsze',
    empty: 'Nie było jeszcze żadnej kopii.',
  },
  mail: {
    title: 'Poczta i dokumenty w kolejce',
    retry: 'Ponów wysyłkę',
    waiting: 'Czeka',
    oldest: 'Najstarsza od',
    failing: 'Po nieudanej próbie',
    givenUp: 'Porzucone po wielu próbach',
    empty: 'nic',
    caption: 'Po nieudanej próbie',
    kind: 'Rodzaj',
    since: 'Od kiedy',
    tries: 'Prób',
    next: 'Następna próba',
    kinds: {
      'directory.send-link': 'list do wykonawcy',
      'records.render': 'wydruk dokumentu',
      'access.notice': 'powiadomienie o zmianie na koncie',
      'access.opened-notice': 'zawiadomienie o otwarciu z konieczności',
      'casework.tell-unmet': 'wpis do niezaspokojonych potrzeb',
    } as Record<string, string>,
    other: 'inna wiadomość',
  },
  daily: {
    title: 'Codzienne zadania',
    done: 'Zrobione dziś',
    failing: 'Nieudane dziś',
    last: 'Ostatnie skończone',
    none: 'brak',
  },
  servers: {
    title: 'Serwery',
    caption: 'Serwery, które działają albo niedawno działały',
    address: 'Serwer',
    state: 'Stan',
    version: 'Wydanie',
    since: 'Działa od',
    load: 'Zwłoka',
    memory: 'Pamięć',
    states: { lives: 'działa', gone: 'zamilkł', ended: 'zatrzymany' },
    node: (version: string) => `Node ${version}`,
    ms: (value: string) => `${value} ms`,
    none: 'Żaden serwer jeszcze się nie zgłosił.',
  },
  base: {
    title: 'Baza i dysk',
    database: 'Baza',
    kinds: { embedded: 'wbudowana', external: 'zewnętrzna' },
    version: (kind: string, version: string) => `PostgreSQL ${version}, ${kind}`,
    size: 'Rozmiar bazy',
    migrations: 'Migracje',
    migrationsOf: (count: number, own: number | undefined) =>
      own === undefined || own === count ? `${count}` : `${count} w bazie, ${own} w programie`,
    disk: 'Wolne miejsce',
    diskOf: (free: string, total: string, percent: number) => `${free} z ${total} (${percent}%)`,
    certificate: 'Certyfikat TLS do',
    noCertificate: 'nie jest pilnowany',
    unknown: 'nie da się odczytać',
    mail: 'Poczta',
    mailKinds: { server: 'wychodzi przez serwer poczty', files: 'zapisywana w plikach' },
  },
  fresh: (moment: string) => `Stan z ${moment}. Serwery zgłaszają się co 15 sekund.`,
  exports: {
    title: 'Komplet danych centrum',
    lead: (hours: number) =>
      `Wszystko, co centrum ma w Okienku, w jednym pliku ZIP w otwartych postaciach: na własny użytek albo dla innej instalacji. Plik czeka ${hours} godziny, potem znika.`,
    ask: 'Złóż komplet danych',
    notYours: 'Zamawia i pobiera dyrektor. Administrator widzi, co leży na serwerze, i może to zniszczyć.',
    empty: 'Nikt jeszcze nie zamówił kompletu danych',
    emptyHow:
      'Kliknij „Złóż komplet danych”. W pliku będą dane wszystkich osób, także numery PESEL i adresy chronione, oraz klucz do nich: przekazuj go tylko zaszyfrowany.',
    emptyNotYours: 'Gdy dyrektor go zamówi, zobaczysz tu, ile zajmuje i do kiedy leży.',
    of: (when: string) => `Komplet z ${when}`,
    states: {
      waiting: 'czeka',
      running: 'składa się',
      ready: 'do pobrania',
      failed: 'nie powiódł się',
      gone: 'usunięty',
    },
    asked: 'Zamówiony',
    progress: 'Zrobione',
    percent: (percent: number) => `${percent}%`,
    size: 'Rozmiar',
    sizeOf: (size: string, rows: string) => `${size}, wierszy: ${rows}`,
    until: 'Leży do',
    removed: 'Usunięty',
    sha256: 'SHA-256',
    reason: 'Dlaczego',
    reasonOf: (code: string) =>
      code === 'createdb'
        ? 'Konto bazy nie może założyć osobnej bazy: administrator bazy nadaje mu CREATEDB.'
        : code === 'ENOSPC'
          ? 'Brak miejsca na dysku. Dane centrum są nietknięte.'
          : `Kod ${code}: szukaj w dzienniku procesu „export.failed”. Dane centrum są nietknięte; zamów jeszcze raz.`,
    look: 'Sprawdź, jak daleko',
    take: 'Pobierz plik ZIP',
    discard: 'Zniszcz plik',
  },
  letter: {
    subject: (count: number) => `Okienko: alarmy (${count})`,
    hello: 'Okienko zgłasza, że coś wymaga działania:',
    more: (address: string) => `Stan systemu: ${address}/praca/stan`,
    again: 'Ten list przychodzi raz na dobę, dopóki alarm trwa.',
  },
} as const;
