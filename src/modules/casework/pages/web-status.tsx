import type { VNode } from 'preact';
import { dayInPoland } from '../../../platform/clock.ts';
import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  DescriptionList,
  Disclosure,
  FileInput,
  Form,
  Panel,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { attachFile } from '../commands/attach-file.ts';
import { followCase } from '../commands/follow-case.ts';
import { withdraw } from '../commands/withdraw.ts';
import { linkToken } from '../domain/follow-up.ts';
import { type CaseState, mayStep } from '../domain/lifecycle.ts';
import type { CaseStatus } from '../domain/status.ts';
import { webWords } from '../pl-web.ts';
import { caseStatus } from '../queries/case-status.ts';
import { CaseStateTag, freshSeed } from './case-parts.tsx';
import { ContactPanel, homeTrail } from './web-parts.tsx';

const words = webWords.status;

const followPage = page({
  door: 'public',
  path: '/:centre/sprawa',
  load: nothing,
  view: (_data, context): View => ({
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    trail: homeTrail(context.centre),
    body: (
      <Stack>
        <Form
          action={`/${context.centre.slug}/sprawa?klucz=${freshSeed()}`}
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
          <DateInput name="birthDate" label={words.birthDate} />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Form>
        <ContactPanel centre={context.centre} title={words.lost} text={words.lostText} />
      </Stack>
    ),
  }),
});

const attachable: readonly CaseState[] = ['submitted', 'awaiting_completion', 'in_recognition'];

function Dates({ status }: { status: CaseStatus }): VNode {
  const { completeUntil, planDueOn, state } = status;
  const waiting = state === 'awaiting_completion';
  return (
    <>
      {waiting && <p>{completeUntil ? words.complete(completeUntil) : words.completeLater}</p>}
      {planDueOn && <p>{words.plan(planDueOn)}</p>}
      {!waiting && !planDueOn && <p>{words.noDate}</p>}
    </>
  );
}

const Files = ({ status, context }: { status: CaseStatus; context: PageContext }) => {
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
          action={`/${context.centre.slug}/sprawa/${link}/plik`}
          {...formOf(context, attachFile)}
          values={{}}
          files
          label={words.attach}
        >
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
    const { centre } = context;
    const link = context.params['link'] ?? '';
    return {
      title: words.pageTitle,
      lead: status.sign ? words.sign(status.sign) : words.noSign,
      aside: <CaseStateTag state={status.state} />,
      width: 'narrow',
      trail: homeTrail(centre),
      body: (
        <Stack>
          <Panel id="co-sie-stalo" title={words.happened}>
            <p>
              <strong>{words.now[status.state]}</strong>
            </p>
            <p>
              {status.submittedOn
                ? words.submitted(status.submittedOn)
                : words.received(dayInPoland(status.receivedAt))}
            </p>
            {status.services.length > 0 && (
              <DescriptionList items={[{ term: words.services, value: status.services.join(', ') }]} />
            )}
            {status.state === 'awaiting_completion' && status.callReason && (
              <>
                <h3>{words.missing}</h3>
                <ul>
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
            <Dates status={status} />
          </Panel>
          <Files status={status} context={context} />
          <ContactPanel
            centre={centre}
            title={words.contact}
            text={status.coordinator ? words.coordinator(status.coordinator) : webWords.sent.callText}
          />
          {mayStep('withdraw', status.state) && (
            <Disclosure summary={words.withdraw}>
              <Form
                id="wycofanie"
                action={`/${centre.slug}/sprawa/${link}/wycofanie`}
                {...formOf(context, withdraw)}
                label={words.withdraw}
              >
                <p>{words.withdrawText}</p>
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

const statusPath = (slug: string, link: string): string => `/${slug}/sprawa/${link}`;

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
        ? statusPath(request.centre.slug, linkToken(request.query['klucz'] ?? '', result.key))
        : { problem: { kind: 'refused', code: 'casework.code', words: words.failed } },
  }),
  statusPage,
  form({
    door: 'public',
    path: '/:centre/sprawa/:link/plik',
    command: attachFile,
    page: statusPage,
    next: (_result, request) => `${statusPath(request.centre.slug, request.params['link'] ?? '')}#dokumenty`,
  }),
  form({
    door: 'public',
    path: '/:centre/sprawa/:link/wycofanie',
    command: withdraw,
    page: statusPage,
    next: (_result, request) => statusPath(request.centre.slug, request.params['link'] ?? ''),
  }),
];
