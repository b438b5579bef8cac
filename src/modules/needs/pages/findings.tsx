import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateInput,
  DateText,
  EmptyState,
  Form,
  Notice,
  Panel,
  Select,
  Stack,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { areas, kindsOfArea, serviceKinds } from '../../../law/index.ts';
import { recordFinding, setAsideFinding, takeFinding } from '../commands/record-finding.ts';
import type { StoredFinding } from '../db/findings.ts';
import { findingKinds, findingStates, namedSources, significances } from '../domain/finding.ts';
import { pl } from '../pl.ts';
import { findings } from '../queries/findings.ts';
import { areaOptions, areaWords, groupOptions } from './parts.tsx';

const words = pl.finding;
const listPath = '/praca/rozeznanie';
const newPath = `${listPath}/nowe`;

const asked = { zakres: 'area', stan: 'state', gmina: 'gmina' } as const;

type Shown = {
  findings: StoredFinding[];
  gminas: { teryt: string; name: string }[];
  proposed: number;
  all: boolean;
};

const optionsOf = <K extends string>(keys: readonly K[], names: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: names[value] }));

const kindOptions = areas.map(({ code }) => ({
  label: areaWords(code),
  options: kindsOfArea(code).map((key) => ({ value: key, label: serviceKinds[key].name })),
}));

const whomWords = ({ group, gminaName, locality }: StoredFinding): string =>
  [group === null ? '' : pl.groups[group], locality ?? '', gminaName ?? words.anyGmina]
    .filter(Boolean)
    .join(', ');

const scaleWords = ({ scale, scaleIs }: StoredFinding): string =>
  scale === null || scaleIs === 'unknown' ? words.scaleUnknown : words.scaleWords[scaleIs](scale);

const Significance = ({ of }: { of: StoredFinding }) => (
  <Tag tone={of.significance === 'change' ? 'warning' : 'neutral'}>
    {words.significances[of.significance]}
  </Tag>
);

/** What one proposed finding says, with the two answers to it. */
const Proposed = ({ of, context }: { of: StoredFinding; context: PageContext }) => (
  <Card
    title={areaWords(of.area)}
    level={3}
    meta={`${words.sources[of.source]} · ${of.recordedBy ?? words.bySystem}`}
  >
    <p>{of.conclusion}</p>
    <p class="description-note">
      {whomWords(of)} · {scaleWords(of)} · <DateText date={of.foundOn} />
    </p>
    <Form
      id={`przyjmij-${of.id}`}
      action={`${listPath}/${of.id}/przyjmij`}
      {...formOf(context, takeFinding, { significance: of.significance }, { findingId: of.id })}
      label={`${words.take}: ${areaWords(of.area)}`}
      layout="inline"
    >
      <Select
        name="significance"
        label={words.takeAs}
        placeholder={false}
        options={optionsOf(significances, words.significances)}
      />
      <Actions>
        <Button small about={areaWords(of.area)}>
          {words.take}
        </Button>
      </Actions>
    </Form>
    <Form
      id={`odloz-${of.id}`}
      action={`${listPath}/${of.id}/odloz`}
      {...formOf(context, setAsideFinding, {}, { findingId: of.id })}
      label={`${words.setAside}: ${areaWords(of.area)}`}
      layout="inline"
    >
      <TextInput name="because" label={words.because} width="l" maxLength={300} />
      <Actions>
        <Button small variant="quiet" about={areaWords(of.area)}>
          {words.setAside}
        </Button>
      </Actions>
    </Form>
  </Card>
);

const Found = ({ rows }: { rows: StoredFinding[] }) => (
  <Table
    caption={words.list(rows.length)}
    captionHidden
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'what',
        label: words.what,
        rowHeader: true,
        cell: (row) => (
          <>
            <strong>{areaWords(row.area)}</strong>
            {row.serviceKind && <span class="description-note">{serviceKinds[row.serviceKind].name}</span>}
            <span class="description-note">{row.conclusion}</span>
            {row.setAsideBecause && (
              <span class="description-note">
                {words.states.set_aside}: {row.setAsideBecause}
              </span>
            )}
          </>
        ),
      },
      { key: 'kind', label: words.kind, cell: (row) => words.kinds[row.kind] },
      { key: 'whom', label: words.whom, cell: whomWords },
      { key: 'scale', label: words.scale, cell: scaleWords },
      { key: 'significance', label: words.significance, cell: (row) => <Significance of={row} /> },
      {
        key: 'source',
        label: words.source,
        cell: (row) => (
          <>
            {words.sources[row.source]}
            <span class="description-note">
              {row.recordedBy ?? words.bySystem}, <DateText date={row.foundOn} />
            </span>
          </>
        ),
      },
      { key: 'state', label: words.state, cell: (row) => words.states[row.state] },
    ]}
  />
);

const Filters = ({ shown, context }: { shown: Shown; context: PageContext }) => (
  <Form action={listPath} method="get" values={context.query} label={words.filters} layout="inline">
    <Select name="zakres" label={words.area} placeholder={words.anyState} options={areaOptions} optional />
    <Select
      name="stan"
      label={words.state}
      placeholder={words.anyState}
      options={optionsOf(findingStates, words.states)}
      optional
    />
    {shown.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.anyGmina}
        options={shown.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        optional
      />
    )}
    <Actions>
      <Button>{words.show}</Button>
    </Actions>
  </Form>
);

function listView(shown: Shown, context: PageContext): View {
  const { roles } = context.actor;
  const judgesAll = roles.includes('service_organiser');
  const judges = (of: StoredFinding): boolean =>
    of.state === 'proposed' &&
    (judgesAll || (roles.includes('community_organiser') && of.kind === 'supporting_action'));
  const asking = Object.keys(asked).some((name) => context.query[name]);
  const awaiting = shown.findings.filter(judges);
  const rest = shown.findings.filter((one) => !judges(one));
  const changes = shown.findings.filter(
    ({ state, significance }) => state === 'taken' && significance === 'change',
  );
  const add =
    roles.includes('director') && roles.length === 1 ? undefined : (
      <ButtonLink href={newPath} variant={awaiting.length > 0 ? 'secondary' : 'primary'}>
        {words.add}
      </ButtonLink>
    );
  return {
    title: words.title,
    lead: shown.all ? words.lead : words.ownLead,
    width: 'wide',
    current: 'findings',
    ...(add && shown.findings.length > 0 ? { aside: add } : {}),
    body: (
      <Stack>
        {changes.length > 0 && shown.all && (
          <Notice kind="warning" title={words.changes}>
            {words.changesText(changes.length)}
          </Notice>
        )}
        {awaiting.length > 0 && (
          <Panel id="czekaja" title={words.waiting(awaiting.length)}>
            <CardList>
              {awaiting.map((one) => (
                <Proposed key={one.id} of={one} context={context} />
              ))}
            </CardList>
          </Panel>
        )}
        {shown.all && (rest.length > 0 || asking) && <Filters shown={shown} context={context} />}
        {shown.findings.length === 0 ? (
          <EmptyState title={words.emptyTitle} {...(add ? { action: add } : {})}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          rest.length > 0 && (
            <Panel id="ustalenia" title={words.list(rest.length)}>
              <Found rows={rest} />
            </Panel>
          )
        )}
      </Stack>
    ),
  };
}

const listPage = page({
  door: 'staff',
  path: listPath,
  load: async (ask, { query }) =>
    await ask(
      findings,
      Object.fromEntries(
        Object.entries(asked).flatMap(([polish, name]) => (query[polish] ? [[name, query[polish]]] : [])),
      ),
    ),
  view: listView,
});

function newView(shown: Shown, context: PageContext): View {
  const initial = {
    foundOn: context.today,
    source: 'conversation',
    kind: context.actor.roles.includes('community_organiser') ? 'supporting_action' : 'need',
    significance: 'notable',
    ...(shown.gminas.length === 1 ? { gmina: shown.gminas[0]?.teryt ?? '' } : {}),
  };
  return {
    title: words.newTitle,
    lead: words.newLead,
    width: 'narrow',
    current: 'findings',
    trail: [{ href: listPath, label: words.back }],
    body: (
      <Form
        id="ustalenie"
        action={newPath}
        {...formOf(context, recordFinding, initial)}
        label={words.newTitle}
      >
        <TextArea
          name="conclusion"
          label={words.conclusion}
          hint={words.conclusionHint}
          rows={4}
          maxLength={2000}
        />
        <Select
          name="kind"
          label={words.kind}
          placeholder={false}
          options={optionsOf(findingKinds, words.kinds)}
        />
        <Select name="area" label={words.area} options={areaOptions} />
        <Select
          name="serviceKind"
          label={words.serviceKind}
          placeholder={words.anyKind}
          options={kindOptions}
          optional
        />
        <Select name="group" label={words.group} placeholder={pl.noGroup} options={groupOptions} optional />
        {shown.gminas.length > 1 && (
          <Select
            name="gmina"
            label={words.gmina}
            placeholder={words.anyGmina}
            options={shown.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
            optional
          />
        )}
        <TextInput name="locality" label={words.locality} maxLength={80} optional />
        <TextInput
          name="scale"
          label={words.scale}
          hint={words.scaleHint}
          inputMode="numeric"
          width="s"
          optional
        />
        <Select
          name="counted"
          label={words.counted}
          placeholder={false}
          options={optionsOf(['estimated', 'counted'] as const, words.countedOptions)}
        />
        <Select
          name="significance"
          label={words.significance}
          placeholder={false}
          options={optionsOf(significances, words.significances)}
        />
        <Select
          name="source"
          label={words.source}
          placeholder={false}
          options={optionsOf(namedSources, words.sources)}
        />
        <DateInput name="foundOn" label={words.foundOn} />
        <Actions>
          <Button variant="primary">{words.save}</Button>
        </Actions>
      </Form>
    ),
  };
}

const newPage = page({
  door: 'staff',
  path: newPath,
  load: async (ask) => await ask(findings, {}),
  view: newView,
});

const back = (): string => listPath;

/** Rozeznanie: the list of findings, a new one, and the organiser's answers. */
export const findingRoutes = [
  listPage,
  newPage,
  form({ door: 'staff', path: newPath, command: recordFinding, page: newPage, next: back }),
  form({
    door: 'staff',
    path: `${listPath}/:findingId/przyjmij`,
    command: takeFinding,
    page: listPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: `${listPath}/:findingId/odloz`,
    command: setAsideFinding,
    page: listPage,
    next: back,
  }),
];
