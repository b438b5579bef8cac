import type { ComponentChildren, VNode } from 'preact';
import type { ProgrammeItemId } from '../../../law/index.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import {
  Checkboxes,
  DateInput,
  type FieldWidth,
  Fieldset,
  Notice,
  Radios,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { ConditionsFields } from '../../directory/index.ts';
import { applicationFields, contactMinimum } from '../domain/application-fields.ts';
import { pl } from '../pl.ts';
import { rowCount } from './item-values.ts';

const words = pl.pages.itemForm;

/** What the fields of an item may need beside the form itself. */
export interface ItemContext {
  values: FormValues;
  gmina: { teryt: string; name: string };
}

/** A column of a table of fields: `field` makes the control of one row, its label is read but not seen. */
export interface RowColumn {
  key: string;
  label: string;
  /** The control holds a value even in a blank row. */
  preset?: true;
  field: (control: { name: string; label: string; labelHidden: true; optional: true }) => VNode;
}

/** Rows of fields in a form that works without script: what is there, and a few blank ones. */
export const RowFields = ({
  name,
  legend,
  values,
  columns,
}: {
  name: string;
  legend: string;
  values: FormValues;
  columns: readonly RowColumn[];
}): VNode => {
  const preset = columns.flatMap((column) => (column.preset ? [column.key] : []));
  return (
    <Fieldset legend={legend} hint={words.rowsHint}>
      <Table
        caption={legend}
        captionHidden
        rows={Array.from({ length: rowCount(values, name, 3, preset) }, (_, index) => index)}
        rowKey={String}
        columns={[
          { key: 'row', label: words.rowNumber, cell: (index) => index + 1, nowrap: true },
          ...columns.map((column) => ({
            key: column.key,
            label: column.label,
            cell: (index: number) =>
              column.field({
                name: `${name}.${index}.${column.key}`,
                label: words.cell(column.label, index + 1),
                labelHidden: true,
                optional: true,
              }),
          })),
        ]}
      />
    </Fieldset>
  );
};

const text =
  (
    width: FieldWidth,
    more: { suffix?: string; inputMode?: 'numeric' | 'decimal' } = {},
  ): RowColumn['field'] =>
  (control) => <TextInput {...control} width={width} {...more} />;

const day: RowColumn['field'] = (control) => <DateInput {...control} hint="" />;

const choices = applicationFields
  .filter((field) => !contactMinimum.some((id) => id === field.id))
  .map((field) => ({
    value: field.id,
    label: field.label,
    ...(field.sensitivity === 'ordinary' ? {} : { hint: pl.sensitivity[field.sensitivity] }),
  }));

/** The fields of each of the twelve items. */
const fields: Record<ProgrammeItemId, (context: ItemContext) => ComponentChildren> = {
  nameAndGoal: () => (
    <>
      <TextInput name="value.name" label={words.name} width="full" maxLength={300} />
      <TextArea name="value.goal" label={words.goal} rows={5} />
    </>
  ),
  period: () => (
    <>
      <DateInput name="value.from" label={words.from} />
      <DateInput name="value.to" label={words.to} />
    </>
  ),
  needs: () => <TextArea name="value.text" label={words.needs} hint={words.needsHint} rows={12} />,
  recipients: ({ values }) => (
    <>
      <TextArea name="value.text" label={words.recipients} rows={5} />
      <RowFields
        name="value.groups"
        legend={words.group}
        values={values}
        columns={[
          { key: 'group', label: words.group, field: text('l') },
          { key: 'people', label: words.people, field: text('xs', { inputMode: 'numeric' }) },
        ]}
      />
    </>
  ),
  services: () => (
    <>
      <Notice kind="info">{words.servicesLead}</Notice>
      <TextArea name="value.others" label={words.others} hint={words.othersHint} rows={5} optional />
    </>
  ),
  qualification: ({ gmina }) => (
    <>
      <TextArea name="value.procedure" label={words.procedure} hint={words.procedureHint} rows={6} />
      <p class="hint">
        {words.common}. {words.commonHint}
      </p>
      <ConditionsFields name="value.conditions" gminas={[gmina]} />
    </>
  ),
  fees: ({ values }) => (
    <>
      <Radios
        name="value.charged"
        label={words.charged}
        choices={[
          { value: 'nie', label: words.chargedNo },
          { value: 'tak', label: words.chargedYes },
        ]}
      />
      <TextArea name="value.text" label={words.feeText} rows={5} />
      <RowFields
        name="value.reliefs"
        legend={words.reliefs}
        values={values}
        columns={[
          { key: 'words', label: words.relief, field: text('l') },
          {
            key: 'percent',
            label: words.reliefPercent,
            field: text('xs', { inputMode: 'numeric', suffix: '%' }),
          },
        ]}
      />
    </>
  ),
  evidence: ({ values }) => (
    <RowFields
      name="value.rows"
      legend={words.documents}
      values={values}
      columns={[
        { key: 'criterion', label: words.criterion, field: text('m') },
        { key: 'documents', label: words.documents, field: text('l') },
      ]}
    />
  ),
  personalData: () => (
    <>
      <Notice kind="info">{words.fieldsMinimum}</Notice>
      <Checkboxes name="value.fields" label={words.fields} hint={words.fieldsHint} choices={choices} />
    </>
  ),
  organisation: ({ values }) => (
    <RowFields
      name="value.stages"
      legend={words.stage}
      values={values}
      columns={[
        { key: 'name', label: words.stage, field: text('l') },
        { key: 'from', label: words.from, field: day },
        { key: 'to', label: words.to, field: day },
      ]}
    />
  ),
  monitoring: ({ values }) => (
    <>
      <TextArea name="value.text" label={words.monitoring} rows={5} />
      <RowFields
        name="value.indicators"
        legend={words.indicator}
        values={values}
        columns={[
          { key: 'name', label: words.indicator, field: text('l') },
          { key: 'unit', label: words.unit, field: text('xs') },
          { key: 'base', label: words.base, field: text('xs') },
          { key: 'target', label: words.target, field: text('xs') },
          { key: 'source', label: words.source, field: text('s') },
          { key: 'frequency', label: words.frequency, field: text('s') },
        ]}
      />
    </>
  ),
  budget: ({ values }) => (
    <>
      <TextArea name="value.funding" label={words.funding} rows={3} />
      <RowFields
        name="value.lines"
        legend={words.line}
        values={values}
        columns={[
          { key: 'words', label: words.line, field: text('l') },
          {
            key: 'grosze',
            label: words.amount,
            field: text('s', { inputMode: 'decimal', suffix: words.zloty }),
          },
        ]}
      />
    </>
  ),
};

/** The fields of one item. */
export const ItemFields = ({ id, context }: { id: ProgrammeItemId; context: ItemContext }): VNode => (
  <>{fields[id](context)}</>
);
