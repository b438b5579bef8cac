import { describe, expect, it } from 'vitest';
import { makePesel } from '../../../law/index.ts';
import { identityOf } from './identity.ts';

const today = '2026-11-16';
const pesel = makePesel('1950-03-12', 'female', 7);

describe('who a person is, with a PESEL', () => {
  it('takes birth date and sex from the number', () => {
    expect(identityOf({ pesel }, today)).toMatchObject({
      ok: true,
      identity: { pesel, birthDate: '1950-03-12', sex: 'female', overrideReason: null, noPeselReason: null },
    });
  });

  it.each([{ birthDate: '1950-12-03' }, { sex: 'male' as const }])(
    'asks for a reason when the documents say otherwise: %o',
    (other) => {
      expect(identityOf({ pesel, ...other }, today)).toEqual({ ok: false, fault: 'override-missing' });
      expect(identityOf({ pesel, ...other, overrideReason: 'błąd w rejestrze' }, today)).toMatchObject({
        ok: true,
        identity: { ...other, overrideReason: 'błąd w rejestrze' },
      });
    },
  );

  it('keeps no reason for a difference that is none', () => {
    expect(identityOf({ pesel, birthDate: '1950-03-12', overrideReason: 'x' }, today)).toMatchObject({
      identity: { overrideReason: null },
    });
  });

  it('forgets the reason for having no PESEL once there is one', () => {
    expect(identityOf({ pesel, noPeselReason: 'foreigner' }, today)).toMatchObject({
      identity: { noPeselReason: null },
    });
  });

  it('takes nobody born after today', () => {
    expect(identityOf({ pesel: makePesel('2026-11-17', 'male', 1) }, today)).toEqual({
      ok: false,
      fault: 'born-later',
    });
    expect(identityOf({ pesel: makePesel('2026-11-16', 'male', 1) }, today)).toMatchObject({ ok: true });
  });
});

describe('who a person is, without a PESEL (KRI § 10)', () => {
  it('needs a reason and nothing more', () => {
    expect(identityOf({}, today)).toEqual({ ok: false, fault: 'reason-missing' });
    expect(identityOf({ noPeselReason: 'homelessness_no_documents' }, today)).toMatchObject({
      ok: true,
      identity: { birthDate: null, sex: null, noPeselReason: 'homelessness_no_documents' },
    });
  });

  it('takes birth date and sex as the person says', () => {
    expect(
      identityOf({ noPeselReason: 'foreigner', birthDate: '1990-01-02', sex: 'male' }, today),
    ).toMatchObject({ identity: { birthDate: '1990-01-02', sex: 'male' } });
  });

  it('asks which document a number is of', () => {
    expect(identityOf({ noPeselReason: 'foreigner', otherIdNumber: 'AB1' }, today)).toEqual({
      ok: false,
      fault: 'id-kind-missing',
    });
    expect(
      identityOf({ noPeselReason: 'foreigner', otherIdNumber: 'AB1', otherIdKind: 'paszport' }, today),
    ).toMatchObject({ ok: true });
  });

  it('takes a year before 1900 for a slip of the hand', () => {
    expect(identityOf({ noPeselReason: 'not_given', birthDate: '1899-12-31' }, today)).toEqual({
      ok: false,
      fault: 'born-too-long-ago',
    });
  });
});
