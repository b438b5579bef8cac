import { permits } from '../../../platform/actor.ts';
import { all, type Ask, type PageContext } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  Actions,
  ButtonLink,
  DateText,
  EmptyState,
  Panel,
  StateTag,
  Table,
  Timeline,
} from '../../../ui/index.ts';
import {
  joinResidentAddress,
  joinResidentTitle,
  listWaysInQuery,
  residentToJoinQuery,
} from '../../access/index.ts';
import { isOpen, noteKindWords, personFile, stateWords } from '../../casework/index.ts';
import { personPageWith } from '../../people/index.ts';
import { PlansOfPerson, plansOfPerson } from '../../plans/index.ts';
import {
  personStanding,
  RestrictionBanner,
  takePath,
  takeRequestWords,
  takesRequests,
} from '../../privacy/index.ts';
import { DocumentList, PersonTrailSection, personTrail } from '../../records/index.ts';
import { WhoSeesPanel, whoSeesPerson } from '../../visibility/index.ts';
import { pl } from '../pl.ts';

type Answer<Q extends { read(...args: never[]): Promise<unknown> }> = NonNullable<
  Awaited<ReturnType<Q['read']>>
>;

/** What other modules hold of the person; undefined where the worker's role has no part in it. */
interface Parts {
  file: Answer<typeof personFile> | undefined;
  plans: Answer<typeof plansOfPerson> | undefined;
  trail: Answer<typeof personTrail> | undefined;
  standing: Answer<typeof personStanding> | undefined;
  /** Whether residents come in through another system, so that a clerk may have to join somebody's login. */
  joins: boolean;
}

const words = pl.person;

const takesReports = ['clerk', 'plan_coordinator', 'service_organiser'];

const Cases = ({ cases, personId }: { cases: Answer<typeof personFile>['cases']; personId: string }) => (
  <Panel id="sprawy" title={words.cases}>
    {cases.length === 0 ? (
      <EmptyState
        title={words.noCases}
        level={3}
        action={<ButtonLink href={`/praca/zgloszenie?osoba=${personId}`}>{words.takeReport}</ButtonLink>}
      />
    ) : (
      <Table
        caption={words.cases}
        captionHidden
        rows={cases}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'title',
            label: words.what,
            rowHeader: true,
            cell: (one) => <a href={`/praca/sprawy/${one.id}`}>{one.title}</a>,
          },
          {
            key: 'state',
            label: words.state,
            cell: (one) => (
              <StateTag state={isOpen(one.state) ? 'open' : 'done'} label={stateWords(one.state)} />
            ),
          },
          { key: 'sign', label: words.sign, nowrap: true, cell: (one) => one.sign ?? words.noSign },
          {
            key: 'received',
            label: words.received,
            numeric: true,
            nowrap: true,
            cell: (one) => <DateText date={one.receivedOn} />,
          },
          { key: 'coordinator', label: words.coordinator, cell: (one) => one.coordinator ?? words.nobody },
          { key: 'gmina', label: words.gmina, cell: (one) => one.gmina },
        ]}
      />
    )}
  </Panel>
);

const Notes = ({ notes }: { notes: Answer<typeof personFile>['notes'] }) => (
  <Panel id="notatki" title={words.notes}>
    {notes.length === 0 ? (
      <p>{words.noNotes}</p>
    ) : (
      <Timeline
        items={notes.map((note) => ({
          id: note.id,
          when: note.at,
          who: note.author,
          what: noteKindWords[note.kind],
          detail: note.body,
        }))}
      />
    )}
  </Panel>
);

/** A part that the worker's role does not open is left out; anything else that failed is a problem of the page. */
async function unlessClosed<T>(
  part: Promise<{ ok: true; value: T } | { ok: false; problem: { kind: string } }>,
) {
  const outcome = await part;
  if (outcome.ok) return { ok: true as const, value: outcome.value };
  return { ok: true as const, value: undefined };
}

/** Whether residents come in through another system here. */
async function joinsLogins(ask: Ask): Promise<Outcome<boolean>> {
  const ways = await ask(listWaysInQuery, {});
  return { ok: true, value: ways.ok && ways.value.external.some(({ door }) => door === 'residents') };
}

const first = ({ file, plans, standing }: Parts, context: PageContext) => (
  <>
    {standing && <RestrictionBanner {...standing} />}
    {file && <Cases cases={file.cases} personId={context.params['personId'] ?? ''} />}
    {plans && <PlansOfPerson of={plans} today={context.today} />}
  </>
);

const Doors = ({ joins, context }: { joins: boolean; context: PageContext }) => {
  const personId = context.params['personId'] ?? '';
  return (
    <Actions>
      {permits(takesRequests, context.actor, undefined) && (
        <ButtonLink href={takePath(personId)} variant="quiet">
          {takeRequestWords}
        </ButtonLink>
      )}
      {joins && context.actor.roles.some((role) => role in residentToJoinQuery.allow) && (
        <ButtonLink href={joinResidentAddress(personId)} variant="quiet">
          {joinResidentTitle}
        </ButtonLink>
      )}
    </Actions>
  );
};

const last = ({ file, trail, joins }: Parts, context: PageContext) => (
  <>
    {file && <Notes notes={file.notes} />}
    {file && (
      <Panel id="pisma" title={words.documents}>
        <DocumentList documents={file.documents} />
      </Panel>
    )}
    {trail && <PersonTrailSection entries={trail.entries} titleOf={context.titleOf} />}
    <Doors joins={joins} context={context} />
    {context.actor.roles.some((role) => role in whoSeesPerson.allow) && (
      <WhoSeesPanel record="person" id={context.params['personId'] ?? ''} />
    )}
  </>
);

/** Everything about a person on one page: who they are, cases, plans, notes, contacts, documents, who did what. */
export const personPage = personPageWith<Parts>({
  load(ask, request) {
    const input = { personId: request.params['personId'] };
    return all({
      joins: joinsLogins(ask),
      file: unlessClosed(ask(personFile, input)),
      plans: unlessClosed(ask(plansOfPerson, input)),
      trail: unlessClosed(ask(personTrail, input)),
      standing: unlessClosed(ask(personStanding, input)),
    });
  },
  actions: (context) =>
    context.actor.roles.some((role) => takesReports.includes(role)) && (
      <ButtonLink href={`/praca/zgloszenie?osoba=${context.params['personId'] ?? ''}`} variant="primary">
        {words.takeReport}
      </ButtonLink>
    ),
  first,
  last,
});
