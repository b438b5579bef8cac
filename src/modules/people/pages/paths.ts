/** Addresses of the module's pages. */
export const peoplePath = '/praca/osoby';
export const personPath = (personId: string): string => `${peoplePath}/${personId}`;
export const newPersonPath = `${peoplePath}/nowa`;
export const necessityPath = (personId: string): string => `/praca/dostepy/osoba/${personId}`;

/** The person whose page this is. */
export const personOf = (request: { params: Record<string, string> }): string =>
  request.params['personId'] ?? '';

/**
 * Where a page leads back when it was opened on the way somewhere else, with the person added to the address:
 * only to our own pages of work.
 */
export function returnTo(wanted: string | undefined, personId: string): string | undefined {
  if (wanted === undefined || !/^\/praca\/[\w/-]+(?:\?[\w=&%.+-]*)?$/.test(wanted)) return undefined;
  return `${wanted}${wanted.includes('?') ? '&' : '?'}osoba=${personId}`;
}
