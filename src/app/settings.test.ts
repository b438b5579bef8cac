import { describe, expect, it } from 'vitest';
import { okienko } from '../../test/support/command-line.ts';
import { readConfig } from './config.ts';
import { checkTogether, readSettings, settings } from './settings.ts';

const saidOf = (env: Record<string, string>): string => {
  try {
    checkTogether(readSettings(env));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('settings', () => {
  it('all have defaults, so that a start needs none', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      secure: false,
      demonstration: true,
    });
    expect(saidOf({})).toBe('');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['DATABASE_URL', 'mysql://localhost/okienko'],
    ['OKIENKO_DEMO', 'nie'],
    ['OKIENKO_SECURE', 'true'],
    ['OKIENKO_KEY', 'abc'],
    ['OKIENKO_URL', 'okienko.gmina.pl'],
    ['OKIENKO_URL', 'https://okienko.gmina.pl/start'],
    ['OKIENKO_PROXIES', 'proxy'],
    ['OKIENKO_SMTP', 'poczta.gmina.pl'],
    ['OKIENKO_MAIL_FROM', 'Centrum'],
    ['OKIENKO_ALARM_MAIL', 'a@b.pl, ktoś'],
    ['OKIENKO_BACKUP_HOUR', '24'],
    ['OKIENKO_BACKUP_KEEP', '1'],
    ['OKIENKO_BACKUP_ALARM_HOURS', '0'],
    ['OKIENKO_DISK_ALARM_PERCENT', '100'],
    ['OKIENKO_METRICS_TOKEN', 'krótki'],
    ['OKIENKO_LOG', 'all'],
    ['OKIENKO_STOP_SECONDS', '0'],
    ['OKIENKO_PUBLIC_READS', '-1'],
  ])('%s=%s is refused by a sentence that names it and says how it must look', (name, value) => {
    const said = saidOf({ [name]: value });
    const { must } = Object.values(settings).find((one) => one.name === name) ?? { must: '?' };
    expect(said).toContain(`Ustawienie ${name}`);
    expect(said).toContain(must);
  });

  it('take what is right', () => {
    const read = readSettings({
      PORT: '0',
      DATABASE_URL: 'postgres:///okienko?host=%2Ftmp%2Fa&user=postgres',
      OKIENKO_URL: 'https://okienko.gmina.pl/',
      OKIENKO_SECURE: '1',
      OKIENKO_PROXIES: 'loopback, 10.0.0.0/8',
      OKIENKO_BACKUP_HOUR: 'off',
      OKIENKO_ALARM_MAIL: 'a@gmina.pl,b@gmina.pl',
      OKIENKO_SMTP: 'smtps://konto:haslo@poczta.gmina.pl',
      OKIENKO_MAIL_FROM: 'Centrum Usług Społecznych <okienko@gmina.pl>',
    });
    expect(read).toMatchObject({ port: 0, home: 'https://okienko.gmina.pl', backupHour: null });
    expect(() => checkTogether(read)).not.toThrow();
  });

  it('that hold a secret are not repeated where they are refused', () => {
    expect(saidOf({ OKIENKO_KEY: 'tajny' })).not.toContain('tajny');
    expect(saidOf({ DATABASE_URL: 'postgre://u:tajne@h/b' })).not.toContain('tajne');
  });

  it('that nobody knows are refused with the name that was meant, or they would silently do nothing', () => {
    expect(saidOf({ OKIENKO_BACKUPHOUR: '2' })).toContain('OKIENKO_BACKUP_HOUR?');
    expect(saidOf({ OKIENKO_XYZ: '2' })).not.toContain('czy chodzi');
  });

  it('fit together: TLS with its address, mail with its sender, an alarm with a way out', () => {
    expect(saidOf({ OKIENKO_SECURE: '1' })).toContain('OKIENKO_URL');
    expect(saidOf({ OKIENKO_URL: 'https://a.pl' })).toContain('OKIENKO_SECURE');
    expect(saidOf({ OKIENKO_SMTP: 'smtp://a.pl' })).toContain('OKIENKO_MAIL_FROM');
    expect(saidOf({ OKIENKO_ALARM_MAIL: 'a@b.pl' })).toContain('OKIENKO_SMTP');
  });

  it('stop the program at once: one sentence, the code, and 78 for whoever started it', async () => {
    const ended = await okienko(['start'], { PORT: 'osiemdziesiąt' });
    expect(ended).toMatchObject({ code: 78, said: '' });
    expect(ended.complained).toMatch(/^Ustawienie PORT .*\[okienko\.settings\]\n$/);
  });
});
