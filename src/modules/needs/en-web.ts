import type { WebWords } from './pl-web.ts';

/** The same in English. */
export const enWeb: WebWords = {
  title: 'None of these services',
  lead: 'Tell us that something is missing. We do not ask who you are.',
  why: 'Why does it not fit?',
  reasons: {
    no_service: 'what I am looking for is not here',
    no_places: 'there are no free places',
    conditions: 'I do not meet the conditions',
    distance: 'it is too far away',
    price: 'it costs too much',
    hours: 'the hours do not suit me',
  },
  submit: 'None of these services',
  thanksTitle: 'Thank you, we have written it down',
  thanks:
    'We wrote down only the kind of need, the place and the day. We do not know that it was you. Such answers tell the gmina what is missing.',
  next: 'If you need help, do not stop here. Write to us, and a worker will look for a solution together with you.',
  report: 'Write what you need',
  home: 'Home page',
};
