import type { VNode } from 'preact';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { roundingWords } from '../../../law/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Disclosure,
  Fieldset,
  Form,
  Radios,
  Row,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { setFee } from '../commands/set-fee.ts';
import type { OfferFee } from '../domain/fee.ts';
import type { Offer } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import { offerForm, type OfferFormData } from '../queries/offer-form.ts';
import { type RowColumn, RowFields } from './item-fields.tsx';
import { rowCount, typedMoney } from './item-values.ts';
import { parts, paths } from './parts.tsx';

const words = pl.pages.feeForm;

type Table = Extract<OfferFee, { kind: 'byIncome' }>['tables'][number];

/** Hundredths of a percent as people type percents: 138,5. */
const typedPercent = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

function bandValues(prefix: string, bands: Table['bands']['single']): FormValues {
  return Object.fromEntries(
    bands.flatMap((band, index) => [
      [`${prefix}.${index}.from`, typedPercent(band.from)],
      [`${prefix}.${index}.fromEdge`, band.fromInclusive ? 'from' : 'above'],
      [`${prefix}.${index}.to`, band.to === null ? '' : typedPercent(band.to)],
      [`${prefix}.${index}.toEdge`, band.toInclusive || band.to === null ? 'upTo' : 'below'],
      [`${prefix}.${index}.rate`, typedPercent(band.rate)],
    ]),
  );
}

const tableValues = (table: Table, index: number): FormValues => ({
  [`tables.${index}.validFrom`]: table.validFrom,
  [`tables.${index}.validTo`]: table.validTo ?? '',
  [`tables.${index}.hourlyPriceGrosze`]: typedMoney(table.hourlyPriceGrosze),
  [`tables.${index}.roundingMode`]: table.rounding.mode,
  [`tables.${index}.roundingUnit`]: String(table.rounding.unit),
  [`tables.${index}.roundingOn`]: table.rounding.on,
  ...bandValues(`tables.${index}.single`, table.bands.single),
  ...bandValues(`tables.${index}.family`, table.bands.family),
});

const blankTable: FormValues = {
  'tables.0.roundingMode': 'halfUp',
  'tables.0.roundingUnit': '1',
  'tables.0.roundingOn': 'hourlyFee',
  'tables.0.single.0.fromEdge': 'from',
  'tables.0.family.0.fromEdge': 'from',
};

function valuesOf(fee: OfferFee | null): FormValues {
  if (fee === null) return { kind: 'unsaid', ...blankTable };
  if (fee.kind === 'free') return { kind: 'free', ...blankTable };
  const reliefs = fee.kind === 'perUnit' ? fee.reliefs : (fee.tables[0]?.reliefs ?? []);
  const rows = Object.fromEntries(
    reliefs.flatMap((one, index) => [
      [`reliefs.${index}.words`, one.words],
      [`reliefs.${index}.percent`, typedPercent(one.share)],
    ]),
  );
  if (fee.kind === 'perUnit')
    return { kind: 'perUnit', unitPriceGrosze: typedMoney(fee.unitPriceGrosze), ...rows, ...blankTable };
  return Object.assign({ kind: 'byIncome' }, rows, ...fee.tables.map(tableValues));
}

const edge = (key: keyof typeof words.edges) => ({ value: key, label: words.edges[key] });

const choose =
  (...keys: (keyof typeof words.edges)[]): RowColumn['field'] =>
  (control) => <Select {...control} options={keys.map(edge)} placeholder={false} width="s" />;

const percent: RowColumn['field'] = (control) => (
  <TextInput {...control} inputMode="decimal" suffix="%" width="xs" />
);

const bandColumns: readonly RowColumn[] = [
  { key: 'fromEdge', label: words.fromEdge, preset: true, field: choose('above', 'from') },
  { key: 'from', label: words.from, field: percent },
  { key: 'toEdge', label: words.toEdge, preset: true, field: choose('upTo', 'below') },
  { key: 'to', label: words.to, field: percent },
  { key: 'rate', label: words.rate, field: percent },
];

const reliefColumns: readonly RowColumn[] = [
  { key: 'words', label: pl.pages.itemForm.relief, field: (control) => <TextInput {...control} width="l" /> },
  { key: 'percent', label: pl.pages.itemForm.reliefPercent, field: percent },
];

const TableFields = ({ index, values }: { index: number; values: FormValues }): VNode => {
  const name = `tables.${index}`;
  return (
    <>
      <Row>
        <DateInput name={`${name}.validFrom`} label={words.validFrom} />
        <DateInput name={`${name}.validTo`} label={words.validTo} optional />
        <TextInput
          name={`${name}.hourlyPriceGrosze`}
          label={words.hourlyPrice}
          inputMode="decimal"
          suffix="zł"
          width="s"
          optional
        />
      </Row>
      <Row>
        <Select
          name={`${name}.roundingMode`}
          label={words.rounding}
          options={(['halfUp', 'up', 'down'] as const).map((mode) => ({
            value: mode,
            label: roundingWords[mode],
          }))}
          placeholder={false}
        />
        <TextInput name={`${name}.roundingUnit`} label={words.roundingUnit} inputMode="numeric" width="xs" />
        <Select
          name={`${name}.roundingOn`}
          label={words.roundingOn}
          options={[
            { value: 'hourlyFee', label: words.onHour },
            { value: 'total', label: words.onTotal },
          ]}
          placeholder={false}
          width="s"
        />
      </Row>
      <p class="hint">{words.bandsHint}</p>
      <RowFields name={`${name}.single`} legend={words.single} values={values} columns={bandColumns} />
      <RowFields name={`${name}.family`} legend={words.family} values={values} columns={bandColumns} />
    </>
  );
};

/** Tables that are there, stored or typed: those with a first day. */
const tableCount = (values: FormValues): number =>
  Math.max(
    1,
    Object.keys(values).filter((key) => /^tables\.\d+\.validFrom$/.test(key) && values[key] !== '').length,
  );

const Tables = ({ values }: { values: FormValues }) => {
  const tables = tableCount(values);
  return (
    <Disclosure summary={words.tables} open={values['kind'] === 'byIncome'}>
      {Array.from({ length: tables }, (_, index) => (
        <Fieldset key={index} legend={words.table(index + 1)}>
          <TableFields index={index} values={values} />
        </Fieldset>
      ))}
      {values['tables.0.validFrom'] && (
        <Disclosure summary={words.tableNext}>
          <TableFields index={tables} values={values} />
        </Disclosure>
      )}
    </Disclosure>
  );
};

const Fields = ({ offer, values }: { offer: Offer; values: FormValues }) => {
  const byHour = offer.unit === 'hour';
  const kinds = (['free', 'perUnit', ...(byHour ? (['byIncome'] as const) : []), 'unsaid'] as const).map(
    (kind) => ({
      value: kind,
      label: words.kinds[kind],
      reveal:
        kind === 'perUnit' ? (
          <TextInput
            name="unitPriceGrosze"
            label={words.unitPrice(pl.units[offer.unit].per)}
            inputMode="decimal"
            suffix="zł"
            width="s"
            optional
          />
        ) : undefined,
    }),
  );
  return (
    <>
      <Radios name="kind" label={words.kind} {...(byHour ? {} : { hint: words.hoursOnly })} choices={kinds} />
      {byHour && <Tables values={values} />}
      <Disclosure summary={words.reliefs} open={rowCount(values, 'reliefs', 0) > 0}>
        <RowFields name="reliefs" legend={words.reliefs} values={values} columns={reliefColumns} />
      </Disclosure>
    </>
  );
};

function view(data: OfferFormData, context: PageContext): View {
  const { programme, version, offer } = data;
  const here = paths.version(programme.id, version.number);
  const state = formOf(context, setFee, valuesOf(offer?.fee ?? null));
  return {
    title: words.title(offer?.serviceName ?? ''),
    lead: words.lead,
    trail: [
      { href: paths.list, label: pl.pages.programmes },
      { href: here, label: programme.name },
    ],
    width: 'wide',
    current: 'programmes',
    body: offer && (
      <Form
        action={`${here}/uslugi/${offer.serviceId}/oplata`}
        version={version.version}
        hidden={{ versionId: version.id }}
        {...state}
      >
        <Fields offer={offer} values={state.values} />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <ButtonLink href={`${here}?czesc=${parts.services}#uslugi`} variant="quiet">
            {pl.pages.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const feePage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/uslugi/:serviceId/oplata',
  load: async (ask, { params }) =>
    await ask(offerForm, {
      programmeId: params['programmeId'],
      number: params['number'],
      serviceId: params['serviceId'],
    }),
  view,
});

export const feeForm = form({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/uslugi/:serviceId/oplata',
  command: setFee,
  page: feePage,
  next: (result) => `${paths.version(result.programmeId, result.number)}?czesc=${parts.services}#uslugi`,
});
