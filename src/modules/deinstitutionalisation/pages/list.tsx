import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Row,
  Select,
  Stack,
  Table,
  Tag,
  TextInput,
} from '../../../ui/index.ts';
import { create } from '../commands/create.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { listOfPlans } from '../queries/list.ts';
import { listPath, newPath, planPath, whatIfPath } from './paths.ts';

const words = plPages.list;

type Plans = {
  plans: {
    id: string;
    title: string;
    gminaName: string;
    fromYear: number;
    toYear: number;
    state: keyof typeof pl.states;
    goals: number;
    actions: number;
  }[];
};

const writes = ({ actor }: PageContext): boolean =>
  actor.roles.includes('service_organiser') || actor.roles.includes('director');

function listView({ plans }: Plans, context: PageContext): View {
  const add = writes(context) ? (
    <ButtonLink href={newPath} variant="primary">
      {words.add}
    </ButtonLink>
  ) : undefined;
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'lpdi',
    ...(add && plans.length > 0 ? { aside: add } : {}),
    body: (
      <Stack>
        {plans.length === 0 ? (
          <EmptyState title={words.emptyTitle} {...(add ? { action: add } : {})}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <Table
            caption={words.title}
            captionHidden
            rows={plans}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: words.name,
                rowHeader: true,
                cell: (plan) => (
                  <>
                    <a href={planPath(plan.id)}>{plan.title}</a>
                    <span class="description-note">{plan.gminaName}</span>
                  </>
                ),
              },
              {
                key: 'years',
                label: words.years,
                nowrap: true,
                cell: (plan) => `${plan.fromYear}–${plan.toYear}`,
              },
              { key: 'goals', label: words.goals, numeric: true, cell: (plan) => plan.goals },
              { key: 'actions', label: words.actions, numeric: true, cell: (plan) => plan.actions },
              {
                key: 'state',
                label: words.state,
                cell: (plan) => (
                  <Tag tone={plan.state === 'adopted' ? 'success' : 'neutral'}>{pl.states[plan.state]}</Tag>
                ),
              },
            ]}
          />
        )}
        <Row>
          <ButtonLink href={whatIfPath} variant="quiet">
            {plPages.plan.whatIf}
          </ButtonLink>
        </Row>
      </Stack>
    ),
  };
}

const listPage = page({
  door: 'staff',
  path: listPath,
  load: async (ask) => await ask(listOfPlans, {}),
  view: listView,
});

function newView({ plans }: Plans, context: PageContext): View {
  const { gminas } = context.centre;
  const year = Number(context.today.slice(0, 4)) + 1;
  const initial = {
    title: words.defaultName(gminas[0]?.name ?? ''),
    gmina: gminas[0]?.teryt ?? '',
    fromYear: String(year),
    toYear: String(year + 3),
  };
  return {
    title: words.newTitle,
    width: 'narrow',
    current: 'lpdi',
    trail: [{ href: listPath, label: words.title }],
    body: (
      <Form id="plan" action={newPath} {...formOf(context, create, initial)} label={words.newTitle}>
        <TextInput name="title" label={words.formTitle} width="full" maxLength={300} />
        <Select
          name="gmina"
          label={words.gmina}
          placeholder={false}
          options={gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        />
        <TextInput name="fromYear" label={words.fromYear} inputMode="numeric" width="xs" />
        <TextInput name="toYear" label={words.toYear} inputMode="numeric" width="xs" />
        {plans.length > 0 && (
          <Select
            name="replaces"
            label={words.replaces}
            hint={words.replacesHint}
            placeholder={words.fresh}
            options={plans.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        )}
        <Actions>
          <Button variant="primary">{words.create}</Button>
        </Actions>
      </Form>
    ),
  };
}

const newPage = page({
  door: 'staff',
  path: newPath,
  load: async (ask) => await ask(listOfPlans, {}),
  view: newView,
});

/** The list of plans and the beginning of a new one. */
export const listRoutes = [
  listPage,
  newPage,
  form({
    door: 'staff',
    path: newPath,
    command: create,
    page: newPage,
    next: ({ planId }) => planPath(planId),
  }),
];
