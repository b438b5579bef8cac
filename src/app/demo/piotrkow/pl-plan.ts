import { facts } from './facts.ts';
import { goals } from './pl-goals.ts';

/** The local plan of the real run: themes as regional centres name them; amounts and targets are made up. */
export const plPlan = {
  title: 'Lokalny plan deinstytucjonalizacji usług społecznych Piotrkowa Trybunalskiego (pokazowy)',
  years: 4,
  goals,
  responsible: 'Centrum Usług Społecznych (pokazowe)',
  method: 'liczba w rejestrze usług na koniec roku',
  frequency: 'half_year',
  /** The one indicator that the system computes by itself; without a base there would be no progress. */
  computed: {
    of: 'Mieszkania wspomagane w zwykłych blokach',
    name: 'miejsca w mieszkaniach wspomaganych i treningowych na 10 000 mieszkańców',
    unit: 'ratio',
    formula: 'flatPlacesPer10000',
    base: '0,9',
    target: '3,6',
    source: 'zasoby i ludność w systemie',
  },
  risks: [
    {
      name: 'Za mało opiekunek i asystentów na rynku pracy',
      likelihood: '3',
      gravity: '3',
      response: 'Szkolenia, umowy na dłużej niż rok, usługi sąsiedzkie, stawki przeglądane co rok.',
      owner: 'organizator usług społecznych',
    },
    {
      name: 'Programy rządowe ogłaszane co rok',
      likelihood: '3',
      gravity: '2',
      response:
        'Rezerwa w budżecie miasta na pierwszy kwartał; działania ważne wpisane do wydatków własnych.',
      owner: 'dyrektor centrum',
    },
    {
      name: 'Ubywa mieszkańców, więc i dochodów miasta',
      likelihood: '2',
      gravity: '3',
      response: 'Przegląd kosztów co rok; najpierw usługi, które zastępują droższe miejsce w placówce.',
      owner: 'skarbnik miasta',
    },
    {
      name: 'Mieszkańcy bloku nie chcą mieszkań wspomaganych obok siebie',
      likelihood: '2',
      gravity: '2',
      response: 'Spotkania przed remontem, organizator społeczności lokalnej na miejscu.',
      owner: 'organizator społeczności lokalnej',
    },
  ],
  roles: [
    { who: 'Dyrektor centrum', task: 'Nadzór nad planem i sprawozdanie dla rady miasta raz w roku.' },
    { who: 'Organizator usług społecznych', task: 'Wskaźniki co pół roku, przegląd działań, zmiany planu.' },
    {
      who: 'Organizator społeczności lokalnej',
      task: 'Usługi sąsiedzkie, spotkania na osiedlach, głos mieszkańców przy każdym przeglądzie.',
    },
  ],
  references: [
    {
      name: 'Strategia rozwoju usług społecznych do 2030 r.',
      level: 'kraj',
      says: 'Pierwszeństwo usług w środowisku przed opieką w instytucji.',
      where: 'M.P. 2022 poz. 767',
    },
    {
      name: 'Ogólnopolskie wytyczne tworzenia lokalnych planów deinstytucjonalizacji',
      level: 'kraj',
      says: 'Plan ma część diagnostyczną i programową; odpowiadają za niego powiat i gmina.',
      where: 'publikacja regionalnych ośrodków polityki społecznej, 2024',
    },
    ...facts.acts.map(({ name, where }) => ({
      name,
      level: 'miasto',
      says: 'Obowiązujące zasady, z którymi plan musi być zgodny.',
      where,
    })),
  ],
  resolution: (year: string) => `uchwała pokazowa nr 1/${year} Rady Miasta`,
  measured: [
    { title: 'Usługi opiekuńcze w domu także w weekendy i wieczorem', value: '255' },
    { title: 'Teleopieka dla osób, które mieszkają same', value: '74' },
  ],
  whatIfs: [
    { name: 'Dziesięć osób w domu zamiast w placówce', assumptions: { people: '10' } },
    {
      name: 'Dwadzieścia osób, więcej godzin opieki',
      assumptions: { people: '20', careHours: '60', hourPrice: '45' },
    },
  ],
  yearConclusions:
    'Pierwszy przegląd po przyjęciu: przybyło osób z teleopieką, na usługi opiekuńcze nadal się czeka. (Wnioski zmyślone.)',
  measuredSource: 'rejestr usług centrum (dane zmyślone)',
} as const;
