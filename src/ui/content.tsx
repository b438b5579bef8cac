import type { ComponentChildren, VNode } from 'preact';
import { fullDate, shortDate, tied } from './format.ts';
import { HouseFront, Leaf, type Shape, ShapeIcon } from './window.tsx';
import { useLang, useWords } from './words.ts';

export type Level = 2 | 3 | 4;

/** A heading of a level that the place decides. */
export const Heading = ({
  level,
  id,
  children,
}: {
  level: Level;
  id?: string;
  children?: ComponentChildren;
}): VNode => {
  if (level === 2) return <h2 id={id}>{children}</h2>;
  if (level === 3) return <h3 id={id}>{children}</h3>;
  return <h4 id={id}>{children}</h4>;
};

export type PanelProps = {
  title: ComponentChildren;
  /** Unique on the page: also the anchor of the panel. */
  id: string;
  level?: Level;
  /** Secondary buttons or links beside the title. */
  actions?: ComponentChildren;
  /** `plain` without frame: for text and forms. */
  tone?: 'window' | 'plain';
  children?: ComponentChildren;
};

/** A part of a page with a heading; its frame is a window with the leaf ajar. */
export const Panel = ({ title, id, level = 2, actions, tone = 'window', children }: PanelProps): VNode => (
  <section class={`panel panel-${tone}`} id={id} aria-labelledby={`${id}-title`}>
    {tone === 'window' && <Leaf />}
    <div class="panel-head">
      <Heading level={level} id={`${id}-title`}>
        {tied(title)}
      </Heading>
      {actions && <div class="panel-actions">{actions}</div>}
    </div>
    {children}
  </section>
);

export type CardProps = {
  title: ComponentChildren;
  href?: string;
  level?: Level;
  /** Small words below the title: provider, place. */
  meta?: ComponentChildren;
  /** Beside the title: tags. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
  footer?: ComponentChildren;
  /** Nobody has vouched for it lately: paler than the others, and said in words as well. */
  faded?: boolean;
};

/** One thing in a list of things: a service, a programme. The title is the link. */
export const Card = ({ title, href, level = 3, meta, aside, children, footer, faded }: CardProps): VNode => (
  <article class={faded ? 'card faded' : 'card'}>
    <div class="card-head">
      <Heading level={level}>{href ? <a href={href}>{title}</a> : title}</Heading>
      {aside && <div class="card-aside">{aside}</div>}
    </div>
    {meta && <p class="card-meta">{meta}</p>}
    {children}
    {footer && <div class="card-footer">{footer}</div>}
  </article>
);

/** Cards beside one another where there is room. */
export const CardList = ({ children }: { children?: ComponentChildren }): VNode => (
  <div class="cards">{children}</div>
);

/** Main column and a narrower one; on a phone one below the other. */
export const Columns = ({ main, side }: { main: ComponentChildren; side: ComponentChildren }): VNode => (
  <div class="columns">
    <div class="columns-main">{main}</div>
    <div class="columns-side">{side}</div>
  </div>
);

/** Two things of equal weight beside one another: a chart and its table; on a phone one below the other. */
export const Halves = ({
  children,
  wide,
}: {
  children?: ComponentChildren;
  /** The second one is a table of many columns and takes three fifths. */
  wide?: 'second';
}): VNode => <div class={wide ? `halves halves-${wide}` : 'halves'}>{children}</div>;

/** Things one below the other with even space. */
export const Stack = ({ children }: { children?: ComponentChildren }): VNode => (
  <div class="stack">{children}</div>
);

/** How somebody is reached: a number that dials, an address that opens a letter, the place. */
export const ContactWays = ({
  phone,
  email,
  place,
}: {
  phone: string | null;
  email: string | null;
  place: string;
}): VNode => (
  <>
    {phone && (
      <p>
        <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
      </p>
    )}
    {email && (
      <p>
        <a href={`mailto:${email}`}>{email}</a>
      </p>
    )}
    <p>{place}</p>
  </>
);

/** Small things in a row that wraps. */
export const Row = ({ children }: { children?: ComponentChildren }): VNode => (
  <div class="row">{children}</div>
);

/** Text of a few paragraphs, with a comfortable line. */
export const Prose = ({ children }: { children?: ComponentChildren }): VNode => (
  <div class="prose">{children}</div>
);

/** Words in place of a fact that the source does not give. */
export const Unknown = ({ children }: { children?: ComponentChildren }): VNode => {
  const words = useWords();
  return <span class="unknown">{children ?? words.unknown}</span>;
};

export type Description = { term: ComponentChildren; value?: ComponentChildren; note?: ComponentChildren };

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Terms and values. A missing value says so. `columns: 2` where there is room. */
export const DescriptionList = ({
  items,
  columns = 1,
}: {
  items: readonly Description[];
  columns?: 1 | 2;
}): VNode => (
  <dl class={`descriptions descriptions-${columns}`}>
    {items.map((item, index) => (
      <div class="description" key={index}>
        <dt>{item.term}</dt>
        <dd>
          {isMissing(item.value) ? <Unknown /> : item.value}
          {item.note && <span class="description-note">{item.note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);

/** `alarm` is `danger` filled: for what is already late. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'alarm';

/** A short label. With a shape it carries a meaning. */
export const Tag = ({
  tone = 'neutral',
  shape,
  children,
}: {
  tone?: Tone;
  shape?: Shape;
  children?: ComponentChildren;
}): VNode => (
  <span class={`tag tag-${tone}`}>
    {shape && <ShapeIcon shape={shape} />}
    {children}
  </span>
);

const toneOf: Record<Shape, Tone> = {
  draft: 'neutral',
  waiting: 'warning',
  open: 'accent',
  running: 'accent',
  done: 'success',
  refused: 'danger',
  stopped: 'neutral',
  info: 'accent',
  warning: 'warning',
  unknown: 'neutral',
};

export type StateTagProps = { state: Shape; label: ComponentChildren; tone?: Tone };

/** The state of a case or a plan: a window in a position and its word. */
export const StateTag = ({ state, label, tone }: StateTagProps): VNode => (
  <Tag tone={tone ?? toneOf[state]} shape={state}>
    {label}
  </Tag>
);

/** A date for people and machines: 21.11.2026, or 21 listopada 2026 with `long`. */
export const DateText = ({ date, long }: { date: string; long?: boolean }): VNode => {
  const lang = useLang();
  return (
    <time class="date" datetime={date.slice(0, 10)}>
      {long ? fullDate(date, lang) : shortDate(date)}
    </time>
  );
};

export type EmptyStateProps = {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
  level?: Level;
};

/** A list without rows: what it will hold and what to do first. */
export const EmptyState = ({ title, children, action, level = 2 }: EmptyStateProps): VNode => (
  <div class="empty">
    <HouseFront window="open" />
    <div class="empty-words">
      <Heading level={level}>{title}</Heading>
      {children && <div class="empty-text">{tied(children)}</div>}
      {action && <div class="actions">{action}</div>}
    </div>
  </div>
);

/** More that most readers do not need. */
export const Disclosure = ({
  summary,
  open,
  children,
}: {
  summary: ComponentChildren;
  open?: boolean;
  children?: ComponentChildren;
}): VNode => (
  <details class="disclosure" open={open}>
    <summary>{summary}</summary>
    <div class="disclosure-body">{children}</div>
  </details>
);

export type WhyDateProps = {
  /** The calculation, step by step: what was done and the date it gave. */
  steps: readonly { text: ComponentChildren; date?: string }[];
  basis: readonly { text: string; href?: string }[];
  summary?: ComponentChildren;
};

/** Skąd ta data? The calculation of a time limit and its articles. */
export const WhyDate = ({ steps, basis, summary }: WhyDateProps): VNode => {
  const words = useWords();
  return (
    <Disclosure summary={summary ?? words.whyDate}>
      <ol class="why-steps">
        {steps.map((step, index) => (
          <li key={index}>
            <span>{step.text}</span>
            {step.date && <DateText date={step.date} />}
          </li>
        ))}
      </ol>
      <p class="why-basis">
        <strong>{words.basis}:</strong>{' '}
        {basis.map((item, index) => (
          <span key={index}>
            {index > 0 && '; '}
            {item.href ? <a href={item.href}>{item.text}</a> : item.text}
          </span>
        ))}
      </p>
    </Disclosure>
  );
};

/** Keys that work on this page. */
export const KeyHints = ({
  hints,
}: {
  hints: readonly { keys: readonly string[]; label: string }[];
}): VNode => {
  const words = useWords();
  return (
    <dl class="keys" aria-label={words.keys}>
      {hints.map((hint) => (
        <div class="key-hint" key={hint.label}>
          <dt>
            {hint.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{hint.label}</dd>
        </div>
      ))}
    </dl>
  );
};

/** One key. */
export const Kbd = ({ children }: { children?: ComponentChildren }): VNode => <kbd>{children}</kbd>;
