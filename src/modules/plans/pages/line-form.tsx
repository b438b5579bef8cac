import type { VNode } from 'preact';
import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  EmptyState,
  Field,
  Fieldset,
  Form,
  Radios,
  Row,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { writeLine } from '../commands/write-line.ts';
import type { Line } from '../domain/plan.ts';
import { dayKeys, dayText } from '../domain/schedule.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import type { Drawing } from './drawing.tsx';
import { linePath, newLine, stepPath } from './paths.ts';

const words = planPages.drawing;

type Offer = Drawing['offers'][number];

/** First the service: what is asked next depends on it. */
export const OfferChoice = ({ of }: { of: Drawing }): VNode => {
  const ask = words.line;
  if (of.offers.length === 0)
    return (
      <EmptyState
        title={ask.noOffers}
        action={
          <ButtonLink href="/praca/programy" variant="primary">
            {ask.toProgrammes}
          </ButtonLink>
        }
      >
        {ask.noOffersText}
      </EmptyState>
    );
  return (
    <Form method="get" action={linePath(of.id, newLine)}>
      <Radios
        name="usluga"
        label={ask.choose}
        hint={ask.chooseLead}
        choices={of.offers.map((offer) => ({
          value: offer.id,
          label: offer.serviceName,
          hint: ask.offer(offer.programmeName, offer.price, offer.peopleLeft),
        }))}
      />
      <Actions>
        <Button variant="primary">{ask.goOn}</Button>
        <ButtonLink href={stepPath(of.id, 'lines')} variant="quiet">
          {words.back}
        </ButtonLink>
      </Actions>
    </Form>
  );
};

const typed = (grosze: number | null | undefined): string =>
  grosze === null || grosze === undefined ? '' : (grosze / 100).toFixed(2).replace('.', ',');

function initialOf(of: Drawing, line: Line | undefined): Record<string, string> {
  const week = Object.fromEntries(
    dayKeys.map((key, index) => [`week.${key}`, line ? dayText(line.week, index + 1) : '']),
  );
  return {
    ...week,
    organizationId: line?.organizationId ?? '',
    contractId: line?.contractId ?? '',
    place: line?.place ?? '',
    scheduleWords: line?.scheduleWords ?? '',
    units: line ? String(line.units) : '',
    startsOn: line?.startsOn ?? of.at.startsOn ?? '',
    endsOn: line?.endsOn ?? of.at.endsOn ?? '',
    unitPrice: typed(line?.unitPriceGrosze),
    household: line?.payer.household ?? of.payer.household ?? '',
    income: typed(line?.payer.incomeGrosze ?? of.payer.incomeGrosze),
    reliefId: line?.payer.reliefId ?? '',
    feeDueOn: line?.feeDueOn ?? '',
    expectedResult: line?.expectedResult ?? '',
  };
}

const WhoFields = ({ of, offer }: { of: Drawing; offer: Offer }): VNode => {
  const ask = words.line;
  const contracts = of.contracts.filter((contract) => contract.serviceId === offer.serviceId);
  return (
    <Fieldset legend={ask.whoLegend}>
      <Select
        name="organizationId"
        label={ask.organization}
        width="l"
        options={of.organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {contracts.length > 0 && (
        <Select
          name="contractId"
          label={ask.contract}
          optional
          width="l"
          placeholder={ask.noContract}
          options={contracts.map((contract) => ({
            value: contract.id,
            label: ask.contractUntil(contract.number, contract.organization, contract.validTo),
          }))}
        />
      )}
      <TextInput name="place" label={ask.place} hint={ask.placeHint} width="l" />
    </Fieldset>
  );
};

const WhenFields = ({ offer }: { offer: Offer }): VNode => {
  const ask = words.line;
  return (
    <Fieldset legend={ask.whenLegend}>
      <Row>
        <DateInput name="startsOn" label={ask.startsOn} />
        <DateInput name="endsOn" label={ask.endsOn} />
      </Row>
      <Fieldset legend={ask.week} hint={ask.weekHint}>
        <Row>
          {dayKeys.map((key) => (
            <Field key={key} name={`week.${key}`} label={ask.days[key]}>
              {(control, state) => (
                <input class="input width-s" {...control} required={false} type="text" value={state.value} />
              )}
            </Field>
          ))}
        </Row>
      </Fieldset>
      <TextInput name="scheduleWords" label={ask.scheduleWords} hint={ask.scheduleHint} optional width="l" />
      <TextInput
        name="units"
        label={ask.units(planWords.units[offer.unit] ?? offer.unit)}
        hint={ask.unitsHint}
        optional
        width="xs"
        inputMode="numeric"
      />
    </Fieldset>
  );
};

const FeeFields = ({ offer }: { offer: Offer }): VNode => {
  const ask = words.line;
  return (
    <Fieldset legend={ask.feeLegend}>
      <p>
        {offer.charged ? `${ask.price}: ${offer.price ?? ''}` : offer.price === null ? ask.noPrice : ask.free}
      </p>
      {offer.needsPrice && (
        <TextInput
          name="unitPrice"
          label={ask.unitPrice}
          hint={ask.unitPriceHint}
          width="s"
          suffix="zł"
          inputMode="decimal"
        />
      )}
      {offer.byIncome && (
        <>
          <Radios
            name="household"
            label={ask.household}
            inline
            choices={(['single', 'family'] as const).map((value) => ({
              value,
              label: ask.households[value],
            }))}
          />
          <TextInput
            name="income"
            label={ask.income}
            hint={ask.incomeHint}
            width="s"
            suffix="zł"
            inputMode="decimal"
          />
        </>
      )}
      {offer.reliefs.length > 0 && (
        <Select
          name="reliefId"
          label={ask.relief}
          optional
          placeholder={ask.noRelief}
          options={offer.reliefs.map((relief) => ({ value: relief.id, label: relief.words }))}
        />
      )}
      {offer.charged && <DateInput name="feeDueOn" label={ask.feeDueOn} hint={ask.feeDueHint} optional />}
    </Fieldset>
  );
};

/** Everything that the Act asks of a service of a plan, for the service that was chosen. */
export const LineForm = ({
  of,
  offer,
  line,
  context,
}: {
  of: Drawing;
  offer: Offer;
  line: Line | undefined;
  context: PageContext;
}): VNode => {
  const ask = words.line;
  const { errors, ...values } = formOf(context, writeLine, initialOf(of, line));
  // The service itself is not a field of this form: what is wrong with it stands above the form.
  const { programmeServiceId, ...ofFields } = errors;
  return (
    <Form
      action={linePath(of.id, line?.id ?? newLine)}
      version={of.at.version}
      {...values}
      errors={programmeServiceId ? { '': programmeServiceId, ...ofFields } : ofFields}
      hidden={{ programmeServiceId: offer.id, ...(line ? { lineId: line.id } : {}) }}
    >
      {!line && (
        <p>
          <a href={`${linePath(of.id, newLine)}?usluga=`}>{ask.other}</a>
        </p>
      )}
      <WhoFields of={of} offer={offer} />
      <WhenFields offer={offer} />
      <Fieldset legend={ask.whyLegend}>
        <TextArea name="expectedResult" label={ask.result} hint={ask.resultHint} rows={3} />
      </Fieldset>
      <FeeFields offer={offer} />
      <Actions>
        <Button variant="primary">{ask.submit}</Button>
        <Button name="_intent" value="draft" variant="quiet" noValidate>
          {words.saveDraft}
        </Button>
        <ButtonLink href={stepPath(of.id, 'lines')} variant="quiet">
          {words.cancel}
        </ButtonLink>
      </Actions>
    </Form>
  );
};

const text = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** The offer that the form is about: of the line, else chosen in the address, else as it was sent. */
export function offerOf(of: Drawing, line: Line | undefined, context: PageContext): Offer | undefined {
  const wanted =
    line?.programmeServiceId ?? context.query['usluga'] ?? text(context.form.values['programmeServiceId']);
  return (
    of.offers.find((offer) => offer.id === wanted) ??
    (line ? of.offers.find((offer) => offer.serviceId === line.serviceId) : undefined)
  );
}
