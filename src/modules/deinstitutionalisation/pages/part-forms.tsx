import type { ComponentChildren } from 'preact';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import {
  Actions,
  Button,
  Checkboxes,
  DateInput,
  Form,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { writeGoal, writeIndicator, writeReference, writeRisk, writeRole } from '../commands/write.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { optionsOf } from './parts.tsx';
import { listPath, listsPath, monitoringPath, partPath, planPath } from './paths.ts';

const { plan: words, goal, indicator } = plPages;

type Values = Record<string, string | string[]>;

/** A part of a plan that is written by one form: its address, command, what the form holds and its fields. */
interface PartForm {
  /** The part of the plan to which it leads back. */
  back: (planId: string) => string;
  path: string;
  command: AnyCommand;
  title: string;
  newTitle: string;
  save: string;
  initial(view: PlanView, itemId: string | undefined, context: PageContext): Values;
  fields(view: PlanView): ComponentChildren;
}

const plainValues = (item: object | undefined): Values =>
  Object.fromEntries(
    Object.entries(item ?? {}).flatMap(([key, value]) =>
      value === null || typeof value === 'object' ? [] : [[key, String(value)]],
    ),
  );

const decimal = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).replace('.', ',');

const goalForm: PartForm = {
  back: planPath,
  path: 'cel',
  command: writeGoal,
  title: goal.title,
  newTitle: goal.newTitle,
  save: goal.save,
  initial({ plan }, itemId, { query }) {
    const found = plan.content.goals.find(({ id }) => id === itemId);
    return {
      title: found?.title ?? '',
      parentId: found?.parentId ?? query['cel'] ?? '',
      groups: [...(found?.groups ?? [])],
    };
  },
  fields: ({ plan }) => (
    <>
      <TextArea name="title" label={goal.name} rows={2} maxLength={300} />
      <Select
        name="parentId"
        label={goal.parent}
        placeholder={goal.strategic}
        options={plan.content.goals
          .filter(({ parentId }) => parentId === null)
          .map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
        optional
      />
      <Checkboxes name="groups" label={goal.groups} choices={optionsOf(pl.groups)} optional />
    </>
  ),
};

const indicatorForm: PartForm = {
  back: monitoringPath,
  path: 'wskaznik',
  command: writeIndicator,
  title: indicator.title,
  newTitle: indicator.newTitle,
  save: indicator.save,
  initial({ plan }, itemId, { query }) {
    const found = plan.content.indicators.find(({ id }) => id === itemId);
    return {
      unit: 'persons',
      frequency: 'year',
      targetYear: String(plan.toYear),
      ...plainValues(found),
      actionId: found && 'actionId' in found.of ? found.of.actionId : (query['dzialanie'] ?? ''),
      formula: found?.formula ?? '',
      base: decimal(found?.base),
      target: decimal(found?.target),
    };
  },
  fields: ({ plan }) => (
    <>
      <TextInput name="name" label={indicator.name} width="full" maxLength={200} />
      <Select
        name="actionId"
        label={indicator.action}
        options={plan.content.actions.map(({ id, number, title }) => ({
          value: id,
          label: `${number}. ${title}`,
        }))}
      />
      <Select
        name="formula"
        label={indicator.formula}
        placeholder={indicator.byHand}
        options={Object.entries(pl.formulas).map(([value, { name, formula }]) => ({
          value,
          label: `${name}: ${formula}`,
        }))}
        optional
      />
      <TextInput name="method" label={indicator.method} width="full" maxLength={1000} optional />
      <Select name="unit" label={indicator.unit} placeholder={false} options={optionsOf(indicator.units)} />
      <TextInput
        name="base"
        label={indicator.base}
        hint={indicator.baseHint}
        inputMode="decimal"
        width="s"
        optional
      />
      <DateInput name="baseOn" label={indicator.baseOn} optional />
      <TextInput name="target" label={indicator.target} inputMode="decimal" width="s" optional />
      <TextInput name="targetYear" label={indicator.targetYear} inputMode="numeric" width="xs" />
      <TextInput name="source" label={indicator.source} width="full" maxLength={300} />
      <Select
        name="frequency"
        label={indicator.frequency}
        placeholder={false}
        options={optionsOf(indicator.frequencies)}
      />
    </>
  ),
};

const riskForm: PartForm = {
  back: listsPath,
  path: 'ryzyko',
  command: writeRisk,
  title: words.risk,
  newTitle: words.addRisk,
  save: words.addRisk,
  initial: ({ plan }, itemId) => ({
    likelihood: '2',
    gravity: '2',
    ...plainValues(plan.content.risks.find(({ id }) => id === itemId)),
  }),
  fields: () => (
    <>
      <TextInput name="name" label={words.risk} width="full" maxLength={300} />
      <Select
        name="likelihood"
        label={words.likelihood}
        placeholder={false}
        options={optionsOf(words.levels)}
      />
      <Select name="gravity" label={words.gravity} placeholder={false} options={optionsOf(words.levels)} />
      <TextArea name="response" label={words.response} rows={3} maxLength={1000} />
      <TextInput name="owner" label={words.owner} maxLength={200} />
    </>
  ),
};

const roleForm: PartForm = {
  back: listsPath,
  path: 'rola',
  command: writeRole,
  title: words.roles,
  newTitle: words.addRole,
  save: words.addRole,
  initial: ({ plan }, itemId) => plainValues(plan.content.roles.find(({ id }) => id === itemId)),
  fields: () => (
    <>
      <TextInput name="who" label={words.who} width="full" maxLength={200} />
      <TextArea name="task" label={words.task} rows={3} maxLength={1000} />
    </>
  ),
};

const referenceForm: PartForm = {
  back: listsPath,
  path: 'dokument',
  command: writeReference,
  title: words.reference,
  newTitle: words.addReference,
  save: words.addReference,
  initial: ({ plan }, itemId) => plainValues(plan.content.references.find(({ id }) => id === itemId)),
  fields: () => (
    <>
      <TextInput name="name" label={words.reference} width="full" maxLength={300} />
      <TextInput name="level" label={words.level} hint={words.levelHint} maxLength={100} />
      <TextArea name="says" label={words.says} rows={3} maxLength={2000} />
      <TextInput name="where" label={words.where} width="full" maxLength={500} optional />
    </>
  ),
};

const partForms: readonly PartForm[] = [goalForm, indicatorForm, riskForm, roleForm, referenceForm];

const routesOf = ({ back, path, command, title, newTitle, save, initial, fields }: PartForm) => {
  const shown = page({
    door: 'staff',
    path: `${listPath}/:planId/${path}/:itemId`,
    load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'], quick: true }),
    view(view: PlanView, context): View {
      const { planId = '', itemId = '' } = context.params;
      const fresh = itemId === 'nowe';
      return {
        title: fresh ? newTitle : title,
        width: 'narrow',
        current: 'lpdi',
        trail: [
          { href: listPath, label: plPages.list.title },
          { href: planPath(planId), label: view.plan.title },
        ],
        body: (
          <Form
            id={path}
            action={partPath(planId, path, itemId)}
            {...formOf(context, command, initial(view, fresh ? undefined : itemId, context))}
            label={fresh ? newTitle : title}
          >
            {fields(view)}
            <Actions>
              <Button variant="primary">{save}</Button>
            </Actions>
          </Form>
        ),
      };
    },
  });
  return [
    shown,
    form({
      door: 'staff',
      path: `${listPath}/:planId/${path}/:itemId`,
      command,
      page: shown,
      input: (values, { params }) => ({
        ...values,
        planId: params['planId'],
        ...(params['itemId'] === 'nowe' ? {} : { itemId: params['itemId'] }),
      }),
      next: (_result, { params }) => back(params['planId'] ?? ''),
    }),
  ];
};

/** Forms of the parts of a plan that one form writes whole. */
export const partRoutes = partForms.flatMap(routesOf);
