import { dateWords } from '../../law/index.ts';

/** Words of the intake half: what its verbs are called, and what a person is told when something does not go. */
export const intakeWords = {
  channels: {
    in_person: 'osobiście w okienku',
    phone: 'telefon',
    email: 'e-mail',
    web: 'strona internetowa',
    callback: 'prośba o telefon',
    letter: 'list lub e-Doręczenia',
    partner: 'partner lub instytucja',
  },
  reporterRoles: {
    self: 'osoba we własnej sprawie',
    family: 'rodzina',
    carer: 'opiekun',
    neighbour: 'sąsiad lub znajomy',
    institution: 'instytucja',
    other: 'ktoś inny',
  },
  applicantRoles: {
    person: 'osoba zainteresowana',
    statutory_representative: 'przedstawiciel ustawowy',
    factual_carer: 'opiekun faktyczny',
  },
  noteKinds: { note: 'notatka', call: 'telefon', visit: 'wizyta', meeting: 'rozmowa', letter: 'pismo' },
  declarationWays: {
    paper: 'podpis na papierze',
    electronic: 'podpis elektroniczny',
    record: 'ustnie, do protokołu w okienku',
    web: 'na stronie internetowej',
  },
  roleOfWorker: 'pracownik centrum',
  report: {
    /** After how and when to reach the person: what language they speak, when it is not Polish. */
    speaks: { uk: 'po ukraińsku', en: 'po angielsku' },
    errors: {
      phone: 'Podaj numer z 9 cyfr albo zagraniczny ze znakiem + na początku.',
      email: 'Podaj adres e-mail, na przykład anna@poczta.pl.',
      need: 'Napisz, co jest trudne, choćby jednym zdaniem.',
      gmina: 'Wybierz gminę, w której osoba mieszka.',
      foreignGmina: 'Tej gminy nasze centrum nie obsługuje. Wybierz gminę z listy.',
      unknownService: 'Tej usługi nie ma w wykazie centrum. Wybierz usługę z listy.',
      noPhone: 'Podaj numer telefonu, żebyśmy mogli zadzwonić.',
      noContact: 'Podaj numer telefonu albo adres e-mail, żebyśmy mogli odpowiedzieć.',
      bornLater: 'Ta data urodzenia jest w przyszłości. Sprawdź rok.',
    },
  },
  identify: {
    errors: {
      choose: 'Wybierz osobę z kartoteki.',
      settled: 'Osoba w tej sprawie jest już ustalona i na tym etapie jej się nie zmienia.',
    },
  },
  answer: { errors: { answer: 'Zapisz, jakiej informacji udzielono.' } },
  assign: {
    errors: {
      choose: 'Wybierz koordynatora.',
      notCoordinator: 'Ta osoba nie jest dziś koordynatorem indywidualnych planów. Wybierz kogoś z listy.',
      closed: 'Ta sprawa jest zakończona, więc nie ma już koordynatora.',
      handover: 'Plan jest w realizacji: sprawę przejmuje inny koordynator tylko przez przekazanie planów.',
    },
  },
  notes: { errors: { body: 'Napisz treść notatki.' } },
  files: {
    errors: {
      choose: 'Wybierz plik z urządzenia.',
      notBase64: 'Treść pliku podaj w Base64.',
      closed: 'Na tym etapie nie można już dołączać dokumentów. Zadzwoń do centrum.',
      tooMany: (most: number) =>
        `W tej sprawie jest już ${most} plików. Zadzwoń do centrum, jeśli trzeba dołączyć kolejny.`,
      cameInFuture: 'Ten dzień jeszcze nie nadszedł. Podaj dzień, w którym pismo przyszło.',
      same: 'Ten plik już jest w sprawie. Nie trzeba dołączać go drugi raz.',
    },
  },
  application: {
    errors: {
      yesNo: 'Wybierz „tak” albo „nie”.',
      choice: 'Wybierz jedną z możliwości.',
      notOnWhitelist: (field: string) =>
        `Program nie wymienia danych „${field}” wśród potrzebnych do kwalifikowania, więc nie wolno o nie pytać. Usuń tę odpowiedź.`,
      relief: 'Program nie przewiduje takiej ulgi. Wybierz ulgę z listy.',
      document: 'Program nie wymienia takiego dokumentu. Wybierz dokument z listy.',
      declaration: 'Bez tego oświadczenia wniosku nie można złożyć.',
      clause: 'Oświadczenie musi zawierać klauzulę z ustawy słowo w słowo. Otwórz formularz ponownie.',
      declarationChanged:
        'Treść oświadczenia zmieniła się po otwarciu formularza. Przeczytaj ją i zaznacz jeszcze raz.',
      undeclared:
        'Przy uzupełnieniu nie można dopisać ulgi ani zmienić wnioskodawcy: potrzebne jest oświadczenie z klauzulą o odpowiedzialności karnej. Przyjmij je w nowym wniosku; to, co wpisano, zostaje.',
      needed: 'Bez tego nie będziemy wiedzieć, komu i gdzie odpowiedzieć.',
      reach: 'Podaj numer telefonu albo adres e-mail, żebyśmy mogli odpowiedzieć.',
      applicant: 'Podaj imię i nazwisko osoby, która składa wniosek.',
      information: 'Zaznacz, że osoba, która składa wniosek, zna informację o danych osobowych.',
      notInForce: 'Ten program dziś nie obowiązuje. Wybierz program, który jest w mocy.',
      otherGmina: 'Ten program działa w innej gminie. Wybierz program gminy, w której osoba mieszka.',
      noService: 'Wybierz co najmniej jedną usługę.',
      notInProgramme:
        'Wybrana usługa nie należy do tego programu. Wybierz usługi z jednego programu albo usługę z odrębnej ustawy.',
      sent: 'Ten wniosek jest już złożony. Zmiany zapisuje się jako uzupełnienie.',
      receivedLater: 'Data wpływu nie może być późniejsza niż dziś.',
      gone: 'Ten szkic wniosku już nie istnieje: minęło 30 dni albo wniosek został wysłany.',
    },
    declarations: {
      own: {
        conditions: (programme: string) =>
          `Oświadczam, że spełniam warunki korzystania z usług społecznych, które określa program: ${programme}.`,
        relief: (relief: string) => `Oświadczam, że przysługuje mi ulga: ${relief}.`,
      },
      for: {
        conditions: (programme: string) =>
          `Oświadczam, że osoba, której dotyczy wniosek, spełnia warunki korzystania z usług społecznych, które określa program: ${programme}.`,
        relief: (relief: string) =>
          `Oświadczam, że osobie, której dotyczy wniosek, przysługuje ulga: ${relief}.`,
      },
    },
  },
  call: {
    errors: {
      nothing: 'Zaznacz albo zapisz, czego brakuje we wniosku.',
      tooShort: (least: number) =>
        `Na uzupełnienie trzeba dać co najmniej ${least} dni od doręczenia. Podaj dłuższy czas.`,
      notWaiting: 'Ta sprawa nie czeka na doręczenie wezwania.',
      deliveredOn: 'Podaj dzień doręczenia: nie wcześniejszy niż wniosek i nie późniejszy niż dziś.',
    },
  },
  complete: { errors: { words: 'Zapisz, co uzupełniono.' } },
  leave: {
    defaultReason: 'Wniosku nie uzupełniono w wyznaczonym terminie.',
    errors: {
      notDelivered:
        'Nie zapisano, kiedy doręczono wezwanie. Bez tego termin nie biegnie i wniosku nie można pozostawić bez rozpoznania.',
      stillTime: (until: string) =>
        `Na uzupełnienie jest czas do ${dateWords(until)} włącznie. Do tego dnia trzeba czekać.`,
    },
  },
  withdraw: { defaultReason: 'Wycofano na prośbę wnioskodawcy.' },
  recognition: {
    errors: {
      personUnknown: 'Nie wiadomo jeszcze, kogo z kartoteki dotyczy wniosek. Najpierw wskaż osobę w sprawie.',
    },
  },
  code: {
    errors: {
      noBirthDate: 'Kod działa razem z datą urodzenia, a tej nie znamy. Uzupełnij ją w kartotece osoby.',
    },
  },
  commands: {
    'casework.take-report': { title: 'Przyjęcie zgłoszenia potrzeby', done: 'Zgłoszenie zapisane.' },
    'casework.identify-person': { title: 'Wskazanie osoby w sprawie', done: 'Sprawa ma już swoją osobę.' },
    'casework.answer-report': {
      title: 'Udzielenie informacji',
      done: 'Zapisano odpowiedź, zgłoszenie zamknięte.',
    },
    'casework.assign': { title: 'Przydzielenie koordynatora', done: 'Sprawa ma koordynatora.' },
    'casework.start-application': {
      title: 'Rozpoczęcie wniosku',
      done: 'Wniosek rozpoczęty. Dane ze zgłoszenia są już w sprawie.',
    },
    'casework.save-application-draft': { title: 'Zapisanie szkicu wniosku', done: 'Szkic wniosku zapisany.' },
    'casework.submit-application': {
      title: 'Złożenie wniosku',
      done: 'Wniosek zarejestrowany. Termin na plan biegnie, potwierdzenie przyjęcia jest wśród pism.',
    },
    'casework.call-to-complete': {
      title: 'Wezwanie do uzupełnienia',
      done: 'Wezwanie jest wśród pism sprawy.',
    },
    'casework.record-call-delivered': {
      title: 'Doręczenie wezwania',
      done: 'Zapisano doręczenie. Termin na uzupełnienie biegnie.',
    },
    'casework.complete-application': { title: 'Uzupełnienie wniosku', done: 'Wniosek uzupełniony.' },
    'casework.leave-unconsidered': {
      title: 'Pozostawienie bez rozpoznania',
      done: 'Wniosek pozostawiono bez rozpoznania.',
    },
    'casework.withdraw': { title: 'Wycofanie', done: 'Sprawa wycofana, terminy zatrzymane.' },
    'casework.start-recognition': {
      title: 'Rozpoczęcie rozpoznania',
      done: 'Wniosek sprawdzony. Można umówić rozmowę.',
    },
    'casework.add-note': { title: 'Notatka', done: 'Notatka dodana.' },
    'casework.attach-file': { title: 'Dołączenie pliku', done: 'Plik dołączony.' },
    'casework.renew-code': { title: 'Nowy kod sprawy', done: 'Nowy kod sprawy działa, poprzedni przestał.' },
    'casework.start-web-application': {
      title: 'Rozpoczęcie wniosku na stronie',
      done: 'Wniosek rozpoczęty.',
    },
    'casework.keep-web-step': { title: 'Zapisanie kroku wniosku', done: 'Zapisane.' },
    'casework.send-application': { title: 'Złożenie wniosku na stronie', done: 'Wniosek złożony.' },
    'casework.follow-case': { title: 'Sprawdzenie sprawy kodem', done: 'To jest Twoja sprawa.' },
    'casework.view-case': { title: 'Wgląd w sprawę' },
    'casework.view-assessment': { title: 'Wgląd w rozpoznanie potrzeb' },
    'casework.view-protocols': { title: 'Wgląd w protokoły rozpoznania' },
    'casework.view-outcome': { title: 'Wgląd w rozstrzygnięcie' },
    'casework.view-transfer': { title: 'Wgląd w przekazanie wniosku' },
    'casework.received-transfers': { title: 'Lista przekazanych wniosków' },
    'casework.view-decisions': { title: 'Wgląd w decyzje' },
    'casework.view-fees': { title: 'Wgląd w opłaty' },
    'casework.list-cases': { title: 'Lista spraw' },
    'casework.person-file': { title: 'Wgląd w sprawy osoby' },
    'casework.read-attachment': { title: 'Pobranie pliku sprawy' },
    'casework.person-for-case': { title: 'Wybór osoby do sprawy' },
    'casework.application-form': { title: 'Wgląd we wniosek' },
    'casework.case-status': { title: 'Sprawdzenie stanu sprawy przez mieszkańca' },
  },
};
