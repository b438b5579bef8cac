import { ActionForm, moment, Panel, Row, StateTag, Table } from '../../../ui/index.ts';
import { partsOfDevice } from '../domain/device.ts';
import { pl } from '../pl.ts';
import type { ShownSession } from '../queries/own-security.ts';

const words = pl.sessions;

const deviceWords = ({ device }: ShownSession): string => {
  const { browser, system } = partsOfDevice(device);
  return words.device(words.browsers[browser], words.systems[system]);
};

/** Where the own account is open: each session can be ended, and all but this one at once. */
export const Sessions = ({ sessions, once }: { sessions: readonly ShownSession[]; once: string }) => (
  <Panel id="sesje" title={words.title}>
    <p>{words.lead}</p>
    <Table
      caption={words.caption}
      captionHidden
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        {
          key: 'device',
          label: words.columns.device,
          cell: (one) =>
            one.this ? (
              <Row>
                {deviceWords(one)} <StateTag state="done" label={words.this} />
              </Row>
            ) : (
              deviceWords(one)
            ),
        },
        { key: 'begun', label: words.columns.begun, nowrap: true, cell: (one) => moment(one.begunAt) },
        { key: 'seen', label: words.columns.seen, nowrap: true, cell: (one) => moment(one.seenAt) },
        { key: 'by', label: words.columns.by, cell: (one) => words.methods[one.method] },
        {
          key: 'end',
          label: words.columns.end,
          cell: (one) =>
            !one.this && (
              <ActionForm
                action="/praca/konto/sesja"
                label={words.end}
                about={deviceWords(one)}
                small
                once={once}
                hidden={{ sessionId: one.id }}
              />
            ),
        },
      ]}
    />
    {sessions.length > 1 && (
      <ActionForm action="/praca/konto/inne-sesje" label={words.endOthers} once={once} />
    )}
  </Panel>
);
