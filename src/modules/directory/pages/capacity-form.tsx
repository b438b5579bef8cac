import type { VNode } from 'preact';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { Actions, Button, DateInput, Form, Radios, Row, Select, TextInput } from '../../../ui/index.ts';
import { waitUnits } from '../domain/codes.ts';
import { pl } from '../pl.ts';

const words = pl.capacity;

interface State {
  values: FormValues;
  errors: Record<string, string>;
  once: string;
}

const WaitFields = () => (
  <Row>
    <TextInput name="waitValue" label={words.waitLabel} inputMode="numeric" width="xs" optional />
    <Select
      name="waitUnit"
      label={words.waitUnit}
      options={waitUnits.map((key) => ({ value: key, label: words.waitUnits[key] }))}
      width="s"
      optional
    />
  </Row>
);

/** The report of free places: one question, and what belongs to its answer. */
export const CapacityForm = ({
  action,
  version,
  state,
  id = 'meldunek',
  about,
  primary = false,
}: {
  action: string;
  version?: number;
  state: State;
  id?: string;
  /** Whose places they are, where several such forms stand on a page. */
  about?: string;
  primary?: boolean;
}): VNode => (
  <Form action={action} id={id} {...(version === undefined ? {} : { version })} {...state}>
    <Radios
      name="status"
      label={words.statusLabel}
      choices={(['free', 'none', 'waiting', 'ask'] as const).map((key) => ({
        value: key,
        label: words.status[key],
        ...(key === 'free'
          ? {
              reveal: (
                <TextInput
                  name="free"
                  label={words.freeLabel}
                  hint={words.freeHint}
                  inputMode="numeric"
                  width="xs"
                  optional
                />
              ),
            }
          : {}),
        ...(key === 'waiting' ? { reveal: <WaitFields /> } : {}),
      }))}
    />
    <DateInput name="until" label={words.untilLabel} hint={words.untilHint} optional />
    <Actions>
      <Button variant={primary ? 'primary' : 'secondary'} {...(about ? { about } : {})}>
        {words.submit}
      </Button>
    </Actions>
  </Form>
);
