import type { VNode } from 'preact';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  clock,
  DescriptionList,
  fullDate,
  money,
  Panel,
  Stack,
  useLang,
  useWords,
} from '../../../ui/index.ts';
import { ContactPanel } from '../../casework/index.ts';
import { type Line, type PlanView, viewPlan } from '../../plans/index.ts';
import { webWordsOf } from '../web-words.ts';
import { ownPath } from './cases.tsx';

const startOf = (from: string): number => {
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  return hours * 60 + minutes;
};

/** When a service comes, in the words of the page: days with their hours, then what the plan adds. */
const When = ({ line }: { line: Line }): VNode => {
  const { week } = useWords();
  const { plan } = webWordsOf(useLang());
  const slots = line.week.toSorted(
    (one, other) => one.day - other.day || startOf(one.from) - startOf(other.from),
  );
  if (slots.length === 0) return <>{line.scheduleWords ?? plan.unknown}</>;
  return (
    <ul>
      {slots.map((slot) => (
        <li key={`${slot.day}-${slot.from}`}>
          {`${week.days[slot.day - 1] ?? ''} ${clock(startOf(slot.from))}–${clock(startOf(slot.from) + slot.minutes)}`}
        </li>
      ))}
      {line.scheduleWords && <li>{line.scheduleWords}</li>}
    </ul>
  );
};

const Service = ({ line }: { line: Line }): VNode => {
  const lang = useLang();
  const { plan: words } = webWordsOf(lang);
  return (
    <Card title={line.serviceName} level={3}>
      <DescriptionList
        items={[
          { term: words.who, value: line.organizationName ?? words.unknown },
          { term: words.when, value: <When line={line} /> },
          { term: words.where, value: line.place ?? words.unknown },
          ...(line.expectedResult ? [{ term: words.why, value: line.expectedResult }] : []),
          { term: words.cost, value: line.feeGrosze === 0 ? words.free : money(line.feeGrosze, lang) },
        ]}
      />
    </Card>
  );
};

function view(plan: PlanView, context: PageContext): View {
  const { lang, centre } = context;
  const { plan: words, title } = webWordsOf(lang);
  const { at, content } = plan;
  const copy = plan.documents.find(({ ready, title: called }) => ready && called.includes('egzemplarz'));
  return {
    title: words.title,
    lead:
      at.startsOn && at.endsOn
        ? words.period(fullDate(at.startsOn, lang), fullDate(at.endsOn, lang))
        : words.lead,
    width: 'narrow',
    trail: [{ href: ownPath(centre.home), label: title }],
    body: (
      <Stack>
        <Panel id="uslugi" title={words.services}>
          <CardList>
            {content.lines.map((line) => (
              <Service key={line.id} line={line} />
            ))}
          </CardList>
        </Panel>
        {content.actions.length > 0 && (
          <Panel id="dzialania" title={words.actions}>
            <ul>
              {content.actions.map((action) => (
                <li key={action.id}>{words.action(action.words.replace(/\.$/, ''), action.who)}</li>
              ))}
            </ul>
          </Panel>
        )}
        {copy && (
          <Actions>
            <ButtonLink href={ownPath(centre.home, 'pismo', copy.id)} variant="primary">
              {words.copy}
            </ButtonLink>
          </Actions>
        )}
        <ContactPanel context={context} title={words.contact} text={plan.coordinatorName} />
      </Stack>
    ),
  };
}

/** The plan of the resident's own in plain words: who helps, when, where, what for, and what it costs. */
export const ownPlanPage = page({
  door: 'staff',
  path: '/:centre/moje/plan/:planId',
  load: (ask, request) => ask(viewPlan, { planId: request.params['planId'] }),
  view,
});
