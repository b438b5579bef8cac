import { expect, it } from 'vitest';
import { html } from './index.ts';

// Properties that are spread are read when the page is made, written ones become text when the program is built.
const spread = (properties: { href: string }): string => html(<a {...properties}>x</a>);
const shown = (href: string): string => html(<a href={href}>x</a>);

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>',
  'file:///etc/passwd',
  'intent://x',
])('an address that runs something is left out of a page: %j', (href) => {
  expect(shown(href)).toContain('<a>x</a>');
  expect(spread({ href })).toContain('<a>x</a>');
  expect(html(<form action={href} />)).not.toContain('action');
});

it.each([
  'https://bip.example/a',
  '/praca',
  '?x=1',
  '#tu',
  'mailto:a@b.pl',
  'tel:62',
  'karta:1/2'.replace(':', '-'),
])('an honest one stays: %s', (href) => {
  expect(shown(href)).toContain(`href="${href}"`);
});

it('a picture may stand in the page itself', () => {
  const shownPicture = (src: string): string => html(<img alt="" src={src} />);
  expect(shownPicture('data:image/png;base64,AA==')).toContain('src="data:image/png');
  expect(shownPicture('data:text/html,x')).not.toContain('src');
});
