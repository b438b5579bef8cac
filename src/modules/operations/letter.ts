import type { Alarm } from './domain/alarms.ts';
import { pl } from './pl.ts';

/** What the operators are written when something must be done; no person and no case is in it. */
export const alarmLetter = (alarms: readonly Alarm[], home: string): { subject: string; text: string } => ({
  subject: pl.letter.subject(alarms.length),
  text: [
    pl.letter.hello,
    '',
    ...alarms.flatMap(({ name, of }) => [`- ${pl.alarms[name].title(of)}.`, `  ${pl.alarms[name].todo}`, '']),
    pl.letter.more(home),
    pl.letter.again,
    '',
  ].join('\n'),
});
