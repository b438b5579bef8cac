import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { pl } from '../pl.ts';
import { BarChart, ColumnChart } from './charts.tsx';
import { diffState, MatchList, VersionDiff } from './compare.tsx';
import { DeadlineBar, deadlineTone, deadlineWords, readDeadline } from './deadline.tsx';
import { HouseholdFigure } from './household.tsx';
import { Measure } from './measure.tsx';
import { WeekPlan } from './week.tsx';

const text = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

describe('A clock of 30 days (amber on day 20, red on day 27)', () => {
  const clock = { start: '2026-11-02', due: '2026-12-02' };

  test.each([
    { today: '2026-11-02', zone: 'calm', words: 'zostało 30 dni', tone: undefined },
    { today: '2026-11-21', zone: 'calm', words: 'zostało 11 dni', tone: undefined },
    { today: '2026-11-22', zone: 'amber', words: 'zostało 10 dni', tone: 'warning' },
    { today: '2026-11-28', zone: 'amber', words: 'zostały 4 dni', tone: 'warning' },
    { today: '2026-11-29', zone: 'red', words: 'zostały 3 dni', tone: 'danger' },
    { today: '2026-12-02', zone: 'red', words: 'termin dziś', tone: 'danger' },
    { today: '2026-12-03', zone: 'over', words: '1 dzień po terminie', tone: 'danger' },
  ])('on $today it is $zone: $words', ({ today, zone, words, tone }) => {
    expect(readDeadline({ ...clock, today }).zone).toBe(zone);
    expect(deadlineWords({ ...clock, today }, pl)).toBe(words);
    expect(deadlineTone({ ...clock, today })).toBe(tone);
  });

  test.each([
    ['2026-11-20', 'zrobione 12 dni przed terminem'],
    ['2026-12-02', 'zrobione w ostatnim dniu'],
    ['2026-12-05', 'zrobione 3 dni po terminie'],
  ])('done on %s it stands still: %s', (done, words) => {
    expect(readDeadline({ ...clock, done, today: '2027-01-01' }).zone).toBe('done');
    expect(deadlineWords({ ...clock, done, today: '2027-01-01' }, pl)).toBe(words);
  });

  test('days of amber and red may be set', () => {
    const set = { ...clock, amber: '2026-11-10', red: '2026-11-12' };
    expect(readDeadline({ ...set, today: '2026-11-09' }).zone).toBe('calm');
    expect(readDeadline({ ...set, today: '2026-11-10' }).zone).toBe('amber');
    expect(readDeadline({ ...set, today: '2026-11-12' }).zone).toBe('red');
  });

  test('is drawn with its words: start, due day, days left and article', () => {
    const drawn = text(
      renderToString(
        <DeadlineBar {...clock} today="2026-11-21" label="Plan od wniosku" basis="art. 40 ustawy o CUS" />,
      ),
    );
    for (const part of [
      'Plan od wniosku',
      'zostało 11 dni',
      'początek 02.11.2026',
      'termin 02.12.2026',
      'art. 40 ustawy o CUS',
    ])
      expect(drawn).toContain(part);
  });

  test('today stands where the time has come to: 15 of 30 days is the middle', () => {
    const markup = renderToString(<DeadlineBar {...clock} today="2026-11-17" label="Plan" />);
    expect(markup).toMatch(/class="deadline-now" x1="50%" x2="50%"/);
  });

  test('a late clock is as long as today, with the due day inside it', () => {
    const markup = renderToString(<DeadlineBar {...clock} today="2026-12-12" label="Plan" />);
    expect(markup).toMatch(/class="deadline-due" x1="75%" x2="75%"/);
    expect(markup).toMatch(/class="deadline-now" x1="100%" x2="100%"/);
  });
});

test('a week sums the hours of every service, every day and the whole plan', () => {
  const drawn = text(
    renderToString(
      <WeekPlan
        caption="Tydzień"
        lines={[
          {
            key: 'a',
            service: 'Obiady',
            slots: [
              { day: 1, from: '12:30', to: '13:00' },
              { day: 2, from: '12:30', to: '13:00' },
            ],
          },
          { key: 'b', service: 'Pomoc', slots: [{ day: 1, from: '08:00', to: '10:15' }], looseMinutes: 60 },
        ]}
      />,
    ),
  );
  expect(drawn).toContain('8:00–10:15');
  expect(drawn).toMatch(/Obiady 12:30–13:00 12:30–13:00 1 godz\./);
  expect(drawn).toContain('3 godz. 15 min bez stałego dnia');
  expect(drawn).toMatch(/Razem w tygodniu 2 godz\. 45 min 30 min 4 godz\. 15 min/);
});

describe('The measure of a limit', () => {
  const count = (markup: string, name: string): number => markup.split(`class="${name}"`).length - 1;

  test('draws every place as a pane: taken, in progress, free', () => {
    const markup = renderToString(<Measure label="Pomoc" unit="people" used={5} reserved={2} limit={10} />);
    expect([
      count(markup, 'pane pane-used'),
      count(markup, 'pane pane-reserved'),
      count(markup, 'pane'),
    ]).toEqual([5, 2, 3]);
    expect(text(markup)).toContain('5 z 10 osób');
    expect(text(markup)).toContain('wolne 3');
  });

  test.each([
    { used: 8, reserved: 0, limit: 10, words: undefined },
    { used: 8, reserved: 1, limit: 10, words: 'prawie wyczerpany' },
    { used: 10, reserved: 0, limit: 10, words: 'limit wyczerpany' },
    { used: 11, reserved: 0, limit: 10, words: 'ponad limit' },
    { used: 3, reserved: 0, limit: undefined, words: 'limit nieokreślony' },
  ])('$used and $reserved of $limit: $words', ({ words, ...measure }) => {
    const drawn = text(renderToString(<Measure label="Pomoc" unit="people" {...measure} />));
    const said = ['prawie wyczerpany', 'limit wyczerpany', 'ponad limit', 'limit nieokreślony'].filter(
      (word) => drawn.includes(word),
    );
    expect(said).toEqual(words ? [words] : []);
  });

  test('writes money in złoty', () => {
    expect(text(renderToString(<Measure label="Budżet" unit="money" used={1050} limit={2000} />))).toContain(
      '10,50 zł z 20,00 zł',
    );
  });
});

test('a household names everybody below the figure', () => {
  const drawn = text(
    renderToString(
      <HouseholdFigure
        members={[
          { key: 'a', kind: 'older', name: 'Halina', age: 78, self: true },
          { key: 'b', kind: 'child', name: 'Jaś', age: 1, relation: 'wnuk' },
        ]}
      />,
    ),
  );
  expect(drawn).toContain('Halina osoba starsza, 78 lat ta osoba');
  expect(drawn).toContain('Jaś dziecko, 1 rok wnuk');
});

test('a chart is its own table, and what is not known is said', () => {
  const points = [
    { label: 'A', value: 4 },
    { label: 'B', value: 1 },
    { label: 'C', value: undefined },
  ];
  const bars = renderToString(
    <BarChart caption="Potrzeby" labelHead="Potrzeba" valueHead="Osoby" points={points} />,
  );
  expect(bars).toContain('width="25%"');
  expect(text(bars)).toContain('A 4 B 1 C brak informacji');
  const columns = renderToString(
    <ColumnChart caption="Wnioski" labelHead="Miesiąc" valueHead="Wnioski" points={points} />,
  );
  expect(columns).toMatch(/<th scope="row">C<\/th><td class="numeric">brak informacji<\/td>/);
});

test('A year of columns draws every third label on a phone, the last one among them, and all in its table', () => {
  const points = Array.from({ length: 12 }, (_, month) => ({ label: `m${month + 1}`, value: month }));
  const year = renderToString(
    <ColumnChart caption="Wnioski" labelHead="Miesiąc" valueHead="Wnioski" points={points} />,
  );
  const drawn = [...year.matchAll(/<text class="columns-label"[^>]*>(m\d+)</g)].map(([, label]) => label);
  expect(drawn).toEqual(['m3', 'm6', 'm9', 'm12']);
  expect(year.match(/<th scope="row">m\d+</g)).toHaveLength(12);
});

describe('Two versions side by side', () => {
  test.each([
    [undefined, 'x', 'added'],
    ['x', undefined, 'removed'],
    ['x', 'y', 'changed'],
    ['x', 'x', 'same'],
  ])('%s and %s: %s', (before, after, state) => {
    expect(diffState({ before, after })).toBe(state);
  });

  test('show the change in words; equal versions say so', () => {
    const rows = [
      { key: 'a', field: 'Godziny', before: '6', after: '8' },
      { key: 'b', field: 'Dni', before: '5', after: '5' },
    ];
    const drawn = text(
      renderToString(
        <VersionDiff caption="Plan" before="Wersja 1" after="Wersja 2" rows={rows} onlyChanges />,
      ),
    );
    expect(drawn).toContain('1 zmiana');
    expect(drawn).toContain('Godziny 6 8 ≠ zmieniono');
    expect(drawn).not.toContain('Dni');
    expect(text(renderToString(<VersionDiff caption="Plan" before="1" after="2" rows={[]} />))).toContain(
      'Wersje nie różnią się.',
    );
  });
});

test('a match says what is met, what is not, what is unknown and what would change it', () => {
  const drawn = text(
    renderToString(
      <MatchList
        label="Warunki"
        items={[
          { key: 'a', result: 'passed', condition: 'Gmina', fact: 'Jarocin' },
          { key: 'b', result: 'failed', condition: 'Wiek', fact: '52 lata' },
          { key: 'c', result: 'unknown', condition: 'Dochód', change: 'oświadczenie' },
        ]}
      />,
    ),
  );
  expect(drawn).toContain('Spełnione: 1, niespełnione: 1, nie wiadomo: 1');
  expect(drawn).toContain('Dochód nie wiadomo brak informacji Co by to zmieniło: oświadczenie');
});
