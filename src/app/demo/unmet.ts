import { addMonths, addDays, type IsoDate, type RecipientGroup } from '../../law/index.ts';
import type { Reason, Source } from '../../modules/needs/index.ts';
import { makeRandom } from './random.ts';

/** What people of the demonstration look for and do not find; the words are dictionary terms, the rest is the code. */
type Theme = {
  readonly area: number;
  readonly group: RecipientGroup | null;
  readonly terms: readonly string[];
  /** How often, beside the others. */
  readonly weight: number;
  readonly reasons: readonly Reason[];
};

const themes: readonly Theme[] = [
  { area: 4, group: 'olderPeople', terms: ['opieka', 'noc'], weight: 9, reasons: ['no_service', 'hours'] },
  { area: 6, group: 'carers', terms: ['wytchnieniowa'], weight: 8, reasons: ['no_service', 'no_places'] },
  { area: 6, group: 'disabledPeople', terms: ['asystent'], weight: 6, reasons: ['no_places', 'conditions'] },
  { area: 5, group: 'mentalCrisis', terms: ['psycholog'], weight: 7, reasons: ['no_places', 'hours'] },
  { area: 5, group: 'childrenAndYouth', terms: ['logopeda'], weight: 6, reasons: ['no_places', 'distance'] },
  {
    area: 6,
    group: 'olderPeople',
    terms: ['dojazd', 'lekarz'],
    weight: 8,
    reasons: ['no_service', 'distance'],
  },
  {
    area: 2,
    group: 'familiesWithChildren',
    terms: ['asystent', 'rodzina'],
    weight: 3,
    reasons: ['no_service'],
  },
  { area: 7, group: 'childrenAndYouth', terms: ['korepetycje'], weight: 5, reasons: ['no_service', 'price'] },
  {
    area: 12,
    group: null,
    terms: ['mieszkanie', 'wspomagane'],
    weight: 4,
    reasons: ['no_service', 'no_places'],
  },
  { area: 8, group: 'unemployed', terms: ['praca'], weight: 3, reasons: ['no_service', 'distance'] },
  { area: 11, group: 'olderPeople', terms: ['wolontariusz'], weight: 4, reasons: ['no_places'] },
  {
    area: 5,
    group: 'addiction',
    terms: ['terapia', 'uzależnienie'],
    weight: 2,
    reasons: ['distance', 'hours'],
  },
];

/** Words that no search of the demonstration understood, and how many times in the last month. */
export const unknownWords: readonly (readonly [string, number])[] = [
  ['fryzjer', 6],
  ['pedicure', 4],
  ['drewno', 3],
  ['optyk', 5],
  ['kominiarz', 2],
];

/** One need as it was told; `terms` only when it was searched for. */
export type ToldNeed = {
  readonly on: IsoDate;
  readonly source: Source;
  readonly reason: Reason;
  readonly area: number;
  readonly group: RecipientGroup | null;
  readonly gmina: string;
  readonly locality: string | null;
  readonly serviceId: null;
  readonly terms: readonly string[];
  readonly times: number;
};

// People search more than they answer; in a month about this many needs for every centre of the demonstration.
const aMonth = 240;
const share = { search: 0.6, withPlace: 0.7 };

const weighted: readonly Theme[] = themes.flatMap((theme) =>
  Array.from({ length: theme.weight }, () => theme),
);

/** Needs told from the first day of a month to a day, the same ones for the same seed. */
function needsOf(
  seed: string,
  from: IsoDate,
  to: IsoDate,
  count: number,
  places: readonly { gmina: string; localities: readonly string[] }[],
): ToldNeed[] {
  const random = makeRandom(seed);
  const told = Array.from({ length: count }, (): ToldNeed => {
    const theme = random.pick(weighted);
    const place = random.pick(places);
    const searched = random.chance(share.search);
    const known = random.chance(share.withPlace) && !searched && place.localities.length > 0;
    return {
      on: random.day(from, to),
      source: searched ? 'search' : 'none_of_these',
      reason: searched ? 'no_service' : random.pick(theme.reasons),
      area: theme.area,
      group: theme.group,
      gmina: place.gmina,
      // The town is larger than its villages: every second answer comes from there.
      locality: known
        ? random.chance(0.5)
          ? (place.localities[0] ?? null)
          : random.pick(place.localities)
        : null,
      serviceId: null,
      terms: searched ? theme.terms.toSorted() : [],
      times: 1,
    };
  });
  return told;
}

/** Like needs of one day as one, with their count: the ledger keeps them so. */
function together(needs: readonly ToldNeed[]): ToldNeed[] {
  const byCode = new Map<string, ToldNeed>();
  for (const need of needs) {
    const code = JSON.stringify({ ...need, times: 0 });
    const known = byCode.get(code);
    byCode.set(code, { ...need, times: (known?.times ?? 0) + 1 });
  }
  return [...byCode.values()];
}

/** Two whole months and the days of this one, apart: the months were reviewed, the days wait. */
export function toldNeeds(
  seed: string,
  today: IsoDate,
  places: readonly { gmina: string; localities: readonly string[] }[],
): { months: ToldNeed[]; days: ToldNeed[] } {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const whole = (count: number): ToldNeed[] => {
    const from = addMonths(thisMonth, -count);
    return needsOf(
      `${seed}-${count}`,
      from,
      addDays(addMonths(from, 1), -1),
      aMonth + (2 - count) * 35,
      places,
    );
  };
  return {
    months: together([...whole(2), ...whole(1)]),
    days: together(needsOf(`${seed}-0`, thisMonth, today, Math.round(aMonth / 6), places)),
  };
}
