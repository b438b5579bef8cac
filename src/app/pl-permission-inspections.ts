import { type MatrixSection, row } from './pl-permission-row.ts';

/** Rows of the permission matrix for inspections from outside: part of permission-matrix.ts. */
// biome-ignore format: the columns of a table
export const inspectionSections: readonly MatrixSection[] = [
  //                                                                     Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm Kontr
  {
    title: 'Kontrole z zewnątrz',
    rows: [
      row('Kontrola: otwarcie, próba, konto inspektora', 'art. 22, 24 ust. 1, 50 ust. 2', 'W   –    –    –   –     –    –    –   –    –      –    –   –   –', {
        W: [
          'inspections.open', 'inspections.draw', 'inspections.add-file', 'inspections.withdraw-file',
          'inspections.show-address', 'inspections.admit', 'inspections.end',
        ],
      }, 'konto inspektora istnieje tylko w kontroli i w jej dniach'),
      row('Kontrola: co otwarto i co obejrzano', 'art. 50 ust. 3; art. 39 RODO', 'R   –    –    –   –     –    –    –   –    –      –    R   –   –', {
        R: ['inspections.list', 'inspections.view'],
      }),
      row('Akta z próby i pakiet', 'upoważnienie kontrolującego; art. 50 ust. 3', '–   –    –    –   –     –    –    –   –    –      –    –   –   R', {
        R: ['inspections.mine', 'inspections.file', 'inspections.pack'],
      }, 'tylko akta z próby, tylko w dniach kontroli; chroniony adres ukryty, chyba że dyrektor pokazał go z powodem'),
      row('Zamknięcie kont po kontroli', 'KRI § 19',                 '–   –    –    –   –     –    –    –   –    –      –    –   –   –', {
        W: ['inspections.close-due'],
      }, 'robi system co dzień'),
    ],
  },
];
