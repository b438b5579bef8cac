import type { ComponentChildren } from 'preact';
import {
  Actions,
  Button,
  Checkbox,
  EmptyState,
  Form,
  Notice,
  Prose,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { tablet } from './pl.ts';
import { shortestPhrase } from './vault.ts';

/** What the device can do of what is needed. */
export type Lack = 'insecure' | 'crypto' | 'storage' | 'worker';

/** A screen of its own: its heading, what stands below it, and what is said at the top. */
export const Screen = ({
  title,
  lead,
  lang,
  children,
}: {
  title: string;
  lead?: ComponentChildren;
  lang?: string | undefined;
  children?: ComponentChildren;
}) => (
  <>
    <div class="heading">
      <div class="heading-words">
        <h1 tabindex={-1} lang={lang}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
    </div>
    {children}
  </>
);

/** One button that does something: `name` is its action in main.ts. */
export const Do = ({
  name,
  label,
  values = {},
  variant,
  about,
}: {
  name: string;
  label: string;
  values?: Readonly<Record<string, string>>;
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  about?: string;
}) => (
  <form class="action-form" action={`#${name}`}>
    {Object.entries(values).map(([key, value]) => (
      <input key={key} type="hidden" name={key} value={value} />
    ))}
    <Button {...(variant ? { variant } : {})} {...(about ? { about } : {})}>
      {label}
    </Button>
  </form>
);

/** The browser cannot keep answers safe: which part is missing, and what to do instead. */
export const Unable = ({ lack }: { lack: Lack }) => (
  <Screen title={tablet.unable.title}>
    <EmptyState title={tablet.unable[lack]}>
      <p>{tablet.unable.instead}</p>
    </EmptyState>
  </Screen>
);

/** The first time: the name of the device and the phrase. */
export const Setup = ({
  values,
  errors,
  drawn,
}: {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  drawn?: string | undefined;
}) => {
  const words = tablet.setup;
  return (
    <Screen title={words.title} lead={words.lead}>
      <Form action="#setup" values={values} errors={errors}>
        <TextInput
          name="device"
          label={words.device}
          hint={words.deviceHint}
          width="m"
          maxLength={40}
          autoComplete="off"
        />
        {drawn ? (
          <Notice kind="info" title={words.drawn} live>
            <p class="tablet-phrase">{drawn}</p>
            <p>{words.drawnWhy}</p>
          </Notice>
        ) : (
          <Button name="draw" value="1" noValidate>
            {words.draw}
          </Button>
        )}
        <TextInput
          name="phrase"
          type="password"
          label={words.phrase}
          hint={words.phraseHint(shortestPhrase)}
          width="l"
          autoComplete="off"
        />
        <TextInput name="again" type="password" label={words.again} width="l" autoComplete="off" />
        <Notice kind="warning">
          <p>{words.lost}</p>
        </Notice>
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Form>
    </Screen>
  );
};

/** Nothing is seen before the phrase, but how much waits. */
export const Locked = ({
  device,
  waiting,
  drafts,
  error,
  waitMinutes,
}: {
  device: string;
  waiting: number;
  drafts: number;
  error?: string | undefined;
  waitMinutes: number;
}) => {
  const words = tablet.locked;
  return (
    <Screen title={words.title} lead={words.lead(device)}>
      <Stack>
        {(waiting > 0 || drafts > 0) && (
          <p class="tablet-waiting">
            {waiting > 0 && <strong>{words.waiting(waiting)} </strong>}
            {drafts > 0 && words.drafts(drafts)}
          </p>
        )}
        {waitMinutes > 0 ? (
          <Notice kind="warning" live>
            <p>{words.wait(waitMinutes)}</p>
          </Notice>
        ) : (
          <Form action="#unlock" errors={error ? { phrase: error } : {}}>
            <TextInput
              name="phrase"
              type="password"
              label={words.phrase}
              width="l"
              autoComplete="off"
              autoFocus
            />
            <Actions>
              <Button variant="primary">{words.submit}</Button>
            </Actions>
          </Form>
        )}
        <Do name="forgotten" label={words.forgotten} variant="quiet" />
      </Stack>
    </Screen>
  );
};

/** Everything goes from the device: what is lost by it, said before. */
export const Wipe = ({
  waiting,
  drafts,
  error,
}: {
  waiting: number;
  drafts: number;
  error?: string | undefined;
}) => {
  const words = tablet.wipe;
  const loses = waiting + drafts > 0;
  return (
    <Screen title={words.title}>
      <Stack>
        <Prose>
          <p>{words.body}</p>
        </Prose>
        <Notice kind={loses ? 'danger' : 'info'}>
          <p>{loses ? words.loses(waiting, drafts) : words.losesNothing}</p>
        </Notice>
        <Form action="#wipe" errors={error ? { sure: error } : {}}>
          {loses && <Checkbox name="sure" label={words.confirm} />}
          <Actions>
            <Button variant="danger">{words.submit}</Button>
          </Actions>
        </Form>
        <Do name="home" label={words.back} />
      </Stack>
    </Screen>
  );
};

/** Something was not kept: what to do, with the screen as it was below. */
export const NotKept = ({ full }: { full: boolean }) => (
  <Notice kind="danger" title={tablet.fault.title} live>
    <p>{full ? tablet.fault.full : tablet.fault.other}</p>
  </Notice>
);
