import { form, formOf, all, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  EmptyState,
  Form,
  fullDate,
  Panel,
  Select,
  Stack,
  Tag,
  TextArea,
} from '../../../ui/index.ts';
import { answerRemark } from '../commands/answer-remark.ts';
import { writeChapter } from '../commands/write.ts';
import { chapterKeys } from '../domain/content.ts';
import { verdicts } from '../domain/remark.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { listContacts } from '../queries/contacts.ts';
import { type DiagnosisView, viewDiagnosis } from '../queries/view.ts';
import { writes } from './list.tsx';
import { chapterPath, documentPath, listPath, remarksPath } from './paths.ts';

const trailOf = ({ diagnosis }: DiagnosisView) => [
  { href: listPath, label: plPages.list.title },
  { href: documentPath(diagnosis.id), label: diagnosis.title },
];

function chapterView(view: DiagnosisView, context: PageContext): View {
  const words = plPages.chapter;
  const { diagnosis } = view;
  const chapter = chapterKeys.find((key) => key === context.params['chapter']) ?? 'introduction';
  return {
    title: pl.chapters[chapter],
    width: 'narrow',
    current: 'diagnosis',
    trail: trailOf(view),
    body: (
      <Form
        id="rozdzial"
        action={chapterPath(diagnosis.id, chapter)}
        {...formOf(context, writeChapter, { words: diagnosis.content.texts[chapter] ?? '' })}
        version={diagnosis.version}
        label={pl.chapters[chapter]}
      >
        <TextArea name="words" label={words.words} hint={words.hint} rows={18} maxLength={20_000} optional />
        <Actions>
          <Button variant="primary">{words.save}</Button>
        </Actions>
      </Form>
    ),
  };
}

const chapterPage = page({
  door: 'staff',
  path: `${listPath}/:diagnosisId/rozdzial/:chapter`,
  command: writeChapter,
  load: async (ask, { params }) => await ask(viewDiagnosis, { diagnosisId: params['diagnosisId'] }),
  view: chapterView,
});

type Remarks = { view: DiagnosisView; kept: { contacts: string[] } };

function remarksView({ view, kept }: Remarks, context: PageContext): View {
  const words = plPages.remarks;
  const { diagnosis, remarks } = view;
  const may = writes(context) && ['consultation', 'report'].includes(diagnosis.state);
  const state = formOf(context, answerRemark);
  return {
    title: words.title,
    current: 'diagnosis',
    trail: trailOf(view),
    body: (
      <Stack>
        {remarks.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )}
        {remarks.map((remark, index) => {
          const mine = state.values['remarkId'] === remark.id;
          return (
            <Panel key={remark.id} id={`uwaga-${index + 1}`} title={words.on(fullDate(remark.remarkedOn))}>
              <p class="description-note">
                {remark.chapter === null ? words.general : words.about(pl.chapters[remark.chapter])}
              </p>
              <p>{remark.words}</p>
              {remark.verdict !== null && (
                <p>
                  <Tag>{pl.verdicts[remark.verdict]}</Tag> {remark.answer}
                </p>
              )}
              {may && (
                <Form
                  id={`odpowiedz-${index + 1}`}
                  action={remarksPath(diagnosis.id)}
                  once={state.once}
                  errors={mine ? state.errors : {}}
                  values={
                    mine ? state.values : { verdict: remark.verdict ?? 'taken', answer: remark.answer ?? '' }
                  }
                  hidden={{ remarkId: remark.id }}
                  label={words.answer}
                >
                  <Select
                    name="verdict"
                    label={words.verdict}
                    placeholder={false}
                    options={verdicts.map((value) => ({ value, label: pl.verdicts[value] }))}
                  />
                  <TextArea name="answer" label={words.answer} maxLength={4000} />
                  <Actions>
                    <Button>{words.save}</Button>
                  </Actions>
                </Form>
              )}
            </Panel>
          );
        })}
        {kept.contacts.length > 0 && (
          <Panel id="kontakty" title={words.contacts} tone="plain">
            <p>{words.contactsText}</p>
            <ul>
              {kept.contacts.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Panel>
        )}
      </Stack>
    ),
  };
}

const remarksPage = page({
  door: 'staff',
  path: `${listPath}/:diagnosisId/uwagi`,
  command: answerRemark,
  load: async (ask, { params }) =>
    await all({
      view: ask(viewDiagnosis, { diagnosisId: params['diagnosisId'] }),
      kept: ask(listContacts, { diagnosisId: params['diagnosisId'] }),
    }),
  view: remarksView,
});

/** Chapters and answers to remarks. */
export const writeRoutes = [
  chapterPage,
  form({
    door: 'staff',
    path: `${listPath}/:diagnosisId/rozdzial/:chapter`,
    command: writeChapter,
    page: chapterPage,
    next: (_result, { params }) => documentPath(params['diagnosisId'] ?? ''),
  }),
  remarksPage,
  form({
    door: 'staff',
    path: `${listPath}/:diagnosisId/uwagi`,
    command: answerRemark,
    page: remarksPage,
    next: (_result, { params }) => remarksPath(params['diagnosisId'] ?? ''),
  }),
];
