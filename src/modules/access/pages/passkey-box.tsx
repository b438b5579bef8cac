import type { ComponentChildren } from 'preact';
import { hop, type HopRoute, type Door } from '../../../platform/http/route.ts';
import { Notice } from '../../../ui/index.ts';
import type { Purpose } from '../passkeys.ts';
import { passkeyChallengeQuery } from '../queries/own-security.ts';

/** A form that the browser's passkeys fill in: shown by the script, where the browser can; see scripts/passkey.js. */
export const PasskeyBox = ({
  at,
  options,
  failed,
  sent = false,
  children,
}: {
  /** The address that the keys belong to; elsewhere the form stays hidden. */
  at: string;
  /** Where the script asks for the challenge. */
  options: string;
  /** What is said when the browser's dialogue was closed or had no key. */
  failed: string;
  /** It came back with a fault, which must be seen whatever the browser can. */
  sent?: boolean;
  children: ComponentChildren;
}) => (
  <div data-passkey={options} data-passkey-at={at} hidden={!sent}>
    <div data-passkey-failed hidden>
      <Notice kind="warning">{failed}</Notice>
    </div>
    {children}
  </div>
);

/** The address where the script asks for a challenge. */
export const challengeHop = (door: Door, path: `/${string}`, purpose: Purpose): HopRoute =>
  hop({
    door,
    path,
    async go({ ask }) {
      const asked = await ask(passkeyChallengeQuery, { purpose });
      return asked.ok ? { ok: true, value: { json: asked.value.options, keep: asked.value.kept } } : asked;
    },
  });
