import { permits } from '../../../platform/actor.ts';
import { file, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  DateInput,
  DateText,
  DeadlineBar,
  DeadlineTag,
  DescriptionList,
  Disclosure,
  Form,
  Notice,
  Panel,
  Radios,
  shortDate,
  Stack,
  StateTag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { answerRequest, extendRequest, takeRequest } from '../commands/requests.ts';
import { allowInSpite, lift, restrict } from '../commands/restriction.ts';
import { decides } from '../domain/policy.ts';
import { packFile } from '../documents/pack.ts';
import {
  answers,
  articleOf,
  askers,
  channels,
  exceptionGrounds,
  requestKinds,
  restrictionGrounds,
} from '../domain/request.ts';
import { pl } from '../pl.ts';
import { requestSubject, viewRequest } from '../queries/home.ts';
import { accessPack } from '../queries/pack.ts';
import { homePath, requestPath, retentionPath, takePath } from './paths.ts';

const words = pl.request;
const trail = [{ href: homePath, label: pl.home.title }];

const choicesOf = <const V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

const takePage = page({
  door: 'staff',
  path: '/praca/osoby/:personId/zadanie',
  command: takeRequest,
  load: (ask, request) => ask(requestSubject, { personId: request.params['personId'] }),
  view: (subject, context): View => ({
    title: pl.take.button,
    heading: pl.take.title(subject.name),
    lead: pl.take.lead,
    width: 'narrow',
    current: 'people',
    trail: [{ href: `/praca/osoby/${subject.personId}`, label: subject.name }],
    body: (
      <Form
        action={takePath(subject.personId)}
        {...formOf(context, takeRequest, { receivedOn: shortDate(context.today), askedBy: 'person' })}
      >
        <Stack>
          <Radios
            name="kind"
            label={pl.take.kind}
            choices={requestKinds.map((kind) => ({
              value: kind,
              label: pl.kinds[kind],
              hint: pl.kindHints[kind],
            }))}
          />
          <Radios name="askedBy" label={pl.take.askedBy} choices={choicesOf(askers, pl.askers)} inline />
          <TextInput
            name="identifiedBy"
            label={pl.take.identifiedBy}
            hint={pl.take.identifiedHint}
            width="l"
          />
          <Radios name="channel" label={pl.take.channel} choices={choicesOf(channels, pl.channels)} inline />
          <DateInput name="receivedOn" label={pl.take.receivedOn} />
          <TextArea name="words" label={pl.take.words} rows={4} optional />
          <Actions>
            <Button variant="primary">{pl.take.submit}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

const takeForm = form({
  door: 'staff',
  path: '/praca/osoby/:personId/zadanie',
  command: takeRequest,
  page: takePage,
  // Whoever took it down may not open it: requests are read by who watches over data.
  next: (_done, request) => `/praca/osoby/${request.params['personId'] ?? ''}`,
});

type Shown = NonNullable<Awaited<ReturnType<typeof viewRequest.read>>>;

const Facts = ({ request }: { request: Shown }) => (
  <Panel id="zadanie" title={words.facts}>
    <DescriptionList
      items={[
        { term: words.kind, value: pl.kinds[request.kind] },
        { term: words.receivedOn, value: <DateText date={request.receivedOn} /> },
        { term: words.dueOn, value: <DateText date={request.dueOn} /> },
        ...(request.extendedWhy ? [{ term: words.extended, value: request.extendedWhy }] : []),
        { term: words.askedBy, value: pl.askers[request.askedBy] },
        { term: words.identifiedBy, value: request.identifiedBy },
        { term: words.channel, value: pl.channels[request.channel] },
        ...(request.words ? [{ term: words.words, value: request.words }] : []),
        ...(request.answeredOn
          ? [
              {
                term: words.result,
                value: (
                  <>
                    <StateTag
                      state={request.state === 'done' ? 'done' : 'stopped'}
                      label={pl.states[request.state]}
                    />{' '}
                    <DateText date={request.answeredOn} />
                    {`, ${request.answeredBy ?? ''}. ${request.answer ?? ''}`}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  </Panel>
);

const Pack = ({ request }: { request: Shown }) => (
  <Panel id="pakiet" title={words.pack}>
    <p>{words.packWhat}</p>
    <Notice kind="warning">{words.packCheck}</Notice>
    <ButtonLink href={`${requestPath(request.id)}/pakiet.zip`} download>
      {words.packGet}
    </ButtonLink>
  </Panel>
);

/** What is to be done with a request of this kind, and where. */
const Now = ({ request, context }: { request: Shown; context: PageContext }) => (
  <Panel id="teraz" title={words.now}>
    <p>{words.todo[request.kind]}</p>
    {(request.kind === 'erasure' || decidesHere(context)) && (
      <Actions>
        {request.kind === 'erasure' && <ButtonLink href={retentionPath}>{words.files}</ButtonLink>}
        {decidesHere(context) && (
          <ButtonLink href={`/praca/osoby/${request.personId}`} variant="quiet">
            {words.person}
          </ButtonLink>
        )}
      </Actions>
    )}
  </Panel>
);

const decidesHere = (context: PageContext): boolean => permits(decides, context.actor, undefined);

const Restriction = ({ request, context }: { request: Shown; context: PageContext }) => {
  const { restriction } = request;
  const path = requestPath(request.id);
  const hidden = { personId: request.personId };
  const director = decidesHere(context);
  if (!restriction)
    return !director ? null : (
      <Disclosure summary={words.restrict} open={context.form.command === restrict.name}>
        <p>{words.restrictWhat}</p>
        <Form action={`${path}/ogranicz`} id="ogranicz" {...formOf(context, restrict)} hidden={hidden}>
          <Radios name="ground" label={words.ground} choices={choicesOf(restrictionGrounds, pl.grounds)} />
          <TextArea name="reason" label={words.reason} rows={3} />
          <Actions>
            <Button>{words.restrict}</Button>
          </Actions>
        </Form>
      </Disclosure>
    );
  return (
    <Panel id="ograniczenie" title={words.restricted} tone="plain">
      <p>
        {pl.grounds[restriction.ground]}, {words.restrictedSince(shortDate(restriction.since))}.{' '}
        {restriction.reason}
      </p>
      {restriction.exceptions.map((one) => (
        <p key={one.id}>{words.allowed(pl.exceptionGrounds[one.ground], shortDate(one.until))}</p>
      ))}
      {director && (
        <>
          <Disclosure summary={words.spite} open={context.form.command === allowInSpite.name}>
            <Form action={`${path}/pozwol`} id="pozwol" {...formOf(context, allowInSpite)} hidden={hidden}>
              <Radios
                name="ground"
                label={words.spiteGround}
                choices={choicesOf(exceptionGrounds, pl.exceptionGrounds)}
              />
              <TextArea name="reason" label={words.reason} rows={3} />
              <DateInput name="until" label={words.until} />
              <Actions>
                <Button>{words.allow}</Button>
              </Actions>
            </Form>
          </Disclosure>
          <Disclosure summary={words.lift} open={context.form.command === lift.name}>
            <p>{words.liftWhat}</p>
            <Form action={`${path}/zakoncz`} id="zakoncz" {...formOf(context, lift)} hidden={hidden}>
              <DateInput name="toldOn" label={words.toldOn} />
              <TextArea name="why" label={words.liftWhy} rows={3} />
              <Actions>
                <Button>{words.liftSubmit}</Button>
              </Actions>
            </Form>
          </Disclosure>
        </>
      )}
    </Panel>
  );
};

const Answer = ({ request, context }: { request: Shown; context: PageContext }) => (
  <Panel id="odpowiedz" title={words.answer}>
    {decidesHere(context) ? (
      <Form
        action={`${requestPath(request.id)}/odpowiedz`}
        id="odpowiedz-formularz"
        {...formOf(context, answerRequest)}
        version={request.version}
      >
        <Stack>
          <Radios name="state" label={words.state} choices={choicesOf(answers, words.stateLabels)} />
          <TextArea name="answer" label={words.answerWords} rows={4} />
          <Actions>
            <Button variant="primary">{words.close}</Button>
          </Actions>
        </Stack>
      </Form>
    ) : (
      <p>{words.directorDecides}</p>
    )}
    {request.extendedWhy === null && (
      <Disclosure summary={words.extend} open={context.form.command === extendRequest.name}>
        <Form
          action={`${requestPath(request.id)}/przedluz`}
          id="przedluz"
          {...formOf(context, extendRequest)}
          version={request.version}
        >
          <TextArea name="why" label={words.extendWhy} rows={3} />
          <Actions>
            <Button>{words.extendSubmit}</Button>
          </Actions>
        </Form>
      </Disclosure>
    )}
  </Panel>
);

const requestPage = page({
  door: 'staff',
  path: '/praca/ochrona-danych/zadania/:requestId',
  load: (ask, request) => ask(viewRequest, { requestId: request.params['requestId'] }),
  view: (request, context): View => ({
    title: pl.take.button,
    heading: words.title(pl.kinds[request.kind], request.name),
    lead: words.lead(articleOf[request.kind]),
    current: pl.current,
    trail,
    ...(request.state === 'open'
      ? {
          aside: <DeadlineTag start={request.receivedOn} due={request.dueOn} today={context.today} />,
        }
      : {}),
    body: (
      <Columns
        main={
          <Stack>
            {request.state === 'open' && <Now request={request} context={context} />}
            <Facts request={request} />
            {['access', 'portability'].includes(request.kind) && <Pack request={request} />}
            {request.state === 'open' && <Answer request={request} context={context} />}
          </Stack>
        }
        side={
          <Stack>
            <Panel id="termin" title={words.clock} tone="plain">
              <DeadlineBar
                label={pl.kinds[request.kind]}
                start={request.receivedOn}
                due={request.dueOn}
                today={context.today}
                {...(request.answeredOn ? { done: request.answeredOn } : {})}
              />
            </Panel>
            <Restriction request={request} context={context} />
          </Stack>
        }
      />
    ),
  }),
});

const back = (_done: unknown, request: { params: Record<string, string> }): string =>
  requestPath(request.params['requestId'] ?? '');

const step = (path: string, command: Parameters<typeof form>[0]['command']) =>
  form({
    door: 'staff',
    path: `/praca/ochrona-danych/zadania/:requestId/${path}`,
    command,
    page: requestPage,
    next: back,
  });

const pack = file({
  door: 'staff',
  path: '/praca/ochrona-danych/zadania/:requestId/pakiet.zip',
  async send(ask, request) {
    const held = await ask(accessPack, { requestId: request.params['requestId'] });
    return held.ok ? { ok: true, value: await packFile(held.value, request) } : held;
  },
});

/** Pages of requests: taking one down, and one with its clock, pack, answer and restriction. */
export const requestRoutes = [
  takePage,
  takeForm,
  requestPage,
  pack,
  step('odpowiedz', answerRequest),
  step('przedluz', extendRequest),
  step('ogranicz', restrict),
  step('pozwol', allowInSpite),
  step('zakoncz', lift),
];
