import { all, form, formOf, page, type View } from '../../../platform/http/route.ts';
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
  shortDate,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { adoptActivities, endActivityCommand, enterActivity } from '../commands/register.ts';
import { activityFields } from '../domain/activity.ts';
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
      .map((field) => ({ term: words.fields[field], value: activity[field] ?? words.noTransfers }))}
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
              action={`${registerPath}/${now.id}/zakoncz`}
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

const registerPage = page({
  door: 'staff',
  path: registerPath,
  load: (ask) => ask(registerQuery, {}),
  view: ({ activities }, context): View => {
    const entries = [...Map.groupBy(activities, ({ id }) => id).values()];
    const add = (
      <ButtonLink href={`${registerPath}/nowa`} variant="primary">
        {words.add}
      </ButtonLink>
    );
    return {
      title: words.title,
      lead: words.lead,
      current: pl.current,
      trail,
      ...(entries.length > 0 ? { aside: add } : {}),
      body:
        entries.length === 0 ? (
          <EmptyState
            title={words.empty}
            action={
              <>
                <ActionForm
                  action={`${registerPath}/propozycje`}
                  label={words.adopt}
                  variant="primary"
                  once={context.form.once}
                />
                <ButtonLink href={`${registerPath}/nowa`}>{words.add}</ButtonLink>
              </>
            }
          >
            {words.emptyWhat}
          </EmptyState>
        ) : (
          <Stack>
            {entries.map((versions) => (
              <Entry key={versions[0]?.id} versions={versions} once={context.form.once} />
            ))}
          </Stack>
        ),
    };
  },
});

const entryView = (
  activity: Activity | undefined,
  action: string,
  context: Parameters<typeof formOf>[0],
): View => ({
  title: words.newTitle,
  width: 'narrow',
  current: pl.current,
  trail: [...trail, { href: registerPath, label: words.title }],
  body: (
    <Form
      action={action}
      {...formOf(context, enterActivity, {
        validFrom: shortDate(context.today),
        ...Object.fromEntries(activityFields.map((field) => [field, activity?.[field] ?? ''])),
      })}
      {...(activity ? { hidden: { activityId: activity.id } } : {})}
    >
      <Stack>
        {activityFields.map((field) =>
          field === 'name' ? (
            <TextInput key={field} name={field} label={words.fields[field]} width="l" />
          ) : (
            <TextArea
              key={field}
              name={field}
              label={words.fields[field]}
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
  view: (_register, context) => entryView(undefined, `${registerPath}/nowa`, context),
});

const changePage = page({
  door: 'staff',
  path: `${registerPath}/:activityId`,
  command: enterActivity,
  load: (ask, request) => all({ register: ask(registerQuery, { activityId: request.params['activityId'] }) }),
  view: ({ register }, context) =>
    entryView(
      register.activities.find(({ id }) => id === context.params['activityId']),
      `${registerPath}/${context.params['activityId'] ?? ''}`,
      context,
    ),
});

const done = (): string => registerPath;

/** The register of processing: its entries, a new one, the next version of one. */
export const registerRoutes = [
  registerPage,
  newPage,
  form({ door: 'staff', path: `${registerPath}/nowa`, command: enterActivity, page: newPage, next: done }),
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
    next: done,
  }),
  form({
    door: 'staff',
    path: `${registerPath}/:activityId/zakoncz`,
    command: endActivityCommand,
    page: registerPage,
    next: done,
  }),
];
