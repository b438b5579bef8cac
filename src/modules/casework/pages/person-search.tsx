import type { VNode } from 'preact';
import { privateSearchPath, searchedPage } from '../../../platform/http/private-query.ts';
import { Actions, Button, ButtonLink, Form, Panel, TextInput } from '../../../ui/index.ts';
import type { FoundPerson } from '../../people/index.ts';
import { caseWords } from '../pl-case.ts';

const words = caseWords.report;

export interface PersonResults {
  searched: boolean;
  people: readonly FoundPerson[];
  more: boolean;
}

const Found = ({ person, href }: { person: FoundPerson; href: string }) => (
  <li class="row">
    <span>
      <strong>
        {person.givenName} {person.familyName}
      </strong>
      <span class="description-note">
        {[
          person.birthYear === null ? '' : words.born(person.birthYear),
          person.shielded ? words.shielded : '',
        ]
          .filter((part) => part !== '')
          .join(', ')}
      </span>
    </span>
    <ButtonLink href={href} small about={`${person.givenName} ${person.familyName}`}>
      {words.choose}
    </ButtonLink>
  </li>
);

/** Who was found in the register, each with the way back to the form. */
export const PeopleFound = ({
  results,
  hrefOf,
  registerHref,
}: {
  results: PersonResults;
  hrefOf: (personId: string) => string;
  registerHref: string;
}): VNode => (
  <div role="status" class="stack">
    {results.people.length === 0 ? <p>{words.notFound}</p> : <p>{words.found(results.people.length)}</p>}
    {results.people.length > 0 && (
      <ul class="stack">
        {results.people.map((person) => (
          <Found key={person.personId} person={person} href={hrefOf(person.personId)} />
        ))}
      </ul>
    )}
    {results.more && <p>{words.more}</p>}
    <p>
      <a href={registerHref}>{words.register}</a>
    </p>
  </div>
);

/**
 * The search inside a half-written form: its button keeps the form as a draft first, so that without scripts nothing
 * that was ticked is lost. The page declares `draft` and `sought`.
 */
export const SearchInForm = (): VNode => (
  <>
    <TextInput name="szukaj" label={words.searchField} type="search" width="l" spellCheck={false} optional />
    <Actions>
      <Button small name="_intent" value="search" noValidate>
        {words.searchSubmit}
      </Button>
    </Actions>
  </>
);

/** The register beside a form: search, and the way back with the chosen person. `hrefOf`: where a choice leads. */
export const PersonSearch = ({
  action,
  query,
  results,
  hrefOf,
  registerHref,
}: {
  action: string;
  query: string;
  results: PersonResults | undefined;
  hrefOf: (personId: string) => string;
  registerHref: string;
}): VNode => (
  <Panel id="kartoteka" title={words.search}>
    <Form
      action={privateSearchPath}
      hidden={{ [searchedPage]: action }}
      id="szukanie"
      values={{ szukaj: query }}
      label={words.search}
    >
      <TextInput name="szukaj" label={words.searchField} type="search" width="full" spellCheck={false} />
      <Actions>
        <Button small>{words.searchSubmit}</Button>
      </Actions>
    </Form>
    {results?.searched && <PeopleFound results={results} hrefOf={hrefOf} registerHref={registerHref} />}
  </Panel>
);
