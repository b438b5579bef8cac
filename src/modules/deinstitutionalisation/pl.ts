import { type RecipientGroup, recipientGroups } from '../../law/index.ts';
import type { PlanState } from './domain/lifecycle.ts';
import type { ActionState, CommunityFeature, MoneySource, Pillar, Topic } from './domain/plan.ts';
import type { PlanProblem } from './domain/problems.ts';
import type { Standing } from './domain/schedule.ts';
import type { Assumptions } from './domain/what-if.ts';
import { figures, formulas, inputPassports, starts } from './pl-figures.ts';

const states: Record<PlanState, string> = {
  draft: 'projekt',
  consulted: 'po konsultacjach',
  ready: 'gotowy do przyjęcia',
  adopted: 'przyjęty',
  ended: 'zakończony',
};

const topics: Record<Topic, string> = {
  coordination: 'koordynacja i zarządzanie usługami',
  housing: 'mieszkania wspomagane i treningowe',
  care_and_living: 'centra opiekuńczo-mieszkalne i rodzinne domy pomocy',
  day_support: 'ośrodki wsparcia dziennego',
  community_services: 'usługi środowiskowe i opiekuńcze',
  respite: 'opieka wytchnieniowa i wsparcie opiekunów',
  prevention: 'profilaktyka',
  foster_care: 'piecza zastępcza',
};

const pillars: Record<Pillar, string> = {
  prevention: 'profilaktyka: dzieci zostają w rodzinie',
  local_support: 'wsparcie w społeczności lokalnej',
  limiting_institutions: 'ograniczanie opieki instytucjonalnej',
  family_forms: 'rozwój rodzinnych form pieczy',
};

const features: Record<CommunityFeature, string> = {
  individualised: 'Czy usługa jest dobierana do każdej osoby z osobna?',
  users_control: 'Czy osoba decyduje o swoim życiu i o tym, jak korzysta z usługi?',
  not_isolated: 'Czy usługa nie odcina osoby od społeczności?',
  needs_prevail: 'Czy potrzeby osób są ważniejsze niż wygoda organizacji?',
};

const money: Record<MoneySource, string> = {
  own: 'budżet gminy',
  voivodeship: 'budżet wojewody',
  efs: 'EFS+',
  pfron: 'PFRON',
  solidarity_fund: 'Fundusz Solidarnościowy',
  user_fees: 'odpłatność',
  other: 'inne źródło',
};

const actionStates: Record<ActionState, string> = {
  planned: 'planowane',
  running: 'w toku',
  done: 'zrobione',
  dropped: 'zaniechane',
};

const standings: Record<Standing, string> = {
  to_come: 'jeszcze przed terminem',
  due: 'ma ruszyć w tym roku',
  late: 'powinno już trwać',
  running: 'w toku, w terminie',
  overdue: 'po terminie',
  done: 'zrobione',
  dropped: 'zaniechane',
};

const problems: Record<PlanProblem['code'], (about: string) => string> = {
  no_goals: () => 'Plan nie ma celów.',
  goal_without_actions: (about) => `Cel ${about} nie ma żadnego działania.`,
  action_without_goal: (about) => `Działanie ${about} nie należy do żadnego celu.`,
  action_outside_years: (about) => `Działanie ${about} wychodzi poza lata planu.`,
  cost_outside_action: (about) => `Działanie ${about} ma koszty w latach, w których nie trwa.`,
  action_without_cost: (about) => `Działanie ${about} nie ma kosztów.`,
  cost_unknown: (about) =>
    `Działanie ${about} ma koszt, którego kwoty nie znamy: suma budżetu też jest nieznana.`,
  not_community: (about) =>
    `Działanie ${about} nie jest usługą w społeczności lokalnej: nie sfinansuje go EFS+.`,
  test_unanswered: (about) => `Działanie ${about}: brak odpowiedzi w teście usługi w społeczności lokalnej.`,
  institutional_action: (about) => `Działanie ${about} dotyczy opieki całodobowej w instytucji.`,
  pillar_missing: (about) => `Działanie ${about} dotyczy pieczy zastępczej: wskaż filar.`,
  pillar_elsewhere: (about) => `Działanie ${about} ma filar pieczy, a pieczy nie dotyczy.`,
  action_without_indicator: (about) => `Działania ${about} nic nie mierzy.`,
  indicator_without_base: (about) =>
    `Wskaźnik „${about}” nie ma wartości bazowej: postępu nie da się policzyć.`,
  indicator_without_target: (about) => `Wskaźnik „${about}” nie ma celu.`,
  indicator_base_after_start: (about) =>
    `Wartość bazowa wskaźnika „${about}” jest z roku po rozpoczęciu planu.`,
  no_risks: () => 'Plan nie ma ryzyk.',
  no_roles: () => 'Nie zapisano, kto za co odpowiada.',
};

const assumptions: Record<
  keyof Assumptions,
  { label: string; hint: string; unit: 'people' | 'years' | 'money' | 'percent' | 'hours' }
> = {
  people: {
    label: 'Ile osób',
    hint: 'Ile osób przeniesie się z domów do wsparcia w środowisku.',
    unit: 'people',
  },
  movingYears: { label: 'Przez ile lat', hint: 'Przenoszą się po równo w każdym z tych lat.', unit: 'years' },
  years: { label: 'Ile lat liczymy', hint: 'Od 1 do 15.', unit: 'years' },
  homeMonthly: {
    label: 'Miesięczny koszt miejsca w domu',
    hint: 'Z zarządzenia albo rejestru.',
    unit: 'money',
  },
  paidByResident: { label: 'Ile z tego płaci osoba i rodzina', hint: 'Resztę płaci gmina.', unit: 'percent' },
  fixedShare: {
    label: 'Ile kosztu domu zostaje, gdy osoba odejdzie',
    hint: 'Budynek i załoga nie znikają z jedną osobą. Gmina, która płaci cudzemu domowi, oszczędza wszystko: 0.',
    unit: 'percent',
  },
  careHours: { label: 'Godziny usług opiekuńczych w miesiącu', hint: 'Na jedną osobę.', unit: 'hours' },
  hourPrice: { label: 'Cena godziny', hint: 'Z uchwały albo umowy.', unit: 'money' },
  otherMonthly: {
    label: 'Pozostałe wsparcie miesięcznie',
    hint: 'Mieszkanie, teleopieka, posiłki, koordynacja.',
    unit: 'money',
  },
  paidInCommunity: { label: 'Ile wsparcia opłaca osoba', hint: 'Odpłatność za usługi.', unit: 'percent' },
  startOnce: { label: 'Jednorazowo na osobę', hint: 'Dostosowanie mieszkania, sprzęt.', unit: 'money' },
  prices: { label: 'Wzrost cen rocznie', hint: 'Taki sam w domu i w środowisku.', unit: 'percent' },
  returns: { label: 'Ile osób wraca do domu', hint: 'W ciągu roku od przeniesienia.', unit: 'percent' },
};

/** Words of local deinstitutionalisation plans. */
export const pl = {
  basis:
    'Strategia rozwoju usług społecznych do 2030 r. (M.P. 2022 poz. 767); wytyczne tworzenia lokalnych planów deinstytucjonalizacji',
  states,
  topics,
  pillars,
  features,
  money,
  actionStates,
  standings,
  formulas,
  problems,
  assumptions,
  groups: recipientGroups as Record<RecipientGroup, string>,
  figures,
  inputPassports,
  starts,
  errors: {
    gmina: 'Wybierz gminę, którą obsługuje centrum.',
    goal: 'Wybierz cel, do którego należy działanie.',
    action: 'Wybierz działanie, które mierzy ten wskaźnik.',
    number: 'Podaj liczbę, na przykład 79,4.',
    level: 'Wybierz od 1 do 3.',
    yearsTurned: 'Ostatni rok planu jest przed pierwszym. Popraw lata.',
    yearsLong: 'Plan może trwać najwyżej 15 lat. Skróć go.',
    noSuchPlan: 'Nie ma takiego planu. Wróć do listy planów.',
    noSuchGoal: 'Tego celu już nie ma albo nie jest strategiczny. Wybierz cel z listy.',
    goalHasGoals: 'Ten cel ma cele szczegółowe, więc sam musi zostać strategiczny.',
    noSuchAction: 'Tego działania już nie ma. Nic nie zginęło. Otwórz plan jeszcze raz.',
    noSuchIndicator: 'Tego wskaźnika już nie ma. Nic nie zginęło. Otwórz plan jeszcze raz.',
    outsideYears: (from: number, to: number) => `Działanie musi się mieścić w latach planu: ${from}–${to}.`,
    costOutside: (from: number, to: number) =>
      `Działanie trwa w latach ${from}–${to}. Popraw rok kosztu albo lata działania.`,
    noMethod: 'Wybierz wzór albo opisz, jak wskaźnik będzie mierzony.',
    baseWithoutDay:
      'Wartość bazowa musi mieć dzień, z którego pochodzi. Jeśli jej nie znasz, zostaw oba pola puste.',
    held: {
      goals: 'Ten cel ma cele szczegółowe. Najpierw usuń je.',
      actions: 'Do tego celu należą działania. Najpierw przenieś je albo usuń.',
      indicators: 'Mierzy to wskaźnik. Najpierw usuń wskaźnik.',
    },
    noKind: 'Wybierz najpierw rodzaj usługi na karcie działania: bez niego luka nie wie, czego przybędzie.',
    placesOutside: (from: number, to: number) =>
      `Działanie trwa w latach ${from}–${to}. Popraw rok miejsc albo lata działania.`,
    noTotal: 'Podaj kwotę roku, którą dzielimy na źródła.',
    shareNegative: 'Udział nie może być ujemny.',
    sharesNoWhole: (sum: number) =>
      `Udziały dają razem ${String(sum).replace('.', ',')}%, a powinny 100% (po zaokrągleniu 99,7–100,3%). Nic nie zapisano. Popraw udziały albo dodaj brakujące źródło.`,
    assumptionsWrong: 'Założenia zawierają błędną liczbę. Popraw je i policz jeszcze raz.',
    negative: 'Liczba nie może być ujemna.',
    toldAlready: 'Na ten dzień jest już taka liczba. Podaj inny dzień.',
    notAdopted: 'Rok monitorowania zapisuje się dla przyjętego planu. Najpierw zapisz przyjęcie.',
    yearWrong: 'Wybierz rok od przyjęcia planu do dziś.',
    yearRecorded: 'Ten rok jest już zapisany. Zapisanego roku się nie zmienia.',
    notEditable:
      'Ten plan jest gotowy albo przyjęty, więc jego treści się nie zmienia. Cofnij go do projektu albo utwórz nową wersję.',
    wrongState:
      'Tego kroku nie można zrobić w obecnym stanie planu. Nic nie zginęło. Odśwież stronę, żeby zobaczyć stan.',
    notWhole: (count: number) =>
      `Planu nie można zamknąć: ${count === 1 ? 'jedna rzecz' : `${count} rzeczy`} do poprawy. Są na liście „Co trzeba poprawić”.`,
    adoptedInFuture: 'Dzień przyjęcia jeszcze nie nadszedł.',
    endedWrong: 'Dzień zakończenia nie może być przed przyjęciem planu ani w przyszłości.',
    computed: 'Ten wskaźnik liczy system. Nie wpisuje się go ręcznie.',
    future: 'Ten dzień jeszcze nie nadszedł.',
    measuredAlready: 'Na ten dzień jest już pomiar tego wskaźnika. Podaj inny dzień.',
  },
  commands: {
    'lpdi.create': { title: 'Utworzenie planu deinstytucjonalizacji', done: 'Plan utworzony.' },
    'lpdi.write-goal': { title: 'Zapisanie celu planu', done: 'Cel zapisany.' },
    'lpdi.write-action': { title: 'Zapisanie karty działania', done: 'Działanie zapisane.' },
    'lpdi.write-costs': { title: 'Zapisanie kosztów działania', done: 'Koszty zapisane.' },
    'lpdi.answer-test': { title: 'Test usługi w społeczności lokalnej', done: 'Odpowiedzi zapisane.' },
    'lpdi.write-indicator': { title: 'Zapisanie wskaźnika', done: 'Wskaźnik zapisany.' },
    'lpdi.write-risk': { title: 'Zapisanie ryzyka', done: 'Ryzyko zapisane.' },
    'lpdi.write-role': { title: 'Zapisanie odpowiedzialności', done: 'Odpowiedzialność zapisana.' },
    'lpdi.write-reference': { title: 'Zapisanie dokumentu', done: 'Dokument zapisany.' },
    'lpdi.remove-part': { title: 'Usunięcie części planu', done: 'Usunięte.' },
    'lpdi.set-action-state': { title: 'Stan działania', done: 'Stan działania zapisany.' },
    'lpdi.refresh': { title: 'Odświeżenie liczb planu', done: 'Liczby odświeżone.' },
    'lpdi.consult': { title: 'Konsultacje planu', done: 'Plan jest po konsultacjach.' },
    'lpdi.finish': { title: 'Zamknięcie projektu planu', done: 'Plan jest gotowy do przyjęcia.' },
    'lpdi.reopen': { title: 'Cofnięcie planu do projektu', done: 'Plan jest znów projektem.' },
    'lpdi.adopt': { title: 'Przyjęcie planu', done: 'Plan przyjęty. Jego treść się już nie zmieni.' },
    'lpdi.end': { title: 'Zakończenie planu', done: 'Plan zakończony.' },
    'lpdi.measure': { title: 'Pomiar wskaźnika', done: 'Pomiar zapisany.' },
    'lpdi.write-places': { title: 'Zapisanie planowanych miejsc', done: 'Planowane miejsca zapisane.' },
    'lpdi.write-spending': { title: 'Zapisanie wydatków działania', done: 'Wydatki zapisane.' },
    'lpdi.split-costs': { title: 'Podział kwoty na źródła', done: 'Kwota podzielona na źródła.' },
    'lpdi.keep-what-if': {
      title: 'Zachowanie wyliczenia „co jeśli”',
      done: 'Wyliczenie zachowane w planie.',
    },
    'lpdi.tell': { title: 'Zapisanie liczby spoza systemu', done: 'Liczba zapisana.' },
    'lpdi.record-year': { title: 'Zapis roku monitorowania', done: 'Rok monitorowania zapisany.' },
    'lpdi.what-if': { title: 'Koszty do wyliczenia „co jeśli”' },
    'lpdi.list': { title: 'Plany deinstytucjonalizacji' },
    'lpdi.view': { title: 'Plan deinstytucjonalizacji' },
  } as Record<string, { title: string; done?: string }>,
};
