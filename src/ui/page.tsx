import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Notice, type NoticeKind } from './notice.tsx';
import { tie, tied } from './format.ts';
import { namedErrors } from './error-names.ts';
import { assetUrl } from './styles.ts';
import { Mark, OpenWindow, SmallMark } from './window.tsx';
import { LangContext, type Lang, statementMeta, wordsOf, type Words } from './words.ts';
import { keepLinksSafe } from './safe-links.ts';

/** Staff get density, residents calm and larger letters. */
export type Audience = 'staff' | 'resident';

export type NavItem = {
  key: string;
  href: string;
  label: string;
  count?: number;
  /** Pages of one kind of work: shown in a second row while one of them is open. */
  below?: readonly NavItem[];
};
export type Crumb = { href: string; label: string };
export type Message = { kind: NoticeKind; text: ComponentChildren };
export type FooterLink = { href: string; label: string };
export type LanguageLink = { lang: Lang; href: string; label: string };

export type PageUser = {
  name: string;
  role: string;
  /** Where the sign-out button posts. Without it no button. */
  signOut?: string;
  /** Hidden fields of the sign-out form (`_once`). */
  hidden?: Record<string, string>;
  account?: string;
};

export type PageProps = {
  /** The words of the browser tab; also the heading, unless `heading` says otherwise. */
  title: string;
  heading?: ComponentChildren;
  /** One sentence below the heading. */
  lead?: ComponentChildren;
  /** Beside the heading: state tag, secondary buttons. */
  aside?: ComponentChildren;
  lang?: Lang;
  audience: Audience;
  centre: { name: string; slug: string; home?: string };
  user?: PageUser;
  nav: readonly NavItem[];
  current?: string;
  search?: {
    action: string;
    method?: 'get' | 'post';
    name?: string;
    value?: string;
    label?: string;
    hint?: string;
  };
  languages?: readonly LanguageLink[];
  demo?: ComponentChildren;
  breadcrumbs?: readonly Crumb[];
  messages?: readonly Message[];
  footer?: readonly FooterLink[];
  /** Address of the accessibility statement, for the validator of public sites. */
  statement?: string;
  /** True when a form on the page came back with errors: the tab says so first. */
  invalid?: boolean;
  /** `narrow` for one form or text, `wide` for lists. Default: narrow for residents, wide for staff. */
  width?: 'narrow' | 'wide';
  /** Addresses of scripts of our own, loaded deferred. */
  scripts?: readonly string[];
  children?: ComponentChildren;
};

const SearchBox = ({ search, words }: { search: NonNullable<PageProps['search']>; words: Words }) => (
  <form class="search" role="search" method={search.method ?? 'get'} action={search.action}>
    <label class="sr-only" for="site-search">
      {search.label ?? `${words.search}: ${words.searchHint}`}
    </label>
    <input
      id="site-search"
      class="search-input"
      type="search"
      name={search.name ?? 'q'}
      value={search.value}
      placeholder={search.hint ?? words.searchHint}
      autocomplete="off"
      spellcheck={false}
      accesskey="s"
    />
    <button class="search-button" type="submit">
      {words.search}
    </button>
  </form>
);

const UserBox = ({ user, words }: { user: PageUser; words: Words }) => (
  <div class="user" role="group" aria-label={words.account}>
    <div class="user-who">
      {user.account ? (
        <a class="user-name" href={user.account}>
          {user.name}
        </a>
      ) : (
        <span class="user-name">{user.name}</span>
      )}
      <span class="user-role">{user.role}</span>
    </div>
    {user.signOut && (
      <form method="post" action={user.signOut}>
        {Object.entries(user.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="user-out" type="submit">
          {words.signOut}
        </button>
      </form>
    )}
  </div>
);

const isOpen = ({ key, below = [] }: NavItem, current: string | undefined): boolean =>
  key === current || below.some((item) => item.key === current);

const NavList = ({
  items,
  current,
  name,
}: {
  items: readonly NavItem[];
  current: string | undefined;
  name: 'nav-list' | 'nav-below';
}): VNode => (
  <ul class={name}>
    {items.map((item) => {
      const open = isOpen(item, current);
      return (
        <li key={item.key} class={open && item.below ? 'nav-open' : undefined}>
          <a
            class="nav-link"
            href={item.href}
            aria-current={item.key === current ? 'page' : open ? 'true' : undefined}
          >
            {item.label}
            {item.count !== undefined && <span class="nav-count">{item.count}</span>}
          </a>
          {item.below && <NavList items={item.below} current={current} name="nav-below" />}
        </li>
      );
    })}
  </ul>
);

/** One list: always open on a desk, behind the Menu button on a phone (popover, no script). */
const Navigation = ({ nav, current, words }: Pick<PageProps, 'nav' | 'current'> & { words: Words }) => (
  <nav id="menu" class="nav" popover="auto" aria-label={words.mainNavigation}>
    <button class="menu-close" type="button" popovertarget="menu" popovertargetaction="hide">
      {words.close}
    </button>
    <NavList items={nav} current={current} name="nav-list" />
  </nav>
);

const Languages = ({
  languages,
  lang,
  words,
}: {
  languages: readonly LanguageLink[];
  lang: Lang;
  words: Words;
}) => (
  <ul class="languages" aria-label={words.languages}>
    {languages.map((link) => (
      <li key={link.lang}>
        <a
          href={link.href}
          lang={link.lang}
          hreflang={link.lang}
          aria-current={link.lang === lang ? 'true' : undefined}
        >
          {link.label}
        </a>
      </li>
    ))}
  </ul>
);

const Header = (props: PageProps & { lang: Lang; words: Words }) => (
  <header class="header">
    <div class="header-row">
      <a class="brand" href={props.centre.home ?? `/${props.centre.slug}`}>
        <Mark />
        <span class="brand-words">
          <span class="brand-name">{props.words.mark}</span>
          <span class="brand-centre">{tie(props.centre.name)}</span>
        </span>
      </a>
      {props.nav.length > 0 && (
        <button class="menu-button" type="button" popovertarget="menu">
          {props.words.menu}
        </button>
      )}
      {props.search && <SearchBox search={props.search} words={props.words} />}
      {props.languages && <Languages languages={props.languages} lang={props.lang} words={props.words} />}
      {props.user && <UserBox user={props.user} words={props.words} />}
      {props.nav.length > 0 && <Navigation nav={props.nav} current={props.current} words={props.words} />}
    </div>
  </header>
);

const Breadcrumbs = ({ crumbs, words }: { crumbs: readonly Crumb[]; words: Words }) => (
  <nav class="crumbs" aria-label={words.breadcrumbs}>
    <ol>
      {crumbs.map((crumb) => (
        <li key={crumb.href}>
          <a href={crumb.href}>{crumb.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

const Footer = ({ links, words }: { links: readonly FooterLink[]; words: Words }) => (
  <footer class="footer">
    <div class="footer-row">
      <SmallMark />
      <nav aria-label={words.footer}>
        <ul class="footer-links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </footer>
);

const Heading = ({ title, heading, lead, aside, audience }: PageProps) => (
  <div class="heading">
    <div class="heading-words">
      <h1>{heading ?? tie(title)}</h1>
      {lead && <p class="lead">{tied(lead)}</p>}
    </div>
    {aside && <div class="heading-aside">{aside}</div>}
    {audience === 'resident' && <OpenWindow />}
  </div>
);

/** A complete page: head, skip link, header, navigation, demo notice, heading, content, footer. */
export const Page = (props: PageProps): VNode => {
  const lang = props.lang ?? 'pl';
  const words = wordsOf(lang);
  const width = props.width ?? (props.audience === 'resident' ? 'narrow' : 'wide');
  return (
    <LangContext.Provider value={lang}>
      <html lang={lang} data-audience={props.audience} data-width={width}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>
            {`${props.invalid ? `${words.errorPrefix}: ` : ''}${props.title} – ${props.centre.name || words.mark}`}
          </title>
          <link rel="stylesheet" href={assetUrl.css} />
          <link rel="icon" type="image/svg+xml" href={assetUrl.icon} />
          {props.statement && <meta name={statementMeta} content={props.statement} />}
          {props.languages?.map((link) => (
            <link key={link.lang} rel="alternate" hreflang={link.lang} href={link.href} />
          ))}
          {props.scripts?.map((src) => (
            <script key={src} src={src} defer />
          ))}
        </head>
        <body>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Header {...props} lang={lang} words={words} />
          {props.demo && (
            <aside class="demo" aria-label={words.demo}>
              <p>
                <strong>{words.demo}.</strong> {props.demo}
              </p>
            </aside>
          )}
          <div class={`frame frame-${width}`}>
            {props.breadcrumbs && props.breadcrumbs.length > 0 && (
              <Breadcrumbs crumbs={props.breadcrumbs} words={words} />
            )}
            <main id="content" tabindex={-1}>
              {props.messages?.map((message, index) => (
                <Notice key={index} kind={message.kind} live>
                  {message.text}
                </Notice>
              ))}
              <Heading {...props} />
              {props.children}
            </main>
          </div>
          <Footer links={props.footer ?? []} words={words} />
        </body>
      </html>
    </LangContext.Provider>
  );
};

keepLinksSafe();

/** The bytes of a page: doctype and markup. */
export const html = (node: VNode): string => `<!doctype html>${namedErrors(renderToString(node))}`;
