import type { ServiceKindKey } from '../../../law/index.ts';
import { readAsOf, readCount, readMoney } from './numbers.ts';
import { kindKeys } from './resource.ts';

/** A row of a file by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** A register that we know by its columns: what stands where. */
export type Register = {
  /** Columns that must be there: by them the file is known. */
  needs: readonly string[];
  /** Each date in it is the whole register on that day: what the newest leaves out is not there any more. */
  snapshots?: true;
  /** A sum repeats its parts: it is not added. */
  isSum?(cells: Cells): boolean;
  name(cells: Cells): string;
  operator?(cells: Cells): string;
  kind(cells: Cells): ServiceKindKey | undefined;
  profile?(cells: Cells): string;
  /** TERYT of the gmina or the powiat, else their names to be looked up. */
  place(cells: Cells): { teryt?: string; powiat?: string; gmina?: string; voivodeship?: string };
  asOf(cells: Cells): string | undefined;
  numbers: Partial<
    Record<
      'places' | 'occupied' | 'waiting' | 'free' | 'staff' | 'placed' | 'admitted' | 'freeWomen' | 'freeMen',
      string
    >
  >;
  cost?: { column: string; asOf(cells: Cells): string | undefined; about?(cells: Cells): boolean };
  /** Only a cost: it goes to the homes of the same powiat and postal code that are there already. */
  costsOnly?: true;
  source: string;
};

const home = (): ServiceKindKey => 'socialWelfareHome';
const cell =
  (column: string) =>
  (cells: Cells): string =>
    cells[column] ?? '';
const sumWord = /^(?:suma|razem|ogółem|łącznie)\b/i;

const yesNo = (text: string): boolean | null =>
  /^tak$/i.test(text.trim()) ? true : /^nie$/i.test(text.trim()) ? false : null;

/** "tak", "nie", or that the file does not say. */
export const saidInstitutional = (cells: Cells): boolean | null => yesNo(cells['instytucjonalny'] ?? '');

// Where a register leaves the code out, the name of the powiat is looked up in its voivodeship.
const malopolska = '12';
const kujawskoPomorskie = '04';
const podkarpackie = '18';
const lodzkie = '10';

const placeIn =
  (voivodeship: string) =>
  ({ teryt_pow = '', powiat = '' }: Cells): { teryt?: string; powiat?: string; voivodeship?: string } =>
    teryt_pow.trim() === '' ? { powiat, voivodeship } : { teryt: teryt_pow.trim() };

/** Real registers by their columns, as voivodes, ministries and GUS give them; the first is our own form, given by our export. */
export const registers = {
  own: {
    needs: ['nazwa', 'rodzaj', 'powiat', 'stan_na', 'źródło'],
    isSum: (cells) => sumWord.test(cells['nazwa'] ?? ''),
    name: cell('nazwa'),
    operator: cell('prowadzący'),
    kind: ({ rodzaj = '' }) => kindKeys.find((key) => key === rodzaj.trim()),
    profile: cell('profil'),
    place: ({ gmina = '', powiat = '' }) => ({ teryt: gmina.trim() || powiat.trim() }),
    asOf: ({ stan_na }) => readAsOf(stan_na),
    numbers: {
      places: 'miejsca',
      occupied: 'zajęte',
      waiting: 'oczekujący',
      free: 'wolne',
      staff: 'personel',
    },
    cost: {
      column: 'koszt_miesięczny_zł',
      asOf: ({ koszt_z }) => readAsOf(koszt_z),
      about: (cells) => yesNo(cells['koszt_przybliżony'] ?? '') === true,
    },
    source: 'źródło',
  },
  homesMalopolskie: {
    snapshots: true,
    needs: [
      'stan_na',
      'teryt_pow',
      'poziom',
      'dom',
      'skierowani',
      'umieszczeni',
      'przyjeci',
      'wolne_k',
      'wolne_m',
    ],
    isSum: ({ poziom }) => poziom === 'suma',
    name: cell('dom'),
    kind: home,
    profile: cell('typ'),
    place: placeIn(malopolska),
    asOf: ({ stan_na }) => readAsOf(stan_na),
    numbers: {
      places: 'miejsca',
      occupied: 'przyjeci',
      waiting: 'oczekujacy',
      free: 'wolne',
      placed: 'umieszczeni',
      admitted: 'przyjeci',
      freeWomen: 'wolne_k',
      freeMen: 'wolne_m',
    },
    source: 'source',
  },
  costsMalopolskie: {
    needs: ['teryt_pow', 'dom', 'koszt_miesieczny_zl', 'rok'],
    name: cell('dom'),
    kind: home,
    profile: cell('typ'),
    place: placeIn(malopolska),
    asOf: ({ rok }) => readAsOf(rok),
    numbers: {},
    cost: { column: 'koszt_miesieczny_zl', asOf: ({ rok }) => readAsOf(rok) },
    costsOnly: true,
    source: 'source',
  },
  homesKujawskoPomorskie: {
    snapshots: true,
    needs: ['rok', 'miesiac', 'teryt_pow', 'poziom', 'dom', 'profil', 'mieszkancy'],
    isSum: ({ poziom, powiat = '' }) => poziom === 'suma' || sumWord.test(powiat),
    name: ({ dom = '' }) => dom.replace(/\s*\(\d{2}\)[\d\s-]+$/, ''),
    kind: home,
    profile: cell('profil'),
    place: placeIn(kujawskoPomorskie),
    asOf: ({ rok = '', miesiac = '' }) => readAsOf(`${rok}-${miesiac.padStart(2, '0')}`),
    numbers: { places: 'miejsca', occupied: 'mieszkancy', waiting: 'oczekujacy', free: 'wolne' },
    source: 'source',
  },
  homesPodkarpackie: {
    snapshots: true,
    needs: ['stan_na', 'teryt_pow', 'dom', 'typ', 'miejsca', 'wolne'],
    name: cell('dom'),
    kind: home,
    profile: cell('typ'),
    place: placeIn(podkarpackie),
    asOf: ({ stan_na }) => readAsOf(stan_na),
    numbers: { places: 'miejsca', free: 'wolne' },
    source: 'source',
  },
  homesLodzkie: {
    snapshots: true,
    needs: ['stan_na', 'teryt_pow', 'dom', 'wolne_miejsca'],
    name: cell('dom'),
    kind: home,
    place: placeIn(lodzkie),
    asOf: ({ stan_na }) => readAsOf(stan_na),
    numbers: { free: 'wolne_miejsca' },
    source: 'source',
  },
  selfHelpHomes: {
    needs: ['zasieg', 'jst', 'adres', 'prowadzacy', 'miejsca_dotowane'],
    name: cell('adres'),
    operator: cell('prowadzacy'),
    kind: () => 'selfHelpHome',
    profile: ({ typ = '' }) => (typ ? `typ ${typ}` : ''),
    place({ zasieg, jst = '' }) {
      const [, gmina, powiat] = /^(.*?)\s*\(powiat (.*)\)$/.exec(jst) ?? [];
      return zasieg === 'gminny' && gmina && powiat
        ? { gmina, powiat, voivodeship: malopolska }
        : { powiat: powiat ?? jst, voivodeship: malopolska };
    },
    asOf: () => '2026',
    numbers: { places: 'miejsca_dotowane' },
    source: 'source',
  },
  seniorPlus: {
    needs: ['rodzaj', 'miejsca', 'jst', 'adres', 'rok_powstania'],
    name: ({ rodzaj = '', adres = '', kod = '', miejscowosc = '' }) =>
      `${rodzaj}, ${adres}, ${kod} ${miejscowosc}`,
    operator: cell('jst'),
    kind: ({ rodzaj = '' }) =>
      rodzaj.startsWith('Klub') ? 'seniorClub' : rodzaj.startsWith('Dzienny') ? 'dayHome' : undefined,
    place: ({ jst = '' }) => ({
      gmina: jst.replace(/^(?:Gmina(?: i Miasto| Miejska| Wiejska)?|Miasto(?: i Gmina)?)\s+/, ''),
      voivodeship: malopolska,
    }),
    asOf: () => '2026',
    numbers: { places: 'miejsca' },
    source: 'source',
  },
  nurseries: {
    needs: ['typ', 'nazwa', 'wojewodztwo', 'powiat', 'gmina', 'miejsca', 'zapisanych'],
    name: ({ nazwa = '', miejscowosc = '' }) => [nazwa, miejscowosc.split(',')[0]].filter(Boolean).join(', '),
    kind: () => 'nursery',
    profile: cell('typ'),
    place: ({ wojewodztwo = '', powiat = '', gmina = '' }) => ({ gmina, powiat, voivodeship: wojewodztwo }),
    asOf: ({ source = '' }) => readAsOf(/stan (\d{1,2}\.\d{1,2}\.\d{4})/.exec(source)?.[1]),
    numbers: { places: 'miejsca', occupied: 'zapisanych' },
    source: 'source',
  },
  fosterFamilies: {
    snapshots: true,
    needs: ['teryt_pow', 'powiat', 'rok', 'rodziny_zastepcze_i_rdd', 'dzieci'],
    isSum: ({ powiat = '' }) => sumWord.test(powiat),
    name: ({ powiat = '' }) => powiat.replace(/^Powiat m\. /, '').replace(/^Powiat /, 'powiat '),
    kind: () => 'fosterFamily',
    profile: ({ rodziny_zastepcze_i_rdd = '' }) => rodziny_zastepcze_i_rdd,
    place: ({ teryt_pow = '' }) => ({ teryt: teryt_pow }),
    asOf: ({ rok }) => readAsOf(rok && `${rok}-12-31`),
    numbers: { occupied: 'dzieci' },
    source: 'source',
  },
} as const satisfies Record<string, Register>;

export type RegisterKey = keyof typeof registers;

/** Whether each date in a register is the whole of it on that day. */
export const hasSnapshots = (key: RegisterKey): boolean => {
  const register: Register = registers[key];
  return register.snapshots === true;
};

export const registerKeys = Object.keys(registers) as [RegisterKey, ...RegisterKey[]];

/** A column's name as it is compared: small letters, no spaces around, "_" for a space. */
export const columnKey = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '_');

/** The register that a file with these columns is of: the one that needs most of them. */
export function registerOf(columns: readonly string[]): RegisterKey | undefined {
  const all: Record<RegisterKey, Register> = registers;
  return registerKeys
    .filter((key) => all[key].needs.every((column) => columns.includes(column)))
    .toSorted((one, other) => all[other].needs.length - all[one].needs.length)[0];
}

export type ReadRow = {
  line: number;
  sum: boolean;
  name: string;
  operator: string | null;
  /** Where it stands, without the part of the town that some registers add after a comma. */
  locality: string | null;
  kind: ServiceKindKey | undefined;
  profile: string | null;
  place: ReturnType<Register['place']>;
  asOf: string | undefined;
  places: number | null;
  occupied: number | null;
  waiting: number | null;
  free: number | null;
  staff: number | null;
  cost: number | null;
  costAsOf: string | null;
  costAbout: boolean;
  institutional: boolean | null;
  placed: number | null;
  admitted: number | null;
  freeWomen: number | null;
  freeMen: number | null;
  /** Cells that should be numbers and are not, as they stand: "kolumna: treść". */
  unreadable: string[];
  source: string;
  costsOnly: boolean;
};

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** Reads a row of a register into one shape, without deciding anything about it. */
export function readRow(key: RegisterKey, cells: Cells, line: number): ReadRow {
  const register: Register = registers[key];
  const unreadable: string[] = [];
  const count = (field: keyof Register['numbers']): number | null => {
    const column = register.numbers[field];
    if (column === undefined) return null;
    const read = readCount(cells[column]);
    if (read.unreadable !== undefined) unreadable.push(`${column}: ${read.unreadable.slice(0, 60)}`);
    return read.value;
  };
  const cost = register.cost ? readMoney(cells[register.cost.column]) : { value: null };
  if (cost.unreadable !== undefined)
    unreadable.push(`${register.cost?.column}: ${cost.unreadable.slice(0, 60)}`);
  const note = cells['uwaga']?.trim();
  if (note?.includes('nieczytelna')) unreadable.push(note.slice(0, 80));
  const asOf = register.asOf(cells);
  return {
    line,
    sum: register.isSum?.(cells) ?? false,
    name: register.name(cells).replaceAll(/\s+/g, ' ').trim().slice(0, 300),
    operator: orNull(register.operator?.(cells))?.slice(0, 300) ?? null,
    kind: register.kind(cells),
    profile: orNull(register.profile?.(cells))?.slice(0, 200) ?? null,
    place: register.place(cells),
    locality: orNull((cells['miejscowość'] ?? cells['miejscowosc'])?.split(',')[0])?.slice(0, 80) ?? null,
    asOf,
    places: count('places'),
    occupied: count('occupied'),
    waiting: count('waiting'),
    free: count('free'),
    staff: count('staff'),
    cost: cost.value,
    costAsOf: cost.value === null ? null : (register.cost?.asOf(cells) ?? asOf ?? null),
    costAbout: cost.about === true || register.cost?.about?.(cells) === true,
    institutional: key === 'own' ? saidInstitutional(cells) : null,
    placed: count('placed'),
    admitted: count('admitted'),
    freeWomen: count('freeWomen'),
    freeMen: count('freeMen'),
    unreadable: [...new Set(unreadable)],
    source: orNull(cells[register.source])?.slice(0, 600) ?? '',
    costsOnly: register.costsOnly ?? false,
  };
}
