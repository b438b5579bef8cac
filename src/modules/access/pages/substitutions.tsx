import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  DateInput,
  DateText,
  EmptyState,
  Form,
  Notice,
  Panel,
  Select,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { endSubstitution, putAway, setSubstitution, standIn } from '../commands/substitution.ts';
import { pl } from '../pl-substitution.ts';
import {
  listSubstitutionsQuery,
  type ShownSubstitution,
  type Substitutions,
} from '../queries/substitutions.ts';

const path = '/praca/zastepstwa';

const Days = ({ one }: { one: ShownSubstitution }) => (
  <>
    <DateText date={one.validFrom} /> – <DateText date={one.validTo} />
  </>
);

const Mine = ({ mine, context }: { mine: readonly ShownSubstitution[]; context: PageContext }) => (
  <Panel id="moje" title={pl.mine}>
    {context.actor.deputy && (
      <Notice kind="info">
        {pl.now(context.actor.name, context.actor.deputy.until)}
        <ActionForm action={`${path}/wroc`} label={pl.putAway} once={context.form.once} variant="primary" />
      </Notice>
    )}
    {mine.length === 0 ? (
      <p>{pl.mineEmpty}</p>
    ) : (
      <Table
        caption={pl.mine}
        captionHidden
        rows={mine}
        rowKey={({ id }) => id}
        columns={[
          { key: 'absent', label: pl.absent, rowHeader: true, cell: ({ absent }) => absent },
          { key: 'days', label: pl.days, nowrap: true, cell: (one) => <Days one={one} /> },
          {
            key: 'act',
            label: pl.act,
            cell: (one) =>
              one.validFrom > context.today ? (
                '–'
              ) : (
                <ActionForm
                  action={`${path}/${one.id}/pracuj`}
                  label={pl.begin}
                  about={one.absent}
                  once={context.form.once}
                  small
                />
              ),
          },
        ]}
      />
    )}
  </Panel>
);

const All = ({ all, context }: { all: readonly ShownSubstitution[]; context: PageContext }) => (
  <Panel id="wszystkie" title={pl.all}>
    {all.length === 0 ? (
      <EmptyState title={pl.empty} level={3}>
        {pl.emptyWhat}
      </EmptyState>
    ) : (
      <Table
        caption={pl.allCaption}
        captionHidden
        rows={all}
        rowKey={({ id }) => id}
        columns={[
          { key: 'absent', label: pl.absent, rowHeader: true, cell: ({ absent }) => absent },
          { key: 'deputy', label: pl.deputy, cell: ({ deputy }) => deputy },
          { key: 'days', label: pl.days, nowrap: true, cell: (one) => <Days one={one} /> },
          { key: 'reason', label: pl.reason, cell: ({ reason }) => reason },
          {
            key: 'act',
            label: pl.act,
            cell: (one) => (
              <ActionForm
                action={`${path}/${one.id}/zakoncz`}
                label={pl.end}
                about={`${one.deputy}, ${one.absent}`}
                once={context.form.once}
                small
                variant="quiet"
              />
            ),
          },
        ]}
      />
    )}
  </Panel>
);

const Add = ({ workers, context }: { workers: Substitutions['workers']; context: PageContext }) => {
  const options = [
    { value: '', label: pl.choose },
    ...workers.map(({ accountId, name, position }) => ({ value: accountId, label: `${name}, ${position}` })),
  ];
  return (
    <Panel id="ustal" title={pl.add}>
      <p>{pl.addLead}</p>
      <Form action={path} {...formOf(context, setSubstitution, { validFrom: context.today })}>
        <Select name="absentId" label={pl.absent} options={options} />
        <Select name="deputyId" label={pl.deputy} options={options} />
        <DateInput name="validFrom" label={pl.from} />
        <DateInput name="validTo" label={pl.to} />
        <TextInput name="reason" label={pl.why} hint={pl.whyHint} width="l" />
        <Actions>
          <Button variant="primary">{pl.add}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

export const substitutionsPage = page({
  door: 'staff',
  path,
  load: (ask) => ask(listSubstitutionsQuery, {}),
  view: ({ mine, all, workers, sets }, context): View => ({
    title: pl.title,
    lead: pl.lead,
    current: 'substitutions',
    body: (
      <Stack>
        {(!sets || mine.length > 0) && <Mine mine={mine} context={context} />}
        {sets && <All all={all} context={context} />}
        {sets && <Add workers={workers} context={context} />}
      </Stack>
    ),
  }),
});

const shape = { door: 'staff', page: substitutionsPage } as const;

export const substitutionForms = [
  form({ ...shape, path, command: setSubstitution, next: () => path }),
  form({ ...shape, path: `${path}/wroc`, command: putAway, next: () => '/praca' }),
  form({ ...shape, path: `${path}/:substitutionId/pracuj`, command: standIn, next: () => '/praca' }),
  form({ ...shape, path: `${path}/:substitutionId/zakoncz`, command: endSubstitution, next: () => path }),
];
