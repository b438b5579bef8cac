import type { FeeBand, FeeTable } from './fee-table.ts';

/** One printed row: the upper edge in percent of the criterion (null = above all) and the share of the price. */
type Row = readonly [upTo: number | null, ratePercent: number];

/** Rows of resolutions read "above ... up to and including ..."; the first holds people without income too. */
function bands(...rows: readonly Row[]): readonly FeeBand[] {
  return rows.map(([upTo, rate], index) => ({
    from: Math.round((rows[index - 1]?.[0] ?? 0) * 100),
    fromInclusive: index === 0,
    to: upTo === null ? null : Math.round(upTo * 100),
    toInclusive: upTo !== null,
    rate: Math.round(rate * 100),
  }));
}

const checkedOn = '2026-11-21';
const perHour = { mode: 'halfUp', unit: 1, on: 'hourlyFee' } as const;
const perTotal = { mode: 'halfUp', unit: 1, on: 'total' } as const;

/**
 * Fee tables as published by gminas, each with its address. Where a source was read in part, `complete` says so and
 * the income above its last row has no fee. None of the sources names its rounding: where it prints amounts per hour
 * they follow from rounding half up to the grosz, elsewhere the same is assumed for the total.
 */
export const publishedFeeTables: readonly FeeTable[] = [
  {
    id: 'dabrowa-bialostocka-2005',
    gmina: 'Dąbrowa Białostocka',
    service: 'usługi opiekuńcze i specjalistyczne usługi opiekuńcze',
    resolution:
      'Uchwała nr XVII/109/04 Rady Miejskiej w Dąbrowie Białostockiej z 26.10.2004 (tabela na 2005 r.)',
    validFrom: '2005-01-01',
    validTo: '2005-12-31',
    hourlyPriceGrosze: 893,
    bands: {
      single: bands(
        [100, 0],
        [130, 4],
        [150, 8],
        [180, 11],
        [200, 20],
        [230, 30],
        [250, 40],
        [280, 45],
        [300, 65],
        [320, 80],
        [350, 90],
        [null, 100],
      ),
      family: bands([100, 0], [130, 6], [150, 8], [180, 10], [200, 15], [220, 20], [240, 25], [270, 45]),
    },
    complete: { single: true, family: false },
    rounding: perHour,
    reliefs: [],
    source:
      'https://bip-umdabrowabialostocka.wrotapodlasia.pl/akty-prawne/zarzadzenia-burmistrza/archiwum/aktualne-tabele-odplatnosci-za-uslugi-opiekuncze-i-specjalistyczne-uslugi-opiekuncze.html',
    checkedOn,
    note: 'progi dla osób w rodzinie powyżej 270% niewidoczne w odczytanym fragmencie',
  },
  {
    id: 'przeworsk-2018',
    gmina: 'Przeworsk (miasto)',
    service: 'usługi opiekuńcze',
    resolution: 'Tabela MOPS Przeworsk przy kryterium 701/528 zł',
    validFrom: '2018-10-01',
    validTo: '2021-12-31',
    hourlyPriceGrosze: 2200,
    bands: { single: bands([100, 0], [120, 3], [140, 5]), family: bands([100, 0], [120, 10], [140, 15]) },
    complete: { single: false, family: false },
    rounding: perHour,
    reliefs: [],
    source: 'https://mops.przeworsk.um.gov.pl/index.php/pomoc-spoleczna-uslugi-opiekuncze/',
    checkedOn,
    note: 'progi powyżej 140% niewidoczne; cena godziny wyliczona z opłat: 3% = 0,66 zł, 10% = 2,20 zł',
  },
  {
    id: 'lipnica-murowana-2023',
    gmina: 'Lipnica Murowana',
    service: 'usługi opiekuńcze, sąsiedzkie i specjalistyczne',
    resolution: 'Uchwała nr XLVI.450.2023 Rady Gminy Lipnica Murowana z 29.11.2023, zał. 2',
    validFrom: '2023-11-29',
    validTo: null,
    hourlyPriceGrosze: null,
    bands: {
      single: bands([100, 0], [120, 5], [150, 10], [180, 15], [220, 20], [260, 25]),
      family: bands([100, 0], [120, 5], [150, 10], [180, 15], [220, 20], [260, 30]),
    },
    complete: { single: false, family: false },
    rounding: perTotal,
    reliefs: [],
    source: 'https://www.gops.lipnicamurowana.pl/odplatnosc-za-uslugi-opiekuncze/',
    checkedOn,
    note: 'data uchwały zamiast daty wejścia w życie; progi powyżej 260% niewidoczne; cena godziny niepodana w załączniku 2',
  },
  {
    id: 'widawa-2023',
    gmina: 'Widawa',
    service: 'usługi opiekuńcze',
    resolution: 'Tabela GOPS Widawa (koszt według płacy minimalnej od 1.07.2023)',
    validFrom: '2023-07-01',
    validTo: '2023-12-31',
    hourlyPriceGrosze: 2350,
    bands: {
      single: bands([100, 0], [150, 10], [200, 15], [225, 20]),
      family: bands([100, 0], [150, 20], [200, 30], [225, 40]),
    },
    complete: { single: false, family: false },
    rounding: perTotal,
    reliefs: [],
    source: 'https://gopswidawa.pl/aktualnosci/uslugi-opiekuncze/',
    checkedOn,
    note: 'progi powyżej 225% niewidoczne; cena znana do końca 2023 r.',
  },
  {
    id: 'inowroclaw-2025',
    gmina: 'Inowrocław (gmina wiejska)',
    service: 'usługi opiekuńcze',
    resolution: 'Zasady CUS Gminy Inowrocław',
    validFrom: '2025-01-01',
    validTo: null,
    hourlyPriceGrosze: null,
    bands: { single: bands([250, 0]), family: bands([200, 0]) },
    complete: { single: false, family: false },
    rounding: perTotal,
    reliefs: [],
    source: 'https://cusgminainowroclaw.pl/uslugi-spoleczne/uslugi-opiekuncze',
    checkedOn,
    note: 'podany tylko próg bezpłatności',
  },
];
