import { type Role, roles } from '../platform/actor.ts';

/**
 * What a letter of the matrix reaches: every record of the centre, the own ones only, or none by relation alone (it takes
 * a state, an authorisation or a link as well, which the tests of that verb give it).
 */
export type Reach = 'all' | 'own' | 'none';

/** Verbs about one kind of record, with the roles whose letter does not reach every record of the centre. */
export interface RecordRow {
  record: string;
  /** Why the reach is as it is. */
  basis: string;
  verbs: readonly string[];
  reach: Readonly<Partial<Record<Role, Reach>>>;
}

/**
 * The third axis of the matrix: role x action x relation. permission-matrix.ts says which role has a verb; a row here says
 * how far the letter reaches when the verb is about one person's record. A role that is not named reaches every record of
 * its centre; another centre's record is to everybody as one that does not exist. A verb whose input names a record and
 * that stands in no row fails test/visibility.test.ts.
 */
export const records: readonly RecordRow[] = [
  {
    record: 'Osoba, gospodarstwo, relacje',
    basis: 'art. 50 ust. 1–3: koordynator przez sprawę, plan, własny wpis albo dostęp z konieczności',
    verbs: [
      'people.view-person',
      'people.correct',
      'people.record-death',
      'people.withdraw-death',
      'people.form-household',
      'people.join-household',
      'people.leave-household',
      'people.add-relation',
      'people.end-relation',
      'people.list-household-candidates',
    ],
    reach: { plan_coordinator: 'own', resident: 'own' },
  },
  {
    record: 'Kto patrzył na osobę',
    basis:
      'art. 50 ust. 2 i 3: inspektor i dyrektor; organizator i okienko tylko osoby, z którą pracowali; koordynator przez sprawę; mieszkaniec własne',
    verbs: ['records.person-trail'],
    reach: { service_organiser: 'own', plan_coordinator: 'own', clerk: 'own', resident: 'own' },
  },
  {
    record: 'Osoba wybrana z rejestru, ochrona adresu, otwarcie z konieczności',
    basis:
      'art. 50 ust. 2: każdy, kto ma tę czynność, wobec każdej osoby centrum; każde użycie zostaje w dzienniku',
    verbs: [
      'people.identify-person',
      'people.shield',
      'people.unshield',
      'people.view-protection',
      'casework.person-for-case',
      'casework.take-report',
      'access.open-by-necessity',
      'access.find-open-grant',
      'access.create-account',
      'access.resident-to-join',
      'access.approve-external',
      'casework.open-cases',
      'casework.person-file',
      'records.audit-log',
    ],
    // A need is reported for oneself or for nobody known yet: the register is not asked (art. 35).
    reach: { resident: 'own', visitor: 'none' },
  },
  {
    record: 'Żądanie osoby, ograniczenie przetwarzania',
    basis:
      'art. 12 i 15–18 RODO: kto czuwa nad danymi, wobec każdej osoby centrum; każde użycie zostaje w dzienniku',
    verbs: [
      'privacy.take-request',
      'privacy.request-subject',
      'privacy.person-standing',
      'privacy.restrict',
      'privacy.allow-in-spite',
      'privacy.lift-restriction',
    ],
    reach: {},
  },
  {
    record: 'Plany osoby',
    basis: 'art. 38, 39, 50: z listy widać tylko plany, które wolno otworzyć',
    verbs: ['plans.of-person'],
    reach: { resident: 'own' },
  },
  {
    record: 'Sprawy osoby reprezentowanej',
    basis: 'art. 35: tylko przedstawiciel i opiekun, dopóki trwa relacja; nikt nie reprezentuje siebie',
    verbs: ['casework.represented-cases'],
    reach: { resident: 'none' },
  },
  {
    record: 'Sprawa: czytanie, załączniki i prośby',
    basis: 'art. 22, 50: koordynator własną, zespół pomocy społecznej przekazaną, mieszkaniec swoją',
    verbs: ['casework.view-case', 'casework.read-attachment', 'casework.list-requests'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own', resident: 'own' },
  },
  {
    record: 'Sprawa: rejestracja i prowadzenie',
    basis: 'art. 29, 35, 36: koordynator tylko we własnej sprawie',
    verbs: [
      'casework.identify-person',
      'casework.answer-report',
      'casework.start-application',
      'casework.application-form',
      'casework.save-application-draft',
      'casework.submit-application',
      'casework.call-to-complete',
      'casework.record-call-delivered',
      'casework.complete-application',
      'casework.leave-unconsidered',
      'casework.renew-code',
      'records.case-metric',
    ],
    reach: { plan_coordinator: 'own' },
  },
  {
    record: 'Sprawa: przydział',
    basis: 'art. 29: kto przydziela, przydziela każdą',
    verbs: ['casework.assign'],
    reach: {},
  },
  {
    record: 'Sprawa: notatka',
    basis: 'art. 50',
    verbs: ['casework.add-note'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own' },
  },
  {
    record: 'Sprawa: wycofanie i załączniki od osoby',
    basis: 'KPA art. 105; art. 36 ust. 3: gość tylko przez adres z kodu sprawy',
    verbs: ['casework.withdraw', 'casework.attach-file'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own', resident: 'own', visitor: 'none' },
  },
  {
    record: 'Sprawa: prośba, skarga, rezygnacja osoby',
    basis: 'art. 41, 44; KPA art. 227',
    verbs: ['casework.ask-for-change', 'casework.complain', 'casework.announce-resignation'],
    reach: { resident: 'own' },
  },
  {
    record: 'Rozpoznanie i wynik: czynności koordynatora',
    basis: 'art. 29, 37, 38, 42, 49',
    verbs: [
      'casework.start-recognition',
      'casework.record-assessment',
      'casework.qualify',
      'casework.require-plan',
      'casework.draft-refusal',
      'casework.transfer',
      'casework.record-delivery',
      'casework.resign',
      'casework.answer-request',
    ],
    reach: { plan_coordinator: 'own' },
  },
  {
    record: 'Sprawa: zamknięcie',
    basis: 'art. 45: okienko zamyka tylko sprawę przyjętą po przekazaniu',
    verbs: ['casework.close'],
    reach: { plan_coordinator: 'own', clerk: 'none' },
  },
  {
    record: 'Rozpoznanie, opłaty: czytanie',
    basis: 'art. 37, 43, 44',
    verbs: ['casework.view-assessment', 'casework.view-protocols', 'casework.view-fees'],
    reach: { plan_coordinator: 'own', resident: 'own' },
  },
  {
    record: 'Wynik: czytanie',
    basis: 'art. 38, 42',
    verbs: ['casework.view-outcome'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own' },
  },
  {
    record: 'Decyzje: czytanie',
    basis: 'art. 42 ust. 3: organizator pomocy społecznej, gdy ma upoważnienie na ten dzień',
    verbs: ['casework.view-decisions'],
    reach: { plan_coordinator: 'own', resident: 'own', assistance_organiser: 'none' },
  },
  {
    record: 'Przekazanie: czytanie',
    basis: 'art. 38 ust. 1: jednostka i zespół tylko przekazane właśnie im',
    verbs: ['casework.view-transfer'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own', feeder: 'own', resident: 'own' },
  },
  {
    record: 'Przekazanie: odpowiedź',
    basis: 'art. 38 ust. 1',
    verbs: ['casework.record-transfer-answer'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own', feeder: 'own' },
  },
  {
    record: 'Decyzja, opłata: podpis, wpłata, odstąpienie',
    basis:
      'art. 26, 42 ust. 3, 43, 44: kto ma tę czynność, ma ją w każdej sprawie; o podpisie rozstrzyga upoważnienie',
    verbs: ['casework.refuse', 'casework.order-to-pay', 'casework.post-payment', 'casework.waive-fee'],
    reach: {},
  },
  {
    record: 'Pismo w sprawie',
    basis: 'art. 50: kto czyta to, czego pismo dotyczy; zespół pomocy społecznej pismo przekazania',
    verbs: ['records.document-file'],
    reach: {
      plan_coordinator: 'own',
      assistance_organiser: 'own',
      resident: 'own',
      community_organiser: 'none',
      region: 'none',
    },
  },
  {
    record: 'IPUS: czytanie',
    basis: 'art. 38, 39, 50',
    verbs: ['plans.view-plan'],
    reach: { plan_coordinator: 'own', resident: 'own' },
  },
  {
    record: 'IPUS: porównanie wersji',
    basis: 'art. 39: mieszkaniec tylko wersje zatwierdzone',
    verbs: ['plans.compare-versions'],
    reach: { plan_coordinator: 'own', resident: 'none' },
  },
  {
    record: 'IPUS: plan w sprawie, układanie i prowadzenie',
    basis: 'art. 29, 38, 39, 41 ust. 2, 45, 49; rezygnację zapisuje i dyrektor (art. 44)',
    verbs: [
      'plans.of-case',
      'plans.drawing',
      'plans.draw-up',
      'plans.set-period',
      'plans.write-need',
      'plans.remove-need',
      'plans.write-line',
      'plans.remove-line',
      'plans.write-action',
      'plans.remove-action',
      'plans.agree',
      'plans.reopen',
      'plans.start',
      'plans.monitor',
      'plans.update',
      'plans.end',
      'plans.summarise',
      'plans.abandon',
      'plans.resign',
    ],
    reach: { plan_coordinator: 'own' },
  },
  {
    record: 'IPUS: zatwierdzenie, zwrot, przekazanie innemu koordynatorowi',
    basis: 'art. 24 ust. 2 pkt 3, 27 ust. 1, 41 ust. 1',
    verbs: ['plans.approve', 'plans.return', 'plans.hand-over'],
    reach: {},
  },
  {
    record: 'Spotkanie',
    basis: 'art. 29, 50: przy sprawie tylko ten, kto może ją otworzyć; odwołać tylko własne',
    verbs: ['agenda.make-appointment'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own', community_organiser: 'none' },
  },
  {
    record: 'Kto to widzi i dlaczego',
    basis: 'art. 50 ust. 2 i 3: koordynator to, co sam może otworzyć',
    verbs: ['visibility.who-sees-person', 'visibility.who-sees-case', 'visibility.who-sees-plan'],
    reach: { plan_coordinator: 'own' },
  },
  {
    record: 'Zastępstwo',
    basis: 'art. 27 ust. 1: zastępca tylko własne zastępstwo',
    verbs: ['access.end-substitution', 'access.stand-in'],
    reach: { plan_coordinator: 'none', clerk: 'none', community_organiser: 'none' },
  },
  {
    record: 'Odwołanie spotkania',
    basis: 'art. 29: tylko własne',
    verbs: ['agenda.cancel-appointment'],
    reach: Object.fromEntries(roles.map((role) => [role, 'own'])),
  },
  {
    record: 'Akta w kontroli z zewnątrz',
    basis: 'upoważnienie kontrolującego, art. 50 ust. 3: tylko akta z próby, tylko w dniach kontroli',
    verbs: ['inspections.file', 'inspections.pack', 'inspections.withdraw-file', 'inspections.show-address'],
    reach: { inspector: 'own' },
  },
  {
    record: 'Karta usługi',
    basis: 'art. 13 ust. 2: jednostka gminy tylko o własnych usługach',
    verbs: [
      'directory.add-service',
      'directory.service-form',
      'directory.correct-service',
      'directory.submit-service',
      'directory.confirm-service',
      'directory.report-capacity',
      'directory.suspend-service',
      'directory.withdraw-service',
    ],
    reach: { feeder: 'own' },
  },
  {
    record: 'Placówka w rejestrze zasobów',
    basis: 'art. 13 ust. 2: jednostka gminy tylko własne placówki',
    verbs: ['resources.correct', 'resources.form'],
    reach: { feeder: 'none' },
  },
  {
    record: 'Ustalenie z rozeznania',
    basis: 'art. 32 ust. 1: organizator społeczności lokalnej tylko działania wspierające',
    verbs: ['needs.take-finding', 'needs.set-aside-finding'],
    reach: { community_organiser: 'none' },
  },
  {
    record: 'Ocena otwarcia z konieczności',
    basis: 'art. 50 ust. 3: nikt nie ocenia własnego',
    verbs: ['access.review-grant'],
    reach: {},
  },
];

/** Verbs that a secret opens (a case code, a link, a feed's address): without it they open nothing to anybody. */
export const bySecret: readonly string[] = [
  'agenda.calendar-feed',
  'casework.case-status',
  'casework.web-draft',
  'casework.keep-web-step',
  'casework.send-application',
];
