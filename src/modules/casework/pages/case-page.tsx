import type { VNode } from 'preact';
import { contentDisposition } from '../../../platform/files/name.ts';
import { permits } from '../../../platform/actor.ts';
import {
  type Ask,
  file,
  form,
  page,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type Route,
  type View,
} from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import { ButtonLink, Columns, Notice, Panel, Row, Stack } from '../../../ui/index.ts';
import { matchServicesQuery, type ServiceMatch, ServiceMatches } from '../../programmes/index.ts';
import { addNote } from '../commands/add-note.ts';
import { attachFile } from '../commands/attach-file.ts';
import { renewCode } from '../commands/renew-code.ts';
import { startRecognition } from '../commands/start-recognition.ts';
import { ageOn } from '../../../law/index.ts';
import type { CaseView } from '../domain/case-view.ts';
import { caseCode, seedPattern } from '../domain/follow-up.ts';
import { isOpen, type CaseState } from '../domain/lifecycle.ts';
import { coordinates, registersApplication, writesInCase } from '../domain/relation.ts';
import { caseWords } from '../pl-case.ts';
import { readAttachment } from '../queries/read-attachment.ts';
import { viewCase } from '../queries/view-case.ts';
import { ApplicationSection } from './application-section.tsx';
import { type CaseAction, CaseActions, intakeActions, openTo } from './case-actions.tsx';
import { casePath, CaseStateTag, freshSeed, personNameOf } from './case-parts.tsx';
import {
  CaseSteps,
  CodeNotice,
  DeadlineSection,
  DocumentSection,
  FactSection,
  HistorySection,
  NeedSection,
  NewCode,
  NowSection,
  PersonSection,
  ReportSection,
} from './case-sections.tsx';
import { FileSection, NoteSection } from './note-section.tsx';

const words = caseWords.page;

/** A section as it is shown, and the way forward that it knows: the one primary button, which stands under "now". */
export interface ExtraShown {
  show(context: PageContext): VNode;
  step?(context: PageContext): VNode | null;
}

/** What another part of the house adds to the page of a case: a section, loaded after the case and shown in its place. */
export interface CaseExtra {
  /** `now`: above everything, where the next thing is done; `main`: after the application; `side`: beside. */
  place: 'now' | 'main' | 'side';
  /** Gives the section, or nothing when the case has none of it or the reader may not see it. */
  load(ask: Ask, view: CaseView, request: PageRequest): Promise<ExtraShown | undefined>;
}

interface Data {
  view: CaseView;
  matches: ServiceMatch[];
  extras: (ExtraShown & { place: CaseExtra['place'] })[];
}

/** While somebody still chooses what to apply for, the page shows what answers the needs. */
const choosing: readonly CaseState[] = ['reported'];

async function findMatches(ask: Ask, view: CaseView, request: PageRequest): Promise<ServiceMatch[]> {
  if (!choosing.includes(view.state)) return [];
  const birthDate = view.person?.birthDate;
  const found = await ask(matchServicesQuery, {
    needs: view.needs.map((need) => ({
      words: need.words.slice(0, 2000),
      ...(need.area ? { area: need.area } : {}),
    })),
    facts: {
      gminaTeryt: view.gmina.teryt,
      ...(birthDate ? { ageYears: ageOn(birthDate, request.today) } : {}),
    },
  });
  return found.ok ? found.value : [];
}

const loadWith =
  (extras: readonly CaseExtra[]) =>
  async (ask: Ask, request: PageRequest): Promise<Outcome<Data>> => {
    const found = await ask(viewCase, { caseId: request.params['caseId'] });
    if (!found.ok) return found;
    const view = found.value;
    const [matches, shown] = await Promise.all([
      findMatches(ask, view, request),
      Promise.all(extras.map(async ({ place, load }) => ({ place, shown: await load(ask, view, request) }))),
    ]);
    return {
      ok: true,
      value: {
        view,
        matches,
        extras: shown.flatMap((one) => (one.shown ? [{ place: one.place, ...one.shown }] : [])),
      },
    };
  };

const Matches = ({ data, context, mayApply }: { data: Data; context: PageContext; mayApply: boolean }) => (
  <Panel id="uslugi" title={words.matches}>
    <ServiceMatches
      matches={data.matches}
      today={context.today}
      action={(match) =>
        mayApply &&
        match.track !== 'general_offer' && (
          <ButtonLink
            href={`${casePath(data.view.id, 'wniosek')}?usluga=${match.serviceId}`}
            about={match.name}
            small
          >
            {words.apply}
          </ButtonLink>
        )
      }
    />
  </Panel>
);

/** The code that was just given, from the secret in the address; nothing of it is stored. */
function codeOf(view: CaseView, context: PageContext): string | undefined {
  const seed = context.query['klucz'];
  return seed && seedPattern.test(seed) && context.done ? caseCode(seed, view.id) : undefined;
}

const body =
  (actions: readonly CaseAction[]) =>
  (data: Data, context: PageContext): VNode => {
    const { view } = data;
    const { actor, today } = context;
    const open = openTo(actions, view, actor, today);
    const may = (allow: Parameters<typeof permits<CaseView>>[0]): boolean => permits(allow, actor, view);
    const mayApply = open.some((one) => one.action === 'start-application');
    const at = (place: CaseExtra['place']) =>
      data.extras
        .filter((one) => one.place === place)
        .map((one, index) => <div key={index}>{one.show(context)}</div>);
    const steps = data.extras.flatMap((one) => one.step?.(context) ?? []);
    const step = steps.length > 0 ? <>{steps}</> : undefined;
    const code = codeOf(view, context);
    const mayWrite = may(writesInCase);
    return (
      <Stack>
        {code && <CodeNotice code={code} />}
        {view.granted && (
          <Notice kind="warning" title={words.granted}>
            {words.grantedText}
          </Notice>
        )}
        <CaseSteps view={view} />
        <Columns
          main={
            <Stack>
              <NowSection view={view}>
                <CaseActions view={view} actions={open} once={context.form.once} step={step} />
              </NowSection>
              {at('now')}
              <DeadlineSection view={view} today={today} />
              <NeedSection view={view} />
              {data.matches.length > 0 && <Matches data={data} context={context} mayApply={mayApply} />}
              <ApplicationSection view={view} mayEdit={may(registersApplication)} />
              {at('main')}
              <ReportSection view={view} />
              <NoteSection view={view} context={context} mayWrite={mayWrite} />
              <DocumentSection view={view} />
            </Stack>
          }
          side={
            <Stack>
              <PersonSection
                view={view}
                today={today}
                mayIdentify={may({ ...registersApplication, service_organiser: () => true })}
              />
              <FactSection
                view={view}
                mayAssign={
                  isOpen(view.state) &&
                  may({ clerk: () => true, service_organiser: () => true, director: () => true })
                }
              />
              {at('side')}
              <FileSection view={view} context={context} mayWrite={mayWrite} />
              <HistorySection view={view} titleOf={context.titleOf} />
              {may({ clerk: () => true, plan_coordinator: coordinates }) && (
                <NewCode view={view} seed={freshSeed()} once={context.form.once} />
              )}
            </Stack>
          }
        />
      </Stack>
    );
  };

function makePage(extras: readonly CaseExtra[], actions: readonly CaseAction[]): PageRoute {
  const show = body(actions);
  return page({
    door: 'staff',
    path: '/praca/sprawy/:caseId',
    load: loadWith(extras),
    view: (data, context): View => ({
      title: words.tab,
      heading: personNameOf(data.view),
      lead: `${data.view.sign ?? caseWords.noSign} · ${data.view.title}`,
      aside: (
        <Row>
          <CaseStateTag state={data.view.state} />
        </Row>
      ),
      width: 'wide',
      current: 'cases',
      trail: [{ href: '/praca/sprawy', label: caseWords.list.title }],
      body: show(data, context),
    }),
  });
}

const attachmentFile = file({
  door: 'staff',
  path: '/praca/sprawy/:caseId/pliki/:attachmentId',
  async send(ask, request) {
    const found = await ask(readAttachment, request.params);
    if (!found.ok) return found;
    const { type, content, name } = found.value;
    return {
      ok: true,
      value: { type, body: Buffer.from(content, 'base64'), name: contentDisposition(name) },
    };
  },
});

/**
 * The page of a case with the sections that others add to it, and the forms that stand on it. The composition root of
 * pages (module desk) calls it with all sections; until then the intake half serves it with its own.
 */
export function caseRoutes(extras: readonly CaseExtra[] = [], more: readonly CaseAction[] = []): Route[] {
  const casePage = makePage(extras, [...intakeActions, ...more]);
  return [
    casePage,
    form({
      door: 'staff',
      path: '/praca/sprawy/:caseId/notatka',
      command: addNote,
      page: casePage,
      next: (result) => `${casePath(result.caseId)}#notatki`,
    }),
    form({
      door: 'staff',
      path: '/praca/sprawy/:caseId/plik',
      command: attachFile,
      page: casePage,
      next: (result) => `${casePath(result.caseId)}#pliki`,
    }),
    form({
      door: 'staff',
      path: '/praca/sprawy/:caseId/rozpocznij-rozpoznanie',
      command: startRecognition,
      page: casePage,
      next: (result) => casePath(result.caseId),
    }),
    form({
      door: 'staff',
      path: '/praca/sprawy/:caseId/kod',
      command: renewCode,
      input: (values, request) => ({ ...values, ...request.params, seed: request.query['klucz'] }),
      page: casePage,
      next: (result, request) => `${casePath(result.caseId)}?klucz=${request.query['klucz'] ?? ''}`,
    }),
    attachmentFile,
  ];
}
