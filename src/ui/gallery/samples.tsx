import type { ComponentChildren } from 'preact';
import { Checkbox, Radios } from '../choices.tsx';
import {
  Columns,
  DateText,
  DescriptionList,
  EmptyState,
  Panel,
  Stack,
  StateTag,
  WhyDate,
} from '../content.tsx';
import { DeadlineBar, deadlineTone } from '../drawings/deadline.tsx';
import { HouseholdFigure } from '../drawings/household.tsx';
import { Measure } from '../drawings/measure.tsx';
import { TextArea, TextInput } from '../fields.tsx';
import { Actions, Button, ButtonLink, Form } from '../form.tsx';
import { Steps, Timeline } from '../history.tsx';
import { ErrorPage, ForbiddenPage } from '../looks.tsx';
import { Tabs } from '../moving.tsx';
import { Page, type PageProps } from '../page.tsx';
import { Table } from '../table.tsx';
import { week } from './drawings.tsx';

type Sample = { name: string; page: ReturnType<typeof Page> };

const demo = 'Usługi pochodzą z publicznych stron gminy, osoby są zmyślone. To nie jest oficjalny serwis.';

const footer = [
  { href: '#accessibility', label: 'Deklaracja dostępności' },
  { href: '#privacy', label: 'Kto widzi dane' },
  { href: '#help', label: 'Podręcznik' },
];

const nav = [
  { key: 'today', href: '#today', label: 'Moje na dziś', count: 7 },
  { key: 'window', href: '#window', label: 'Zgłoszenia', count: 3 },
  { key: 'cases', href: '#cases', label: 'Sprawy' },
  { key: 'people', href: '#people', label: 'Osoby' },
  { key: 'plans', href: '#plans', label: 'Plany' },
  { key: 'programmes', href: '#programmes', label: 'Programy' },
  { key: 'services', href: '#services', label: 'Usługi' },
  { key: 'overview', href: '#overview', label: 'Przegląd' },
];

const Staff = (props: Omit<PageProps, 'audience' | 'centre' | 'nav'> & { children?: ComponentChildren }) => (
  <Page
    audience="staff"
    centre={{ name: 'Centrum Usług Społecznych w Jarocinie', slug: 'jarocin' }}
    user={{ name: 'Anna Maj', role: 'koordynator IPUS', signOut: '#out' }}
    nav={nav}
    search={{ action: '#search' }}
    demo={demo}
    footer={footer}
    {...props}
  />
);

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

const todayList = (
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

const casePage = (
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

const resident = (errors: Record<string, string>) => (
  <Page
    audience="resident"
    title="Jak możemy się z Tobą skontaktować?"
    lead="Zadzwonimy albo napiszemy w ciągu trzech dni roboczych."
    centre={{ name: 'Centrum Usług Społecznych w Żyrardowie', slug: 'zyrardow' }}
    languages={[
      { lang: 'pl', href: '?jezyk=pl', label: 'Polski' },
      { lang: 'uk', href: '?jezyk=uk', label: 'Українська' },
      { lang: 'en', href: '?jezyk=en', label: 'English' },
    ]}
    nav={[
      { key: 'services', href: '#services', label: 'Usługi' },
      { key: 'report', href: '#report', label: 'Zgłoś potrzebę' },
      { key: 'mine', href: '#mine', label: 'Moje sprawy' },
    ]}
    current="report"
    demo={demo}
    footer={footer}
    breadcrumbs={[{ href: '#back', label: 'Wróć do poprzedniego pytania' }]}
    invalid={Object.keys(errors).length > 0}
  >
    <Form
      action="#"
      once="x"
      autosave="zgloszenie"
      values={{ way: 'phone', phone: '600 00' }}
      errors={errors}
    >
      <TextInput name="name" label="Imię i nazwisko" autoComplete="name" />
      <Radios
        name="way"
        label="Wybierz jeden sposób"
        choices={[
          {
            value: 'phone',
            label: 'Telefon',
            reveal: <TextInput name="phone" label="Numer telefonu" type="tel" width="s" />,
          },
          { value: 'mail', label: 'List na adres domowy' },
          {
            value: 'window',
            label: 'Przyjdę do okienka',
            hint: 'ul. Limanowskiego, w dni robocze od 8 do 16',
          },
        ]}
      />
      <TextArea
        name="more"
        label="Co jeszcze powinniśmy wiedzieć"
        hint="Na przykład: proszę mówić głośno"
        optional
      />
      <Checkbox name="truth" label="Dane są prawdziwe." />
      <Actions>
        <Button variant="primary">Wyślij zgłoszenie</Button>
        <Button variant="quiet" name="later" value="1" noValidate>
          Dokończę później
        </Button>
      </Actions>
    </Form>
  </Page>
);

/** Whole pages made of the components: the four looks, a case, a form of a resident. */
export const samples: readonly Sample[] = [
  { name: 'today', page: todayList },
  { name: 'case', page: casePage },
  { name: 'resident', page: resident({}) },
  {
    name: 'resident-errors',
    page: resident({ name: 'Wpisz imię i nazwisko.', phone: 'Numer telefonu ma 9 cyfr, a tu jest 5.' }),
  },
  {
    name: 'empty',
    page: (
      <Staff title="Zgłoszenia" current="window">
        <EmptyState
          title="Nikt jeszcze nie czeka"
          action={
            <ButtonLink href="#new" variant="primary">
              Przyjmij zgłoszenie
            </ButtonLink>
          }
        >
          Tu pojawią się zgłoszenia z okienka, z telefonu i ze strony dla mieszkańców. Wniosek powstanie ze
          zgłoszenia bez przepisywania.
        </EmptyState>
      </Staff>
    ),
  },
  {
    name: 'error',
    page: (
      <Staff title="Nie udało się zapisać notatki">
        <ErrorPage
          what="Serwer stracił połączenie z bazą danych, zanim zapisał notatkę."
          kept="Treść notatki jest w wersji roboczej. Nic nie zginęło."
          next="Odczekaj minutę i spróbuj ponownie. Gdy błąd wróci, podaj administratorowi numer zgłoszenia."
          code="OKN-500"
          incident="7F3A-21"
          action={
            <ButtonLink href="#again" variant="primary">
              Wróć do notatki
            </ButtonLink>
          }
        />
      </Staff>
    ),
  },
  {
    name: 'forbidden',
    page: (
      <Staff title="Tej sprawy nie możesz otworzyć">
        <ForbiddenPage
          why="Sprawę prowadzi inny koordynator, a Ty nie masz do niej zastępstwa. Dane osoby widzą tylko ci, którzy nad sprawą pracują."
          who="Dyrektor może przekazać sprawę albo ustanowić zastępstwo."
          code="OKN-403"
          action={<ButtonLink href="#today">Wróć do „Moje na dziś”</ButtonLink>}
        />
      </Staff>
    ),
  },
];
