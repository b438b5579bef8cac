import { plural } from '../../law/index.ts';
import type { Worded } from '../../lang.ts';
import { pl } from './pl.ts';

const { free, perUnit, shares, byIncome, byIncomeOf, noTableOn } = pl.fee;

/** Words of the public pages of programmes. What a council adopted stays in Polish in every language. */
export const plWeb = {
  title: 'Programy usług społecznych',
  lead: 'Co uchwaliła rada: jakie usługi, dla kogo, na jakich zasadach i za ile.',
  home: 'Strona główna',
  /** Empty where nothing needs saying: the page is in the language of the resolution. */
  inPolish: '',
  emptyTitle: 'Teraz nie obowiązuje żaden program',
  empty: 'To nie znaczy, że nie ma pomocy. Opisz, czego potrzebujesz, a pracownik powie, co jest możliwe.',
  report: 'Opisz swoją potrzebę',
  apply: 'Złóż wniosek',
  services: 'Co oferuje',
  count: (n: number) => `${n} ${plural(n, ['usługa', 'usługi', 'usług'])}`,
  how: 'Jak się o tym rozstrzyga',
  period: (from: string, to: string | null) => (to ? `od ${from} do ${to}` : `od ${from}`),
  fee: 'Opłaty',
  feeUnsaid: 'program nie mówi',
  price: { free, perUnit, shares, byIncome, byIncomeOf, noTableOn },
  units: pl.units,
  conditions: 'Warunki',
  evidence: 'Co będzie potrzebne',
  data: 'O co możemy zapytać',
  dataLead: 'We wniosku zapytamy tylko o te dane. O nic więcej nie wolno nam pytać.',
  places: (n: number) => `wolne miejsca: ${n}`,
  noPlaces: 'brak miejsc',
  published: 'Pełny tekst',
  note: 'O tym zapisie',
  states: pl.states,
};

/** The shape of these words in every language. */
export type WebWords = Worded<typeof plWeb>;
