import type { Definition } from '../domain/definition.ts';
import type { Sampling, State } from '../domain/survey.ts';
import type { Device, TakenSurvey } from './keeping.ts';
import type { Answer, Batch } from './send.ts';

/** A survey as the centre lists it. */
export interface Listed {
  id: string;
  title: string;
  sampling: Sampling;
  state: State;
  opensOn: string | null;
  closesOn: string | null;
}

/** What came back: a value; nobody there; not signed in; or what the server said. */
export type Reply<T> =
  | { kind: 'value'; value: T }
  | { kind: 'away' }
  | { kind: 'signedOut' }
  | { kind: 'problem'; status: number; code: string; words: string };

/** A line that has been silent for so long is as good as none. */
const patience = 30_000;

const isProblem = (body: unknown): body is { code: string; detail: string } =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

async function ask<T>(address: string, init: RequestInit = {}): Promise<Reply<T>> {
  try {
    const answer = await fetch(address, {
      ...init,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    });
    // Our own server, of the same version: its schemas have checked what it sends.
    if (answer.ok) return { kind: 'value', value: (await answer.json()) as T };
    if (answer.status === 401) return { kind: 'signedOut' };
    if (answer.status === 429 || answer.status >= 500) return { kind: 'away' };
    const body: unknown = await answer.json();
    return isProblem(body)
      ? { kind: 'problem', status: answer.status, code: body.code, words: body.detail }
      : { kind: 'away' };
  } catch {
    return { kind: 'away' };
  }
}

const command = async <T>(name: string, input: unknown): Promise<Reply<{ result: T }>> =>
  await ask(`/api/commands/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** Surveys of the centre of whoever is signed in. */
export const listSurveys = async (): Promise<Reply<{ surveys: Listed[] }>> =>
  await ask('/api/queries/survey.list-surveys');

/** The published questionnaire of a survey, the version that is answered now. */
export const definitionOf = async (
  surveyId: string,
): Promise<Reply<Omit<TakenSurvey, 'closed'> & { definition: Definition }>> =>
  await ask(`/api/queries/survey.published-definition?${new URLSearchParams({ surveyId }).toString()}`);

/** Sends a batch of sheets. */
export async function postSheets({ surveyId, versionNo, sheets }: Batch): Promise<Answer> {
  const reply = await command<{ kept: string[]; already: string[] }>('survey.post-sheets', {
    surveyId,
    versionNo,
    sheets,
  });
  if (reply.kind === 'value') {
    const { kept, already } = reply.value.result;
    return { kind: 'taken', ids: [...kept, ...already] };
  }
  if (reply.kind !== 'problem') return { kind: reply.kind };
  const { status, code, words } = reply;
  // 400, 413 and 422 speak of what is in the batch; the rest of who sends it and of the survey.
  return { kind: [400, 413, 422].includes(status) ? 'unreadable' : 'refused', code, words };
}

/** Tells the centre that this device sent sheets on a day. */
export const noteDevice = async ({ id, name }: Device, sentOn: string): Promise<boolean> =>
  (await command('survey.note-device', { id, name, sentOn })).kind === 'value';
