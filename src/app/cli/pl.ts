/** Words of the command line. */
export const pl = {
  port: {
    used: (port: number) =>
      `Port ${port} jest zajęty: zatrzymaj tamten program albo podaj inny port w zmiennej PORT.`,
    rights: (port: number) =>
      `Port ${port} jest zastrzeżony dla administratora: podaj w zmiennej PORT numer od 1024.`,
    host: (host: string) => `Ten komputer nie ma adresu ${host}: popraw zmienną HOST.`,
  },
  keys: {
    missing: (file: string) =>
      `Brakuje klucza ${file}, którym zamknięto tajne dane w tej bazie: przywróć ten plik z kopii albo podaj klucz w zmiennej OKIENKO_KEY. Niczego nie zmieniono.`,
    wrong: (where: string) =>
      `Klucz (${where}) nie otwiera tajnych danych tej bazy: podaj ten, z którym ją założono. Niczego nie zmieniono.`,
    malformed: (where: string) =>
      `To nie jest klucz (${where}): ma mieć 64 cyfry szesnastkowe, a kilka kluczy rozdziela spacja albo nowy wiersz.`,
    rights: (file: string) =>
      `Nie mogę odczytać ani założyć klucza ${file}: zmień uprawnienia albo podaj klucz w zmiennej OKIENKO_KEY.`,
    sealing: (store: string, rows: number) => `Zamykam kluczem: ${store}, wierszy ${rows}.`,
    usage: 'Podaj, co zrobić z kluczami: keys list, keys rotate albo keys drop.',
    key: (id: string, today: boolean, values: number) =>
      `Klucz ${id}${today ? ' (bieżący)' : ''}: zamkniętych wartości ${values}.`,
    added: (file: string) =>
      `Nowy klucz stoi pierwszy w ${file}. Działający serwer czyta go w ciągu sekundy.`,
    goingOn: 'Zmiana klucza była przerwana: prowadzę ją dalej.',
    fromVariable:
      'Klucze podajesz w zmiennej OKIENKO_KEY: wpisz nowy (64 cyfry szesnastkowe, na przykład „openssl rand -hex 32”) przed starym, rozdziel spacją, uruchom serwery ponownie i powtórz polecenie. Niczego nie zmieniono.',
    left: (columns: string) =>
      `Część wartości nadal zamyka stary klucz (${columns}): powtórz „keys rotate”. Nic nie zginęło.`,
    rotated: (id: string) =>
      `Wszystko zamyka już klucz ${id}. Stare klucze usuniesz poleceniem „keys drop”; kopie zapasowe sprzed zmiany otworzy tylko stary klucz.`,
    nothingToDrop: 'Jest tylko jeden klucz: nie ma czego usuwać.',
    dropFirst: 'Najpierw „keys rotate”: bieżący klucz nie zamyka jeszcze wszystkiego. Niczego nie zmieniono.',
    dropped: (file: string) =>
      `Stary klucz odłożony do ${file}. Przenieś go tam, gdzie trzymasz stare kopie zapasowe, a gdy kopie znikną, zniszcz go.`,
    actor: 'wiersz poleceń',
    dropVariable: 'Baza nie potrzebuje już starych kluczy: usuń je ze zmiennej OKIENKO_KEY.',
  },
  start: {
    address: (url: string) => `Okienko działa: ${url}`,
    accounts: 'Konta demonstracyjne (wejście jednym kliknięciem, bez hasła):',
    centre: (name: string, url: string) => `\n${name}: ${url}`,
    persona: (name: string, position: string, words: string) => `  ${name}, ${position}. ${words}`,
    stop: '\nZatrzymanie: Ctrl+C. Dane zostają.',
    size: 'Podaj liczbę osób demonstracji, na przykład: --size 300 (najwyżej 100000).',
    demonstrationThere:
      'W tej bazie jest demonstracja, a OKIENKO_DEMO=0 zamyka jej drzwi: wskaż inny folder w OKIENKO_DATA albo inną bazę w DATABASE_URL.',
    empty:
      '\nNie ma jeszcze żadnego centrum. Dodaj je poleceniem „npm run okienko -- add-centre”, a pierwszego administratora poleceniem „npm run okienko -- add-administrator <centrum> <login>”.',
  },
  importAnswers: {
    usage: `Podaj centrum, adres ankiety i plik, na przykład:
  npm run okienko -- import-answers jarocin potrzeby-2026 odpowiedzi.csv --mode paper --day 2026-11-20

Sposoby (--mode): web, interviewer, telephone, paper. Bez --day: dzisiaj. --without-faulty zapisuje plik bez wierszy z błędami.
Wzór pliku jest na stronie ankiety: „Ankiety z pliku”.`,
    noCentre: (slug: string) => `Nie ma centrum „${slug}” w tej bazie.`,
    noSurvey: (slug: string) => `To centrum nie ma ankiety „${slug}”.`,
    noFile: (file: string) => `Nie mogę odczytać pliku ${file}: sprawdź nazwę i uprawnienia.`,
    fault: (row: number, at: string, words: string, value: string) =>
      `  wiersz ${row}${at === '' ? '' : `, ${at}`}: ${words}${value === '' ? '' : ` („${value}”)`}`,
    done: (added: number, seconds: string) => `Zapisane ankiety: ${added} (${seconds} s).`,
    actor: 'wiersz poleceń',
  },
  backup: {
    table: (name: string, rows: number) => `  ${name}: ${rows}`,
    made: (file: string, size: string, rows: number, tables: number) =>
      `Kopia zapisana: ${file} (${size}, wierszy: ${rows}, tabel: ${tables}).`,
    key: (where: string) =>
      `Kopię otwiera tylko klucz tej instalacji (${where}). Trzymaj go osobno: bez klucza kopia jest bezużyteczna.`,
    trying: 'Próba odtworzenia w osobnej bazie...',
    tried: (rows: number, centres: number) =>
      `Próba udana: wierszy ${rows}, tyle co w kopii; klucze obce sprawdzone; całe łańcuchy dziennika: ${centres}.`,
    noTrial:
      'Kopia jest zapisana, ale próby odtworzenia nie było: konto bazy nie może założyć osobnej bazy (CREATEDB). Odtwórz kopię na innym komputerze, zanim jej zaufasz.',
    failed: (file: string) =>
      `Kopii nie zapisano (${file}): sprawdź miejsce na dysku i uprawnienia folderu albo wskaż inny plik. Dane centrum są nietknięte.`,
    there: (file: string) => `Plik ${file} już jest: podaj inną nazwę. Niczego nie nadpisano.`,
  },
  restore: {
    usage:
      'Podaj plik kopii i wskaż pustą bazę (nowy folder w OKIENKO_DATA albo DATABASE_URL), na przykład:\n  OKIENKO_DATA=/var/lib/okienko-nowe npm run restore -- okienko-2026-11-22.kopia',
    noFile: (file: string) => `Nie mogę odczytać pliku ${file}: sprawdź nazwę i uprawnienia.`,
    noKey: (where: string) =>
      `Nie ma klucza, którym zamknięto kopię: zapisz go w pliku ${where} albo podaj w zmiennej OKIENKO_KEY. Niczego nie zmieniono.`,
    notEmpty:
      'W tej bazie są już dane: odtwarzam tylko do pustej. Wskaż nowy folder w OKIENKO_DATA albo pustą bazę w DATABASE_URL. Niczego nie zmieniono.',
    release:
      'Kopię zrobiło wcześniejsze wydanie Okienka, a ta baza jest już w nowym układzie: wskaż nowy folder w OKIENKO_DATA albo pustą bazę w DATABASE_URL. Niczego nie zmieniono.',
    unknown:
      'Kopię zrobiło nowsze albo zmienione wydanie Okienka: odtwórz ją tamtym wydaniem. Niczego nie zmieniono.',
    brought: (count: number) => `Baza podniesiona do tego wydania (migracji: ${count}).`,
    faults: {
      form: 'To nie jest kopia Okienka: sprawdź, czy wskazujesz właściwy plik. Niczego nie zmieniono.',
      key: 'Kopię zamknięto innym kluczem niż ten, który tu jest: podaj klucz instalacji, z której pochodzi. Po „keys drop” stary klucz leży w pliku okienko.key.<numer> tam, dokąd go przeniesiono: wpisz go w drugim wierszu pliku klucza. Niczego nie zmieniono.',
      changed:
        'Plik kopii został zmieniony albo uszkodzony: weź inny egzemplarz. Baza jest taka jak przed odtwarzaniem.',
      cut: 'Plik kopii jest ucięty: weź inny egzemplarz. Baza jest taka jak przed odtwarzaniem.',
      content:
        'Zawartość kopii nie zgadza się z jej sumami albo z dziennikiem: weź inny egzemplarz. Baza jest taka jak przed odtwarzaniem.',
    },
    done: (rows: number, madeAt: string) =>
      `Odtworzono wierszy: ${rows}, tyle co w kopii z ${madeAt}. Klucze obce i łańcuchy dziennika sprawdzone.`,
    next: 'Uruchom teraz „npm start”.',
  },
  leave: {
    usageExport:
      'Podaj centrum i nowy plik, na przykład:\n  npm run okienko -- export-centre jarocin /mnt/jarocin-odchodzi.zip',
    usageImport: 'Podaj plik, na przykład:\n  npm run okienko -- import-centre /mnt/jarocin-odchodzi.zip',
    there: (file: string) => `Plik ${file} już jest: podaj inną nazwę. Niczego nie nadpisano.`,
    noCentre: (slug: string) => `Nie ma centrum „${slug}” w tej bazie.`,
    noFile: (file: string) => `Nie mogę odczytać ${file} jako archiwum ZIP: sprawdź nazwę i uprawnienia.`,
    rights: 'Konto bazy nie może założyć osobnej bazy: nadaj mu CREATEDB. Niczego nie zapisano.',
    failed: (file: string) =>
      `Nie zapisano ${file}: sprawdź miejsce na dysku i uprawnienia folderu albo wskaż inny plik. Dane centrum są nietknięte.`,
    running:
      'Na tej bazie pracuje serwer: zatrzymaj wszystkie (systemctl stop okienko) i powtórz; po nagłej śmierci serwera poczekaj 2 minuty. Niczego nie zmieniono.',
    exported: (slug: string, file: string, rows: number) =>
      `Centrum ${slug} zapisane w ${file}, wierszy: ${rows}. Po rozpakowaniu sprawdza się je poleceniem: sha256sum -c SHA256SUMS.`,
    careful:
      'W pliku są dane osób i klucz do nich, niczym niezamknięte: przekaż go zaszyfrowany i zniszcz kopie, gdy drugie miejsce potwierdzi sumy.',
    changed: (what: string) =>
      `Plik nie jest taki, jak go zapisano (${what}): przekaż go jeszcze raz. Baza jest taka jak przedtem.`,
    cannot: {
      notEmpty: 'Ta baza nie jest pusta. Niczego nie zmieniono.',
      there: 'To centrum (albo centrum o tym samym adresie) już tu jest. Niczego nie zmieniono.',
      mixed: 'Demonstracja i prawdziwe centrum nie stoją w jednej bazie: wskaż inną. Niczego nie zmieniono.',
      release:
        'Plik zapisało inne wydanie Okienka: zainstaluj tu to samo wydanie, przyjmij, potem podnieś. Niczego nie zmieniono.',
      unknown: 'Plik zapisało inne wydanie Okienka. Niczego nie zmieniono.',
    },
    imported: (slug: string, rows: number) =>
      `Przyjęto centrum ${slug}, wierszy: ${rows}. Liczby i sumy są te same, klucze obce i łańcuch dziennika sprawdzone, tajne wartości zamknięte kluczem tej instalacji.`,
    actor: 'wiersz poleceń',
    leaves: 'operations.export-centre',
    arrives: 'operations.import-centre',
  },
  verifyAudit: {
    whole: (slug: string, entries: number, hash: string) =>
      `${slug}: łańcuch cały, liczba wpisów: ${entries}, ostatni skrót: ${hash}`,
    broken: (slug: string, entry: number) =>
      `${slug}: łańcuch przerwany, pierwsze zerwane ogniwo to wpis nr ${entry}`,
  },
  addCentre: {
    usage: `Podaj dane centrum, na przykład:
  npm run okienko -- add-centre --slug jarocin --name "Centrum Usług Społecznych w Jarocinie" --place Jarocin \\
    --form transformed --gmina "3006023;Jarocin;jarociński;wielkopolskie" --since 2021-11-01 \\
    --cell CUS --case-class 5020 --plan-class 5021 --decision-class 5022 \\
    --address "ul. Kościuszki 16" --address "63-200 Jarocin"

Formy (--form): transformed (przekształcony OPS), agreement (porozumienie gmin), cityTransformed, cityNew (miasta powyżej 100 000).
Gmina (--gmina, tyle razy, ile gmin): kod TERYT;nazwa;powiat;województwo.
Znaki spraw: --cell symbol komórki i klasy JRWA z własnego wykazu akt centrum.
Można dodać: --phone, --email, --hours (godziny otwarcia okienka), --web, --bank-account, --agreement (dla porozumienia), --appeal-board (nazwa kolegium w dopełniaczu).`,
    missing: (option: string) =>
      `Brakuje --${option}. Wywołaj „add-centre” bez opcji, żeby zobaczyć przykład.`,
    unknown: (option: string) =>
      `Nie rozumiem opcji ${option}. Wywołaj „add-centre” bez opcji, żeby zobaczyć przykład.`,
    form: (value: string, known: readonly string[]) =>
      `--form ${value}: nie ma takiej formy. Są: ${known.join(', ')}.`,
    slug: 'Nazwa w adresie (--slug) składa się z małych liter bez ogonków, cyfr i łączników.',
    gmina: (value: string) =>
      `--gmina „${value}”: podaj siedmiocyfrowy kod TERYT, nazwę, powiat i województwo, rozdzielone średnikami.`,
    since: 'Dzień utworzenia (--since) podaj w postaci RRRR-MM-DD.',
    class: 'Klasa JRWA (--case-class, --plan-class, --decision-class) składa się z cyfr, na przykład 5020.',
    cell: 'Symbol komórki (--cell) składa się z liter, cyfr, kropek i łączników, na przykład CUS.',
    reserved: (slug: string) => `Adres „${slug}” jest zajęty przez program: wybierz inną nazwę (--slug).`,
    taken: (slug: string) => `Centrum „${slug}” już jest w tej bazie.`,
    demonstration:
      'W tej bazie jest demonstracja: prawdziwe centrum załóż w osobnej bazie (zmienna OKIENKO_DATA albo DATABASE_URL).',
    agreement:
      'Porozumienie zawierają co najmniej 2 gminy: podaj --gmina tyle razy, ile jest gmin (art. 8–17 ustawy o CUS).',
    done: (name: string, slug: string) => `Dodano: ${name} (adres: /${slug}).`,
    check: 'Program nie zna uchwały. Sprawdź, czy centrum spełnia jej warunki:',
    scope: (words: string, basis: string) => `  – ${words} (${basis})`,
    next: (slug: string) =>
      `Teraz pierwszy administrator: npm run okienko -- add-administrator ${slug} <login>. Potem: OKIENKO_DEMO=0 npm start.`,
    actor: 'wiersz poleceń',
    action: 'Dodanie centrum',
  },
} as const;
