import type { RefusalKind, RemarkKind } from './domain/xlsform/problem.ts';

const refusals: Record<RefusalKind, (about: string) => string> = {
  formula: (cell) => `W komórce ${cell} jest formuła. Wklej w to miejsce samą wartość.`,
  noType: () => 'Brakuje typu w kolumnie „type”.',
  unknownType: (type) => `Typu „${type}” nie znamy.`,
  meta: (type) =>
    `Typ „${type}” zapisuje, kto, gdzie lub kiedy odpowiada. Nasze ankiety są anonimowe: usuń ten wiersz.`,
  dateType: (type) =>
    `Pytania o datę lub godzinę („${type}”) nie mamy. Zapytaj o liczbę lat albo o przedział.`,
  mediaType: (type) => `Zdjęć, nagrań i plików („${type}”) ankieta nie przyjmuje.`,
  decimalType: () => 'Przyjmujemy tylko liczby całkowite. Zmień typ na „integer”.',
  calculate: (type) => `Obliczeń („${type}”) nie mamy. Usuń wiersz; zestawienia robi się w wynikach.`,
  repeat: (row) =>
    `Powtarzanych grup (begin_repeat) nie mamy. Odrzucono wszystko do wiersza ${row || 'ostatniego'}.`,
  externalList: (type) => `Lista odpowiedzi z osobnego pliku („${type}”): wpisz ją do arkusza „choices”.`,
  nestedGroup: (row) =>
    `Grupa w grupie: mamy jeden poziom części. Odrzucono wszystko do wiersza ${row || 'ostatniego'}.`,
  endWithoutBegin: (type) => `„${type}” zamyka grupę, której nikt nie otworzył.`,
  notClosed: (name) => `Grupa „${name}” nie jest zamknięta: brakuje wiersza end_group.`,
  notePlace: () =>
    'Sam tekst (note) może stać tylko na początku ankiety albo na początku grupy, bez warunku.',
  noName: () => 'Brakuje nazwy w kolumnie „name”.',
  sameName: (name) => `Nazwa „${name}” jest już w wierszu wyżej.`,
  noList: (list) => `Listy odpowiedzi „${list}” nie ma w arkuszu „choices”.`,
  noListName: () => 'Brakuje nazwy listy w kolumnie „list_name”.',
  noChoiceName: (list) => `Brakuje nazwy odpowiedzi na liście „${list}” (kolumna „name”).`,
  sameChoice: (name) => `Odpowiedź „${name}” jest już na tej liście.`,
  faultyList: (list) => `Lista odpowiedzi „${list}” ma błędy: zobacz arkusz „choices”.`,
  matrixRow: (about) =>
    `W tabeli ocen (table-list) mogą stać tylko pytania select_one bez własnych warunków i wskazówek: ${about}.`,
  matrixLists: (lists) =>
    `Wszystkie wiersze tabeli ocen muszą mieć jedną listę odpowiedzi, a mają: ${lists}.`,
  matrixRequired: () => 'Wiersze tabeli ocen muszą być albo wszystkie obowiązkowe, albo żaden.',
  scaleList: (about) =>
    `To nie jest skala: stopnie muszą być kolejnymi liczbami${about ? ` (${about})` : ''}.`,
  relevantSyntax: (near) => `Warunku „relevant” nie da się odczytać od miejsca: ${near}`,
  relevantShape: (what) =>
    `Takiego warunku nie mamy: ${what}. Zostaw porównania połączone samym „and” albo samym „or”.`,
  tooManyTests: (count) => `Warunek ma za dużo porównań (${count}). Może mieć najwyżej 6.`,
  unknownReference: (name) => `Warunek mówi o pytaniu „${name}”, którego nie ma w arkuszu.`,
  forwardReference: (name) => `Warunek mówi o pytaniu „${name}”, które pada później. Przesuń je wyżej.`,
  cycle: (names) => `Warunki tworzą koło: ${names}. Żadne z tych pytań nigdy by się nie pokazało.`,
  leansOnRefused: (name) => `Warunek mówi o „${name}”, a ten wiersz odrzucono.`,
  unknownAnswer: (name) => `Odpowiedzi „${name}” nie ma na liście tego pytania.`,
  inRefusedGroup: (group) => `Odrzucono razem z grupą „${group}”.`,
  requiredShape: (said) => `W kolumnie „required” wpisz yes albo no. Jest: ${said}.`,
  constraintSyntax: (near) => `Ograniczenia „constraint” nie da się odczytać od miejsca: ${near}`,
  constraintShape: (text) =>
    `Takiego ograniczenia nie mamy: ${text}. Znamy najmniejszą i największą liczbę, długość tekstu i liczbę odpowiedzi.`,
  columnValue: (column) => `Kolumna „${column}” zmienia działanie pytania, a tego nie umiemy zachować.`,
  parameters: (text) => `Ustawień „${text}” z kolumny „parameters” nie znamy.`,
  unknownMark: (text) => `Kolumna „okienko” ma wpis, którego nie znamy: ${text}`,
  labelReference: () => 'Treść wstawia cudzą odpowiedź (${...}). Napisz ją bez tego.',
  outOfBounds: (about) => `Wartość jest za długa, za duża albo jest ich za wiele: ${about}.`,
};

const remarks: Record<Exclude<RemarkKind, 'check'>, (about: string) => string> = {
  renamed: (names) => `Zmieniona nazwa: ${names}.`,
  recoded: (names) => `Odpowiedzi dostały kody liczbowe. ${names}.`,
  ownColumn: (column) => `Kolumny „${column}” nie znamy. Pominęliśmy ją.`,
  foreignLanguage: (language) => `Języka „${language}” ankieta nie ma: polski, ukraiński, angielski.`,
  otherSheet: (sheet) => `Arkusz „${sheet}” pominięty.`,
  appearance: (look) => `Wygląd „${look}” nie ma u nas znaczenia.`,
  message: (column) => `Własny komunikat („${column}”) zastąpi nasz.`,
  orOther: (name) => `Z „or_other” powstała odpowiedź „Inne” i pytanie „${name}”.`,
  setting: (name) => `Ustawienie „${name}” pominięte.`,
};

/** Words about XLSForm workbooks. */
export const xlsform = {
  title: 'Kwestionariusz z pliku XLSForm',
  lead: 'Plik XLSX z arkuszami survey, choices i settings, na przykład z KoboToolbox albo ODK. Najpierw zobaczysz, co z niego rozumiemy.',
  link: 'Z pliku XLSForm',
  file: 'Plik XLSX',
  name: 'Tytuł',
  nameHint: 'Zostaw puste, żeby wziąć tytuł z pliku.',
  sampling: 'Kogo pytamy',
  read: 'Sprawdź plik',
  take: 'Przyjmij jako nową ankietę',
  takeWithout: (rows: number) => `Przyjmij bez odrzuconych wierszy (${rows})`,
  other: 'Wybierz inny plik',
  previewTitle: 'Co rozumiemy z pliku',
  previewLead: 'Nic nie zostało jeszcze zapisane.',
  counts: (sections: number, questions: number) => `Części: ${sections}, pytań: ${questions}.`,
  refusedTitle: (rows: number) => `Odrzucone wiersze: ${rows}`,
  refusedBody:
    'Popraw je w pliku i sprawdź go jeszcze raz albo przyjmij resztę. Pytanie, którego warunku nie umiemy zachować, też odpada: inaczej padłoby każdemu.',
  refused: 'Odrzucone wiersze',
  noneRefused: 'Rozumiemy każdy wiersz.',
  remarksTitle: 'Uwagi do przyjętych wierszy',
  sheet: 'Arkusz',
  row: 'Wiersz',
  whole: 'cały',
  what: 'Co się stało',
  understood: 'Pytania',
  question: 'Pytanie',
  section: 'Część',
  type: 'Rodzaj',
  export: 'Pobierz XLSForm',
  fileName: 'ankieta',
  noOpinion: { pl: 'nie mam zdania', uk: 'не маю думки', en: 'no opinion' },
  untitled: { pl: 'Pytania', uk: 'Питання', en: 'Questions' },
  otherChoice: { pl: 'Inne', uk: 'Інше', en: 'Other' },
  otherQuestion: { pl: 'Inne: jakie?', uk: 'Інше: яке саме?', en: 'Other: what exactly?' },
  refusals,
  remarks,
  errors: {
    choose: 'Wybierz plik XLSX.',
    title: 'Plik nie ma tytułu (form_title w arkuszu settings). Wpisz tytuł ankiety.',
    nothing: 'W pliku nie ma ani jednego pytania, które umiemy przyjąć. Nic nie zapisano.',
    tooLarge:
      'Ten plik jest za duży na kwestionariusz: może mieć najwyżej 600 kB. Usuń z niego obrazy i niepotrzebne arkusze. Nic nie zapisano.',
    notXlsx:
      'To nie jest skoroszyt XLSX, chociaż może tak się nazywać. Zapisz kwestionariusz jako „Skoroszyt programu Excel (.xlsx)”. Nic nie zapisano.',
    tooManyRows: 'Arkusz ma ponad 5000 wierszy: to nie jest kwestionariusz. Nic nie zapisano.',
    noSurvey: 'W pliku nie ma arkusza „survey”. Nic nie zapisano.',
    noColumns: 'W pierwszym wierszu arkusza „survey” brakuje kolumn „type” i „name”. Nic nie zapisano.',
    noRows: 'W arkuszu „survey” nie ma ani jednego pytania. Nic nie zapisano.',
    noChoices: 'W pliku nie ma arkusza „choices”, a pytania go potrzebują. Nic nie zapisano.',
    outOfBounds: 'Tytuł formularza albo grupy jest dłuższy niż 1000 znaków. Skróć go. Nic nie zapisano.',
  },
};
