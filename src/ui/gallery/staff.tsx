import { Columns, DateText, DescriptionList, Panel, Stack, StateTag, WhyDate } from '../content.tsx';
import { DeadlineBar, deadlineTone } from '../drawings/deadline.tsx';
import { HouseholdFigure } from '../drawings/household.tsx';
import { Measure } from '../drawings/measure.tsx';
import { Actions, Button, ButtonLink } from '../form.tsx';
import { Steps, Timeline } from '../history.tsx';
import { Tabs } from '../moving.tsx';
import { Table } from '../table.tsx';
import { week } from './drawings.tsx';
import { Staff } from './frame.tsx';

type Task = {
  id: string;
  what: string;
  who: string;
  sign: string;
  start: string;
  due: string;
  basis: string;
};

const today = '2026-11-21';

const tasks: readonly Task[] = [
  {
    id: '1',
    what: 'Sporządź plan',
    who: 'Halina Wróbel-Śliwińska',
    sign: 'CUS.5120.14.2026',
    start: '2026-10-20',
    due: '2026-11-19',
    basis: 'art. 40',
  },
  {
    id: '2',
    what: 'Wezwij do uzupełnienia',
    who: 'Jan Kłos',
    sign: 'CUS.5120.31.2026',
    start: '2026-11-14',
    due: '2026-11-21',
    basis: 'art. 64 KPA',
  },
  {
    id: '3',
    what: 'Uzgodnij plan',
    who: 'Natalia Shevchenko',
    sign: 'CUS.5120.22.2026',
    start: '2026-10-25',
    due: '2026-11-24',
    basis: 'art. 40',
  },
  {
    id: '4',
    what: 'Rozmowa podsumowująca',
    who: 'Zenon Gąsior',
    sign: 'CUS.5120.3.2026',
    start: '2026-11-01',
    due: '2026-11-30',
    basis: 'art. 45 ust. 2',
  },
  {
    id: '5',
    what: 'Sporządź plan',
    who: 'Barbara Dąbek',
    sign: 'CUS.5120.29.2026',
    start: '2026-11-16',
    due: '2026-12-16',
    basis: 'art. 40',
  },
  {
    id: '6',
    what: 'Informacja o monitorowaniu',
    who: 'Ewa Ćwiek',
    sign: 'CUS.5120.8.2026',
    start: '2026-11-10',
    due: '2027-01-11',
    basis: 'art. 45 ust. 1',
  },
];

/** The list of a worker: what is due, the most urgent first. */
export const todayList = (
  <Staff
    title="Moje na dziś"
    lead="Sobota, 21 listopada 2026. Jedna sprawa po terminie, dwie pilne."
    current="today"
    messages={[{ kind: 'success', text: 'Notatkę zapisano w sprawie CUS.5120.22.2026.' }]}
  >
    <Table<Task>
      caption="Terminy, od najpilniejszego"
      rows={tasks}
      rowKey={(task) => task.id}
      tone={(task) => deadlineTone({ ...task, today })}
      sort={{ by: 'due', direction: 'up', href: (by, direction) => `?sort=${by}&order=${direction}` }}
      columns={[
        { key: 'what', label: 'Co zrobić', cell: (task) => <a href={`#${task.id}`}>{task.what}</a> },
        { key: 'who', label: 'Dla kogo', sortable: true, cell: (task) => task.who },
        { key: 'sign', label: 'Znak sprawy', nowrap: true, cell: (task) => task.sign },
        {
          key: 'due',
          label: 'Termin',
          sortable: true,
          cell: (task) => (
            <DeadlineBar
              label=""
              size="compact"
              start={task.start}
              due={task.due}
              today={today}
              basis={task.basis}
            />
          ),
        },
      ]}
    />
  </Staff>
);

/** Everything about one case on one page. */
export const casePage = (
  <Staff
    title="Halina Wróbel-Śliwińska"
    lead="CUS.5120.14.2026, wniosek o usługi z programu Pomoc sąsiedzka"
    current="cases"
    breadcrumbs={[{ href: '#cases', label: 'Sprawy' }]}
    aside={<StateTag state="running" label="plan w przygotowaniu" />}
  >
    <Steps
      label="Droga wniosku"
      steps={[
        { label: 'Wniosek', state: 'done', note: '2.11' },
        { label: 'Rozpoznanie', state: 'done', note: '9.11' },
        { label: 'Plan', state: 'current' },
        { label: 'Zatwierdzenie', state: 'next' },
        { label: 'Realizacja', state: 'next' },
      ]}
    />
    <Tabs
      label="Części sprawy"
      items={[
        { href: '#plan', label: 'Plan', current: true },
        { href: '#notes', label: 'Notatki', count: 4 },
        { href: '#papers', label: 'Dokumenty', count: 2 },
        { href: '#who', label: 'Kto zaglądał' },
      ]}
    />
    <Columns
      main={
        <>
          <Panel id="clocks" title="Terminy">
            <Stack>
              <DeadlineBar
                label="Plan od wniosku"
                start="2026-11-02"
                due="2026-12-02"
                today={today}
                basis="art. 40 ustawy o CUS"
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
              <DeadlineBar
                label="Uzupełnienie wniosku"
                start="2026-11-03"
                due="2026-11-10"
                done="2026-11-09"
                today={today}
                basis="art. 64 § 2 KPA"
              />
            </Stack>
          </Panel>
          <Panel id="plan" title="Projekt planu" actions={<a href="#edit">Zmień</a>}>
            {week}
            <Actions>
              <Button variant="primary">Przekaż do uzgodnienia</Button>
              <ButtonLink href="#print" variant="quiet">
                Podgląd wydruku
              </ButtonLink>
            </Actions>
          </Panel>
        </>
      }
      side={
        <>
          <Panel id="person" title="Osoba" actions={<a href="#person">Cała karta</a>}>
            <DescriptionList
              items={[
                { term: 'Wiek', value: '78 lat', note: <DateText date="1948-06-02" /> },
                { term: 'Telefon', value: '600 000 000' },
                { term: 'Adres', value: 'ul. Zacisze 4 m. 7, Jarocin' },
                { term: 'E-mail' },
              ]}
            />
          </Panel>
          <Panel id="home" title="Gospodarstwo">
            <HouseholdFigure
              members={[
                { key: 'h', kind: 'older', name: 'Halina', age: 78, self: true },
                { key: 'm', kind: 'adult', name: 'Marta', age: 44, relation: 'córka' },
                { key: 'j', kind: 'child', name: 'Jaś', age: 9, relation: 'wnuk' },
              ]}
            />
          </Panel>
          <Panel id="limit" title="Program">
            <Measure label="Pomoc sąsiedzka 2026" unit="people" used={24} reserved={3} limit={36} />
          </Panel>
          <Panel id="history" title="Historia" actions={<a href="#all">Wszystko</a>}>
            <Timeline
              items={[
                {
                  id: '3',
                  when: '2026-11-20T13:05:00Z',
                  who: 'Anna Maj',
                  what: 'Rozmowa w domu',
                  shape: 'info',
                },
                {
                  id: '2',
                  when: '2026-11-09T09:30:00Z',
                  who: 'Anna Maj',
                  what: 'Protokół rozpoznania',
                  shape: 'done',
                },
                { id: '1', when: '2026-11-02', who: 'Piotr Lis', what: 'Wpłynął wniosek' },
              ]}
            />
          </Panel>
        </>
      }
    />
  </Staff>
);
