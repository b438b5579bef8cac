import type { VNode } from 'preact';
import { form, page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  DescriptionList,
  EmptyState,
  money,
  Notice,
  Stack,
} from '../../../ui/index.ts';
import { removeLine } from '../commands/remove-part.ts';
import { writeLine } from '../commands/write-line.ts';
import type { Line } from '../domain/plan.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import { drawing } from '../queries/drawing.ts';
import { type Drawing, drawingView, Onwards } from './drawing.tsx';
import { LineForm, offerOf, OfferChoice } from './line-form.tsx';
import { inPlan, LineCard, ScheduleNotice } from './parts.tsx';
import { linePath, newLine, planIdOf, stepPath } from './paths.ts';

const words = planPages.drawing;

/** Nothing was quoted yet: the service came from a reserved place. */
const isUnpriced = (line: Line): boolean => line.feeSteps.length === 0;

const load: Parameters<typeof page<Drawing>>[0]['load'] = (ask, request) =>
  ask(drawing, { planId: planIdOf(request) });

/** What this very service still lacks, without its name: the words of the law begin with it. */
const lacksOfLine = (of: Drawing, line: Line): string[] => {
  const name = `„${line.serviceName}”: `;
  return of.lacks.flatMap(({ words: lack }) => (lack.startsWith(name) ? [lack.slice(name.length)] : []));
};

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
          <ScheduleNotice line={line} />
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
      <DescriptionList
        items={[
          {
            term: ask.total,
            value: lines.some(isUnpriced) ? undefined : total === 0 ? planWords.free : money(total),
          },
        ]}
      />
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
