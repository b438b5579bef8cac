import type { WebWords } from './pl-web.ts';

/** The same in English. */
export const enWeb: WebWords = {
  title: (gmina) => `Population: ${gmina}`,
  lead: 'How many people live here, how old they are and how that will change. The diagnosis and the plan stand on these numbers. Click a number to see where it comes from.',
  home: 'Home page',
  none: 'There are no population numbers yet',
  noneText: 'Once the centre has entered them, you will find them here.',
  polishOnly: 'Charts and tables are labelled in Polish.',
};
