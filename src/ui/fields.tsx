import type { ComponentChildren, VNode } from 'preact';
import { writtenOption } from './as-text.ts';
import { tied } from './format.ts';
import { type FieldState, useAsking, useField } from './form.tsx';
import { useWords } from './words.ts';

export type FieldWidth = 'xs' | 's' | 'm' | 'l' | 'full';

/** What every field takes. Required is the rule; the exception is said in words. */
export type FieldProps = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  optional?: boolean;
  /** Overrides the error of the form. */
  error?: string;
  /** The label is read but not seen: only where the place says the same. */
  labelHidden?: boolean;
};

/** Attributes that a control of its own must carry inside `Field`. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
};

type FieldOwn = FieldProps & { children: (control: ControlProps, state: FieldState) => ComponentChildren };

const described = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** Hint and error of a field or a group, with the ids that `aria-describedby` names. */
export const FieldNotes = ({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ComponentChildren;
  error: string | undefined;
}) => {
  const words = useWords();
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {tied(hint)}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="field-error-word">{words.errorPrefix}:</span> {error}
        </p>
      )}
    </>
  );
};

/** "(nieobowiązkowe)" after a label. */
export const OptionalMark = ({ optional }: { optional: boolean | undefined }) => {
  const words = useWords();
  const asking = useAsking();
  return optional && asking ? <span class="optional"> ({words.optional})</span> : null;
};

/** Label, hint and error around one control. Use it for a control that the design system does not have. */
export const Field = ({ name, label, hint, optional, error, labelHidden, children }: FieldOwn): VNode => {
  const asking = useAsking();
  const state = useField(name);
  const wrong = error ?? state.error;
  return (
    <div class={wrong ? 'field field-wrong' : 'field'}>
      <label class={labelHidden ? 'label sr-only' : 'label'} for={state.id}>
        {tied(label)}
        <OptionalMark optional={optional} />
      </label>
      <FieldNotes id={state.id} hint={hint} error={wrong} />
      {children(
        {
          id: state.id,
          name,
          required: asking && !optional,
          'aria-describedby': described(state.id, hint, wrong),
          'aria-invalid': wrong ? 'true' : undefined,
        },
        state,
      )}
    </div>
  );
};

export type TextInputProps = FieldProps & {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number' | 'time';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  autoComplete?: string;
  width?: FieldWidth;
  /** Units before or after the box: zł, godz. */
  prefix?: string;
  suffix?: string;
  maxLength?: number;
  placeholder?: string;
  spellCheck?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  /** Id of a `datalist`. */
  list?: string;
  data?: Readonly<Record<`data-${string}`, string>>;
};

/** One line of text. */
export const TextInput = (props: TextInputProps): VNode => (
  <Field {...props}>
    {(control, state) => {
      // The types of the input element tie `list` to `type`; browsers do not.
      const extra: Record<string, string | undefined> = {
        ...props.data,
        list: props.list,
        type: props.type ?? 'text',
      };
      const input = (
        <input
          class={`input width-${props.width ?? 'm'}`}
          {...control}
          {...extra}
          value={props.value ?? (props.type === 'password' ? '' : state.value)}
          inputmode={props.inputMode}
          autocomplete={props.autoComplete}
          maxlength={props.maxLength}
          placeholder={props.placeholder}
          spellcheck={props.spellCheck}
          readonly={props.readOnly}
          autofocus={props.autoFocus}
        />
      );
      return props.prefix || props.suffix ? (
        <span class="affixed">
          {props.prefix && <span class="affix">{props.prefix}</span>}
          {input}
          {props.suffix && <span class="affix">{props.suffix}</span>}
        </span>
      ) : (
        input
      );
    }}
  </Field>
);

export type TextAreaProps = FieldProps & {
  value?: string;
  rows?: number;
  maxLength?: number;
  spellCheck?: boolean;
};

/** Several lines of text; grows with what is written where the browser can. */
export const TextArea = (props: TextAreaProps): VNode => (
  <Field {...props}>
    {(control, state) => (
      <textarea
        class="input textarea"
        {...control}
        rows={props.rows ?? 4}
        maxlength={props.maxLength}
        spellcheck={props.spellCheck}
      >
        {props.value ?? state.value}
      </textarea>
    )}
  </Field>
);

export type DateInputProps = FieldProps & { value?: string; autoComplete?: string };

/** A date typed as people write it (7.3.2026); read it with `parseTypedDate`. An ISO value is shown the Polish way. */
export const DateInput = (props: DateInputProps): VNode => {
  const words = useWords();
  return (
    <Field {...props} hint={props.hint ?? words.dateHint}>
      {(control, state) => (
        <input
          class="input width-s"
          {...control}
          type="text"
          inputmode="numeric"
          autocomplete={props.autoComplete ?? 'off'}
          maxlength={14}
          value={polishDate(props.value ?? state.value)}
          data-date=""
        />
      )}
    </Field>
  );
};

const polishDate = (value: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return day === undefined ? value : `${Number(day)}.${month}.${year}`;
};

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

export type SelectProps = FieldProps & {
  value?: string;
  options: readonly (SelectOption | SelectGroup)[];
  /** Text of the empty first choice. Default: Wybierz. `false` for none. */
  placeholder?: string | false;
  width?: FieldWidth;
};

const optionOf = ({ value, label, disabled }: SelectOption, chosen: string): VNode =>
  writtenOption({ value, selected: value === chosen, disabled }, label);

/** A list of choices of the browser; for up to five choices prefer `Radios`. */
export const Select = (props: SelectProps): VNode => {
  const words = useWords();
  return (
    <Field {...props}>
      {(control, state) => {
        const chosen = props.value ?? state.value;
        return (
          <select class={`input select width-${props.width ?? 'm'}`} {...control}>
            {props.placeholder !== false && <option value="">{props.placeholder ?? words.select}</option>}
            {props.options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map((inner) => optionOf(inner, chosen))}
                </optgroup>
              ) : (
                optionOf(option, chosen)
              ),
            )}
          </select>
        );
      }}
    </Field>
  );
};

export type FileInputProps = FieldProps & { accept?: string; multiple?: boolean; megabytes?: number };

/** Files from the disk or the camera of the phone. The form needs `files`. */
export const FileInput = (props: FileInputProps): VNode => {
  const words = useWords();
  const hint = props.hint ?? (props.megabytes ? words.fileHint(props.megabytes) : undefined);
  return (
    <Field {...props} hint={hint}>
      {(control) => (
        <input class="input file" {...control} type="file" accept={props.accept} multiple={props.multiple} />
      )}
    </Field>
  );
};
