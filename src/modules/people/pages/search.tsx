import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { asSent } from '../../../platform/http/private-query.ts';
import { ButtonLink, EmptyState, Notice, Stack, Table, Unknown } from '../../../ui/index.ts';
import { registersPeople } from '../domain/reach.ts';
import { permits } from '../../../platform/actor.ts';
import { pl } from '../pl.ts';
import { type FoundPerson, searchPeople } from '../queries/search.ts';
import { Marks, SearchForm } from './parts.tsx';
import { newPersonPath, peoplePath, personPath } from './paths.ts';

const words = pl.search;

type Answer = {
  searched: boolean;
  people: FoundPerson[];
  caseId: string | null;
  more: boolean;
  brokenPesel: boolean;
};

const Results = ({ people, more }: Answer) => (
  <Stack>
    {people.every(({ fit }) => fit === 'partial') && <Notice kind="info">{words.partial}</Notice>}
    <Table<FoundPerson>
      caption={words.caption(people.length)}
      rows={people}
      rowKey={(person) => person.personId}
      columns={[
        {
          key: 'name',
          label: words.columns.name,
          cell: (person) => (
            <>
              <a href={personPath(person.personId)}>
                {person.familyName} {person.givenName}
              </a>{' '}
              <Marks person={person} />
            </>
          ),
        },
        {
          key: 'born',
          label: words.columns.born,
          numeric: true,
          cell: (person) => person.birthYear ?? <Unknown />,
        },
        { key: 'gmina', label: words.columns.gmina, cell: (person) => person.gmina },
        { key: 'fit', label: words.columns.fit, cell: (person) => words.fits[person.fit] },
      ]}
    />
    {more && <Notice kind="info">{words.more(people.length)}</Notice>}
  </Stack>
);

function view(answer: Answer, context: PageContext): View {
  const q = context.query['q'] ?? '';
  const mayRegister = permits(registersPeople, context.actor, undefined);
  const register = (variant: 'primary' | 'secondary') =>
    mayRegister && (
      <ButtonLink
        href={q === '' ? newPersonPath : `${newPersonPath}?q=${asSent(context, 'q')}`}
        variant={variant}
      >
        {words.register}
      </ButtonLink>
    );
  const nobody = answer.searched && answer.people.length === 0;
  return {
    title: words.title,
    ...(answer.caseId === null ? {} : { forward: `/praca/sprawy/${answer.caseId}` as const }),
    ...(answer.searched ? {} : { lead: words.lead }),
    current: pl.nav,
    aside: nobody ? undefined : register('secondary'),
    body: (
      <Stack>
        <SearchForm
          id="kogo"
          label={words.label}
          hint={words.hint}
          go={words.go}
          page={peoplePath}
          value={q}
          primary={!nobody}
        />
        {answer.brokenPesel && <Notice kind="warning">{words.brokenPesel}</Notice>}
        {!answer.searched && <EmptyState title={words.startTitle}>{words.start}</EmptyState>}
        {nobody && (
          <EmptyState title={words.emptyTitle} action={register('primary')}>
            {words.empty}
          </EmptyState>
        )}
        {answer.people.length > 0 && <Results {...answer} />}
      </Stack>
    ),
  };
}

export const searchPage = page({
  door: 'staff',
  path: peoplePath,
  load: (ask, request) => ask(searchPeople, { q: request.query['q']?.slice(0, 200) }),
  view,
});
