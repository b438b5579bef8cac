import {
  Card,
  CardList,
  DateText,
  DescriptionList,
  Disclosure,
  EmptyState,
  KeyHints,
  Panel,
  Row,
  StateTag,
  Tag,
  Unknown,
  WhyDate,
} from '../content.tsx';
import { money } from '../format.ts';
import { ButtonLink } from '../form.tsx';
import { Steps, Timeline } from '../history.tsx';
import { ErrorPage, ForbiddenPage } from '../looks.tsx';
import { Pagination, Tabs } from '../moving.tsx';
import { Notice } from '../notice.tsx';
import { QuickExit } from '../quick-exit.tsx';
import { Table } from '../table.tsx';
import type { Shape } from '../window.tsx';
import type { Example } from './example.ts';

const states: readonly { state: Shape; label: string }[] = [
  { state: 'draft', label: 'szkic' },
  { state: 'open', label: 'przyjęty' },
  { state: 'waiting', label: 'czeka na uzupełnienie' },
  { state: 'running', label: 'w realizacji' },
  { state: 'done', label: 'zatwierdzony' },
  { state: 'refused', label: 'odmowa' },
  { state: 'stopped', label: 'zakończony' },
  { state: 'warning', label: 'zagrożony termin' },
  { state: 'unknown', label: 'nie wiadomo' },
  { state: 'info', label: 'do wiadomości' },
];

type Fee = { band: string; price: number | undefined; people: number };

const fees: readonly Fee[] = [
  { band: 'do 100 % kryterium', price: 0, people: 14 },
  { band: 'ponad 100 do 150 %', price: 420, people: 9 },
  { band: 'ponad 150 %', price: undefined, people: 3 },
];

/** Panels, lists, tags, notices, tables, ways to move. */
export const contentExamples: readonly Example[] = [
  {
    group: 'Treść',
    name: 'Panel i lista opisowa',
    node: (
      <Panel id="example-panel" title="Dane osoby" actions={<a href="#edit">Zmień</a>}>
        <DescriptionList
          columns={2}
          items={[
            { term: 'Imię i nazwisko', value: 'Halina Wróbel-Śliwińska' },
            { term: 'Data urodzenia', value: <DateText date="1948-06-02" long />, note: '78 lat' },
            { term: 'PESEL', value: '48060212345' },
            { term: 'Telefon' },
            { term: 'Adres', value: 'ul. Zacisze 4 m. 7, 63-200 Jarocin' },
            { term: 'Gmina', value: 'Jarocin' },
          ]}
        />
      </Panel>
    ),
  },
  {
    group: 'Treść',
    name: 'Karty',
    node: (
      <CardList>
        <Card
          title="Obiady dowożone do domu"
          href="#meals"
          meta="Spółdzielnia socjalna, gmina Jarocin"
          aside={
            <Tag shape="open" tone="accent">
              są miejsca
            </Tag>
          }
          footer="Sprawdzono 12.11.2026"
        >
          <p>Ciepły posiłek w dni robocze, także dieta lekkostrawna.</p>
        </Card>
        <Card
          title="Teleopieka"
          href="#tele"
          faded
          meta={<Unknown />}
          aside={
            <Tag shape="waiting" tone="warning">
              lista oczekujących
            </Tag>
          }
        >
          <p>Opaska z przyciskiem i centrala czynna całą dobę.</p>
        </Card>
      </CardList>
    ),
  },
  {
    group: 'Treść',
    name: 'Stany',
    node: (
      <Row>
        {states.map((item) => (
          <StateTag key={item.state} {...item} />
        ))}
      </Row>
    ),
  },
  {
    group: 'Treść',
    name: 'Komunikaty',
    node: (
      <div class="stack">
        <Notice kind="success">Wniosek zapisano pod znakiem CUS.5120.14.2026.</Notice>
        <Notice kind="info">Plan obejmuje dwie usługi z dwóch programów.</Notice>
        <Notice kind="warning" action={<a href="#check">Porównaj wpisy</a>}>
          Podobna osoba jest już w rejestrze: Halina Wróbel, ul. Zacisze 4.
        </Notice>
        <Notice kind="danger" title="Limit programu wyczerpany">
          Nie można przyjąć kolejnej osoby do końca okresu programu.
        </Notice>
      </div>
    ),
  },
  {
    group: 'Treść',
    name: 'Szybkie wyjście',
    node: (
      <div class="stack">
        <QuickExit />
      </div>
    ),
  },
  {
    group: 'Treść',
    name: 'Tabela',
    node: (
      <Table<Fee>
        caption="Opłaty za godzinę usługi"
        rows={fees}
        rowKey={(row) => row.band}
        tone={(row) => (row.price === 420 ? 'current' : undefined)}
        sort={{ by: 'people', direction: 'down', href: (by, direction) => `?sort=${by}&order=${direction}` }}
        columns={[
          { key: 'band', label: 'Dochód', cell: (row) => row.band },
          {
            key: 'price',
            label: 'Opłata',
            numeric: true,
            cell: (row) => (row.price === undefined ? <Unknown /> : money(row.price)),
          },
          { key: 'people', label: 'Osoby', numeric: true, sortable: true, cell: (row) => row.people },
        ]}
        total={{ band: 'Razem', people: 26 }}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Pusta lista',
    node: (
      <EmptyState
        title="Nie ma jeszcze zgłoszeń"
        level={4}
        action={<ButtonLink href="#new">Przyjmij zgłoszenie</ButtonLink>}
      >
        Zgłoszenie to pierwszy krok: mieszkaniec mówi, czego potrzebuje. Wniosek powstanie z niego bez
        przepisywania.
      </EmptyState>
    ),
  },
  {
    group: 'Treść',
    name: 'Błąd',
    node: (
      <ErrorPage
        what="Serwer nie zapisał wpisu, bo stracił połączenie z bazą danych."
        kept="Wszystko, co zostało wpisane, jest w wersji roboczej."
        next="Odczekaj minutę i wyślij formularz jeszcze raz. Jeśli to się powtórzy, podaj numer zdarzenia administratorowi."
        code="OKN-500"
        incident="7F3A-21"
        action={<ButtonLink href="#again">Spróbuj ponownie</ButtonLink>}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Brak dostępu',
    node: (
      <ForbiddenPage
        why="Konto wykonawcy widzi tylko własne usługi w planie. Kwalifikowania i planu nie można mu powierzyć (art. 49 ustawy o CUS)."
        who="Koordynator planu: Anna Maj, telefon 62 000 00 00."
        code="OKN-403"
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Skąd ta data',
    node: (
      <WhyDate
        steps={[
          { text: 'Wniosek wpłynął', date: '2026-11-02' },
          { text: 'Dnia wpływu nie liczy się; 30 dni mija', date: '2026-12-02' },
          { text: 'Środa, dzień roboczy: termin się nie przesuwa', date: '2026-12-02' },
        ]}
        basis={[{ text: 'art. 40 ustawy o CUS' }, { text: 'art. 57 § 1 i 4 KPA', href: '#kpa' }]}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Więcej',
    node: (
      <Disclosure summary="Kto widzi te dane?" open>
        <p>Koordynator, organizator usług i dyrektor. Każde otwarcie strony jest zapisane.</p>
      </Disclosure>
    ),
  },
  {
    group: 'Treść',
    name: 'Historia',
    node: (
      <Timeline
        items={[
          {
            id: '3',
            when: '2026-11-20T13:05:00Z',
            who: 'Anna Maj, koordynator',
            what: 'Uzgodniono plan z mieszkanką',
            shape: 'done',
          },
          {
            id: '2',
            when: '2026-11-12T09:30:00Z',
            who: 'Anna Maj, koordynator',
            what: 'Notatka z rozmowy telefonicznej',
            detail: 'Córka może być w domu w poniedziałki po 16.',
            shape: 'info',
          },
          { id: '1', when: '2026-11-02', who: 'Piotr Lis, okienko', what: 'Wpłynął wniosek' },
        ]}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Kroki',
    node: (
      <Steps
        label="Droga wniosku"
        steps={[
          { label: 'Wniosek', state: 'done', note: '2.11' },
          { label: 'Rozpoznanie', state: 'done', note: '9.11' },
          { label: 'Plan', state: 'current' },
          { label: 'Zatwierdzenie', state: 'next' },
          { label: 'Podsumowanie', state: 'next' },
        ]}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Karty strony',
    node: (
      <Tabs
        label="Części sprawy"
        items={[
          { href: '#plan', label: 'Plan', current: true },
          { href: '#notes', label: 'Notatki', count: 4 },
          { href: '#papers', label: 'Dokumenty', count: 2 },
          { href: '#who', label: 'Kto zaglądał' },
        ]}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Strony wyników',
    node: (
      <Pagination
        previous="#1"
        next="#3"
        summary="21–40 z 312"
        pages={[1, 2, 3].map((page) => ({ number: page, href: `#${page}`, current: page === 2 }))}
      />
    ),
  },
  {
    group: 'Treść',
    name: 'Klawisze',
    node: (
      <KeyHints
        hints={[
          { keys: ['Alt', 'S'], label: 'szukaj' },
          { keys: ['Tab'], label: 'następne pole' },
        ]}
      />
    ),
  },
];
