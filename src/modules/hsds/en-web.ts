import type { WebWords } from './pl-web.ts';

export const enWeb: WebWords = {
  title: 'Open data',
  lead: 'You can download the directory of services and use it: in an app, on a website, in a table.',
  home: 'Home page',
  what: {
    title: 'What is here',
    text: 'Here are all published services of this gmina. Each has a description, a place, hours, a price and free places. There are no data about people.',
    free: 'The data are free. You need no account and no password. Say where they come from and of what day they are.',
  },
  files: {
    title: 'Download everything at once',
    csv: 'CSV tables (ZIP file)',
    csvAbout: 'For a spreadsheet.',
    json: 'JSON file',
    jsonAbout: 'For programmers: the whole directory in one file.',
    lines: 'NDJSON file',
    linesAbout: 'For programmers: one service on each line.',
  },
  api: {
    title: 'For programmers: the API',
    text: 'The data follow the international standard HSDS 3.1, with the Polish profile hsds-pl-cus.',
    root: 'Start of the API',
    services: 'Services',
    organizations: 'Organizations',
    locations: 'Places',
    sites: 'Services at places',
    taxonomies: 'Taxonomies, with the 14 areas of social services',
    openapi: 'Addresses and parameters (OpenAPI)',
    profile: 'The Polish profile hsds-pl-cus',
    limit:
      'Ask at most 600 times a minute. Ask only for what has changed since last time: the parameter modified_after.',
  },
  wrong: {
    title: 'Is something wrong?',
    text: 'If the data are not true or are old, write to the centre or call it.',
  },
};
