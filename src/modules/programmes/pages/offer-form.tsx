import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Fieldset,
  Form,
  Radios,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { conditionValues, ConditionsFields } from '../../directory/index.ts';
import { offerService } from '../commands/offer-service.ts';
import { withdrawOffer } from '../commands/withdraw-offer.ts';
import { units } from '../domain/fee.ts';
import type { Offer } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import { offerForm, type OfferFormData } from '../queries/offer-form.ts';
import { typedMoney } from './item-values.ts';
import { ConditionList, parts, paths } from './parts.tsx';
import { versionPage } from './version.tsx';

const words = pl.pages.offerForm;

const here = ({ programme, version }: OfferFormData): string => paths.version(programme.id, version.number);

const valuesOf = (offer: Offer): FormValues => ({
  limitPeople: offer.limitPeople?.toString() ?? '',
  limitGrosze: typedMoney(offer.limitGrosze),
  unit: offer.unit,
  unitPriceGrosze: typedMoney(offer.unitPriceGrosze),
  maxMonths: offer.maxMonths?.toString() ?? '',
  ...conditionValues(offer.conditions),
});

const Fields = ({ data }: { data: OfferFormData }) => {
  const { programme, version, offer } = data;
  const common = version.items.qualification?.conditions ?? [];
  return (
    <>
      {!offer && (
        <Select
          name="serviceId"
          label={words.service}
          hint={words.serviceHint}
          options={data.choices.map((one) => ({ value: one.id, label: one.name }))}
          width="l"
        />
      )}
      <Fieldset legend={words.limits}>
        <TextInput name="limitPeople" label={words.limitPeople} inputMode="numeric" width="xs" optional />
        <TextInput
          name="limitGrosze"
          label={words.limitGrosze}
          inputMode="decimal"
          suffix="zł"
          width="s"
          optional
        />
        <Radios
          name="unit"
          label={words.unit}
          choices={units.map((unit) => ({ value: unit, label: pl.units[unit].one }))}
          inline
        />
        <TextInput
          name="unitPriceGrosze"
          label={words.unitPrice}
          hint={words.unitPriceHint}
          inputMode="decimal"
          suffix="zł"
          width="s"
          optional
        />
        <TextInput name="maxMonths" label={words.maxMonths} inputMode="numeric" width="xs" optional />
      </Fieldset>
      <Fieldset legend={words.conditions}>
        {common.length > 0 && (
          <>
            <p class="hint">{words.common}</p>
            <ConditionList conditions={common} />
          </>
        )}
        <ConditionsFields gminas={[{ name: programme.gminaName }]} />
      </Fieldset>
    </>
  );
};

function view(data: OfferFormData, context: PageContext): View {
  const { programme, version, offer, choices } = data;
  const trail = [
    { href: paths.list, label: pl.pages.programmes },
    { href: here(data), label: programme.name },
  ];
  if (!offer && choices.length === 0)
    return {
      title: words.add,
      trail,
      current: 'programmes',
      body: (
        <EmptyState
          title={words.noneTitle}
          action={<ButtonLink href="/praca/uslugi">{words.directory}</ButtonLink>}
        >
          <p>{words.none}</p>
        </EmptyState>
      ),
    };
  return {
    title: offer ? offer.serviceName : words.add,
    lead: words.lead,
    trail,
    width: 'narrow',
    current: 'programmes',
    body: (
      <Form
        action={`${here(data)}/uslugi/${offer?.serviceId ?? 'nowa'}`}
        version={version.version}
        hidden={{ versionId: version.id }}
        {...formOf(context, offerService, offer ? valuesOf(offer) : { unit: 'hour' })}
      >
        <Fields data={data} />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <ButtonLink href={`${here(data)}?czesc=${parts.services}#uslugi`} variant="quiet">
            {pl.pages.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

const addressed = ({ params }: Pick<PageRequest, 'params'>) => ({
  programmeId: params['programmeId'],
  number: params['number'],
  serviceId: params['serviceId'],
});

export const addOfferPage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/uslugi/nowa',
  load: async (ask, request) => await ask(offerForm, addressed(request)),
  view,
});

export const editOfferPage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/uslugi/:serviceId',
  load: async (ask, request) => await ask(offerForm, addressed(request)),
  view,
});

const back = (result: { programmeId: string; number: number }): string =>
  `${paths.version(result.programmeId, result.number)}?czesc=${parts.services}#uslugi`;

export const offerForms = [
  form({
    door: 'staff',
    path: '/praca/programy/:programmeId/:number/uslugi/nowa',
    command: offerService,
    page: addOfferPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/programy/:programmeId/:number/uslugi/:serviceId',
    command: offerService,
    page: editOfferPage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/programy/:programmeId/:number/uslugi/:serviceId/usun',
    command: withdrawOffer,
    page: versionPage,
    next: back,
  }),
];
