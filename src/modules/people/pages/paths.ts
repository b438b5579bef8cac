/** Addresses of the module's pages. */
export const peoplePath = '/praca/osoby';
export const personPath = (personId: string): string => `${peoplePath}/${personId}`;
export const newPersonPath = `${peoplePath}/nowa`;
export const necessityPath = (personId: string): string => `/praca/dostepy/osoba/${personId}`;

/** The person whose page this is. */
export const personOf = (request: { params: Record<string, string> }): string =>
  request.params['personId'] ?? '';

const ours = 'http://okienko.invalid';

/** Where a registration that began on the way somewhere else leads back, the person added: only to our own pages of work. */
export function returnTo(wanted: string | undefined, personId: string): string | undefined {
  // Parsed the way a browser does, because `/\\example.com` and `/.//example.com` lead away from us.
  const address = wanted?.startsWith('/praca/') ? URL.parse(wanted, ours) : null;
  if (address?.origin !== ours || !address.pathname.startsWith('/praca/') || address.pathname.includes('//'))
    return undefined;
  address.searchParams.set('osoba', personId);
  return `${address.pathname}${address.search}`;
}
