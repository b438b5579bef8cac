import type { WebWords } from './pl-web.ts';

/** Words of the public page on personal data. */
export const web: WebWords = {
  title: 'Your data at the centre',
  lead: 'What the centre does with the data you give it, and what you can ask for.',
  home: 'Home page',
  none: 'The centre uses the data to deal with your report or application and to provide services. You get the full information with every report and application.',
  kinds: {
    application: 'When you report a need or apply',
    family: 'When somebody of your family uses the services',
  },
  version: (number, from) => `Version ${number}, valid from ${from}`,
  rights: 'What you can ask for',
  list: [
    'A copy of all data about you, with a list of who looked at them.',
    'Correction of data that are wrong or have changed.',
    'Restriction: the data stay, but nobody uses them.',
    'An objection to what we do with the data.',
    'Erasure of the data once the time is over for which we must keep them.',
    'A complaint to the President of the Personal Data Protection Office.',
  ],
  how: 'How to ask',
  howText:
    'Come, write or call. We will check that it is you and answer within a month at the latest. It costs nothing.',
  account: 'Do you have an account? See who looked at your data.',
  earlier: 'Earlier versions',
};
