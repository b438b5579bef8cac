import type { CentreInfo } from '../../src/platform/http/route.ts';

/** The centre behind a page, as the server sees it, for servers that a test puts together itself. */
export const centreInfo = (id: string): CentreInfo => ({
  id,
  slug: 'jarocin',
  name: 'CUS',
  place: 'Jarocin',
  legalForm: 'A',
  demonstration: true,
  gminas: [],
  letterhead: { addressLines: [], phone: null, email: null, web: null, bankAccount: null },
});
