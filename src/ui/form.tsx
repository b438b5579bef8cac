import type { ComponentChildren, VNode } from 'preact';
import { ShapeIcon } from './window.tsx';
import { useWords } from './words.ts';
import { serverContext } from './server-context.ts';

/** What the person typed, by field name. */
export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong, by field name, in the order of the fields. The empty name is an error of the whole form. */
export type Errors = Readonly<Record<string, string | undefined>>;

type FormState = { prefix: string; values: Values; errors: Errors; asks: boolean };

const FormContext = serverContext<FormState>({ prefix: 'f', values: {}, errors: {}, asks: true });

/** Whether the form asks for data. A filter does not: there nothing is required, and no field says that it is not. */
export const useAsking = (): boolean => FormContext.use().asks;

/** The id of the control of a field: the summary of errors links to it. `prefix` is the id of its form. */
export const fieldId = (name: string, prefix = 'f'): string =>
  `${prefix}-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;

export type FieldState = { id: string; value: string; values: readonly string[]; error: string | undefined };

/** Id, value and error of a field, from the form around it. */
export const useField = (name: string): FieldState => {
  const { prefix, values, errors } = FormContext.use();
  const raw = values[name];
  const list = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
  return { id: fieldId(name, prefix), value: list[0] ?? '', values: list, error: errors[name] };
};

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = {
  /** `primary` at most once on a page, where the eye ends. Default: secondary. */
  variant?: ButtonVariant;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  formAction?: string;
  /** Said to a screen reader after the label: which thing the button acts on. */
  about?: string;
  /** Skips the checks of the browser: for "back" and "save draft". */
  noValidate?: boolean;
  disabled?: boolean;
  small?: boolean;
  form?: string;
  children?: ComponentChildren;
};

const buttonClass = (variant: ButtonVariant, small: boolean | undefined): string =>
  `button button-${variant}${small ? ' button-small' : ''}`;

/** Said to a screen reader after the words of a link or a button: which of several things it is about. */
export const About = ({ about }: { about: string | undefined }) =>
  about ? <span class="sr-only"> – {about}</span> : null;

/** A button that sends the form around it. */
export const Button = ({ variant = 'secondary', small, about, children, ...rest }: ButtonProps): VNode => (
  <button
    class={buttonClass(variant, small)}
    type={rest.type ?? 'submit'}
    name={rest.name}
    value={rest.value}
    form={rest.form}
    formaction={rest.formAction}
    formnovalidate={rest.noValidate}
    disabled={rest.disabled}
  >
    {children}
    <About about={about} />
  </button>
);

export type ButtonLinkProps = {
  href: string;
  variant?: ButtonVariant;
  about?: string;
  small?: boolean;
  download?: boolean | string;
  children?: ComponentChildren;
};

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = ({
  href,
  variant = 'secondary',
  about,
  small,
  download,
  children,
}: ButtonLinkProps): VNode => (
  <a class={buttonClass(variant, small)} href={href} download={download}>
    {children}
    <About about={about} />
  </a>
);

/** A row of buttons; the primary one first. */
export const Actions = ({ children }: { children?: ComponentChildren }): VNode => (
  <div class="actions">{children}</div>
);

const Hidden = ({ fields }: { fields: Readonly<Record<string, string | number | undefined>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) =>
      value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
    )}
  </>
);

/** Errors of a form: a list of links to the fields, announced and focusable. `Form` writes it by itself. */
export const ErrorSummary = ({ errors, prefix }: { errors: Errors; prefix?: string }): VNode | null => {
  const words = useWords();
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (wrong.length === 0) return null;
  const fields = wrong.filter(([name]) => name !== '').length;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus id={fieldId('errors', prefix)}>
      <ShapeIcon shape="refused" />
      <div>
        <h2>{fields > 0 ? words.summaryTitle(fields) : words.kind.danger}</h2>
        <ul>
          {wrong.map(([name, text]) => (
            <li key={name}>{name === '' ? text : <a href={`#${fieldId(name, prefix)}`}>{text}</a>}</li>
          ))}
        </ul>
        <p class="error-kept">{words.summaryKept}</p>
      </div>
    </div>
  );
};

export type FormProps = {
  /** Where the form is sent; the same page when missing. */
  action?: string;
  method?: 'post' | 'get';
  /** The id of the form and the prefix of its field ids: needed when a page has two forms with equal names. */
  id?: string;
  values?: Values;
  errors?: Errors;
  /** The key that makes a form sent twice count once (`_once`). */
  once?: string;
  /** The version of what is being changed (`_version`): a stale form is refused with both texts kept. */
  version?: string | number;
  hidden?: Readonly<Record<string, string | number | undefined>>;
  /** The key under which a script keeps the draft (`data-autosave`). */
  autosave?: string;
  /** True for forms with files. */
  files?: boolean;
  /** Name of the form for a screen reader, when a page has several. */
  label?: string;
  layout?: 'stacked' | 'inline';
  /** For forms that anybody may send: a field that no person sees and a robot fills in. */
  trap?: boolean;
  children?: ComponentChildren;
};

/** The name of the field that a person leaves alone. */
const trapName = '_strona';

/** A form that works without script. Gives its fields their values, errors and ids; shows the summary of errors. */
export const Form = (props: FormProps): VNode => {
  const words = useWords();
  const method = props.method ?? 'post';
  const prefix = props.id ?? 'f';
  const errors = props.errors ?? {};
  return (
    <FormContext.Provider value={{ prefix, values: props.values ?? {}, errors, asks: method === 'post' }}>
      <form
        id={props.id}
        class={`form form-${props.layout ?? 'stacked'}`}
        method={method}
        action={props.action}
        enctype={props.files ? 'multipart/form-data' : undefined}
        aria-label={props.label}
        data-autosave={props.autosave}
        novalidate
      >
        <Hidden fields={{ ...props.hidden, _once: props.once, _version: props.version }} />
        <ErrorSummary errors={errors} prefix={prefix} />
        {props.trap && (
          <div class="trap" aria-hidden="true">
            <label for={`${prefix}-trap`}>{words.trap}</label>
            <input id={`${prefix}-trap`} name={trapName} type="text" tabindex={-1} autocomplete="off" />
          </div>
        )}
        {props.children}
        {props.autosave && <p class="autosave-note">{words.draftSaved}</p>}
      </form>
    </FormContext.Provider>
  );
};

export type ActionFormProps = {
  action: string;
  label: string;
  variant?: ButtonVariant;
  about?: string;
  small?: boolean;
  once?: string;
  version?: string | number;
  hidden?: Readonly<Record<string, string | number | undefined>>;
};

/** One button that posts: a step of a lifecycle that needs no further words. */
export const ActionForm = ({ action, label, variant, about, small, ...rest }: ActionFormProps): VNode => (
  <form class="action-form" method="post" action={action}>
    <Hidden fields={{ ...rest.hidden, _once: rest.once, _version: rest.version }} />
    <Button variant={variant} about={about} small={small}>
      {label}
    </Button>
  </form>
);
