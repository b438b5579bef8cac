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
  codeHint: 'Six digits from the app, or a recovery code. Empty where there is no second factor.',
  submit: 'Sign in',
  failed:
    'Signing in failed. Check the account name and the password, and copy a new code: each works once. After five failed tries the account closes for 15 minutes.',
  help: 'Forgotten the password, or no phone with the app? The system administrator of your centre gives a new password and a new code.',
  expired: 'Sign in and you will come back to the page you want to open. Saved drafts are waiting.',
  passkey: 'Sign in with a passkey',
  passkeyLead: 'With the fingerprint, face or PIN of this device. No password, no code.',
  passkeyFailed: 'The passkey could not be used. Try again, or sign in with password and code.',
  external: (label) => `Sign in through: ${label}`,
  prove: {
    title: 'Prove that it is you',
    lead: 'This is an important step, and the last proof was some time ago.',
    leadForm: 'This is an important step. Your form is waiting and is sent right after the proof.',
    passkeyTitle: 'With a passkey',
    passkey: 'Prove with the passkey',
    passkeyLead: 'Finger, face or PIN of this device.',
    passkeyFailed: 'The passkey could not be used. Try again, or prove with password and code.',
    passwordTitle: 'With the password',
    codeTitle: 'With a code from the app',
    password: 'Password of the account',
    code: 'Code',
    codeHint: 'Six digits from the app, or one of the recovery codes.',
    submit: 'Prove it',
    failed:
      'That did not prove it. Check the password and copy a new code: each works once. After five failed tries you are signed out to be safe; drafts stay.',
  },
  externalDown:
    'That system does not answer just now. It is not your fault and nothing happened. Sign in here, or try again in a few minutes.',
  externalRefused:
    'Signing in at that system did not succeed or took too long. Nothing happened. Try again, or sign in here.',
  join: {
    title: 'Join it with an account in Okienko',
    lead: (label) =>
      `${label} says who you are. Type the code from the administrator once; next time you come in at once.`,
    code: 'Invitation code',
    codeHint: 'Four groups of four characters. Capitals do not matter.',
    submit: 'Join and come in',
    wrong: 'This code does not fit: it may be over or already used. Ask the administrator for a new one.',
    back: 'Back to signing in',
    showTitle: 'One more visit to the window',
    showLead: (label) => `${label} says who you are. Somebody of the centre joins it with your cases.`,
    yourCode: 'Your code',
    showHow:
      'Write the code down and show it at the window of the centre together with an identity document. It is good for 7 days. After that you sign in without it.',
  },
};
