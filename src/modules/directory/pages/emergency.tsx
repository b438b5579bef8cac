import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
import { Notice } from '../../../ui/index.ts';
import { emergencyNumbers } from '../domain/emergency.ts';
import { findWordsOf } from '../find-words.ts';

/** Whom to call at once, each number a link that dials. */
export const Emergency = ({ lang }: { lang: Lang }): VNode => {
  const { title, numbers } = findWordsOf(lang).emergency;
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {emergencyNumbers.map(({ key, number }) => (
          <li key={key}>
            <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a> {numbers[key]}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
