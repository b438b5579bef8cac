import type { VNode } from 'preact';
import { dayInPoland } from '../../../platform/clock.ts';
import { all, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  Disclosure,
  EmptyState,
  fullDate,
  Panel,
  Stack,
  StateTag,
  Timeline,
} from '../../../ui/index.ts';
import {
  type CaseStatus,
  ContactPanel,
  isOpen,
  mayAsk,
  ownCases,
  represented,
  representedCases,
  requestKinds,
  type ResidentRequest,
  shapeOf,
  titleIn,
  webWordsOf as caseWordsOf,
} from '../../casework/index.ts';
import { residentSecurityPath, residentSecurityTitle } from '../../access/index.ts';
import { HelpWays } from '../../directory/index.ts';
import { plansOfPerson } from '../../plans/index.ts';
import type { Answer } from '../answer.ts';
import { type WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';

type Own = Answer<typeof ownCases>;
type Acted = Answer<typeof representedCases>;
type Plans = Answer<typeof plansOfPerson>['plans'];

/** The addresses of the resident's own pages. */
export const ownPath = (home: string, ...parts: readonly string[]): string =>
  [home, 'moje', ...parts].join('/');

const Dates = ({ status, words, context }: { status: CaseStatus; words: WebWords; context: PageContext }) => {
  const day = (iso: string): string => fullDate(iso, context.lang);
  const { completeUntil, planDueOn, callBackBy } = status;
  const told = [
    completeUntil && status.state === 'awaiting_completion' ? words.completeBy(day(completeUntil)) : null,
    callBackBy && words.callBy(day(callBackBy)),
    planDueOn && words.planBy(day(planDueOn)),
  ].filter((line) => line !== null);
  return (
    <>
      {told.map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
    </>
  );
};

/** One case. Whoever acts for the person reads where it stands; what is asked in it stays the person's own. */
const OneCase = ({
  status,
  plans = [],
  acting = false,
  context,
}: {
  status: CaseStatus & { title: string };
  plans?: Plans;
  acting?: boolean;
  context: PageContext;
}): VNode => {
  const words = webWordsOf(context.lang);
  const { status: said } = caseWordsOf(context.lang);
  const { home } = context.centre;
  const plan = plans.find(({ caseId }) => caseId === status.caseId);
  const title = titleIn(context.lang, status);
  const kinds = acting ? [] : requestKinds.filter((kind) => mayAsk(kind, status.state));
  return (
    <Panel id={`sprawa-${status.caseId}`} title={title}>
      <StateTag state={shapeOf[status.state]} label={said.states[status.state]} />
      <p>
        {said.now[status.state]} {said.after[status.state]}
      </p>
      <Dates status={status} words={words} context={context} />
      {status.sign && <p>{words.sign(status.sign)}</p>}
      {status.coordinator && <p>{words.coordinator(status.coordinator)}</p>}
      <Actions>
        {plan?.startsOn && (
          <ButtonLink href={ownPath(home, 'plan', plan.id)} about={title}>
            {words.seePlan}
          </ButtonLink>
        )}
        {kinds.map((kind) => (
          <ButtonLink
            key={kind}
            href={ownPath(home, 'sprawa', status.caseId, kind)}
            variant="quiet"
            about={title}
          >
            {words.ask[kind]}
          </ButtonLink>
        ))}
      </Actions>
      <Disclosure summary={words.history}>
        <Timeline
          label={words.history}
          items={status.steps.toReversed().map(({ state, at }, index) => ({
            id: `${index}`,
            when: dayInPoland(at),
            what: said.steps[state],
            shape: shapeOf[state],
          }))}
        />
      </Disclosure>
    </Panel>
  );
};

/** Who else sees the cases, while a relation of today says so. */
const SeenBy = ({ seenBy, context }: { seenBy: Own['seenBy']; context: PageContext }) => {
  const words = webWordsOf(context.lang).acting;
  if (seenBy.length === 0) return null;
  return (
    <Panel id="kto-widzi" title={words.seenBy}>
      <ul>
        {seenBy.map(({ name, kind, until }) => (
          <li key={`${name} ${kind}`}>
            {name} ({words.kinds[kind]}
            {until && `, ${words.until(fullDate(until, context.lang))}`})
          </li>
        ))}
      </ul>
      <p>{words.seenByText}</p>
    </Panel>
  );
};

/** Cases of somebody for whom the resident acts. */
const Represented = ({ person, context }: { person: Acted; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  const { name, kind, until, cases } = person;
  return (
    <Panel id={`osoba-${person.personId}`} title={words.acting.title(name)} tone="plain">
      <p>
        {words.acting.as(words.acting.kinds[kind])}
        {until && ` ${words.acting.only(fullDate(until, context.lang))}`}
      </p>
      {cases.length === 0 && <p>{words.acting.none}</p>}
      <Stack>
        {cases.map((status) => (
          <OneCase key={status.caseId} status={status} acting context={context} />
        ))}
      </Stack>
    </Panel>
  );
};

const Asked = ({ requests, context }: { requests: readonly ResidentRequest[]; context: PageContext }) => {
  const { lang } = context;
  const words = webWordsOf(lang);
  if (requests.length === 0) return null;
  return (
    <Panel id="prosby" title={words.asked}>
      <CardList>
        {requests.map((request) => (
          <Card key={request.id} title={words.kinds[request.kind]}>
            <p>{request.words}</p>
            <p>{words.askedOn(fullDate(request.madeOn, lang))}</p>
            {request.answer === null || request.answeredOn === null ? (
              <p>
                <strong>{words.answerBy(fullDate(request.dueOn, lang))}</strong>
              </p>
            ) : (
              <p>
                {words.answered(fullDate(request.answeredOn, lang))} {request.answer}
              </p>
            )}
          </Card>
        ))}
      </CardList>
    </Panel>
  );
};

const Documents = ({ documents, context }: { documents: Own['documents']; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  return (
    <Panel id="dokumenty" title={words.documents}>
      {documents.length === 0 ? (
        <p>{words.noDocuments}</p>
      ) : (
        <>
          <ul>
            {documents.map((one) => (
              <li key={one.id}>
                {one.ready ? (
                  <a href={ownPath(context.centre.home, 'pismo', one.id)} lang="pl">
                    {words.download(one.title)}
                  </a>
                ) : (
                  `${one.title} (${words.preparing})`
                )}
                {`, ${fullDate(one.issuedOn, context.lang)}`}
              </li>
            ))}
          </ul>
          <p>{words.documentsText}</p>
        </>
      )}
    </Panel>
  );
};

function view({ own, plans, acted }: { own: Own; plans: Plans; acted: Acted[] }, context: PageContext): View {
  const { lang, centre } = context;
  const words = webWordsOf(lang);
  const { sent } = caseWordsOf(lang);
  const groups = [
    { title: words.open, cases: own.cases.filter(({ state }) => isOpen(state)) },
    { title: words.past, cases: own.cases.filter(({ state }) => !isOpen(state)) },
  ].filter(({ cases }) => cases.length > 0);
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    trail: [{ href: centre.home, label: words.home }],
    body: (
      <Stack>
        {own.cases.length === 0 && acted.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )}
        {groups.map(({ title, cases }) => (
          <Stack key={title}>
            {groups.length > 1 && <p class="lead">{title}</p>}
            {cases.map((status) => (
              <OneCase key={status.caseId} status={status} plans={plans} context={context} />
            ))}
          </Stack>
        ))}
        {acted.map((person) => (
          <Represented key={person.personId} person={person} context={context} />
        ))}
        <Asked requests={own.requests} context={context} />
        <Documents documents={own.documents} context={context} />
        <SeenBy seenBy={own.seenBy} context={context} />
        <Panel id="dane" title={words.looks.link}>
          <p>{words.looks.linkText}</p>
          <ButtonLink href={ownPath(centre.home, 'dane')}>{words.looks.link}</ButtonLink>
        </Panel>
        <Panel id="konto" title={words.account}>
          <p>{words.accountText}</p>
          <ButtonLink href={residentSecurityPath(centre.home)}>
            {residentSecurityTitle(context.lang)}
          </ButtonLink>
        </Panel>
        <HelpWays context={context} />
        <ContactPanel context={context} title={sent.call} text={sent.callText} />
      </Stack>
    ),
  };
}

/** What is the resident's own: cases with what happened and what is next, requests, papers, and who looked. */
export const ownCasesPage = page({
  door: 'staff',
  path: '/:centre/moje',
  async load(ask, { actor }) {
    const loaded = await all({
      own: ask(ownCases, {}),
      plans: ask(plansOfPerson, { personId: actor.personId }),
      represented: ask(represented, {}),
    });
    if (!loaded.ok) return loaded;
    const { own, plans, represented: acts } = loaded.value;
    const people = new Set(acts.people.map(({ personId }) => personId));
    const seen = await Promise.all([...people].map((personId) => ask(representedCases, { personId })));
    const acted = seen.flatMap((one) => (one.ok ? [one.value] : []));
    return { ok: true as const, value: { own, plans: plans.plans, acted } };
  },
  view,
});
