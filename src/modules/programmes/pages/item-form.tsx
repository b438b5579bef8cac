import { programmeItems, type ProgrammeItem } from '../../../law/index.ts';
import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Form, Notice } from '../../../ui/index.ts';
import { writeItem } from '../commands/write-item.ts';
import { pl } from '../pl.ts';
import type { VersionView } from '../queries/view.ts';
import { viewProgramme } from '../queries/view-programme.ts';
import { ItemFields } from './item-fields.tsx';
import { itemValues } from './item-values.ts';
import { parts, paths } from './parts.tsx';

const words = pl.pages.itemForm;

const itemOf = (request: Pick<PageRequest, 'params'>): ProgrammeItem | undefined =>
  programmeItems.find((item) => String(item.number) === request.params['item']);

function view(data: VersionView, context: PageContext): View {
  const { programme, version } = data;
  const item = itemOf(context);
  const here = paths.version(programme.id, version.number);
  if (!item || !data.steps.includes('write-item'))
    return {
      title: programme.name,
      trail: [{ href: here, label: programme.name }],
      width: 'narrow',
      body: (
        <Notice kind="warning" action={<a href={here}>{pl.pages.cancel}</a>}>
          {pl.refusals.wrongState(pl.commandTitle('write-item'), pl.states[version.state])}
        </Notice>
      ),
    };
  const state = formOf(context, writeItem, itemValues(item.id, version.items));
  return {
    title: item.name.charAt(0).toUpperCase() + item.name.slice(1),
    lead: words.lead(item.number),
    trail: [
      { href: paths.list, label: pl.pages.programmes },
      { href: here, label: programme.name },
    ],
    width: 'wide',
    current: 'programmes',
    body: (
      <Form
        action={`${here}/element/${item.number}`}
        version={version.version}
        hidden={{ versionId: version.id }}
        {...state}
      >
        <ItemFields
          id={item.id}
          context={{ values: state.values, gmina: { teryt: programme.gmina, name: programme.gminaName } }}
        />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <ButtonLink href={`${here}?czesc=${parts.items}#element-${item.number}`} variant="quiet">
            {pl.pages.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const itemPage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/element/:item',
  command: writeItem,
  draft: ({ params }) =>
    `programmes.write-item:${params['programmeId']}:${params['number']}:${params['item']}`,
  load: async (ask, request) =>
    await ask(viewProgramme, {
      programmeId: request.params['programmeId'],
      number: request.params['number'],
    }),
  view,
});

export const itemForm = form({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/element/:item',
  command: writeItem,
  page: itemPage,
  input: ({ versionId, value }, request) => ({ versionId, item: itemOf(request)?.id, value: value ?? {} }),
  next: ({ programmeId, number }, request) =>
    `${paths.version(programmeId, number)}?czesc=${parts.items}#element-${request.params['item']}`,
});
