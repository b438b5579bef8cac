import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type FormValues, nested } from '../../../platform/http/form-data.ts';
import { namedErrors } from '../../../ui/index.ts';
import { rawAnswers } from './interview.ts';

/** What a form of a screen does. */
export type Action = (values: FormValues, form: HTMLFormElement) => Promise<void> | void;

/** The place that the screens are drawn into, as the server would draw them. */
export interface Stage {
  /** Draws a screen; the focus goes to what is wrong, to the field to begin with, or to the heading. */
  show(screen: VNode, quiet?: 'quiet'): void;
  /** Puts a notice on top of the screen as it stands. */
  say(notice: VNode): void;
  form(action: string): HTMLFormElement | undefined;
}

/** The part of the page that belongs to the script. */
export function stageIn(root: HTMLElement, name: string): Stage {
  return {
    show(screen, quiet) {
      root.innerHTML = namedErrors(renderToString(screen));
      const heading = root.querySelector('h1');
      document.title = [heading?.textContent, name].filter(Boolean).join(' – ');
      if (quiet) return;
      const first = root.querySelector<HTMLElement>('.error-summary, [autofocus]') ?? heading;
      first?.focus({ preventScroll: true });
      scrollTo(0, 0);
    },
    say(notice) {
      root.querySelector('[data-said]')?.remove();
      root.insertAdjacentHTML('afterbegin', `<div data-said>${renderToString(notice)}</div>`);
      scrollTo(0, 0);
    },
    form: (action) => root.querySelector<HTMLFormElement>(`form[action="#${action}"]`) ?? undefined,
  };
}

/** What a form says, with the button that sent it, as the server would read it. */
export function valuesOf(form: HTMLFormElement, submitter?: HTMLElement | null): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value !== 'string') continue;
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** One field of a form; the first where several have the name. */
export const textOf = (values: FormValues, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** The answers in a form, as they stand there. */
export const answersIn = (values: FormValues): Readonly<Record<string, unknown>> =>
  rawAnswers(nested(values)['answers']);

/** Shows the questions that are asked for these answers, hides the others. */
export function showAsked(form: HTMLFormElement, asked: ReadonlySet<string>): void {
  for (const question of form.querySelectorAll<HTMLElement>('[data-question]'))
    question.hidden = !asked.has(question.dataset['question'] ?? '');
}
