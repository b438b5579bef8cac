import type { FormValues } from '../../../platform/http/form-data.ts';
import { all, form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { asSent } from '../../../platform/http/private-query.ts';
import {
  Actions,
  Button,
  Card,
  CardList,
  DateInput,
  Disclosure,
  Form,
  Panel,
  Select,
  Stack,
} from '../../../ui/index.ts';
import { formHousehold, joinHousehold, leaveHousehold } from '../commands/households.ts';
import { householdParts } from '../domain/household.ts';
import { nameOf } from '../domain/names.ts';
import { pl } from '../pl.ts';
import { listHouseholdCandidates } from '../queries/household-candidates.ts';
import { type HouseholdView, type PersonView, viewPerson } from '../queries/view-person.ts';
import { oneOfForms, SearchForm } from './parts.tsx';
import { personOf, personPath } from './paths.ts';
import { Household } from './sections.tsx';

const words = pl.household;

type Data = { person: PersonView; candidates: { households: HouseholdView[] } };

const parts = householdParts.map((value) => ({ value, label: words.parts[value] }));

/** The form's values belong to the household it was sent for. */
const sentFor =
  (householdId: string) =>
  (values: FormValues): boolean =>
    values['householdId'] === householdId;

type FormPartProps = { household: HouseholdView; context: PageContext };

/** Who a household is told by, for those who do not see the drawing. */
const namesIn = (household: HouseholdView, except?: string): string =>
  household.members
    .filter(({ validTo, personId }) => validTo === null && personId !== except)
    .map(nameOf)
    .join(', ');

const Leave = ({ household, context }: FormPartProps) => {
  const state = oneOfForms(context, leaveHousehold, sentFor(household.id));
  return (
    <Disclosure
      summary={
        <>
          {words.leaveTitle}
          <span class="sr-only">: {namesIn(household)}</span>
        </>
      }
      open={Object.keys(state.errors).length > 0}
    >
      <Form
        id={`wyprowadzka-${household.id}`}
        action={`${personPath(personOf(context))}/gospodarstwo/wyprowadzka`}
        label={words.leaveOf(namesIn(household))}
        {...state}
        version={household.version}
        hidden={{ householdId: household.id }}
      >
        <DateInput name="validTo" label={words.validTo} />
        <Actions>
          <Button about={namesIn(household)}>{words.leave}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
};

const Join = ({ household, context, query }: FormPartProps & { query: string }) => {
  const state = oneOfForms(context, joinHousehold, sentFor(household.id));
  return (
    <Card title={household.name}>
      <Household household={household} today={context.today} />
      <Disclosure
        summary={
          <>
            {words.join}
            <span class="sr-only">: {namesIn(household)}</span>
          </>
        }
        open={Object.keys(state.errors).length > 0}
      >
        <Form
          id={`dolacz-${household.id}`}
          action={`${personPath(personOf(context))}/gospodarstwo/dolacz${query}`}
          label={words.joinOf(namesIn(household))}
          {...state}
          version={household.version}
          hidden={{ householdId: household.id }}
        >
          <Select name="part" label={words.part} hint={words.partHint} options={parts} width="m" />
          <DateInput name="validFrom" label={words.validFrom} />
          <Actions>
            <Button about={namesIn(household)}>{words.join}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </Card>
  );
};

function view({ person, candidates }: Data, context: PageContext): View {
  const mine = person.households.filter(({ members }) =>
    members.some((one) => one.personId === person.id && one.validTo === null),
  );
  const q = context.query['q'] ?? '';
  const query = q === '' ? '' : `?q=${asSent(context, 'q')}`;
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
        {mine.map((household) => (
          <Panel
            key={household.id}
            id={`g-${household.id}`}
            title={words.livesWith(namesIn(household, person.id))}
          >
            <Stack>
              <Household household={household} personId={person.id} today={context.today} />
              <Leave household={household} context={context} />
            </Stack>
          </Panel>
        ))}
        <Panel id="dolacz" title={words.joinTitle}>
          <Stack>
            <p>{words.joinLead}</p>
            <SearchForm
              id="szukaj-gospodarstwa"
              label={words.search}
              hint={words.searchHint}
              go={words.searchGo}
              page={`${personPath(person.id)}/gospodarstwo`}
              value={q}
            />
            {candidates.households.length === 0 && (
              <p>{q === '' ? words.noSuggestions : words.noCandidates}</p>
            )}
            <CardList>
              {candidates.households.map((household) => (
                <Join key={household.id} household={household} context={context} query={query} />
              ))}
            </CardList>
          </Stack>
        </Panel>
        <Panel id="nowe" title={words.formTitle} tone="plain">
          <p>{words.formLead}</p>
          <Form
            id="nowe-gospodarstwo"
            action={`${personPath(person.id)}/gospodarstwo`}
            label={words.formTitle}
            {...oneOfForms(context, formHousehold, undefined, { part: 'head' })}
          >
            <Select name="part" label={words.part} options={parts} placeholder={false} width="m" />
            <DateInput name="validFrom" label={words.validFrom} />
            <Actions>
              <Button variant={mine.length === 0 ? 'primary' : 'secondary'}>{words.form}</Button>
            </Actions>
          </Form>
        </Panel>
      </Stack>
    ),
  };
}

export const householdPage = page({
  door: 'staff',
  path: '/praca/osoby/:personId/gospodarstwo',
  load: (ask, request) =>
    all({
      candidates: ask(listHouseholdCandidates, {
        personId: personOf(request),
        q: request.query['q']?.slice(0, 200),
      }),
      person: ask(viewPerson, { personId: personOf(request) }),
    }),
  view,
});

const shared = {
  door: 'staff',
  page: householdPage,
  next: (_result: unknown, request: { params: Record<string, string> }) =>
    `${personPath(personOf(request))}/gospodarstwo`,
} as const;

export const householdForms = [
  form({ ...shared, path: '/praca/osoby/:personId/gospodarstwo', command: formHousehold }),
  form({ ...shared, path: '/praca/osoby/:personId/gospodarstwo/dolacz', command: joinHousehold }),
  form({ ...shared, path: '/praca/osoby/:personId/gospodarstwo/wyprowadzka', command: leaveHousehold }),
];
