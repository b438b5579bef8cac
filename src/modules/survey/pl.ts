import type { FaultKind } from './domain/read-answers.ts';
import type { ProblemKind } from './domain/check.ts';
import type { RegisterFaultKind } from './domain/register.ts';

/** What is wrong with an answer, as the person who gives it is told. */
export const faults: Record<FaultKind, string> = {
  missing: 'Odpowiedz na to pytanie.',
  notOffered: 'Wybierz odpowiedź z podanych.',
  tooMany: 'Za dużo odpowiedzi. Zostaw tyle, ile wolno wybrać.',
  notAlone: 'Tej odpowiedzi nie można łączyć z innymi. Zostaw ją samą albo ją odznacz.',
  notAllRanked: 'Wybierz odpowiedź na każdym miejscu.',
  twice: 'Ta sama odpowiedź stoi na dwóch miejscach. Wybierz każdą tylko raz.',
  notNumber: 'Wpisz liczbę cyframi, bez części po przecinku.',
  outOfRange: 'Ta liczba jest za mała albo za duża. Sprawdź ją.',
  tooLong: 'Ta odpowiedź jest za długa. Skróć ją.',
  hidden: 'To pytanie było ukryte przy pozostałych odpowiedziach.',
  unknown: 'Takiego pytania nie ma w ankiecie.',
};

const problems: Record<ProblemKind, (about: string) => string> = {
  noQuestions: () => 'Ankieta nie ma żadnego pytania.',
  emptySection: () => 'Ta część nie ma pytań. Dodaj pytanie albo usuń część.',
  sameName: (about) => `Nazwa powtarza się${about ? `: ${about}` : ''}. Zmień jedną z nich.`,
  noText: () => 'Brakuje treści po polsku.',
  noOptions: () => 'Za mało odpowiedzi do wyboru.',
  sameCode: (about) => `Dwie odpowiedzi mają ten sam kod ${about}.`,
  impossibleMaximum: (about) => `Nie da się wybrać ${about} odpowiedzi: tyle ich nie ma.`,
  emptyRange: () => 'Początek skali lub przedziału musi być mniejszy niż koniec.',
  unknownReference: (about) => `Warunek mówi o pytaniu „${about}”, którego nie ma.`,
  forwardReference: (about) => `Warunek mówi o pytaniu „${about}”, które pada później. Przesuń je wyżej.`,
  cycle: (about) => `Warunki tworzą koło: ${about}. Żadne z tych pytań nigdy się nie pokaże.`,
  wrongTest: (about) => `Warunek nie pasuje do pytania „${about}”: nie ma ono takiej odpowiedzi.`,
  unreachable: () => 'Nikt tego nie zobaczy: warunek nigdy się nie spełni.',
  noTranslation: (about) => `Brakuje tłumaczenia: ${about === 'uk' ? 'ukraiński' : 'angielski'}.`,
};

const registerFaults: Record<RegisterFaultKind, string> = {
  noName: 'brak imienia i nazwiska',
  noAddress: 'brak adresu',
  noLocality: 'brak miejscowości',
  wrongSex: 'płeć: wpisz K albo M',
  notNumber: 'rok urodzenia nie jest liczbą',
  wrongYear: 'niemożliwy rok urodzenia',
  tooYoung: 'osoba niepełnoletnia',
  twice: 'ta sama osoba jest w wierszu wyżej',
};

export const pl = {
  commands: {
    'survey.create': { title: 'Założenie ankiety', done: 'Ankieta założona. Teraz ułóż pytania.' },
    'survey.import-xlsform': {
      title: 'Kwestionariusz z pliku XLSForm',
      done: 'Plik odczytany. Sprawdź pytania.',
    },
    'survey.save-settings': { title: 'Zmiana ustawień ankiety', done: 'Ustawienia zapisane.' },
    'survey.save-draft': { title: 'Zapis całego kwestionariusza', done: 'Kwestionariusz zapisany.' },
    'survey.write-section': { title: 'Zapis części ankiety', done: 'Część zapisana.' },
    'survey.write-question': { title: 'Zapis pytania', done: 'Pytanie zapisane.' },
    'survey.add-from-bank': { title: 'Dodanie pytań z banku', done: 'Pytania dodane.' },
    'survey.arrange': { title: 'Zmiana kolejności pytań', done: 'Kolejność zmieniona.' },
    'survey.remove-part': { title: 'Usunięcie pytania lub części', done: 'Usunięte.' },
    'survey.publish': { title: 'Opublikowanie ankiety', done: 'Ankieta opublikowana.' },
    'survey.revise': {
      title: 'Rozpoczęcie nowej wersji ankiety',
      done: 'Nowa wersja czeka na zmiany. Odpowiedzi zbiera dotychczasowa.',
    },
    'survey.close': { title: 'Zamknięcie ankiety', done: 'Ankieta zamknięta. Nie przyjmuje już odpowiedzi.' },
    'survey.answer-section': { title: 'Odpowiedź na ankietę' },
    'survey.leave-contact': {
      title: 'Zostawienie kontaktu',
      done: 'Zapisaliśmy kontakt. Nie łączymy go z odpowiedziami.',
    },
    'survey.drop-contact': { title: 'Usunięcie kontaktu mieszkańca', done: 'Kontakt usunięty.' },
    'survey.enter-sheet': {
      title: 'Wpisanie ankiety papierowej lub telefonicznej',
      done: 'Ankieta wpisana.',
    },
    'survey.settle-copy': { title: 'Rozstrzygnięcie różnic w egzemplarzu', done: 'Różnice rozstrzygnięte.' },
    'survey.print-copies': {
      title: 'Przygotowanie egzemplarzy papierowych',
      done: 'Egzemplarze mają swoje kody.',
    },
    'survey.import-sheets': { title: 'Wczytanie ankiet z pliku', done: 'Plik odczytany.' },
    'survey.post-sheets': { title: 'Przyjęcie ankiet z tabletu', done: 'Ankiety przyjęte.' },
    'survey.draw-sample': { title: 'Losowanie próby', done: 'Próba wylosowana.' },
    'survey.print-invitations': { title: 'Wydruk zaproszeń', done: 'Zaproszenia gotowe do druku.' },
    'survey.clear-away': { title: 'Usuwanie danych, które nie są już potrzebne' },
    'survey.list-contacts': { title: 'Lista osób, które zostawiły kontakt' },
  },
  errors: {
    notFoundDraft:
      'Tej ankiety nie da się już zmieniać. Opublikowana wersja zostaje taka, jaka jest: rozpocznij nową wersję.',
    title: 'Wpisz tytuł ankiety.',
    sectionTitle: 'Wpisz tytuł części.',
    questionText: 'Wpisz treść pytania.',
    name: 'Nazwa: mała litera bez polskich znaków, potem litery, cyfry i podkreślenia, najwyżej 40 znaków.',
    nameTaken: 'Ta nazwa jest już w ankiecie. Wpisz inną.',
    noSection: 'Wybierz część, do której trafi pytanie.',
    noPart: 'Tego pytania już nie ma. Ktoś je usunął.',
    leaning: (names: string) =>
      `Nie usunięto. Od tego pytania zależą inne: ${names}. Zmień najpierw ich warunki.`,
    nothingChosen: 'Zaznacz co najmniej jedno pytanie.',
    template: 'Wybierz wzór z listy.',
    slugTaken: 'Ankieta o takim adresie już jest. Zmień tytuł.',
    incomplete: (count: number) => `Nie opublikowano. Do poprawienia: ${count}. Zobacz listę sprawdzeń.`,
    period: 'Ostatni dzień musi być taki sam jak pierwszy albo późniejszy.',
    past: 'Pierwszy dzień nie może być w przeszłości.',
    nothingDraft: 'Nie ma nic do opublikowania. Rozpocznij nową wersję.',
    alreadyDraft: 'Nowa wersja już czeka na zmiany.',
    noSample: 'Najpierw wylosuj próbę: ta ankieta pyta tylko wylosowane osoby.',
    notRunning: 'Ta ankieta nie zbiera teraz odpowiedzi.',
    samplingFixed: 'Sposobu doboru nie zmienia się po publikacji.',
    copyCode: 'Wpisz kod egzemplarza tak, jak stoi na papierze, na przykład 12-7.',
    noCopy: 'Takiego egzemplarza nie wydrukowano. Sprawdź kod.',
    otherVersion: (no: number) =>
      `Na tym egzemplarzu są pytania w wersji ${no}. Otwórz wpis tej wersji na stronie egzemplarzy.`,
    copyEntered: 'Ten egzemplarz jest już wpisany. Nic się nie podwoiło.',
    secondByOther: 'Ten egzemplarz trzeba wpisać drugi raz, ale musi to zrobić inna osoba.',
    asWritten:
      'Nie zapisano. Sprawdź zaznaczone pytania. Jeżeli tak jest na papierze albo tak odpowiedziano, zaznacz pole na dole.',
    settled: 'Te różnice ktoś już rozstrzygnął.',
    settleAll: 'Wybierz właściwą odpowiedź przy każdej różnicy.',
    copies: 'Podaj, ile egzemplarzy wydrukować: od 1 do 200.',
    registerEmpty: 'W pliku nie ma ani jednej osoby, którą można wylosować.',
    registerColumns: (names: string) => `W pierwszym wierszu brakuje kolumn: ${names}.`,
    registerFile: 'Wybierz plik CSV z rejestrem.',
    sampleDrawn: 'Próba jest już wylosowana. Losuje się raz.',
    sampleOnly: 'To badanie otwarte: nie losuje się próby.',
    sampleSize: 'Podaj błąd od 1 do 20 punktów procentowych.',
    wavesDone: 'Wydrukowano już dwa zaproszenia. Adresy zostały usunięte.',
    allAnswered: 'Wszyscy wylosowani już odpowiedzieli.',
    unknownVersion: 'Nie ma takiej wersji ankiety.',
  },
  web: {
    notOpen: 'Ta ankieta nie zbiera teraz odpowiedzi. Nic nie zostało wysłane.',
    code: 'Ten kod z zaproszenia nie działa. Sprawdź litery. Każdy kod działa jeden raz.',
    noDraft:
      'Nie ma takiej zaczętej ankiety. Jeżeli odpowiedzi są już wysłane, nie trzeba nic robić. Możesz też zacząć od nowa.',
    answers: 'Nie wszystko jest gotowe. Popraw zaznaczone pytania.',
    hidden: 'Nie przyjęto: jest odpowiedź na pytanie, które było ukryte. Otwórz ankietę jeszcze raz.',
    contact: 'Wpisz telefon albo e-mail.',
    wants: 'Zaznacz, w jakiej sprawie możemy się odezwać.',
    consent: 'Zaznacz zgodę. Bez niej nie możemy zapisać kontaktu.',
  },
  faults,
  problems,
  registerFaults,
};
