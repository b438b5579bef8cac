import {
  all,
  type CentreInfo,
  form,
  formOf,
  page,
  type PageContext,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  ActionForm,
  Button,
  Card,
  CardList,
  Form,
  Notice,
  Panel,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { signIn, signInAsPersona } from '../commands/sign-in.ts';
import { signOut } from '../commands/sign-out.ts';
import type { Persona } from '../db/personas.ts';
import { pl } from '../pl.ts';
import { listPersonasQuery } from '../queries/list-personas.ts';

const words = pl.signIn;

const Personas = ({
  personas,
  centre,
  once,
}: {
  personas: readonly Persona[];
  centre: CentreInfo;
  once: string;
}) => (
  <Panel id="osoby" title={words.personas}>
    <p>{words.personasLead}</p>
    <CardList>
      {personas.map((one) => (
        <Card
          key={one.id}
          title={one.name}
          meta={one.position}
          footer={
            <ActionForm
              action={`/${centre.slug}/logowanie/osoba`}
              label={words.enterAs(one.name)}
              hidden={{ accountId: one.id }}
              once={once}
              small
            />
          }
        >
          <p>{one.persona}</p>
        </Card>
      ))}
    </CardList>
  </Panel>
);

function view({ personas }: { personas: Persona[] }, context: PageContext): View {
  const { centre } = context;
  return {
    title: `${words.title}: ${centre.name}`,
    lead: words.lead,
    width: 'wide',
    trail: [{ href: '/', label: words.back }],
    body: (
      <Stack>
        {context.query['blad'] && <Notice kind="danger">{words.failed}</Notice>}
        {personas.length > 0 && <Personas personas={personas} centre={centre} once={context.form.once} />}
        <Panel id="konto" title={words.title} tone="plain">
          <Form
            action={`/${centre.slug}/logowanie`}
            {...formOf(context, signIn)}
            values={{ login: context.form.values['login'] ?? '' }}
          >
            <TextInput name="login" label={words.login} autoComplete="username" width="m" />
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
            />
            <Actions>
              <Button variant="primary">{words.submit}</Button>
            </Actions>
          </Form>
        </Panel>
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

/** Where a fresh session lands: the address the person wanted, if it is one of ours. */
export const landing = (wanted: string | undefined): string =>
  wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : '/praca';

export const signInForm = form({
  door: 'public',
  path: '/:centre/logowanie',
  command: signIn,
  page: signInPage,
  next: (result, request) =>
    result.token === null
      ? `/${request.centre.slug}/logowanie?blad=1`
      : { location: landing(request.query['powrot']), session: result.token },
});

export const personaForm = form({
  door: 'public',
  path: '/:centre/logowanie/osoba',
  command: signInAsPersona,
  page: signInPage,
  next: (result, request) => ({ location: landing(request.query['powrot']), session: result.token }),
});

export const signOutForm = form({
  door: 'staff',
  path: '/wyloguj',
  command: signOut,
  page: signInPage,
  next: () => ({ location: '/', session: null }),
});
