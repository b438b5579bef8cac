import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  Panel,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { admitInspector, endInspection } from '../commands/open.ts';
import { addFile, drawSample, showAddress, withdrawFile } from '../commands/sample.ts';
import { pl } from '../pl.ts';
import type { viewInspection } from '../queries/inspections.ts';
import { onePath } from './paths.ts';

const words = pl.one;

/** An inspection as its page shows it. */
export type One = NonNullable<Awaited<ReturnType<typeof viewInspection.read>>>;

/** What the inspection waits for: it decides which action is the primary one. */
export type Waits = 'sample' | 'inspector' | 'nothing' | 'over';

interface Props {
  one: One;
  context: PageContext;
  waits: Waits;
}

/** A form that has come back with an error is open. */
const sentBack = (context: PageContext, command: { name: string }): boolean =>
  context.form.command === command.name;

/** The drawing: how many, and the seed. */
export const Draw = ({ one, context, waits }: Props) => (
  <Form action={`${onePath(one.id)}/losowanie`} id="losuj" {...formOf(context, drawSample)}>
    <Stack>
      <Row>
        <TextInput name="size" label={words.drawSize} inputMode="numeric" width="s" />
        <TextInput name="seed" label={words.drawSeed} hint={words.drawSeedHint} optional />
      </Row>
      <p class="description-note">{words.drawOnce}</p>
      <Actions>
        <Button variant={waits === 'sample' ? 'primary' : 'secondary'}>{words.draw}</Button>
      </Actions>
    </Stack>
  </Form>
);

/** A file that the inspectors asked for, by its sign. */
export const AddFile = ({ one, context }: Props) => (
  <Disclosure summary={words.add} open={sentBack(context, addFile)}>
    <Form action={`${onePath(one.id)}/akta`} id="dodaj" {...formOf(context, addFile)}>
      <Stack>
        <TextInput name="sign" label={words.addSign} spellCheck={false} autoComplete="off" />
        <TextArea name="reason" label={words.addReason} rows={2} />
        <Actions>
          <Button>{words.addSubmit}</Button>
        </Actions>
      </Stack>
    </Form>
  </Disclosure>
);

const optionsOf = (files: One['files']) =>
  files.map(({ caseId, position, sign }) => ({
    value: caseId,
    label: `${position}. ${sign ?? words.noSign}`,
  }));

/** The hidden address of one file, shown with a reason. */
export const ShowAddress = ({ one, context }: Props) => {
  const hidden = one.files.filter(
    ({ shielded, addressWhy, withdrawnWhy }) => shielded && addressWhy === null && withdrawnWhy === null,
  );
  return hidden.length === 0 ? null : (
    <Disclosure summary={words.showAddress} open={sentBack(context, showAddress)}>
      <Form action={`${onePath(one.id)}/adres`} id="adres" {...formOf(context, showAddress)}>
        <Stack>
          <p>{words.showAddressLead}</p>
          <Select name="caseId" label={words.whichFile} options={optionsOf(hidden)} />
          <TextArea name="reason" label={words.showAddressReason} rows={2} />
          <Actions>
            <Button>{words.showAddressSubmit}</Button>
          </Actions>
        </Stack>
      </Form>
    </Disclosure>
  );
};

/** A file added by hand, taken out again. */
export const Withdraw = ({ one, context }: Props) => {
  const added = one.files.filter(({ how, withdrawnWhy }) => how === 'added' && withdrawnWhy === null);
  return added.length === 0 ? null : (
    <Disclosure summary={words.withdraw} open={sentBack(context, withdrawFile)}>
      <Form action={`${onePath(one.id)}/wycofanie`} id="wycofaj" {...formOf(context, withdrawFile)}>
        <Stack>
          <Select name="caseId" label={words.whichFile} options={optionsOf(added)} />
          <TextArea name="reason" label={words.withdrawReason} rows={2} />
          <Actions>
            <Button>{words.withdrawSubmit}</Button>
          </Actions>
        </Stack>
      </Form>
    </Disclosure>
  );
};

/** An account for an inspector. */
export const Admit = ({ one, context, waits }: Props) => (
  <Disclosure summary={words.admit} open={waits === 'inspector' || sentBack(context, admitInspector)}>
    <Form action={`${onePath(one.id)}/inspektor`} id="inspektor" {...formOf(context, admitInspector)}>
      <Stack>
        <p>{words.admitLead}</p>
        <TextInput name="name" label={words.name} autoComplete="off" width="l" />
        <TextInput
          name="position"
          label={words.position}
          hint={words.positionHint}
          autoComplete="off"
          width="l"
        />
        <TextInput name="document" label={words.document} autoComplete="off" width="l" optional />
        <Actions>
          <Button variant={waits === 'inspector' ? 'primary' : 'secondary'}>{words.admitSubmit}</Button>
        </Actions>
      </Stack>
    </Form>
  </Disclosure>
);

/** The end before the last day. */
export const End = ({ one, context }: Props) => (
  <Panel id="koniec" title={words.end} tone="plain">
    <p>{words.endLead}</p>
    <Disclosure summary={words.end} open={sentBack(context, endInspection)}>
      <Form action={`${onePath(one.id)}/koniec`} id="zakoncz" {...formOf(context, endInspection)}>
        <Stack>
          <TextArea name="why" label={words.endWhy} rows={2} />
          <Actions>
            <Button variant="danger">{words.endSubmit}</Button>
          </Actions>
        </Stack>
      </Form>
    </Disclosure>
  </Panel>
);
