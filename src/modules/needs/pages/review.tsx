import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  About,
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateText,
  DescriptionList,
  EmptyState,
  Form,
  Panel,
  Row,
  Select,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { acceptNeeds, correctNeeds, rejectNeeds } from '../commands/review-needs.ts';
import { codeWord, dismissWord } from '../commands/review-words.ts';
import { alikeKey } from '../domain/review.ts';
import { monthWords, pl } from '../pl.ts';
import { type NeedsInReview, needsToReview } from '../queries/needs-to-review.ts';
import { areaOptions, areaWords, groupOptions, ledgerPath, reasonOptions, reviewPath } from './parts.tsx';

const words = pl.review;
/** Where the reviewed dictionary of the search is kept: a page of the directory, which knows this module. */
const dictionaryPath = '/praca/uslugi/slowa';
const entryPath = `${reviewPath}/wpis`;
const trail = [{ href: ledgerPath, label: words.back }];

type InReview = {
  needs: NeedsInReview[];
  words: { id: string; word: string; month: string; times: number }[];
};

const placeWords = ({ gmina, gminaName, locality }: NeedsInReview): string =>
  [locality ?? '', gminaName ?? (gmina === null ? pl.noGmina : gmina)].filter(Boolean).join(', ');

/** One row in one line: no two of them are alike. */
const rowWords = (row: NeedsInReview): string =>
  [
    areaWords(row.area),
    pl.reasons[row.reason],
    row.group === null ? pl.noGroup : pl.groups[row.group],
    placeWords(row),
    row.terms ?? '',
    row.services.join(', '),
  ]
    .filter(Boolean)
    .join(', ');

const NeedWords = ({ of }: { of: NeedsInReview }) => (
  <>
    <strong>{areaWords(of.area)}</strong>
    <span class="description-note">{of.group === null ? pl.noGroup : pl.groups[of.group]}</span>
    {of.terms && <span class="description-note">{words.terms(of.terms)}</span>}
    {of.services.length > 0 && <span class="description-note">{words.services(of.services.join(', '))}</span>}
  </>
);

const entryHref = (of: NeedsInReview): string =>
  `${entryPath}?${new URLSearchParams({ wpis: alikeKey(of) }).toString()}`;

const Entries = ({ data, context }: { data: InReview; context: PageContext }) => {
  const total = data.needs.reduce((sum, { times }) => sum + times, 0);
  const { once, errors, values } = formOf(context, acceptNeeds);
  const chosen = [values['keys'] ?? []].flat();
  // Ticks them all without a script; the organiser unticks what is none.
  const all = context.query['zaznacz'] === 'wszystkie';
  return (
    <Panel id="wpisy" title={words.listTitle(total)}>
      <Form id="przyjecie" action={`${reviewPath}/przyjmij`} once={once} errors={errors} label={words.accept}>
        <Table
          caption={words.listTitle(total)}
          captionHidden
          rows={data.needs}
          rowKey={alikeKey}
          columns={[
            {
              key: 'select',
              label: words.select,
              cell: (row) => (
                <input
                  class="choice-box-plain"
                  type="checkbox"
                  name="keys"
                  value={alikeKey(row)}
                  checked={row.area !== null && (all || chosen.includes(alikeKey(row)))}
                  disabled={row.area === null}
                  // The summary of errors leads to the first of them.
                  id={row === data.needs[0] ? 'przyjecie-keys' : undefined}
                  aria-label={`${words.select}: ${rowWords(row)}`}
                />
              ),
            },
            { key: 'need', label: words.need, rowHeader: true, cell: (row) => <NeedWords of={row} /> },
            { key: 'reason', label: words.reason, cell: (row) => pl.reasons[row.reason] },
            { key: 'place', label: words.place, cell: placeWords },
            {
              key: 'source',
              label: words.source,
              cell: (row) => row.sources.map((source) => pl.sources[source]).join(', '),
            },
            { key: 'times', label: words.times, numeric: true, cell: (row) => row.times },
            { key: 'last', label: words.last, nowrap: true, cell: (row) => <DateText date={row.lastOn} /> },
            {
              key: 'change',
              label: words.change,
              cell: (row) => (
                <a href={entryHref(row)}>
                  {words.change}
                  <About about={rowWords(row)} />
                </a>
              ),
            },
          ]}
        />
        <Actions>
          <Button variant="primary">{words.accept}</Button>
          <ButtonLink href={all ? reviewPath : `${reviewPath}?zaznacz=wszystkie`} variant="quiet">
            {all ? words.untickAll : words.tickAll}
          </ButtonLink>
        </Actions>
      </Form>
    </Panel>
  );
};

const Words = ({ data, context }: { data: InReview; context: PageContext }) => (
  <Panel id="slowa" title={words.wordsTitle(data.words.length)}>
    <p>{words.wordsLead}</p>
    {data.words.length === 0 ? (
      <p>{words.wordsEmpty}</p>
    ) : (
      <CardList>
        {data.words.map((one) => (
          <Card
            key={one.id}
            title={one.word}
            level={3}
            meta={words.wordTimes(one.times, monthWords(one.month))}
            footer={
              <Row>
                <ButtonLink
                  href={`${dictionaryPath}?zwrot=${encodeURIComponent(one.word)}`}
                  about={one.word}
                  small
                >
                  {words.learn}
                </ButtonLink>
                <ActionForm
                  action={`${reviewPath}/slowo/${one.id}/usun`}
                  label={words.dismiss}
                  about={one.word}
                  variant="quiet"
                  once={context.form.once}
                />
              </Row>
            }
          >
            <Form
              id={`slowo-${one.id}`}
              action={`${reviewPath}/slowo/${one.id}/policz`}
              {...formOf(context, codeWord)}
              label={`${words.code}: ${one.word}`}
            >
              <Select name="area" label={words.area} options={areaOptions} width="full" />
              <Select
                name="group"
                label={words.group}
                placeholder={words.anyGroup}
                options={groupOptions}
                width="full"
                optional
              />
              <Actions>
                <Button small about={one.word}>
                  {words.code}
                </Button>
              </Actions>
            </Form>
          </Card>
        ))}
      </CardList>
    )}
  </Panel>
);

function reviewView(data: InReview, context: PageContext): View {
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'needs',
    trail,
    body: (
      <Stack>
        {data.needs.length === 0 ? (
          <EmptyState
            title={words.emptyTitle}
            action={<ButtonLink href={ledgerPath}>{words.back}</ButtonLink>}
          >
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <Entries data={data} context={context} />
        )}
        <Words data={data} context={context} />
      </Stack>
    ),
  };
}

const reviewPage = page({
  door: 'staff',
  path: reviewPath,
  load: async (ask) => await ask(needsToReview, {}),
  view: reviewView,
});

const entry = pl.entry;

function entryView(data: InReview, context: PageContext): View {
  const sent = context.form.values['key'];
  const key = typeof sent === 'string' ? sent : (context.query['wpis'] ?? '');
  const found = data.needs.find((one) => alikeKey(one) === key);
  const base = {
    title: entry.title,
    width: 'narrow' as const,
    current: 'needs',
    trail: [...trail, { href: reviewPath, label: entry.back }],
  };
  if (!found)
    return {
      ...base,
      body: (
        <EmptyState title={entry.goneTitle} action={<ButtonLink href={reviewPath}>{entry.back}</ButtonLink>}>
          <p>{entry.gone}</p>
        </EmptyState>
      ),
    };
  const correct = formOf(context, correctNeeds, {
    area: found.area === null ? '' : String(found.area),
    reason: found.reason,
    group: found.group ?? '',
  });
  return {
    ...base,
    lead: entry.count(found.times),
    body: (
      <Stack>
        <DescriptionList
          items={[
            { term: words.area, value: areaWords(found.area) },
            { term: words.reason, value: pl.reasons[found.reason] },
            { term: words.group, value: found.group === null ? pl.noGroup : pl.groups[found.group] },
            { term: words.place, value: placeWords(found) },
            { term: words.source, value: found.sources.map((source) => pl.sources[source]).join(', ') },
            ...(found.terms ? [{ term: words.searched, value: found.terms }] : []),
            ...(found.services.length > 0 ? [{ term: words.service, value: found.services.join(', ') }] : []),
          ]}
        />
        <Panel id="kod" title={entry.correctTitle}>
          <Form
            id="popraw"
            action={`${entryPath}/popraw`}
            {...correct}
            hidden={{ key }}
            label={entry.correctTitle}
          >
            <Select name="area" label={words.area} options={areaOptions} />
            <Select name="reason" label={words.reason} options={reasonOptions} placeholder={false} />
            <Select
              name="group"
              label={words.group}
              placeholder={words.anyGroup}
              options={groupOptions}
              optional
            />
            <Actions>
              <Button variant="primary">{entry.correct}</Button>
            </Actions>
          </Form>
        </Panel>
        <Panel id="szum" title={entry.rejectTitle}>
          <Form
            id="odrzuc"
            action={`${entryPath}/odrzuc`}
            {...formOf(context, rejectNeeds)}
            hidden={{ key }}
            label={entry.rejectTitle}
          >
            <TextInput
              name="because"
              label={entry.because}
              hint={entry.becauseHint}
              width="l"
              maxLength={200}
            />
            <Actions>
              <Button variant="danger">{entry.reject}</Button>
            </Actions>
          </Form>
        </Panel>
      </Stack>
    ),
  };
}

const entryPage = page({
  door: 'staff',
  path: entryPath,
  load: async (ask) => await ask(needsToReview, {}),
  view: entryView,
});

const back = (): string => reviewPath;

/** The organiser's review of the ledger, and its forms. */
export const reviewRoutes = [
  reviewPage,
  entryPage,
  form({ door: 'staff', path: `${reviewPath}/przyjmij`, command: acceptNeeds, page: reviewPage, next: back }),
  form({ door: 'staff', path: `${entryPath}/popraw`, command: correctNeeds, page: entryPage, next: back }),
  form({ door: 'staff', path: `${entryPath}/odrzuc`, command: rejectNeeds, page: entryPage, next: back }),
  form({
    door: 'staff',
    path: `${reviewPath}/slowo/:wordId/policz`,
    command: codeWord,
    page: reviewPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: `${reviewPath}/slowo/:wordId/usun`,
    command: dismissWord,
    page: reviewPage,
    next: back,
  }),
];
