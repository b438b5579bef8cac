import { dateWords, plural, zloty } from '../../law/index.ts';
import { decisionWords, feesWords } from './pl-decisions.ts';
import { transferWords } from './pl-transfer.ts';

const names = (list: readonly string[]): string => list.map((name) => `„${name}”`).join(', ');

/** Words of the outcome half: recognition of one person's needs, outcomes, transfers, decisions, fees. */
export const outcomeWords = {
  commands: {
    'casework.record-assessment': {
      title: 'Zapisanie rozpoznania potrzeb',
      done: 'Zapisano protokół rozpoznania.',
    },
    'casework.qualify': {
      title: 'Zakwalifikowanie bez planu',
      done: 'Zakwalifikowano. Miejsca zajęte, a informacja dla osoby jest wśród pism sprawy.',
    },
    'casework.require-plan': {
      title: 'Ustalenie, że potrzebny jest plan',
      done: 'Sprawa przeszła do opracowania IPUS. Miejsca są zarezerwowane.',
    },
    'casework.transfer': {
      title: 'Przekazanie wniosku',
      done: 'Wniosek przekazano. Zawiadomienie jest wśród pism sprawy, a termin odpowiedzi biegnie.',
    },
    'casework.record-transfer-answer': {
      title: 'Odpowiedź na przekazanie',
      done: 'Zapisano odpowiedź na przekazanie.',
    },
    'casework.draft-refusal': {
      title: 'Projekt odmowy',
      done: 'Projekt odmowy zapisano. Decyzję wyda osoba, która ma upoważnienie.',
    },
    'casework.refuse': {
      title: 'Decyzja o odmowie',
      done: 'Wydano decyzję o odmowie. Pismo jest wśród pism sprawy.',
    },
    'casework.record-delivery': {
      title: 'Doręczenie decyzji',
      done: 'Zapisano dzień doręczenia. Od niego biegnie termin na odwołanie.',
    },
    'casework.resign': {
      title: 'Rezygnacja z usług',
      done: 'Zapisano rezygnację. Opłaty policzono do jej dnia, a sprawę zamknięto.',
    },
    'casework.close': { title: 'Zamknięcie sprawy', done: 'Sprawę zamknięto.' },
    'casework.post-payment': { title: 'Zapisanie wpłaty', done: 'Zapisano wpłatę.' },
    'casework.count-waiting': { title: 'Policzenie miesięcy czekania' },
    'casework.mark-overdue': { title: 'Oznaczenie zaległych opłat', done: 'Sprawdzono terminy opłat.' },
    'casework.waive-fee': { title: 'Odstąpienie od opłaty', done: 'Zapisano odstąpienie od opłaty.' },
    'casework.order-to-pay': {
      title: 'Decyzja o obowiązku uiszczenia opłaty',
      done: 'Wydano decyzję o obowiązku uiszczenia opłaty. Pismo jest wśród pism sprawy.',
    },
  },

  parties: {
    representative: 'przedstawiciel ustawowy',
    carer: 'opiekun faktyczny',
    actedFor: (person: string, applicant: string, role: string) =>
      `${person}; wnioskodawca: ${applicant} (${role})`,
  },

  refusals: {
    feeState: (state: string) =>
      `Opłata jest w stanie „${state}” i tej czynności nie można już wykonać. Odśwież stronę, żeby zobaczyć, co się zmieniło.`,
    incomplete: (missing: readonly string[]) =>
      `Decyzji brakuje: ${missing.join(', ')}. Uzupełnij i wyślij jeszcze raz; nic nie zginęło.`,
    conditionsFailed: (name: string, why: string) =>
      `„${name}”: warunek programu nie jest spełniony. ${why} Odznacz tę usługę albo przygotuj odmowę.`,
    conditionsUnknown: (name: string, why: string) =>
      `„${name}”: nie wszystko wiadomo. ${why} Napisz, na czym się opierasz: oświadczenie, dokument, rozmowa.`,
    serviceIncomplete: {
      startsOn: (name: string) => `„${name}”: podaj pierwszy dzień usługi.`,
      endsOn: (name: string) => `„${name}”: podaj ostatni dzień usługi.`,
      units: (name: string) => `„${name}”: podaj, ile tej usługi potrzeba.`,
    },
    costUnknown: (name: string) =>
      `„${name}”: program ogranicza pieniądze, ale nie podaje ceny. Podaj przewidywany koszt.`,
    endBeforeStart: 'Ostatni dzień usługi jest wcześniejszy niż pierwszy. Popraw jedną z dat.',
    outsideProgramme: (day: string) => `Program trwa do ${day}. Usługa nie może trwać dłużej.`,
    longerThanService: (day: string) =>
      `Program daje tę usługę na krócej: przy tym początku najpóźniejszy koniec to ${day}.`,
    serviceNotWanted:
      'Tej usługi nie ma we wniosku albo żaden obowiązujący program jej teraz nie oferuje. Odśwież stronę i wybierz jeszcze raz.',
    nothingChosen: 'Zaznacz co najmniej jedną usługę.',
    paymentEmpty: 'Wpłata musi być większa od zera.',
    paymentTooHigh: (left: number) =>
      `Do zapłaty zostało ${zloty(left)}. Większej wpłaty nie można zapisać: wyjaśnij nadpłatę z księgowością.`,
    futureDate: 'Ten dzień jeszcze nie nadszedł. Podaj dzisiejszy albo wcześniejszy.',
    waiverAmount: (left: number) =>
      `Podaj kwotę większą od zera i nie większą niż ${zloty(left)}, które zostały do zapłaty.`,
    notInRecognition:
      'Protokół spisuje się, gdy wniosek jest w rozpoznaniu albo plan w opracowaniu. Otwórz sprawę, żeby zobaczyć jej stan.',
    heldBeforeApplication:
      'Rozmowa jest wcześniejsza niż wniosek. Rozpoznanie prowadzi się w sprawie wniosku (art. 37): popraw dzień albo zapisz rozmowę jako notatkę.',
    cannotCorrect: 'Ten protokół poprawiono już nowszym. Popraw najnowszy.',
    personUnknown: 'Sprawa nie ma jeszcze wskazanej osoby. Najpierw wskaż ją na stronie sprawy.',
    agreedBeforeApplication: 'Uzgodnienie jest wcześniejsze niż wniosek. Popraw dzień.',
    transferOwnService: (own: readonly string[]) =>
      own.length > 0
        ? `Wniosek obejmuje usługi z programu: ${names(own)}. O nich rozstrzyga centrum. Załóż dla nich osobną sprawę albo wybierz drugi powód i wyjaśnij go.`
        : 'We wniosku nie ma usługi z odrębnej ustawy. Wybierz drugi powód i wyjaśnij go.',
    transferAnswered: 'Na to przekazanie jest już odpowiedź. Otwórz sprawę, żeby ją przeczytać.',
    answerDate: 'Odpowiedź przyszła między dniem przekazania a dzisiejszym. Popraw dzień.',
    noPaper: 'W rejestrze nie ma dokumentu tego upoważnienia. Poproś administratora o uzupełnienie rejestru.',
    limitNotReached:
      'Limit nie jest wyczerpany: są jeszcze wolne miejsca i pieniądze. Wybierz inny powód albo zakwalifikuj osobę.',
    refusalOtherTrack:
      'We wniosku nie ma usługi z programu, więc centrum nie wydaje decyzji o odmowie. O usłudze z odrębnej ustawy rozstrzyga ten, do kogo ona należy: przekaż wniosek.',
    stillCompleting: (until: string) =>
      `Wnioskodawca ma czas na uzupełnienie wniosku do ${dateWords(until)} włącznie. Odmówić można po tym dniu albo gdy odpowie na wezwanie.`,
    callNotDelivered:
      'Wnioskodawca dostał wezwanie do uzupełnienia wniosku, a nie zapisano, kiedy je doręczono. Zapisz doręczenie: odmówić można, gdy ten czas minie albo gdy wnioskodawca odpowie.',
    conditionsMet:
      'Wszystkie warunki programu są spełnione, więc nie mogą być powodem odmowy. Wybierz inny powód albo zakwalifikuj osobę.',
    alreadyDelivered: (day: string) => `Doręczenie zapisano już: ${dateWords(day)}.`,
    deliveryDate: 'Doręczenie przypada między dniem wydania decyzji a dzisiejszym. Popraw dzień.',
    feeNotLate: (day: string) =>
      `Termin zapłaty mija ${dateWords(day)}. Decyzję można wydać dopiero po tym dniu.`,
    payByPast: 'Nowy termin zapłaty musi być późniejszy niż dzisiaj.',
    planNeeded: (steps: readonly string[]) => `Te usługi wymagają planu. ${steps.join(' ')}`,
    planNotNeeded: (steps: readonly string[]) => `Plan nie jest potrzebny. ${steps.join(' ')}`,
    feeDayNeeded: 'Program przewiduje opłatę. Podaj dzień, do którego ma być zapłacona.',
    noSuchDecision: 'W tej sprawie nie ma takiej decyzji.',
    noSuchFee: 'W tej sprawie nie ma takiej opłaty.',
    feeDayPast: 'Termin zapłaty już minął. Podaj dzisiejszy albo późniejszy dzień.',
    reliefUndeclared: (name: string, relief: string) =>
      `„${name}”: we wniosku nie ma oświadczenia o uldze „${relief}”, a ulgę przyznaje się na jego podstawie. Wybierz „bez ulgi” albo przyjmij wniosek z oświadczeniem.`,
    householdUnknown: (name: string) =>
      `„${name}”: opłata zależy od dochodu, a nie wiemy, czy osoba mieszka sama. Uzupełnij tę odpowiedź we wniosku.`,
    feeUnknown: (name: string, why: string) => `„${name}”: nie można ustalić opłaty. ${why}`,
  },

  outcomes: {
    title: 'Rozstrzygnięcie',
    names: {
      'require-plan': 'Sprawdź, czy potrzebny jest plan',
      qualify: 'Zakwalifikuj bez planu',
      transfer: 'Przekaż wniosek',
      refuse: 'Odmów',
    },
    when: {
      'require-plan': 'Usługi mają trwać co najmniej 3 miesiące i trzeba je koordynować.',
      qualify: 'Usługi są krótsze albo nie wymagają koordynacji. Bez decyzji, z informacją dla osoby.',
      transfer:
        'O usłudze rozstrzyga inna ustawa albo kto inny ją zapewnia. Potrzebne uzgodnienie z wnioskodawcą.',
      refuse:
        'Warunek nie jest spełniony albo limit się wyczerpał. Zawsze decyzja, z uzasadnieniem i pouczeniem.',
    },
    notRecognised: 'Najpierw sprawdź, czy wniosek jest kompletny, i rozpocznij rozpoznanie.',
    decided: 'W tym stanie sprawy to już niemożliwe.',
    noProgrammeService: 'We wniosku nie ma usługi z programu.',
    notYours: 'Robi to koordynator, który prowadzi sprawę.',
    refuseNotYours: 'Projekt przygotowuje koordynator sprawy, a decyzję wydaje osoba z upoważnieniem.',
    transferNotYours:
      'Robi to koordynator, który prowadzi sprawę, w uzgodnieniu z wnioskodawcą (art. 38 ust. 1).',
    none: 'We wniosku nie wskazano usługi',
    noneHint: 'Porównaj potrzeby z ofertą na stronie rozpoznania i uzupełnij wniosek.',
    heldState: {
      reserved: 'zarezerwowane na czas opracowania planu',
      accepted: 'przyznane',
      released: 'zwolnione',
    },
    closedTitle: 'Tego nie da się teraz zrobić',
    closedKept: 'To, co zapisano w sprawie, jest bezpieczne.',
    handledUnknown: 'nie wiadomo, kto rozstrzyga',
    free: (left: number | null, exhausted: boolean) =>
      exhausted ? 'limit wyczerpany' : left === null ? 'bez limitu miejsc' : `wolnych miejsc: ${left}`,
    cost: (amount: string) => `koszt programu: ${amount}`,
    notOffered: 'Żaden obowiązujący program jej teraz nie oferuje.',
    whyHere: 'Jak stoi sprawa',
    basis: 'Podstawa',
  },

  assessment: {
    title: 'Rozpoznanie indywidualnych potrzeb',
    lead: 'Rozmowa koordynatora z osobą: w centrum albo tam, gdzie ona przebywa. Dobrowolna, w porozumieniu z wnioskodawcą.',
    needs: 'Potrzeby i oferta gminy',
    needsEmpty: 'W sprawie nie zapisano jeszcze potrzeby',
    needsEmptyHint: 'Zapisz ją na stronie sprawy własnymi słowami osoby, a pojawi się tu oferta.',
    matches: (count: number) =>
      `Oferta gminy: ${count} ${plural(count, ['usługa może pasować', 'usługi mogą pasować', 'usług może pasować'])}`,
    protocol: 'Protokół rozpoznania',
    newProtocol: 'Nowy protokół',
    correcting: (day: string) => `Poprawiasz protokół z ${day}. Tamten zostaje w aktach bez zmian.`,
    correctionReason: 'Dlaczego protokół wymaga poprawienia',
    correctionReasonNeeded: 'Napisz, dlaczego protokół wymaga poprawienia.',
    heldOn: 'Dzień rozmowy',
    place: 'Miejsce',
    placeHint: 'Na przykład: w centrum, w mieszkaniu osoby, na oddziale szpitala.',
    present: 'Kto był przy rozmowie',
    presentHint: 'Osoba, koordynator i inni, z podaniem, kim są.',
    point: {
      needsPresented: '1. Potrzeby przedstawione przez wnioskodawcę',
      servicesUsed: '2. Usługi, z których osoba już korzysta',
      evaluation: '3. Ocena: czy potrzeby są zasadne i możliwe do zaspokojenia',
      supportingActions: 'Działania wspierające',
      informationGiven: '4. Informacja o opłatach i ulgach, którą przekazano',
    },
    hint: {
      needsPresented: 'Słowami osoby, bez oceniania.',
      servicesUsed: 'Rodzaj, forma i tryb: co, jak często, kto zapewnia.',
      evaluation: 'Z uwzględnieniem wniosków z rozeznania potrzeb w gminie.',
      supportingActions: 'Pomoc sąsiedzka, wolontariat, grupa wsparcia.',
      informationGiven: 'Czy program przewiduje opłatę, ile wynosi, jakie są ulgi.',
    },
    agreed: 'Rozpoznanie przeprowadzono w porozumieniu z wnioskodawcą.',
    agreedNeeded: 'Rozpoznanie wymaga porozumienia z wnioskodawcą. Bez niego nie zapisuj protokołu.',
    submit: 'Zapisz protokół',
    done: 'Spisane protokoły',
    none: 'Nie ma jeszcze protokołu',
    noneHint: 'Rozpoznanie nie jest obowiązkowe. Pomaga ustalić, która usługa odpowiada na potrzebę.',
    by: (name: string) => `spisane przez: ${name}`,
    corrected: 'poprawiony nowszym protokołem',
    earlier: (day: string) => `Wcześniejszy protokół: ${day}`,
    correction: 'Poprawka',
    another: 'Nowa rozmowa, nowy protokół',
    corrects: (reason: string) => `Poprawia wcześniejszy protokół: ${reason}`,
    correct: 'Popraw nowym protokołem',
    write: 'Zapisz rozpoznanie',
    open: 'Otwórz rozpoznanie',
    onlyCoordinator: 'Protokół spisuje koordynator, który prowadzi sprawę (art. 29 i 37 ustawy o CUS).',
  },

  chosen: {
    choose: (name: string) => `Wybierz: ${name}`,
    programme: 'Program',
    conditions: (name: string) => `Warunki: ${name}`,
    answers: { passed: 'warunki spełnione', unknown: 'nie wszystko wiadomo', failed: 'warunek niespełniony' },
    priceUnknown: 'program nie mówi o opłacie',
    noConditions: 'Program nie stawia tej usłudze warunków.',
    people: 'Miejsca w programie',
    money: 'Pieniądze programu',
    startsOn: 'Pierwszy dzień',
    endsOn: 'Ostatni dzień',
    units: 'Ilość',
    unitsHint: 'Łącznie w całym tym czasie',
    unitPrice: 'Koszt jednostki dla programu',
    price: 'Opłata',
    cost: 'Przewidywany koszt dla programu',
    costHint: 'Program ogranicza pieniądze, ale nie podaje ceny jednostki.',
    confirm: 'Do oceny przez pracownika',
    yes: 'tak',
    no: 'nie',
    notYet: 'jeszcze nie wiadomo',
    grounds: 'Na czym się opierasz tam, gdzie czegoś nie wiadomo',
    groundsHint:
      'Oświadczenie z wniosku, okazany dokument, rozmowa z dnia… Gdy tej usługi nie wybierasz, zostaw puste.',
    relief: 'Ulga',
    noRelief: 'bez ulgi',
    maxMonths: (months: number) => `Program daje tę usługę najwyżej na ${months} mies.`,
    offeredTo: (day: string) => `Program trwa do ${dateWords(day)}.`,
    coordination: 'Czy te usługi trzeba koordynować?',
    coordinationHint:
      'Koordynacja jest potrzebna, gdy usługi od siebie zależą: kolejność, pory, kilku wykonawców albo opiekunów.',
    coordinationYes: 'Tak, wymagają koordynacji',
    coordinationNo: 'Nie, każda może iść osobno',
    coordinationReason: 'Dlaczego',
    nothing: 'We wniosku nie ma usługi, którą oferuje obowiązujący program',
    nothingHint: 'Wróć do sprawy i wskaż usługę albo przekaż wniosek tam, gdzie należy.',
  },

  qualify: {
    title: 'Zakwalifikowanie bez planu',
    lead: 'Bez decyzji: osoba dostaje informację. Miejsca i pieniądze zajmowane są od razu.',
    feeDueOn: 'Termin zapłaty, jeśli program przewiduje opłatę',
    clock: 'Zakwalifikowanie kończy bieg terminów wniosku. Osoba dostanie informację na piśmie.',
    submit: 'Zakwalifikuj',
    feeNotSaid:
      'Program nie mówi o opłacie za tę usługę, więc jej nie ustalono (art. 43 ust. 1 ustawy o CUS).',
    letter: {
      title: 'Informacja o zakwalifikowaniu',
      subtitle: 'do skorzystania z usług społecznych',
      opening: (day: string | null, party: string) =>
        `Po rozpatrzeniu wniosku${day === null ? '' : ` z dnia ${day}`} informujemy o zakwalifikowaniu do skorzystania z usług społecznych wymienionych niżej. Osoba zainteresowana: ${party}.`,
      table: 'Usługi',
      service: 'Usługa',
      programme: 'Program',
      performer: 'Wykonawca',
      performerLater: 'poda koordynator',
      period: 'Kiedy',
      quantity: 'Ile',
      fee: 'Opłata',
      fromTo: (from: string, to: string) => `od ${from} do ${to}`,
      free: 'bezpłatnie',
      feeHeading: 'Opłata',
      feeWords: (total: string, day: string | null, account: string | null) =>
        `Opłata wynosi razem ${total}. ${day === null ? '' : `Należy ją wpłacić do ${day} `}na rachunek bankowy centrum${account === null ? '; numer rachunku poda pracownik okienka' : `: ${account}`}. Tak ją obliczono:`,
      resignation:
        'W razie rezygnacji z usług opłata należy się do dnia rezygnacji. W uzasadnionych przypadkach dyrektor może odstąpić od niej w całości lub w części (art. 44 ustawy o CUS).',
      noFee: 'Za te usługi nie ustalono opłaty.',
      nextHeading: 'Co dalej',
      next: 'Koordynator skontaktuje się w sprawie pierwszego spotkania. Jeśli coś się zmieni albo usługa przestanie być potrzebna, prosimy o wiadomość: telefonicznie, w okienku albo listownie.',
      notDecision:
        'To pismo jest informacją. Zakwalifikowanie nie wymaga decyzji administracyjnej (art. 42 ust. 1 ustawy o CUS).',
      recipientAddressee: 'adresat',
      recipientFile: 'aa',
    },
  },

  plan: {
    title: 'Czy potrzebny jest plan?',
    lead: 'IPUS sporządza się tylko wtedy, gdy usługi z programu mają trwać co najmniej 3 miesiące i wymagają koordynacji.',
    coordinationNeeded: 'Zaznacz, czy usługi wymagają koordynacji.',
    reasonNeeded: 'Napisz, dlaczego usługi wymagają koordynacji.',
    submit: 'Potrzebny plan: rezerwuj miejsca',
    test: 'Koordynacja',
    answered: { qualify: 'Plan nie jest potrzebny', 'require-plan': 'Te usługi wymagają planu' },
    sendOther: 'To, co wpisano, zostaje: wystarczy jeden przycisk na dole strony.',
    clock: 'IPUS ma być gotowy w 30 dni od złożenia wniosku (art. 40 ustawy o CUS).',
  },

  resign: {
    title: 'Rezygnacja z usług',
    label: 'Zapisz rezygnację',
    lead: 'Opłata należy się do dnia rezygnacji, za to, co do tego dnia zrealizowano. W uzasadnionych przypadkach dyrektor może od niej odstąpić.',
    resignedOn: 'Dzień rezygnacji',
    reason: 'Powód, jeśli osoba go podała',
    delivered: 'Ile zrealizowano do dnia rezygnacji',
    deliveredHint: 'W jednostce programu: godziny, wizyty, dni. Zero, jeśli nic.',
    granted: (units: number) => `przyznano: ${units}`,
    units: 'ile zrealizowano',
    nothingBegan: 'Żadna usługa się jeszcze nie zaczęła, więc nic nie jest należne.',
    submit: 'Zapisz rezygnację',
    defaultReason: 'rezygnacja osoby (art. 44 ustawy o CUS)',
    future: 'Ten dzień jeszcze nie nadszedł. Zapisz rezygnację w dniu, od którego obowiązuje.',
    tooEarly: (day: string) => `Rezygnacja jest wcześniejsza niż zakwalifikowanie (${day}). Popraw dzień.`,
    unknown: (name: string) => `„${name}”: podaj, ile zrealizowano do dnia rezygnacji. Zero, jeśli nic.`,
    cannot: 'Rezygnacji nie można tu teraz zapisać',
  },

  close: {
    title: 'Zamknięcie sprawy',
    lead: 'Usługi się zakończyły albo wniosek przejęto gdzie indziej. Opłaty, których nie zapłacono, pozostają należne.',
    reason: 'Powód',
    submit: 'Zamknij sprawę',
    label: 'Zamknij sprawę',
    reasons: {
      ended: 'Usługi się zakończyły.',
      transferred: 'Wniosek przyjęto tam, dokąd go przekazano.',
    },
    cannot: 'Tej sprawy nie można teraz zamknąć',
  },

  places: {
    refused: 'odmowa',
  },

  transfer: transferWords,

  decision: decisionWords,

  fees: feesWords,

  pages: {
    cases: 'Sprawy',
    person: 'Osoba',
    sign: 'Znak sprawy',
    back: 'Wróć do sprawy',
  },
};
