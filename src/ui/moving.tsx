import type { VNode } from 'preact';
import { useWords } from './words.ts';

export type TabLink = { href: string; label: string; count?: number; current?: boolean };

/** Parts of one thing, each with an address of its own. */
export const Tabs = ({ label, items }: { label: string; items: readonly TabLink[] }): VNode => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined && <span class="tab-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export type PaginationProps = {
  previous?: string;
  next?: string;
  /** "41–60 z 312" */
  summary?: string;
  pages?: readonly { number: number; href: string; current?: boolean }[];
};

/** The way through a long list. */
export const Pagination = ({ previous, next, summary, pages }: PaginationProps): VNode => {
  const words = useWords();
  return (
    <nav class="pagination" aria-label={words.pages}>
      {previous && (
        <a class="pagination-way" rel="prev" href={previous}>
          ← {words.previous}
        </a>
      )}
      {pages && (
        <ul>
          {pages.map((page) => (
            <li key={page.number}>
              <a
                href={page.href}
                aria-label={words.page(page.number)}
                aria-current={page.current ? 'page' : undefined}
              >
                {page.number}
              </a>
            </li>
          ))}
        </ul>
      )}
      {summary && <span class="pagination-summary">{summary}</span>}
      {next && (
        <a class="pagination-way" rel="next" href={next}>
          {words.next} →
        </a>
      )}
    </nav>
  );
};
