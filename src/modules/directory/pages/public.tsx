import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Notice,
  Actions,
  ButtonLink,
  CardList,
  Disclosure,
  EmptyState,
  Panel,
  Row,
  QuickExit,
  Stack,
} from '../../../ui/index.ts';
import { NoneOfThese } from '../../needs/index.ts';
import { findWordsOf } from '../find-words.ts';
import { searchServices, type ServiceSearch } from '../queries/search-services.ts';
import { Emergency, inDanger } from './emergency.tsx';
import { FoundService } from './found.tsx';
import { HelpWays } from './help-ways.tsx';
import { LeafletLinks } from './leaflet-links.tsx';
import { isNarrowed, searchAddress, SearchForm } from './search-form.tsx';

type Part = { data: ServiceSearch; context: PageContext };

// Ten answers to a question are enough to judge by; who browses sees more.
const firstShown = { answers: 10, all: 30 };
const mostShown = 200;

// Who tells a whole story is searched for by its beginning, and not sent back.
const longestText = 300;

/** What the search made of the words: said, so that a person sees why the results are these. */
const Understood = ({ data, context }: Part) => {
  const { results } = findWordsOf(context.lang);
  const names = data.meanings.map((one) => one.name).join('; ');
  const corrected = [...new Map(data.corrected.map((one) => [one.typed, one])).values()];
  if (!names && corrected.length === 0) return null;
  return (
    <p role="status">
      {names && results.understood(names)}{' '}
      {corrected.map(({ typed, read }) => results.corrected(typed, read)).join(' ')}
    </p>
  );
};

/** The same search in one area each, with how many there are: narrowing by one touch. */
const ByArea = ({ data, context }: Part) => {
  const words = findWordsOf(context.lang);
  const areas = Object.entries(data.counts.area);
  if (areas.length < 2) return null;
  return (
    <nav aria-label={words.results.byArea}>
      <Row>
        {areas.map(([area, count]) => (
          <ButtonLink key={area} href={searchAddress(context, { area, limit: undefined })} small>
            {words.areas[Number(area)] ?? area} ({count})
          </ButtonLink>
        ))}
      </Row>
    </nav>
  );
};

const Results = ({ data, context }: Part) => {
  const { results } = findWordsOf(context.lang);
  const text = context.query['text'];
  return (
    <Panel
      id="wyniki"
      title={text || isNarrowed(context) ? results.found(data.found) : results.whole(data.all)}
      tone="plain"
    >
      <Stack>
        <Understood data={data} context={context} />
        {!data.answered && (
          <p>
            <strong>{data.meanings.length > 0 ? results.instead : results.unsure}</strong>
          </p>
        )}
        <ByArea data={data} context={context} />
        <CardList>
          {data.hits.map((hit) => (
            <FoundService key={hit.id} hit={hit} context={context} />
          ))}
        </CardList>
        {data.found > data.hits.length && data.hits.length < mostShown && (
          <Actions>
            <ButtonLink
              href={searchAddress(context, { limit: String(Math.min(mostShown, data.hits.length * 2)) })}
            >
              {results.more}
            </ButtonLink>
          </Actions>
        )}
        <LeafletLinks context={context} />
      </Stack>
    </Panel>
  );
};

const Nothing = ({ data, context }: Part) => {
  const { results, search } = findWordsOf(context.lang);
  const narrowed = isNarrowed(context);
  return (
    <EmptyState
      title={data.all === 0 ? results.emptyTitle : results.noneTitle}
      action={
        narrowed ? (
          <ButtonLink
            href={`${context.centre.home}/uslugi?${new URLSearchParams({ text: context.query['text'] ?? '' }).toString()}`}
          >
            {search.clear}
          </ButtonLink>
        ) : (
          <ButtonLink href={`${context.centre.home}/pomoc`}>{results.guided}</ButtonLink>
        )
      }
    >
      <p>{data.all === 0 ? results.empty : narrowed ? results.noneFiltered : results.none}</p>
    </EmptyState>
  );
};

const NotThese = ({ data, context }: Part) => {
  const { results } = findWordsOf(context.lang);
  const areas = [...new Set(data.meanings.flatMap((one) => one.area ?? []))];
  const asked = context.query['area'];
  const group = data.meanings.find((one) => one.group !== null)?.group ?? null;
  return (
    <Disclosure summary={results.notThese}>
      <p>{results.notTheseText}</p>
      <NoneOfThese
        context={context}
        areas={asked ? [Number(asked)] : areas}
        group={group}
        gmina={context.query['gmina'] ?? null}
      />
    </Disclosure>
  );
};

function view(data: ServiceSearch, context: PageContext): View {
  const { search, results } = findWordsOf(context.lang);
  const groups = [...data.meanings.map((one) => one.group), context.query['group'] ?? null];
  const danger = groups.some((one) => inDanger.includes(one));
  return {
    title: search.title,
    trail: [{ href: context.centre.home, label: search.home }],
    width: 'wide',
    body: (
      <Stack>
        {groups.includes('violence') && <QuickExit />}
        {danger && <Emergency lang={context.lang} />}
        <SearchForm data={data} context={context} />
        {data.elsewhere && (
          <Notice kind="info" title={results.elsewhere}>
            <p>{results.elsewhereText}</p>
          </Notice>
        )}
        {data.hits.length === 0 ? (
          <>
            <Understood data={data} context={context} />
            <Nothing data={data} context={context} />
          </>
        ) : (
          <>
            <Results data={data} context={context} />
            {context.query['text'] && <NotThese data={data} context={context} />}
          </>
        )}
        <HelpWays context={context} />
      </Stack>
    ),
  };
}

/** Search of services in anybody's words; without words the whole list. Works without script. */
export const publicListPage = page({
  door: 'public',
  path: '/:centre/uslugi',
  keep: { until: ['directory', 'programmes', 'hsds'], query: ['area'] },
  load: async (ask, { query, lang }) =>
    await ask(searchServices, {
      text: query['text']?.slice(0, longestText),
      area: query['area'],
      group: query['group'],
      gmina: query['gmina'],
      reach: query['reach'],
      price: query['price'],
      free: query['free'],
      near: query['near'],
      km: query['km'],
      limit: query['limit'] ?? (query['text'] ? firstShown.answers : firstShown.all),
      lang,
    }),
  view,
});
