import { randomBytes } from 'node:crypto';
import type { VNode } from 'preact';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import { areaOf } from '../../../law/index.ts';
import { Kbd, type Shape, StateTag } from '../../../ui/index.ts';
import { groupedCode } from '../domain/follow-up.ts';
import { type CaseState, stateWords } from '../domain/lifecycle.ts';
import { caseWords } from '../pl-case.ts';

/** The window of every state. */
export const shapeOf: Record<CaseState, Shape> = {
  reported: 'open',
  answered: 'done',
  draft: 'draft',
  submitted: 'open',
  awaiting_completion: 'waiting',
  left_unconsidered: 'stopped',
  in_recognition: 'running',
  qualified: 'done',
  plan_in_preparation: 'running',
  plan_running: 'running',
  transferred: 'waiting',
  transfer_accepted: 'done',
  refused: 'refused',
  withdrawn: 'stopped',
  closed: 'done',
};

/** The state of a case: a window in a position and its word; for residents in plain words of their language. */
export const CaseStateTag = ({ state, label }: { state: CaseState; label?: string }): VNode => (
  <StateTag state={shapeOf[state]} label={label ?? stateWords(state)} />
);

/** Where a case is. */
export const casePath = (caseId: string, step = ''): string =>
  `/praca/sprawy/${caseId}${step === '' ? '' : `/${step}`}`;

/** "4. pomoc społeczna"; undefined when nobody has seen an area. */
export const areaWords = (code: number | null): string | undefined => {
  const area = code === null ? undefined : areaOf(code);
  return area && `${area.code}. ${area.name}`;
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The person of a case: of the register, as typed in the application or in the report, or unknown. */
export function personNameOf(view: {
  person: { name: string } | null;
  application: { answers: Record<string, unknown> } | null;
  report: { about: Record<string, unknown> } | null;
}): string {
  const typed = asText(view.application?.answers['name']) || asText(view.report?.about['name']);
  return view.person?.name ?? (typed || caseWords.unknownPerson);
}

/** Words of several lines as they were written. */
export const Lines = ({ text }: { text: string }): VNode => (
  <>
    {text.split('\n').map((line, index) => (
      <p key={index}>{line}</p>
    ))}
  </>
);

/** A follow-up code, in the groups in which it is read aloud. */
export const CodeText = ({ code }: { code: string }): VNode => (
  <p class="row">
    {groupedCode(code)
      .split('-')
      .map((group) => (
        <Kbd key={group}>{group}</Kbd>
      ))}
  </p>
);

/** A fresh secret for the address of a form: the follow-up code, or a secret address, will come from it. */
export const freshSeed = (): string => randomBytes(24).toString('base64url');

/** An answer that a page loads only when something in its address asks for it. */
export const maybe = async <T,>(asked: Promise<Outcome<T>> | undefined): Promise<Outcome<T | undefined>> =>
  asked === undefined ? { ok: true, value: undefined } : await asked;
