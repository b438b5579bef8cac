import type { VNode } from 'preact';
import { ageOn } from '../../../law/index.ts';
import {
  DateText,
  DescriptionList,
  Disclosure,
  HouseholdFigure,
  moment,
  Notice,
  Panel,
  Row,
  shortDate,
  Stack,
  Tag,
  Unknown,
} from '../../../ui/index.ts';
import { figureOf, livesThere } from '../domain/household.ts';
import { nameOf } from '../domain/names.ts';
import { acts } from '../domain/relations.ts';
import { pl } from '../pl.ts';
import type { HouseholdView, PersonView, RelationView } from '../queries/view-person.ts';
import { personPath } from './paths.ts';
import { EditLink } from './parts.tsx';

type SectionProps = {
  person: PersonView;
  /** The day in Poland, YYYY-MM-DD. */
  today: string;
  /** Whether the reader may change what the section shows: gives it a link. */
  editable?: boolean;
};

const words = pl.identity;

const wordOf = (table: Readonly<Record<string, string>>, key: string | null): string | null =>
  key === null ? null : (table[key] ?? key);

/** Marks beside a person's name: hidden address, death, lives elsewhere. */
export const PersonMarks = ({
  person,
}: {
  person: Pick<PersonView, 'shielded' | 'deceasedOn' | 'livesOutside'>;
}): VNode => (
  <Row>
    {person.deceasedOn && (
      <Tag shape="stopped" tone="neutral">
        {words.deceased(shortDate(person.deceasedOn))}
      </Tag>
    )}
    {person.shielded && (
      <Tag shape="warning" tone="warning">
        {words.addressHidden}
      </Tag>
    )}
    {person.livesOutside && (
      <Tag shape="info" tone="neutral">
        {pl.search.outside}
      </Tag>
    )}
  </Row>
);

const birth = ({ birthDate, deceasedOn }: PersonView, today: string) =>
  birthDate && (
    <>
      <DateText date={birthDate} long /> ({words.birthAge(ageOn(birthDate, deceasedOn ?? today))})
    </>
  );

/** Who the person is: names, numbers, birth, sex. */
export const PersonIdentity = ({ person, today, editable }: SectionProps): VNode => (
  <Panel
    id="dane"
    title={words.title}
    actions={editable && <EditLink href={`${personPath(person.id)}/popraw`} label={pl.person.correct} />}
  >
    <DescriptionList
      columns={2}
      items={[
        { term: pl.facts.givenName, value: [person.givenName, person.middleName].filter(Boolean).join(' ') },
        { term: pl.facts.familyName, value: person.familyName },
        ...(person.formerNames.length > 0
          ? [{ term: words.formerNames, value: person.formerNames.join(', ') }]
          : []),
        person.pesel
          ? { term: pl.facts.pesel, value: person.pesel }
          : {
              term: pl.facts.pesel,
              value: <Unknown>{words.noPesel}</Unknown>,
              note: wordOf(pl.values.noPeselReason, person.noPeselReason),
            },
        {
          term: pl.facts.birthDate,
          value: birth(person, today),
          ...(person.overrideReason ? { note: `${pl.facts.overrideReason}: ${person.overrideReason}` } : {}),
        },
        { term: pl.facts.sex, value: wordOf(pl.values.sex, person.sex) },
        ...(person.otherIdNumber
          ? [{ term: person.otherIdKind ?? pl.facts.otherIdKind, value: person.otherIdNumber }]
          : []),
        {
          term: pl.facts.gmina,
          value: person.gmina.name,
          ...(person.livesOutside
            ? { note: `${words.outside(person.livesOutside)}. ${words.outsideNote}` }
            : {}),
        },
      ]}
    />
  </Panel>
);

/** Lines of an address as they stand on an envelope. */
export function addressLines(address: NonNullable<PersonView['address']>): string[] {
  const house = [address.houseNumber, address.flatNumber].filter(Boolean).join('/');
  const first = [address.street ?? address.locality, house].filter(Boolean).join(' ');
  const second = [address.postcode, address.locality].filter(Boolean).join(' ');
  return [first, second].filter((line, index, all) => line !== '' && all.indexOf(line) === index);
}

const Address = ({ person }: { person: PersonView }) => {
  if (person.address === null) return <Unknown>{words.addressHidden}</Unknown>;
  const lines = addressLines(person.address);
  if (lines.length === 0) return <Unknown>{words.noAddress}</Unknown>;
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
};

const phoneText = (phone: string): string => phone.replace(/^(\+48)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

const Phone = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replaceAll(' ', '')}`}>{phoneText(phone)}</a>
);

/** How to reach the person and in what way to talk. */
export const ContactSection = ({ person, editable }: SectionProps & { editable?: boolean }): VNode => (
  <Panel
    id="kontakt"
    title={words.contact}
    actions={
      editable && (
        <EditLink href={`${personPath(person.id)}/popraw#f-phone`} label={pl.person.changeContact} />
      )
    }
  >
    <Stack>
      {person.shielded && (
        <Notice kind="warning" title={words.addressHidden}>
          {words.addressHiddenWhy}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: pl.facts.phone, value: person.phone && <Phone phone={person.phone} /> },
          {
            term: pl.facts.email,
            value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a>,
          },
          { term: words.address, value: <Address person={person} /> },
          {
            term: pl.facts.contactPreference,
            value: wordOf(pl.values.contactPreference, person.contactPreference),
          },
          { term: pl.facts.language, value: wordOf(pl.values.language, person.language) },
          ...(person.accessibilityNeeds
            ? [{ term: pl.facts.accessibilityNeeds, value: person.accessibilityNeeds }]
            : []),
        ]}
      />
    </Stack>
  </Panel>
);

/** One household as people on a sill, and who lived there before. */
export const Household = ({
  household,
  personId,
  today,
}: {
  household: HouseholdView;
  personId?: string;
  today: string;
}): VNode => {
  const current = household.members.filter((one) => livesThere(one, today));
  const past = household.members.filter((one) => !current.includes(one));
  return (
    <Stack>
      {current.length === 0 ? (
        <p>{pl.household.empty}</p>
      ) : (
        <HouseholdFigure
          label={household.name}
          members={current.map((one) => ({
            key: `${one.personId}-${one.validFrom}`,
            kind: figureOf(one.birthDate, today),
            name: nameOf(one),
            ...(one.personId === personId ? { self: true } : { href: personPath(one.personId) }),
            ...(one.birthDate ? { age: ageOn(one.birthDate, today) } : {}),
            relation: pl.household.parts[one.part],
          }))}
        />
      )}
      {past.length > 0 && (
        <Disclosure summary={pl.household.past}>
          <ul>
            {past.map((one) => (
              <li key={`${one.personId}-${one.validFrom}`}>
                {pl.household.was(
                  nameOf(one),
                  pl.household.parts[one.part],
                  shortDate(one.validFrom),
                  shortDate(one.validTo ?? today),
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  );
};

/** The households a person belongs to, drawn; those they have left come last. */
export const HouseholdSection = ({ person, today, editable }: SectionProps): VNode => (
  <Panel
    id="gospodarstwo"
    title={person.households.length > 1 ? pl.household.many : pl.household.title}
    actions={
      editable && <EditLink href={`${personPath(person.id)}/gospodarstwo`} label={pl.household.edit} />
    }
  >
    {person.households.length === 0 ? (
      <p>
        <Unknown>{pl.household.none}</Unknown>
      </p>
    ) : (
      <Stack>
        {person.households.map((household) => (
          <Household key={household.id} household={household} personId={person.id} today={today} />
        ))}
      </Stack>
    )}
  </Panel>
);

/** One relation in words, without the name: what they are, since when, by what document, and how to call them. */
export const RelationWords = ({
  relation,
  hidden = false,
}: {
  relation: RelationView;
  /** Whether the address of the person is hidden: then nobody sees their cases on another account. */
  hidden?: boolean;
}): VNode => {
  const { other, kind, direction } = relation;
  const sees = direction === 'has' && acts(kind) && other.account && !relation.validTo && !hidden;
  const since = pl.relations.since(shortDate(relation.validFrom));
  const dates = relation.validTo ? `${since} ${pl.relations.until(shortDate(relation.validTo))}` : since;
  const what = direction === 'has' ? pl.relations.kinds[kind] : pl.relations.reverse[kind];
  return (
    <>
      {what}
      {relation.note && ` (${relation.note})`}, {dates}
      {relation.document && `, ${pl.relations.document(relation.document)}`}
      {other.phone && direction === 'has' && !relation.validTo && (
        <>
          , <Phone phone={other.phone} />
        </>
      )}
      {sees && `, ${pl.relations.seesCases}`}
      {other.deceasedOn && (
        <>
          {' '}
          <Tag shape="stopped">{pl.relations.deceased}</Tag>
        </>
      )}
    </>
  );
};

/** Representatives, carers and family in both directions; those of the past come last. */
export const RelationsSection = ({ person, editable }: SectionProps): VNode => (
  <Panel
    id="relacje"
    title={pl.relations.title}
    actions={editable && <EditLink href={`${personPath(person.id)}/relacje`} label={pl.relations.edit} />}
  >
    {person.relations.length === 0 ? (
      <p>
        <Unknown>{pl.relations.none}</Unknown>
      </p>
    ) : (
      <ul>
        {person.relations.map((relation) => (
          <li key={relation.id}>
            <a href={personPath(relation.other.id)}>
              <strong>{nameOf(relation.other)}</strong>
            </a>
            : <RelationWords relation={relation} hidden={person.shielded} />
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const factWords: Readonly<Record<string, string>> = pl.facts;
const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: pl.values.sex,
  noPeselReason: pl.values.noPeselReason,
  language: pl.values.language,
  contactPreference: pl.values.contactPreference,
  shielded: pl.values.shielded,
};

const said = (field: string, value: string): string =>
  valueWords[field]?.[value] ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDate(value) : value);

const was = ({
  field,
  before,
  after,
  hidden,
}: PersonView['corrections'][number]['changes'][number]): string => {
  const value = hidden ? pl.values.hidden : before === null ? pl.values.cleared : said(field, before);
  return words.was(factWords[field] ?? field, value, after === null ? null : said(field, after));
};

/** What the data were before: the trail of rectification. */
export const EarlierDataSection = ({ person }: SectionProps): VNode => (
  <Panel id="wczesniej" title={words.history} tone="plain">
    {person.corrections.length === 0 ? (
      <p>{words.historyEmpty}</p>
    ) : (
      <ul>
        {person.corrections.map((one) => (
          <li key={one.version}>
            {moment(one.madeAt)}, {one.madeBy}, {words.why[one.why]}: {one.changes.map(was).join('; ')}
            {one.askedBy && `, ${words.askedBy(pl.correct.askers[one.askedBy])}`}
            {one.reason && ` (${one.reason})`}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
