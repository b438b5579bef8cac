import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTogether, readSettings, settings } from '../src/app/settings.ts';
import { alarmNames } from '../src/modules/operations/domain/alarms.ts';
import { projectRoot } from '../src/platform/root.ts';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

const lines = (file: string): string[] =>
  read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('the container file', () => {
  const containerfile = read('deploy/Containerfile');
  const last = containerfile.slice(containerfile.lastIndexOf('\nFROM '));

  it('ends in a stage of its own, as an account that is nobody, with its health asked', () => {
    expect(containerfile.match(/^FROM /gm)).toHaveLength(2);
    expect(last).toMatch(/^USER 10001:10001$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toContain('/health/ready');
    expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m);
  });

  it('takes no secret in and leaves data out', () => {
    expect(containerfile).not.toMatch(/OKIENKO_KEY|PASSWORD|SECRET/i);
    expect(lines('.containerignore')).toEqual(expect.arrayContaining(['.git', '.okienko', 'node_modules']));
  });
});

describe('the units of systemd', () => {
  const service = lines('deploy/okienko.service');

  it('shut the service in', () => {
    expect(service).toEqual(
      expect.arrayContaining([
        'User=okienko',
        'NoNewPrivileges=yes',
        'ProtectSystem=strict',
        'ProtectHome=yes',
        'PrivateTmp=yes',
        'CapabilityBoundingSet=',
        'RestartPreventExitStatus=78',
      ]),
    );
  });

  it('wait longer for the end than the program waits for its requests', () => {
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(service.join('\n'))?.[1]);
    expect(seconds).toBeGreaterThan(settings.stopSeconds.value.parse(undefined) + 5);
  });

  it.runIf(existsSync('/usr/bin/systemd-analyze'))('are units as systemd reads them', () => {
    const units = readdirSync(path.join(projectRoot, 'deploy')).filter((name) =>
      /\.(service|timer)$/.test(name),
    );
    expect(units).toHaveLength(3);
    const said = spawnSync('systemd-analyze', ['verify', ...units], {
      cwd: path.join(projectRoot, 'deploy'),
      encoding: 'utf8',
    });
    // Whether node is installed here as it is there is not the unit's fault.
    expect(said.stderr.split('\n').filter((line) => line !== '' && !line.includes('not executable'))).toEqual(
      [],
    );
  });
});

describe('the example of settings', () => {
  it('is taken by the program as it stands, and with its comments opened', () => {
    const env = (text: readonly string[]): Record<string, string> =>
      Object.fromEntries(
        text.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
    checkTogether(readSettings(env(lines('deploy/okienko.env.example'))));
    const opened = read('deploy/okienko.env.example')
      .split('\n')
      .filter((line) => /^#?[A-Z_]+=/.test(line))
      .map((line) => line.replace(/^#/, ''));
    checkTogether(readSettings(env(opened)));
    expect(opened.length).toBeGreaterThan(8);
  });
});

describe('the runbook', () => {
  it('says for every alarm what to do', () => {
    const table = read('docs/runbook/alarmy.md');
    for (const name of alarmNames) expect(table).toContain(`| \`${name}\` |`);
  });

  it('names no setting that the program does not know', () => {
    const known = Object.values(settings).map(({ name }) => name);
    const texts = readdirSync(path.join(projectRoot, 'docs/runbook')).map((name) =>
      read(`docs/runbook/${name}`),
    );
    const named = texts.flatMap((text) => text.match(/\bOKIENKO_[A-Z_]+\b/g) ?? []);
    expect(named.filter((name) => !known.includes(name as (typeof known)[number]))).toEqual([]);
  });
});
