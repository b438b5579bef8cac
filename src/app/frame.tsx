import { addressIn, type Lang } from '../lang.ts';
import { privateSearchPath } from '../platform/http/private-query.ts';
import type { PageContext, Place, View } from '../platform/http/route.ts';
import type { Visit } from '../platform/http/parts.ts';
import type { Problem } from '../platform/runner/outcome.ts';
import { ownAccountPath, roleWords, deputyWords } from '../modules/access/index.ts';
import {
  ButtonLink,
  ErrorPage,
  ForbiddenPage,
  html,
  type Message,
  Notice,
  Page,
  type PageProps,
} from '../ui/index.ts';
import { autosaveUrl } from './assets.ts';
import { footerOf, languagesOf, statementOf } from './footer.ts';
import { doneWordsOf, translate } from './modules.ts';
import { navigationFor } from './navigation.ts';
import { webWordsOf } from './web-words.ts';

const isWork = (path: string): boolean => path === '/praca' || path.startsWith('/praca/');

/** Behind the name of whoever is signed in: a resident's own cases, a worker's account. */
const ownPageOf = ({ actor, centre }: Visit, lang: Lang): string =>
  actor.personId === undefined ? ownAccountPath : addressIn(lang, `/${centre.slug}/moje`);

/** What is made up: in a centre that is made of real figures too, told apart. */
function demoWords(visit: Visit | undefined, lang: Lang): string {
  const { demonstration, demonstrationOf } = webWordsOf(lang);
  const own: Readonly<Record<string, string>> = demonstrationOf;
  return own[visit?.centre.slug ?? ''] ?? demonstration;
}

function frameOf(
  visit: Visit | undefined,
  { path, lang, address }: Place,
): Omit<PageProps, 'title'> & { lang: Lang } {
  const staff = visit?.signedIn === true && visit.actor.personId === undefined && isWork(path);
  const home = staff ? '/praca' : addressIn(lang, visit ? `/${visit.centre.slug}` : '/');
  const nav = staff && !visit.detour ? navigationFor(visit.actor) : [];
  return {
    lang,
    audience: staff ? 'staff' : 'resident',
    centre: { name: visit?.centre.name ?? '', slug: visit?.centre.slug ?? '', home },
    nav,
    footer: footerOf(lang, visit?.centre.slug),
    statement: statementOf(lang, visit?.centre.slug),
    ...(isWork(path) ? {} : { languages: languagesOf(address) }),
    // The box looks for people: whoever may not, is not offered it.
    ...(nav.some(({ key }) => key === 'people')
      ? { search: { action: privateSearchPath, method: 'post' } }
      : {}),
    ...(visit?.signedIn
      ? {
          user: {
            name: visit.actor.deputy
              ? deputyWords(visit.actor.deputy.name, visit.actor.name)
              : visit.actor.name,
            role: visit.detour
              ? visit.actor.position
              : visit.actor.roles
                  .flatMap((role) =>
                    role === 'system'
                      ? []
                      : role === 'resident'
                        ? webWordsOf(lang).resident
                        : roleWords[role],
                  )
                  .join(', '),
            signOut: addressIn(lang, '/wyloguj'),
            ...(visit.detour ? {} : { account: ownPageOf(visit, lang) }),
          },
        }
      : {}),
    ...(visit === undefined || visit.centre.demonstration ? { demo: demoWords(visit, lang) } : {}),
  };
}

function messagesOf(context: PageContext): Message[] {
  const done =
    context.done === 'draft.save'
      ? webWordsOf(context.lang).draftSaved
      : context.done
        ? doneWordsOf(context.done)
        : undefined;
  return done ? [{ kind: 'success', text: translate(context.lang, done) }] : [];
}

/** The whole page around a module's view: header, navigation, notices, footer. */
export function frame(view: View, context: PageContext, visit: Visit): string {
  const { trail, body, ...rest } = view;
  return html(
    <Page
      {...frameOf(visit, context)}
      {...rest}
      {...(trail ? { breadcrumbs: trail } : {})}
      {...(context.form.draft ? { scripts: [autosaveUrl] } : {})}
      messages={messagesOf(context)}
      invalid={context.form.problem !== undefined}
    >
      {context.form.problem?.basis && (
        <Notice kind="info" title={webWordsOf(context.lang).basis}>
          {context.form.problem.basis}
        </Notice>
      )}
      {body}
    </Page>,
  );
}

/** What to do next: a page that is not there is not made by trying again. */
function nextOf(problem: Problem, status: number, audience: PageProps['audience']) {
  if (status >= 500) return audience === 'staff' ? 'nextFaultStaff' : 'nextFault';
  if (problem.kind !== 'not_found') return 'next';
  return audience === 'staff' ? 'nextHidden' : 'nextMissing';
}

/** The page of a problem: what happened, that nothing is lost, what to do next. */
export function problemPage(
  problem: Problem & { incident?: string },
  status: number,
  visit: Visit | undefined,
  place: Place,
): string {
  const { problems: words } = webWordsOf(place.lang);
  const around = frameOf(visit, place);
  const action = (
    <ButtonLink href={around.centre.home ?? '/'} variant="primary">
      {words.back}
    </ButtonLink>
  );
  return html(
    <Page {...around} title={words.titles[problem.kind]} width="narrow">
      {problem.kind === 'forbidden' ? (
        <ForbiddenPage why={problem.words} who={words.who} code={problem.code} action={action} />
      ) : (
        <ErrorPage
          what={problem.words}
          kept={words.kept}
          next={words[nextOf(problem, status, around.audience)]}
          code={problem.code}
          {...(problem.incident ? { incident: problem.incident } : {})}
          action={action}
        />
      )}
    </Page>,
  );
}
