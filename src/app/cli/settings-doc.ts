import { pl } from '../pl.ts';
import { settings } from '../settings.ts';

const words = pl.docs.settings;

const line = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** Reference of every setting: name, what it is for, default, what it must look like. */
export const settingsDocument = (): string =>
  [
    `# ${words.title}`,
    '',
    words.lead,
    '',
    line(...words.head),
    line(...words.head.map(() => '---')),
    ...Object.values(settings).map(({ name, meaning, standard, must }) =>
      line(`\`${name}\``, meaning, standard, must),
    ),
    '',
  ].join('\n');
