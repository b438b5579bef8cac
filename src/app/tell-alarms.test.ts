import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../test/support/centre.ts';
import { type Alarm, alarmLetter } from '../modules/operations/index.ts';
import { alarmTeller } from './tell-alarms.ts';

const house = testHouse();
const full: Alarm = { name: 'disk-low', grade: 'act', of: 4 };
const old: Alarm = { name: 'backup-old', grade: 'act', of: 30 };
let standing: Alarm[] = [];
let letters: string[][] = [];

const teller = () =>
  alarmTeller(
    house.owner,
    house.clock,
    async () => await Promise.resolve(standing),
    async (alarms) => {
      letters.push(alarms.map(({ name }) => name));
      await Promise.resolve();
    },
    () => undefined,
  );
const at = async (time: string): Promise<void> => {
  house.clock.set(`2026-11-16T${time}:00.000Z`);
  await teller().run();
};

beforeEach(async () => {
  letters = [];
  standing = [];
  await house.owner.query('truncate alarm_told');
});

describe('letters about alarms', () => {
  it('go out when an alarm stands for two minutes: a restart is none', async () => {
    standing = [full];
    await at('09:00');
    expect(letters).toEqual([]);
    standing = [];
    await at('09:01');
    standing = [full];
    await at('09:02');
    expect(letters).toEqual([]);
    await at('09:04');
    expect(letters).toEqual([['disk-low']]);
  });

  it('tell all that stands in one letter, and come again after a day, not before', async () => {
    standing = [full, old];
    for (const time of ['09:00', '09:02', '09:03', '21:00']) await at(time);
    expect(letters).toEqual([['disk-low', 'backup-old']]);
    house.clock.set('2026-11-17T09:02:00.000Z');
    await teller().run();
    expect(letters).toHaveLength(2);
  });

  it('are written by one of several servers', async () => {
    standing = [full];
    await at('09:00');
    house.clock.set('2026-11-16T09:02:00.000Z');
    await Promise.all([teller().run(), teller().run()]);
    expect(letters).toHaveLength(1);
  });

  it('say what is wrong, what to do and where to look, and name nobody', () => {
    const { subject, text } = alarmLetter([full], 'https://okienko.gmina.example');
    expect(subject).toBe('Okienko: alarmy (1)');
    expect(text).toContain('Na dysku zostało 4% miejsca');
    expect(text).toContain('https://okienko.gmina.example/praca/stan');
  });
});
