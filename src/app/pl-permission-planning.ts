import { type MatrixSection, row } from './pl-permission-row.ts';

/** Rows of the permission matrix for surveys, figures, diagnosis and plans: part of permission-matrix.ts. */
// biome-ignore format: the columns of a table
export const planningSections: readonly MatrixSection[] = [
  //                                                                     Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm Kontr
  {
    title: 'Ludność i zasoby',
    rows: [
      row('Ludność gmin', 'art. 21 ust. 1',                          'R   R    R    R   R     R    –    –   R    –      –    –   –  –', {
        R: ['population.view'],
      }),
      row('Ludność dla wszystkich', 'art. 21 ust. 1',                'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['population.published'],
      }, 'statystyka publiczna; bez konta'),
      row('Dane i założenia o ludności', 'art. 27 ust. 1 pkt 2',     '–   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['population.set-structure', 'population.set-scenario'],
      }),
      row('Zasoby', 'art. 21 ust. 2',                                'R   R    R    R   R     R    R    –   R    –      –    –   –  –', {
        R: ['resources.list'],
      }, 'jednostka: placówki własnych kart'),
      row('Zapis zasobu', 'art. 13 ust. 2; 27 ust. 1 pkt 2',         '–   RW   –    –   –     –    RW   –   –    –      –    –   –  –', {
        R: ['resources.form'],
        W: ['resources.correct'],
      }, 'jednostka: liczby placówek własnych kart'),
      row('Dopisanie i rejestry zasobów', 'art. 27 ust. 1 pkt 2',    '–   RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['resources.view-import'],
        W: [
          'resources.add', 'resources.close', 'resources.stage-import', 'resources.import', 'resources.drop-import',
        ],
      }),
    ],
  },
  {
    title: 'Diagnoza potrzeb i potencjału',
    rows: [
      row('Diagnoza i luka w usługach', 'art. 21 ust. 1',            'R   R    R    R   R     –    –    –   R    –      –    –   –  –', {
        R: ['diagnosis.gap', 'diagnosis.gap-by-place', 'diagnosis.list', 'diagnosis.view'],
      }, 'bez danych osób; liczby zgłoszeń od 1 do 4 ukryte'),
      row('Treść i konsultacje diagnozy', 'art. 21; 27 ust. 1 pkt 2', 'RW  RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['diagnosis.contacts'],
        W: [
          'diagnosis.start', 'diagnosis.write-chapter', 'diagnosis.refresh', 'diagnosis.collect', 'diagnosis.finish-draft',
          'diagnosis.open-consultation', 'diagnosis.close-consultation', 'diagnosis.answer-remark',
          'diagnosis.propose-update',
        ],
      }, 'adresy do wysłania raportu bez związku z uwagami'),
      row('Przekazanie i obowiązywanie diagnozy', 'art. 21',         'W   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: [
          'diagnosis.hand-to-mayor', 'diagnosis.hand-to-council', 'diagnosis.put-in-force',
          'diagnosis.set-consultation-length',
        ],
      }),
      row('Konsultacje diagnozy: czytanie i uwaga', 'art. 21',       'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  R', {
        R: ['diagnosis.consultation', 'diagnosis.consultations', 'diagnosis.paper'],
        W: ['diagnosis.remark'],
      }, 'bez konta; nie pyta, kto pisze'),
      row('Koniec diagnozy po 5 latach', 'art. 21 ust. 2',           '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['diagnosis.expire'],
      }, 'robi to sam system, raz dziennie'),
    ],
  },
  {
    title: 'Plan deinstytucjonalizacji (LPDI)',
    rows: [
      row('Plany deinstytucjonalizacji', 'M.P. 2022 poz. 767',     'R   R    R    R   R     –    –    –   –    –      –    –   –  –', {
        R: ['lpdi.list', 'lpdi.view'],
      }, 'bez danych osób'),
      row('Przyjęty plan dla wszystkich', 'M.P. 2022 poz. 767',    'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['lpdi.published-plans', 'lpdi.published', 'lpdi.published-paper'],
      }, 'bez konta; tylko po przyjęciu'),
      row('Koszty do wyliczenia „co jeśli”', 'M.P. 2022 poz. 767', 'R   R    –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['lpdi.what-if'],
      }),
      row('Treść planu', 'M.P. 2022 poz. 767',                     'W   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: [
          'lpdi.create', 'lpdi.write-goal', 'lpdi.write-action', 'lpdi.write-costs', 'lpdi.answer-test',
          'lpdi.write-indicator', 'lpdi.write-risk', 'lpdi.write-role', 'lpdi.write-reference', 'lpdi.remove-part',
          'lpdi.set-action-state', 'lpdi.refresh', 'lpdi.consult', 'lpdi.finish', 'lpdi.reopen', 'lpdi.write-places',
          'lpdi.split-costs', 'lpdi.write-spending', 'lpdi.keep-what-if', 'lpdi.record-year',
        ],
      }),
      row('Przyjęcie i zakończenie planu', 'M.P. 2022 poz. 767',   'W   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['lpdi.adopt', 'lpdi.end'],
      }, 'dyrektor zapisuje, co postanowiła rada albo wójt'),
      row('Pomiar wskaźników planu', 'M.P. 2022 poz. 767',         'W   W    –    W   –     –    –    –   –    –      –    –   –  –', {
        W: ['lpdi.measure', 'lpdi.tell'],
      }),
    ],
  },
  {
    title: 'Ankiety mieszkańców',
    rows: [
      row('Układanie i publikacja ankiety', 'art. 21 ust. 1',          '–   W    –    W   –     –    –    –   –    –      –    –   –  –', {
        W: [
          'survey.create', 'survey.import-xlsform', 'survey.save-settings', 'survey.save-draft', 'survey.write-section', 'survey.write-question',
          'survey.add-from-bank', 'survey.arrange', 'survey.remove-part', 'survey.publish', 'survey.revise', 'survey.close',
        ],
      }),
      row('Próba, zaproszenia, egzemplarze', 'art. 21 ust. 1',         '–   W    –    W   –     –    –    –   –    –      –    –   –  –', {
        W: ['survey.draw-sample', 'survey.print-invitations', 'survey.print-copies'],
      }, 'kody i adresy pokazywane raz'),
      row('Przebieg ankiety', 'art. 21 ust. 1',                        'R   R    –    R   –     R    –    –   –    –      –    –   –  –', {
        R: [
          'survey.list-surveys', 'survey.get-survey', 'survey.sample-progress', 'survey.list-copies',
          'survey.published-definition', 'survey.list-devices',
        ],
      }, 'same liczby i pytania, bez odpowiedzi jednej osoby'),
      row('Wpisywanie ankiet', 'art. 21 ust. 1',                       '–   W    –    W   –     W    –    –   –    –      –    –   –  –', {
        W: ['survey.enter-sheet', 'survey.settle-copy', 'survey.post-sheets', 'survey.note-device', 'survey.import-sheets'],
      }),
      row('Odpowiedź na ankietę', 'art. 21 ust. 1',                    'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  R', {
        R: ['survey.open-surveys', 'survey.read-questionnaire'],
        W: ['survey.answer-section', 'survey.leave-contact'],
      }, 'anonimowo; kontakt osobno, bez związku z odpowiedziami'),
      row('Kontakty od mieszkańców', 'art. 6 ust. 1 lit. a RODO',      '–   RW   –    RW  –     –    –    –   –    –      –    –   –  –', {
        R: ['survey.list-contacts'],
        W: ['survey.drop-contact'],
      }, 'kto zostawił kontakt i wyraził zgodę'),
      row('Usuwanie zbędnych danych ankiet', 'art. 5 ust. 1 lit. e RODO','–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['survey.clear-away'],
      }, 'robi to sam system, raz dziennie: zaczęte ankiety, adresy, kontakty'),
      row('Wyniki ankiet', 'art. 21 ust. 1',                           'R   R    –    R   –     –    –    –   –    –      –    –   –  –', {
        R: [
          'results.view', 'results.weights', 'results.cross', 'results.quality', 'results.open-answers', 'results.whole',
          'results.publication',
        ],
      }, 'tylko zestawienia; liczby mniejsze niż 5 ukryte'),
      row('Wagi i kody odpowiedzi', 'art. 21 ust. 1',                  '–   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: [
          'results.set-weights', 'results.write-code', 'results.remove-code', 'results.code-answer', 'results.publish',
          'results.withdraw',
        ],
      }),
      row('Opublikowane wyniki ankiet', 'art. 21 ust. 1',              'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['results.published', 'results.published-surveys', 'results.published-report'],
      }, 'bez konta; tylko po publikacji, małe liczby ukryte'),
    ],
  },
];
