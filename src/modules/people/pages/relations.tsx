import type { Outcome } from '../../../platform/runner/outcome.ts';
import { asSent } from '../../../platform/http/private-query.ts';
import {
  type Ask,
  form,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateInput,
  Disclosure,
  EmptyState,
  Form,
  Panel,
  Radios,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { addRelation, endRelation } from '../commands/relations.ts';
import { nameOf } from '../domain/names.ts';
import { relationKinds } from '../domain/relations.ts';
import { pl } from '../pl.ts';
import { identifyPerson } from '../queries/identify-person.ts';
import { searchPeople } from '../queries/search.ts';
import type { PersonView, RelationView } from '../queries/view-person.ts';
import { askToWrite, oneOfForms, SearchForm } from './parts.tsx';
import { newPersonPath, personOf, personPath } from './paths.ts';
import { RelationWords } from './sections.tsx';

const words = pl.relations;

type Candidate = { personId: string; givenName: string; familyName: string; birthYear: number | null };
type Data = { person: PersonView; candidates: Candidate[]; searched: boolean };

const End = ({ relation, context }: { relation: RelationView; context: PageContext }) => {
  const state = oneOfForms(context, endRelation, (values) => values['relationId'] === relation.id);
  return (
    <Disclosure
      summary={
        <>
          {words.end}
          <span class="sr-only">: {nameOf(relation.other)}</span>
        </>
      }
      open={Object.keys(state.errors).length > 0}
    >
      <Form
        id={`koniec-${relation.id}`}
        action={`${personPath(personOf(context))}/relacje/koniec`}
        label={`${words.end}: ${nameOf(relation.other)}`}
        {...state}
        hidden={{ relationId: relation.id }}
      >
        <DateInput name="validTo" label={words.validTo} />
        <Actions>
          <Button about={nameOf(relation.other)}>{words.end}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
};

const Add = ({
  candidates,
  context,
  action,
}: {
  candidates: readonly Candidate[];
  context: PageContext;
  action: string;
}) => (
  <Form
    id="nowa-relacja"
    action={action}
    label={words.addTitle}
    {...oneOfForms(
      context,
      addRelation,
      undefined,
      candidates.length === 1 ? { otherPersonId: candidates[0]?.personId ?? '' } : {},
    )}
  >
    <Radios
      name="otherPersonId"
      label={words.choose}
      choices={candidates.map((one) => ({
        value: one.personId,
        label: words.chosen(nameOf(one), one.birthYear === null ? '' : words.bornIn(one.birthYear)),
      }))}
    />
    <Radios
      name="kind"
      label={words.kind}
      choices={relationKinds.map((kind) => ({
        value: kind,
        label: words.kinds[kind],
        hint: words.kindHints[kind],
      }))}
    />
    <DateInput name="validFrom" label={words.validFrom} />
    <TextInput name="note" label={words.note} hint={words.noteHint} width="m" maxLength={100} optional />
    <TextInput
      name="document"
      label={words.documentLabel}
      hint={words.documentHint}
      width="l"
      maxLength={200}
      optional
    />
    <Actions>
      <Button variant="primary">{words.add}</Button>
    </Actions>
  </Form>
);

function view({ person, candidates, searched }: Data, context: PageContext): View {
  const path = `${personPath(person.id)}/relacje`;
  const q = context.query['q'] ?? '';
  const chosen = context.query['osoba'];
  const query = chosen
    ? `?osoba=${encodeURIComponent(chosen)}`
    : q === ''
      ? ''
      : `?q=${asSent(context, 'q')}`;
  const open = person.relations.filter(({ validTo }) => validTo === null);
  return {
    title: pl.tab,
    heading: words.pageTitle(nameOf(person)),
    lead: words.pageLead,
    current: pl.nav,
    trail: [
      { href: '/praca/osoby', label: pl.search.title },
      { href: personPath(person.id), label: nameOf(person) },
    ],
    body: (
      <Stack>
        {open.length > 0 && (
          <Panel id="teraz" title={words.title}>
            <CardList>
              {open.map((relation) => (
                <Card
                  key={relation.id}
                  title={nameOf(relation.other)}
                  href={personPath(relation.other.id)}
                  meta={<RelationWords relation={relation} />}
                >
                  <End relation={relation} context={context} />
                </Card>
              ))}
            </CardList>
          </Panel>
        )}
        <Panel id="dodaj" title={words.addTitle}>
          <Stack>
            <p>{words.addLead}</p>
            <SearchForm
              id="szukaj-osoby"
              label={words.search}
              hint={words.searchHint}
              go={words.searchGo}
              page={path}
              value={q}
              primary={candidates.length === 0}
            />
            {candidates.length > 0 && (
              <Add candidates={candidates} context={context} action={`${path}${query}`} />
            )}
            {searched && candidates.length === 0 && (
              <EmptyState
                level={3}
                title={pl.search.emptyTitle}
                action={
                  <ButtonLink
                    href={`${newPersonPath}?powrot=${encodeURIComponent(path)}&q=${asSent(context, 'q')}`}
                  >
                    {words.register}
                  </ButtonLink>
                }
              >
                {words.noneFound}
              </EmptyState>
            )}
          </Stack>
        </Panel>
      </Stack>
    ),
  };
}

async function load(ask: Ask, request: PageRequest): Promise<Outcome<Data>> {
  const { osoba: chosen, q } = request.query;
  const personId = personOf(request);
  const [person, identified, found] = await Promise.all([
    askToWrite(ask, request),
    chosen === undefined ? undefined : ask(identifyPerson, { personId: chosen }),
    chosen === undefined && q !== undefined ? ask(searchPeople, { q: q.slice(0, 200) }) : undefined,
  ]);
  if (!person.ok) return person;
  if (found !== undefined && !found.ok) return found;
  const others = identified?.ok ? [identified.value] : (found?.value.people ?? []);
  return {
    ok: true,
    value: {
      person: person.value,
      candidates: others.filter((one) => one.personId !== personId),
      searched: found?.value.searched ?? false,
    },
  };
}

export const relationsPage = page({ door: 'staff', path: '/praca/osoby/:personId/relacje', load, view });

const next = (_result: unknown, request: { params: Record<string, string> }): string =>
  `${personPath(personOf(request))}/relacje`;

export const relationForms = [
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/relacje',
    command: addRelation,
    page: relationsPage,
    next,
  }),
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/relacje/koniec',
    command: endRelation,
    page: relationsPage,
    next,
  }),
];
