import { DescriptionList, moment, Notice, number, Stack, StateTag, Table } from '../../../ui/index.ts';
import { type Alarm, livingServers } from '../domain/alarms.ts';
import type { BackupRun, Server, State } from '../domain/state.ts';
import { pl } from '../pl.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 12,3 MB for bytes. */
export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return `${number(Math.round((count / 1000 ** power) * 10) / 10)} ${units[power] ?? ''}`;
}

const AlarmList = ({ alarms }: { alarms: readonly Alarm[] }) => (
  <ul class="plain-list">
    {alarms.map(({ name, of }) => (
      <li key={name}>
        <strong>{pl.alarms[name].title(of)}.</strong> {pl.alarms[name].todo}
      </li>
    ))}
  </ul>
);

/** What a person sees in the first five seconds: all is well, or what to do. */
export const Standing = ({ state, alarms }: { state: State; alarms: readonly Alarm[] }) => {
  const act = alarms.filter((one) => one.grade === 'act');
  const know = alarms.filter((one) => one.grade === 'know');
  const good = state.backups.lastGoodAt;
  return (
    <Stack>
      {act.length === 0 ? (
        <Notice kind="success" title={pl.fine}>
          {pl.fineText(good === null ? null : moment(good))}
        </Notice>
      ) : (
        <Notice kind="danger" title={pl.act(act.length)}>
          <AlarmList alarms={act} />
          <p class="hint">{pl.runbook}</p>
        </Notice>
      )}
      {know.length > 0 && (
        <Notice kind="info" title={pl.know}>
          <AlarmList alarms={know} />
        </Notice>
      )}
    </Stack>
  );
};

const RunResult = ({ run }: { run: BackupRun }) => {
  const words = pl.backups.states;
  if (run.endedAt === null)
    return run.beganAt === null ? (
      <StateTag state="waiting" label={words.waiting} />
    ) : (
      <StateTag state="running" label={words.running} />
    );
  if (run.error !== null) return <StateTag state="refused" label={words.failed} />;
  return run.verified ? (
    <StateTag state="done" label={words.good} />
  ) : (
    <StateTag state="warning" label={words.untried} />
  );
};

export const Runs = ({ runs }: { runs: readonly BackupRun[] }) => {
  const words = pl.backups;
  return (
    <Table
      caption={words.caption}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          key: 'when',
          label: words.when,
          cell: (run) => (
            <>
              {moment(run.beganAt ?? run.askedAt)}
              {run.removed && (
                <>
                  <br />
                  <span class="hint">{words.removed}</span>
                </>
              )}
            </>
          ),
        },
        { key: 'result', label: words.result, cell: (run) => <RunResult run={run} /> },
        { key: 'who', label: words.who, cell: (run) => words.sources[run.source] },
        {
          key: 'size',
          label: words.size,
          numeric: true,
          cell: (run) => (run.bytes === null ? '–' : bytes(run.bytes)),
        },
        {
          key: 'rows',
          label: words.rows,
          numeric: true,
          cell: (run) => (run.rows === null ? '–' : number(run.rows)),
        },
      ]}
    />
  );
};

export const Servers = ({ state }: { state: State }) => {
  const words = pl.servers;
  const living = new Set(livingServers(state).map(({ id }) => id));
  const tag = (server: Server) => {
    if (living.has(server.id)) return <StateTag state="done" label={words.states.lives} />;
    return server.endedAt === null ? (
      <StateTag state="warning" label={words.states.gone} />
    ) : (
      <StateTag state="stopped" label={words.states.ended} />
    );
  };
  return (
    <Table
      caption={words.caption}
      rows={state.processes}
      rowKey={(server) => server.id}
      columns={[
        { key: 'address', label: words.address, cell: (one) => `${one.host}:${one.port}` },
        { key: 'state', label: words.state, cell: tag },
        {
          key: 'version',
          label: words.version,
          cell: (one) => (
            <>
              {one.version}
              <br />
              <span class="hint">{words.node(one.node)}</span>
            </>
          ),
        },
        { key: 'since', label: words.since, cell: (one) => moment(one.beganAt) },
        {
          key: 'load',
          label: words.load,
          numeric: true,
          cell: (one) => words.ms(number(Math.round(one.loop.p99Ms))),
        },
        { key: 'memory', label: words.memory, numeric: true, cell: (one) => bytes(one.memoryBytes) },
      ]}
    />
  );
};

/** The database, the disk and the certificate, as the server that started last sees them. */
export const Base = ({ state }: { state: State }) => {
  const words = pl.base;
  const server = livingServers(state)[0];
  const certificate = server?.certificate;
  return (
    <DescriptionList
      items={[
        {
          term: words.database,
          value: server && words.version(words.kinds[server.database], state.database.version),
        },
        { term: words.size, value: bytes(state.database.bytes) },
        { term: words.migrations, value: words.migrationsOf(state.database.migrations, server?.migrations) },
        {
          term: words.disk,
          value:
            server?.disk &&
            words.diskOf(
              bytes(server.disk.free),
              bytes(server.disk.total),
              Math.floor((server.disk.free * 100) / server.disk.total),
            ),
        },
        {
          term: words.certificate,
          value: certificate
            ? certificate.endsAt === null
              ? words.unknown
              : moment(certificate.endsAt)
            : words.noCertificate,
        },
        { term: words.mail, value: server && words.mailKinds[server.mail] },
      ]}
    />
  );
};
