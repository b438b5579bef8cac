import type { VNode } from 'preact';
import { jsxAttr, jsxEscape, jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

// The build makes text of plain HTML (bin/markup.mjs). What it leaves as elements and what many pages show is made text here.

/**
 * A picture, rendered once when the program starts. Each use is an element of its own, because an element remembers the
 * page around it.
 */
export function drawn(picture: VNode): () => VNode {
  const text = [renderToString(picture)];
  return () => jsxTemplate(text);
}

const optionText = ['<option ', ' ', ' ', '>', '</option>'];

/** A choice of a list that says itself whether it is chosen: a select of Preact would mark it. */
export const writtenOption = (
  { value, selected, disabled }: { value: string; selected: boolean; disabled: boolean | undefined },
  label: string,
): VNode =>
  jsxTemplate(
    optionText,
    jsxAttr('value', value),
    jsxAttr('selected', selected),
    jsxAttr('disabled', disabled),
    jsxEscape(label),
  );
