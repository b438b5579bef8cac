import {
  all,
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DateInput,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  Panel,
  shortDate,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { adoptActivities, endActivityCommand, enterActivity } from '../commands/register.ts';
import { activityFields, type Register, registers } from '../domain/activity.ts';
import { pl } from '../pl.ts';
import { registerQuery } from '../queries/register.ts';
import { homePath, registerPath } from './paths.ts';

const words = pl.register;
const trail = [{ href: homePath, label: pl.home.title }];

type Activity = NonNullable<Awaited<ReturnType<typeof registerQuery.read>>>['activities'][number];

const versionOf = ({ number, validFrom, validTo }: Activity): string =>
  words.version(number, shortDate(validFrom), validTo === null ? null : shortDate(validTo));

const Facts = ({ activity }: { activity: Activity }) => (
  <DescriptionList
    columns={2}
    items={activityFields
      .filter((field) => field !== 'name')
      .map((field) => ({
        term: words.kinds[activity.kind].fields[field],
        value: activity[field] ?? words.noTransfers,
      }))}
  />
);

const Entry = ({ versions, once }: { versions: readonly Activity[]; once: string }) => {
  const [now, ...earlier] = versions;
  if (!now) return null;
  return (
    <Card
      title={now.name}
      level={2}
      meta={versionOf(now)}
      faded={now.validTo !== null}
      footer={
        now.validTo === null && (
          <Actions>
            <ButtonLink href={`${registerPath}/${now.id}`} about={now.name}>
              {words.change}
            </ButtonLink>
            <ActionForm
              action={at(now.kind, `${registerPath}/${now.id}/zakoncz`)}
              label={words.end}
              about={now.name}
              variant="quiet"
              once={once}
            />
          </Actions>
        )
      }
    >
      <Facts activity={now} />
      {earlier.length > 0 && (
        <Disclosure summary={words.earlier}>
          {earlier.map((one) => (
            <section key={one.number}>
              <p>{versionOf(one)}</p>
              <Facts activity={one} />
            </section>
          ))}
        </Disclosure>
      )}
    </Card>
  );
};

/** Which of the three registers a page shows, by its address; the first where it names none. */
const registerOf = ({ query }: Pick<PageContext, 'query'>): Register =>
  registers.find((one) => one === query['rejestr']) ?? 'activity';

/** The address of a register, or of a new entry in it. */
const at = (kind: Register, path: string = registerPath): string =>
  kind === 'activity' ? path : `${path}?rejestr=${kind}`;

const Others = ({ kind }: { kind: Register }) => (
  <Panel id="inne" title={words.others} tone="plain">
    <ul>
      {registers
        .filter((one) => one !== kind)
        .map((one) => (
          <li key={one}>
            <a href={at(one)}>{words.kinds[one].title}</a>
          </li>
        ))}
    </ul>
  </Panel>
);

const registerPage = page({
  door: 'staff',
  path: registerPath,
  load: (ask) => ask(registerQuery, {}),
  view: ({ activities }, context): View => {
    const kind = registerOf(context);
    const say = words.kinds[kind];
    const kept = activities.filter((one) => one.kind === kind);
    const entries = [...Map.groupBy(kept, ({ id }) => id).values()];
    const add = (
      <ButtonLink href={at(kind, `${registerPath}/nowa`)} variant="primary">
        {say.add}
      </ButtonLink>
    );
    return {
      title: say.title,
      lead: say.lead,
      current: pl.current,
      trail,
      ...(entries.length > 0 ? { aside: add } : {}),
      body: (
        <Stack>
          {entries.length === 0 && (
            <EmptyState
              title={say.empty}
              action={
                kind === 'activity' ? (
                  <>
                    <ActionForm
                      action={`${registerPath}/propozycje`}
                      label={words.adopt}
                      variant="primary"
                      once={context.form.once}
                    />
                    <ButtonLink href={`${registerPath}/nowa`}>{say.add}</ButtonLink>
                  </>
                ) : (
                  add
                )
              }
            >
              {say.emptyWhat}
            </EmptyState>
          )}
          {entries.map((versions) => (
            <Entry key={versions[0]?.id} versions={versions} once={context.form.once} />
          ))}
          <Others kind={kind} />
        </Stack>
      ),
    };
  },
});

const entryView = (
  kind: Register,
  activity: Activity | undefined,
  action: string,
  context: PageContext,
): View => ({
  title: words.kinds[kind].newTitle,
  width: 'narrow',
  current: pl.current,
  trail: [...trail, { href: at(kind), label: words.kinds[kind].title }],
  body: (
    <Form
      action={action}
      {...formOf(context, enterActivity, {
        validFrom: shortDate(context.today),
        ...Object.fromEntries(activityFields.map((field) => [field, activity?.[field] ?? ''])),
      })}
      hidden={activity ? { activityId: activity.id } : { kind }}
    >
      <Stack>
        {activityFields.map((field) =>
          field === 'name' ? (
            <TextInput key={field} name={field} label={words.kinds[kind].fields[field]} width="l" />
          ) : (
            <TextArea
              key={field}
              name={field}
              label={words.kinds[kind].fields[field]}
              rows={3}
              optional={field === 'transfers'}
            />
          ),
        )}
        <DateInput name="validFrom" label={words.validFrom} />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Stack>
    </Form>
  ),
});

const newPage = page({
  door: 'staff',
  path: `${registerPath}/nowa`,
  command: enterActivity,
  load: (ask) => ask(registerQuery, {}),
  view: (_register, context) => {
    const kind = registerOf(context);
    return entryView(kind, undefined, at(kind, `${registerPath}/nowa`), context);
  },
});

const changePage = page({
  door: 'staff',
  path: `${registerPath}/:activityId`,
  command: enterActivity,
  load: (ask, request) => all({ register: ask(registerQuery, { activityId: request.params['activityId'] }) }),
  view({ register }, context) {
    const [newest] = register.activities;
    const kind = newest?.kind ?? 'activity';
    return entryView(
      kind,
      newest,
      at(kind, `${registerPath}/${context.params['activityId'] ?? ''}`),
      context,
    );
  },
});

const done = (): string => registerPath;
const doneIn = (_result: unknown, request: PageRequest): string => at(registerOf(request));

/** The register of processing: its entries, a new one, the next version of one. */
export const registerRoutes = [
  registerPage,
  newPage,
  form({ door: 'staff', path: `${registerPath}/nowa`, command: enterActivity, page: newPage, next: doneIn }),
  form({
    door: 'staff',
    path: `${registerPath}/propozycje`,
    command: adoptActivities,
    page: registerPage,
    next: done,
  }),
  changePage,
  form({
    door: 'staff',
    path: `${registerPath}/:activityId`,
    command: enterActivity,
    page: changePage,
    next: doneIn,
  }),
  form({
    door: 'staff',
    path: `${registerPath}/:activityId/zakoncz`,
    command: endActivityCommand,
    page: registerPage,
    next: doneIn,
  }),
];
