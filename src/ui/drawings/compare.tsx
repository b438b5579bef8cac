import type { ComponentChildren, VNode } from 'preact';
import { Unknown } from '../content.tsx';
import { type Shape, ShapeIcon } from '../window.tsx';
import { useWords } from '../words.ts';

export type DiffRow = {
  key: string;
  field: ComponentChildren;
  /** Missing: the field was not there. */
  before?: string;
  /** Missing: the field is not there any more. */
  after?: string;
};

export type DiffState = 'added' | 'removed' | 'changed' | 'same';

/** What happened to a row between two versions. */
export const diffState = ({ before, after }: Pick<DiffRow, 'before' | 'after'>): DiffState => {
  if (before === after) return 'same';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
};

const sign: Record<DiffState, string> = { added: '+', removed: '−', changed: '≠', same: '=' };

export type VersionDiffProps = {
  caption: string;
  /** Names of the versions: "Wersja 1, 3.02.2026". */
  before: string;
  after: string;
  rows: readonly DiffRow[];
  /** Leaves out what is equal. */
  onlyChanges?: boolean;
};

/** Two versions side by side; what changed is said with a sign and a word. */
export const VersionDiff = ({ caption, before, after, rows, onlyChanges }: VersionDiffProps): VNode => {
  const words = useWords();
  const shown = rows.filter((row) => !onlyChanges || diffState(row) !== 'same');
  if (shown.length === 0) return <p>{words.diff.nothing}</p>;
  return (
    <div class="table-frame">
      <table class="table diff" role="table">
        <caption>
          {caption} ({words.diff.count(rows.filter((row) => diffState(row) !== 'same').length)})
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {words.diff.field}
            </th>
            <th scope="col" role="columnheader">
              {before}
            </th>
            <th scope="col" role="columnheader">
              {after}
            </th>
            <th scope="col" role="columnheader">
              {words.diff.state}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => {
            const state = diffState(row);
            return (
              <tr key={row.key} role="row" class={`diff-${state}`}>
                <th scope="row" role="rowheader">
                  {row.field}
                </th>
                <td role="cell" data-label={before}>
                  {row.before === undefined ? '–' : state === 'same' ? row.before : <del>{row.before}</del>}
                </td>
                <td role="cell" data-label={after}>
                  {row.after === undefined ? '–' : state === 'same' ? row.after : <ins>{row.after}</ins>}
                </td>
                <td role="cell" data-label={words.diff.state} class="nowrap">
                  <span class="diff-sign" aria-hidden="true">
                    {sign[state]}
                  </span>{' '}
                  {words.diff[state]}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

export type MatchResult = 'passed' | 'failed' | 'unknown';

export type MatchCondition = {
  key: string;
  result: MatchResult;
  /** "Wiek co najmniej 65 lat" */
  condition: ComponentChildren;
  /** What is known of the person: "71 lat". */
  fact?: ComponentChildren;
  /** What would change the result: "zaświadczenie lekarza". */
  change?: ComponentChildren;
};

const shapeOf: Record<MatchResult, Shape> = { passed: 'done', failed: 'refused', unknown: 'unknown' };

/** Why a service fits, why not, what is not known, and what would change it. */
export const MatchList = ({ items, label }: { items: readonly MatchCondition[]; label: string }): VNode => {
  const words = useWords();
  const count = (result: MatchResult): number => items.filter((item) => item.result === result).length;
  return (
    <div class="match">
      <p class="match-summary">{words.match.summary(count('passed'), count('failed'), count('unknown'))}</p>
      <ul aria-label={label}>
        {items.map((item) => (
          <li class={`match-item match-${item.result}`} key={item.key}>
            <ShapeIcon shape={shapeOf[item.result]} />
            <div class="match-words">
              <p>
                <span class="match-condition">{item.condition}</span>
                <span class="match-result">{words.match[item.result]}</span>
              </p>
              <p class="match-fact">{item.fact ?? <Unknown />}</p>
              {item.change && (
                <p class="match-change">
                  <strong>{words.match.change}:</strong> {item.change}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};
