import type { ComponentChildren, VNode } from 'preact';
import { FieldNotes, type FieldProps, OptionalMark } from './fields.tsx';
import { useField } from './form.tsx';
import { tied } from './format.ts';

export type Choice = {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  disabled?: boolean;
  /** Fields that matter only with this choice: shown below it when it is chosen. */
  reveal?: ComponentChildren;
};

export type FieldsetProps = {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  children?: ComponentChildren;
};

/** A group of fields under one question. */
export const Fieldset = ({ legend, hint, children }: FieldsetProps): VNode => (
  <fieldset class="fieldset">
    <legend class="legend">{legend}</legend>
    {hint && <div class="hint">{hint}</div>}
    {children}
  </fieldset>
);

type GroupProps = FieldProps & { choices: readonly Choice[]; inline?: boolean };

const Group = (
  props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] | undefined },
): VNode => {
  const state = useField(props.name);
  const chosen = props.chosen ?? state.values;
  const wrong = props.error ?? state.error;
  const notes = [props.hint ? `${state.id}-hint` : '', wrong ? `${state.id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset
      class={wrong ? 'field choices field-wrong' : 'field choices'}
      aria-describedby={notes || undefined}
    >
      <legend class={props.labelHidden ? 'label sr-only' : 'label'}>
        {tied(props.label)}
        <OptionalMark optional={props.optional} />
      </legend>
      <FieldNotes id={state.id} hint={props.hint} error={wrong} />
      <div class={props.inline ? 'choice-list choice-inline' : 'choice-list'}>
        {props.choices.map((choice, index) => {
          const id = index === 0 ? state.id : `${state.id}-${index + 1}`;
          return (
            <div class="choice" key={choice.value}>
              <input
                class="choice-box"
                type={props.type}
                id={id}
                name={props.name}
                value={choice.value}
                checked={chosen.includes(choice.value)}
                disabled={choice.disabled}
                required={props.type === 'radio' && !props.optional}
                aria-describedby={choice.hint ? `${id}-note` : undefined}
              />
              <label class="choice-label" for={id}>
                {tied(choice.label)}
              </label>
              {choice.hint && (
                <div class="choice-hint" id={`${id}-note`}>
                  {tied(choice.hint)}
                </div>
              )}
              {choice.reveal && <div class="choice-reveal">{choice.reveal}</div>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};

export type RadiosProps = GroupProps & { value?: string };

/** One choice of a few. */
export const Radios = ({ value, ...props }: RadiosProps): VNode => (
  <Group {...props} type="radio" chosen={value === undefined ? undefined : [value]} />
);

export type CheckboxesProps = GroupProps & { values?: readonly string[] };

/** Any number of choices. With several fields of one name the values arrive as a list. */
export const Checkboxes = ({ values, ...props }: CheckboxesProps): VNode => (
  <Group {...props} type="checkbox" chosen={values} />
);

export type CheckboxProps = Omit<FieldProps, 'labelHidden'> & { value?: string; checked?: boolean };

/** One statement to be ticked: a declaration. Sends `value` (default `tak`) when ticked. */
export const Checkbox = ({
  name,
  label,
  hint,
  optional,
  error,
  value = 'tak',
  checked,
}: CheckboxProps): VNode => {
  const state = useField(name);
  const wrong = error ?? state.error;
  const notes = [hint ? `${state.id}-hint` : '', wrong ? `${state.id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class={wrong ? 'field field-wrong' : 'field'}>
      <FieldNotes id={state.id} hint={hint} error={wrong} />
      <div class="choice">
        <input
          class="choice-box"
          type="checkbox"
          id={state.id}
          name={name}
          value={value}
          checked={checked ?? state.values.includes(value)}
          required={!optional}
          aria-describedby={notes || undefined}
          aria-invalid={wrong ? 'true' : undefined}
        />
        <label class="choice-label" for={state.id}>
          {tied(label)}
          <OptionalMark optional={optional} />
        </label>
      </div>
    </div>
  );
};
