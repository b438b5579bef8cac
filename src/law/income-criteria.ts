import { type Basis, basis, type LawEntries } from './basis.ts';
import { type IsoDate, isWithin } from './dates.ts';

/** One person who runs a household alone, or a person in a family (income per head). */
export type Household = 'single' | 'family';

export const householdWords: Readonly<Record<Household, string>> = {
  single: 'osoba samotnie gospodarująca',
  family: 'osoba w rodzinie',
};

/** Income criteria of social assistance in a period, in grosze per month. */
export type IncomeCriterion = Readonly<Record<Household, number>> & {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly basis: Basis;
  readonly source: string;
  readonly checkedOn: IsoDate;
};

const checkedOn = '2026-11-21';
const published = basis('ups', '', 'secondary', 'kwota ze strony jednostki pomocy społecznej');

/** Criteria found, oldest first. Between 2006 and September 2018 no amount was found: those years stay unknown. */
export const incomeCriteria: readonly IncomeCriterion[] = [
  {
    validFrom: '2004-05-01',
    validTo: '2005-12-31',
    single: 46_100,
    family: 31_600,
    basis: published,
    source:
      'https://bip-umdabrowabialostocka.wrotapodlasia.pl/akty-prawne/zarzadzenia-burmistrza/archiwum/aktualne-tabele-odplatnosci-za-uslugi-opiekuncze-i-specjalistyczne-uslugi-opiekuncze.html',
    checkedOn,
  },
  {
    validFrom: '2018-10-01',
    validTo: '2021-12-31',
    single: 70_100,
    family: 52_800,
    basis: published,
    source: 'https://mopsknurow.pl/2018/10/01/ogloszenie-o-odplatnosci-za-specjalistyczne-uslugi-opiekuncze/',
    checkedOn,
  },
  {
    validFrom: '2022-01-01',
    validTo: '2024-12-31',
    single: 77_600,
    family: 60_000,
    basis: published,
    source: 'https://gops.kety.pl/gops/index.php/koszt-uslug-opiekunczych',
    checkedOn,
  },
  {
    validFrom: '2025-01-01',
    validTo: null,
    single: 101_000,
    family: 82_300,
    basis: basis('criteria', '', 'statute'),
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2024/1044',
    checkedOn,
  },
];

/** The criteria in force on a day; undefined for a day of which none is known. */
export function incomeCriterionOn(
  date: IsoDate,
  criteria: readonly IncomeCriterion[] = incomeCriteria,
): IncomeCriterion | undefined {
  return criteria.find((each) => isWithin(date, each.validFrom, each.validTo));
}

export const basisOf: LawEntries = {
  subject: 'Kryteria dochodowe',
  functions: { incomeCriterionOn: [published, basis('criteria', '', 'statute')] },
};
