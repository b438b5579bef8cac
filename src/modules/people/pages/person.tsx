import type { ComponentChildren } from 'preact';
import { permits } from '../../../platform/actor.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  type Ask,
  page,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import { ButtonLink, Columns, EmptyState, Notice, Stack } from '../../../ui/index.ts';
import { nameOf } from '../domain/names.ts';
import { shieldsPeople, writesPerson } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { type PersonView, viewPerson } from '../queries/view-person.ts';
import { necessityPath, peoplePath, personOf, personPath } from './paths.ts';
import {
  ContactSection,
  EarlierDataSection,
  HouseholdSection,
  PersonIdentity,
  PersonMarks,
  RelationsSection,
} from './sections.tsx';

const trail = [{ href: peoplePath, label: pl.search.title }];

/** What a coordinator sees of somebody whose case they do not run: why not, and the way in by necessity. */
const notYours = (context: PageContext): View => ({
  title: pl.person.notYours,
  width: 'narrow',
  current: pl.nav,
  trail,
  body: (
    <EmptyState
      title={pl.person.closed}
      action={<ButtonLink href={necessityPath(personOf(context))}>{pl.person.necessity}</ButtonLink>}
    >
      {pl.person.notYoursWhy}
    </EmptyState>
  ),
});

/** What other modules add to the page of a person: their parts are loaded only when the person may be seen. */
export interface PersonPageMore<More> {
  load(ask: Ask, request: PageRequest): Promise<Outcome<More>>;
  /** Beside the title: what is done most often with this person. */
  actions(context: PageContext): ComponentChildren;
  /** First in the main column: what brings the person here. */
  first(more: More, context: PageContext): ComponentChildren;
  /** Last in the main column. */
  last(more: More, context: PageContext): ComponentChildren;
}

interface Loaded<More> {
  person: PersonView | undefined;
  more: More | undefined;
}

function view<More>({ person, more }: Loaded<More>, context: PageContext, extra: PersonPageMore<More>): View {
  if (person === undefined || more === undefined) return notYours(context);
  const { today } = context;
  const editable = permits(writesPerson, context.actor, person);
  return {
    title: pl.tab,
    heading: nameOf(person),
    current: pl.nav,
    trail,
    aside: (
      <>
        <PersonMarks person={person} />
        {permits(shieldsPeople, context.actor, undefined) && (
          <ButtonLink href={`${personPath(person.id)}/ochrona`}>{pl.correct.protection}</ButtonLink>
        )}
        {extra.actions(context)}
      </>
    ),
    body: (
      <Stack>
        {person.reach === 'grant' && <Notice kind="warning">{pl.person.grant}</Notice>}
        <Columns
          main={
            <Stack>
              {extra.first(more, context)}
              <PersonIdentity person={person} today={today} editable={editable} />
              <HouseholdSection person={person} today={today} editable={editable} />
              <RelationsSection person={person} today={today} editable={editable} />
              {extra.last(more, context)}
            </Stack>
          }
          side={
            <Stack>
              <ContactSection person={person} today={today} editable={editable} />
              <EarlierDataSection person={person} today={today} />
            </Stack>
          }
        />
      </Stack>
    ),
  };
}

async function load<More>(
  ask: Ask,
  request: PageRequest,
  extra: PersonPageMore<More>,
): Promise<Outcome<Loaded<More>>> {
  const person = await ask(viewPerson, { personId: personOf(request) });
  if (person.ok) {
    const more = await extra.load(ask, request);
    return more.ok ? { ok: true, value: { person: person.value, more: more.value } } : more;
  }
  // A coordinator may know that the person exists (the search tells), so the page explains; to others it is closed.
  const explains = person.problem.kind === 'forbidden' && request.actor.roles.includes('plan_coordinator');
  return explains ? { ok: true, value: { person: undefined, more: undefined } } : person;
}

/** Everything about a person on one page: their data here, and what the modules above add. */
export const personPageWith = <More,>(extra: PersonPageMore<More>): PageRoute =>
  page({
    door: 'staff',
    path: '/praca/osoby/:personId',
    load: (ask, request) => load(ask, request, extra),
    view: (loaded, context) => view(loaded, context, extra),
  });
