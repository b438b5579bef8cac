const ours = 'http://okienko.invalid';

/** Where a fresh session lands: the address the person wanted when it is one of ours, else the first page of their own. */
export function landing(wanted: string | undefined, own: string): string {
  // Parsed the way a browser does, because `/\example.com` and `/.//example.com` lead away from us.
  const address = wanted?.startsWith('/') ? URL.parse(wanted, ours) : null;
  if (address?.origin !== ours || address.pathname.startsWith('//')) return own;
  return `${address.pathname}${address.search}${address.hash}`;
}

/** The query that carries the wanted address through sign-in; empty when there is none. */
export const returnQuery = (wanted: string | undefined): string =>
  wanted ? `?powrot=${encodeURIComponent(wanted)}` : '';
