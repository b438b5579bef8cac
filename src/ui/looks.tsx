import type { ComponentChildren, VNode } from 'preact';
import { EmptyState, Panel, Stack } from './content.tsx';
import { ButtonLink } from './form.tsx';
import { tied } from './format.ts';
import { HouseFront } from './window.tsx';
import { useWords } from './words.ts';

export type ErrorPageProps = {
  /** What happened, in plain words. */
  what: ComponentChildren;
  /** What was kept: nothing a person wrote may be lost. */
  kept: ComponentChildren;
  /** What to do next. */
  next: ComponentChildren;
  code?: string;
  /** Number of the incident, for the person who helps. */
  incident?: string;
  /** Buttons: try again, go back. */
  action?: ComponentChildren;
};

type Part = { title: string; text: ComponentChildren };

const Look = ({
  parts,
  code,
  incident,
  action,
}: {
  parts: readonly Part[];
  code?: string;
  incident?: string;
  action?: ComponentChildren;
}) => {
  const words = useWords();
  return (
    <div class="look">
      <HouseFront window="shut" />
      <div class="look-words">
        {parts.map((part) => (
          <section key={part.title}>
            <h2>{part.title}</h2>
            <div class="prose">{tied(part.text)}</div>
          </section>
        ))}
        {action && <div class="actions">{action}</div>}
        {(code || incident) && (
          <p class="look-code">
            {code && (
              <span>
                {words.code}: <strong>{code}</strong>
              </span>
            )}
            {incident && (
              <span>
                {words.incident}: <strong>{incident}</strong>
              </span>
            )}
          </p>
        )}
      </div>
    </div>
  );
};

/** The error look of a page; goes inside `Page`, whose title names the error. */
export const ErrorPage = ({ what, kept, next, code, incident, action }: ErrorPageProps): VNode => {
  const words = useWords();
  return (
    <Look
      parts={[
        { title: words.happened, text: what },
        { title: words.kept, text: kept },
        { title: words.todo, text: next },
      ]}
      code={code}
      incident={incident}
      action={action}
    />
  );
};

export type ForbiddenPageProps = {
  /** Which right is missing and why the law or the role demands it. */
  why: ComponentChildren;
  /** Who may do it, or grant it. */
  who: ComponentChildren;
  code?: string;
  action?: ComponentChildren;
};

/** The forbidden look of a page; goes inside `Page`. */
export const ForbiddenPage = ({ why, who, code, action }: ForbiddenPageProps): VNode => {
  const words = useWords();
  return (
    <Look
      parts={[
        { title: words.whyClosed, text: why },
        { title: words.whoHelps, text: who },
      ]}
      code={code}
      action={action}
    />
  );
};

export type PublishedListProps = {
  /** Each by its title, which leads on and stays in the language it was given in. */
  items: readonly { id: string; href: string; title: string; about: ComponentChildren }[];
  /** While nothing is there: what will be, and where to go instead. */
  empty: { title: string; text: string; next: { href: string; label: string } };
};

/** What a centre has published for everybody, one below the other. */
export const PublishedList = ({ items, empty }: PublishedListProps): VNode =>
  items.length === 0 ? (
    <EmptyState
      title={empty.title}
      action={<ButtonLink href={empty.next.href}>{empty.next.label}</ButtonLink>}
    >
      <p>{empty.text}</p>
    </EmptyState>
  ) : (
    <Stack>
      {items.map(({ id, href, title, about }) => (
        <Panel
          key={id}
          id={`p-${id}`}
          title={
            <a href={href} lang="pl">
              {title}
            </a>
          }
        >
          {about}
        </Panel>
      ))}
    </Stack>
  );
