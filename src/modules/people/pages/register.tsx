import { permits } from '../../../platform/actor.ts';
import { nested } from '../../../platform/http/form-data.ts';
import {
  type Ask,
  form,
  formOf,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  Form,
  moment,
  Notice,
  Panel,
  Stack,
} from '../../../ui/index.ts';
import { registerPerson } from '../commands/register.ts';
import { registersPeople } from '../domain/reach.ts';
import { prefillFrom } from '../domain/search-words.ts';
import { nameOf } from '../domain/names.ts';
import { pl } from '../pl.ts';
import { findDuplicates, type ShownDuplicate } from '../queries/find-duplicates.ts';
import { closed } from './parts.tsx';
import { newPersonPath, peoplePath, personPath, returnTo } from './paths.ts';
import { PersonFields } from './person-form.tsx';

const words = pl.register;

const Duplicates = ({ duplicates }: { duplicates: readonly ShownDuplicate[] }) => (
  <Panel id="podobni" title={words.duplicatesTitle}>
    <p>{words.duplicates}</p>
    <Checkboxes
      name="differentFrom"
      label={words.duplicatesTitle}
      labelHidden
      choices={duplicates.map((one) => ({
        value: one.personId,
        label: words.different(
          [nameOf(one), ...(one.birthYear === null ? [] : [words.born(one.birthYear)])].join(', '),
        ),
        hint: (
          <>
            {one.reasons.map((reason) => words.reasons[reason]).join(', ')}.{' '}
            <a href={personPath(one.personId)} target="_blank" rel="noopener">
              {words.thisOne}
            </a>
          </>
        ),
      }))}
    />
  </Panel>
);

const Draft = ({ savedAt }: { savedAt: string }) => (
  <Notice
    kind="info"
    action={
      <ButtonLink href={`${newPersonPath}?pusta=1`} small>
        {words.draftDrop}
      </ButtonLink>
    }
  >
    {words.draft(moment(savedAt))}
  </Notice>
);

function view(duplicates: readonly ShownDuplicate[], context: PageContext): View {
  const { query } = context;
  const blank = query['pusta'] !== undefined;
  const { draftSavedAt } = context.form;
  // A draft of somebody else must not mix with what the search has just filled in.
  const fresh = blank || query['q'] !== undefined;
  const state = formOf(
    fresh && context.form.command === undefined
      ? { ...context, form: { ...context.form, values: {} } }
      : context,
    registerPerson,
    {
      language: 'pl',
      ...prefillFrom(query['q'] ?? ''),
    },
  );
  const back = query['powrot'];
  return {
    title: words.title,
    lead: words.lead,
    current: pl.nav,
    trail: [{ href: peoplePath, label: pl.search.title }],
    body: (
      <Stack>
        {draftSavedAt && !fresh && <Draft savedAt={draftSavedAt} />}
        <Form
          action={back === undefined ? newPersonPath : `${newPersonPath}?powrot=${encodeURIComponent(back)}`}
          {...state}
        >
          {duplicates.length > 0 && <Duplicates duplicates={duplicates} />}
          <PersonFields state={state} centre={context.centre} />
          <Actions>
            <Button variant="primary">{duplicates.length > 0 ? words.submitDifferent : words.submit}</Button>
            <ButtonLink href={peoplePath} variant="quiet">
              {words.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Stack>
    ),
  };
}

/** Shown again by a likely duplicate, the page looks up who it was: the refusal itself names nobody. */
async function show(ask: Ask, _request: PageRequest, context: PageContext) {
  if (!permits(registersPeople, context.actor, undefined)) return { ok: false, problem: closed } as const;
  const { problem, values } = context.form;
  const duplicates =
    problem?.code === 'people.likely-duplicate'
      ? await ask(findDuplicates, nested(values))
      : ({ ok: true, value: [] } as const);
  return duplicates.ok ? ({ ok: true, value: view(duplicates.value, context) } as const) : duplicates;
}

export const registerPage: PageRoute = {
  kind: 'page',
  door: 'staff',
  path: newPersonPath,
  draft: () => registerPerson.name,
  show,
};

export const registerForm = form({
  door: 'staff',
  path: newPersonPath,
  command: registerPerson,
  page: registerPage,
  next: ({ personId }, request) => returnTo(request.query['powrot'], personId) ?? personPath(personId),
});
