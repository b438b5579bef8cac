import { WhyDate } from '../content.tsx';
import { MatchList, VersionDiff } from '../drawings/compare.tsx';
import { DeadlineBar, DeadlineTag } from '../drawings/deadline.tsx';
import { HouseholdFigure } from '../drawings/household.tsx';
import { Measure } from '../drawings/measure.tsx';
import { WeekPlan } from '../drawings/week.tsx';
import type { Example } from './example.ts';

const clock = { start: '2026-11-02', due: '2026-12-02', basis: 'art. 40 ustawy o CUS' };

const workdays = [1, 2, 3, 4, 5] as const;

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
];
