import type { ComponentChildren, VNode } from 'preact';
import { Tag } from '../content.tsx';
import { money } from '../format.ts';
import { useLang, useWords, type Words } from '../words.ts';

/** Up to so many places every place is a window of its own. */
const mostPanes = 60;

export type MeasureProps = {
  label: ComponentChildren;
  /** `people`: persons; `money`: whole grosze. */
  unit: 'people' | 'money';
  used: number;
  /** Applications in progress, budget reserved: not yet used, no longer free. */
  reserved?: number;
  /** Missing when the programme gives no limit. */
  limit: number | undefined;
  note?: ComponentChildren;
};

const fullness = (used: number, limit: number, words: Words) => {
  if (used > limit)
    return (
      <Tag tone="danger" shape="warning">
        {words.measure.over}
      </Tag>
    );
  if (used === limit)
    return (
      <Tag tone="danger" shape="stopped">
        {words.measure.full}
      </Tag>
    );
  if (used >= limit * 0.9)
    return (
      <Tag tone="warning" shape="waiting">
        {words.measure.nearly}
      </Tag>
    );
  return null;
};

const Panes = ({ used, reserved, limit }: { used: number; reserved: number; limit: number }) => (
  <span class="panes" aria-hidden="true">
    {Array.from({ length: limit }, (_, index) => (
      <span
        key={index}
        class={index < used ? 'pane pane-used' : index < used + reserved ? 'pane pane-reserved' : 'pane'}
      />
    ))}
  </span>
);

const Bar = ({ used, reserved, limit }: { used: number; reserved: number; limit: number }) => {
  const whole = Math.max(limit, used + reserved, 1);
  const share = (part: number): string => `${Math.round((part / whole) * 10_000) / 100}%`;
  return (
    <svg class="measure-bar" width="100%" height="22" aria-hidden="true" focusable="false">
      <rect class="measure-back" x="0" y="0" width="100%" height="22" />
      <rect class="measure-used" x="0" y="0" width={share(used)} height="22" />
      <rect class="measure-reserved" x={share(used)} y="11" width={share(reserved)} height="11" />
      {[25, 50, 75].map((at) => (
        <line key={at} class="measure-mullion" x1={`${at}%`} x2={`${at}%`} y1="0" y2="22" />
      ))}
      <rect class="measure-frame" x="0" y="0" width="100%" height="22" />
    </svg>
  );
};

/** The limit of a programme as a filled measure: a house front of places, or a bar of money. */
export const Measure = ({ label, unit, used, reserved = 0, limit, note }: MeasureProps): VNode => {
  const words = useWords();
  const lang = useLang();
  const say = (value: number): string =>
    unit === 'money' ? money(value, lang) : words.measure.people(value);
  const bare = (value: number): string => (unit === 'money' ? money(value, lang) : String(value));
  const panes = unit === 'people' && limit !== undefined && limit <= mostPanes && used + reserved <= limit;
  return (
    <div class="measure">
      <div class="measure-head">
        <span class="measure-label">{label}</span>
        {limit === undefined ? (
          <Tag shape="unknown">{words.measure.noLimit}</Tag>
        ) : (
          fullness(used + reserved, limit, words)
        )}
      </div>
      {limit !== undefined &&
        (panes ? (
          <Panes used={used} reserved={reserved} limit={limit} />
        ) : (
          <Bar used={used} reserved={reserved} limit={limit} />
        ))}
      <dl class="measure-words">
        <div>
          <dt>
            <span class="key key-used" aria-hidden="true" /> {words.measure.used}
          </dt>
          <dd>{limit === undefined ? say(used) : words.measure.of(bare(used), say(limit))}</dd>
        </div>
        {reserved > 0 && (
          <div>
            <dt>
              <span class="key key-reserved" aria-hidden="true" /> {words.measure.reserved}
            </dt>
            <dd>{bare(reserved)}</dd>
          </div>
        )}
        {limit !== undefined && (
          <div>
            <dt>
              <span class="key" aria-hidden="true" /> {words.measure.free}
            </dt>
            <dd>{bare(Math.max(limit - used - reserved, 0))}</dd>
          </div>
        )}
      </dl>
      {note && <p class="measure-note">{note}</p>}
    </div>
  );
};
