import type { LetterTranslation } from './letter-translation.ts';

/** Letters of the centre in English, beside the binding Polish ones. */
export const enTranslations: LetterTranslation = {
  title: 'Translation into English',
  binding: 'This is a translation. The Polish text above is the one that counts in law.',
  receipt: {
    lead: (on, services) =>
      `We confirm that on ${on} the centre received an application to use social services: ${services}.`,
    steps: (due, planDays, callDays) => [
      `We check that the application is complete. If something is missing, we write what and give you at least ${callDays} days from the day you get that letter.`,
      'The coordinator may invite you to talk about the needs.',
      `If an individual plan of services is needed, we will have it ready within ${planDays} days of the application, that is by ${due}.`,
      'We will tell you when you are accepted for the service. A refusal takes a decision, which you can appeal against.',
    ],
    otherTrack:
      'The application is about a service that other acts decide on. With the applicant’s agreement we will pass it to the place that provides this service, and let you know.',
  },
  call: {
    lead: (on, services, days) =>
      `Please complete the application of ${on} for social services (${services}) within ${days} days of the day you got this letter.`,
    gaps: 'What is missing is listed in Polish in the letter. Call us if you need it explained.',
    result: 'If it is not completed in that time, the application will not be considered.',
    ways: [
      'Bring or post what is missing to the address of the centre at the top of the letter. Write the case sign on the envelope.',
      'If you applied on the website of the centre, you can add documents there with the case code.',
      'If this is difficult, call or come to the window: we will help you there.',
    ],
    count:
      'The day you got the letter does not count. If the last day is a Saturday or a public holiday, the term ends on the next working day.',
  },
  transfer: {
    lead: (target, on) =>
      `On ${on} we passed your application to the place where such matters are settled: ${target}.`,
    reason: (reason) => `Reason (in Polish): ${reason}`,
    next: 'That place takes the case from here. We will let you know its answer.',
    notDecision: 'This letter is a notice, not a decision.',
  },
  qualification: {
    lead: 'Your application was accepted. You can use these services:',
    service: (name, from, to, fee) => `${name}: from ${from} to ${to}, fee: ${fee}`,
    free: 'free of charge',
    feeDue: (total, day) =>
      day === null ? `To pay in all: ${total}.` : `To pay in all: ${total}, by ${day}.`,
    resignation:
      'If you resign from the services, you pay only up to the day of resignation. If paying is hard, ask the director to release you from it.',
    next: 'The coordinator will get in touch about the first meeting. If anything changes, let the centre know.',
    notDecision: 'This letter is information. Being accepted takes no administrative decision.',
  },
  decision: {
    refusal: (services) =>
      `This is a decision. The centre refuses the social services you applied for${services === '' ? '' : `: ${services}`}.`,
    order: (amount, day) => `This is a decision. You have to pay ${amount} for a social service by ${day}.`,
    reasons:
      'The reasons are in Polish in the decision. Call us or come to the window and we will explain them.',
    appeal: (days) =>
      `You can appeal within ${days} days of the day you got the decision. The name of the appeal board is in the decision, under “Pouczenie”. You send the appeal to the authority named at the top of the decision, which passes it on.`,
    how: 'You can bring the appeal to the window, post it or send it electronically. It needs no special form and no reasons: it is enough to say that you do not agree.',
    waiver:
      'In that time you can also give up the right to appeal. From the day the authority gets that statement the decision is final and cannot be appealed against.',
    help: 'If writing is hard, come to the window: we will write down what you say.',
  },
  copy: {
    intro: (on) => `This plan came out of our talk. We agreed it on ${on}.`,
    period: (from, to) => `The plan runs from ${from} to ${to}.`,
    services: 'Who helps and with what',
    service: (name, who, when, where, cost) =>
      `${name}. Who: ${who}. When: ${when}. Where: ${where}. Fee: ${cost}.`,
    unknown: 'the coordinator will say',
    free: 'free of charge',
    rights: 'What you can do',
    rightsList: [
      'Change the plan: tell the coordinator what you need now. We will agree the change together.',
      'Resign: at any time. You pay only up to the day of resignation.',
      'Complain: to the coordinator, or in writing to the director. The answer comes within a month.',
      'See who looked at your data: ask at the window.',
      'Have help: come with somebody close to you, ask for an interpreter, large print or a talk at home.',
    ],
  },
};
