import { isCarried, openCarried } from './carry.ts';
import type { Vault } from '../vault/vault.ts';
import type { FormValues } from './form-data.ts';
import type { Visit } from './parts.ts';
import type { PageRequest } from './route.ts';

/** Where a search form is sent whose words must not stand in an address: no PESEL in a history, a log or a screenshot. */
export const privateSearchPath = '/praca/szukaj';

/** Name of the hidden field that says which page shows the results; without it: `usual`. */
export const searchedPage = '_na';
const usual = '/praca/osoby';

const mark = '~';

/** How a sealed value begins; nothing that a person types into an address by hand does. */
const isSealed = (value: string): boolean => value.startsWith(`${mark}v1.`);

const placeOf = ({ actor }: Pick<Visit, 'actor'>): string => `query/${actor.centreId}/${actor.accountId}`;

const ours = 'http://okienko.invalid';

/** The page of work that the results are shown on: never another site. */
function pageOf(wanted: unknown): URL {
  const address = typeof wanted === 'string' && wanted.startsWith('/praca') ? URL.parse(wanted, ours) : null;
  return address?.origin === ours && address.pathname.startsWith('/praca') && !address.pathname.includes('//')
    ? address
    : new URL(usual, ours);
}

/** The address that shows the results: what was typed is sealed for the account that typed it. */
export function sealedAddress(vault: Vault, visit: Pick<Visit, 'actor'>, values: FormValues): string {
  const address = pageOf(values[searchedPage]);
  for (const [name, sent] of Object.entries(values)) {
    const typed = (Array.isArray(sent) ? sent[0] : sent)?.trim().slice(0, 200) ?? '';
    if (name.startsWith('_') || typed === '') continue;
    address.searchParams.set(name, `${mark}${vault.seal(typed, placeOf(visit))}`);
  }
  return `${address.pathname}${address.search}`;
}

const opened = (vault: Vault, visit: Pick<Visit, 'actor'>, sealed: string): string => {
  try {
    return vault.open(sealed.slice(mark.length), placeOf(visit));
  } catch {
    // Somebody else's address, or one of an earlier key: a search for nothing.
    return '';
  }
};

/** A query as pages read it, its sealed values opened; `sealed` holds those as they stand in the address. */
export function openQuery(
  vault: Vault,
  visit: Pick<Visit, 'actor'>,
  query: Record<string, string>,
  now: string,
): Required<Pick<PageRequest, 'query' | 'sealed'>> {
  const sealed = Object.fromEntries(
    Object.entries(query).filter(([, value]) => isSealed(value) || isCarried(value)),
  );
  const { centreId } = visit.actor;
  const open = Object.entries(sealed).map(([name, value]) => [
    name,
    isCarried(value) ? openCarried(vault, { centreId, now }, value) : opened(vault, visit, value),
  ]);
  return { query: { ...query, ...Object.fromEntries(open) }, sealed };
}

/** A value of the query as it goes on into another address: sealed where it came sealed. */
export const asSent = ({ query, sealed }: Pick<PageRequest, 'query' | 'sealed'>, name: string): string =>
  encodeURIComponent(sealed?.[name] ?? query[name] ?? '');
