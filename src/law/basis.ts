/** How well a legal fact was checked. Only `statute` was read in the text of the act itself. */
export type Confidence = 'statute' | 'secondary' | 'recalled' | 'proposal';

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  statute: 'sprawdzone w tekście aktu',
  secondary: 'ze źródła wtórnego',
  recalled: 'do sprawdzenia w tekście aktu',
  proposal: 'ustawienie centrum, nie przepis',
};

type Act = {
  /** Genitive, as it stands after an article number: "art. 40 ustawy o CUS". */
  readonly short: string;
  readonly name: string;
  /** Journal address; null where our sources do not give it. */
  readonly journal: string | null;
  /** Where the text was read; null where our sources give no address. */
  readonly source: string | null;
};

/** Acts the law of the centre rests on. `resolution` and `setting` are named by the note of their basis. */
export const acts = {
  cus: {
    short: 'ustawy o CUS',
    name: 'Ustawa z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych',
    journal: 'Dz.U. 2019 poz. 1818',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2019/1818',
  },
  kpa: {
    short: 'k.p.a.',
    name: 'Kodeks postępowania administracyjnego',
    journal: null,
    source: 'https://msp.money.pl',
  },
  ups: {
    short: 'ustawy o pomocy społecznej',
    name: 'Ustawa z dnia 12 marca 2004 r. o pomocy społecznej',
    journal: 'Dz.U. 2025 poz. 1214',
    source: null,
  },
  interview: {
    short: 'rozporządzenia w sprawie rodzinnego wywiadu środowiskowego',
    name: 'Rozporządzenie w sprawie rodzinnego wywiadu środowiskowego',
    journal: 'Dz.U. 2021 poz. 893',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2021/893',
  },
  criteria: {
    short: 'rozporządzenia w sprawie kryteriów dochodowych',
    name: 'Rozporządzenie w sprawie zweryfikowanych kryteriów dochodowych oraz kwot świadczeń pieniężnych z pomocy społecznej',
    journal: 'Dz.U. 2024 poz. 1044',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2024/1044',
  },
  family: {
    short: 'ustawy o wspieraniu rodziny',
    name: 'Ustawa z dnia 9 czerwca 2011 r. o wspieraniu rodziny i systemie pieczy zastępczej',
    journal: 'Dz.U. 2011 nr 149 poz. 887',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2011/887',
  },
  freeDays: {
    short: 'ustawy o dniach wolnych od pracy',
    name: 'Ustawa o dniach wolnych od pracy',
    journal: null,
    source: null,
  },
  metric: {
    short: 'rozporządzenia w sprawie metryki sprawy',
    name: 'Rozporządzenie w sprawie wzoru i sposobu prowadzenia metryki sprawy',
    journal: 'Dz.U. 2012 poz. 250',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2012/250',
  },
  kri: {
    short: 'rozporządzenia w sprawie KRI',
    name: 'Rozporządzenie Rady Ministrów z dnia 21 maja 2024 r. w sprawie Krajowych Ram Interoperacyjności',
    journal: 'Dz.U. 2024 poz. 773',
    source: 'https://api.sejm.gov.pl/eli/acts/DU/2024/773',
  },
  rodo: {
    short: 'RODO',
    name: 'Rozporządzenie o ochronie danych osobowych (RODO)',
    journal: null,
    source: null,
  },
  resolution: { short: 'uchwały rady', name: 'Uchwała rady gminy', journal: null, source: null },
  identifier: {
    short: 'zasad budowy numeru',
    name: 'Zasady budowy numeru w rejestrze',
    journal: null,
    source: null,
  },
  setting: { short: 'ustawień centrum', name: 'Ustawienie centrum', journal: null, source: null },
} as const satisfies Readonly<Record<string, Act>>;

export type ActId = keyof typeof acts;

/** Why a value is what it is. `article` is written as cited, without "art.": '38 ust. 2'; '' = the whole act. */
export type Basis = {
  readonly act: ActId;
  readonly article: string;
  readonly confidence: Confidence;
  readonly note?: string;
};

/** A value with its legal basis and the Polish steps that answer "why?" on screen. */
export type Based<T> = {
  readonly value: T;
  readonly basis: readonly Basis[];
  readonly steps: readonly string[];
};

/** What is wrong, in words that say what to do, and the rule it breaks. */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly words: string;
  readonly basis: readonly Basis[];
};

/** Shorthand for a `Basis`. */
export function basis(act: ActId, article: string, confidence: Confidence, note?: string): Basis {
  return note === undefined ? { act, article, confidence } : { act, article, confidence, note };
}

/** A basis in Polish as it stands in a letter: "art. 40 ustawy o CUS". */
export function cite(of: Basis): string {
  const act: Act = acts[of.act];
  if (of.act === 'resolution') return of.note ?? act.name;
  if (of.act === 'setting')
    return of.note === undefined ? 'ustawienie centrum' : `ustawienie centrum: ${of.note}`;
  if (of.article === '') return act.journal === null ? act.name : `${act.name} (${act.journal})`;
  return `${of.article.startsWith('§') ? '' : 'art. '}${of.article} ${act.short}`;
}

/** Several bases in one line, each once, in the given order. */
export function citeAll(bases: readonly Basis[]): string {
  return [...new Set(bases.map(cite))].join(', ');
}

/** What a file says about itself to the law index: its subject, and the basis of each exported function. */
export type LawEntries = {
  readonly subject: string;
  readonly functions: Readonly<Record<string, readonly Basis[]>>;
};
