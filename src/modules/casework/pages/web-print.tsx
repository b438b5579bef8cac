import { renderPdf } from '../../../platform/documents/pdf.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import {
  type Ask,
  file,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Panel,
  Radios,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { statementQuery } from '../../accessibility/index.ts';
import { HelpWays } from '../../directory/index.ts';
import { helpSheet, sheetFields } from '../documents/help-sheet.ts';
import { webWordsOf } from '../web-words.ts';
import { carriedNeed, homeTrail } from './web-parts.tsx';

const sizes = ['normal', 'large'] as const;

/** The opening hours of the window, where the centre has said them. */
async function hoursOf(ask: Ask, { centre }: PageRequest): Promise<string | undefined> {
  const said = await ask(statementQuery, {});
  return (said.ok ? said.value.statement.hours : undefined) ?? centre.letterhead.hours ?? undefined;
}

const view = ({ hours }: { hours: string | undefined }, context: PageContext): View => {
  const { centre, lang } = context;
  const { print: words, sheet, sent } = webWordsOf(lang);
  const { addressLines, phone } = centre.letterhead;
  const fields = sheetFields.filter((field) => field !== 'need');
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    trail: homeTrail(context),
    body: (
      <Stack>
        <Panel id="pusta" title={words.empty}>
          <p>{words.emptyText}</p>
          <Actions>
            <ButtonLink href={`${centre.home}/wydrukuj/kartka.pdf`}>{words.normal}</ButtonLink>
            <ButtonLink href={`${centre.home}/wydrukuj/duza.pdf`}>{words.large}</ButtonLink>
          </Actions>
        </Panel>
        <Panel id="wypelniona" title={words.filled}>
          <p>{words.filledText}</p>
          <Form
            action={`${centre.home}/wydrukuj/kartka.pdf`}
            values={{ size: 'normal', need: carriedNeed(context) }}
            label={words.filled}
          >
            <TextArea name="need" label={sheet.fields.need} rows={4} maxLength={1500} optional />
            {fields.map((field) => (
              <TextInput
                key={field}
                name={field}
                label={sheet.fields[field]}
                width="l"
                maxLength={200}
                optional
              />
            ))}
            <Radios
              name="size"
              label={words.size}
              choices={sizes.map((size) => ({ value: size, label: words.sizes[size] }))}
              inline
            />
            <Actions>
              <Button variant="primary">{words.submit}</Button>
            </Actions>
          </Form>
        </Panel>
        <Panel id="gdzie" title={words.where}>
          <p>{words.whereText}</p>
          <p>{[centre.name, ...addressLines].join(', ')}</p>
          {hours && (
            <p>
              {words.hours}: {hours}
            </p>
          )}
          {phone && (
            <p>
              {sent.callText} <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </p>
          )}
        </Panel>
        <HelpWays context={context} without="print" />
      </Stack>
    ),
  };
};

/** What was typed into a field, as it fits on paper: no control characters, no more than its box holds. */
const typedIn = (typed: FormValues, field: string): string => {
  const value = typed[field];
  return typeof value === 'string'
    ? value
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/(?!\n)\p{Cc}/gu, '')
        .trim()
        .slice(0, 1500)
    : '';
};

async function sheetFile(ask: Ask, request: PageRequest, typed: FormValues, large: boolean) {
  const { lang, centre, today } = request;
  const { print } = webWordsOf(lang);
  const body = await renderPdf(
    helpSheet(centre, {
      lang,
      large,
      today,
      hours: await hoursOf(ask, request),
      banner: centre.demonstration ? print.demonstration : undefined,
      typed: Object.fromEntries(sheetFields.map((field) => [field, typedIn(typed, field)])),
    }),
  );
  return {
    ok: true as const,
    value: { type: 'application/pdf', body, name: contentDisposition(print.file, 'inline') },
  };
}

/** The third way to ask for help: a sheet to print and bring, empty or with what was typed, also in large print. */
export const webPrintRoutes = [
  page({
    door: 'public',
    path: '/:centre/wydrukuj',
    load: async (ask, request) => ({ ok: true, value: { hours: await hoursOf(ask, request) } }),
    view,
  }),
  file({
    door: 'public',
    path: '/:centre/wydrukuj/kartka.pdf',
    send: (ask, request) => sheetFile(ask, request, {}, false),
  }),
  file({
    door: 'public',
    path: '/:centre/wydrukuj/duza.pdf',
    send: (ask, request) => sheetFile(ask, request, {}, true),
  }),
  file({
    door: 'public',
    path: '/:centre/wydrukuj/kartka.pdf',
    typed: true,
    send: (ask, request, typed) => sheetFile(ask, request, typed, typed['size'] === 'large'),
  }),
];
