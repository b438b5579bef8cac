import { directorySections } from './pl-permission-directory.ts';
import { planningSections } from './pl-permission-planning.ts';
import { privacySections } from './pl-permission-privacy.ts';
import { inspectionSections } from './pl-permission-inspections.ts';
import { type MatrixRow, type MatrixSection, row } from './pl-permission-row.ts';

export { columns, type Letter, letters, type MatrixRow, type MatrixSection } from './pl-permission-row.ts';

// biome-ignore format: the columns of a table
export const sections: readonly MatrixSection[] = [
  //                                                                     Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm Kontr
  {
    title: 'Wejście i konta',
    rows: [
      row('Wejście do systemu', 'art. 50 ust. 3',                     'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  RW', {
        R: ['access.list-personas', 'access.list-ways-in', 'access.passkey-challenge', 'access.waiting-identity'],
        W: ['access.sign-in', 'access.sign-in-externally', 'access.sign-in-by-passkey', 'access.sign-in-as-persona', 'access.sign-out'],
      }, 'wejście jednym kliknięciem istnieje tylko w demonstracji'),
      row('Własne konto', 'art. 50 ust. 2',                           'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  RW', {
        R: ['access.get-own-account', 'access.get-own-security'],
        W: ['access.change-password', 'access.enrol-second-factor', 'access.add-passkey', 'access.prove'],
      }, 'tylko własne; gość nie ma konta, a konto, które jeszcze na coś czeka, ma prawa gościa'),
      row('Własne klucze, kody i sesje', 'art. 50 ust. 2',             'W   W    W    W   W     W    W    W   W    W      –    W   W  W', {
        W: [
          'access.remove-passkey', 'access.make-recovery-codes', 'access.save-notice-address', 'access.end-session',
          'access.end-other-sessions',
        ],
      }, 'tylko własne'),
      row('Konta i role', 'art. 50 ust. 2; KRI § 19',                 'R   –    –    –   –     –    –    –   –    –      –    R   RW  –', {
        R: ['access.list-accounts', 'access.get-account'],
        W: [
          'access.create-account', 'access.give-role', 'access.end-role', 'access.close-account',
          'access.reset-password', 'access.reset-second-factor', 'access.end-account-sessions',
        ],
      }, 'administrator nie zmienia własnego konta'),
      row('Logowanie przez inny system', 'art. 50 ust. 2',           '–   –    –    –   –     –    –    –   –    –      –    R   RW  –', {
        R: ['access.list-providers'],
        W: ['access.save-provider', 'access.invite-external', 'access.join-external', 'access.unjoin-external'],
      }, 'wyłączone, dopóki administrator go nie włączy; nigdy po samym adresie e-mail'),
      row('Połączenie logowania mieszkańca w okienku', 'art. 50 ust. 2', '–   –    –    –   –     RW   –    –   –    –      –    –   RW  –', {
        R: ['access.resident-to-join'],
        W: ['access.approve-external'],
      }, 'po sprawdzeniu tożsamości i kodu, który pokazuje mieszkaniec'),
      row('Lista organizacji do konta', 'art. 49',                    '–   –    –    –   –     –    –    –   –    –      –    –   R  –', {
        R: ['access.list-organizations-for-accounts'],
      }),
      row('Zastępstwa: ustalenie', 'art. 24 ust. 2, 27 ust. 1',       'W   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['access.set-substitution'],
      }, 'w roli koordynatora, okienka i organizatora społeczności lokalnej; podpisu zastępstwo nie daje'),
      row('Zastępstwa: lista i zakończenie', 'art. 24 ust. 2, 27 ust. 1', 'RW  RW   RW   RW  –     RW   –    –   –    –      –    –   –  –', {
        R: ['access.list-substitutions'],
        W: ['access.end-substitution'],
      }, 'zastępca tylko własne'),
      row('Praca w zastępstwie', 'art. 29, 50 ust. 3',                '–   –    W    W   –     W    –    –   –    –      –    –   –  –', {
        W: ['access.stand-in', 'access.put-away'],
      }, 'tylko kto zastępuje, tylko w tych dniach; w dzienniku zostaje, kto i za kogo'),
      row('Rejestr upoważnień', 'art. 26, 24 ust. 2 pkt 3',           'RW  R    –    –   R     –    –    –   –    –      –    R   RW  –', {
        R: ['access.list-authorisations', 'access.get-authorisation'],
        W: ['access.grant-authorisation', 'access.revoke-authorisation'],
      }, 'nikt nie wpisuje ani nie cofa własnego'),
      row('Lista osób do upoważnienia', 'art. 26',                    'R   –    –    –   –     –    –    –   –    –      –    –   R  –', {
        R: ['access.list-authorisable'],
      }),
      row('Otwarcie osoby z konieczności', 'art. 50',                 'RW  RW   RW   –   RW    RW   –    –   –    –      –    –   –  –', {
        R: ['access.find-open-grant'],
        W: ['access.open-by-necessity'],
      }, 'na godzinę, z powodem, który ktoś oceni'),
      row('Ocena otwarć z konieczności', 'art. 50 ust. 3',            'RA  –    –    –   –     –    –    –   –    –      –    RA  –  –', {
        R: ['access.list-grants', 'access.waiting-grants'],
        A: ['access.review-grant'],
      }, 'nie własne'),
    ],
  },
  {
    title: 'Osoby',
    rows: [
      row('Szukanie osoby', 'art. 50',                                'R   R    R    –   R     R    –    –   –    –      –    –   –  –', {
        R: ['people.search', 'people.identify-person'],
      }, 'wyniki mówią tyle, ile wolno roli; adres chroniony nigdzie się nie pokazuje'),
      row('Osoba: czytanie', 'art. 50 ust. 1 i 3',                    'R   R    R    –   R     R    –    –   –    R      –    –   –  –', {
        R: ['people.view-person'],
      }, 'w zasięgu roli i sprawy albo otwarta z konieczności; mieszkaniec: własne dane'),
      row('Osoba, gospodarstwo, relacje', 'art. 50 ust. 1',           '–   RW   RW   –   RW    RW   –    –   –    –      –    –   –  –', {
        R: ['people.find-duplicates', 'people.list-household-candidates'],
        W: [
          'people.register', 'people.correct', 'people.record-death', 'people.withdraw-death',
          'people.form-household', 'people.join-household', 'people.leave-household', 'people.add-relation',
          'people.end-relation',
        ],
      }, 'w zasięgu roli i sprawy'),
      row('Ochrona adresu', 'art. 50 ust. 2',                         'RW  RW   –    –   RW    –    –    –   –    –      –    –   –  –', {
        R: ['people.view-protection'],
        W: ['people.shield', 'people.unshield'],
      }),
    ],
  },
  ...directorySections,
  {
    title: 'Zgłoszenie i wniosek',
    rows: [
      row('Zgłoszenie potrzeby', 'art. 13 ust. 1 pkt 9',              '–   W    W    W   W     W    –    –   –    W      W    –   –  –', {
        W: ['casework.take-report'],
      }),
      row('Osoba wybrana do zgłoszenia lub wniosku', 'art. 50 ust. 1', '–   R    R    –   R     R    –    –   –    –      –    –   –  –', {
        R: ['casework.person-for-case'],
      }, 'tylko imię, nazwisko, data urodzenia, gmina i kto może działać za osobę'),
      row('Odpowiedź na zgłoszenie', 'art. 13 ust. 1 pkt 9',          '–   W    W    –   –     W    –    –   –    –      –    –   –  –', {
        W: ['casework.identify-person', 'casework.answer-report'],
      }, 'koordynator tylko we własnej sprawie'),
      row('Przydział sprawy', 'art. 29',                              'RW  RW   –    –   –     RW   –    –   –    –      –    –   –  –', {
        R: ['casework.list-coordinators'],
        W: ['casework.assign'],
      }),
      row('Wniosek: czytanie', 'art. 22, 50',                         'R   R    R    –   R     R    –    –   –    R      –    –   –  –', {
        R: ['casework.view-case', 'casework.read-attachment'],
      }, 'koordynator: własna sprawa; zespół pomocy społecznej: przekazana; albo otwarta z konieczności; mieszkaniec: własna'),
      row('Lista spraw', 'art. 22, 50',                               'R   R    R    –   R     R    –    –   –    –      –    –   –  –', {
        R: ['casework.list-cases', 'casework.open-cases', 'casework.person-file', 'casework.waiting-cases'],
      }, 'tylko sprawy, które rola może otworzyć'),
      row('Wniosek: rejestracja i braki', 'art. 35, 36; KPA art. 64', '–   –    RW   –   –     RW   –    –   –    –      –    –   –  –', {
        R: ['casework.application-form'],
        W: [
          'casework.start-application', 'casework.save-application-draft', 'casework.submit-application',
          'casework.call-to-complete', 'casework.record-call-delivered', 'casework.complete-application',
          'casework.leave-unconsidered', 'casework.renew-code',
        ],
      }, 'koordynator tylko we własnej sprawie'),
      row('Wniosek przez internet', 'art. 35, 36',                    '–   –    W    –   –     W    –    –   –    W      W    –   –  –', {
        W: ['casework.start-web-application', 'casework.keep-web-step', 'casework.send-application'],
      }, 'mieszkaniec tylko własny'),
      row('Wycofanie wniosku', 'KPA art. 105',                        '–   –    W    –   –     W    –    –   –    W      W    –   –  –', {
        W: ['casework.withdraw'],
      }, 'mieszkaniec tylko własny; gość przez adres z kodu sprawy'),
      row('Zamknięcie sprawy', 'art. 45',                             '–   –    W    –   –     W    –    –   –    –      –    –   –  –', {
        W: ['casework.close'],
      }, 'koordynator tylko we własnej sprawie'),
      row('Notatki w sprawie', 'art. 50',                             'W   W    W    –   W     W    –    –   –    –      –    –   –  –', {
        W: ['casework.add-note'],
      }, 'koordynator: własna sprawa; zespół pomocy społecznej: przekazana'),
      row('Załączniki', 'art. 36 ust. 3',                             'W   W    W    –   W     W    –    –   –    W      W    –   –  –', {
        W: ['casework.attach-file'],
      }, 'mieszkaniec i gość tylko we własnej sprawie'),
      row('Deklaracja dostępności: zapis', 'ustawa z 4.04.2019, art. 10', 'W   –    –    –   –     –    –    –   –    –      –    –   W  –', {
        W: ['accessibility.save-statement'],
      }),
      row('Deklaracja dostępności', 'ustawa z 4.04.2019, art. 10',    'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['accessibility.statement'],
      }),
      row('Własne sprawy mieszkańca z kontem', 'art. 15 RODO',        '–   –    –    –   –     –    –    –   –    R      –    –   –  –', {
        R: ['casework.own-cases'],
      }, 'tylko osoba, do której należy konto'),
      row('Sprawy osoby, którą reprezentuje mieszkaniec z kontem', 'art. 35', '–   –    –    –   –     –    –    –   –    R      –    –   –  –', {
        R: ['casework.represented', 'casework.represented-cases'],
      }, 'tylko przedstawiciel ustawowy i opiekun faktyczny, dopóki trwa ta relacja'),
      row('Prośba o zmianę, skarga, rezygnacja', 'art. 41, 44, KPA art. 227', '–   –    –    –   –     –    –    –   –    W      –    –   –  –', {
        W: ['casework.ask-for-change', 'casework.complain', 'casework.announce-resignation'],
      }, 'tylko we własnej sprawie'),
      row('Prośby mieszkańca w sprawie', 'art. 22, 50',               'R   R    R    –   R     R    –    –   –    –      –    –   –  –', {
        R: ['casework.list-requests'],
      }, 'jak czytanie wniosku'),
      row('Odpowiedź na prośbę mieszkańca', 'art. 41, KPA art. 237',  'W   –    W    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['casework.answer-request'],
      }, 'koordynator tylko we własnej sprawie, a na skargę nigdy (KPA art. 232 § 2)'),
      row('Stan sprawy po kodzie', 'art. 14 ust. 1',                  'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  R', {
        R: ['casework.case-status', 'casework.web-draft', 'casework.application-choices', 'casework.other-services'],
        W: ['casework.follow-case'],
      }, 'tylko z kodem sprawy i datą urodzenia'),
    ],
  },
  {
    title: 'Rozpoznanie i wynik (mur art. 49)',
    rows: [
      row('Rozpoznanie: czytanie', 'art. 37',                         'R   R    R    –   –     –    –    –   –    R      –    –   –  –', {
        R: ['casework.view-assessment', 'casework.view-protocols'],
      }, 'koordynator i mieszkaniec: własne'),
      row('Rozpoznanie i kwalifikowanie', 'art. 29, 37, 38, 42, 49',  '–   –    W    –   –     –    –    –   –    –      –    –   –  –', {
        W: [
          'casework.start-recognition', 'casework.record-assessment', 'casework.qualify', 'casework.require-plan',
          'casework.draft-refusal',
        ],
      }, 'koordynator we własnej sprawie'),
      row('Wynik: czytanie', 'art. 38, 42',                           'R   R    R    –   R     R    –    –   –    –      –    –   –  –', {
        R: ['casework.view-outcome'],
      }, 'jak wniosek'),
      row('Przekazanie wniosku', 'art. 19, 38 ust. 1',                '–   –    W    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['casework.transfer'],
      }, 'koordynator we własnej sprawie'),
      row('Przekazany wniosek: czytanie', 'art. 38 ust. 1',           'R   R    R    –   R     R    R    –   –    R      –    –   –  –', {
        R: ['casework.view-transfer'],
      }, 'jednostka i zespół pomocy społecznej: przekazany właśnie im; mieszkaniec: własny'),
      row('Wnioski przekazane jednostce: lista', 'art. 38 ust. 1',   '–   –    –    –   –     –    R    –   –    –      –    –   –  –', {
        R: ['casework.received-transfers'],
      }, 'tylko przekazane własnej jednostce'),
      row('Odpowiedź na przekazanie', 'art. 38 ust. 1',               '–   –    W    –   W     W    W    –   –    –      –    –   –  –', {
        W: ['casework.record-transfer-answer'],
      }, 'jednostka i zespół pomocy społecznej: na przekazany właśnie im'),
      row('Decyzja o odmowie: podpis', 'art. 42 ust. 3, 26; KPA art. 107','A   A    –    –   A     –    –    –   –    –      –    –   –  –', {
        A: ['casework.refuse'],
      }, 'tylko z upoważnieniem, które obejmuje ten dzień'),
      row('Decyzje: czytanie', 'art. 42 ust. 3',                      'R   R    R    –   R     –    –    –   –    R      –    –   –  –', {
        R: ['casework.view-decisions'],
      }, 'koordynator i mieszkaniec: własne'),
      row('Doręczenie decyzji', 'KPA art. 129 § 2',                   'W   W    W    –   W     –    –    –   –    –      –    –   –  –', {
        W: ['casework.record-delivery'],
      }),
    ],
  },
  {
    title: 'IPUS (mur art. 49)',
    rows: [
      row('IPUS: czytanie', 'art. 38, 39, 50',                        'R   R    R    –   –     –    –    –   –    R      –    –   –  –', {
        R: ['plans.view-plan', 'plans.compare-versions', 'plans.of-person'],
      }, 'koordynator: własne sprawy; mieszkaniec: własny plan'),
      row('IPUS: lista i plan w sprawie', 'art. 38 ust. 2, 41 ust. 1','R   R    R    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['plans.list-plans', 'plans.of-case', 'plans.waiting-plans'],
      }, 'koordynator: własne sprawy'),
      row('IPUS: układanie i prowadzenie', 'art. 29, 38, 39, 41 ust. 2, 45, 49','–   –    RW   –   –     –    –    –   –    –      –    –   –  –', {
        R: ['plans.drawing'],
        W: [
          'plans.draw-up', 'plans.set-period', 'plans.write-need', 'plans.remove-need', 'plans.write-line',
          'plans.remove-line', 'plans.write-action', 'plans.remove-action', 'plans.agree', 'plans.reopen',
          'plans.start', 'plans.monitor', 'plans.update', 'plans.end', 'plans.summarise', 'plans.abandon',
        ],
      }, 'koordynator tylko we własnej sprawie'),
      row('IPUS: zatwierdzenie i zwrot', 'art. 41 ust. 1, 24 ust. 2 pkt 3','A   A    –    –   –     –    –    –   –    –      –    –   –  –', {
        A: ['plans.approve', 'plans.return'],
      }, 'dyrektor z mocy ustawy, organizator tylko z upoważnieniem'),
      row('Rezygnacja z planu albo z usług bez planu', 'art. 44',     'W   –    W    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['plans.resign', 'casework.resign'],
      }, 'koordynator we własnej sprawie', 'matryca milczy o rezygnacji; osoba zawiadamia o niej dyrektora (art. 44), więc zapisuje ją i on'),
      row('Przekazanie planów innemu koordynatorowi', 'art. 27 ust. 1','RW  RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['plans.caseload'],
        W: ['plans.hand-over'],
      }),
      row('Własne linie planów', 'art. 39 ust. 1, 49',                '–   –    –    –   –     –    –    R   –    –      –    –   –  –', {
        R: ['plans.my-lines'],
      }, 'wykonawca widzi tylko usługi, które sam wykonuje'),
      row('Zestawienia planów', 'art. 46',                            'R   R    –    R   –     –    –    –   –    –      –    –   –  –', {
        R: ['plans.duties', 'plans.aggregate'],
      }, 'bez nazwisk'),
      row('Podsumowania i narady', 'art. 46',                         '–   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['plans.record-plan-summary', 'plans.record-coordinators-meeting'],
      }),
    ],
  },
  {
    title: 'Opłaty',
    rows: [
      row('Opłaty: czytanie', 'art. 43, 44',                          'R   R    R    –   –     R    –    –   –    R      –    –   –  –', {
        R: ['casework.view-fees'],
      }, 'koordynator i mieszkaniec: własne'),
      row('Wpłaty', 'art. 43 ust. 1',                                 '–   –    –    –   –     W    –    –   –    –      –    –   –  –', {
        W: ['casework.post-payment'],
      }),
      row('Zaległość w opłacie', 'art. 43 ust. 2',                    'W   –    –    –   –     W    –    –   –    –      –    –   –  –', {
        W: ['casework.mark-overdue'],
      }),
      row('Odstąpienie od opłaty', 'art. 44',                         'A   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        A: ['casework.waive-fee'],
      }),
      row('Decyzja o obowiązku opłaty', 'art. 43 ust. 2, 26',         'A   A    –    –   –     –    –    –   –    –      –    –   –  –', {
        A: ['casework.order-to-pay'],
      }, 'tylko z upoważnieniem, które obejmuje ten dzień'),
    ],
  },
  {
    title: 'Terminy i spotkania',
    rows: [
      row('Moje na dziś', 'art. 24 ust. 2, 29',                       'R   R    R    R   R     R    –    –   –    –      –    R   R  –', {
        R: ['agenda.mine-today'],
      }, 'tylko własne'),
      row('Terminy centrum', 'art. 24 ust. 2',                        'R   R    –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['agenda.deadline-overview'],
      }),
      row('Codzienne zamknięcie terminów na odwołanie', 'KPA art. 129 § 2', '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['agenda.let-lapse'],
      }, 'robi to sam system, raz dziennie: termin strony, który minął, nie jest zaległością centrum'),
      row('Obowiązki centrum', 'art. 9 ust. 6, 18, 21 ust. 2, 24',     'RW  R    –    R   –     –    –    –   –    –      –    –   –  –', {
        R: ['agenda.centre-duties'],
        W: ['agenda.start-centre-duty', 'agenda.finish-centre-duty'],
      }),
      row('Umówienie spotkania', 'art. 29',                           'W   W    W    W   W     W    –    –   –    –      –    –   –  –', {
        W: ['agenda.make-appointment'],
      }),
      row('Odwołanie spotkania', 'art. 29',                           'W   W    W    W   W     W    W    W   W    W      W    W   W  –', {
        W: ['agenda.cancel-appointment'],
      }, 'tylko własne'),
      row('Własny kalendarz', 'art. 50 ust. 3',                       'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['agenda.calendar-feed'],
      }, 'adres z tajnym kluczem; tytuły bez danych osób'),
      row('Nowy adres kalendarza', 'art. 50 ust. 3',                  'W   W    W    W   W     W    W    W   –    W      –    W   W  –', {
        W: ['agenda.renew-feed'],
      }, 'tylko własny'),
    ],
  },
  ...planningSections,
  ...privacySections,
  ...inspectionSections,
  {
    title: 'Dokumenty i dziennik',
    rows: [
      row('Wydane dokumenty', 'art. 50',                              'R   R    R    R   R     R    –    –   R    R      –    R   –  –', {
        R: ['records.document-file'],
      }, 'w sprawie, którą rola może otworzyć; ROPS i OSL tylko dokumenty planowania, bez osób'),
      row('Kto patrzył na osobę', 'art. 50 ust. 3',                   'R   R    R    –   –     R    –    –   –    R      –    R   –  –', {
        R: ['records.person-trail'],
      }, 'pracownik: na osobę, z którą pracuje; mieszkaniec: na własne dane'),
      row('Kto to widzi i dlaczego', 'art. 50 ust. 2 i 3',            'R   R    R    –   –     R    –    –   –    –      –    R   –  –', {
        R: ['visibility.who-sees-person', 'visibility.who-sees-case', 'visibility.who-sees-plan'],
      }, 'koordynator: to, co sam może otworzyć'),
      row('Metryka sprawy', 'Dz.U. 2012 poz. 250',                    'R   R    R    –   –     R    –    –   –    –      –    R   –  –', {
        R: ['records.case-metric'],
      }),
      row('Stan systemu', 'KRI § 19',                                 '–   –    –    –   –     –    –    –   –    –      –    –   RW  –', {
        R: ['operations.view'],
        W: ['operations.retry-mail', 'operations.back-up'],
      }, 'serwery, kopie, kolejka; bez danych osób'),
      row('Komplet danych: zamówienie i pobranie', 'art. 24, 28 RODO',   'RW  –    –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['operations.take-export'],
        W: ['operations.ask-export'],
      }, 'wszystko, co centrum ma; po potwierdzeniu, kto siedzi przy komputerze'),
      row('Komplet danych: lista i zniszczenie', 'art. 32 RODO',          'RW  –    –    –   –     –    –    –   –    –      –    –   RW  –', {
        R: ['operations.exports'],
        W: ['operations.discard-export'],
      }, 'rozmiary i terminy; bez danych osób'),
      row('Dziennik', 'art. 50 ust. 3; KRI § 20',                     '–   –    –    –   –     –    –    –   –    –      –    R   –  –', {
        R: ['records.audit-log'],
      }),
    ],
  },
];

export const matrix: readonly MatrixRow[] = sections.flatMap(({ rows }) => rows);
