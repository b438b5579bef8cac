import type { Activity } from './domain/activity.ts';
import { pages } from './pl-pages.ts';

const ofOkienko = (one: Omit<Activity, 'transfers' | 'retention' | 'safeguards'>): Activity => ({
  ...one,
  transfers: null,
  retention: 'według klasy wykazu akt centrum; spis i zatwierdzenie przed usunięciem',
  safeguards:
    'role i relacja do sprawy, dziennik każdego wglądu i zmiany, PESEL i numery dokumentów zamknięte kluczem poza bazą, szyfrowane kopie zapasowe',
});

const suggested: readonly Activity[] = [
  ofOkienko({
    name: 'Zgłoszenia i wnioski o usługi społeczne',
    purpose: 'przyjęcie zgłoszenia, rozpoznanie potrzeb, zakwalifikowanie albo odmowa',
    basis: 'art. 22, 35–43 i 50 ustawy o CUS; art. 6 ust. 1 lit. c i e oraz art. 9 ust. 2 RODO',
    subjects: 'osoby zgłaszające, wnioskodawcy, członkowie ich rodzin, przedstawiciele',
    dataKinds:
      'tożsamość, adres, kontakt; to, o co pyta program (art. 5 ust. 3 pkt 9), także zdrowie, gdy program je wymienia',
    recipients:
      'wykonawca usługi w zakresie swojej usługi; zespół, urząd lub jednostka po uzgodnionym przekazaniu wniosku',
  }),
  ofOkienko({
    name: 'Indywidualne plany usług społecznych',
    purpose: 'ułożenie, uzgodnienie, prowadzenie i podsumowanie planu',
    basis: 'art. 38–47 i 50 ustawy o CUS',
    subjects: 'osoby korzystające z usług',
    dataKinds: 'potrzeby, usługi, terminy, opłaty, monitorowanie',
    recipients: 'wykonawcy usług z planu, każdy tylko w swojej części',
  }),
  ofOkienko({
    name: 'Opłaty za usługi',
    purpose: 'ustalenie, pobranie, umorzenie opłat',
    basis: 'art. 43 i 44 ustawy o CUS; przepisy o rachunkowości',
    subjects: 'osoby korzystające z usług',
    dataKinds: 'kwoty, terminy, wpłaty, dane, od których zależy opłata',
    recipients: 'bank, organ egzekucyjny',
  }),
  ofOkienko({
    name: 'Konta i dziennik',
    purpose: 'kontrola tego, kto, kiedy i jakie dane widział lub zmienił',
    basis: 'art. 50 ust. 2 i 3 ustawy o CUS; § 20 rozporządzenia w sprawie KRI',
    subjects: 'pracownicy, wykonawcy, mieszkańcy z kontem',
    dataKinds: 'nazwa konta, stanowisko, czas i rodzaj czynności',
    recipients: 'inspektor ochrony danych, organy kontroli',
  }),
  ofOkienko({
    name: 'Rozeznanie potrzeb: ankiety i konsultacje',
    purpose: 'diagnoza potrzeb i potencjału społeczności',
    basis: 'art. 21 ustawy o CUS',
    subjects: 'mieszkańcy wylosowani do badania, osoby zostawiające kontakt',
    dataKinds: 'adres do zaproszenia, kontakt za zgodą; odpowiedzi bez osób',
    recipients: 'nikt; wyniki tylko jako liczby bez osób',
  }),
];

/** Words of the module. */
export const pl = {
  ...pages,
  suggested,
  refusals: {
    erased: 'Dane tej osoby usunięto po upływie czasu z wykazu akt: nie ma już czego dotyczyć żądanie.',
    later: 'Ten dzień jeszcze nie nadszedł: popraw datę.',
    past: 'Ten dzień już minął: podaj dzisiejszy albo późniejszy.',
    answered: 'To żądanie jest już zamknięte. Nowe żądanie przyjmij osobno.',
    extended: 'Termin przedłużono już raz; drugi raz nie wolno (art. 12 ust. 3 RODO).',
    tooLate: 'Miesiąc minął: przedłużyć można tylko przed jego końcem. Odpowiedz jak najszybciej.',
    restrictedAlready: 'Przetwarzanie danych tej osoby jest już ograniczone.',
    noRequest: 'Takiego żądania nie ma.',
    toldBefore: 'Osobę zawiadamia się o końcu ograniczenia po jego rozpoczęciu: popraw datę.',
    activityEnded: 'Ta czynność jest zakończona: dopisz nową.',
    versionBefore: 'Wersja nie może obowiązywać wcześniej niż poprzednia: popraw datę.',
    registerKept: 'W rejestrze już coś jest: dopisuj czynności po jednej.',
    meanwhile: 'Ktoś właśnie wydał wersję tej klauzuli. Otwórz stronę jeszcze raz, nic nie zginęło.',
    classSign: 'Symbol klasy to od 2 do 6 cyfr, na przykład 5020.',
    yearsOfA: 'Akta kategorii A zostają na zawsze: zostaw lata puste.',
    yearsMissing: 'Podaj, ile lat trzyma się te akta.',
    reviewOpen: 'Jest już otwarty spis: wykonaj go albo odłóż.',
    nothingDue: 'Nie ma akt, których czas minął. Sprawdź, czy klasy wykazu mają lata.',
    reviewClosed: 'Ten spis nie jest już do zmiany.',
    keepWhy: 'Napisz, dlaczego akta zostają.',
    expertise: 'Akta kategorii BE usuwa się po ekspertyzie archiwum: podaj jej znak.',
    expertiseOf: (n: number) =>
      `Pozycji kategorii BE bez ekspertyzy archiwum: ${n}. Uzupełnij je albo zachowaj.`,
    notApproved: 'Spis trzeba najpierw zatwierdzić.',
    noRows: 'W tym okresie nie ma spraw, z których dałoby się zrobić plik bez wskazania osób.',
  },
  commands: {
    'privacy.take-request': {
      title: 'Przyjęcie żądania w sprawie danych',
      done: 'Przyjęto żądanie. Odpowiada inspektor ochrony danych albo dyrektor, najpóźniej miesiąc od wpływu.',
    },
    'privacy.extend-request': {
      title: 'Przedłużenie odpowiedzi na żądanie',
      done: 'Przedłużono o dwa miesiące.',
    },
    'privacy.answer-request': { title: 'Zamknięcie żądania w sprawie danych', done: 'Zamknięto żądanie.' },
    'privacy.restrict': {
      title: 'Ograniczenie przetwarzania',
      done: 'Ograniczono przetwarzanie. Dane są tylko przechowywane.',
    },
    'privacy.allow-in-spite': {
      title: 'Zgoda na pracę mimo ograniczenia',
      done: 'Pozwolono mimo ograniczenia.',
    },
    'privacy.lift-restriction': {
      title: 'Koniec ograniczenia przetwarzania',
      done: 'Zakończono ograniczenie.',
    },
    'privacy.end-allowed': { title: 'Koniec zgód mimo ograniczenia', done: 'Zakończono.' },
    'privacy.enter-activity': { title: 'Wpis do rejestru czynności', done: 'Zapisano w rejestrze.' },
    'privacy.end-activity': { title: 'Zakończenie czynności w rejestrze', done: 'Zakończono czynność.' },
    'privacy.adopt-activities': {
      title: 'Wpisanie propozycji do rejestru',
      done: 'Wpisano propozycje. Przejrzyj je i zmień na swoje.',
    },
    'privacy.publish-clause': {
      title: 'Wydanie klauzuli informacyjnej',
      done: 'Wydano nową wersję klauzuli.',
    },
    'privacy.set-class': { title: 'Klasa wykazu akt', done: 'Zapisano klasę.' },
    'privacy.make-review': {
      title: 'Spis akt do usunięcia',
      done: 'Zrobiono spis. Przejrzyj każdą pozycję.',
    },
    'privacy.decide-item': { title: 'Decyzja o aktach w spisie', done: 'Zapisano decyzję.' },
    'privacy.approve-review': { title: 'Zatwierdzenie spisu akt', done: 'Zatwierdzono spis.' },
    'privacy.carry-out-review': { title: 'Usunięcie akt ze spisu', done: 'Usunięto akta ze spisu.' },
    'privacy.drop-review': { title: 'Odłożenie spisu akt', done: 'Odłożono spis. Nic nie usunięto.' },
    'privacy.home': { title: 'Przegląd ochrony danych' },
    'privacy.waiting-requests': { title: 'Ile żądań czeka' },
    'privacy.view-request': { title: 'Żądanie w sprawie danych' },
    'privacy.request-subject': { title: 'Osoba, która żąda' },
    'privacy.person-standing': { title: 'Ograniczenie przetwarzania' },
    'privacy.access-pack': { title: 'Pakiet danych dla osoby' },
    'privacy.export-statistics': { title: 'Dane do statystyki z pseudonimami' },
  },
};
