import type { VNode } from 'preact';
import { dayInPoland } from '../../../platform/clock.ts';
import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  DateInput,
  Disclosure,
  FileInput,
  Form,
  Panel,
  Radios,
  shortDate,
  type Shape,
  Tag,
  TextArea,
  TextInput,
  Timeline,
  DateText,
} from '../../../ui/index.ts';
import { addNote } from '../commands/add-note.ts';
import { attachFile } from '../commands/attach-file.ts';
import { type CaseView, type NoteKind, noteKinds } from '../domain/case-view.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { casePath, Lines } from './case-parts.tsx';

const words = caseWords.page;

const shapeOf: Record<NoteKind, Shape> = {
  note: 'info',
  call: 'open',
  visit: 'running',
  meeting: 'running',
  letter: 'done',
};

interface Props {
  view: CaseView;
  context: PageContext;
  mayWrite: boolean;
}

const NoteForm = ({ view, context }: Omit<Props, 'mayWrite'>) => (
  <Form
    id="notatka"
    action={casePath(view.id, 'notatka')}
    {...formOf(context, addNote, { kind: 'note' })}
    label={words.addNote}
  >
    <Radios
      name="kind"
      label={words.noteKind}
      choices={noteKinds.map((kind) => ({ value: kind, label: intakeWords.noteKinds[kind] }))}
      inline
    />
    <TextArea name="body" label={words.note} rows={3} />
    <Checkbox name="restricted" label={words.restricted} optional />
    <Actions>
      <Button>{words.addNote}</Button>
    </Actions>
  </Form>
);

/** Notes, newest first, with the form that adds one. */
export const NoteSection = ({ view, context, mayWrite }: Props): VNode => (
  <Panel id="notatki" title={words.notes}>
    {mayWrite && <NoteForm view={view} context={context} />}
    {view.notes.length === 0 ? (
      <p>{words.noNotes}</p>
    ) : (
      <Timeline
        label={words.notes}
        items={view.notes.map((note) => ({
          id: note.id,
          when: note.at,
          who: note.author,
          shape: shapeOf[note.kind],
          what: (
            <>
              {intakeWords.noteKinds[note.kind]}{' '}
              {note.restricted && (
                <Tag tone="warning" shape="stopped">
                  {words.restrictedTag}
                </Tag>
              )}
            </>
          ),
          detail: <Lines text={note.body} />,
        }))}
      />
    )}
  </Panel>
);

/** Files of the case and the form that adds one. */
export const FileSection = ({ view, context, mayWrite }: Props): VNode => {
  const state = formOf(context, attachFile);
  const wrong = Object.keys(state.errors).length > 0;
  return (
    <Panel id="pliki" title={words.files}>
      {view.attachments.length === 0 && <p>{words.noFiles}</p>}
      <ul class="stack">
        {view.attachments.map((one) => (
          <li key={one.id}>
            <a href={casePath(view.id, `pliki/${one.id}`)} download>
              {one.name}
            </a>
            <span class="description-note">
              {words.size(one.size)}, <DateText date={dayInPoland(one.at)} />, {words.fileBy(one.addedBy)}
              {(one.cameOn !== null || one.cameFrom !== null) &&
                `; ${words.came(one.cameOn && shortDate(one.cameOn), one.cameFrom)}`}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Disclosure summary={words.addLetter} open={wrong}>
          <Form id="plik" action={casePath(view.id, 'plik')} {...state} files label={words.addLetter}>
            <p>{words.noIdentity}</p>
            <FileInput name="file" label={words.file} megabytes={20} />
            <div class="row">
              <DateInput name="cameOn" label={words.cameOn} optional />
              <TextInput name="cameFrom" label={words.cameFrom} hint={words.cameFromHint} optional />
            </div>
            <Actions>
              <Button>{words.addFile}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Panel>
  );
};
