import { type Block, type ChartBlock, heading, type Letter, paragraph } from './letter.ts';
import { refusal } from './sample-letters.ts';

const ages = [
  '85+',
  '80–84',
  '75–79',
  '70–74',
  '65–69',
  '60–64',
  '55–59',
  '50–54',
  '45–49',
  '40–44',
  '35–39',
];

const chart = (
  drawing: ChartBlock['drawing'],
  caption: string,
  more: Pick<ChartBlock, 'labels' | 'series'> & Partial<ChartBlock>,
): Block => ({
  type: 'chart',
  drawing,
  caption,
  labelHead: 'Usługa',
  source: 'badanie mieszkańców Zielonej Łąki, XI 2026, dane wymyślone',
  ...more,
});

const needs = [
  'usługi opiekuńcze w domu',
  'transport od drzwi do drzwi',
  'rehabilitacja w miejscu zamieszkania',
  'opieka wytchnieniowa dla rodzin osób z niepełnosprawnością',
];

const figures: Block[] = [
  heading('Ludność'),
  paragraph('Liczby pokazują, jak zmienia się wiek mieszkańców.'),
  chart('pyramid', 'Wykres 1. Mieszkańcy według wieku i płci', {
    labelHead: 'Wiek',
    labels: ages,
    series: [
      { name: 'mężczyźni', values: [120, 180, 260, 410, 520, 560, 540, 500, 530, 610, 600] },
      { name: 'kobiety', values: [310, 330, 390, 520, 610, 600, 550, 510, 540, 620, 590] },
    ],
  }),
  chart('lines', 'Wykres 2. Liczba mieszkańców w latach 2018–2024', {
    labelHead: 'Rok',
    labels: ['2018', '2019', '2020', '2021', '2022', '2023', '2024'],
    series: [
      { name: 'stan 31 grudnia', values: [72_900, 72_500, 72_250, 71_252, 67_264, 66_800, null] },
      { name: 'osoby 65+', values: [13_900, 14_600, 15_335, 15_500, 15_100, 15_400, 15_800] },
    ],
    breaks: [3],
  }),
  heading('Potrzeby i zasoby'),
  heading('Czego potrzebują mieszkańcy', 3),
  {
    type: 'paragraph',
    runs: [
      { text: 'Co trzecia osoba 65+ potrzebuje pomocy w domu: ' },
      {
        text: '34,2%',
        bold: true,
        note: 'Źródło: badanie mieszkańców, stan na 30.11.2026. Filtr: wiek 65+. Wzór: suma wag odpowiedzi „tak” przez sumę wag. Przedział ufności 95%: 29,1–39,6%.',
      },
      { text: '. To więcej, niż jest miejsc.' },
    ],
  },
  chart('bars', 'Wykres 3. Potrzebne usługi, odsetek odpowiedzi', {
    labels: needs,
    series: [
      {
        name: '% odpowiedzi',
        values: [34.2, 21.5, 18, null],
        low: [29.1, 17, 14.2, null],
        high: [39.6, 26.4, 22.1, null],
      },
    ],
    decimals: 1,
    intervalHead: 'Przedział ufności 95%',
  }),
  heading('Miejsca', 3),
  chart('stacked', 'Wykres 4. Miejsca zajęte i wolne', {
    labels: ['dzienny dom pobytu', 'klub seniora', 'dom pomocy społecznej'],
    series: [
      { name: 'zajęte', values: [28, 60, 118] },
      { name: 'wolne', values: [2, 15, 0] },
    ],
  }),
  chart('columns', 'Wykres 5. Wydatki według lat i źródeł (tys. zł)', {
    labelHead: 'Rok',
    labels: ['2027', '2028', '2029', '2030'],
    series: [
      { name: 'gmina', values: [420, 510, 560, 610] },
      { name: 'EFS+', values: [900, 780, 300, 0] },
    ],
  }),
  heading('Uwaga o porównaniach', 4),
  paragraph('Rok 2021 i rok 2022 mają inną podstawę danych, więc ich różnica nie jest spadkiem.'),
];

/** An invented diagnosis in short: every kind of drawing, a note, three levels of headings. */
export const sampleReport: Letter = {
  kind: 'diagnosis.document',
  lang: 'pl',
  large: false,
  letterhead: refusal.letterhead,
  place: 'Zielona Łąka',
  date: '2026-11-20',
  addressee: [],
  title: 'Diagnoza potrzeb i potencjału społeczności lokalnej',
  subtitle: 'w zakresie usług społecznych na lata 2027–2031',
  report: { state: 'Projekt do konsultacji z mieszkańcami, 1–14 grudnia 2026 r.' },
  blocks: figures,
};
