import { dateWords, plural, zloty } from '../../law/index.ts';
import type { VersionState } from './domain/states.ts';
import { pages } from './pl-pages.ts';

const people = (n: number): string => `${n} ${plural(n, ['osoba', 'osoby', 'osób'])}`;

const states: Record<VersionState, string> = {
  draft: 'szkic',
  draft_resolution: 'projekt uchwały',
  adopted: 'uchwalony',
  in_force: 'obowiązuje',
  ended: 'zakończony',
  reported: 'rozliczony informacją',
  superseded: 'zastąpiony nową wersją',
  repealed: 'uchylony',
};

const commands = {
  'programmes.start': {
    title: 'Rozpoczęcie programu',
    done: 'Szkic programu jest gotowy. Uzupełnij dwanaście elementów.',
  },
  'programmes.write-item': { title: 'Zapis elementu programu', done: 'Element programu zapisany.' },
  'programmes.offer-service': { title: 'Usługa w programie', done: 'Usługa jest w programie.' },
  'programmes.set-fee': { title: 'Opłata za usługę', done: 'Opłata zapisana.' },
  'programmes.withdraw-offer': {
    title: 'Usunięcie usługi z programu',
    done: 'Usługa nie jest już w programie.',
  },
  'programmes.submit-as-draft-resolution': {
    title: 'Przekazanie jako projekt uchwały',
    done: 'Program jest projektem uchwały.',
  },
  'programmes.take-back': { title: 'Wycofanie projektu uchwały', done: 'Program jest znowu szkicem.' },
  'programmes.record-adoption': { title: 'Zapis uchwalenia', done: 'Uchwała zapisana.' },
  'programmes.put-in-force': { title: 'Wejście w życie', done: 'Program obowiązuje.' },
  'programmes.amend': {
    title: 'Zmiana programu',
    done: 'Nowa wersja jest szkicem. Obowiązująca wersja działa bez zmian.',
  },
  'programmes.repeal': { title: 'Uchylenie programu', done: 'Uchylenie zapisane.' },
  'programmes.end': {
    title: 'Zakończenie programu',
    done: 'Program zakończony. Biegnie termin informacji z realizacji.',
  },
  'programmes.end-expired': { title: 'Codzienne sprawdzenie okresów programów' },
  'programmes.record-information': {
    title: 'Informacja z realizacji',
    done: 'Informacja z realizacji zapisana.',
  },
};

const titleOf = (action: string): string =>
  Object.entries(commands).find(([name]) => name === `programmes.${action}`)?.[1].title ?? action;

/** Words of the programmes of social services. */
export const pl = {
  states,
  commands,
  commandTitle: titleOf,
  periodPassed: 'Minął okres realizacji programu.',
  deadlineTitle: (name: string) => `Informacja z realizacji: ${name}`,
  units: {
    hour: { one: 'godzina', many: 'godz.', per: 'za godzinę' },
    visit: { one: 'wizyta', many: 'wizyt', per: 'za wizytę' },
    day: { one: 'dzień', many: 'dni', per: 'za dzień' },
    month: { one: 'miesiąc', many: 'mies.', per: 'za miesiąc' },
    item: { one: 'sztuka lub kurs', many: 'szt.', per: 'za sztukę lub kurs' },
  },
  fee: {
    free: 'bezpłatnie',
    perUnit: (price: string, per: string) => `${price} ${per}`,
    shares: (low: string, high: string) => (low === high ? `${low} ceny` : `od ${low} do ${high} ceny`),
    byIncome: (share: string) => `${share} godziny, zależnie od dochodu`,
    byIncomeOf: (share: string, price: string) => `${share} godziny (${price}), zależnie od dochodu`,
    forThisPerson: (grosze: number, per: string) => `${zloty(grosze)} ${per} przy podanym dochodzie`,
    notSaid: 'Program nie mówi, ile ta usługa kosztuje. Uzupełnij opłatę w nowej wersji programu.',
    noTableOn: (day: string) => `Żadna tabela opłat nie obowiązuje ${dateWords(day)}.`,
    draftOf: (name: string) => `projekt uchwały: ${name}`,
  },
  match: {
    notOffered: {
      condition: 'usługa w obowiązującym programie',
      reason: 'To usługa z programu, ale żaden obowiązujący program jej teraz nie oferuje.',
      change: 'Zmieni to uchwała rady. Zapisz potrzebę: trafi do diagnozy.',
    },
    noConditions: {
      condition: 'warunki usługi',
      reason: 'Źródło nie podaje warunków w postaci, którą da się porównać.',
      change: 'Zapytaj tego, kto prowadzi usługę.',
    },
    outcome: { passed: 'pasuje', unknown: 'trzeba zapytać', failed: 'nie pasuje' },
    label: (name: string) => `Warunki usługi: ${name}`,
    why: { passed: 'Dlaczego pasuje', unknown: 'Czego nie wiemy', failed: 'Dlaczego nie pasuje' },
    price: 'Opłata',
    priceUnknown: 'źródło nie podaje',
    programme: 'Program',
    placesLeft: (n: number, of: number) => `wolne ${n} z ${of}`,
    noLimit: 'bez limitu osób',
    full: 'limit wyczerpany',
    moneyGone: 'pieniądze programu wyczerpane',
    places: 'Miejsca',
    capacity: 'Wykonawca melduje',
    performer: 'Wykonawca',
    separate: 'Tę usługę przyznaje się z odrębnej ustawy. Wniosek przekazujemy, w uzgodnieniu z wnioskodawcą',
    to: (where: string) => `, tam: ${where}.`,
    toUnknown: '. Źródło nie mówi, dokąd.',
    general: 'Bez wniosku i kwalifikowania: wystarczy przyjść albo zadzwonić.',
    emptyTitle: 'Żadna usługa w katalogu nie odpowiada na tę potrzebę',
    empty:
      'Spróbuj innych słów albo innego zakresu. Jeśli takiej usługi po prostu nie ma, potrzeba zostaje zapisana i trafi do diagnozy.',
    found: (passed: number, unknown: number, failed: number) =>
      `Pasuje: ${passed}. Trzeba zapytać: ${unknown}. Nie pasuje: ${failed}.`,
    notPassed: 'Nie pasują',
    human: 'System podpowiada, decyduje człowiek. Odmowa jest decyzją osoby upoważnionej (art. 42 ust. 3).',
  },
  items: {
    gaps: {
      goal: 'cel programu',
      from: 'dzień rozpoczęcia',
      to: 'dzień zakończenia',
      order: 'Koniec nie może być przed początkiem.',
      characteristics: 'charakterystyka osób',
      people: 'przewidywana liczba osób',
      procedure: 'tryb kwalifikowania',
      conditions: 'warunki kwalifikowania',
      charged: 'Zaznacz, czy program przewiduje opłaty.',
      feeText: 'opis opłat i ulg',
      feeNowhere: 'opłata przy choć jednej usłudze',
      target: 'wartość docelowa wskaźnika',
      funding: 'źródła finansowania',
      lines: 'pozycje budżetu',
      row: 'Wypełnij co najmniej jeden wiersz.',
      field: 'Zaznacz co najmniej jedną daną.',
    },
  },
  sensitivity: {
    ordinary: 'dane zwykłe',
    art9: 'dane szczególne (art. 9 RODO)',
    art10: 'wyroki (art. 10 RODO)',
  },
  people,
  refusals: {
    wrongState: (step: string, state: string) =>
      `${step}: tego nie da się zrobić, bo program jest w stanie „${state}”. Nic się nie zmieniło. Wróć na stronę programu i zobacz, co można zrobić teraz.`,
    itemsMissing: (items: readonly string[]) =>
      `Program nie ma jeszcze ${plural(items.length, ['jednego elementu', 'wszystkich elementów', 'wszystkich elementów'])} z dwunastu. Brakuje: ${items.join('; ')}. Uzupełnij ${items.length === 1 ? 'go' : 'je'} i przekaż program ponownie.`,
    gmina: 'Wybierz gminę, której rada uchwala program.',
    noService: 'Nie ma takiej usługi w katalogu. Wybierz ją z listy albo najpierw dodaj do katalogu.',
    otherTrack:
      'Program oferuje tylko usługi ścieżki „program”. Usługę z odrębnej ustawy przyznaje się według tamtej ustawy.',
    otherTrackBasis: 'art. 19 ustawy o CUS',
    otherGmina: 'Ta usługa działa w innej gminie niż program.',
    notOffered: 'Tej usługi nie ma w tej wersji programu. Odśwież stronę programu.',
    tableNeedsHours:
      'Tabela progów liczy opłatę za godzinę. Zmień jednostkę usługi na godziny albo ustal opłatę za jednostkę.',
    noTable: 'Wpisz tabelę: dzień, od którego obowiązuje, i progi.',
    feeKind: 'Wybierz, jak program ustala opłatę.',
    noItem: 'Wybierz jeden z dwunastu elementów.',
    tablesOverlap:
      'Ta tabela zaczyna się, zanim skończyła się poprzednia. Podaj poprzedniej dzień zakończenia.',
    percent: 'Podaj procent, na przykład 138,5.',
    price: 'Podaj kwotę w złotych, na przykład 12,50.',
    futureDay: 'Ten dzień jeszcze nie nadszedł. Podaj dzień dzisiejszy albo wcześniejszy.',
    notYet:
      'Program jeszcze nie wszedł w życie. Wróć tu w dniu wejścia w życie: do tego czasu działa dotychczasowa wersja.',
    beforeResolution: 'Program nie może obowiązywać przed dniem uchwały.',
    beforeStart: 'Program nie może skończyć się przed dniem, od którego obowiązuje.',
    neverInForce:
      'Ten program nigdy nie obowiązywał, więc nie ma informacji z realizacji. Nic się nie zmieniło.',
    beforeEnd: 'Informację publikuje się po zakończeniu programu.',
    onePage: 'Podaj dwa różne adresy: stronę BIP urzędu gminy i stronę BIP centrum (art. 5 ust. 5).',
    noJournal: 'Podaj pozycję w dzienniku urzędowym województwa: program jest aktem prawa miejscowego.',
    address: 'Podaj pełny adres strony, od https://.',
    amendmentOpen: (number: number) =>
      `Zmiana już trwa: wersja ${number} jest w przygotowaniu. Dokończ ją albo popraw.`,
    plannedUnknown: (name: string) =>
      `„${name}”: program nie ma limitu osób, więc podaj, ile osób planowano. Informacja porównuje liczbę planowaną i rzeczywistą.`,
    performersUnknown: (name: string) =>
      `„${name}”: podaj wykonawców. Informacja wymienia ich przy każdej usłudze, z której skorzystano.`,
    serviceNotReported: (name: string) =>
      `Brakuje liczby osób przy usłudze „${name}”. Podaj zero, jeśli nikt z niej nie skorzystał.`,
    peopleLimit:
      'Limit osób tej usługi w programie jest wyczerpany, więc nikogo więcej nie da się przyjąć. Nic się nie zmieniło. Zaproponuj inną usługę albo odmowę w drodze decyzji.',
    moneyLimit:
      'Pieniędzy programu na tę usługę już nie wystarczy, więc tej osoby nie da się przyjąć. Nic się nie zmieniło. Zaproponuj inną usługę albo odmowę w drodze decyzji.',
    limitBelowUse:
      'Nowa wersja ma przy którejś usłudze limit niższy niż to, co już przyznano. Osoby przyjęte zachowują miejsca, więc program nie może tak wejść w życie.',
  },
  pages,
};
