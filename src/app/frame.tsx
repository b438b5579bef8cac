import type { PageContext, View } from '../platform/http/route.ts';
import type { Visit } from '../platform/http/parts.ts';
import type { Problem } from '../platform/runner/outcome.ts';
import { ownAccountPath, roleWords } from '../modules/access/index.ts';
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
import { footer } from './footer.ts';
import { doneWordsOf } from './modules.ts';
import { navigationFor } from './navigation.ts';
import { pl } from './pl.ts';

const isWork = (path: string): boolean => path === '/praca' || path.startsWith('/praca/');

function frameOf(visit: Visit | undefined, path: string): Omit<PageProps, 'title'> {
  const staff = visit?.signedIn === true && isWork(path);
  const home = staff ? '/praca' : visit ? `/${visit.centre.slug}` : '/';
  return {
    audience: staff ? 'staff' : 'resident',
    centre: { name: visit?.centre.name ?? '', slug: visit?.centre.slug ?? '', home },
    nav: staff && !visit.detour ? navigationFor(visit.actor) : [],
    footer,
    ...(staff && !visit.detour ? { search: { action: '/praca/osoby' } } : {}),
    ...(visit?.signedIn
      ? {
          user: {
            name: visit.actor.name,
            role: visit.detour
              ? visit.actor.position
              : visit.actor.roles.map((role) => roleWords[role]).join(', '),
            signOut: '/wyloguj',
            ...(visit.detour ? {} : { account: ownAccountPath }),
          },
        }
      : {}),
    ...(visit === undefined || visit.centre.demonstration ? { demo: pl.demonstration } : {}),
  };
}

function messagesOf(context: PageContext): Message[] {
  const done =
    context.done === 'draft.save' ? pl.draftSaved : context.done ? doneWordsOf(context.done) : undefined;
  return done ? [{ kind: 'success', text: done }] : [];
}

/** The whole page around a module's view: header, navigation, notices, footer. */
export function frame(view: View, context: PageContext, visit: Visit): string {
  const { trail, body, ...rest } = view;
  return html(
    <Page
      {...frameOf(visit, context.path)}
      {...rest}
      {...(trail ? { breadcrumbs: trail } : {})}
      {...(context.form.draft ? { scripts: [autosaveUrl] } : {})}
      messages={messagesOf(context)}
      invalid={context.form.problem !== undefined}
    >
      {context.form.problem?.basis && (
        <Notice kind="info" title={pl.basis}>
          {context.form.problem.basis}
        </Notice>
      )}
      {body}
    </Page>,
  );
}

/** The page of a problem: what happened, that nothing is lost, what to do next. */
export function problemPage(
  problem: Problem & { incident?: string },
  status: number,
  visit: Visit | undefined,
  path: string,
): string {
  const action = (
    <ButtonLink href={visit?.signedIn ? '/praca' : '/'} variant="primary">
      {pl.problems.back}
    </ButtonLink>
  );
  return html(
    <Page {...frameOf(visit, path)} title={pl.problems.titles[problem.kind]} width="narrow">
      {problem.kind === 'forbidden' ? (
        <ForbiddenPage why={problem.words} who={pl.problems.who} code={problem.code} action={action} />
      ) : (
        <ErrorPage
          what={problem.words}
          kept={pl.problems.kept}
          next={status >= 500 ? pl.problems.nextFault : pl.problems.next}
          code={problem.code}
          {...(problem.incident ? { incident: problem.incident } : {})}
          action={action}
        />
      )}
    </Page>,
  );
}
