import type { VNode } from 'preact';
import type { CentreInfo, View } from '../../../platform/http/route.ts';
import { Actions, ButtonLink, Columns, DescriptionList, Notice, Panel, Stack } from '../../../ui/index.ts';
import type { ShownOnce } from '../commands/shown-once.ts';
import { otpauthUri } from '../credentials.ts';
import { qrCode } from '../domain/qr.ts';
import { pl } from '../pl.ts';

const words = pl.accounts;

/** Light modules around a QR code, as the standard asks. */
const quiet = 4;

/** A QR code as vector squares; black on white in both themes, because cameras read it so. */
export const QrFigure = ({ text, label }: { text: string; label: string }): VNode => {
  const code = qrCode(text);
  const size = code.length + 2 * quiet;
  const path = code
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 4}
      height={size * 4}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

/** A secret in groups of four, as it is copied by hand. */
export const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';

/** The page that shows a one-time password and the secret of the second factor, once. */
export function secretsView(shown: ShownOnce, centre: CentreInfo): View {
  const { password, totpSecret } = shown;
  const empty = password === null && totpSecret === null;
  const facts = (
    <DescriptionList
      items={[
        { term: words.onceLogin, value: <strong>{shown.login}</strong> },
        ...(password === null
          ? []
          : [{ term: words.oncePassword, value: <strong class="secret">{password}</strong> }]),
        ...(totpSecret === null
          ? []
          : [{ term: words.onceKey, value: <strong class="secret">{inFours(totpSecret)}</strong> }]),
      ]}
    />
  );
  return {
    // A title stays in histories and logs: it names nobody.
    title: words.onceShort,
    heading: words.onceTitle(shown.name),
    current: words.current,
    trail: [{ href: '/praca/konta', label: words.title }],
    body: (
      <Stack>
        <Notice kind="warning">{empty ? words.onceAgain : words.onceLead}</Notice>
        {!empty && (
          <Panel id="dane" title={shown.name}>
            {totpSecret === null ? (
              facts
            ) : (
              <Columns
                main={facts}
                side={
                  <QrFigure text={otpauthUri(totpSecret, shown.login, centre.place)} label={words.onceQr} />
                }
              />
            )}
            {password !== null && <p>{words.onceNext}</p>}
          </Panel>
        )}
        <Actions>
          <ButtonLink href={`/praca/konta/${shown.accountId}`} variant="primary">
            {words.onceDone}
          </ButtonLink>
        </Actions>
      </Stack>
    ),
  };
}
