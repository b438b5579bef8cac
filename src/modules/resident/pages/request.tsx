import type { VNode } from 'preact';
import {
  all,
  form,
  formOf,
  page,
  type PageContext,
  type Route,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Form,
  money,
  Panel,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import {
  announceResignation,
  askForChange,
  complain,
  ownCases,
  type RequestKind,
  requestKinds,
} from '../../casework/index.ts';
import { type Line, plannedUnits, plansOfPerson, viewPlan } from '../../plans/index.ts';
import { pl } from '../../../platform/pl.ts';
import { webWordsOf } from '../web-words.ts';
import { ownPath } from './cases.tsx';

const commandOf = { change: askForChange, complaint: complain, resignation: announceResignation } as const;

/** About what a service costs up to a day: the part of its fee that the schedule gives by then, in grosze. */
function feeUntil(line: Line, day: string): number {
  if (day < line.startsOn) return 0;
  if (day >= line.endsOn || line.units === 0) return line.feeGrosze;
  const units = plannedUnits({ ...line, endsOn: day }) ?? 0;
  return Math.round((line.feeGrosze * Math.min(units, line.units)) / line.units);
}

const FeeOfResignation = ({ lines, context }: { lines: readonly Line[]; context: PageContext }): VNode => {
  const { request: words } = webWordsOf(context.lang);
  const sum = (grosze: (line: Line) => number): string =>
    money(
      lines.reduce((total, line) => total + grosze(line), 0),
      context.lang,
    );
  const charged = lines.some(({ feeGrosze }) => feeGrosze > 0);
  return (
    <Panel id="oplata" title={words.fee}>
      {charged ? (
        <>
          <p>{words.feeText}</p>
          <p>
            <strong>
              {words.feeToday(
                sum((line) => feeUntil(line, context.today)),
                sum(({ feeGrosze }) => feeGrosze),
              )}
            </strong>
          </p>
          <p>{words.feeHard}</p>
        </>
      ) : (
        <p>{words.feeNone}</p>
      )}
    </Panel>
  );
};

interface Loaded {
  title: string;
  lines: readonly Line[];
}

const view =
  (kind: RequestKind) =>
  ({ title, lines }: Loaded, context: PageContext): View => {
    const said = webWordsOf(context.lang);
    const words = said.request[kind];
    const { home } = context.centre;
    return {
      title: words.title,
      lead: words.lead,
      width: 'narrow',
      trail: [{ href: ownPath(home), label: said.title }],
      body: (
        <Stack>
          {kind === 'resignation' && lines.length > 0 && <FeeOfResignation lines={lines} context={context} />}
          <Form
            action={ownPath(home, 'sprawa', context.params['caseId'] ?? '', kind)}
            {...formOf(
              context,
              commandOf[kind],
              kind === 'resignation' ? { until: fullDateTyped(context.today) } : {},
            )}
            label={`${words.title}: ${title}`}
          >
            {kind === 'resignation' && <DateInput name="until" label={said.request.until} />}
            <TextArea name="words" label={words.words} hint={words.hint} rows={5} maxLength={4000} />
            <Actions>
              <Button variant="primary">{words.submit}</Button>
              <ButtonLink href={ownPath(home)} variant="quiet">
                {said.request.back}
              </ButtonLink>
            </Actions>
          </Form>
        </Stack>
      ),
    };
  };

/** 7.03.2026, as people type days. */
const fullDateTyped = (iso: string): string => iso.split('-').toReversed().join('.');

const routesOf = (kind: RequestKind): Route[] => {
  const path = `/:centre/moje/sprawa/:caseId/${kind}` as const;
  const asking = page<Loaded>({
    door: 'staff',
    path,
    draft: (request) => `moje:${kind}:${request.params['caseId'] ?? ''}`,
    async load(ask, { actor, params }) {
      const loaded = await all({
        own: ask(ownCases, {}),
        plans: ask(plansOfPerson, { personId: actor.personId }),
      });
      if (!loaded.ok) return loaded;
      const one = loaded.value.own.cases.find(({ caseId }) => caseId === params['caseId']);
      if (!one)
        return {
          ok: false,
          problem: { kind: 'not_found', code: 'resident.no-case', words: pl.problems.notFound },
        };
      const plan = loaded.value.plans.plans.find(({ caseId }) => caseId === one.caseId);
      const content =
        kind === 'resignation' && plan?.startsOn ? await ask(viewPlan, { planId: plan.id }) : undefined;
      return {
        ok: true,
        value: { title: one.title, lines: content?.ok ? content.value.content.lines : [] },
      };
    },
    view: view(kind),
  });
  return [
    asking,
    form({
      door: 'staff',
      path,
      command: commandOf[kind],
      page: asking,
      next: (_result, request) => `${ownPath(request.centre.home)}#prosby`,
    }),
  ];
};

/** What a resident asks for: a change of the plan, a complaint, a resignation with what it will cost. */
export const requestRoutes: readonly Route[] = requestKinds.flatMap(routesOf);
