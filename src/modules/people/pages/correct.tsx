import type { FormValues } from '../../../platform/http/form-data.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Form,
  Notice,
  Panel,
  Radios,
  shortDate,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { permits } from '../../../platform/actor.ts';
import { correctPerson } from '../commands/correct.ts';
import { recordDeath, withdrawDeath } from '../commands/death.ts';
import { askers } from '../domain/corrections.ts';
import { nameOf } from '../domain/names.ts';
import { factNames } from '../domain/person.ts';
import { shieldsPeople } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import type { PersonView } from '../queries/view-person.ts';
import { askToWrite } from './parts.tsx';
import { personPath } from './paths.ts';
import { PersonFields } from './person-form.tsx';

const words = pl.correct;

/** The facts as the form shows them; a hidden address stays empty. Birth date and sex that the PESEL tells stay empty too. */
function valuesOf(person: PersonView): FormValues {
  const told = person.pesel !== null && person.overrideReason === null;
  const facts: Record<string, unknown> = {
    ...person,
    ...person.address,
    gmina: person.gmina.teryt,
    ...(told ? { birthDate: null, sex: null } : {}),
  };
  return Object.fromEntries(
    factNames.flatMap((name) => (typeof facts[name] === 'string' ? [[name, facts[name]]] : [])),
  );
}

const trailTo = (person: PersonView) => [
  { href: '/praca/osoby', label: pl.search.title },
  { href: personPath(person.id), label: nameOf(person) },
];

function correctView(person: PersonView, context: PageContext): View {
  const state = formOf(context, correctPerson, valuesOf(person));
  const path = personPath(person.id);
  return {
    title: pl.tab,
    heading: words.title(nameOf(person)),
    lead: words.lead,
    current: pl.nav,
    trail: trailTo(person),
    body: (
      <Stack>
        <Form action={`${path}/popraw`} {...state} version={person.version}>
          {person.shielded && (
            <Notice kind="warning" title={pl.identity.addressHidden}>
              {words.addressHidden}
            </Notice>
          )}
          <PersonFields state={state} centre={context.centre} />
          <Radios
            name="why"
            label={words.why}
            choices={[
              { value: 'mistake', label: words.whyMistake, hint: words.whyMistakeHint },
              { value: 'change', label: words.whyChange, hint: words.whyChangeHint },
            ]}
          />
          <Radios
            name="askedBy"
            label={words.askedBy}
            choices={askers.map((one) => ({ value: one, label: words.askers[one] }))}
            inline
            optional
          />
          <TextInput
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            width="l"
            maxLength={300}
            optional
          />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
            <ButtonLink href={path} variant="quiet">
              {nameOf(person)}
            </ButtonLink>
          </Actions>
        </Form>
        <Panel id="inne" title={words.other} tone="plain">
          <Actions>
            <ButtonLink href={`${path}/zgon`}>{words.death}</ButtonLink>
            {permits(shieldsPeople, context.actor, undefined) && (
              <ButtonLink href={`${path}/ochrona`}>{words.protection}</ButtonLink>
            )}
          </Actions>
        </Panel>
      </Stack>
    ),
  };
}

export const correctPage = page({
  door: 'staff',
  path: '/praca/osoby/:personId/popraw',
  load: askToWrite,
  view: correctView,
});

function deathView(person: PersonView, context: PageContext): View {
  const path = `${personPath(person.id)}/zgon`;
  return {
    title: pl.tab,
    heading: pl.death.title(nameOf(person)),
    lead: pl.death.lead,
    width: 'narrow',
    current: pl.nav,
    trail: trailTo(person),
    body:
      person.deceasedOn === null ? (
        <Form action={path} {...formOf(context, recordDeath)} version={person.version}>
          <DateInput name="deceasedOn" label={pl.death.deceasedOn} />
          <TextInput
            name="source"
            label={pl.death.source}
            hint={pl.death.sourceHint}
            width="l"
            maxLength={200}
          />
          <Actions>
            <Button variant="primary">{pl.death.submit}</Button>
          </Actions>
        </Form>
      ) : (
        <Stack>
          <Notice kind="info">{pl.identity.deceased(shortDate(person.deceasedOn))}</Notice>
          <Panel id="pomylka" title={pl.death.withdrawTitle} tone="plain">
            <p>{pl.death.withdrawLead}</p>
            <Form action={`${path}/cofnij`} {...formOf(context, withdrawDeath)} version={person.version}>
              <TextInput name="reason" label={pl.death.reason} width="l" maxLength={300} />
              <Actions>
                <Button variant="danger">{pl.death.withdraw}</Button>
              </Actions>
            </Form>
          </Panel>
        </Stack>
      ),
  };
}

export const deathPage = page({
  door: 'staff',
  path: '/praca/osoby/:personId/zgon',
  load: askToWrite,
  view: deathView,
});

const next = ({ personId }: { personId: string }): string => personPath(personId);

export const correctForms = [
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/popraw',
    command: correctPerson,
    page: correctPage,
    next,
  }),
  form({ door: 'staff', path: '/praca/osoby/:personId/zgon', command: recordDeath, page: deathPage, next }),
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/zgon/cofnij',
    command: withdrawDeath,
    page: deathPage,
    next,
  }),
];
