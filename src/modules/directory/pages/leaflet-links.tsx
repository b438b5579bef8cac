import type { VNode } from 'preact';
import type { PageContext } from '../../../platform/http/route.ts';
import { cardWordsOf } from '../card-words.ts';

const chosen = ['text', 'area', 'group', 'gmina', 'reach', 'price'] as const;

/** What was found, to take away on paper: in ordinary and in large print. */
export const LeafletLinks = ({ context: { centre, lang, query } }: { context: PageContext }): VNode => {
  const { paper } = cardWordsOf(lang);
  const asked = chosen.flatMap((name): [string, string][] => (query[name] ? [[name, query[name]]] : []));
  const address = (more: [string, string][]): string => {
    const carried = new URLSearchParams([...asked, ...more]).toString();
    return `${centre.home}/ulotka${carried && `?${carried}`}`;
  };
  return (
    <p>
      {paper.take}: <a href={address([])}>{paper.print}</a>,{' '}
      <a href={address([['druk', 'duzy']])}>{paper.printLarge}</a>
    </p>
  );
};
