import { Halves, WhyDate } from '../content.tsx';
import { AreaMap } from '../drawings/area-map.tsx';
import { BarChart, ColumnChart, Sparkline } from '../drawings/charts.tsx';
import { MatchList, VersionDiff } from '../drawings/compare.tsx';
import { DeadlineBar, DeadlineTag } from '../drawings/deadline.tsx';
import { HouseholdFigure } from '../drawings/household.tsx';
import { Measure } from '../drawings/measure.tsx';
import { Pyramid } from '../drawings/pyramid.tsx';
import { SeriesChart } from '../drawings/series.tsx';
import { StackedBars } from '../drawings/stacked.tsx';
import { WeekPlan } from '../drawings/week.tsx';
import { FigureValue, Passport } from '../figure.tsx';
import { NumberTable } from '../table.tsx';
import type { Example } from './example.ts';

const clock = { start: '2026-11-02', due: '2026-12-02', basis: 'art. 40 ustawy o CUS' };

const workdays = [1, 2, 3, 4, 5] as const;

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

/** A plan of one week, also used by the sample pages. */
export const week = (
  <WeekPlan
    caption="Tydzień w planie"
    lines={[
      {
        key: 'meals',
        service: 'Obiady dowożone',
        note: 'Spółdzielnia socjalna, w domu',
        slots: workdays.map((day) => ({ day, from: '12:30', to: '13:00' })),
      },
      {
        key: 'help',
        service: 'Pomoc sąsiedzka',
        note: 'Zofia K., w domu',
        slots: [
          { day: 1, from: '08:00', to: '10:00' },
          { day: 3, from: '08:00', to: '10:00' },
          { day: 5, from: '08:00', to: '11:00' },
          { day: 6, from: '16:00', to: '17:00' },
        ],
      },
      {
        key: 'transport',
        service: 'Przewóz do lekarza',
        note: 'Gmina Jarocin',
        slots: [{ day: 4, from: '09:00', to: '12:00' }],
        looseMinutes: 60,
      },
    ]}
  />
);

/** Time, weeks, limits, people, numbers, comparisons. */
export const drawingExamples: readonly Example[] = [
  {
    group: 'Rysunki',
    name: 'Termin spokojny',
    node: (
      <DeadlineBar
        {...clock}
        label="Plan od wniosku"
        today="2026-11-13"
        why={
          <WhyDate
            steps={[
              { text: 'Wniosek wpłynął', date: '2026-11-02' },
              { text: '30 dni bez dnia wpływu', date: '2026-12-02' },
            ]}
            basis={[{ text: 'art. 40 ustawy o CUS, art. 57 KPA' }]}
          />
        }
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Termin zbliża się',
    node: <DeadlineBar {...clock} label="Plan od wniosku" today="2026-11-25" />,
  },
  {
    group: 'Rysunki',
    name: 'Termin pilny',
    node: <DeadlineBar {...clock} label="Plan od wniosku" today="2026-12-01" />,
  },
  {
    group: 'Rysunki',
    name: 'Termin dziś',
    node: <DeadlineBar {...clock} label="Plan od wniosku" today="2026-12-02" />,
  },
  {
    group: 'Rysunki',
    name: 'Po terminie',
    node: <DeadlineBar {...clock} label="Plan od wniosku" today="2026-12-09" />,
  },
  {
    group: 'Rysunki',
    name: 'Zrobione przed terminem',
    node: <DeadlineBar {...clock} label="Plan od wniosku" today="2026-12-09" done="2026-11-20" />,
  },
  {
    group: 'Rysunki',
    name: 'Termin w wierszu',
    node: (
      <div class="row">
        <DeadlineTag {...clock} today="2026-11-13" />
        <DeadlineTag {...clock} today="2026-12-01" />
        <DeadlineBar {...clock} label="" size="compact" today="2026-11-25" />
      </div>
    ),
  },
  { group: 'Rysunki', name: 'Tydzień', node: week },
  {
    group: 'Rysunki',
    name: 'Limit osób',
    node: <Measure label="Pomoc sąsiedzka 2026" unit="people" used={24} reserved={3} limit={36} />,
  },
  {
    group: 'Rysunki',
    name: 'Limit osób prawie wyczerpany',
    node: (
      <Measure
        label="Obiady dowożone 2026"
        unit="people"
        used={228}
        reserved={4}
        limit={240}
        note="uchwała XII/84/2026"
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Limit wyczerpany',
    node: <Measure label="Teleopieka 2026" unit="people" used={20} limit={20} />,
  },
  {
    group: 'Rysunki',
    name: 'Budżet',
    node: (
      <Measure
        label="Budżet programu"
        unit="money"
        used={18_420_000}
        reserved={3_150_000}
        limit={31_000_000}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Bez limitu',
    node: <Measure label="Poradnictwo" unit="people" used={41} limit={undefined} />,
  },
  {
    group: 'Rysunki',
    name: 'Gospodarstwo domowe',
    node: (
      <HouseholdFigure
        members={[
          { key: 'h', kind: 'older', name: 'Halina', href: '#h', age: 78, self: true },
          {
            key: 'm',
            kind: 'adult',
            name: 'Marta',
            href: '#m',
            age: 44,
            relation: 'córka, opiekun faktyczny',
          },
          { key: 'o', kind: 'adult', name: 'Oleksandr', age: 46, relation: 'zięć' },
          { key: 'j', kind: 'child', name: 'Jaś', age: 9, relation: 'wnuk' },
          { key: 'z', kind: 'child', name: 'Zosia', age: 6, relation: 'wnuczka' },
        ]}
      />
    ),
  },
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
    name: 'Dwie wersje planu',
    node: (
      <VersionDiff
        caption="Co się zmieniło w planie"
        before="Wersja 1"
        after="Wersja 2"
        rows={[
          {
            key: 'hours',
            field: 'Pomoc sąsiedzka',
            before: '6 godz. w tygodniu',
            after: '8 godz. w tygodniu',
          },
          { key: 'meals', field: 'Obiady', before: '5 dni', after: '5 dni' },
          { key: 'tele', field: 'Teleopieka', after: 'od 1.12.2026' },
          { key: 'gym', field: 'Gimnastyka', before: '1 raz w tygodniu' },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Dopasowanie',
    node: (
      <MatchList
        label="Warunki programu Pomoc sąsiedzka"
        items={[
          {
            key: 'gmina',
            result: 'passed',
            condition: 'Mieszka w gminie Jarocin',
            fact: 'ul. Zacisze 4, Jarocin',
          },
          { key: 'age', result: 'passed', condition: 'Ukończone 60 lat', fact: '78 lat' },
          {
            key: 'income',
            result: 'unknown',
            condition: 'Dochód do 350 % kryterium',
            change: 'oświadczenie o dochodzie, wystarczy podpis we wniosku',
          },
          {
            key: 'alone',
            result: 'failed',
            condition: 'Gospodarstwo jednoosobowe',
            fact: '5 osób w gospodarstwie',
            change: 'program dopuszcza wyjątek za zgodą dyrektora',
          },
        ]}
      />
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
      <Halves>
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
