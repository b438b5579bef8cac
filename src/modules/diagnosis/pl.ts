import type { ChapterKey } from './domain/content.ts';
import type { DiagnosisState } from './domain/lifecycle.ts';
import type { Verdict } from './domain/remark.ts';

const states: Record<DiagnosisState, string> = {
  planned: 'planowana',
  collecting: 'zbieranie danych',
  draft: 'projekt',
  consultation: 'konsultacje',
  report: 'raport z konsultacji',
  with_mayor: 'przekazana wójtowi',
  with_council: 'przekazana radzie',
  in_force: 'obowiązuje',
  updating: 'w aktualizacji',
  expired: 'wygasła',
};

const chapters: Record<ChapterKey, string> = {
  introduction: 'Wprowadzenie',
  method: 'Jak badano potrzeby',
  people: 'Mieszkańcy',
  needs: 'Potrzeby w zakresie usług społecznych',
  potential: 'Potencjał społeczności lokalnej',
  conclusions: 'Wnioski',
};

const verdicts: Record<Verdict, string> = {
  taken: 'uwzględniono',
  partly: 'uwzględniono w części',
  not_taken: 'nie uwzględniono',
};

/** Words of the diagnosis. */
export const pl = {
  states,
  chapters,
  verdicts,
  commands: {
    'diagnosis.start': { title: 'Rozpoczęcie diagnozy', done: 'Diagnoza jest rozpoczęta.' },
    'diagnosis.write-chapter': { title: 'Zapis rozdziału diagnozy', done: 'Rozdział jest zapisany.' },
    'diagnosis.refresh': {
      title: 'Odświeżenie liczb diagnozy',
      done: 'Liczby i zestawienia są odświeżone. Niżej jest lista zmian.',
    },
    'diagnosis.collect': { title: 'Rozpoczęcie zbierania danych', done: 'Zbieranie danych trwa.' },
    'diagnosis.finish-draft': { title: 'Projekt diagnozy', done: 'Projekt jest gotowy do konsultacji.' },
    'diagnosis.open-consultation': {
      title: 'Otwarcie konsultacji',
      done: 'Konsultacje są ogłoszone na stronie dla mieszkańców.',
    },
    'diagnosis.set-consultation-length': {
      title: 'Czas konsultacji diagnozy w centrum',
      done: 'Czas konsultacji jest zapisany. Trwające konsultacje kończą się tak, jak je ogłoszono.',
    },
    'diagnosis.remark': { title: 'Uwaga w konsultacjach', done: 'Dziękujemy. Uwaga jest zapisana.' },
    'diagnosis.answer-remark': { title: 'Odpowiedź na uwagę', done: 'Odpowiedź jest zapisana.' },
    'diagnosis.close-consultation': {
      title: 'Zamknięcie konsultacji',
      done: 'Konsultacje są zamknięte. Odpowiedz na uwagi i popraw projekt.',
    },
    'diagnosis.hand-to-mayor': { title: 'Przekazanie diagnozy wójtowi', done: 'Przekazanie jest zapisane.' },
    'diagnosis.hand-to-council': { title: 'Przekazanie diagnozy radzie', done: 'Przekazanie jest zapisane.' },
    'diagnosis.put-in-force': {
      title: 'Obowiązywanie diagnozy',
      done: 'Diagnoza obowiązuje. Termin następnej jest w terminach centrum.',
    },
    'diagnosis.propose-update': {
      title: 'Propozycja aktualizacji diagnozy',
      done: 'Aktualizacja jest zaproponowana. Rozpocznij nową diagnozę na podstawie tej.',
    },
    'diagnosis.expire': { title: 'Wygaszenie diagnoz po 5 latach', done: 'Sprawdzono.' },
    'diagnosis.gap-by-place': { title: 'Luka w miejscowościach' },
    'diagnosis.paper': { title: 'Pobranie ogłoszonego dokumentu diagnozy' },
    'diagnosis.contacts': { title: 'Kontakty do wysłania raportu z konsultacji' },
  },
  clock: (gmina: string | null) =>
    gmina === null
      ? 'Nowa diagnoza potrzeb i potencjału'
      : `Nowa diagnoza potrzeb i potencjału, gmina ${gmina}`,
  consultationClock: (gmina: string | null) =>
    gmina === null ? 'Konsultacje projektu diagnozy' : `Konsultacje projektu diagnozy, gmina ${gmina}`,
  announced: 'ogłoszenie konsultacji',
  errors: {
    settingPast: 'Nowy czas konsultacji może obowiązywać od dziś albo od późniejszego dnia.',
    notEditable:
      'Tej diagnozy nie można teraz zmieniać: trwają konsultacje albo została przekazana. Niczego nie zapisano. Zmiana po przekazaniu to nowa diagnoza.',
    wrongState: 'Tego kroku nie można teraz zrobić: diagnoza jest w innym stanie. Odśwież stronę.',
    gmina: 'Wybierz gminę, którą obsługuje centrum.',
    noSuch: 'Wybierz diagnozę tej samej gminy.',
    noFigures: 'Najpierw odśwież liczby: diagnoza musi mówić o potrzebach i wykonawcach (art. 21 ust. 1).',
    noNeeds: 'Najpierw napisz rozdział o potrzebach w zakresie usług społecznych (art. 21 ust. 1 pkt 1).',
    consultationInPast: 'Konsultacje mogą zacząć się dziś albo później.',
    consultationTurned: 'Ostatni dzień musi być po pierwszym.',
    consultationLong: (days: number) => `Konsultacje mogą trwać najwyżej ${days} dni.`,
    consultationRuns: (day: string) => `Konsultacje trwają do ${day}. Zamknij je następnego dnia.`,
    remarksOpen: (count: number) => `Najpierw odpowiedz na wszystkie uwagi. Bez odpowiedzi: ${count}.`,
    dayToCome: 'Ten dzień jeszcze nie nadszedł.',
    dayTooEarly: 'Ten dzień jest wcześniejszy niż poprzedni krok.',
    noReason:
      'Napisz, co się istotnie zmieniło: rozeznanie nie ma po wejściu diagnozy w życie istotnej zmiany.',
    answersClosed: 'Na uwagi odpowiada się w czasie konsultacji i przed przekazaniem diagnozy wójtowi.',
  },
  web: {
    words: 'Napisz uwagę.',
    over: 'Konsultacje nie trwają. Twojej uwagi nie zapisano. Skontaktuj się z centrum.',
    tooMany: 'Dziś przyszło bardzo dużo uwag i nie przyjmujemy kolejnych. Wyślij uwagę jutro.',
  },
  figures: {
    unknownPerformer: 'wykonawca nieznany',
    ages: {
      all: 'mieszkańcy',
      children: 'osoby w wieku 0–14 lat',
      working: 'osoby w wieku 15–64 lat',
      older: 'osoby w wieku 65 lat i więcej',
      oldest: 'osoby w wieku 80 lat i więcej',
    },
    parts: { demand: 'zapotrzebowanie', capacity: 'miejsca', gap: 'luka' },
  },
} as const;
