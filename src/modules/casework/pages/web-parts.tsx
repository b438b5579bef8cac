import type { VNode } from 'preact';
import type { CentreInfo, PageContext } from '../../../platform/http/route.ts';
import { Disclosure, Panel, Radios } from '../../../ui/index.ts';
import { informationClause } from '../pl-information.ts';
import { webWords } from '../pl-web.ts';

/** The choice of a gmina; a centre of one gmina does not ask. */
export const GminaField = ({ context, label }: { context: PageContext; label: string }): VNode => {
  const { gminas } = context.centre;
  const [only] = gminas;
  if (gminas.length === 1 && only) return <input type="hidden" name="gmina" value={only.teryt} />;
  return (
    <Radios
      name="gmina"
      label={label}
      choices={gminas.map((one) => ({ value: one.teryt, label: one.name }))}
    />
  );
};

/** The information of art. 13 GDPR, folded. */
export const InformationNote = ({ centre }: { centre: CentreInfo }): VNode => (
  <Disclosure summary={informationClause.title}>
    {informationClause.paragraphs(centre.name).map((text) => (
      <p key={text}>{text}</p>
    ))}
  </Disclosure>
);

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
      <p>{[centre.name, ...addressLines].join(', ')}</p>
    </Panel>
  );
};

/** The trail of a resident's page: only the way home. */
export const homeTrail = (centre: CentreInfo): { href: string; label: string }[] => [
  { href: `/${centre.slug}`, label: webWords.home },
];
