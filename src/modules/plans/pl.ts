/** Words of plans that commands, queries and documents share; pages keep theirs in pl-pages.ts, letters in pl-documents.ts. */
export const planWords = {
  states: {
    draft: 'projekt',
    agreed: 'uzgodniony',
    returned: 'zwrócony',
    approved: 'zatwierdzony',
    running: 'w realizacji',
    superseded: 'zastąpiony',
    ended: 'zakończony',
    resigned: 'rezygnacja',
    summarised: 'podsumowany',
    abandoned: 'zaniechany',
  },
  days: ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  units: { hour: 'godz.', visit: 'wizyt', day: 'dni', month: 'mies.', item: 'szt.' } as Record<
    string,
    string
  >,
  unitForms: {
    visit: ['wizyta', 'wizyty', 'wizyt'],
    day: ['dzień', 'dni', 'dni'],
  } as Record<string, readonly [string, string, string]>,
  free: 'bezpłatnie',
  feeNotSaid: 'Program nie mówi o opłacie za tę usługę, więc jej nie ma (art. 43 ust. 1 ustawy o CUS).',
  needFromCase: 'zgłoszona w sprawie',
  updateKinds: {
    needs: 'zmiana potrzeb',
    programme: 'nowy lub zmieniony program',
    other: 'inna przyczyna',
  },
  endings: {
    period: 'minął okres planu',
    services: 'usługi zostały wykonane',
    other: 'inna przyczyna',
    resignation: 'rezygnacja',
  },
  outcomes: {
    achieved: 'osiągnięto to, czego oczekiwano',
    partly: 'osiągnięto częściowo',
    not_achieved: 'nie osiągnięto',
  },
  contacts: {
    visit: 'wizyta',
    phone: 'rozmowa telefoniczna',
    meeting: 'spotkanie w centrum',
    provider: 'kontakt z wykonawcą',
    letter: 'list lub e-mail',
  },
  content: {
    noPeriod: 'Plan nie ma okresu. Podaj pierwszy i ostatni dzień.',
    noNeed: 'Plan nie wymienia żadnej potrzeby. Wpisz co najmniej jedną.',
    noResult: (service: string) => `„${service}”: napisz, jakiego rezultatu oczekujecie.`,
    noFee: (service: string) => `„${service}”: otwórz usługę i zapisz ją, żeby ustalić opłatę.`,
    incomplete: (lacks: readonly string[]) => `Planu nie można jeszcze uzgodnić: ${lacks.join(' ')}`,
  },
  compare: {
    nothing: 'brak',
    span: (from: string, to: string) => `od ${from} do ${to}`,
    planPeriod: 'Okres planu',
    need: 'Potrzeba',
    action: 'Działanie wspierające',
    performer: 'wykonawca',
    place: 'miejsce',
    schedule: 'harmonogram',
    units: 'liczba jednostek',
    period: 'okres',
    fee: 'opłata',
    result: 'oczekiwany rezultat',
  },
  fields: {
    hours: 'Napisz godziny od–do, na przykład 9:00–11:00. Dwie wizyty oddziel przecinkiem.',
    needWords: 'Napisz, o jaką potrzebę chodzi.',
    service: 'Wybierz usługę.',
    performer: 'Wybierz wykonawcę.',
    place: 'Napisz, gdzie usługa będzie wykonywana.',
    result: 'Napisz, co ma się zmienić dzięki tej usłudze.',
    actionWords: 'Napisz, na czym polega działanie.',
    actionWho: 'Napisz, kto się tego podejmuje.',
    agreedHow: 'Napisz, jak uzgodniono plan, na przykład „rozmowa w domu, podpis na projekcie”.',
    remarks: 'Napisz, co trzeba poprawić.',
    finding: 'Napisz, co ustalono.',
    reason: 'Podaj powód.',
    topics: 'Napisz, o czym była mowa. Bez nazwisk osób korzystających z usług.',
    description: 'Opisz przebieg planu.',
    results: 'Napisz, co dał plan.',
    delivered: 'Podaj, ile jednostek wykonano (0, jeśli żadnej).',
  },
  summaryFinding: (count: number, from: string, to: string) =>
    `Podsumowanie planów od ${from} do ${to}: potrzeby z tego zakresu zapisano w ${count} planach.`,
  refusals: {
    wrongState: (state: string) =>
      `W stanie „${state}” nie można tego zrobić. Nic nie zostało zmienione. Otwórz plan ponownie, żeby zobaczyć, co się wydarzyło.`,
    partGone: 'Tej pozycji nie ma już w projekcie. Nic nie zostało zmienione. Odśwież stronę.',
    updateOpen:
      'Zmiana tego planu jest już w opracowaniu. Dokończ ją albo zaniechaj jej, zanim zaczniesz następną.',
    caseState: (state: string) =>
      `Sprawa jest w stanie „${state}”, więc planu nie można teraz opracowywać. Zajrzyj do sprawy.`,
    planExists: 'Ta sprawa ma już plan. Otwórz go zamiast zaczynać od nowa.',
    noPerson: 'Sprawa nie ma osoby z kartoteki. Najpierw wskaż osobę w sprawie.',
    startFixed: (day: string) =>
      `Zmiana planu nie przesuwa jego początku. Plan zaczął się ${day} i rok liczy się od tego dnia.`,
    endBeforeToday:
      'Ostatni dzień zmienionego planu nie może być wcześniejszy niż dziś. Jeśli plan się kończy, użyj „Zakończ plan”.',
    noPeriod: 'Najpierw ustal okres planu. Usługi muszą się w nim zmieścić.',
    outsidePlan: (from: string, to: string) =>
      `Okres usługi musi mieścić się w okresie planu: od ${from} do ${to}.`,
    endBeforeStart: 'Usługa kończy się przed początkiem. Popraw jedną z dat.',
    conditionsFailed: (name: string, why: string) =>
      `„${name}”: warunek programu nie jest spełniony. ${why} Tej usługi nie można dodać do planu.`,
    reliefUndeclared: (relief: string) =>
      `We wniosku nie ma oświadczenia o uldze „${relief}”, a ulgę przyznaje się na jego podstawie. Wybierz „bez ulgi” albo przyjmij wniosek z oświadczeniem.`,
    unknownOffer: 'Tej usługi nie ma w obowiązującym programie. Wybierz usługę z listy.',
    outsideProgramme: (day: string) =>
      `Program obowiązuje do ${day}. Skróć okres usługi; dalszy ciąg doda zmiana planu po wejściu nowego programu.`,
    beyondMonths: (months: number, day: string) =>
      `Program daje tę usługę najwyżej na ${months} mies. Przy tym początku ostatni dzień to ${day}.`,
    unknownProvider: 'Wybierz wykonawcę z listy organizacji centrum.',
    unknownContract:
      'Ta umowa nie należy do tego wykonawcy albo nie obejmuje tej usługi. Wybierz inną albo zostaw pole puste.',
    contractPeriod: (from: string, to: string | null) =>
      to === null
        ? `Umowa obowiązuje dopiero od ${from}. Popraw początek usługi albo wybierz inną umowę.`
        : `Umowa obowiązuje od ${from} do ${to}. Popraw okres usługi albo wybierz inną umowę.`,
    noSchedule: 'Podaj harmonogram: godziny w dniach tygodnia albo własne słowa.',
    unitsUnknown: 'Z harmonogramu nie wynika liczba. Wpisz, ile jednostek usługi ma dostać osoba.',
    householdUnknown: 'Opłata zależy od dochodu. Zaznacz, czy osoba gospodaruje sama, czy w rodzinie.',
    priceUnknown: 'Program ma limit pieniędzy, a ceny jednostki nie podaje ani on, ani umowa. Wpisz ją.',
    noFeeDue: 'Usługa jest płatna: podaj dzień, do którego trzeba zapłacić.',
    feeUnknown: (why: string) => `Nie można ustalić opłaty. ${why}`,
    lineBegan: (service: string) =>
      `„${service}” już trwa. Zamiast usuwać, skróć jej okres i liczbę jednostek: opłata policzy się od nowa.`,
    agreedBefore: (day: string) =>
      `Uzgodnienie nie może być wcześniejsze niż wniosek albo zatwierdzenie planu, który się zmienia (${day}). Podaj dzień tego uzgodnienia.`,
    agreedInFuture: 'Data uzgodnienia nie może być późniejsza niż dziś.',
    overdue: (day: string) =>
      `Termin na opracowanie planu minął ${day}. Napisz, dlaczego plan powstał po terminie.`,
    programmeEnded: (services: readonly string[]) =>
      `Program tych usług nie obowiązuje już w całym ich okresie: ${services.join(', ')}. Zwróć plan koordynatorowi do poprawy.`,
    tooEarly: (day: string) => `Plan zaczyna się ${day}. Rozpocznij realizację tego dnia lub później.`,
    future: 'Ta data jeszcze nie nadeszła. Popraw ją.',
    afterPlan: (day: string) =>
      `Plan kończy się ${day}. Po tym dniu zakończ plan zamiast zapisywać rezygnację.`,
    beforePlan: (day: string) => `Plan zaczął się ${day}. Popraw datę.`,
    periodRuns: (day: string) =>
      `Okres planu trwa do ${day}. Jeśli plan kończy się wcześniej, wybierz inną przyczynę.`,
    endReason: 'Napisz, dlaczego plan się kończy.',
    delivered: (service: string) => `„${service}”: podaj, ile jednostek wykonano do tego dnia.`,
    talkMissing: 'Podaj dzień rozmowy podsumowującej albo napisz, dlaczego się nie odbyła.',
    talkBoth: 'Podaj dzień rozmowy albo powód jej braku, nie oba naraz.',
    talkBeforeEnd: (day: string) =>
      `Rozmowa podsumowująca odbywa się po zakończeniu planu (${day}). Popraw datę.`,
    sameWorker: 'To ta sama osoba. Wybierz, kto przejmuje plany.',
    notCoordinator: 'Ta osoba nie jest dziś koordynatorem IPUS. Wybierz inną.',
    notTheirs: 'Ten plan prowadzi już ktoś inny. Otwórz go ponownie, żeby zobaczyć kto.',
    nothingToHandOver: 'Ta osoba nie prowadzi dziś żadnej sprawy ani planu.',
    coversWrong: 'Okres kończy się przed początkiem albo w przyszłości. Popraw daty.',
    nobodyPresent: 'Zaznacz co najmniej dwoje koordynatorów albo wpisz, kto był na spotkaniu.',
    noPlace: 'W programie nie ma już wolnego miejsca dla tej osoby.',
  },
  clocks: {
    title: (person: string) => `${person}, indywidualny plan`,
    closing: (person: string) => `${person}, podsumowanie planu`,
    summary: 'Podsumowanie wszystkich planów centrum',
    meeting: 'Spotkanie koordynatorów planów',
  },
  audit: { released: 'plan zakończony', resigned: 'rezygnacja z planu' },
  commands: {
    'plans.draw-up': {
      title: 'Rozpoczęcie opracowania planu',
      done: 'Projekt planu założony. Potrzeby przepisano ze sprawy.',
    },
    'plans.set-period': { title: 'Okres planu', done: 'Okres planu zapisany.' },
    'plans.write-need': { title: 'Potrzeba w planie', done: 'Potrzeba zapisana w planie.' },
    'plans.remove-need': {
      title: 'Usunięcie potrzeby z projektu planu',
      done: 'Potrzeba usunięta z projektu.',
    },
    'plans.write-line': { title: 'Usługa w planie', done: 'Usługa zapisana w planie.' },
    'plans.remove-line': { title: 'Usunięcie usługi z projektu planu', done: 'Usługa usunięta z projektu.' },
    'plans.write-action': {
      title: 'Działanie wspierające w planie',
      done: 'Działanie wspierające zapisane w planie.',
    },
    'plans.remove-action': {
      title: 'Usunięcie działania z projektu planu',
      done: 'Działanie usunięte z projektu.',
    },
    'plans.agree': {
      title: 'Uzgodnienie planu z osobą',
      done: 'Uzgodnienie zapisane. Plan czeka na zatwierdzenie.',
    },
    'plans.reopen': {
      title: 'Powrót planu do opracowania',
      done: 'Plan wrócił do opracowania. Po zmianach potrzebne będzie nowe uzgodnienie.',
    },
    'plans.return': { title: 'Zwrot planu do poprawy', done: 'Plan zwrócony koordynatorowi z uwagami.' },
    'plans.approve': {
      title: 'Zatwierdzenie planu',
      done: 'Plan zatwierdzony. Plan i egzemplarz dla osoby są w dokumentach.',
    },
    'plans.start': { title: 'Rozpoczęcie realizacji planu', done: 'Plan jest w realizacji.' },
    'plans.monitor': { title: 'Wpis z monitorowania planu', done: 'Wpis zapisany.' },
    'plans.update': {
      title: 'Rozpoczęcie zmiany planu',
      done: 'Nowa wersja planu gotowa do zmian. Obecna obowiązuje do czasu zatwierdzenia nowej.',
    },
    'plans.resign': {
      title: 'Rezygnacja z planu',
      done: 'Rezygnacja zapisana. Opłaty policzono do jej dnia.',
    },
    'plans.end': { title: 'Zakończenie planu', done: 'Plan zakończony. Została rozmowa podsumowująca.' },
    'plans.summarise': {
      title: 'Podsumowanie planu',
      done: 'Plan podsumowany, sprawa zamknięta. Opis jest w dokumentach.',
    },
    'plans.abandon': { title: 'Zaniechanie projektu planu', done: 'Projektu zaniechano.' },
    'plans.hand-over': {
      title: 'Przekazanie planów innemu koordynatorowi',
      done: 'Przekazano. Terminy przeszły na nowego koordynatora.',
    },
    'plans.record-plan-summary': {
      title: 'Zbiorcze podsumowanie planów',
      done: 'Podsumowanie zapisane. Ruszył termin następnego.',
    },
    'plans.record-coordinators-meeting': {
      title: 'Spotkanie koordynatorów',
      done: 'Spotkanie zapisane. Ruszył termin następnego.',
    },
    'plans.list-plans': { title: 'Lista planów' },
    'plans.view-plan': { title: 'Odczyt planu' },
    'plans.of-case': { title: 'Odczyt planu sprawy' },
    'plans.of-person': { title: 'Odczyt planów osoby' },
    'plans.drawing': { title: 'Odczyt projektu planu' },
    'plans.my-lines': { title: 'Odczyt usług wykonawcy w planach' },
    'plans.compare-versions': { title: 'Porównanie wersji planu' },
    'plans.caseload': { title: 'Odczyt listy spraw koordynatora' },
    'plans.duties': { title: 'Odczyt obowiązków okresowych' },
    'plans.aggregate': { title: 'Odczyt zestawienia planów' },
  } as Record<string, { title: string; done?: string }>,
};
