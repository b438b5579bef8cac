import { addressIn } from '../../../lang.ts';
import type { Role } from '../../../platform/actor.ts';
import {
  all,
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { Problem } from '../../../platform/runner/outcome.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  CardList,
  Disclosure,
  Form,
  Notice,
  Panel,
  Prose,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { signIn, signInAsPersona } from '../commands/sign-in.ts';
import { signOut } from '../commands/sign-out.ts';
import type { Persona } from '../db/personas.ts';
import { landing, returnQuery } from '../domain/return-address.ts';
import { pl } from '../pl.ts';
import type { WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { listPersonasQuery } from '../queries/list-personas.ts';

type Words = WebWords;

/** The first page of whoever has just come in: a resident's own cases, anybody else's work. */
const ownPage = (result: { resident: boolean }, { centre }: PageRequest): string =>
  result.resident ? `${centre.home}/moje` : '/praca';

/** Who takes the case on from the front desk: the first of each. */
const onward: readonly Role[] = ['plan_coordinator', 'director', 'service_organiser'];
const outside: readonly Role[] = ['resident', 'provider', 'feeder', 'region'];

const holds =
  (role: Role) =>
  (persona: Persona): boolean =>
    persona.roles.includes(role);

interface Groups {
  first: Persona | undefined;
  case: Persona[];
  centre: Persona[];
  outside: Persona[];
}

/** Personas as a newcomer needs them: one to begin with, those who go on with the case, others, and those outside. */
function grouped(personas: readonly Persona[]): Groups {
  const first = personas.find(holds('clerk')) ?? personas[0];
  const others = personas.filter((one) => one !== first);
  // A centre without a front desk has no case to go on with: it only plans.
  const next = first && holds('clerk')(first) ? onward.flatMap((role) => others.find(holds(role)) ?? []) : [];
  const away = outside.flatMap((role) => others.filter(holds(role)));
  return {
    first,
    case: next,
    centre: others.filter((one) => !next.includes(one) && !away.includes(one)),
    outside: away,
  };
}

interface Door {
  action: string;
  once: string;
  words: Words;
}

const Enter = ({ persona, door, first }: { persona: Persona; door: Door; first?: boolean }) => (
  <ActionForm
    action={door.action}
    label={first ? door.words.enterAs(persona.name) : door.words.enter}
    {...(first ? { variant: 'primary' as const } : { about: persona.name, small: true })}
    hidden={{ accountId: persona.id }}
    once={door.once}
  />
);

const Personas = ({ personas, door }: { personas: readonly Persona[]; door: Door }) => {
  const { first, ...groups } = grouped(personas);
  const { words } = door;
  return (
    <>
      {first && (
        <Panel id="start" title={words.start}>
          <Prose>
            <p>
              <strong>
                {first.name}, {first.position}.
              </strong>{' '}
              {first.persona}
            </p>
          </Prose>
          <Actions>
            <Enter persona={first} door={door} first />
          </Actions>
        </Panel>
      )}
      {(['case', 'centre', 'outside'] as const).map((key) =>
        groups[key].length === 0 ? null : (
          <Panel key={key} id={key} title={words.groups[key]} tone="plain">
            <CardList>
              {groups[key].map((one) => (
                <Card
                  key={one.id}
                  title={one.name}
                  meta={one.position}
                  footer={<Enter persona={one} door={door} />}
                >
                  <p>{one.persona}</p>
                </Card>
              ))}
            </CardList>
          </Panel>
        ),
      )}
    </>
  );
};

const PasswordForm = ({
  context,
  action,
  demo,
  words,
}: {
  context: PageContext;
  action: string;
  demo: boolean;
  words: Words;
}) => (
  <Form action={action} {...formOf(context, signIn)} label={words.title}>
    <TextInput name="login" label={words.login} autoComplete="username" width="m" spellCheck={false} />
    <TextInput
      name="password"
      type="password"
      label={words.password}
      autoComplete="current-password"
      width="m"
    />
    <TextInput
      name="code"
      label={words.code}
      hint={words.codeHint}
      inputMode="numeric"
      autoComplete="one-time-code"
      width="s"
      value=""
    />
    <Actions>
      <Button variant={demo ? 'secondary' : 'primary'}>{words.submit}</Button>
    </Actions>
    <p>{words.help}</p>
  </Form>
);

function view({ personas }: { personas: Persona[] }, context: PageContext): View {
  const { centre, query, lang } = context;
  const words = webWordsOf(lang);
  const back = returnQuery(query['powrot']);
  const action = `${centre.home}/logowanie${back}`;
  const demo = personas.length > 0;
  const password = <PasswordForm context={context} action={action} demo={demo} words={words} />;
  return {
    title: demo ? words.titleDemo : words.title,
    lead: demo ? words.leadDemo : words.lead,
    width: demo ? 'wide' : 'narrow',
    trail: [{ href: addressIn(lang, `/logowanie?wybor=1${back.replace('?', '&')}`), label: words.back }],
    body: (
      <Stack>
        {back && !context.form.problem && <Notice kind="info">{words.expired}</Notice>}
        {demo ? (
          <>
            <Personas
              personas={personas}
              door={{ action: `${centre.home}/logowanie/osoba${back}`, once: context.form.once, words }}
            />
            <Disclosure summary={words.own} open={context.form.problem !== undefined}>
              {password}
            </Disclosure>
          </>
        ) : (
          password
        )}
      </Stack>
    ),
  };
}

export const signInPage = page({
  door: 'public',
  path: '/:centre/logowanie',
  load: (ask) => all({ personas: ask(listPersonasQuery, {}) }),
  view,
});

/** One answer to every try that failed, whatever it failed by. */
const failed: Problem = {
  kind: 'invalid',
  code: 'access.sign-in-failed',
  words: pl.signIn.failed,
  fields: { '': pl.signIn.failed },
};

export const signInForm = form({
  door: 'public',
  path: '/:centre/logowanie',
  command: signIn,
  page: signInPage,
  next: (result, request) =>
    result.token === null
      ? { problem: failed }
      : {
          location: landing(request.query['powrot'], ownPage(result, request)),
          session: result.token,
        },
});

export const personaForm = form({
  door: 'public',
  path: '/:centre/logowanie/osoba',
  command: signInAsPersona,
  page: signInPage,
  next: (result, request) => ({
    location: landing(request.query['powrot'], ownPage(result, request)),
    session: result.token,
  }),
});

export const signOutForm = form({
  door: 'staff',
  path: '/wyloguj',
  command: signOut,
  page: signInPage,
  // The next one at the same window enters the same centre; a resident has nothing to do at the staff door.
  next: (_result, { actor, centre }) => ({
    location: actor.roles.includes('resident') ? centre.home : `${centre.home}/logowanie`,
    session: null,
  }),
});
