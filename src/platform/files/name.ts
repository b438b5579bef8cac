const MAX_NAME = 200;

/** Controls, and marks that turn the direction of writing: "wniosek‮fdp.exe" is shown as "wniosekexe.pdf". */
const hidden = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const path = /[/\\]|^[a-z]:|^\.+$/i;

/** Extensions that run something when opened; one inside a name ("skan.exe.pdf") is a disguise. */
const running = new Set(
  'ade adp apk app bat chm cmd com cpl dll docm dotm exe hta htm html iso jar js jse lnk mht msc msi msp pif php potm ppam pptm ps1 psm1 py reg scr sh shtml svg swf vb vbe vbs wsf wsh xhtml xlam xlsm xltm'.split(
    ' ',
  ),
);

/** What is wrong with the name of a sent file: a path, a hidden character, a disguise; undefined when nothing. */
export function nameFault(name: string): 'FILE_NAME' | 'FILE_NAME_DISGUISED' | undefined {
  const blank = name.trim() === '' || name.length > MAX_NAME;
  if (blank || path.test(name)) return 'FILE_NAME';
  if (hidden.test(name)) return 'FILE_NAME_DISGUISED';
  const inner = name.toLowerCase().split('.').slice(1, -1);
  return inner.some((part) => running.has(part.trim())) ? 'FILE_NAME_DISGUISED' : undefined;
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which a file may be saved on any system: no path, no hidden or forbidden character, at most 120
 * characters before the extension. `extension` comes from `sniff`, never from the person.
 */
export function safeFileName(name: string, extension: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(new RegExp(hidden, 'gu'), '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = Array.from(stem).slice(0, 120).join('').trim();
  const usable = short === '' || reserved.test(short) ? `plik${short === '' ? '' : `-${short}`}` : short;
  return `${usable}.${extension}`;
}

/** Letters that Unicode does not take apart into a base and a mark. */
const bare: Record<string, string> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ß: 'ss' };

/**
 * A Content-Disposition header: the name in full for browsers that know RFC 5987 (RFC 6266, 4.3), and without
 * diacritics for the others. Nothing in the name can end the header or start another.
 */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const clean = name.toWellFormed().replace(new RegExp(hidden, 'gu'), '');
  const ascii = clean
    .replace(/[łŁøØđĐß]/g, (letter) => bare[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  // RFC 5987 attr-char leaves out these four, which encodeURIComponent lets through.
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
