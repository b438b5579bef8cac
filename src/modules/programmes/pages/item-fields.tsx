import type { ComponentChildren, VNode } from 'preact';
import type { ProgrammeItemId } from '../../../law/index.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import {
  Checkboxes,
  DateInput,
  Fieldset,
  Notice,
  Radios,
  Row,
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

/** Rows of a table in a form that works without script: what is there, and a few blank ones. */
export const RowFields = ({
  name,
  legend,
  values,
  children,
}: {
  name: string;
  legend: string;
  values: FormValues;
  children: (prefix: string) => ComponentChildren;
}): VNode => (
  <Fieldset legend={legend} hint={words.rowsHint}>
    {Array.from({ length: rowCount(values, name) }, (_, index) => (
      <fieldset class="fieldset" key={index}>
        <legend class="sr-only">{words.row(index + 1)}</legend>
        <Row>{children(`${name}.${index}`)}</Row>
      </fieldset>
    ))}
  </Fieldset>
);

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
      <RowFields name="value.groups" legend={words.group} values={values}>
        {(prefix) => (
          <>
            <TextInput name={`${prefix}.group`} label={words.group} width="l" optional />
            <TextInput
              name={`${prefix}.people`}
              label={words.people}
              inputMode="numeric"
              width="xs"
              optional
            />
          </>
        )}
      </RowFields>
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
      <Fieldset legend={words.common} hint={words.commonHint}>
        <ConditionsFields name="value.conditions" gminas={[gmina]} />
      </Fieldset>
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
      <RowFields name="value.reliefs" legend={words.reliefs} values={values}>
        {(prefix) => (
          <>
            <TextInput name={`${prefix}.words`} label={words.relief} width="l" optional />
            <TextInput
              name={`${prefix}.percent`}
              label={words.reliefPercent}
              inputMode="numeric"
              width="xs"
              suffix="%"
              optional
            />
          </>
        )}
      </RowFields>
    </>
  ),
  evidence: ({ values }) => (
    <RowFields name="value.rows" legend={words.documents} values={values}>
      {(prefix) => (
        <>
          <TextInput name={`${prefix}.criterion`} label={words.criterion} width="m" optional />
          <TextInput name={`${prefix}.documents`} label={words.documents} width="l" optional />
        </>
      )}
    </RowFields>
  ),
  personalData: () => (
    <>
      <Notice kind="info">{words.fieldsMinimum}</Notice>
      <Checkboxes name="value.fields" label={words.fields} hint={words.fieldsHint} choices={choices} />
    </>
  ),
  organisation: ({ values }) => (
    <RowFields name="value.stages" legend={words.stage} values={values}>
      {(prefix) => (
        <>
          <TextInput name={`${prefix}.name`} label={words.stage} width="l" optional />
          <DateInput name={`${prefix}.from`} label={words.from} optional />
          <DateInput name={`${prefix}.to`} label={words.to} optional />
        </>
      )}
    </RowFields>
  ),
  monitoring: ({ values }) => (
    <>
      <TextArea name="value.text" label={words.monitoring} rows={5} />
      <RowFields name="value.indicators" legend={words.indicator} values={values}>
        {(prefix) => (
          <>
            <TextInput name={`${prefix}.name`} label={words.indicator} width="l" optional />
            <TextInput name={`${prefix}.unit`} label={words.unit} width="s" optional />
            <TextInput name={`${prefix}.base`} label={words.base} width="s" optional />
            <TextInput name={`${prefix}.target`} label={words.target} width="s" optional />
            <TextInput name={`${prefix}.source`} label={words.source} width="m" optional />
            <TextInput name={`${prefix}.frequency`} label={words.frequency} width="s" optional />
          </>
        )}
      </RowFields>
    </>
  ),
  budget: ({ values }) => (
    <>
      <TextArea name="value.funding" label={words.funding} rows={3} />
      <RowFields name="value.lines" legend={words.line} values={values}>
        {(prefix) => (
          <>
            <TextInput name={`${prefix}.words`} label={words.line} width="l" optional />
            <TextInput
              name={`${prefix}.grosze`}
              label={words.amount}
              inputMode="decimal"
              suffix="zł"
              width="s"
              optional
            />
          </>
        )}
      </RowFields>
    </>
  ),
};

/** The fields of one item. */
export const ItemFields = ({ id, context }: { id: ProgrammeItemId; context: ItemContext }): VNode => (
  <>{fields[id](context)}</>
);
