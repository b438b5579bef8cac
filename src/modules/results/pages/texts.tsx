import { permits } from '../../../platform/actor.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Form,
  number,
  Pagination,
  Panel,
  Passport,
  Select,
  Stack,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { codeAnswer, removeCode, writeCodeCommand } from '../commands/code-answers.ts';
import { mayWrite } from '../domain/access.ts';
import { passportOf } from '../passport.ts';
import { pl } from '../pl.ts';
import { type TextsView, viewTexts } from '../queries/view-texts.ts';
import { Above, leadOf, routePath, trailOf } from './parts.tsx';
import { resultsPath } from './path.ts';

const words = pl.texts;

const addressOf = (surveyId: string, question: string | null, more = ''): string =>
  `${resultsPath(surveyId, '/otwarte')}?pytanie=${question ?? ''}${more}`;

const percent = ({ share }: TextsView['codes'][number]) =>
  share.percent === null ? (
    <Unknown>{pl.page.hiddenCell}</Unknown>
  ) : (
    `${pl.decimal(share.percent, 1)}%${
      share.low === null || share.high === null
        ? ''
        : ` (${pl.decimal(share.low, 1)}–${pl.decimal(share.high, 1)})`
    }`
  );

const Codes = ({ data, context }: { data: TextsView; context: PageContext }) => {
  const { head } = data;
  const may = permits(mayWrite, context.actor, undefined);
  const text = data.questions.find(({ name }) => name === data.question)?.text ?? '';
  return (
    <Panel id="kody" title={words.codes}>
      <Stack>
        <p>{words.codesHow}</p>
        <Table
          caption={words.codes}
          captionHidden
          rows={data.codes}
          rowKey={({ id }) => id}
          empty={<p>{words.noCodes}</p>}
          columns={[
            { key: 'name', label: words.code, rowHeader: true, cell: ({ name }) => name },
            { key: 'words', label: words.words, cell: (code) => code.words.join(', ') || '–' },
            {
              key: 'count',
              label: pl.page.count,
              numeric: true,
              cell: ({ share }) =>
                share.count === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : number(share.count),
            },
            {
              key: 'percent',
              label: head.weighted ? pl.page.percent : pl.page.percentPlain,
              numeric: true,
              cell: percent,
            },
            ...(may
              ? [
                  {
                    key: 'remove',
                    label: words.remove,
                    cell: (code: TextsView['codes'][number]) => (
                      <ActionForm
                        action={resultsPath(head.surveyId, '/otwarte/usun')}
                        label={words.remove}
                        about={code.name}
                        variant="quiet"
                        small
                        once={context.form.once}
                        version={code.version}
                        hidden={{ codeId: code.id }}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {data.codes.some(({ share }) => share.count === null) && <p>{pl.page.hidden}</p>}
        <Passport of={passportOf(head, text, context.centre.demonstration)} home={context.centre.home} />
        {may && (
          <Disclosure
            summary={words.add}
            {...(context.form.command === writeCodeCommand.name ? { open: true } : {})}
          >
            <Form
              id="kod"
              action={resultsPath(head.surveyId, '/otwarte/kod')}
              {...formOf(context, writeCodeCommand, {})}
            >
              <input type="hidden" name="question" value={data.question ?? ''} />
              <TextInput name="name" label={words.name} maxLength={80} />
              <TextArea name="words" label={words.words} hint={words.wordsHint} rows={3} optional />
              <Actions>
                <Button>{words.save}</Button>
              </Actions>
            </Form>
          </Disclosure>
        )}
      </Stack>
    </Panel>
  );
};

const Uncoded = ({ data, context }: { data: TextsView; context: PageContext }) => {
  const { head, codes } = data;
  const may = permits(mayWrite, context.actor, undefined) && codes.length > 0;
  const at = (page: number): string => addressOf(head.surveyId, data.question, `&strona=${page}`);
  return (
    <Panel id="bez-kodu" title={words.uncoded(data.uncoded)}>
      <Stack>
        <p>{data.few ? words.few : words.masked}</p>
        <Table
          caption={words.uncoded(data.uncoded)}
          captionHidden
          rows={data.answers}
          rowKey={({ sheetId }) => sheetId}
          empty={data.few ? undefined : <p>{words.allCoded}</p>}
          columns={[
            {
              key: 'text',
              label: words.answer,
              rowHeader: true,
              cell: (one) => (
                <>
                  {one.text}{' '}
                  {one.hints.length > 0 && (
                    <Tag tone="warning" shape="warning">
                      {words.hidden}
                    </Tag>
                  )}
                </>
              ),
            },
            ...(may
              ? [
                  {
                    key: 'code',
                    label: words.code,
                    cell: (one: TextsView['answers'][number]) => (
                      <Form
                        id={`k${one.sheetId.slice(0, 8)}`}
                        action={resultsPath(head.surveyId, '/otwarte/odpowiedz')}
                        once={context.form.once}
                        layout="inline"
                        label={words.codeThis}
                      >
                        <input type="hidden" name="question" value={data.question ?? ''} />
                        <input type="hidden" name="sheetId" value={one.sheetId} />
                        <Select
                          name="codes"
                          label={words.code}
                          labelHidden
                          placeholder={words.noneFits}
                          options={codes.map(({ id, name }) => ({ value: id, label: name }))}
                        />
                        <Button small>{words.codeIt}</Button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {data.pages > 1 && (
          <Pagination
            {...(data.page > 1 ? { previous: at(data.page - 1) } : {})}
            {...(data.page < data.pages ? { next: at(data.page + 1) } : {})}
            summary={words.page(data.page, data.pages)}
          />
        )}
      </Stack>
    </Panel>
  );
};

function view(data: TextsView, context: PageContext): View {
  const { head } = data;
  return {
    title: words.title,
    lead: leadOf(head),
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    body:
      head.sheets === 0 ? (
        <EmptyState title={pl.page.none}>
          <p>{pl.page.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Above head={head} part="texts" />
          {data.questions.length === 0 && <p>{words.noQuestions}</p>}
          {data.questions.length > 1 && (
            <Tabs
              label={words.question}
              items={data.questions.map(({ name, text, given }) => ({
                href: addressOf(head.surveyId, name),
                label: text,
                count: given,
                current: name === data.question,
              }))}
            />
          )}
          {data.question !== null && (
            <>
              <Codes data={data} context={context} />
              <Uncoded data={data} context={context} />
            </>
          )}
        </Stack>
      ),
  };
}

const textsPage = page({
  door: 'staff',
  path: routePath('/otwarte'),
  load: async (ask, { params, query }) =>
    await ask(viewTexts, {
      surveyId: params['surveyId'],
      question: query['pytanie'],
      page: query['strona'],
    }),
  view,
});

const next = ({ surveyId, question }: { surveyId: string; question: string }): string =>
  addressOf(surveyId, question);

const common = { door: 'staff' as const, page: textsPage };

/** Open answers: codes with their words, answers without a code, and the three forms that change them. */
export const textsRoutes = [
  textsPage,
  form({ ...common, path: routePath('/otwarte/kod'), command: writeCodeCommand, next }),
  form({ ...common, path: routePath('/otwarte/usun'), command: removeCode, next }),
  form({ ...common, path: routePath('/otwarte/odpowiedz'), command: codeAnswer, next }),
];
