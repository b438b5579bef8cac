import { serviceKinds } from '../../../law/index.ts';
import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  Disclosure,
  Form,
  Panel,
  Select,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { splitCosts, writePlaces, writeSpending } from '../commands/write-money.ts';
import { writeCosts } from '../commands/write.ts';
import type { Action } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView } from '../queries/view.ts';
import { optionsOf } from './parts.tsx';
import { partPath } from './paths.ts';

const words = plPages.action;

type Props = { view: PlanView; action: Action; context: PageContext };

/** The years of an action as choices. */
const yearOptions = ({ fromYear, toYear }: Action): { value: string; label: string }[] =>
  Array.from({ length: toYear - fromYear + 1 }, (_, index) => String(fromYear + index)).map((year) => ({
    value: year,
    label: year,
  }));

const typedMoney = (grosze: number): string => (grosze / 100).toFixed(2).replace('.', ',');

const rowsOf = (count: number): number[] => Array.from({ length: count + spareRows }, (_, index) => index);

/** Blank rows below those that are written, so that money is added without a script. */
const spareRows = 3;

/** Money by year and source, a row for each. */
export const Costs = ({ view, action, context }: Props) => {
  const initial = Object.fromEntries(
    action.costs.flatMap(({ year, source, amount, about }, index) => [
      [`costs.${index}.year`, String(year)],
      [`costs.${index}.source`, source],
      [`costs.${index}.amount`, amount === null ? '' : (amount / 100).toFixed(2).replace('.', ',')],
      ...(about ? [[`costs.${index}.about`, 'tak']] : []),
    ]),
  ) as Record<string, string>;
  return (
    <Panel id="koszty" title={words.costs}>
      <Form
        id="koszty-formularz"
        action={`${partPath(view.plan.id, 'dzialanie', action.id)}/koszty`}
        {...formOf(context, writeCosts, initial)}
        label={words.costs}
      >
        <p>{words.costsHint}</p>
        <Table
          caption={words.costs}
          captionHidden
          rows={Array.from({ length: action.costs.length + spareRows }, (_, index) => index)}
          rowKey={String}
          columns={[
            {
              key: 'year',
              label: words.costYear,
              cell: (row) => (
                <Select
                  name={`costs.${row}.year`}
                  label={words.row(words.costYear, row + 1)}
                  options={yearOptions(action)}
                  placeholder="–"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'source',
              label: words.costSource,
              cell: (row) => (
                <Select
                  name={`costs.${row}.source`}
                  label={words.row(words.costSource, row + 1)}
                  options={optionsOf(pl.money)}
                  placeholder="–"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'amount',
              label: words.amount,
              cell: (row) => (
                <TextInput
                  name={`costs.${row}.amount`}
                  label={words.row(words.amount, row + 1)}
                  inputMode="decimal"
                  width="s"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'about',
              label: words.about,
              cell: (row) => <Checkbox name={`costs.${row}.about`} label={words.aboutRow(row + 1)} />,
            },
          ]}
        />
        <Actions>
          <Button>{words.saveCosts}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

/** A year's sum by shares of its sources: refused when they make no whole. */
export const Split = ({ view, action, context }: Props) => (
  <Disclosure summary={plParts.split.title} open={context.form.command === splitCosts.name}>
    <Form
      id="podzial"
      action={`${partPath(view.plan.id, 'dzialanie', action.id)}/podzial`}
      {...formOf(context, splitCosts, { year: String(action.fromYear) })}
      label={plParts.split.title}
    >
      <p>{plParts.split.lead}</p>
      <Select name="year" label={plParts.split.year} placeholder={false} options={yearOptions(action)} />
      <TextInput name="total" label={plParts.split.total} inputMode="decimal" width="s" />
      <Table
        caption={plParts.split.title}
        captionHidden
        rows={rowsOf(0)}
        rowKey={String}
        columns={[
          {
            key: 'source',
            label: words.costSource,
            cell: (row) => (
              <Select
                name={`shares.${row}.source`}
                label={words.row(words.costSource, row + 1)}
                options={optionsOf(pl.money)}
                placeholder="–"
                labelHidden
                optional
              />
            ),
          },
          {
            key: 'percent',
            label: plParts.split.percent,
            cell: (row) => (
              <TextInput
                name={`shares.${row}.percent`}
                label={words.row(plParts.split.percent, row + 1)}
                inputMode="decimal"
                width="xs"
                labelHidden
                optional
              />
            ),
          },
        ]}
      />
      <Actions>
        <Button>{plParts.split.save}</Button>
      </Actions>
    </Form>
  </Disclosure>
);

/** What the action adds to the capacity of its kind of service: the gap counts it as planned. */
export const Places = ({ view, action, context }: Props) => {
  const { serviceKind, places } = action;
  const more = plParts.places;
  if (serviceKind === null)
    return (
      <Panel id="miejsca" title={more.title} tone="plain">
        <p>{more.noKind}</p>
      </Panel>
    );
  const { name, unit } = serviceKinds[serviceKind];
  const amount = more.amount(more.units[unit]);
  const initial = Object.fromEntries(
    places.flatMap((one, index) => [
      [`places.${index}.year`, String(one.year)],
      [`places.${index}.amount`, String(one.amount)],
    ]),
  ) as Record<string, string>;
  return (
    <Panel id="miejsca" title={`${more.title}: ${name}`}>
      <Form
        id="miejsca-formularz"
        action={`${partPath(view.plan.id, 'dzialanie', action.id)}/miejsca`}
        {...formOf(context, writePlaces, initial)}
        label={more.title}
      >
        <p>{more.lead}</p>
        <Table
          caption={more.title}
          captionHidden
          rows={rowsOf(places.length)}
          rowKey={String}
          columns={[
            {
              key: 'year',
              label: more.year,
              cell: (row) => (
                <Select
                  name={`places.${row}.year`}
                  label={words.row(more.year, row + 1)}
                  options={yearOptions(action)}
                  placeholder="–"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'amount',
              label: amount,
              cell: (row) => (
                <TextInput
                  name={`places.${row}.amount`}
                  label={words.row(amount, row + 1)}
                  inputMode="numeric"
                  width="xs"
                  labelHidden
                  optional
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>{more.save}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

/** What was really spent: also when the plan is adopted. */
export const SpentPanel = ({ view, action, context }: Props) => {
  const { spent } = action;
  const more = plParts.spending;
  const initial = Object.fromEntries(
    spent.flatMap((one, index) => [
      [`spent.${index}.year`, String(one.year)],
      [`spent.${index}.source`, one.source],
      [`spent.${index}.amount`, typedMoney(one.amount)],
    ]),
  ) as Record<string, string>;
  return (
    <Panel id="wydatki" title={more.title} tone="plain">
      <Form
        id="wydatki-formularz"
        action={`${partPath(view.plan.id, 'dzialanie', action.id)}/wydatki`}
        {...formOf(context, writeSpending, initial)}
        label={more.title}
      >
        <p>{more.lead}</p>
        <Table
          caption={more.title}
          captionHidden
          rows={rowsOf(spent.length)}
          rowKey={String}
          columns={[
            {
              key: 'year',
              label: words.costYear,
              cell: (row) => (
                <TextInput
                  name={`spent.${row}.year`}
                  label={words.row(words.costYear, row + 1)}
                  inputMode="numeric"
                  width="xs"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'source',
              label: words.costSource,
              cell: (row) => (
                <Select
                  name={`spent.${row}.source`}
                  label={words.row(words.costSource, row + 1)}
                  options={optionsOf(pl.money)}
                  placeholder="–"
                  labelHidden
                  optional
                />
              ),
            },
            {
              key: 'amount',
              label: more.amount,
              cell: (row) => (
                <TextInput
                  name={`spent.${row}.amount`}
                  label={words.row(more.amount, row + 1)}
                  inputMode="decimal"
                  width="s"
                  labelHidden
                  optional
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>{more.save}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};
