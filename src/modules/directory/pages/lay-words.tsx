import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  EmptyState,
  Form,
  Panel,
  Select,
  shortDate,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { addLayWord, closeLayWord } from '../commands/lay-words.ts';
import { layWords as words } from '../pl-lay-words.ts';
import { listLayWords, type LayWordList } from '../queries/list-lay-words.ts';

const address = '/praca/uslugi/slowa';

const Add = ({ data, context }: { data: LayWordList; context: PageContext }) => (
  <Panel id="dopisz" title={words.add}>
    <Form action={address} {...formOf(context, addLayWord, { phrase: context.query['zwrot'] ?? '' })}>
      <TextInput name="phrase" label={words.phrase} hint={words.phraseHint} width="l" />
      <Select
        name="meaning"
        label={words.meaning}
        hint={words.meaningHint}
        placeholder={words.meaningAny}
        options={data.meanings.map(({ key, name }) => ({ value: key, label: name }))}
        optional
      />
      <TextInput name="words" label={words.words} hint={words.wordsHint} width="l" optional />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  </Panel>
);

const view = (data: LayWordList, context: PageContext): View => ({
  title: words.title,
  lead: words.lead,
  trail: [{ href: '/praca/uslugi', label: words.services }],
  width: 'wide',
  current: 'services',
  body: (
    <Stack>
      <Add data={data} context={context} />
      <Table
        caption={words.found(data.entries.length)}
        rows={data.entries}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title={words.emptyTitle}>
            <p>{words.empty}</p>
          </EmptyState>
        }
        columns={[
          { key: 'phrase', label: words.phrase, cell: (one) => one.phrase },
          {
            key: 'means',
            label: words.means,
            cell: (one) =>
              one.words ?? data.meanings.find(({ key }) => key === one.meaning)?.name ?? one.meaning,
          },
          { key: 'reviewed', label: words.reviewed, cell: (one) => shortDate(one.reviewedOn) },
          {
            key: 'close',
            label: words.close,
            cell: (one) => (
              <ActionForm
                action={`${address}/${one.id}/usun`}
                label={words.close}
                about={one.phrase}
                small
                once={context.form.once}
              />
            ),
          },
        ]}
      />
    </Stack>
  ),
});

const layWordsPage = page({
  door: 'staff',
  path: address,
  load: async (ask) => await ask(listLayWords, {}),
  view,
});

/** The organiser's page of lay words and its forms. */
export const layWordRoutes = [
  layWordsPage,
  form({ door: 'staff', path: address, command: addLayWord, page: layWordsPage, next: () => address }),
  form({
    door: 'staff',
    path: `${address}/:layWordId/usun`,
    command: closeLayWord,
    page: layWordsPage,
    next: () => address,
  }),
];
