import type { WebWords } from './pl-web.ts';

/** The same words as in pl-web.ts, for residents who read English. */
export const enWeb: WebWords = {
  title: 'Sign in',
  titleDemo: 'Come in as somebody of the centre',
  leadDemo: 'This is a demonstration: the people are made up, and coming in takes one click.',
  lead: 'The way in for staff, providers and residents with an account.',
  back: 'Another centre',
  start: 'Start here',
  enterAs: (name) => `Come in as ${name}`,
  enter: 'Come in',
  groups: {
    case: 'Further in the same case',
    centre: 'Others at the centre',
    outside: 'Outside the centre',
  },
  own: 'I have an account with a password',
  login: 'Account name',
  password: 'Password',
  code: 'Code from the app',
  codeHint: 'Six digits from the authenticator app on your phone.',
  submit: 'Sign in',
  failed:
    'Signing in failed. Check the account name and the password, and copy a new code: each works once. After five failed tries the account closes for 15 minutes.',
  help: 'Forgotten the password, or no phone with the app? The system administrator of your centre gives a new password and a new code.',
  expired: 'Sign in and you will come back to the page you want to open. Saved drafts are waiting.',
};
