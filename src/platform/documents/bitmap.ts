import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { letterFonts } from './fonts.ts';

/** Twice the points of the text width: sharp in print at 220 dots an inch. */
const BITMAP_WIDTH = 1_440;

let fontFiles: readonly string[] | undefined;

/** The family of our documents as files, once for a process: the engine reads fonts from files only. */
function fontsOnDisk(): readonly string[] {
  if (fontFiles === undefined) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-fonts-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    fontFiles = letterFonts().files.map((file, index) => {
      const name = path.join(folder, `${index}.ttf`);
      writeFileSync(name, file);
      return name;
    });
  }
  return fontFiles;
}

/** A drawing as PNG with its size in pixels, for editors that show no SVG; nothing is fetched from anywhere. */
export function bitmapOf(svg: string): { png: Buffer; width: number; height: number } {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: BITMAP_WIDTH },
    background: '#ffffff',
    font: { fontFiles: [...fontsOnDisk()], loadSystemFonts: false, defaultFontFamily: 'Lato' },
  }).render();
  return { png: image.asPng(), width: image.width, height: image.height };
}
