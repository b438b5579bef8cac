import { type MatrixSection, row } from './pl-permission-row.ts';

/** Rows of the permission matrix for the protection of personal data: part of permission-matrix.ts. */
// biome-ignore format: the columns of a table
export const privacySections: readonly MatrixSection[] = [
  //                                                                     Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm Kontr
  {
    title: 'Ochrona danych osobowych',
    rows: [
      row('Przyjęcie żądania osoby', 'art. 12 i 15–21 RODO',         'RW  RW   –    –   –     RW   –    –   –    –      –    RW  –  –', {
        R: ['privacy.request-subject'],
        W: ['privacy.take-request'],
      }, 'na stronie osoby; miesiąc biegnie od wpływu'),
      row('Żądania i pakiet danych', 'art. 12, 15 i 39 RODO',        'RW  –    –    –   –     –    –    –   –    –      –    RW  –  –', {
        R: ['privacy.home', 'privacy.waiting-requests', 'privacy.view-request', 'privacy.access-pack'],
        W: ['privacy.extend-request'],
      }),
      row('Odpowiedź na żądanie, ograniczenie', 'art. 12, 16–18 RODO', 'W –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['privacy.answer-request', 'privacy.restrict', 'privacy.allow-in-spite', 'privacy.lift-restriction'],
      }, 'decyduje administrator danych; inspektor doradza (art. 38 ust. 6)'),
      row('Koniec zgód mimo ograniczenia', 'art. 18 ust. 2 RODO',     '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['privacy.end-allowed'],
      }, 'robi system co dzień'),
      row('Znak ograniczenia przy osobie', 'art. 18 RODO',           'R   R    R    –   R     R    –    –   –    –      –    R   –  –', {
        R: ['privacy.person-standing'],
      }, 'samo to, że przetwarzanie jest ograniczone, i dlaczego'),
      row('Rejestr czynności, klauzule', 'art. 13, 14 i 30 RODO',    'RW  –    –    –   –     –    –    –   –    –      –    RW  –  –', {
        R: ['privacy.register', 'privacy.clauses'],
        W: ['privacy.enter-activity', 'privacy.end-activity', 'privacy.adopt-activities', 'privacy.publish-clause'],
      }),
      row('Klauzule dla mieszkańców', 'art. 12 ust. 1 RODO',         'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['privacy.public-clauses'],
      }),
      row('Klasy wykazu akt i usunięcie akt', 'wykaz akt centrum',   'W   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['privacy.set-class', 'privacy.carry-out-review'],
      }, 'tylko ze spisu, który zatwierdził ktoś inny niż jego autor'),
      row('Spis akt po czasie', 'wykaz akt centrum',                 'RW  –    –    –   –     RW   –    –   –    –      –    RW  –  –', {
        R: ['privacy.retention', 'privacy.view-review'],
        W: ['privacy.make-review', 'privacy.decide-item', 'privacy.drop-review'],
      }, 'znaki i dni, bez osób'),
      row('Zatwierdzenie spisu akt', 'wykaz akt centrum',            'A   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        A: ['privacy.approve-review'],
      }, 'nie własnego'),
      row('Dane do statystyki', 'art. 89 RODO',                      'R   R    –    –   –     –    –    –   –    –      –    R   –  –', {
        R: ['privacy.export-statistics'],
      }, 'bez osób; grupy mniejsze niż k uogólnione albo pominięte'),
    ],
  },
];
