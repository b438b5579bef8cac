import type { VNode } from 'preact';
import { type Lang, langs } from '../../../lang.ts';
import type { Ask, CentreInfo, PageCentre, PageContext, PageRequest } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import { idPattern } from '../../../platform/ids.ts';
import { ContactWays, Disclosure, Panel, Radios } from '../../../ui/index.ts';
import { serviceIn, viewService } from '../../directory/index.ts';
import { publicClauses } from '../../privacy/index.ts';
import { webWordsOf } from '../web-words.ts';

/** The hidden field of a centre of one gmina, which does not ask for it. */
export const onlyGmina = ({ gminas }: CentreInfo): { gmina?: string } =>
  gminas.length === 1 && gminas[0] ? { gmina: gminas[0].teryt } : {};

/** The choice of a gmina; a centre of one gmina does not ask (`onlyGmina`). */
export const GminaField = ({
  context,
  label,
  inline,
}: {
  context: PageContext;
  label: string;
  inline?: boolean;
}): VNode | null => {
  const { gminas } = context.centre;
  if (gminas.length === 1) return null;
  return (
    <Radios
      name="gmina"
      label={label}
      choices={gminas.map((one) => ({ value: one.teryt, label: one.name }))}
      {...(inline ? { inline } : {})}
    />
  );
};

/** In which language the person wants letters: asked only of whoever reads another one, Polish is what a letter is. */
export const LanguageField = ({ lang }: { lang: Lang }): VNode | null => {
  const { language } = webWordsOf(lang);
  if (lang === 'pl') return null;
  return (
    <Radios
      name="language"
      label={language.label}
      hint={language.hint}
      choices={langs.map((one) => ({ value: one, label: language.names[one] }))}
      inline
    />
  );
};

/** The centre's own words of a clause in every language; null: it has written none. */
export type Clause = Readonly<Record<Lang, string>> | null;

/** The centre's own clause for reports and applications as it holds today; null: the program's words hold. */
export async function ownClause(ask: Ask): Promise<Outcome<Clause>> {
  const asked = await ask(publicClauses, {});
  if (!asked.ok) return asked;
  return { ok: true, value: asked.value.clauses.find(({ kind }) => kind === 'application')?.words ?? null };
}

/** The information of art. 13 GDPR, folded. */
export const InformationNote = ({
  centre,
  lang,
  clause,
}: {
  centre: CentreInfo;
  lang: Lang;
  /** The centre's own words; absent: the program's. */
  clause: Clause;
}): VNode => {
  const { information, binding } = webWordsOf(lang);
  return (
    <Disclosure summary={information.title}>
      {(clause?.[lang].split(/\n\s*\n/) ?? information.paragraphs(centre.name)).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {lang !== 'pl' && <p>{binding}</p>}
    </Disclosure>
  );
};

/** Whom to call, with the number as a link; of a centre whose number nobody has written down, the way to be called. */
export const ContactPanel = ({
  context: { centre, lang },
  title,
  text,
}: {
  context: Pick<PageContext, 'centre' | 'lang'>;
  title: string;
  text: string;
}): VNode => {
  const { phone, email, addressLines } = centre.letterhead;
  const { sent, callback } = webWordsOf(lang);
  return (
    <Panel id="kontakt" title={title}>
      <p>{text}</p>
      <ContactWays phone={phone} email={email} place={[centre.name, ...addressLines].join(', ')} />
      {!phone && (
        <p>
          {sent.noPhone} <a href={`${centre.home}/oddzwonimy`}>{callback.title}</a>
        </p>
      )}
    </Panel>
  );
};

const longestCarried = 1500;

/** What came sealed: words that stand readable in an address, in a log or a history, are not read. */
const carried = ({ query, sealed }: PageContext, name: string): string =>
  sealed?.[name] === undefined ? '' : (query[name] ?? '');

/** The need as it was answered in the guided help, when the person chose to take the answers along. */
export const carriedNeed = (context: PageContext): string =>
  carried(context, 'potrzeba').slice(0, longestCarried);

const helpRoles = ['self', 'family', 'neighbour', 'other'] as const;

/** For whom the help was sought, as it was answered in the guided help; undefined: it was not. */
export const carriedRole = (context: PageContext): (typeof helpRoles)[number] | undefined =>
  helpRoles.find((one) => one === carried(context, 'kto'));

/** For whom the help is: whoever writes is often a daughter, a neighbour. */
export const ForWhom = ({ lang, optional }: { lang: Lang; optional?: boolean }): VNode => {
  const { report } = webWordsOf(lang);
  return (
    <Radios
      name="reporter.role"
      label={report.who}
      choices={helpRoles.map((role) => ({ value: role, label: report.roles[role] }))}
      {...(optional ? { optional } : {})}
    />
  );
};

/** The service whose page led here, by name; what nobody may see or what is no service is none. */
async function askedService(ask: Ask, { query, lang }: PageRequest): Promise<AskedService | null> {
  const { usluga = '' } = query;
  const found = idPattern.test(usluga) ? await ask(viewService, { serviceId: usluga }) : undefined;
  return found?.ok ? { id: found.value.id, name: serviceIn(lang, found.value).name } : null;
}

type AskedService = { id: string; name: string };

/** What a page on which help is asked for needs to know. */
export type HelpPage = { clause: Clause; service: AskedService | null };

/** The clause of the centre, and the service the person was reading about. */
export async function helpPage(ask: Ask, request: PageRequest): Promise<Outcome<HelpPage>> {
  const [clause, service] = await Promise.all([ownClause(ask), askedService(ask, request)]);
  return clause.ok ? { ok: true, value: { clause: clause.value, service } } : clause;
}

/** Where a form that asks for help goes: it keeps its service also when it is shown again with errors. */
export const helpAction = (path: string, seed: string, service: AskedService | null): string =>
  `${path}?${new URLSearchParams({ klucz: seed, ...(service ? { usluga: service.id } : {}) }).toString()}`;

/** The hidden field of the service that is asked about. */
export const onlyService = (service: AskedService | null): Record<string, string> =>
  service ? { 'needs.0.serviceId': service.id } : {};

/** About which service the person asks, so that they need not write it. */
export const AskedAbout = ({ service, lang }: { service: AskedService | null; lang: Lang }): VNode | null =>
  service && (
    <p>
      {webWordsOf(lang).report.about}: <strong>{service.name}</strong>
    </p>
  );

/** The trail of a resident's page: only the way home. */
export const homeTrail = ({
  centre,
  lang,
}: {
  centre: PageCentre;
  lang: Lang;
}): { href: string; label: string }[] => [{ href: centre.home, label: webWordsOf(lang).home }];

/** Errors of fields that this page does not have (they stand on earlier steps) are said of the whole form. */
export function errorsHere(errors: Record<string, string>, fields: RegExp): Record<string, string> {
  const [here, elsewhere] = [true, false].map((wanted) =>
    Object.entries(errors).filter(([name]) => fields.test(name) === wanted),
  );
  const said = [...new Set((elsewhere ?? []).map(([, words]) => words))].join(' ');
  return { ...(said ? { '': said } : {}), ...Object.fromEntries(here ?? []) };
}
