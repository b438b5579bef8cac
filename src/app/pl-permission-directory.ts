import { type MatrixSection, row } from './pl-permission-row.ts';

/** Rows of the permission matrix for the directory, programmes and the ledger of needs: part of permission-matrix.ts. */
// biome-ignore format: the columns of a table
export const directorySections: readonly MatrixSection[] = [
  //                                                                     Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm Kontr
  {
    title: 'Katalog i programy',
    rows: [
      row('Katalog usług: czytanie', 'art. 13 ust. 1 pkt 9',          'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['directory.list-services', 'directory.leaflet', 'directory.search-services', 'directory.view-service'],
      }),
      row('Katalog usług: prowadzenie', 'art. 13 ust. 1 pkt 9 i ust. 2','–   RW   –    –   –     RW   RW   –   –    –      –    –   –  –', {
        R: ['directory.service-form'],
        W: [
          'directory.add-service', 'directory.correct-service', 'directory.submit-service',
          'directory.confirm-service', 'directory.report-capacity', 'directory.suspend-service',
          'directory.withdraw-service',
        ],
      }, 'jednostka gminy tylko o własnych usługach; co ważne w opublikowanej karcie, to proponuje; wykonawca składa propozycje przez link'),
      row('Katalog usług: sprawdzanie', 'art. 27 ust. 1',            '–   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['directory.verify-service', 'directory.restore-service', 'directory.decide-proposal'],
      }),
      row('Katalog usług: zwrot karty do poprawy', 'art. 24, 27',     'W   W    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['directory.return-service'],
      }),
      row('Katalog usług: zatwierdzenie', 'art. 13 ust. 1 pkt 9, art. 24','A   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        A: ['directory.publish-service'],
      }),
      row('Katalog usług: terminy potwierdzania', 'art. 13 ust. 1 pkt 9, ustawienie centrum','RW  RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['directory.view-terms'],
        W: ['directory.set-terms'],
      }),
      row('Katalog usług: co czeka na mnie', 'art. 13 ust. 1 pkt 9 i ust. 2','R   R    –    –   –     R    R    –   –    –      –    –   –  –', {
        R: ['directory.waiting-cards'],
      }, 'jednostka gminy tylko własne karty'),
      row('Wykonawcy, ich linki i prośby o potwierdzenie', 'art. 13 ust. 2','RW  RW   –    –   –     RW   –    –   –    –      –    –   –  –', {
        R: ['directory.list-organizations', 'directory.view-organization', 'directory.organization-form'],
        W: [
          'directory.write-organization', 'directory.issue-link', 'directory.revoke-link',
          'directory.ask-owner', 'directory.resume-service',
        ],
      }),
      row('Słowa mieszkańców w wyszukiwarce', 'art. 27 ust. 1',        '–   RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['directory.list-lay-words'],
        W: ['directory.add-lay-word', 'directory.close-lay-word'],
      }),
      row('Codzienny przegląd kart', 'art. 13 ust. 2',                '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['directory.fade-services'],
      }, 'robi to sam system, raz dziennie: wygasza niepotwierdzone i prosi właścicieli'),
      row('Karta przez link wykonawcy', 'art. 13 ust. 2',              'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW  R', {
        R: ['directory.view-link'],
        W: [
          'directory.confirm-by-link', 'directory.report-by-link', 'directory.correct-by-link',
          'directory.close-by-link', 'directory.confirm-all-by-link',
        ],
      }, 'kto ma link, tylko karty jednej organizacji, do dnia ważności'),
      row('Katalog jako otwarte dane', 'art. 13 ust. 1 pkt 9',        'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: [
          'hsds.list-services', 'hsds.list-organizations', 'hsds.list-locations',
          'hsds.list-service-at-locations', 'hsds.export-open', 'hsds.open-stretches',
        ],
      }, 'tylko karty opublikowane, bez nazwisk osób'),
      row('Wymiana katalogu z innymi systemami', 'art. 13 ust. 1 pkt 9','RW  RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['hsds.export', 'hsds.view-import'],
        W: ['hsds.stage-import', 'hsds.import', 'hsds.drop-import'],
      }, 'najpierw podgląd, potem zapis'),
      row('Program: czytanie', 'art. 5',                              'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['programmes.list-programmes', 'programmes.view-programme', 'programmes.compare-versions'],
      }, '', 'jednostka i wykonawca czytają to, co każdy mieszkaniec: uchwalony program jest prawem miejscowym'),
      row('Program: prowadzenie', 'art. 5, 6',                        'RW  RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['programmes.offer-form'],
        W: [
          'programmes.start', 'programmes.write-item', 'programmes.submit-as-draft-resolution',
          'programmes.take-back', 'programmes.record-adoption', 'programmes.put-in-force', 'programmes.amend',
          'programmes.repeal', 'programmes.end', 'programmes.record-information', 'programmes.offer-service',
          'programmes.withdraw-offer', 'programmes.set-fee',
        ],
      }),
      row('Codzienne sprawdzenie okresów programów', 'art. 6 ust. 3', '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['programmes.end-expired'],
      }, 'robi to sam system, raz dziennie: kończy program, którego okres minął'),
      row('Dopasowanie usług do potrzeby', 'art. 42 ust. 2',          'R   R    R    R   R     R    –    –   –    –      –    –   –  –', {
        R: ['programmes.match-services'],
      }),
    ],
  },
  {
    title: 'Niezaspokojone potrzeby',
    rows: [
      row('Podpowiedź usług po kilku pytaniach', 'art. 13 ust. 1 pkt 9', 'R   R    R    R   R     R    R    R   R    R      R    R   R  R', {
        R: ['guidance.find-help'],
      }, 'nie pyta o nic osobistego i niczego nie zapisuje'),
      row('Niezaspokojone potrzeby: zestawienia', 'art. 21 ust. 1, art. 27 ust. 1 pkt 2', 'R   R    –    R   –     –    –    –   –    –      –    –   –  –', {
        R: ['needs.unmet-needs'],
      }, 'bez danych osób; liczby od 1 do 4 ukryte'),
      row('Niezaspokojone potrzeby: przegląd', 'art. 27 ust. 1 pkt 2', '–   RW   –    –   –     –    –    –   –    –      –    –   –  –', {
        R: ['needs.needs-to-review', 'needs.waiting-needs'],
        W: [
          'needs.accept-needs', 'needs.correct-needs', 'needs.reject-needs', 'needs.code-word',
          'needs.dismiss-word',
        ],
      }),
      row('Rozeznanie: ustalenia', 'art. 13 ust. 1 pkt 2, art. 27 ust. 1 pkt 2, art. 32 ust. 1', 'R   RW   RW   RW  RW    –    RW   –   –    –      –    –   –  –', {
        R: ['needs.findings'],
        W: ['needs.record-finding'],
      }, 'koordynator, pracownik pomocy społecznej i jednostka widzą własne ustalenia'),
      row('Rozeznanie: ocena ustaleń', 'art. 27 ust. 1 pkt 2, art. 32 ust. 1', '–   W    –    W   –     –    –    –   –    –      –    –   –  –', {
        W: ['needs.take-finding', 'needs.set-aside-finding'],
      }, 'organizator społeczności lokalnej: tylko działania wspierające'),
      row('Ustalenia z rejestru potrzeb', 'art. 27 ust. 1 pkt 2',  '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['needs.tell-findings'],
      }, 'robi to sam system, raz na kwartał'),
      row('Odpowiedź „żadna z tych usług”', 'art. 21 ust. 1, art. 27 ust. 1 pkt 2', '–   –    –    –   –     –    –    –   –    W      W    –   –  –', {
        W: ['needs.none-of-these'],
      }, 'nie pyta o nic, co prowadzi do osoby'),
      row('Liczenie miesięcy czekania', 'art. 27 ust. 1 pkt 2',     '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['casework.count-waiting'],
      }, 'robi to sam system, raz dziennie; do rejestru nie trafia nic o osobie'),
      row('Usuwanie kluczy rejestru potrzeb', 'art. 22',            '–   –    –    –   –     –    –    –   –    –      –    –   –  –', {
        W: ['needs.throw-away-keys'],
      }, 'robi to sam system, raz dziennie'),
    ],
  },
];
