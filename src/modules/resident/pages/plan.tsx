import type { VNode } from 'preact';
import { type Ask, page, type PageContext, type View } from '../../../platform/http/route.ts';
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
import type { Lang } from '../../../lang.ts';
import { ContactPanel } from '../../casework/index.ts';
import { serviceIn, viewService } from '../../directory/index.ts';
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
  if (slots.length === 0)
    return line.scheduleWords ? <Polish words={line.scheduleWords} /> : <>{plan.unknown}</>;
  return (
    <ul>
      {slots.map((slot) => (
        <li key={`${slot.day}-${slot.from}`}>
          {`${week.days[slot.day - 1] ?? ''} ${clock(startOf(slot.from))}–${clock(startOf(slot.from) + slot.minutes)}`}
        </li>
      ))}
      {line.scheduleWords && (
        <li>
          <Polish words={line.scheduleWords} />
        </li>
      )}
    </ul>
  );
};

/** What the coordinator wrote is Polish on a page of any language. */
const Polish = ({ words }: { words: string }): VNode => <span lang="pl">{words}</span>;

type Names = ReadonlyMap<string, string>;

const Service = ({ line, names }: { line: Line; names: Names }): VNode => {
  const lang = useLang();
  const { plan: words } = webWordsOf(lang);
  return (
    <Card title={names.get(line.serviceId) ?? line.serviceName} level={3}>
      <DescriptionList
        items={[
          {
            term: words.who,
            value: line.organizationName ? <Polish words={line.organizationName} /> : words.unknown,
          },
          { term: words.when, value: <When line={line} /> },
          { term: words.where, value: line.place ? <Polish words={line.place} /> : words.unknown },
          ...(line.expectedResult
            ? [{ term: words.why, value: <Polish words={line.expectedResult} /> }]
            : []),
          { term: words.cost, value: line.feeGrosze === 0 ? words.free : money(line.feeGrosze, lang) },
        ]}
      />
    </Card>
  );
};

function view({ plan, names }: { plan: PlanView; names: Names }, context: PageContext): View {
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
              <Service key={line.id} line={line} names={names} />
            ))}
          </CardList>
        </Panel>
        {content.actions.length > 0 && (
          <Panel id="dzialania" title={words.actions}>
            <ul>
              {content.actions.map((action) => (
                <li key={action.id} lang="pl">
                  {words.action(action.words.replace(/\.$/, ''), action.who)}
                </li>
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

/** What the cards call the services of a plan in another language, where somebody has translated them. */
async function namesIn(ask: Ask, lang: Lang, plan: PlanView): Promise<Names> {
  if (lang === 'pl') return new Map();
  const ids = [...new Set(plan.content.lines.map(({ serviceId }) => serviceId))];
  const cards = await Promise.all(ids.map((serviceId) => ask(viewService, { serviceId })));
  return new Map(cards.flatMap((one) => (one.ok ? [[one.value.id, serviceIn(lang, one.value).name]] : [])));
}

/** The plan of the resident's own in plain words: who helps, when, where, what for, and what it costs. */
export const ownPlanPage = page({
  door: 'staff',
  path: '/:centre/moje/plan/:planId',
  async load(ask, { params, lang }) {
    const found = await ask(viewPlan, { planId: params['planId'] });
    if (!found.ok) return found;
    return { ok: true as const, value: { plan: found.value, names: await namesIn(ask, lang, found.value) } };
  },
  view,
});
