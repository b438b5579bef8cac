import type { VNode } from 'preact';
import { programmeItems, type ProgrammeItem } from '../../../law/index.ts';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  Columns,
  DeadlineBar,
  DescriptionList,
  Notice,
  Panel,
  shortDate,
  Stack,
  StateTag,
  type Step,
  Steps,
  Tabs,
  Unknown,
  WhyDate,
} from '../../../ui/index.ts';
import { amend } from '../commands/amend.ts';
import { submitAsDraftResolution } from '../commands/submit-as-draft-resolution.ts';
import { underWay } from '../domain/lifecycle.ts';
import type { VersionState } from '../domain/states.ts';
import { pl } from '../pl.ts';
import type { VersionView } from '../queries/view.ts';
import { viewProgramme } from '../queries/view-programme.ts';
import { InformationPanel } from './information-view.tsx';
import { ItemView } from './item-view.tsx';
import { OffersPanel } from './offers-view.tsx';
import { CompletenessTag, parts, paths, VersionStateTag } from './parts.tsx';
import { stepPaths } from './step-paths.ts';

const words = pl.pages.view;

const road = [
  'draft',
  'draft_resolution',
  'adopted',
  'in_force',
  'ended',
  'reported',
] as const satisfies readonly VersionState[];

const Road = ({ state }: { state: VersionState }) => {
  const at = road.findIndex((one) => one === state);
  if (at < 0) return null;
  const steps = road.map(
    (one, index): Step => ({
      label: words.steps[one],
      state: index < at ? 'done' : index === at ? 'current' : 'next',
    }),
  );
  return <Steps label={words.lifecycle} steps={steps} />;
};

const here = (view: VersionView): string => paths.version(view.programme.id, view.version.number);

const nextWords = ({ version, lacking }: VersionView): string =>
  version.state === 'draft'
    ? lacking.length > 0
      ? words.nextWords.draftLacking(lacking.length)
      : words.nextWords.draftComplete
    : words.nextWords[version.state];

/** Steps that ask nothing are buttons; the others lead to their own page. The first one is what comes next. */
const StepButtons = ({ view, context }: { view: VersionView; context: PageContext }) => {
  const posts = view.steps.filter(
    (step): step is 'amend' | 'submit-as-draft-resolution' =>
      step === 'amend' || step === 'submit-as-draft-resolution',
  );
  const links = view.steps.filter((step): step is keyof typeof stepPaths => step in stepPaths);
  const primary = view.steps.find((step) => step in stepPaths || posts.some((post) => post === step));
  if (primary === undefined)
    return view.version.state === 'reported' ? null : <p class="hint">{words.nextWords.readOnly}</p>;
  return (
    <Actions>
      {posts.map((step) => (
        <ActionForm
          key={step}
          action={`${here(view)}/${step === 'amend' ? 'zmiana' : 'projekt'}`}
          label={words.actions[step]}
          variant={
            step === primary && !(step === 'submit-as-draft-resolution' && view.lacking.length > 0)
              ? 'primary'
              : 'secondary'
          }
          once={context.form.once}
          version={view.version.version}
          hidden={{ versionId: view.version.id }}
        />
      ))}
      {links.map((step) => (
        <ButtonLink
          key={step}
          href={`${here(view)}/${stepPaths[step]}`}
          variant={step === primary ? 'primary' : 'secondary'}
        >
          {words.actions[step]}
        </ButtonLink>
      ))}
    </Actions>
  );
};

/** In a draft the next thing to do is the first item that is missing. */
const FillNext = ({ view }: { view: VersionView }) => {
  const item = programmeItems.find((one) => one.id === view.lacking[0]);
  if (!item || !view.steps.includes('write-item')) return null;
  const href = item.id === 'services' ? `${here(view)}/uslugi/nowa` : `${here(view)}/element/${item.number}`;
  return (
    <Actions>
      <ButtonLink href={href} variant="primary">
        {words.fillNext(item.name)}
      </ButtonLink>
    </Actions>
  );
};

/** The version that is being prepared beside the one in force. */
const Preparing = ({ view }: { view: VersionView }) => {
  const open = view.versions.find((one) => underWay.includes(one.state));
  if (!open || open.number === view.version.number) return null;
  return (
    <p>
      <a href={paths.version(view.programme.id, open.number)}>
        {words.preparing(open.number, pl.states[open.state])}
      </a>
    </p>
  );
};

const Next = ({ view, context }: { view: VersionView; context: PageContext }) => (
  <Panel id="dalej" title={words.next}>
    {context.form.problem && (
      <Notice kind="danger" live>
        {context.form.problem.words}
      </Notice>
    )}
    <p>{nextWords(view)}</p>
    <FillNext view={view} />
    <Preparing view={view} />
    <StepButtons view={view} context={context} />
  </Panel>
);

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const Item = ({ item, view }: { item: ProgrammeItem; view: VersionView }) => {
  const lacks = view.gaps[item.id];
  const missing = view.lacking.includes(item.id);
  const present = item.id === 'services' ? !missing : view.version.items[item.id] !== undefined;
  const writes = view.steps.includes('write-item');
  return (
    <Panel
      id={`element-${item.number}`}
      level={3}
      tone="plain"
      title={`${item.number}. ${capitalised(item.name)}`}
      actions={
        <>
          {missing && (
            <StateTag
              state={present ? 'unknown' : 'draft'}
              tone="warning"
              label={present ? words.partial : words.missing}
            />
          )}
          {writes && (
            <ButtonLink href={`${here(view)}/element/${item.number}`} small about={words.about(item.name)}>
              {present ? words.correct : words.fill}
            </ButtonLink>
          )}
        </>
      }
    >
      {present ? (
        <ItemView id={item.id} items={view.version.items} offers={view.offers} />
      ) : (
        <p>
          <Unknown>{writes ? words.missingHint : words.sourceMissing}</Unknown>
        </p>
      )}
      {lacks && present && <p class="hint">{words.lacks(lacks)}</p>}
    </Panel>
  );
};

const ItemsPanel = ({ view }: { view: VersionView }) => {
  const lacking = programmeItems.filter((item) => view.lacking.includes(item.id));
  const filled = programmeItems.filter((item) => !view.lacking.includes(item.id));
  return (
    <Panel id="elementy" title={words.items} actions={<CompletenessTag lacking={lacking.length} />}>
      {[...lacking, ...filled].map((item) => (
        <Item key={item.id} item={item} view={view} />
      ))}
    </Panel>
  );
};

type Part = 'services' | 'items';

/** What the page opens with: a draft is written item by item, later the limits are what is looked at. */
const partOf = (view: VersionView, asked: string | undefined): Part =>
  asked === parts.items || asked === parts.services
    ? asked === parts.items
      ? 'items'
      : 'services'
    : view.version.state === 'draft'
      ? 'items'
      : 'services';

const Parts = ({ view, part }: { view: VersionView; part: Part }) => (
  <Tabs
    label={words.parts}
    items={[
      {
        href: `${here(view)}?czesc=${parts.services}`,
        label: words.services,
        count: view.offers.length,
        current: part === 'services',
      },
      { href: `${here(view)}?czesc=${parts.items}`, label: words.items, current: part === 'items' },
    ]}
  />
);

const address = (value: string | null) => value && <a href={value}>{value.replace(/^https?:\/\//, '')}</a>;

const Facts = ({ view }: { view: VersionView }) => {
  const { programme, version } = view;
  const unresolved = version.state === 'draft' || version.state === 'draft_resolution';
  const resolution =
    version.resolutionNumber && version.resolutionDate
      ? words.resolutionOf(version.resolutionNumber, shortDate(version.resolutionDate))
      : version.resolutionNumber;
  return (
    <Panel id="uchwala" title={words.facts}>
      <DescriptionList
        items={[
          { term: words.gmina, value: programme.gminaName },
          ...(unresolved
            ? []
            : [
                { term: words.resolution, value: resolution },
                { term: words.journal, value: version.journalPosition },
                { term: words.validFrom, value: version.validFrom && shortDate(version.validFrom) },
                { term: words.validTo, value: version.validTo && shortDate(version.validTo) },
                { term: words.bipOffice, value: address(version.bipOffice) },
                { term: words.bipCentre, value: address(version.bipCentre) },
              ]),
          ...(version.endedOn ? [{ term: words.endedOn, value: shortDate(version.endedOn) }] : []),
          ...(version.endReason ? [{ term: words.endReason, value: version.endReason }] : []),
          ...(version.repeal ? [{ term: words.repeal, value: version.repeal }] : []),
          ...(programme.source ? [{ term: words.source, value: <Sources text={programme.source} /> }] : []),
        ]}
      />
    </Panel>
  );
};

const Sources = ({ text }: { text: string }): VNode => (
  <ul>
    {text.split('\n').map((one) => (
      <li key={one}>{address(one)}</li>
    ))}
  </ul>
);

const Versions = ({ view }: { view: VersionView }) => (
  <Panel id="wersje" title={words.versions}>
    <ul>
      {view.versions.map((one) => (
        <li key={one.number}>
          {one.number === view.version.number ? (
            <strong aria-current="page">{pl.pages.version(one.number)}</strong>
          ) : (
            <a href={paths.version(view.programme.id, one.number)}>{pl.pages.version(one.number)}</a>
          )}{' '}
          <VersionStateTag state={one.state} />
        </li>
      ))}
    </ul>
    {view.versions
      .filter((one) => one.number === view.version.number - 1)
      .map((one) => (
        <p key={one.number}>
          <a href={`${here(view)}/porownanie?z=${one.number}`}>{words.compare(one.number)}</a>
        </p>
      ))}
  </Panel>
);

const Clock = ({ view, today }: { view: VersionView; today: string }) => (
  <>
    {view.deadlines
      .filter((one) => one.state !== 'cancelled')
      .map((one) => (
        <Panel key={one.startsOn} id="termin" title={words.clock}>
          <DeadlineBar
            label={words.clockLabel}
            start={one.startsOn}
            due={one.dueOn}
            amber={one.amberOn}
            red={one.redOn}
            today={today}
            {...(one.endedOn ? { done: one.endedOn } : {})}
            basis={one.basis.join('; ')}
            why={
              <WhyDate
                steps={one.steps.map((text) => ({ text }))}
                basis={one.basis.map((text) => ({ text }))}
              />
            }
          />
        </Panel>
      ))}
  </>
);

function view(data: VersionView, context: PageContext): View {
  const { programme, version } = data;
  const part = partOf(data, context.query['czesc']);
  return {
    title: programme.name,
    aside: <VersionStateTag state={version.state} />,
    lead: `${pl.pages.version(version.number)}, ${programme.gminaName}`,
    trail: [{ href: paths.list, label: pl.pages.programmes }],
    width: 'wide',
    current: 'programmes',
    body: (
      <Stack>
        {programme.note && (
          <Notice kind="info" title={words.noteTitle}>
            {programme.note}
          </Notice>
        )}
        <Road state={version.state} />
        <Columns
          main={
            <Stack>
              {version.information && <InformationPanel information={version.information} />}
              <Parts view={data} part={part} />
              {part === 'services' ? (
                <OffersPanel view={data} context={context} />
              ) : (
                <ItemsPanel view={data} />
              )}
            </Stack>
          }
          side={
            <Stack>
              <Next view={data} context={context} />
              <Clock view={data} today={context.today} />
              <Facts view={data} />
              <Versions view={data} />
            </Stack>
          }
        />
      </Stack>
    ),
  };
}

export const programmePage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId',
  load: async (ask, request) => await ask(viewProgramme, { programmeId: request.params['programmeId'] }),
  view,
});

export const versionPage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number',
  load: async (ask, request) =>
    await ask(viewProgramme, {
      programmeId: request.params['programmeId'],
      number: request.params['number'],
    }),
  view,
});

export const versionForms = [
  form({
    door: 'staff',
    path: '/praca/programy/:programmeId/:number/projekt',
    command: submitAsDraftResolution,
    page: versionPage,
    next: ({ programmeId, number }) => paths.version(programmeId, number),
  }),
  form({
    door: 'staff',
    path: '/praca/programy/:programmeId/:number/zmiana',
    command: amend,
    page: versionPage,
    next: ({ programmeId, number }) => paths.version(programmeId, number),
  }),
];
