import type { VNode } from 'preact';
import { type Lang, langs } from '../../../lang.ts';
import type { Ask, CentreInfo, PageCentre, PageContext } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import { ContactWays, Disclosure, Panel, Radios } from '../../../ui/index.ts';
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

/** Whom to call, with the number as a link. */
export const ContactPanel = ({
  centre,
  title,
  text,
}: {
  centre: CentreInfo;
  title: string;
  text: string;
}): VNode => {
  const { phone, email, addressLines } = centre.letterhead;
  return (
    <Panel id="kontakt" title={title}>
      <p>{text}</p>
      <ContactWays phone={phone} email={email} place={[centre.name, ...addressLines].join(', ')} />
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

/** Who asks, as it was answered in the guided help: one of `roles`, else whoever asks for themselves. */
export const carriedRole = <const R extends readonly string[]>(context: PageContext, roles: R): R[number] =>
  roles.find((one) => one === carried(context, 'kto')) ?? 'self';

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
