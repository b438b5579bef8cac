import type { Fault, FaultCode } from './domain/check.ts';

const quoted = (value: string | undefined): string => (value ? ` („${value}”)` : '');

/** What is told about a row: what is wrong, and what became of it. */
const words: Readonly<Record<FaultCode, (fault: Fault) => string>> = {
  'not-object': () => 'To nie jest wpis: oczekujemy obiektu z polami.',
  'not-service': () =>
    'To jest organizacja, a nie usługa. Organizacje bierzemy razem z usługami, które prowadzą.',
  'no-id': (fault) =>
    fault.refused
      ? 'Brakuje identyfikatora wpisu.'
      : `Identyfikator nie jest poprawny${quoted(fault.value)}.`,
  missing: (fault) => (fault.refused ? 'Brakuje nazwy usługi.' : 'Brakuje pola, którego wymaga standard.'),
  'not-text': (fault) => `To nie jest tekst${quoted(fault.value)}.`,
  'not-number': (fault) => `To nie jest liczba${quoted(fault.value)}.`,
  'not-date': (fault) => `To nie jest data w zapisie RRRR-MM-DD${quoted(fault.value)}.`,
  'not-instant': (fault) => `To nie jest data z godziną w zapisie ISO 8601${quoted(fault.value)}.`,
  'not-address': (fault) => `To nie jest adres strony http lub https${quoted(fault.value)}.`,
  'not-email': (fault) => `To nie jest adres e-mail${quoted(fault.value)}.`,
  'not-one-of': (fault) => `Takiej wartości nie ma na liście: ${fault.value ?? ''}.`,
  'not-flag': (fault) => `Oczekujemy true albo false${quoted(fault.value)}.`,
  'not-value': () => 'Tej wartości nie da się odczytać.',
  'too-long': () => 'Tekst ma ponad 20 000 znaków.',
  'too-many': (fault) => `Na liście jest za dużo pozycji; bierzemy pierwsze ${fault.value ?? ''}.`,
  'not-list': () => 'Oczekujemy listy.',
  doubled: (fault) => `Wpis powtarza identyfikator z wiersza ${fault.value ?? ''}. Bierzemy tylko pierwszy.`,
  'doubled-row': () => 'To miejsce jest przy tej usłudze drugi raz. Bierzemy tylko pierwsze.',
  'no-organization': (fault) =>
    `Nie ma organizacji o tym identyfikatorze${quoted(fault.value)}: ani w pliku, ani w katalogu.`,
  'no-location': () => 'Brakuje opisu miejsca, do którego wpis się odwołuje.',
  'no-parent': (fault) => `Wiersz odwołuje się do wpisu, którego nie ma w pliku${quoted(fault.value)}.`,
  cut: () => 'Plik urywa się w tym miejscu. Wpis jest niecały.',
  'not-json': () => 'Tego wpisu nie da się odczytać jako JSON.',
  'not-csv': () => 'Tego wiersza nie da się odczytać jako CSV. Sprawdź, czy każdy cudzysłów ma parę.',
  'no-services': () => 'W pliku nie ma usług zapisanych według HSDS.',
  'unknown-file': (fault) => `Pliku z archiwum nie ma w standardzie${quoted(fault.value)}.`,
  'unknown-column': (fault) => `Kolumny nie ma w standardzie${quoted(fault.value)}.`,
  'not-utf8': () => 'Plik nie jest zapisany w UTF-8. Czytamy go jako Windows-1250; sprawdź polskie litery.',
  bomb: () => 'Archiwum rozpakowuje się do czegoś nienaturalnie dużego. Nie czytamy go.',
  damaged: () => 'Archiwum jest uszkodzone albo zamknięte hasłem.',
  empty: () => 'Plik jest pusty.',
};

const consequence = (fault: Fault): string =>
  fault.path !== undefined && !fault.refused ? ' Pomijamy to pole, reszta wpisu wchodzi.' : '';

/** One sentence or two about what was not taken and why. */
export const faultWords = (fault: Fault): string => `${words[fault.code](fault)}${consequence(fault)}`;
