import type { JsonObject } from './spec.ts';

/** The page of a list, as the standard says it. */
export interface Envelope {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: JsonObject[];
}

/** Puts a page of `perPage` things around its contents. A list of nothing has one page, which is empty. */
export function envelope(
  contents: JsonObject[],
  { total, page, perPage }: { total: number; page: number; perPage: number },
): Envelope {
  const pages = Math.max(1, Math.ceil(total / perPage));
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
