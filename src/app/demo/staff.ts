import type { Role } from '../../platform/actor.ts';
import { addDays, type IsoDate } from '../../law/index.ts';

/** What an account of the demonstration is called in scripts; the same set in every centre, as far as the Act allows. */
export type StaffKey =
  | 'clerk'
  | 'coordinator_1'
  | 'coordinator_2'
  | 'service_organiser'
  | 'director'
  | 'community_organiser'
  | 'assistance_organiser'
  | 'provider'
  | 'feeder_1'
  | 'feeder_2'
  | 'auditor'
  | 'administrator'
  | 'resident';

/** An invented organisation: the performer of planned services, or a unit of a gmina that feeds the directory. */
export type DemoOrganisation = {
  readonly key: 'performer' | 'unit_1' | 'unit_2';
  readonly centreId: string;
  readonly gmina: string;
  readonly name: string;
  readonly kind: 'ngo' | 'gmina_unit';
};

export type DemoAccount = {
  readonly centreId: string;
  readonly key: StaffKey | 'region';
  readonly login: string;
  readonly name: string;
  readonly position: string;
  readonly roles: readonly Role[];
  /** Whom one click makes you, in Polish. */
  readonly persona: string;
  readonly organisation: DemoOrganisation['key'] | null;
};

/** An authorisation of art. 26, or of art. 41 for the approval of plans. */
export type DemoAuthorisation = {
  readonly centreId: string;
  readonly account: StaffKey;
  readonly scope: 'programme_cases' | 'social_assistance' | 'plan_approval';
  readonly holder: 'director' | 'assistance_organiser' | 'employee';
  readonly document: string;
  readonly grantedBy: string;
  /** The director's request, without which an employee is not authorised (art. 26(4)). */
  readonly request: string | null;
  /** The document by which the holder meets art. 122(1) of the social assistance act. */
  readonly qualification: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

type Place = {
  readonly id: string;
  readonly short: string;
  readonly type: 'A' | 'B';
  readonly gminas: readonly { readonly teryt: string; readonly unit: string; readonly head: string }[];
  readonly performer: string;
  readonly people: Partial<Record<StaffKey, string>>;
};

const places: readonly Place[] = [
  {
    id: 'jarocin',
    short: 'jar',
    type: 'A',
    gminas: [{ teryt: '3006023', unit: 'Biblioteka gminna (jednostka pokazowa)', head: 'Burmistrz' }],
    performer: 'Stowarzyszenie „Ciepły Próg” (organizacja wymyślona)',
    people: {
      clerk: 'Marzena Pieprzyk',
      coordinator_1: 'Hanna Drożdżal',
      coordinator_2: 'Tomasz Wierzbiński',
      service_organiser: 'Iwona Kalemba-Rój',
      director: 'Grażyna Szulczewska-Bąk',
      community_organiser: 'Mikołaj Przewoźny',
      assistance_organiser: 'Renata Olbromska',
      provider: 'Celina Wawrzyk',
      feeder_1: 'Lucyna Bedła',
      auditor: 'Artur Kosmalski',
      administrator: 'Przemysław Dołęga',
    },
  },
  {
    id: 'zyrardow',
    short: 'zyr',
    type: 'A',
    gminas: [
      { teryt: '1438011', unit: 'Miejski dom kultury (jednostka pokazowa)', head: 'Prezydent Miasta' },
    ],
    performer: 'Fundacja „Po Sąsiedzku” (organizacja wymyślona)',
    people: {
      clerk: 'Beata Klimaszek',
      coordinator_1: 'Joanna Trzmielewska',
      coordinator_2: 'Rafał Gawin-Sroka',
      service_organiser: 'Elżbieta Nadwodna',
      director: 'Wojciech Łęgowiak',
      community_organiser: 'Kinga Polanowicz',
      assistance_organiser: 'Dorota Mieczysławska',
      provider: 'Sławomir Rukść',
      feeder_1: 'Aldona Pietrusiak',
      auditor: 'Monika Zarębianka',
      administrator: 'Ilona Skwarna',
    },
  },
  {
    id: 'dwie-gminy',
    short: 'dwg',
    type: 'B',
    gminas: [
      {
        teryt: '0221021',
        unit: 'Ośrodek pomocy społecznej Jedliny-Zdroju (konto pokazowe)',
        head: 'Burmistrz',
      },
      { teryt: '0221082', unit: 'Ośrodek pomocy społecznej Walimia (konto pokazowe)', head: 'Wójt' },
    ],
    performer: 'Spółdzielnia socjalna „Sowia Dolina” (organizacja wymyślona)',
    people: {
      clerk: 'Agata Czeremcha',
      coordinator_1: 'Paulina Rydzik-Wolna',
      coordinator_2: 'Jerzy Matuszczyk',
      service_organiser: 'Kamila Osetkowska',
      director: 'Zdzisława Hryniak',
      community_organiser: 'Szymon Łopuszyn',
      provider: 'Bogumiła Stępak',
      feeder_1: 'Irena Dziurla',
      feeder_2: 'Krystian Borówczak',
      auditor: 'Natalia Wiertel',
      administrator: 'Cezary Młynek',
    },
  },
];

type Duty = { readonly position: string; readonly roles: readonly Role[]; readonly persona: string };

const duties: Readonly<Record<StaffKey, Duty>> = {
  clerk: {
    position: 'pracownik okienka',
    roles: ['clerk'],
    persona: 'Przyjmuje mieszkańców przy okienku i przez telefon: spisuje potrzebę raz i rejestruje wnioski.',
  },
  coordinator_1: {
    position: 'koordynator indywidualnych planów usług społecznych',
    roles: ['plan_coordinator'],
    persona: 'Rozmawia z osobą o potrzebach, układa z nią plan i czuwa nad nim aż do podsumowania.',
  },
  coordinator_2: {
    position: 'koordynator indywidualnych planów usług społecznych',
    roles: ['plan_coordinator'],
    persona: 'Drugi koordynator z własnymi sprawami: zobacz, czego nie widać w cudzej sprawie.',
  },
  service_organiser: {
    position: 'organizator usług społecznych',
    roles: ['service_organiser'],
    persona:
      'Prowadzi katalog i programy, pilnuje limitów, co pół roku podsumowuje plany i w zastępstwie je zatwierdza.',
  },
  director: {
    position: 'dyrektor centrum',
    roles: ['director'],
    persona: 'Zatwierdza plany, podpisuje decyzje o odmowie i widzi wszystkie terminy centrum.',
  },
  community_organiser: {
    position: 'organizator społeczności lokalnej',
    roles: ['community_organiser'],
    persona: 'Zna sołectwa i sąsiadów; z planów widzi tylko zestawienia bez nazwisk.',
  },
  assistance_organiser: {
    position: 'organizator pomocy społecznej',
    roles: ['assistance_organiser'],
    persona: 'Prowadzi zespół pomocy społecznej: przyjmuje przekazane wnioski i na nie odpowiada.',
  },
  provider: {
    position: 'przedstawiciel wykonawcy',
    roles: ['provider'],
    persona:
      'Widzi tylko własne linie planów. Nie kwalifikuje, nie rozpoznaje potrzeb i nie układa planów (art. 49).',
  },
  feeder_1: {
    position: 'pracownik jednostki gminy',
    roles: ['feeder'],
    persona: 'Dba o aktualność informacji o usługach swojej jednostki i odpowiada na przekazane jej wnioski.',
  },
  feeder_2: {
    position: 'pracownik jednostki gminy',
    roles: ['feeder'],
    persona: 'Jednostka drugiej gminy: widzi wnioski przekazane właśnie jej i żadnych innych.',
  },
  auditor: {
    position: 'inspektor ochrony danych',
    roles: ['auditor'],
    persona: 'Czyta dziennik: kto, kiedy, jakie dane i na jakiej podstawie. Akt spraw nie zmienia.',
  },
  administrator: {
    position: 'administrator systemu',
    roles: ['administrator'],
    persona: 'Zakłada konta, nadaje role i prowadzi rejestr upoważnień. Spraw mieszkańców nie widzi.',
  },
  resident: {
    position: 'mieszkaniec',
    roles: ['resident'],
    persona: 'Składa wniosek przez internet i widzi tylko własne sprawy.',
  },
};

/** The centre that plans, and does nothing else: few accounts, each with what it is for there. */
const planning: {
  readonly id: string;
  readonly short: string;
  readonly people: Partial<Record<StaffKey, { readonly name: string; readonly persona: string }>>;
} = {
  id: 'piotrkow-trybunalski',
  short: 'pio',
  people: {
    service_organiser: {
      name: 'Jolanta Wolborska-Maj',
      persona:
        'Prowadzi badanie z 1200 odpowiedziami, lukę w usługach, diagnozę i przyjęty plan deinstytucjonalizacji.',
    },
    director: {
      name: 'Robert Sulejczyk',
      persona: 'Przekazuje diagnozę prezydentowi i radzie, zapisuje przyjęcie planu, czyta wyniki.',
    },
    community_organiser: {
      name: 'Patrycja Bugajna',
      persona: 'Zapisuje ustalenia z osiedli, prowadzi ankieterów, wpisuje ankiety z papieru i telefonu.',
    },
    auditor: {
      name: 'Feliks Strawiński',
      persona: 'Czyta dziennik dziesięciu miesięcy planowania: kto, kiedy i na jakiej podstawie.',
    },
  },
};

const organisationOf: Partial<Record<StaffKey, DemoOrganisation['key']>> = {
  provider: 'performer',
  feeder_1: 'unit_1',
  feeder_2: 'unit_2',
};

const staffKeys: readonly StaffKey[] = [
  'clerk',
  'coordinator_1',
  'coordinator_2',
  'service_organiser',
  'director',
  'community_organiser',
  'assistance_organiser',
  'provider',
  'feeder_1',
  'feeder_2',
  'auditor',
  'administrator',
];

/** Named accounts of every centre, and one of the region beside the first. Names are invented; residents' accounts come with the people. */
export const demoAccounts: readonly DemoAccount[] = [
  ...places.flatMap(({ id, short, people }) =>
    staffKeys.flatMap((key): DemoAccount[] => {
      const name = people[key];
      const organisation = organisationOf[key] ?? null;
      return name
        ? [
            {
              centreId: id,
              key,
              login: `${short}.${key.replaceAll('_', '-')}`,
              name,
              ...duties[key],
              organisation,
            },
          ]
        : [];
    }),
  ),
  ...staffKeys.flatMap((key): DemoAccount[] => {
    const person = planning.people[key];
    return person
      ? [
          {
            centreId: planning.id,
            key,
            login: `${planning.short}.${key.replaceAll('_', '-')}`,
            ...duties[key],
            ...person,
            organisation: null,
          },
        ]
      : [];
  }),
  {
    centreId: 'jarocin',
    key: 'region',
    login: 'rops.specjalista',
    name: 'Ewa Podgrodzka',
    position: 'specjalista regionalnego ośrodka polityki społecznej',
    roles: ['region'],
    persona: 'Patrzy z poziomu województwa: dostaje zestawienia centrów i nie widzi żadnej osoby.',
    organisation: null,
  },
];

/** The account through which a resident signs in; `name` is theirs. */
export function residentAccount(centreId: string, name: string): DemoAccount {
  const short = places.find(({ id }) => id === centreId)?.short ?? centreId;
  return {
    centreId,
    key: 'resident',
    login: `${short}.resident`,
    name,
    ...duties.resident,
    organisation: null,
  };
}

/** Invented organisations: a performer in every centre and the units whose accounts the demonstration has. */
export const demoOrganisations: readonly DemoOrganisation[] = places.flatMap(({ id, gminas, performer }) => [
  { key: 'performer', centreId: id, gmina: gminas[0]?.teryt ?? '', name: performer, kind: 'ngo' },
  ...gminas.map(
    ({ teryt, unit }, i): DemoOrganisation => ({
      key: i === 0 ? 'unit_1' : 'unit_2',
      centreId: id,
      gmina: teryt,
      name: unit,
      kind: 'gmina_unit',
    }),
  ),
]);

/** How long before today the staff of the demonstration began: longer than any of its cases runs. */
const YEARS_OF_WORK = 2;

/** The day from which every account of the demonstration has its role. */
export const atWorkSince = (today: IsoDate): IsoDate => addDays(today, -365 * YEARS_OF_WORK);

/** Authorisations that hold today, and one that has ended, so that the check on the day of signing shows. */
export const demoAuthorisations = (today: IsoDate): DemoAuthorisation[] =>
  places.flatMap(({ id, short, type, gminas }) => {
    const validFrom = atWorkSince(today);
    const year = validFrom.slice(0, 4);
    const grantedBy = gminas.map(({ head, teryt }) => `${head} (gmina ${teryt}), zapis pokazowy`).join('; ');
    const give = (
      n: number,
      account: StaffKey,
      scope: DemoAuthorisation['scope'],
      holder: DemoAuthorisation['holder'],
      more: Partial<DemoAuthorisation> = {},
    ): DemoAuthorisation => ({
      centreId: id,
      account,
      scope,
      holder,
      document: `Upoważnienie ${short.toUpperCase()}/${n}/${year} (pokazowe)`,
      grantedBy,
      request: null,
      qualification: null,
      validFrom,
      validTo: null,
      ...more,
    });
    const request = `Wniosek dyrektora ${short.toUpperCase()}/W/1/${year} (pokazowy)`;
    return [
      give(1, 'director', 'programme_cases', 'director'),
      give(2, 'service_organiser', 'plan_approval', 'employee', { request }),
      give(3, 'service_organiser', 'programme_cases', 'employee', { request, validTo: addDays(today, -140) }),
      ...(type === 'A'
        ? [
            give(4, 'assistance_organiser', 'social_assistance', 'assistance_organiser', {
              qualification: 'Dyplom specjalizacji z organizacji pomocy społecznej (zapis pokazowy)',
            }),
          ]
        : []),
    ];
  });
