import type { WaysWords } from './pl-ways.ts';

/** The same words as in pl-ways.ts, for residents who read English. */
export const enWays: WaysWords = {
  title: 'Ask for help the way that suits you',
  write: 'Write',
  writeText: 'Say what is hard. It takes a minute.',
  call: 'We call you back',
  callText: 'Leave a number and a time of day. Nothing more.',
  print: 'Print and bring',
  printText: 'A sheet to fill in, in large print too.',
};
