import { addressIn } from '../../../lang.ts';
import type { Role } from '../../../platform/actor.ts';
import {
  all,
  form,
  formOf,
  type Next,
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
  ButtonLink,
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
import { signInByPasskey } from '../commands/passkeys.ts';
import { type Entered, signIn, signInAsPersona } from '../commands/sign-in.ts';
import { signOut } from '../commands/sign-out.ts';
import type { Persona } from '../db/personas.ts';
import { deviceOf } from '../domain/device.ts';
import { doorPaths } from '../domain/provider.ts';
import { landing, returnQuery } from '../domain/return-address.ts';
import { pl } from '../pl.ts';
import type { WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { listPersonasQuery } from '../queries/list-personas.ts';
import { listWaysInQuery, type WaysIn } from '../queries/ways-in.ts';
import { passkeyScript } from '../scripts.ts';
import { recoveredQuery } from './own-forms.tsx';
import { challengeHop, PasskeyBox } from './passkey-box.tsx';

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

/** The door that asks for nothing to remember: shown by the script, where the browser has passkeys. */
const PasskeyForm = ({
  at,
  context,
  action,
  words,
}: {
  at: string;
  context: PageContext;
  action: string;
  words: Words;
}) => (
  <PasskeyBox at={at} options={`${context.centre.home}/logowanie/klucz`} failed={words.passkeyFailed}>
    <Form
      id="wejscie-kluczem"
      action={action}
      {...formOf(context, signInByPasskey)}
      hidden={{ response: '' }}
      label={words.passkey}
    >
      <p class="hint">{words.passkeyLead}</p>
      <Actions>
        <Button>{words.passkey}</Button>
      </Actions>
    </Form>
  </PasskeyBox>
);

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
      autoComplete="one-time-code"
      width="m"
      value=""
      optional
    />
    <Actions>
      <Button variant={demo ? 'secondary' : 'primary'}>{words.submit}</Button>
    </Actions>
    <p>{words.help}</p>
  </Form>
);

/** What went wrong at another system; it is told here, where the other doors are. */
const troubleOf = (what: string | undefined, words: Words): string | undefined =>
  new Map([
    ['niedostepne', words.externalDown],
    ['odmowa', words.externalRefused],
  ]).get(what ?? '');

/** Doors that other systems open, where the centre has switched them on. */
const ExternalDoors = ({
  ways,
  home,
  back,
  words,
}: {
  ways: WaysIn;
  home: string;
  back: string;
  words: Words;
}) =>
  ways.external.length === 0 ? null : (
    <Actions>
      {ways.external.map(({ door, label }) => (
        <ButtonLink key={door} href={`${home}/logowanie/zewnetrzne/${doorPaths[door]}${back}`}>
          {words.external(label)}
        </ButtonLink>
      ))}
    </Actions>
  );

function view({ personas, ways }: { personas: Persona[]; ways: WaysIn }, context: PageContext): View {
  const { centre, query, lang } = context;
  const words = webWordsOf(lang);
  const back = returnQuery(query['powrot']);
  const action = `${centre.home}/logowanie${back}`;
  const demo = personas.length > 0;
  const trouble = troubleOf(query['inny-system'], words);
  const password = (
    <Stack>
      <ExternalDoors ways={ways} home={centre.home} back={back} words={words} />
      <PasswordForm context={context} action={action} demo={demo} words={words} />
      {ways.passkeysAt !== null && (
        <PasskeyForm
          at={ways.passkeysAt}
          context={context}
          action={`${centre.home}/logowanie/klucz${back}`}
          words={words}
        />
      )}
    </Stack>
  );
  return {
    title: demo ? words.titleDemo : words.title,
    lead: demo ? words.leadDemo : words.lead,
    width: demo ? 'wide' : 'narrow',
    scripts: [passkeyScript.url],
    trail: [{ href: addressIn(lang, `/logowanie?wybor=1${back.replace('?', '&')}`), label: words.back }],
    body: (
      <Stack>
        {back && !context.form.problem && <Notice kind="info">{words.expired}</Notice>}
        {trouble && <Notice kind="warning">{trouble}</Notice>}
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
  load: (ask) => all({ personas: ask(listPersonasQuery, {}), ways: ask(listWaysInQuery, {}) }),
  view,
});

/** One answer to every try that failed, whatever it failed by. */
const failed: Problem = {
  kind: 'invalid',
  code: 'access.sign-in-failed',
  words: pl.signIn.failed,
  fields: { '': pl.signIn.failed },
};

const passkeyFailed: Problem = {
  kind: 'invalid',
  code: 'access.sign-in-failed',
  words: pl.signIn.passkeyFailed,
  fields: { '': pl.signIn.passkeyFailed },
};

/** Whoever came in with a recovery code has lost the phone: the way to a new one comes before everything else. */
const afterRecovery = ({ resident }: Entered, { centre }: PageRequest): string =>
  `${resident ? `${centre.home}/moje/wejscie` : '/praca/konto'}${recoveredQuery}`;

/** Where a try led: to the page that was wanted, or back with the one answer of this door. */
const inside = (result: Entered, request: PageRequest, problem: Problem): Next =>
  result.token === null
    ? { problem }
    : {
        location: result.recovered
          ? afterRecovery(result, request)
          : landing(request.query['powrot'], ownPage(result, request)),
        session: result.token,
        keep: null,
      };

export const signInForm = form({
  door: 'public',
  path: '/:centre/logowanie',
  command: signIn,
  page: signInPage,
  input: (values, request) => ({ ...values, device: deviceOf(request.agent) }),
  next: (result, request) => inside(result, request, failed),
});

export const passkeyForm = form({
  door: 'public',
  path: '/:centre/logowanie/klucz',
  command: signInByPasskey,
  page: signInPage,
  input: (values, request) => ({
    ...values,
    kept: request.kept ?? '',
    device: deviceOf(request.agent),
  }),
  next: (result, request) => inside(result, request, passkeyFailed),
});

export const passkeyHop = challengeHop('public', '/:centre/logowanie/klucz', 'enter');

export const personaForm = form({
  door: 'public',
  path: '/:centre/logowanie/osoba',
  command: signInAsPersona,
  page: signInPage,
  input: (values, request) => ({ ...values, device: deviceOf(request.agent) }),
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
