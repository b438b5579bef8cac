import type { WebWords } from './pl-web.ts';

/** The same words as in pl-web.ts, for residents who read English. */
export const enWeb: WebWords = {
  demonstration:
    'Services and programmes come from public pages; people and cases are made up. This is not the page of any office.',
  demonstrationOf: {
    'piotrkow-trybunalski':
      'Real: numbers of residents, public registers and sources. Made up: the centre, the answers to the survey, findings, services typed by hand, remarks, the plan and its amounts.',
  },
  start: {
    title: 'Okienko',
    lead: 'One window, one conversation, every service of the gmina. Choose a centre.',
    empty: 'There is no centre yet',
    emptyText:
      'The first centre and the first administrator are added by a command from the installation handbook.',
    staff: 'Staff entrance',
    gminas: (names) => `Gmina ${names}`,
    gminasMany: (names) => `Gminas: ${names}`,
  },
  signIn: { title: 'Sign in', lead: 'Choose a centre.' },
  statements: { title: 'Accessibility statements', lead: 'Every centre has a statement of its own.' },
  footer: {
    centres: 'Centres',
    about: 'About Okienko',
    surveys: 'Surveys',
    consultations: 'Consultations',
    plans: 'Plans of the gmina',
    results: 'Survey results',
    openData: 'Open data',
    personalData: 'Your personal data',
    accessibility: 'Accessibility statement',
  },
  about: {
    title: 'About Okienko',
    lead: 'An open system for social services centres: one window at which every resident gets every service of the gmina.',
    parts: [
      {
        title: 'Where the data come from',
        text: 'In the demonstration, services and programmes come from public pages of gminas and centres. Beside every service stand the address of the source and the day on which the facts are true. What the source does not say, we do not add. People, cases and plans are made up. This is not the page of any office.',
      },
      {
        title: 'Who sees personal data',
        text: 'Every time a person’s data are read or changed, it is written down: who, when, what and on what basis. Article 50(3) of the Polish act on social services centres requires it. Entries cannot be changed or removed without a trace. Providers of services see only their own part of the plan.',
      },
      {
        title: 'Accessibility',
        text: 'Every page works without scripts, from the keyboard, enlarged four times and with a screen reader. If something is in your way, write to the centre or call it: it has seven days to answer.',
      },
    ],
  },
  resident: 'resident',
  problems: {
    titles: {
      invalid: 'Something does not match',
      refused: 'This cannot be done now',
      forbidden: 'You have no access here',
      not_found: 'There is no such page',
      stale: 'Somebody was faster',
      unproved: 'Prove that it is you',
    },
    kept: 'Everything saved before is safe.',
    who: 'The director of the centre gives rights and the system administrator records them.',
    next: 'Go back and try again, or start from the home page.',
    nextMissing: 'Check the address or start from the home page. You can also call the centre.',
    nextHidden:
      'Check the address or search again. If the case or the person belongs to your work, ask the director to assign the case to you.',
    nextFault:
      'Try again in a moment. If the error comes back, call the centre and tell them the incident number.',
    nextFaultStaff:
      'Try again in a moment. If the error comes back, tell the administrator the incident number.',
    back: 'Back to the start',
  },
  basis: 'Legal basis',
  draftSaved: 'Draft saved. You can come back to it on this device.',
};
