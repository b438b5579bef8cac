import type { FileFault } from './kinds.ts';

/** What a person reads when a file cannot be taken: what happened, and what to do. */
export const pl = {
  kinds: 'PDF, JPG, PNG, DOCX, ODT, XLSX, ODS, TXT lub CSV, do 20 MB',
  faults: {
    FILE_EMPTY: 'Ten plik jest pusty. Sprawdź, czy otwiera się na Twoim urządzeniu, i dołącz go jeszcze raz.',
    FILE_TOO_LARGE: 'Ten plik jest większy niż 20 MB. Zmniejsz go albo podziel na części i dołącz osobno.',
    FILE_NAME:
      'Nazwa tego pliku jest pusta, za długa albo zawiera ścieżkę. Zmień nazwę i dołącz go jeszcze raz.',
    FILE_NAME_DISGUISED: 'Nazwa tego pliku udaje inny rodzaj pliku. Zmień nazwę na prostą, np. „skan.pdf”.',
    FILE_KIND:
      'Takiego pliku nie przyjmujemy. Dołącz plik PDF, JPG, PNG, DOCX, ODT, XLSX, ODS, TXT albo CSV.',
    FILE_EXECUTABLE:
      'Ten plik jest programem lub stroną internetową albo zawiera program, dlatego go nie przyjmujemy. Dołącz dokument, np. PDF.',
    FILE_MISMATCH:
      'Zawartość tego pliku nie zgadza się z jego nazwą. Zapisz go jeszcze raz we właściwym formacie.',
    FILE_DAMAGED: 'Ten plik jest uszkodzony albo niepełny. Zapisz go jeszcze raz i dołącz ponownie.',
    FILE_LOCKED:
      'Ten plik jest zamknięty hasłem albo zapisany w starym formacie. Zapisz go bez hasła, np. jako PDF.',
    FILE_MACROS: 'Ten plik zawiera makra. Zapisz go bez makr, np. jako PDF.',
    FILE_BOMB: 'Ten plik po rozpakowaniu byłby nienaturalnie duży, dlatego go nie przyjmujemy.',
  } satisfies Record<FileFault, string>,
  harmful:
    'W tym pliku znaleziono wirusa, dlatego go nie przyjmujemy. Nie otwieraj go; dołącz ten dokument z innego źródła.',
  notScanned:
    'Nie udało się teraz sprawdzić, czy plik jest bezpieczny, dlatego go nie przyjęliśmy. Reszta formularza czeka. Spróbuj za kilka minut.',
} as const;
