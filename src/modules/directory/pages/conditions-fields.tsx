import type { VNode } from 'preact';
import { disabilityDegrees, recipientGroups, statusFlags } from '../../../law/index.ts';
import { Checkbox, Checkboxes, Disclosure, Fieldset, Row, TextArea, TextInput } from '../../../ui/index.ts';
import { degrees, flags, groups } from '../domain/conditions.ts';
import { pl } from '../pl.ts';

const words = pl.conditions.form;

const Group = ({ prefix, gminas }: { prefix: string; gminas: readonly { name: string }[] }) => (
  <>
    <Row>
      <TextInput
        name={`${prefix}.ageFrom`}
        label={words.ageFrom}
        suffix={words.years}
        inputMode="numeric"
        width="xs"
        optional
      />
      <TextInput
        name={`${prefix}.ageTo`}
        label={words.ageTo}
        suffix={words.years}
        inputMode="numeric"
        width="xs"
        optional
      />
    </Row>
    {gminas.length > 0 && (
      <Checkbox
        name={`${prefix}.resident`}
        label={words.resident(gminas.map((one) => one.name).join(', '))}
        optional
      />
    )}
    <Checkbox name={`${prefix}.livesAlone`} label={words.livesAlone} optional />
    <Checkboxes
      name={`${prefix}.groups`}
      label={words.groups}
      choices={groups.map((key) => ({ value: key, label: recipientGroups[key] }))}
      inline
      optional
    />
    <Checkboxes
      name={`${prefix}.disability`}
      label={words.disability}
      choices={degrees.map((key) => ({ value: key, label: disabilityDegrees[key] }))}
      inline
      optional
    />
    <TextInput
      name={`${prefix}.incomePercent`}
      label={words.income}
      suffix={words.incomeSuffix}
      inputMode="numeric"
      width="xs"
      optional
    />
    <Disclosure summary={words.statuses}>
      <Checkboxes
        name={`${prefix}.statuses`}
        label={words.statuses}
        labelHidden
        choices={flags.flatMap((flag) => [
          { value: `${flag}:yes`, label: statusFlags[flag].is },
          { value: `${flag}:no`, label: statusFlags[flag].isNot },
        ])}
        optional
      />
    </Disclosure>
    <TextArea name={`${prefix}.confirm`} label={words.confirm} hint={words.confirmHint} rows={2} optional />
  </>
);

/** Fields of structured conditions: what everybody must meet, and alternatives of which one is enough. */
export const ConditionsFields = ({
  name = 'conditions',
  gminas,
}: {
  name?: string;
  gminas: readonly { name: string }[];
}): VNode => (
  <>
    <Fieldset legend={words.all} hint={words.allHint}>
      <Group prefix={`${name}.all`} gminas={gminas} />
    </Fieldset>
    <Disclosure summary={words.oneOf}>
      <p class="hint">{words.oneOfHint}</p>
      {[0, 1, 2].map((index) => (
        <Fieldset key={index} legend={words.variant(index + 1)}>
          <Group prefix={`${name}.oneOf.${index}`} gminas={[]} />
        </Fieldset>
      ))}
    </Disclosure>
  </>
);
