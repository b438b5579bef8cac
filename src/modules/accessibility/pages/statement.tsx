import type { ComponentChildren, VNode } from 'preact';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { fullDate, Notice, Stack } from '../../../ui/index.ts';
import type { Statement, StatementField } from '../domain/statement.ts';
import { pl } from '../pl.ts';
import type { WebWords } from '../pl-web.ts';
import { statementQuery } from '../queries/statement.ts';
import { webWordsOf } from '../web-words.ts';

/** Ids of the elements that the public validator looks for: own compilation of the technical conditions, version 2.0. */
type StatementId = `a11y-${string}`;

interface Shown {
  statement: Statement;
  lacks: readonly StatementField[];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** What the centre wrote stays in its language. */
const Own = ({ id, text, words }: { id?: StatementId; text: string | undefined; words: WebWords }): VNode => (
  <div class="prose" {...(id ? { id } : {})}>
    {text === undefined ? (
      <p>{words.unknown}</p>
    ) : (
      lines(text).map((line) => (
        <p key={line} lang="pl">
          {line}
        </p>
      ))
    )}
  </div>
);

const Part = ({ title, children }: { title: string; children: ComponentChildren }): VNode => (
  <section class="prose">
    <h2>{title}</h2>
    {children}
  </section>
);

function Body({ shown, context }: { shown: Shown; context: PageContext }): VNode {
  const { statement, lacks } = shown;
  const { lang, centre } = context;
  const words = webWordsOf(lang);
  const day = (id: StatementId, iso: string | undefined) =>
    iso === undefined ? (
      <span id={id}>{words.unknown}</span>
    ) : (
      <time id={id} datetime={iso}>
        {fullDate(iso, lang)}
      </time>
    );
  return (
    <Stack>
      {words.translated && <Notice kind="info">{words.translated}</Notice>}
      {lacks.length > 0 && (
        <Notice kind="warning" title={words.incomplete}>
          <ul lang="pl">
            {lacks.map((field) => (
              <li key={field}>{pl.fields[field]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p id="a11y-wstep">
        <span id="a11y-podmiot">{centre.name}</span>
        {words.commits(words.act)} {words.scope}
        <span id="a11y-zakres">{words.scopeOf(centre.name)}</span>
        {': '}
        {statement.url ? (
          <a id="a11y-url" href={statement.url}>
            {statement.url}
          </a>
        ) : (
          <span id="a11y-url">{words.unknown}</span>
        )}
        .
      </p>
      <ul>
        <li>
          {words.publishedOn}
          {day('a11y-data-publikacja', statement.publishedOn)}
        </li>
        <li>
          {words.updatedOn}
          {day('a11y-data-aktualizacja', statement.updatedOn)}
        </li>
      </ul>
      <Part title={words.state}>
        <p id="a11y-status">
          {statement.status ? words.statuses[statement.status](words.act) : words.unknown}
        </p>
      </Part>
      {statement.status !== undefined && statement.status !== 'full' && (
        <Part title={words.notAccessible}>
          {statement.notAccessible === undefined ? (
            <p>{words.unknown}</p>
          ) : (
            <ul lang="pl">
              {lines(statement.notAccessible).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Part>
      )}
      <Part title={words.preparing}>
        <p>
          {words.preparedOn}
          {day('a11y-data-sporzadzenie', statement.preparedOn)}
        </p>
        {statement.reviewedOn && (
          <p>
            {words.reviewedOn}
            {day('a11y-data-przeglad', statement.reviewedOn)}
          </p>
        )}
        <p>{statement.assessedBy ? words.external(statement.assessedBy) : words.self}</p>
      </Part>
      {statement.features && (
        <Part title={words.features}>
          <Own text={statement.features} words={words} />
        </Part>
      )}
      {statement.shortcuts && (
        <Part title={words.shortcuts}>
          <Own text={statement.shortcuts} words={words} />
        </Part>
      )}
      <Contact statement={statement} words={words} />
      <Part title={words.procedure}>
        <div id="a11y-procedura" class="prose">
          {words.procedureText.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            {words.ombudsman}
            <a href="https://bip.brpo.gov.pl">{words.ombudsmanLink}</a>
          </p>
        </div>
      </Part>
      <Part title={words.other}>
        {statement.applications && (
          <>
            <h3>{words.applications}</h3>
            <Own id="a11y-aplikacje" text={statement.applications} words={words} />
          </>
        )}
        <h3>{words.architecture}</h3>
        <Own id="a11y-architektura" text={statement.architecture} words={words} />
        {statement.hours && (
          <p>
            {words.hours}
            <span lang="pl">{statement.hours}</span>
          </p>
        )}
        <h3>{words.communication}</h3>
        <Own id="a11y-komunikacja" text={statement.communication} words={words} />
      </Part>
    </Stack>
  );
}

const Contact = ({ statement, words }: { statement: Statement; words: WebWords }): VNode => (
  <Part title={words.contact}>
    <div id="a11y-kontakt" class="prose">
      <p>{words.contactText}</p>
      <ul>
        {statement.contactName && (
          <li>
            {words.contactName}
            <span id="a11y-osoba">{statement.contactName}</span>
          </li>
        )}
        <li>
          {words.email}
          {statement.email ? (
            <a id="a11y-email" href={`mailto:${statement.email}`}>
              {statement.email}
            </a>
          ) : (
            <span id="a11y-email">{words.unknown}</span>
          )}
        </li>
        <li>
          {words.phone}
          {statement.phone ? (
            <a id="a11y-telefon" href={`tel:${statement.phone.replace(/[^\d+]/g, '')}`}>
              {statement.phone}
            </a>
          ) : (
            <span id="a11y-telefon">{words.unknown}</span>
          )}
        </li>
      </ul>
    </div>
  </Part>
);

/** Where the statement of a centre stands; the footer of every page and a meta element lead to it. */
export const statementPath = 'deklaracja-dostepnosci';

/** The accessibility statement of a centre, generated from its settings. */
export const statementPage = page({
  door: 'public',
  path: `/:centre/${statementPath}`,
  keep: { until: ['accessibility'] },
  load: (ask) => ask(statementQuery, {}),
  view(shown, context): View {
    const { title, home } = webWordsOf(context.lang);
    return {
      title,
      heading: <span id="a11y-deklaracja">{title}</span>,
      width: 'narrow',
      trail: [{ href: context.centre.home, label: home }],
      body: <Body shown={shown} context={context} />,
    };
  },
});
