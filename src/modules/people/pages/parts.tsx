import type { VNode } from 'preact';
import { privateSearchPath, searchedPage } from '../../../platform/http/private-query.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { permits } from '../../../platform/actor.ts';
import { type Ask, formOf, type PageContext, type PageRequest } from '../../../platform/http/route.ts';
import { pl as platformWords } from '../../../platform/pl.ts';
import type { Outcome, Problem } from '../../../platform/runner/outcome.ts';
import { newId } from '../../../platform/ids.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import { Actions, Button, ButtonLink, Form, Tag, TextInput } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { writesPerson } from '../domain/reach.ts';
import type { FoundPerson } from '../queries/search.ts';
import { type PersonView, viewPerson } from '../queries/view-person.ts';
import { personOf } from './paths.ts';

/** A quiet link in the head of a panel. */
export const EditLink = ({ href, label }: { href: string; label: string }): VNode => (
  <ButtonLink href={href} variant="quiet" small>
    {label}
  </ButtonLink>
);

/** A search box of a page: its words are in the address of the results, but nobody reads them there. */
export const SearchForm = (props: {
  id: string;
  label: string;
  hint: string;
  go: string;
  /** The page that shows the results. */
  page: string;
  value: string;
  primary?: boolean;
}): VNode => (
  <Form id={props.id} action={privateSearchPath} hidden={{ [searchedPage]: props.page }} label={props.label}>
    <TextInput
      name="q"
      type="search"
      label={props.label}
      hint={props.hint}
      value={props.value}
      width="full"
      autoComplete="off"
      spellCheck={false}
    />
    <Actions>
      <Button variant={props.primary ? 'primary' : 'secondary'}>{props.go}</Button>
    </Actions>
  </Form>
);

/** What a worker must know before choosing somebody from a list. */
export const Marks = ({ person }: { person: FoundPerson }): VNode => (
  <>
    {person.deceased && <Tag shape="stopped">{pl.search.deceased}</Tag>}{' '}
    {person.shielded && <Tag shape="warning">{pl.search.shielded}</Tag>}{' '}
    {person.livesOutside && <Tag shape="info">{pl.search.outside}</Tag>}
  </>
);

/**
 * State of one of several forms on a page: what came back, if it is the one that was sent; else blank, with a key of
 * its own, so that after going back in the browser a second form is not taken for the first one sent again.
 */
export const oneOfForms = (
  context: PageContext,
  command: AnyCommand,
  sentHere: (values: FormValues) => boolean = () => true,
  initial: FormValues = {},
) =>
  context.form.command === command.name && sentHere(context.form.values)
    ? formOf(context, command, initial)
    : { values: initial, errors: {}, once: newId() };

/** A page whose only purpose is a form is closed to those whose form would be refused. */
export const closed: Problem = {
  kind: 'forbidden',
  code: 'access.forbidden',
  words: platformWords.problems.forbidden,
};

/** The person of a page that writes: closed to those who may only look. */
export async function askToWrite(ask: Ask, request: PageRequest): Promise<Outcome<PersonView>> {
  const person = await ask(viewPerson, { personId: personOf(request) });
  return person.ok && !permits(writesPerson, request.actor, person.value)
    ? { ok: false, problem: closed }
    : person;
}
