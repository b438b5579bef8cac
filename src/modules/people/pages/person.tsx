import { permits } from '../../../platform/actor.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  type Ask,
  page,
  type PageContext,
  type PageRequest,
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
      title={pl.person.notYours}
      action={<ButtonLink href={necessityPath(personOf(context))}>{pl.person.necessity}</ButtonLink>}
    >
      {pl.person.notYoursWhy}
    </EmptyState>
  ),
});

function view(person: PersonView | undefined, context: PageContext): View {
  if (person === undefined) return notYours(context);
  const { today } = context;
  const editable = permits(writesPerson, context.actor, person);
  return {
    title: nameOf(person),
    current: pl.nav,
    trail,
    aside: (
      <>
        <PersonMarks person={person} />
        {permits(shieldsPeople, context.actor, undefined) && (
          <ButtonLink href={`${personPath(person.id)}/ochrona`}>{pl.correct.protection}</ButtonLink>
        )}
      </>
    ),
    body: (
      <Stack>
        {person.reach === 'grant' && <Notice kind="warning">{pl.person.grant}</Notice>}
        <Columns
          main={
            <Stack>
              <PersonIdentity person={person} today={today} editable={editable} />
              <HouseholdSection person={person} today={today} editable={editable} />
              <RelationsSection person={person} today={today} editable={editable} />
            </Stack>
          }
          side={
            <Stack>
              <ContactSection person={person} today={today} />
              <EarlierDataSection person={person} today={today} />
            </Stack>
          }
        />
      </Stack>
    ),
  };
}

async function load(ask: Ask, request: PageRequest): Promise<Outcome<PersonView | undefined>> {
  const person = await ask(viewPerson, { personId: personOf(request) });
  // A coordinator may know that the person exists (the search tells), so the page explains; to others it is closed.
  const explains =
    !person.ok && person.problem.kind === 'forbidden' && request.actor.roles.includes('plan_coordinator');
  return explains ? { ok: true, value: undefined } : person;
}

/** The person's page until desk composes one with cases, plans and history. */
export const personPage = page({ door: 'staff', path: '/praca/osoby/:personId', load, view });
