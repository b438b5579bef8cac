import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, DateInput, Fieldset, Form, TextArea, TextInput } from '../../../ui/index.ts';
import { resignFromServices } from '../commands/resign.ts';
import { begunBy } from '../domain/resignation.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import { inCase, outcomePaths } from './outcome-paths.ts';
import { NotNow } from './outcome-parts.tsx';
import type { OutcomeView } from './outcome-section.tsx';

const words = outcomeWords.resign;

/** Services of which something can have been given by today. */
const begun = (data: OutcomeView, today: string) =>
  data.places.filter((place) => place.state === 'accepted' && begunBy(place, today));

const Delivered = ({ data, today }: { data: OutcomeView; today: string }) => {
  const places = begun(data, today);
  if (places.length === 0) return <p>{words.nothingBegan}</p>;
  return (
    <Fieldset legend={words.delivered} hint={words.deliveredHint}>
      {places.map((place, index) => (
        <div key={place.id}>
          <input
            type="hidden"
            name={`delivered.${index}.programmeServiceId`}
            value={place.programmeServiceId}
          />
          <TextInput
            name={`delivered.${index}.units`}
            label={place.serviceName}
            {...(place.units === null ? {} : { hint: words.granted(place.units) })}
            width="xs"
            inputMode="numeric"
          />
        </div>
      ))}
    </Fieldset>
  );
};

const view = (data: OutcomeView, context: PageContext): View => ({
  title: words.title,
  lead: words.lead,
  width: 'narrow',
  ...inCase(data),
  body: data.may.resign ? (
    <Form
      action={outcomePaths.resign(data.caseId)}
      version={data.version}
      {...formOf(context, resignFromServices, { resignedOn: context.today })}
    >
      <DateInput name="resignedOn" label={words.resignedOn} />
      <TextArea name="reason" label={words.reason} rows={2} optional />
      <Delivered data={data} today={context.today} />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  ) : (
    <NotNow caseId={data.caseId} title={words.cannot}>
      {outcomeWords.outcomes.notYours}
    </NotNow>
  ),
});

const resignPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/rezygnacja',
  load: (ask, request) => ask(viewOutcome, { caseId: request.params['caseId'] }),
  view,
});

/** Resignation from services that were granted without a plan. */
export const resignRoutes = [
  resignPage,
  form({
    door: 'staff',
    path: resignPage.path,
    command: resignFromServices,
    page: resignPage,
    next: (_result, request) => outcomePaths.case(request.params['caseId'] ?? ''),
  }),
];
