import type { VNode } from 'preact';
import { unitWords } from '../../programmes/index.ts';
import {
  Checkboxes,
  Columns,
  DateInput,
  DescriptionList,
  EmptyState,
  money,
  Panel,
  Radios,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { WantedView } from '../queries/view-outcome.ts';
import { AnswerTag, Conditions, OfferLimits } from './outcome-parts.tsx';

const words = outcomeWords.chosen;

type Offered = WantedView & { offer: NonNullable<WantedView['offer']> };

/** Wanted services that a programme in force offers: the rows of the form, in this order. */
export const offeredOf = (services: readonly WantedView[]): Offered[] =>
  services.filter((service): service is Offered => service.offer !== null);

/** What the form begins with: every service whose conditions do not fail is chosen. */
export const initialRows = (services: readonly WantedView[]): FormValues =>
  Object.fromEntries(
    offeredOf(services).flatMap(({ offer }, row) =>
      offer.judgement.answer === 'failed' || offer.exhausted ? [] : [[`services.${row}.chosen`, 'tak']],
    ),
  );

const Period = ({ service, row }: { service: Offered; row: number }) => {
  const { offer } = service;
  const limits = [
    offer.maxMonths === null ? '' : words.maxMonths(offer.maxMonths),
    offer.offeredTo === null ? '' : words.offeredTo(offer.offeredTo),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Stack>
      <Row>
        <DateInput name={`services.${row}.startsOn`} label={words.startsOn} />
        <DateInput name={`services.${row}.endsOn`} label={words.endsOn} />
        <TextInput
          name={`services.${row}.units`}
          label={words.units}
          hint={words.unitsHint}
          inputMode="numeric"
          width="s"
          suffix={unitWords[offer.unit].many}
        />
      </Row>
      {limits && <p class="hint">{limits}</p>}
      {offer.unitPriceGrosze === null && offer.limitGrosze !== null && (
        <TextInput
          name={`services.${row}.cost`}
          label={words.cost}
          hint={words.costHint}
          inputMode="decimal"
          width="s"
          suffix="zł"
        />
      )}
    </Stack>
  );
};

const Judged = ({ service, row }: { service: Offered; row: number }) => {
  const { offer } = service;
  return (
    <Stack>
      {offer.confirms.map((condition) => (
        <Radios
          key={condition.id}
          name={`services.${row}.confirmed.${condition.id}`}
          label={condition.words}
          hint={words.confirm}
          inline
          optional
          choices={[
            { value: 'tak', label: words.yes },
            { value: 'nie', label: words.no },
            { value: '', label: words.notYet },
          ]}
        />
      ))}
      {offer.judgement.unknown.length > 0 && (
        <TextArea name={`services.${row}.grounds`} label={words.grounds} hint={words.groundsHint} rows={2} />
      )}
      {offer.reliefs.length > 0 && (
        <Select
          name={`services.${row}.reliefId`}
          label={words.relief}
          placeholder={words.noRelief}
          optional
          options={offer.reliefs.map((relief) => ({ value: relief.id, label: relief.words }))}
        />
      )}
    </Stack>
  );
};

const ServicePanel = ({ service, row }: { service: Offered; row: number }) => {
  const { offer, name } = service;
  return (
    <Panel id={`usluga-${row + 1}`} title={name} actions={<AnswerTag offer={offer} />}>
      <input type="hidden" name={`services.${row}.programmeServiceId`} value={offer.programmeServiceId} />
      <Columns
        main={
          <Stack>
            <Conditions offer={offer} name={name} />
            <Checkboxes
              name={`services.${row}.chosen`}
              label={name}
              labelHidden
              choices={[{ value: 'tak', label: words.choose(name) }]}
            />
            <Period service={service} row={row} />
            <Judged service={service} row={row} />
          </Stack>
        }
        side={
          <Stack>
            <OfferLimits offer={offer} />
            <DescriptionList
              items={[
                { term: words.programme, value: offer.programmeName },
                { term: words.price, value: offer.price ?? <Unknown>{words.priceUnknown}</Unknown> },
                {
                  term: words.unitPrice,
                  value: offer.unitPriceGrosze === null ? undefined : money(offer.unitPriceGrosze),
                },
              ]}
            />
          </Stack>
        }
      />
    </Panel>
  );
};

/** The wanted services, one panel each: conditions, places, price, and what the worker fills in. */
export const ChosenServices = ({ services }: { services: readonly WantedView[] }): VNode => {
  const offered = offeredOf(services);
  if (offered.length === 0)
    return (
      <EmptyState title={words.nothing}>
        <p>{words.nothingHint}</p>
      </EmptyState>
    );
  return (
    <Stack>
      {offered.map((service, row) => (
        <ServicePanel key={service.serviceId} service={service} row={row} />
      ))}
    </Stack>
  );
};

/** Whether the services need coordination: the half of the test of art. 38(2) that only a person can judge. */
export const CoordinationField = (): VNode => (
  <Radios
    name="coordination"
    label={words.coordination}
    hint={words.coordinationHint}
    choices={[
      {
        value: 'tak',
        label: words.coordinationYes,
        reveal: <TextArea name="coordinationReason" label={words.coordinationReason} rows={2} />,
      },
      { value: 'nie', label: words.coordinationNo },
    ]}
  />
);
