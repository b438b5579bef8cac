import { form, formOf, nothing, page, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DateInput,
  DateText,
  EmptyState,
  Fieldset,
  Form,
  Notice,
  Panel,
  Radios,
  Row,
  shortDate,
  Stack,
  StateTag,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { openInspection } from '../commands/open.ts';
import { authorities, kinds, orders, type State } from '../domain/inspection.ts';
import { permits } from '../../../platform/actor.ts';
import { pl } from '../pl.ts';
import { listInspectionsQuery } from '../queries/inspections.ts';
import { listPath, newPath, onePath } from './paths.ts';

const words = pl.list;

export const tagOf = {
  coming: 'waiting',
  running: 'running',
  ended: 'stopped',
} as const satisfies Record<State, string>;

const OpenLink = () => (
  <ButtonLink href={newPath} variant="primary">
    {words.open}
  </ButtonLink>
);

const listPage = page({
  door: 'staff',
  path: listPath,
  load: (ask) => ask(listInspectionsQuery, {}),
  view: ({ inspections }, context): View => {
    const opens = permits(orders, context.actor, undefined);
    return {
      title: pl.title,
      lead: pl.lead,
      current: pl.current,
      width: 'wide',
      ...(opens && inspections.length > 0 ? { aside: <OpenLink /> } : {}),
      body:
        inspections.length === 0 ? (
          <EmptyState title={words.empty} action={opens ? <OpenLink /> : undefined}>
            {words.emptyWhat}
          </EmptyState>
        ) : (
          <Panel id="kontrole" title={words.caption}>
            <Table
              caption={words.caption}
              captionHidden
              rows={inspections}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'who',
                  label: words.who,
                  rowHeader: true,
                  cell: (one) => (
                    <>
                      <a href={onePath(one.id)}>{one.authorityName}</a>
                      <span class="description-note">
                        {`${pl.authorities[one.authority]}, ${one.authorisation}`}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'days',
                  label: words.days,
                  cell: (one) => (
                    <>
                      <DateText date={one.validFrom} /> – <DateText date={one.validTo} />
                    </>
                  ),
                },
                {
                  key: 'state',
                  label: words.state,
                  cell: ({ state }) => <StateTag state={tagOf[state]} label={pl.states[state]} />,
                },
                { key: 'files', label: words.files, numeric: true, cell: ({ files }) => files },
                {
                  key: 'inspectors',
                  label: words.inspectors,
                  numeric: true,
                  cell: ({ inspectors }) => inspectors,
                },
              ]}
            />
          </Panel>
        ),
    };
  },
});

const newPage = page({
  door: 'staff',
  path: newPath,
  command: openInspection,
  load: nothing,
  view: (_loaded, context): View => ({
    title: pl.open.title,
    lead: pl.open.lead,
    current: pl.current,
    width: 'narrow',
    trail: [{ href: listPath, label: pl.title }],
    body: (
      <Form action={newPath} {...formOf(context, openInspection, { validFrom: shortDate(context.today) })}>
        <Stack>
          <Notice kind="warning">{pl.open.check}</Notice>
          <Radios
            name="authority"
            label={pl.open.authority}
            choices={authorities.map((value) => ({ value, label: pl.authorities[value] }))}
          />
          <TextInput
            name="authorityName"
            label={pl.open.authorityName}
            hint={pl.open.authorityHint}
            width="l"
          />
          <TextArea name="ground" label={pl.open.ground} hint={pl.open.groundHint} rows={3} />
          <TextInput name="authorisation" label={pl.open.authorisation} width="l" />
          <Fieldset legend={pl.open.period} hint={pl.open.periodHint}>
            <Row>
              <DateInput name="periodFrom" label={pl.open.periodFrom} />
              <DateInput name="periodTo" label={pl.open.periodTo} />
            </Row>
          </Fieldset>
          <Checkboxes
            name="kinds"
            label={pl.open.kinds}
            choices={kinds.map((value) => ({ value, label: pl.kinds[value], hint: pl.kindDays[value] }))}
          />
          <Fieldset legend={pl.open.days} hint={pl.open.daysHint}>
            <Row>
              <DateInput name="validFrom" label={pl.open.validFrom} />
              <DateInput name="validTo" label={pl.open.validTo} />
            </Row>
          </Fieldset>
          <Actions>
            <Button variant="primary">{pl.open.submit}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

const newForm = form({
  door: 'staff',
  path: newPath,
  command: openInspection,
  page: newPage,
  next: ({ inspectionId }) => onePath(inspectionId),
});

/** The list of inspections and the opening of one. */
export const listRoutes = [listPage, newPage, newForm];
