import type { ComponentChildren, VNode } from 'preact';
import { moment, shortDate } from './format.ts';
import { type Shape, ShapeIcon } from './window.tsx';
import { useLang, useWords } from './words.ts';

export type TimelineItem = {
  id: string;
  /** A UTC moment, or an ISO date when the hour does not matter. */
  when: string;
  who?: ComponentChildren;
  what: ComponentChildren;
  shape?: Shape;
  /** Details: the text of a note, fields that changed. */
  detail?: ComponentChildren;
};

/** History, newest first: when, who, what. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label?: string }): VNode => {
  const words = useWords();
  const lang = useLang();
  return (
    <ol class="timeline" aria-label={label ?? words.history}>
      {items.map((item) => (
        <li class="timeline-item" key={item.id}>
          <ShapeIcon shape={item.shape ?? 'open'} />
          <div class="timeline-body">
            <p class="timeline-meta">
              <time datetime={item.when}>
                {item.when.length > 10 ? moment(item.when, lang) : shortDate(item.when)}
              </time>
              {item.who && <span class="timeline-who">{item.who}</span>}
            </p>
            <p class="timeline-what">{item.what}</p>
            {item.detail && <div class="timeline-detail">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
};

export type StepState = 'done' | 'current' | 'next' | 'skipped';
export type Step = { label: ComponentChildren; state: StepState; note?: ComponentChildren; href?: string };

const shapeOf: Record<StepState, Shape> = {
  done: 'done',
  current: 'running',
  next: 'draft',
  skipped: 'stopped',
};

/** Steps of a process as a row of windows: lit, open, dark. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }): VNode => {
  const words = useWords();
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={index}
          class={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <ShapeIcon shape={shapeOf[step.state]} />
          <span class="step-words">
            <span class="step-label">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
            <span class="step-state">
              {words.stepState[step.state]}
              {step.note && <> · {step.note}</>}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
};
