import { dateWords } from '../../law/index.ts';

const names = (list: readonly string[]): string => list.map((name) => `„${name}”`).join(', ');

/** Words of the two kinds of decision, on screen and on paper. */
export const decisionWords = {
  title: (number: string) => `Decyzja nr ${number}`,
  documentTitle: {
    refusal: (number: string) => `Decyzja o odmowie nr ${number}`,
    order_to_pay: (number: string) => `Decyzja o obowiązku uiszczenia opłaty nr ${number}`,
  },
  refusalSubtitle: 'o odmowie zakwalifikowania do skorzystania z usług społecznych',
  orderSubtitle: 'o obowiązku uiszczenia opłaty za usługi społeczne',
  refusalRuling: (party: string, services: readonly string[], appliedOn: string | null) =>
    `Po rozpatrzeniu wniosku${appliedOn === null ? '' : ` z dnia ${appliedOn} r.`} odmawiam zakwalifikowania do skorzystania z usług społecznych${services.length > 0 ? `: ${names(services)}` : ''}. Osoba zainteresowana: ${party}.`,
  orderRuling: (party: string, amount: string, title: string, day: string) =>
    `Ustalam obowiązek uiszczenia opłaty za usługę społeczną „${title}” w wysokości ${amount}, na rachunek bankowy centrum, w terminie do dnia ${day} r. Osoba zobowiązana: ${party}.`,
  authority: 'Organ',
  reasoning: 'Uzasadnienie',
  factual: 'Uzasadnienie faktyczne',
  legal: 'Uzasadnienie prawne',
  howToAppeal:
    'Odwołanie można złożyć w okienku centrum, wysłać pocztą albo elektronicznie. Nie wymaga szczegółowego uzasadnienia: wystarczy, że wynika z niego niezadowolenie z decyzji.',
  onBehalf: (grantedBy: string, document: string) => `z upoważnienia: ${grantedBy}, dokument: ${document}`,
  recipientAddressee: 'adresat',
  recipientFile: 'aa',
  section: 'Decyzje',
  none: 'W tej sprawie nie wydano decyzji.',
  kinds: { refusal: 'odmowa', order_to_pay: 'obowiązek uiszczenia opłaty' },
  issuedOn: 'Wydana',
  deliveredOn: 'Doręczona',
  notDelivered: 'jeszcze nie doręczona',
  appealUntil: 'Odwołanie do',
  recordDelivery: 'Zapisz doręczenie',
  deliveryTitle: 'Doręczenie decyzji',
  deliveryLead: 'Dzień, w którym osoba dostała decyzję. Następnego dnia zaczyna biec termin na odwołanie.',
  delivered: 'Dzień doręczenia',
  deliverySubmit: 'Zapisz doręczenie',
  refuseTitle: 'Odmowa',
  refuseLead:
    'Odmowa jest decyzją administracyjną: ma uzasadnienie, pouczenie i podpis osoby z upoważnieniem.',
  draftLead: 'Przygotowujesz projekt. Decyzję wyda osoba, która ma upoważnienie ważne w dniu podpisu.',
  ground: 'Powód odmowy',
  grounds: {
    conditions: 'Warunek programu nie jest spełniony',
    limit: 'Limit osób albo pieniędzy jest wyczerpany',
    other: 'Inny powód, opisany w uzasadnieniu',
  },
  factualHint:
    'Co ustalono: kto, kiedy, z czego to wynika. Wstępny tekst ułożono z danych sprawy: popraw go.',
  legalHint: 'Które przepisy i które postanowienie programu stosujesz i dlaczego prowadzą do odmowy.',
  board: 'Organ odwoławczy, w dopełniaczu',
  boardHint: 'Na przykład: Samorządowego Kolegium Odwoławczego w Kaliszu.',
  boardMissing:
    'Centrum nie ma wpisanego kolegium odwoławczego, a bez niego nie da się pouczyć o odwołaniu. Wpisz właściwe, na przykład: Samorządowego Kolegium Odwoławczego w Kaliszu.',
  submit: 'Wydaj decyzję',
  submitDraft: 'Zapisz projekt odmowy',
  draftBy: (name: string, day: string) => `Projekt: ${name}, ${dateWords(day)}`,
  openDraft: 'Otwórz projekt',
  noAuthorisation:
    'W rejestrze nie ma upoważnienia, które pozwala dziś podpisać tę decyzję (art. 26 ustawy o CUS).',
  orderFactsHint: 'Wstępny tekst ułożono z danych opłaty: popraw go.',
  draftWaits: 'Projekt odmowy czeka na podpis',
  signing: 'Podpis',
  cannotSign: 'Nie możesz dziś podpisać tej decyzji',
  factsApplied: (day: string) => `Wniosek wpłynął do centrum ${day}`,
  factsServices: (services: readonly string[]) => `Dotyczy usług: ${names(services)}.`,
  factsAssessed: (day: string) => `Indywidualne potrzeby rozpoznano w rozmowie ${day}`,
  factsFull: (name: string, limit: number) =>
    `Limit osób w usłudze „${name}” wynosi ${limit} i jest wyczerpany.`,
  factsMoney: (name: string) => `Środki programu na usługę „${name}” są wyczerpane.`,
  legalProgramme: (programme: string) =>
    `Kwalifikowanie odbywa się na warunkach i w granicach limitów programu: ${programme} (art. 42 ust. 2 ustawy o CUS).`,
  legalClosing:
    'Odmowa zakwalifikowania następuje w drodze decyzji administracyjnej (art. 42 ust. 3 ustawy o CUS). Z podanych powodów orzeczono jak w sentencji.',
  orderTitle: 'Decyzja o obowiązku uiszczenia opłaty',
  orderLead: 'Tylko dla opłaty, której nie zapłacono w całości lub w części do jej terminu.',
  payBy: 'Nowy termin zapłaty',
  orderFacts: (title: string, amount: string, due: string, paid: string) =>
    `Za usługę „${title}” ustalono opłatę ${amount} z terminem zapłaty ${due} r. Do dnia wydania decyzji wpłynęło: ${paid}.`,
  orderLegal:
    'Opłata nieuiszczona w całości lub w części podlega ustaleniu w drodze decyzji administracyjnej, która określa jej wysokość i termin (art. 43 ust. 2 ustawy o CUS).',
  orderSubmit: 'Wydaj decyzję',
};

/** Words of fees. */
export const feesWords = {
  title: 'Opłaty',
  section: 'Opłaty',
  lead: 'Opłata jest tylko tam, gdzie przewiduje ją program. Wpłaca się ją na rachunek centrum.',
  empty: 'W tej sprawie nie ma opłat',
  emptyHint: 'Opłatę ustala się przy zakwalifikowaniu albo zatwierdzeniu planu, jeśli program ją przewiduje.',
  states: {
    set: 'naliczona',
    partly_paid: 'zapłacona częściowo',
    paid: 'zapłacona',
    overdue: 'zaległa',
    ordered: 'jest decyzja o obowiązku uiszczenia',
    waived: 'odstąpiono',
  },
  what: 'Za co',
  facts: 'Stan opłaty',
  amount: 'Kwota',
  paid: 'Wpłacono',
  waived: 'Odstąpiono',
  left: 'Do zapłaty',
  due: 'Termin',
  state: 'Stan',
  total: 'Razem',
  open: (title: string) => `Opłata: ${title}`,
  steps: 'Jak obliczono',
  payments: 'Wpłaty',
  noPayments: 'Nie ma jeszcze wpłaty.',
  paidOn: 'Dzień wpłaty',
  reference: 'Tytuł albo numer przelewu',
  postedBy: 'Kto zapisał',
  post: 'Zapisz wpłatę',
  postSubmit: 'Zapisz wpłatę',
  postAmount: 'Kwota wpłaty',
  waive: 'Odstąp od opłaty',
  waiveSubmit: 'Odstąp od opłaty',
  waiveAmount: 'Kwota, od której odstępujesz',
  waiveReason: 'Uzasadnienie',
  waiveLead:
    'Dyrektor może odstąpić od opłaty w całości lub w części w uzasadnionych przypadkach (art. 44 ustawy o CUS).',
  order: 'Wydaj decyzję o obowiązku uiszczenia',
  orderWhy:
    'Decyzję podpisuje osoba, która ma upoważnienie ważne w tym dniu (art. 43 ust. 2 i art. 26 ustawy o CUS).',
  resigned: (day: string) => `Opłata do dnia rezygnacji: ${dateWords(day)}.`,
  late: 'Termin minął, a opłaty nie zapłacono w całości.',
  openAll: 'Wszystkie opłaty',
  markOverdue: 'Oznacz zaległe',
  account: 'Rachunek centrum',
};
