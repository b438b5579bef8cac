import { Halves } from '../content.tsx';
import { AreaMap } from '../drawings/area-map.tsx';
import { BarChart, ColumnChart, Sparkline } from '../drawings/charts.tsx';
import { Pyramid } from '../drawings/pyramid.tsx';
import { SeriesChart } from '../drawings/series.tsx';
import { StackedBars } from '../drawings/stacked.tsx';
import { FigureValue, Passport } from '../figure.tsx';
import { NumberTable } from '../table.tsx';
import type { Example } from './example.ts';

const reasonsOfGallery = [
  'brak usługi',
  'brak miejsc',
  'czekanie',
  'warunki',
  'braki',
  'odległość',
  'cena',
  'godziny',
  'inne',
];

export const chartExamples: readonly Example[] = [
  {
    group: 'Rysunki',
    name: 'Słupki',
    node: (
      <BarChart
        caption="Potrzeby bez odpowiedzi, jesień 2026"
        labelHead="Potrzeba"
        valueHead="Osoby"
        points={[
          { label: 'Opieka wytchnieniowa', value: 31 },
          { label: 'Transport do lekarza', value: 18, note: 'głównie wsie' },
          { label: 'Rehabilitacja w domu', value: 12 },
          { label: 'Asystencja osobista', value: undefined, note: 'mniej niż 5 osób, nie pokazujemy' },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Kolumny',
    node: (
      <ColumnChart
        caption="Wnioski w miesiącach"
        labelHead="Miesiąc"
        valueHead="Wnioski"
        points={[
          { label: 'XII', value: 8 },
          { label: 'I', value: 15 },
          { label: 'II', value: 13 },
          { label: 'III', value: 19 },
          { label: 'IV', value: 16 },
          { label: 'V', value: 14 },
          { label: 'VI', value: 12 },
          { label: 'VII', value: 9 },
          { label: 'VIII', value: 17 },
          { label: 'IX', value: 24 },
          { label: 'X', value: 31 },
          { label: 'XI', value: undefined },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Słupki z części',
    node: (
      <StackedBars
        caption="Powody według zakresów"
        legend={[
          ...reasonsOfGallery.map((label) => ({ key: label, label })),
          { key: 'ukryte', label: 'ukryte', quiet: true },
        ]}
        bars={[
          {
            label: 'Pomoc społeczna',
            parts: reasonsOfGallery.map((key, index) => ({ key, value: 12 - index })),
          },
          {
            label: 'Kultura',
            parts: [
              { key: 'brak miejsc', value: 14 },
              { key: 'cena', value: undefined },
            ],
          },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Mapa',
    node: (
      <AreaMap
        label="Potrzeby w gminie na mapie: 31 w całej gminie, 12 w Witaszycach"
        areas={[
          {
            name: 'Jarocin',
            rings: [
              [
                [17.3, 51.9],
                [17.6, 51.9],
                [17.6, 52.1],
                [17.3, 52.1],
              ],
            ],
            value: '31',
            share: 1,
          },
          {
            name: 'Kotlin',
            rings: [
              [
                [17.6, 51.9],
                [17.7, 51.9],
                [17.7, 52],
                [17.6, 52],
              ],
            ],
            neighbour: true,
          },
        ]}
        points={[{ name: 'Witaszyce', longitude: 17.56, latitude: 51.94, value: '12', share: 0.4 }]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Mapa wielu gmin',
    node: (
      <AreaMap
        label="Udział osób starszych w siedmiu gminach"
        areas={[0, 1, 2, 3, 4, 5, 6].map((at) => ({
          name: `Gmina ${at + 1}`,
          rings: [
            [
              [17 + at * 0.2, 52],
              [17.2 + at * 0.2, 52],
              [17.2 + at * 0.2, 52.3],
              [17 + at * 0.2, 52.3],
            ],
          ],
          value: `${15 + at}`,
          share: at / 6,
        }))}
        points={[]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Linia w tekście',
    node: (
      <p>
        Wnioski od czerwca <Sparkline label="Wnioski od czerwca: od 12 do 31" values={[12, 9, 17, 24, 31]} />{' '}
        <strong>31</strong>
      </p>
    ),
  },
  {
    group: 'Rysunki',
    name: 'Liczba ze swoim pochodzeniem',
    node: (
      <>
        <p>
          <FigureValue
            size="large"
            figure={{
              value: 15335,
              unit: 'persons',
              between: { low: 15010, high: 15820, meaning: 'Od scenariusza niskiego do wysokiego.' },
              passport: {
                source: 'GUS BDL, podgrupa P2137',
                asOf: '2020-12-31',
                filter: 'wiek 65 lat i więcej',
                formula: 'suma pięciu grup wieku',
              },
            }}
          />
        </p>
        <Passport of={{ source: 'rejestr domów', asOf: '2025', filter: '', formula: '', synthetic: true }} />
      </>
    ),
  },
  {
    group: 'Rysunki',
    name: 'Piramida wieku',
    node: (
      <Halves wide="second">
        <Pyramid
          label="Piramida wieku: mężczyźni i kobiety"
          leftHead="mężczyźni"
          rightHead="kobiety"
          bands={[
            { label: '0–4', left: 1600, right: 1515, leftLater: 900, rightLater: 860 },
            { label: '40–44', left: 3050, right: 3007, leftLater: 2100, rightLater: 2040 },
            { label: '85+', left: 455, right: 1000, leftLater: 700, rightLater: 1500 },
          ]}
        />
        <NumberTable
          caption="Mieszkańcy"
          head={['Wiek', 'Mężczyźni', 'Kobiety']}
          rows={[
            { key: '0', head: '0–4', cells: ['1 600', '1 515'] },
            { key: '85', head: '85+', cells: ['455', '1 000'] },
          ]}
        />
      </Halves>
    ),
  },
  {
    group: 'Rysunki',
    name: 'Szereg z przerwą',
    node: (
      <SeriesChart
        label="Liczba mieszkańców; w 2022 roku zmienia się podstawa"
        breaks={[{ at: 2022, label: 'spis 2021' }]}
        lines={[
          {
            key: 'people',
            label: 'mieszkańcy',
            points: [
              { at: 2020, value: 72250 },
              { at: 2021, value: 71252 },
              { at: 2022, value: 67264 },
              { at: 2023, value: 66519 },
            ],
          },
          {
            key: 'middle',
            label: 'średni',
            look: 'dashed',
            points: [
              { at: 2023, value: 66519 },
              { at: 2027, value: 62900 },
            ],
          },
          {
            key: 'low',
            label: 'niski',
            look: 'dotted',
            points: [
              { at: 2023, value: 66519 },
              { at: 2027, value: 61200 },
            ],
          },
        ]}
      />
    ),
  },
];
