import type { Sex } from '../../law/index.ts';
import { draw, frequencyTable, type Random } from './random.ts';
import { names, type ReferenceGmina } from './reference.ts';

/** One family name in both its forms ("Kowalska", "Kowalski"); most surnames have one form only. */
export type Surname = { readonly female: string; readonly male: string };

/** Where a household lives. A village has no streets. */
export type DemoAddress = {
  readonly locality: string;
  readonly street: string | null;
  readonly building: string;
  readonly flat: string | null;
};

const femaleSurnames = new Set(names.surname.female.values);

/** The woman's form of a man's surname, as the register of women's surnames has it. */
export function feminineOf(surname: string): string {
  if (/(sk|ck|dzk)i$/.test(surname)) return `${surname.slice(0, -1)}a`;
  if (femaleSurnames.has(surname)) return surname;
  const adjective = surname.replace(/[iy]$/, 'a');
  return femaleSurnames.has(adjective) ? adjective : surname;
}

const surnames = frequencyTable<Surname>(
  names.surname.male.values.map((value) => ({ female: feminineOf(value), male: value })),
  names.surname.male.counts,
);

/** A family name, as frequent as in the register. */
export function drawSurname(random: Random): Surname {
  return draw(random, surnames);
}

type Table = ReturnType<typeof frequencyTable<string>>;
type BySex = { readonly female: Table; readonly male: Table };
type Column = { readonly values: string[]; readonly counts: number[] };

/** Fifteen years of births like those of 2020; what the register holds beyond them are older people. */
const YOUNG_YEARS = 15;

function olderNames(all: Column, newborn: Column): Table {
  const young = new Map(newborn.values.map((value, i) => [value, newborn.counts[i] ?? 0]));
  return frequencyTable(
    all.values,
    all.values.map((value, i) => (all.counts[i] ?? 0) - YOUNG_YEARS * (young.get(value) ?? 0)),
  );
}

const childNames: BySex = {
  female: frequencyTable(names.newborn.female.values, names.newborn.female.counts),
  male: frequencyTable(names.newborn.male.values, names.newborn.male.counts),
};

const adultNames: BySex = {
  female: olderNames(names.first.female, names.newborn.female),
  male: olderNames(names.first.male, names.newborn.male),
};

/** A first name as frequent as among people of that age: children bear the names of 2020, adults the rest. */
export function drawGivenName(random: Random, sex: Sex, age: number): string {
  const table = age < 16 || (age < 25 && random.chance(0.5)) ? childNames : adultNames;
  return draw(random, table[sex]);
}

const ukrainian = {
  female: [
    'Oksana',
    'Ołena',
    'Iryna',
    'Natalia',
    'Tetiana',
    'Switłana',
    'Ludmyła',
    'Hałyna',
    'Daryna',
    'Solomija',
  ],
  male: [
    'Ołeksandr',
    'Serhij',
    'Andrij',
    'Wołodymyr',
    'Mykoła',
    'Dmytro',
    'Iwan',
    'Bohdan',
    'Maksym',
    'Tymofij',
  ],
  surnames: [
    'Kowałenko',
    'Szewczenko',
    'Bondarenko',
    'Tkaczenko',
    'Krawczenko',
    'Melnyk',
    'Bojko',
    'Łysenko',
    'Rudenko',
    'Marczenko',
    'Sawczenko',
    'Petrenko',
    'Kłymenko',
    'Romaniuk',
    'Hrycenko',
  ],
} as const;

/** A Ukrainian first name in the Polish spelling. */
export function drawUkrainianName(random: Random, sex: Sex): string {
  return random.pick(ukrainian[sex]);
}

/** A Ukrainian surname with one form for both sexes. */
export function drawUkrainianSurname(random: Random): Surname {
  const surname = random.pick(ukrainian.surnames);
  return { female: surname, male: surname };
}

/** Street names found in nearly every Polish town: an address made of them points at nobody. */
const streets = [
  'Polna',
  'Leśna',
  'Słoneczna',
  'Krótka',
  'Szkolna',
  'Ogrodowa',
  'Lipowa',
  'Brzozowa',
  'Łąkowa',
  'Kwiatowa',
  'Kościuszki',
  'Mickiewicza',
  'Sienkiewicza',
  'Słowackiego',
  'Kopernika',
  'Sportowa',
  'Zielona',
  'Parkowa',
  'Akacjowa',
  'Wiśniowa',
  'Spokojna',
  'Cicha',
  'Reymonta',
  'Konopnickiej',
] as const;

/** An invented address in the gmina; the town holds its real share of the people where the source gives it. */
export function drawAddress(random: Random, gmina: ReferenceGmina, townShare: number | null): DemoAddress {
  const towns = gmina.localities.filter((locality) => locality.town);
  const villages = gmina.localities.filter((locality) => !locality.town);
  const inTown = villages.length === 0 || (towns.length > 0 && random.chance(townShare ?? 1));
  const building = String(random.int(1, 90));
  if (!inTown) return { locality: random.pick(villages).name, street: null, building, flat: null };
  const flat = random.chance(0.55) ? String(random.int(1, 40)) : null;
  return { locality: random.pick(towns).name, street: random.pick(streets), building, flat };
}

/** A telephone number that cannot ring: no Polish network or area begins with 10. */
export function drawPhone(random: Random): string {
  return `100 ${String(random.int(0, 999)).padStart(3, '0')} ${String(random.int(0, 999)).padStart(3, '0')}`;
}

/** An address under the reserved domain .example, which receives no mail. */
export function emailOf(givenName: string, familyName: string, index: number): string {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replaceAll('ł', 'l')
      .normalize('NFD')
      .replaceAll(/[^a-z]/g, '');
  return `${plain(givenName)}.${plain(familyName)}${index}@poczta.example`;
}
