import type { Db } from '../../../platform/database/tenant.ts';
import {
  form,
  formOf,
  hop,
  type HopTools,
  page,
  type PageRequest,
  type Route,
  type View,
} from '../../../platform/http/route.ts';
import type { Outcome, Problem } from '../../../platform/runner/outcome.ts';
import type { Safe } from '../../../platform/vault/stores.ts';
import { Actions, Button, ButtonLink, Form, Panel, Prose, Stack, TextInput } from '../../../ui/index.ts';
import { signInExternally } from '../commands/sign-in-externally.ts';
import type { Provider } from '../db/providers.ts';
import { deviceOf } from '../domain/device.ts';
import { landing } from '../domain/return-address.ts';
import { openJourney, sealAssertion, sealJourney } from '../external/kept.ts';
import { type Claims, comeBack, leaveFor, ProviderDown } from '../external/oidc.ts';
import { spokenOf } from '../external/spoken.ts';
import { pl } from '../pl.ts';
import { waitingIdentityQuery } from '../queries/external.ts';
import { webWordsOf } from '../web-words.ts';

/** The resident whom a PESEL names exactly; undefined: nobody of this centre. */
export type PersonByPesel = (db: Db, safe: Safe, pesel: string) => Promise<string | undefined>;

const to = (location: string, more: { keep?: string | null; session?: string } = {}) => ({
  ok: true as const,
  value: { location, ...more },
});

/** The sign-in page says what went wrong there; the doors with a password stay open. */
const backTo = (home: string, what: 'niedostepne' | 'odmowa') =>
  to(`${home}/logowanie?inny-system=${what}`, { keep: null });

const missing: Problem = { kind: 'not_found', code: 'access.no-provider', words: pl.refusals.noProvider };

/** What another system answers, or undefined when it does not. */
async function unlessDown<T>(asked: Promise<T>): Promise<T | 'down'> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProviderDown) return 'down';
    throw error;
  }
}

const leave = hop({
  door: 'public',
  path: '/:centre/logowanie/zewnetrzne/:drzwi',
  async go(tools, request) {
    const { centre, now, query } = request;
    const found = await spokenOf(tools, request);
    if (!found) return { ok: false, problem: missing };
    const left = await unlessDown(leaveFor(found.spoken));
    if (left === 'down') return backTo(centre.home, 'niedostepne');
    const { vault, centreId } = tools.safe;
    const journey = {
      ...left.journey,
      door: found.provider.door,
      back: query['powrot'] ?? '',
      home: centre.home,
    };
    return to(left.url, { keep: sealJourney(vault, centreId, journey, now) });
  },
});

/** Who came back becomes a statement of our own server, and the statement a session, or a page that joins the two. */
async function enterAs(
  tools: HopTools,
  request: PageRequest,
  { claims, provider, personByPesel }: { claims: Claims; provider: Provider; personByPesel: PersonByPesel },
  journey: { state: string; back: string; home: string },
): Promise<Outcome<ReturnType<typeof to>['value']>> {
  const { db, safe, run } = tools;
  const { pesel, issuer, subject } = claims;
  const personId =
    provider.matchPerson && pesel !== undefined ? await personByPesel(db, safe, pesel) : undefined;
  const assertion = {
    id: journey.state,
    door: provider.door,
    issuer,
    subject,
    personId: personId ?? null,
    code: null,
  };
  const kept = sealAssertion(safe.vault, safe.centreId, assertion, request.now);
  const entered = await run(signInExternally, { kept, code: '', device: deviceOf(request.agent) });
  if (!entered.ok) return entered;
  const { token, resident, kept: waiting } = entered.value;
  if (token !== null) {
    const own = resident ? `${journey.home}/moje` : '/praca';
    return to(landing(journey.back || undefined, own), { keep: null, session: token });
  }
  return waiting === null
    ? backTo(journey.home, 'odmowa')
    : to(`${journey.home}/logowanie/polacz`, { keep: waiting });
}

const returning = (personByPesel: PersonByPesel) =>
  hop({
    door: 'public',
    path: '/:centre/logowanie/zewnetrzne/:drzwi/powrot',
    async go(tools, request) {
      const { vault, centreId } = tools.safe;
      const found = await spokenOf(tools, request);
      if (!found) return { ok: false, problem: missing };
      const journey = openJourney(vault, centreId, request.kept ?? '', request.now);
      // Without the journey of this very browser somebody else may have begun it.
      if (!journey || journey.door !== found.provider.door) return backTo(request.centre.home, 'odmowa');
      const claims = await unlessDown(comeBack(found.spoken, journey, request.query));
      if (claims === 'down') return backTo(journey.home, 'niedostepne');
      if (!claims) return backTo(journey.home, 'odmowa');
      return await enterAs(tools, request, { claims, provider: found.provider, personByPesel }, journey);
    },
  });

const joinPage = page({
  door: 'public',
  path: '/:centre/logowanie/polacz',
  load: (ask, { kept }) => ask(waitingIdentityQuery, { kept: kept ?? '' }),
  view({ waiting }, context): View {
    const words = webWordsOf(context.lang).join;
    const { home } = context.centre;
    const back = <ButtonLink href={`${home}/logowanie`}>{words.back}</ButtonLink>;
    // Nobody has come back in this browser, or too long ago: from the beginning.
    if (!waiting)
      return {
        title: words.title,
        lead: webWordsOf(context.lang).externalRefused,
        width: 'narrow',
        body: <Actions>{back}</Actions>,
      };
    const { label, code, door } = waiting;
    if (door === 'residents')
      return {
        title: words.showTitle,
        lead: words.showLead(label),
        width: 'narrow',
        body: (
          <Stack>
            <Panel id="kod" title={words.yourCode}>
              <Prose>
                <p>
                  <strong class="secret">{code}</strong>
                </p>
                <p>{words.showHow}</p>
              </Prose>
            </Panel>
            <Actions>{back}</Actions>
          </Stack>
        ),
      };
    return {
      title: words.title,
      lead: words.lead(label),
      width: 'narrow',
      body: (
        <Form action={`${home}/logowanie/polacz`} {...formOf(context, signInExternally)}>
          <TextInput name="code" label={words.code} hint={words.codeHint} autoComplete="off" width="m" />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
            {back}
          </Actions>
        </Form>
      ),
    };
  },
});

const wrongCode: Problem = {
  kind: 'invalid',
  code: 'access.code-unknown',
  words: pl.signIn.join.wrong,
  fields: { code: pl.signIn.join.wrong },
};

const joinForm = form({
  door: 'public',
  path: '/:centre/logowanie/polacz',
  command: signInExternally,
  page: joinPage,
  input: (values, request) => ({
    ...values,
    kept: request.kept ?? '',
    device: deviceOf(request.agent),
  }),
  next: (result, { centre }) =>
    result.token === null
      ? { problem: wrongCode }
      : {
          location: result.resident ? `${centre.home}/moje` : '/praca',
          session: result.token,
          keep: null,
        },
});

/** Sign-in through another system: there, back, and the page that joins who came back with an account. */
export const externalRoutes = (personByPesel: PersonByPesel): Route[] => [
  leave,
  returning(personByPesel),
  joinPage,
  joinForm,
];
