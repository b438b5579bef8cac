import type { RecordRow } from './visibility-records.ts';

/** Queries without a record in their input whose answer names persons: which records a role may meet in it. */
export const lists: readonly RecordRow[] = [
  {
    record: 'Szukanie osoby i sprawdzenie podwójnych',
    basis: 'art. 50: każdy, kto szuka, widzi tyle, by wybrać; adresu chronionego nie',
    verbs: ['people.search', 'people.find-duplicates'],
    reach: {},
  },
  {
    record: 'Lista spraw',
    basis: 'art. 22, 50: tylko sprawy, które rola może otworzyć',
    verbs: ['casework.list-cases'],
    reach: { plan_coordinator: 'own', assistance_organiser: 'own' },
  },
  {
    record: 'Lista planów',
    basis: 'art. 38 ust. 2, 41 ust. 1',
    verbs: ['plans.list-plans'],
    reach: { plan_coordinator: 'own' },
  },
  {
    record: 'Terminy i spotkania na dziś',
    basis: 'art. 24 ust. 2, 29: tylko własne',
    verbs: ['agenda.mine-today'],
    reach: {
      director: 'none',
      service_organiser: 'none',
      community_organiser: 'none',
      assistance_organiser: 'none',
      clerk: 'none',
      auditor: 'none',
      administrator: 'none',
      plan_coordinator: 'own',
    },
  },
  {
    record: 'Terminy i praca centrum',
    basis: 'art. 24 ust. 2, 27 ust. 1',
    verbs: ['agenda.deadline-overview', 'plans.caseload', 'plans.duties'],
    reach: {},
  },
  {
    record: 'Linie planów wykonawcy',
    basis: 'art. 39 ust. 1, 49: tylko usługi, które sam wykonuje',
    verbs: ['plans.my-lines'],
    reach: { provider: 'own' },
  },
  {
    record: 'Wnioski przekazane jednostce',
    basis: 'art. 38 ust. 1',
    verbs: ['casework.received-transfers'],
    reach: { feeder: 'own' },
  },
  {
    record: 'Własne sprawy mieszkańca',
    basis: 'art. 15 RODO; art. 35',
    verbs: ['casework.own-cases', 'casework.represented'],
    reach: { resident: 'own' },
  },
  {
    record: 'Otwarcia z konieczności, konta',
    basis: 'art. 50 ust. 3',
    verbs: ['access.list-grants', 'access.list-accounts', 'access.get-account'],
    reach: {},
  },
];
