import type { Answer, Visitor } from './visitor.ts';

/** Finds the path of the route that answers an address of one centre: at each step a word goes before a parameter. */
export function pathOf(
  paths: readonly string[],
  centre = 'jarocin',
): (address: string) => string | undefined {
  const known = paths
    .map((path) => ({
      path,
      rank: path.replaceAll(/\/(:?)[^/]*/g, (_, colon: string) => (colon ? '1' : '0')),
      fits: new RegExp(`^${path.replace(':centre', centre).replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
    }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1));
  return (address) => {
    const { pathname } = new URL(address, 'http://okienko');
    return known.find(({ fits }) => fits.test(pathname))?.path;
  };
}

const linksOf = ({ body }: Answer): readonly string[] =>
  [...body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** How many pages of one path are opened, and how many that differ only in what is asked for. */
const samePath = 80;
const sameShape = 12;

/**
 * Follows links from `starts` as one visitor until a page of each wanted path was seen, or no link is left. Gives up to
 * `enough` pages of each path of a page, the first seen first.
 */
export async function walk(
  visitor: Visitor,
  starts: readonly string[],
  paths: readonly string[],
  wanted: ReadonlySet<string>,
  enough = 1,
): Promise<Map<string, Answer[]>> {
  const which = pathOf(paths);
  const seen = new Set<string>();
  const tried = new Map<string, number>();
  const found = new Map<string, Answer[]>();
  // What nobody has seen yet goes first, a page asked for in some other way (a filter, a next page) last.
  const rare: string[] = [];
  const queue: string[] = [];
  const asked: string[] = [];
  const add = (address: string): void => {
    const path = which(address);
    if (path === undefined || seen.has(address)) return;
    seen.add(address);
    (tried.has(path) ? (address.includes('?') ? asked : queue) : rare).push(address);
  };
  for (const start of starts) add(start);
  const missing = (): boolean => [...wanted].some((path) => (found.get(path)?.length ?? 0) < enough);
  while (missing()) {
    const address = rare.shift() ?? queue.shift() ?? asked.shift();
    if (address === undefined) break;
    const path = which(address) ?? '';
    const times = tried.get(path) ?? 0;
    if (times >= (address.includes('?') ? sameShape : samePath)) continue;
    tried.set(path, times + 1);
    const answer = await visitor.get(address);
    if (answer.status !== 200 || !answer.type.includes('html')) continue;
    const pages = found.get(path) ?? [];
    found.set(path, pages);
    if (pages.length < enough) pages.push(answer);
    for (const link of linksOf(answer)) add(link);
  }
  return found;
}
