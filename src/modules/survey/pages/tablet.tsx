import { permits } from '../../../platform/actor.ts';
import { file, type FileRoute } from '../../../platform/http/route.ts';
import { forbidden } from '../../../platform/runner/outcome.ts';
import { assetUrl, html, Mark } from '../../../ui/index.ts';
import { enters } from '../commands/roles.ts';
import { tablet } from '../tablet/pl.ts';
import { tabletPath, tabletUrls, tabletWorker } from '../tablet-files.ts';

/**
 * The page of the tablet: nothing in it is about whoever is signed in, because it stays on the device. The program draws its
 * screens into `#tablet` (survey/tablet/main.tsx).
 */
const Shell = () => (
  <html lang="pl" data-audience="resident" data-width="narrow">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#f7f2e6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#11141e" media="(prefers-color-scheme: dark)" />
      <title>{tablet.title}</title>
      <link rel="stylesheet" href={assetUrl.css} />
      <link rel="stylesheet" href={tabletUrls.style} />
      <link rel="icon" type="image/svg+xml" href={assetUrl.icon} />
      <link rel="apple-touch-icon" href={tabletUrls.appleIcon} />
      <link rel="manifest" href={tabletUrls.manifest} />
      <script src={tabletUrls.program} defer />
    </head>
    <body>
      <header class="header">
        <div class="header-row">
          <span class="brand">
            <Mark />
            <span class="brand-words">
              <span class="brand-name">Okienko</span>
              <span class="brand-centre">{tablet.title}</span>
            </span>
          </span>
          <div class="tablet-status">
            <span id="tablet-line" role="status" />
            <button id="tablet-lock" class="button" type="button" hidden>
              {tablet.status.lock}
            </button>
          </div>
        </div>
      </header>
      <div class="frame frame-narrow">
        <main id="tablet" tabindex={-1}>
          <h1>{tablet.starting}</h1>
          <p>{tablet.tooOld}</p>
          <noscript>
            <p>{tablet.noScript}</p>
          </noscript>
        </main>
      </div>
    </body>
  </html>
);

const shell = html(<Shell />);
const worker = tabletWorker(shell);

const onlyInterviewers =
  (body: string, type: string): FileRoute['send'] =>
  async (_ask, { actor }) =>
    await Promise.resolve(
      permits(enters, actor, undefined)
        ? { ok: true, value: { type, body, cache: 'no-cache' } }
        : { ok: false, problem: forbidden },
    );

/** The tablet and its service worker. */
export const tabletRoutes = [
  file({ door: 'staff', path: tabletPath, send: onlyInterviewers(shell, 'text/html; charset=utf-8') }),
  file({
    door: 'staff',
    path: `${tabletPath}-sw.js`,
    send: onlyInterviewers(worker, 'text/javascript; charset=utf-8'),
  }),
];
