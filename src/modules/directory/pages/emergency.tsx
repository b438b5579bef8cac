import type { VNode } from 'preact';
import emergency from '../../../../data/emergency.json' with { type: 'json' };
import type { Lang } from '../../../lang.ts';
import { Notice } from '../../../ui/index.ts';
import { findWordsOf } from '../find-words.ts';

// The few that fit on a front page; guided help shows them all, by what has happened.
const shown = [
  { id: 'emergency', words: 'danger' },
  { id: 'adults', words: 'crisis' },
  { id: 'blueLine', words: 'violence' },
  { id: 'children', words: 'child' },
] as const;

/** Groups whose words or services bring the numbers first, whatever else stands on the page. */
export const inDanger: readonly (string | null)[] = ['violence', 'mentalCrisis', 'addiction'];

/** Whom to call at once, each number a link that dials. */
export const Emergency = ({ lang }: { lang: Lang }): VNode => {
  const { title, numbers } = findWordsOf(lang).emergency;
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {shown.flatMap(({ id, words }) => {
          const line = emergency.numbers.find((one) => one.id === id);
          return line ? (
            <li key={id}>
              <a href={`tel:${line.phone.replaceAll(' ', '')}`}>{line.phone}</a> {numbers[words]}
            </li>
          ) : (
            []
          );
        })}
      </ul>
    </Notice>
  );
};
