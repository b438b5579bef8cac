/** An example of a local plan: invented, with no word of any real document. */
export const examplePlan = {
  title: 'Przykładowy plan deinstytucjonalizacji',
  years: 4,
  goals: [
    {
      title: 'Starsi mieszkańcy żyją u siebie tak długo, jak chcą',
      groups: ['olderPeople'],
      below: [
        {
          title: 'Pomoc w domu dociera do każdego, kto jej potrzebuje',
          actions: [
            {
              title: 'Więcej godzin usług opiekuńczych w domu',
              description: 'Dodatkowe godziny dla osób, które dziś czekają, także w weekendy.',
              group: 'olderPeople',
              topic: 'community_services',
              serviceKind: 'careAtHome',
              target: 60,
              costs: [
                { after: 0, source: 'own', amount: '180000' },
                { after: 1, source: 'own', amount: '195000' },
                { after: 1, source: 'efs', amount: '240000' },
              ],
              note: 'Godziny i zakres ustala osoba z koordynatorem.',
              indicator: { name: 'osoby z usługami opiekuńczymi w domu', base: '38', target: '98' },
            },
            {
              title: 'Teleopieka dla osób mieszkających samotnie',
              description: 'Opaska z przyciskiem i całodobowe centrum.',
              group: 'olderPeople',
              topic: 'community_services',
              serviceKind: 'telecare',
              target: 100,
              costs: [
                { after: 0, source: 'solidarity_fund', amount: '90000' },
                { after: 1, source: 'solidarity_fund', amount: '' },
              ],
              note: 'Osoba sama decyduje, kiedy nosi opaskę.',
              // Nobody has counted them yet: an indicator without a base has no progress.
              indicator: { name: 'osoby z teleopieką', base: '', target: '100' },
            },
          ],
        },
      ],
    },
    {
      title: 'Opiekunowie nie zostają sami',
      groups: ['carers'],
      below: [
        {
          title: 'Każdy opiekun może odpocząć',
          actions: [
            {
              title: 'Opieka wytchnieniowa w domu',
              description: 'Godziny zastępstwa dla opiekunów osób z niepełnosprawnością.',
              group: 'carers',
              topic: 'respite',
              serviceKind: 'respiteCare',
              target: 25,
              costs: [{ after: 0, source: 'solidarity_fund', amount: '120000' }],
              note: 'Zastępstwo przychodzi tam, gdzie mieszka rodzina.',
              indicator: { name: 'opiekunowie, którzy skorzystali z odpoczynku', base: '0', target: '25' },
            },
          ],
        },
      ],
    },
  ],
  risk: {
    name: 'Brak opiekunek na rynku pracy',
    likelihood: '3',
    gravity: '3',
    response: 'Szkolenia, usługi sąsiedzkie, umowy na dłużej.',
    owner: 'organizator usług społecznych',
  },
  role: { who: 'Dyrektor centrum', task: 'Nadzór i sprawozdanie dla rady raz w roku.' },
  reference: {
    name: 'Strategia rozwoju usług społecznych do 2030 r.',
    level: 'kraj',
    says: 'Pierwszeństwo usług w środowisku przed opieką w instytucji.',
    where: 'M.P. 2022 poz. 767',
  },
  source: 'rejestr usług centrum',
  method: 'liczba osób w rejestrze na koniec roku',
  responsible: 'Centrum Usług Społecznych',
} as const;
