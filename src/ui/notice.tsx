import type { ComponentChildren, VNode } from 'preact';
import { tied } from './format.ts';
import { type Shape, ShapeIcon } from './window.tsx';
import { useWords } from './words.ts';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const shapeOf: Record<NoticeKind, Shape> = {
  info: 'info',
  success: 'done',
  warning: 'warning',
  danger: 'refused',
};

export type NoticeProps = {
  kind: NoticeKind;
  /** Replaces the word of the kind (Informacja, Gotowe, Uwaga, Ważne). */
  title?: string;
  children?: ComponentChildren;
  /** A link or a button at the end. */
  action?: ComponentChildren;
  /** True when the notice answers what the person has just done: it is announced. */
  live?: boolean;
};

/** A message with its shape, its word and its text. */
export const Notice = ({ kind, title, children, action, live }: NoticeProps): VNode => {
  const words = useWords();
  const role = live ? (kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${kind}${live ? ' notice-live' : ''}`} role={role}>
      <ShapeIcon shape={shapeOf[kind]} />
      <div class="notice-body">
        <p class="notice-title">{title ?? words.kind[kind]}</p>
        {children && <div class="notice-text">{tied(children)}</div>}
        {action && <div class="notice-action">{action}</div>}
      </div>
    </div>
  );
};
