import type { WaysWords } from './pl-ways.ts';

/** The same words as in pl-ways.ts, for residents who read Ukrainian. */
export const ukWays: WaysWords = {
  title: 'Попросіть про допомогу так, як вам зручно',
  write: 'Напишіть',
  writeText: 'Скажіть, з чим важко. Це займе хвилину.',
  call: 'Ми передзвонимо',
  callText: 'Залиште номер і час доби. Більше нічого.',
  print: 'Надрукуйте й принесіть',
  printText: 'Аркуш для заповнення, також великим шрифтом.',
};
