import type { VNode } from 'preact';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Form,
  Measure,
  Panel,
  Select,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { partialDay } from '../../directory/index.ts';
import { start } from '../commands/start.ts';
import type { VersionState } from '../domain/states.ts';
import { type Offer, peopleLeft } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import { listProgrammes, type ProgrammeList } from '../queries/list-programmes.ts';
import type { VersionView } from '../queries/view.ts';
import { CompletenessTag, paths, sumOf, VersionStateTag } from './parts.tsx';

const words = pl.pages.list;

const periodOf = ({ version }: VersionView): string | undefined => {
  const from = version.validFrom ?? version.items.period?.from;
  const to = version.validTo ?? version.items.period?.to;
  return from
    ? [from, to]
        .filter((day): day is string => typeof day === 'string')
        .map(partialDay)
        .join(' – ')
    : undefined;
};

/** Where the limits will bind first: the services with the smallest share of places left. */
const Tightest = ({ offers }: Pick<VersionView, 'offers'>): VNode | null => {
  const share = (offer: Offer): number => (offer.limitPeople ? offer.usedPeople / offer.limitPeople : 0);
  const tight = offers.filter((offer) => share(offer) >= 0.5).sort((a, b) => share(b) - share(a));
  if (tight.length === 0) return null;
  return (
    <>
      <p>
        <strong>{words.tightest}</strong>
      </p>
      <ul>
        {tight.slice(0, 3).map((offer) => (
          <li key={offer.id}>
            {words.left(offer.serviceName, peopleLeft(offer) ?? 0, offer.limitPeople ?? 0)}
          </li>
        ))}
      </ul>
    </>
  );
};

const Limits = ({ offers }: Pick<VersionView, 'offers'>): VNode | null => {
  const people = sumOf(offers, 'usedPeople', 'limitPeople');
  const money = sumOf(offers, 'usedGrosze', 'limitGrosze');
  if (people.limit === 0 && money.limit === 0) return <p class="hint">{words.noLimits}</p>;
  return (
    <>
      {people.limit > 0 && (
        <Measure
          label={words.people}
          unit="people"
          used={people.used}
          limit={people.limit}
          {...(people.without > 0 ? { note: words.partLimits(people.without) } : {})}
        />
      )}
      {money.limit > 0 && <Measure label={words.money} unit="money" used={money.used} limit={money.limit} />}
      <Tightest offers={offers} />
    </>
  );
};

const ProgrammeCard = ({ view }: { view: VersionView }) => {
  const { programme, version, offers, lacking } = view;
  const meta = [
    programme.gminaName,
    pl.pages.version(version.number),
    periodOf(view),
    words.services(offers.length),
  ];
  return (
    <Card
      title={programme.name}
      href={paths.programme(programme.id)}
      meta={meta.filter(Boolean).join(' · ')}
      aside={<VersionStateTag state={version.state} />}
      footer={<CompletenessTag lacking={lacking.length} />}
    >
      {version.state === 'in_force' && <Limits offers={offers} />}
    </Card>
  );
};

const groups: readonly { id: string; title: string; states: readonly VersionState[] }[] = [
  { id: 'obowiazuja', title: words.inForce, states: ['in_force'] },
  { id: 'przygotowanie', title: words.preparing, states: ['adopted', 'draft_resolution', 'draft'] },
  { id: 'dawne', title: words.past, states: ['ended', 'reported', 'repealed', 'superseded'] },
];

const Group = ({ id, title, views }: { id: string; title: string; views: readonly VersionView[] }) =>
  views.length === 0 ? null : (
    <Panel id={id} title={title} tone="plain">
      <CardList>
        {views.map((view) => (
          <ProgrammeCard key={view.programme.id} view={view} />
        ))}
      </CardList>
    </Panel>
  );

function listView({ programmes, mayStart }: ProgrammeList): View {
  const startLink = (
    <ButtonLink href={`${paths.list}/nowy`} variant="primary">
      {words.start}
    </ButtonLink>
  );
  return {
    title: words.title,
    lead: words.lead,
    aside: mayStart && programmes.length > 0 ? startLink : undefined,
    width: 'wide',
    current: 'programmes',
    body:
      programmes.length === 0 ? (
        <EmptyState title={words.emptyTitle} action={mayStart && startLink}>
          <p>{words.empty}</p>
        </EmptyState>
      ) : (
        <Stack>
          {groups.map(({ id, title, states }) => (
            <Group
              key={id}
              id={id}
              title={title}
              views={programmes.filter((one) => states.includes(one.version.state))}
            />
          ))}
        </Stack>
      ),
  };
}

export const programmeListPage = page({
  door: 'staff',
  path: '/praca/programy',
  load: async (ask) => await ask(listProgrammes, {}),
  view: listView,
});

function startView(_data: ProgrammeList, context: PageContext): View {
  const { gminas } = context.centre;
  return {
    title: pl.pages.start.title,
    lead: pl.pages.start.lead,
    trail: [{ href: paths.list, label: pl.pages.programmes }],
    width: 'narrow',
    current: 'programmes',
    body: (
      <Form action={`${paths.list}/nowy`} {...formOf(context, start)}>
        <TextInput name="name" label={pl.pages.start.name} width="full" maxLength={300} />
        {gminas.length > 1 && (
          <Select
            name="gmina"
            label={pl.pages.start.gmina}
            options={gminas.map((one) => ({ value: one.teryt, label: one.name }))}
          />
        )}
        <Actions>
          <Button variant="primary">{pl.pages.start.submit}</Button>
          <ButtonLink href={paths.list} variant="quiet">
            {pl.pages.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const startPage = page({
  door: 'staff',
  path: '/praca/programy/nowy',
  command: start,
  load: async (ask) => await ask(listProgrammes, {}),
  view: startView,
});

export const startForm = form({
  door: 'staff',
  path: '/praca/programy/nowy',
  command: start,
  page: startPage,
  next: ({ programmeId, number }) => paths.version(programmeId, number),
});
