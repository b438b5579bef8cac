import { SpreadBars } from '../drawings/spread.tsx';
import { YearBars } from '../drawings/years.tsx';
import { FigureMarks, FigureValue, type ShownFigure } from '../figure.tsx';
import { money } from '../format.ts';
import type { Example } from './example.ts';

const madeUp: ShownFigure = {
  value: 260,
  unit: 'places',
  passport: { source: 'rejestr', asOf: '2026-10-31', filter: 'teleopieka', formula: '', synthetic: true },
  doubt: 'więcej osób niż miejsc',
};

/** Drawings of plans: years of actions, how far a result moves, dense figures. */
export const planExamples: readonly Example[] = [
  {
    group: 'Rysunki',
    name: 'Lata działań',
    node: (
      <YearBars
        caption="Działania w latach 2026–2029"
        from={2026}
        to={2029}
        now={2027}
        legend={{
          planned: 'zaplanowane',
          running: 'w toku',
          done: 'zrobione',
          behind: 'opóźnione',
          dropped: 'zaniechane',
        }}
        bars={[
          { key: 'done', label: 'Szkolenia', from: 2026, to: 2026, look: 'done' },
          { key: 'running', label: 'Teleopieka', from: 2026, to: 2028, look: 'running' },
          { key: 'behind', label: 'Transport', from: 2026, to: 2027, look: 'behind' },
          { key: 'planned', label: 'Mieszkania wspomagane', from: 2028, to: 2029, look: 'planned' },
          { key: 'dropped', label: 'Klub w remizie', from: 2027, to: 2027, look: 'dropped' },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Wrażliwość',
    node: (
      <SpreadBars
        caption="Wynik, gdy jedno założenie zmienia się o jedną piątą"
        base={-431_300_00}
        baseLabel="Wynik przy założeniach"
        format={(value) => money(value)}
        rows={[
          { key: 'home', label: 'Koszt miejsca w domu', lower: -70_600_00, higher: -791_900_00 },
          { key: 'hour', label: 'Cena godziny', lower: -609_700_00, higher: -252_800_00 },
        ]}
      />
    ),
  },
  {
    group: 'Rysunki',
    name: 'Liczby w gęstej tabeli',
    node: (
      <>
        <FigureValue figure={madeUp} bare dense />
        <FigureMarks of={[madeUp]} />
      </>
    ),
  },
];
