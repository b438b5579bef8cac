import type { VNode } from 'preact';
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

/** Blank rows below those that are written, so that lines are added without a script. */
const spareRows = 3;

/** One column of lines that are typed below each other. */
interface Cell {
  key: string;
  label: string;
  cell: (row: number) => VNode;
}

/** A choice in every line of `list`. */
const chosen = (
  list: string,
  key: string,
  label: string,
  options: { value: string; label: string }[],
): Cell => ({
  key,
  label,
  cell: (row) => (
    <Select
      name={`${list}.${row}.${key}`}
      label={words.row(label, row + 1)}
      options={options}
      placeholder="–"
      labelHidden
      optional
    />
  ),
});

/** A number in every line of `list`: a whole one, or money and percentages with two places. */
const typed = (
  list: string,
  key: string,
  label: string,
  inputMode: 'numeric' | 'decimal',
  width: 'xs' | 's',
): Cell => ({
  key,
  label,
  cell: (row) => (
    <TextInput
      name={`${list}.${row}.${key}`}
      label={words.row(label, row + 1)}
      inputMode={inputMode}
      width={width}
      labelHidden
      optional
    />
  ),
});

const sources = optionsOf(pl.money);

/** Lines as they are written, and blank ones below. */
const Lines = ({ caption, written, cells }: { caption: string; written: number; cells: readonly Cell[] }) => (
  <Table
    caption={caption}
    captionHidden
    rows={Array.from({ length: written + spareRows }, (_, index) => index)}
    rowKey={String}
    columns={cells}
  />
);

/** Money by year and source, a row for each. */
export const Costs = ({ view, action, context }: Props) => {
  const initial = Object.fromEntries(
    action.costs.flatMap(({ year, source, amount, about }, index) => [
      [`costs.${index}.year`, String(year)],
      [`costs.${index}.source`, source],
      [`costs.${index}.amount`, amount === null ? '' : typedMoney(amount)],
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
        <Lines
          caption={words.costs}
          written={action.costs.length}
          cells={[
            chosen('costs', 'year', words.costYear, yearOptions(action)),
            chosen('costs', 'source', words.costSource, sources),
            typed('costs', 'amount', words.amount, 'decimal', 's'),
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
      <Lines
        caption={plParts.split.title}
        written={0}
        cells={[
          chosen('shares', 'source', words.costSource, sources),
          typed('shares', 'percent', plParts.split.percent, 'decimal', 'xs'),
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
        <Lines
          caption={more.title}
          written={places.length}
          cells={[
            chosen('places', 'year', more.year, yearOptions(action)),
            typed('places', 'amount', amount, 'numeric', 'xs'),
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
        <Lines
          caption={more.title}
          written={spent.length}
          cells={[
            typed('spent', 'year', words.costYear, 'numeric', 'xs'),
            chosen('spent', 'source', words.costSource, sources),
            typed('spent', 'amount', more.amount, 'decimal', 's'),
          ]}
        />
        <Actions>
          <Button>{more.save}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};
