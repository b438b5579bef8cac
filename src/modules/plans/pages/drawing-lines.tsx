import type { VNode } from 'preact';
import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DescriptionList,
  EmptyState,
  Field,
  Fieldset,
  Form,
  money,
  Notice,
  Radios,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { removeLine } from '../commands/remove-part.ts';
import { writeLine } from '../commands/write-line.ts';
import type { Line } from '../domain/plan.ts';
import { dayKeys, dayText } from '../domain/schedule.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import { drawing } from '../queries/drawing.ts';
import { type Drawing, drawingView, Onwards } from './drawing.tsx';
import { inPlan, LineCard } from './parts.tsx';
import { linePath, planIdOf, stepPath } from './paths.ts';

const words = planPages.drawing;
const newLine = 'nowa';

type Offer = Drawing['offers'][number];

const load: Parameters<typeof page<Drawing>>[0]['load'] = (ask, request) =>
  ask(drawing, { planId: planIdOf(request) });

/** What this very service still lacks: the words of the law name it first. */
const lacksOfLine = (of: Drawing, line: Line): string[] =>
  of.lacks.flatMap((lack) => (lack.words.startsWith(`„${line.serviceName}”`) ? [lack.words] : []));

const LineStep = ({ of, context }: { of: Drawing; context: PageContext }): VNode => {
  const ask = words.lines;
  const { lines } = of.content;
  const total = lines.reduce((sum, line) => sum + line.feeGrosze, 0);
  const incomplete = lines.find((line) => lacksOfLine(of, line).length > 0);
  if (lines.length === 0)
    return (
      <EmptyState
        title={ask.none}
        action={
          <ButtonLink href={linePath(of.id, newLine)} variant="primary">
            {ask.add}
          </ButtonLink>
        }
      >
        {ask.noneText}
      </EmptyState>
    );
  return (
    <Stack>
      {lines.map((line) => (
        <div key={line.id}>
          {lacksOfLine(of, line).length > 0 && (
            <Notice kind="warning" title={ask.complete(line.serviceName)}>
              <ul>
                {lacksOfLine(of, line).map((lack) => (
                  <li key={lack}>{lack}</li>
                ))}
              </ul>
            </Notice>
          )}
          <LineCard
            level={2}
            line={line}
            footer={
              <Actions>
                <ButtonLink href={linePath(of.id, line.id)} small about={line.serviceName}>
                  {words.edit}
                </ButtonLink>
                <ActionForm
                  action={`${linePath(of.id, line.id)}/usun`}
                  label={words.remove}
                  about={line.serviceName}
                  variant="quiet"
                  small
                  once={context.form.once}
                  version={of.at.version}
                />
              </Actions>
            }
          />
        </div>
      ))}
      <DescriptionList items={[{ term: ask.total, value: total === 0 ? planWords.free : money(total) }]} />
      <Actions>
        {incomplete ? (
          <ButtonLink href={linePath(of.id, incomplete.id)} variant="primary">
            {ask.complete(incomplete.serviceName)}
          </ButtonLink>
        ) : (
          <Onwards of={of} from="lines" primary />
        )}
        <ButtonLink href={linePath(of.id, newLine)}>{ask.add}</ButtonLink>
      </Actions>
    </Stack>
  );
};

const linesPage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/opracowanie/uslugi',
  load,
  view: (of, context) =>
    drawingView(of, 'lines', words.lines, <LineStep of={of} context={context} />, context.today),
});

const OfferChoice = ({ of }: { of: Drawing }): VNode => {
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

const LineForm = ({
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
function offerOf(of: Drawing, line: Line | undefined, context: PageContext): Offer | undefined {
  const wanted =
    line?.programmeServiceId ?? context.query['usluga'] ?? text(context.form.values['programmeServiceId']);
  return (
    of.offers.find((offer) => offer.id === wanted) ??
    (line ? of.offers.find((offer) => offer.serviceId === line.serviceId) : undefined)
  );
}

function lineView(of: Drawing, context: PageContext): View {
  const line = of.content.lines.find((one) => one.id === context.params['lineId']);
  const offer = offerOf(of, line, context);
  return {
    title: offer?.serviceName ?? words.line.newTitle,
    ...(offer ? { lead: words.line.offer(offer.programmeName, offer.price, offer.peopleLeft) } : {}),
    ...inPlan(of),
    width: 'narrow',
    body: offer ? <LineForm of={of} offer={offer} line={line} context={context} /> : <OfferChoice of={of} />,
  };
}

const linePage = page<Drawing>({
  door: 'staff',
  path: '/praca/plany/:planId/opracowanie/uslugi/:lineId',
  // The service that was chosen is in the draft itself: the address of a saved draft carries no query.
  draft: (request) => `plan-usluga:${planIdOf(request)}:${request.params['lineId'] ?? ''}`,
  load,
  view: lineView,
});

const toLines = (_result: unknown, request: PageRequest): string => stepPath(planIdOf(request), 'lines');

/** Services of a draft. */
export const lineRoutes = [
  linesPage,
  linePage,
  form({
    door: 'staff',
    path: linePage.path,
    command: writeLine,
    page: linePage,
    input: (values, request) => ({ ...values, planId: planIdOf(request) }),
    next: toLines,
  }),
  form({
    door: 'staff',
    path: '/praca/plany/:planId/opracowanie/uslugi/:partId/usun',
    command: removeLine,
    page: linesPage,
    next: toLines,
  }),
];
