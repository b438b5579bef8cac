import type { HeadFault } from './domain/answer-file/head.ts';
import type { RowFaultKind } from './domain/answer-file/read.ts';

const rowFaults: Record<RowFaultKind, string> = {
  missing: 'brakuje odpowiedzi, która jest wymagana',
  notOffered: 'takiego kodu nie ma wśród odpowiedzi',
  tooMany: 'więcej odpowiedzi, niż wolno wybrać',
  notAlone: 'odpowiedź, której nie łączy się z innymi, stoi razem z inną',
  notAllRanked: 'nie wszystkie miejsca są obsadzone',
  twice: 'ta sama odpowiedź albo to samo miejsce stoi dwa razy',
  notNumber: 'to nie jest liczba całkowita',
  outOfRange: 'liczba poza zakresem pytania',
  tooLong: 'odpowiedź dłuższa, niż pozwala pytanie',
  hidden: 'odpowiedź na pytanie, którego ta osoba nie powinna dostać',
  unknown: 'takiego pytania nie ma w ankiecie',
  cells: 'inna liczba komórek niż w pierwszym wierszu',
  sheet: 'niedozwolona wartość',
  sheetTwice: 'ta sama ankieta (id) stoi w wierszu wyżej',
  quotes: 'cudzysłów, którego nikt nie zamknął',
};

const head: Record<HeadFault['kind'], (names?: readonly string[]) => string> = {
  unknown: (names = []) =>
    `W pierwszym wierszu są kolumny, których ta ankieta nie ma: ${names.join(', ')}. Nic nie zapisano. Porównaj z wzorem pliku.`,
  twice: (names = []) =>
    `W pierwszym wierszu te kolumny stoją dwa razy: ${names.join(', ')}. Nic nie zapisano. Zostaw każdą raz.`,
  missing: (names = []) =>
    `W pierwszym wierszu brakuje kolumn: ${names.join(', ')}. Nic nie zapisano. Porównaj z wzorem pliku.`,
  empty: () => 'W pliku nie ma ani jednej ankiety. Nic nie zapisano. Wybierz inny plik.',
};

/** Words of the page that takes in answers collected elsewhere, and of the command line. */
export const answerFile = {
  title: 'Ankiety z pliku',
  lead: 'Odpowiedzi zebrane poza Okienkiem. Wszystkie wiersze albo żaden: gdy coś jest źle, wskażemy wiersze i niczego nie zapiszemy.',
  link: 'Ankiety z pliku',
  file: 'Plik z odpowiedziami (CSV)',
  fileHint:
    'Jeden wiersz to jedna ankieta, w komórkach kody odpowiedzi. Do 20 MB; większy plik wczyta administrator poleceniem import-answers.',
  template: 'Pobierz wzór pliku',
  templateName: 'wzor-odpowiedzi',
  columns:
    'Wzór ma wszystkie kolumny ankiety. Puste pole to brak odpowiedzi. Można dodać kolumny: id (numer ankiety UUID, dzięki niemu ta sama nie wejdzie dwa razy), day (dzień, RRRR-MM-DD), mode (web, interviewer, telephone, paper), lang (pl, uk, en), minutes, stratum.',
  mode: 'Jak zebrano te ankiety',
  modes: { web: 'przez internet', interviewer: 'ankieter', telephone: 'telefon', paper: 'papier' },
  day: 'Dzień odpowiedzi',
  dayHint: 'Dla wierszy bez kolumny day. Od pierwszego dnia ankiety do dzisiaj.',
  withoutFaulty: 'Zapisz bez wierszy z błędami',
  submit: 'Wczytaj plik',
  notRunning: 'Tej ankiety jeszcze nie opublikowano. Odpowiedzi wczytasz po publikacji.',
  faultsTitle: (count: number) => `Wiersze z błędami: ${count}. Niczego nie zapisano.`,
  faultsLead:
    'Popraw te wiersze i wczytaj plik ponownie albo zaznacz, że wchodzi bez nich. Wiersz 1 to nagłówki.',
  takenTitle: (added: number) => `Zapisane ankiety: ${added}`,
  already: (count: number) => `Były tu już wcześniej, nic się nie podwoiło: ${count}.`,
  leftOut: (count: number) => `Pominięte wiersze z błędami: ${count}.`,
  more: (shown: number) => `Pokazujemy pierwsze ${shown}.`,
  caption: 'Wiersze z błędami',
  row: 'Wiersz',
  column: 'Kolumna',
  fault: 'Co jest źle',
  value: 'Wartość',
  back: 'Wczytaj poprawiony plik',
  toSurvey: 'Wróć do ankiety',
  faults: rowFaults,
  head,
  errors: {
    choose: 'Wybierz plik CSV z odpowiedziami.',
    notPublished: 'Tej ankiety jeszcze nie opublikowano. Nic nie zapisano.',
    version: 'Nie ma takiej wersji ankiety. Nic nie zapisano.',
    day: 'Podaj dzień od pierwszego dnia ankiety do dzisiaj.',
    taken: (day: string) =>
      `Ten plik wczytano już ${day}. Nic się nie podwoiło. Nowe odpowiedzi wczytaj z osobnego pliku.`,
    takenNow: 'Ten plik właśnie wczytuje ktoś inny. Nic się nie podwoiło.',
  },
};
