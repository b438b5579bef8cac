import type { ComponentChildren, VNode } from 'preact';
import type { ProgrammeItemId } from '../../../law/index.ts';
import { money, Prose, shortDate, Tag, Unknown } from '../../../ui/index.ts';
import { partialDay } from '../../directory/index.ts';
import { applicationFields, contactMinimum, type Sensitivity } from '../domain/application-fields.ts';
import type { Items } from '../domain/items.ts';
import type { Offer } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import { ConditionList } from './parts.tsx';

const words = pl.pages.itemForm;

const NotSaid = () => <Unknown>{pl.pages.notSaid}</Unknown>;

const day = (value: string | null): ComponentChildren => (value === null ? <NotSaid /> : partialDay(value));

/** Text as paragraphs, the way it was typed. */
export const Paragraphs = ({ text }: { text: string }): VNode => (
  <Prose>
    {text
      .split(/\n+/)
      .filter(Boolean)
      .map((line, index) => (
        <p key={index}>{line}</p>
      ))}
  </Prose>
);

const Said = ({ text }: { text: string | null }) =>
  text === null ? <NotSaid /> : <Paragraphs text={text} />;

const toneOf: Record<Sensitivity, 'neutral' | 'warning' | 'danger'> = {
  ordinary: 'neutral',
  art9: 'warning',
  art10: 'danger',
};

const DataFields = ({ fields }: { fields: readonly string[] }) => (
  <ul>
    {applicationFields
      .filter((field) => fields.includes(field.id) || contactMinimum.some((id) => id === field.id))
      .map((field) => (
        <li key={field.id}>
          {field.label}{' '}
          {field.sensitivity !== 'ordinary' && (
            <Tag tone={toneOf[field.sensitivity]}>{pl.sensitivity[field.sensitivity]}</Tag>
          )}
        </li>
      ))}
  </ul>
);

const Indicators = ({ indicators }: { indicators: NonNullable<Items['monitoring']>['indicators'] }) => (
  <ul>
    {indicators.map((one, index) => (
      <li key={index}>
        {[one.name, one.unit].filter(Boolean).join(', ')}
        {one.base !== null && `; ${words.base.toLowerCase()}: ${one.base}`}
        {`; ${words.target.toLowerCase()}: `}
        {one.target ?? <NotSaid />}
        {one.source !== null && `; ${one.source}`}
        {one.frequency !== null && `; ${one.frequency}`}
        {one.result !== null && `; ${one.result}`}
      </li>
    ))}
  </ul>
);

const Budget = ({ budget }: { budget: NonNullable<Items['budget']> }) => (
  <>
    {budget.totalGrosze !== null && (
      <p>
        <strong>{money(budget.totalGrosze)}</strong>
        {budget.approximate && ` (${pl.pages.approximate})`}
      </p>
    )}
    <Said text={budget.funding} />
    {budget.lines.length > 0 && (
      <ul>
        {budget.lines.map((line, index) => (
          <li key={index}>
            {line.words}: {money(line.grosze)}
          </li>
        ))}
      </ul>
    )}
  </>
);

type Show = (items: Items, offers: readonly Offer[]) => ComponentChildren;

/** What an item says, shown by its kind. */
const shows: Record<ProgrammeItemId, Show> = {
  nameAndGoal: ({ nameAndGoal: it }) =>
    it && (
      <>
        <p>
          <strong>{it.name}</strong>
        </p>
        <Said text={it.goal} />
      </>
    ),
  period: ({ period: it }) =>
    it && (
      <p>
        {day(it.from)} – {day(it.to)}
      </p>
    ),
  needs: ({ needs: it }) => it && <Paragraphs text={it.text} />,
  recipients: ({ recipients: it }) =>
    it && (
      <>
        <Said text={it.text} />
        <ul>
          {it.groups.map((one, index) => (
            <li key={index}>
              {one.group}: {one.people === null ? <NotSaid /> : pl.people(one.people)}
            </li>
          ))}
        </ul>
      </>
    ),
  services: ({ services: it }, offers) => (
    <ul>
      {offers.map((offer) => (
        <li key={offer.id}>{offer.serviceName}</li>
      ))}
      {it?.others.map((other) => (
        <li key={other}>
          {other} <Unknown>{pl.pages.outsideDirectory}</Unknown>
        </li>
      ))}
    </ul>
  ),
  qualification: ({ qualification: it }) =>
    it && (
      <>
        <Said text={it.procedure} />
        {it.conditions.length > 0 && <ConditionList conditions={it.conditions} />}
      </>
    ),
  fees: ({ fees: it }) =>
    it && (
      <>
        <Said text={it.text} />
        {it.reliefs.length > 0 && (
          <ul>
            {it.reliefs.map((one) => (
              <li key={one.words}>
                {one.words}: {one.percent}%
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  evidence: ({ evidence: it }) =>
    it && (
      <ul>
        {it.rows.map((row, index) => (
          <li key={index}>
            {row.criterion}: {row.documents}
          </li>
        ))}
      </ul>
    ),
  personalData: ({ personalData: it }) => it && <DataFields fields={it.fields} />,
  organisation: ({ organisation: it }) =>
    it && (
      <ul>
        {it.stages.map((stage, index) => (
          <li key={index}>
            {shortDate(stage.from)} – {shortDate(stage.to)}: {stage.name}
          </li>
        ))}
      </ul>
    ),
  monitoring: ({ monitoring: it }) =>
    it && (
      <>
        {it.text !== null && <Paragraphs text={it.text} />}
        <Indicators indicators={it.indicators} />
      </>
    ),
  budget: ({ budget: it }) => it && <Budget budget={it} />,
};

/** One of the twelve items as a person reads it. */
export const ItemView = ({
  id,
  items,
  offers,
}: {
  id: ProgrammeItemId;
  items: Items;
  offers: readonly Offer[];
}): VNode => <>{shows[id](items, offers)}</>;
