import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
import { dayInPoland } from '../../../platform/clock.ts';
import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  DateInput,
  DescriptionList,
  Disclosure,
  FileInput,
  Form,
  fullDate,
  Panel,
  Stack,
  TextArea,
  TextInput,
  Timeline,
} from '../../../ui/index.ts';
import { attachFile } from '../commands/attach-file.ts';
import { followCase } from '../commands/follow-case.ts';
import { withdraw } from '../commands/withdraw.ts';
import { linkToken } from '../domain/follow-up.ts';
import { type CaseState, mayStep } from '../domain/lifecycle.ts';
import { nameIn } from '../domain/programme.ts';
import type { CaseStatus } from '../domain/status.ts';
import { plWeb } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { caseStatus } from '../queries/case-status.ts';
import { CaseStateTag, freshSeed, shapeOf } from './case-parts.tsx';
import { ContactPanel, homeTrail } from './web-parts.tsx';

const followPage = page({
  door: 'public',
  path: '/:centre/sprawa',
  load: nothing,
  view(_data, context): View {
    const words = webWordsOf(context.lang).status;
    return {
      title: words.title,
      lead: words.lead,
      width: 'narrow',
      trail: homeTrail(context),
      body: (
        <Stack>
          <Form
            action={`${context.centre.home}/sprawa?klucz=${freshSeed()}`}
            {...formOf(context, followCase)}
            label={words.title}
          >
            <TextInput
              name="code"
              label={words.code}
              hint={words.codeHint}
              autoComplete="off"
              spellCheck={false}
            />
            <DateInput name="birthDate" label={words.birthDate} hint={words.birthDateHint} />
            <Actions>
              <Button variant="primary">{words.submit}</Button>
            </Actions>
          </Form>
          <ContactPanel context={context} title={words.lost} text={words.lostText} />
        </Stack>
      ),
    };
  },
});

const attachable: readonly CaseState[] = ['submitted', 'awaiting_completion', 'in_recognition'];

const Dates = ({ status, lang }: { status: CaseStatus; lang: Lang }): VNode => {
  const words = webWordsOf(lang).status;
  const { completeUntil, planDueOn, callBackBy, state } = status;
  const waiting = state === 'awaiting_completion';
  const day = (iso: string): string => fullDate(iso, lang);
  return (
    <>
      {waiting && <p>{completeUntil ? words.complete(day(completeUntil)) : words.completeLater}</p>}
      {callBackBy && <p>{words.callBy(day(callBackBy))}</p>}
      {planDueOn && <p>{words.plan(day(planDueOn))}</p>}
      {!waiting && !planDueOn && !callBackBy && <p>{words.noDate}</p>}
    </>
  );
};

/** What happened, newest first; the state that holds now is the first of them. */
const Happened = ({ status, lang }: { status: CaseStatus; lang: Lang }): VNode => {
  const words = webWordsOf(lang).status;
  return (
    <Timeline
      label={words.happened}
      items={status.steps.toReversed().map(({ state, at }, index) => ({
        id: `${index}`,
        when: dayInPoland(at),
        what: words.steps[state],
        shape: shapeOf[state],
      }))}
    />
  );
};

const Files = ({ status, context }: { status: CaseStatus; context: PageContext }) => {
  const words = webWordsOf(context.lang).status;
  const link = context.params['link'] ?? '';
  return (
    <Panel id="dokumenty" title={words.files}>
      {status.files.length === 0 ? (
        <p>{words.noFiles}</p>
      ) : (
        <ul>
          {status.files.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {attachable.includes(status.state) && (
        <Form
          id="plik"
          action={`${context.centre.home}/sprawa/${link}/plik`}
          {...formOf(context, attachFile)}
          values={{}}
          files
          label={words.attach}
        >
          <p>{words.noIdentity}</p>
          <FileInput name="file" label={words.file} megabytes={20} />
          <Actions>
            <Button>{words.attach}</Button>
          </Actions>
        </Form>
      )}
    </Panel>
  );
};

const statusPage = page({
  door: 'public',
  path: '/:centre/sprawa/:link',
  load: (ask, request) => ask(caseStatus, { link: request.params['link'] }),
  view(status, context): View {
    const { centre, lang } = context;
    const { status: words, sent } = webWordsOf(lang);
    const link = context.params['link'] ?? '';
    return {
      title: words.pageTitle,
      lead: status.sign ? words.sign(status.sign) : words.noSign,
      aside: <CaseStateTag state={status.state} label={words.states[status.state]} />,
      width: 'narrow',
      trail: homeTrail(context),
      body: (
        <Stack>
          <Panel id="co-sie-stalo" title={words.happened}>
            <p>
              <strong>{words.now[status.state]}</strong>
            </p>
            <Happened status={status} lang={lang} />
            {status.services.length > 0 && (
              <DescriptionList
                items={[
                  { term: words.services, value: status.services.map((one) => nameIn(lang, one)).join(', ') },
                ]}
              />
            )}
            {status.state === 'awaiting_completion' && status.callReason && (
              <>
                <h3>{words.missing}</h3>
                <ul lang="pl">
                  {status.callReason.split('\n').map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </Panel>
          <Panel id="co-dalej" title={words.next}>
            <p>{words.after[status.state]}</p>
          </Panel>
          <Panel id="do-kiedy" title={words.byWhen}>
            <Dates status={status} lang={lang} />
          </Panel>
          {(status.files.length > 0 || attachable.includes(status.state)) && (
            <Files status={status} context={context} />
          )}
          <ContactPanel
            context={context}
            title={words.contact}
            text={status.coordinator ? words.coordinator(status.coordinator) : sent.callText}
          />
          {mayStep('withdraw', status.state) && (
            <Disclosure summary={words.withdraw}>
              <Form
                id="wycofanie"
                action={`${centre.home}/sprawa/${link}/wycofanie`}
                {...formOf(context, withdraw)}
                label={words.withdraw}
              >
                <p>{words.withdrawText}</p>
                <Checkbox name="waited" label={words.withdrawWaited} optional />
                <TextArea name="reason" label={words.reason} rows={2} optional />
                <Actions>
                  <Button variant="danger">{words.withdrawSubmit}</Button>
                </Actions>
              </Form>
            </Disclosure>
          )}
          <p>{words.closesSoon}</p>
        </Stack>
      ),
    };
  },
});

const statusPath = (home: string, link: string): string => `${home}/sprawa/${link}`;

/** The case of a resident without an account: its code, its status, a document sent, a withdrawal. */
export const webStatusRoutes = [
  followPage,
  form({
    door: 'public',
    path: '/:centre/sprawa',
    command: followCase,
    input: (values, request) => ({ ...values, seed: request.query['klucz'] }),
    page: followPage,
    // A failed try was kept, so the command succeeded: the form is shown again with one answer for every failure.
    next: (result, request) =>
      result.found
        ? statusPath(request.centre.home, linkToken(request.query['klucz'] ?? '', result.key))
        : { problem: { kind: 'refused', code: 'casework.code', words: plWeb.status.failed } },
  }),
  statusPage,
  form({
    door: 'public',
    path: '/:centre/sprawa/:link/plik',
    command: attachFile,
    page: statusPage,
    next: (_result, request) => `${statusPath(request.centre.home, request.params['link'] ?? '')}#dokumenty`,
  }),
  form({
    door: 'public',
    path: '/:centre/sprawa/:link/wycofanie',
    command: withdraw,
    page: statusPage,
    next: (_result, request) => statusPath(request.centre.home, request.params['link'] ?? ''),
  }),
];
