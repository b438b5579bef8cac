import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { newId } from '../../src/platform/ids.ts';
import { runTask } from '../processes.ts';
import { quantile } from '../report.ts';
import { choicesOf } from './asked.ts';
import { type Line, openLine } from './line.ts';

const taskSchema = z.object({
  port: z.number(),
  /** Address of the survey: `/pomiar/ankieta/…`. */
  path: z.string(),
  /** Names of the questions of each page, in their order. */
  pages: z.array(z.object({ name: z.string(), questions: z.array(z.string()) })),
  /** Connections, each of one person after the other. */
  people: z.number(),
  seconds: z.number(),
  /** Each page is opened before it is answered, as people do; otherwise one after the other is sent. */
  reads: z.boolean(),
});
export type PeopleTask = z.infer<typeof taskSchema>;

const answerSchema = z.object({
  /** Sheets of which the server said that they were sent. */
  acknowledged: z.number(),
  perSecond: z.number(),
  requests: z.number(),
  /** Milliseconds from sending a page of answers to the server's word. */
  p50: z.number(),
  p99: z.number(),
});
export type Answered = z.infer<typeof answerSchema>;

/** People who answer a survey at once, from a process of their own. @throws when one answer is not what it should be */
export async function answerTogether(task: PeopleTask): Promise<Answered> {
  return answerSchema.parse(await runTask('people', task));
}

/** A page of answers as a browser sends it: every question, another answer each time. */
export function formFor(
  page: PeopleTask['pages'][number],
  sheet: string,
  draft: string | undefined,
  round: number,
): string {
  const answers = page.questions.map((name) => {
    const at = Number(name.slice(1)) - 1;
    return `answers.${name}=${1 + ((round * 7 + at) % choicesOf(at))}`;
  });
  return [
    `_once=${newId()}`,
    '_strona=',
    `section=${page.name}`,
    `sheet=${sheet}`,
    `seen=${page.questions.join('%2C')}`,
    ...(draft === undefined ? [] : [`draft=${draft}`]),
    ...answers,
  ].join('&');
}

/** The code of the begun sheet, and the page that follows, from the address that the server sends the person to. */
export const stepOf = (
  location: string,
): { draft: string | undefined; page: string | undefined; sent: boolean } => {
  const { pathname, searchParams } = new URL(location, 'http://127.0.0.1');
  return {
    draft: searchParams.get('k') ?? undefined,
    page: searchParams.get('c') ?? undefined,
    sent: pathname.endsWith('/koniec'),
  };
};

interface Tally {
  acknowledged: number;
  requests: number;
  times: number[];
}

async function read(line: Line, path: string, tally: Tally): Promise<string> {
  const { status, body } = await line.get(path);
  tally.requests += 1;
  if (status !== 200) throw new Error(`${status}: ${path}`);
  return body;
}

/** One person answers one sheet, page by page. */
async function fillSheet(line: Line, task: PeopleTask, round: number, tally: Tally): Promise<void> {
  let address = `${task.path}/czesc`;
  let draft: string | undefined;
  let sheet: string = randomUUID();
  if (task.reads) await read(line, task.path, tally);
  for (let at = 0; ; ) {
    if (task.reads) {
      const body = await read(line, address, tally);
      sheet =
        /name="sheet"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="sheet"/
          .exec(body)
          ?.slice(1)
          .find((one) => one !== undefined) ?? '';
      if (sheet === '') throw new Error('the page names no sheet');
    }
    const page = task.pages[at];
    if (!page) throw new Error('a page that nobody knows');
    const sentAt = performance.now();
    const { status, location } = await line.post(address, formFor(page, sheet, draft, round));
    tally.times.push(performance.now() - sentAt);
    tally.requests += 1;
    if (status !== 303) throw new Error(`${status}: a page of answers was not taken`);
    const step = stepOf(location);
    if (step.sent) {
      tally.acknowledged += 1;
      if (task.reads) await read(line, location, tally);
      return;
    }
    at = task.pages.findIndex(({ name }) => name === step.page);
    address = location;
    ({ draft } = step);
  }
}

/** The process behind `answerTogether`. */
export async function peopleProcess(): Promise<void> {
  const task = taskSchema.parse(JSON.parse(await text(process.stdin)));
  const tally: Tally = { acknowledged: 0, requests: 0, times: [] };
  const began = performance.now();
  const until = began + task.seconds * 1000;
  const person = async (number: number): Promise<void> => {
    const line = openLine(task.port, task.path);
    try {
      // Whoever has begun a sheet ends it.
      for (let round = number; performance.now() < until; round++) await fillSheet(line, task, round, tally);
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: task.people }, (_, number) => person(number)));
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    JSON.stringify({
      acknowledged: tally.acknowledged,
      perSecond: tally.acknowledged / seconds,
      requests: tally.requests,
      p50: quantile(tally.times, 0.5),
      p99: quantile(tally.times, 0.99),
    }),
  );
}
