/** The largest file that may be sent: 20 MB. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** The kinds of files that may be sent, by extension. */
export const fileTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;

export type FileExtension = keyof typeof fileTypes;
export type FileType = (typeof fileTypes)[FileExtension];

export type FileFault =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_NAME'
  | 'FILE_NAME_DISGUISED'
  | 'FILE_KIND'
  | 'FILE_EXECUTABLE'
  | 'FILE_MISMATCH'
  | 'FILE_DAMAGED'
  | 'FILE_LOCKED'
  | 'FILE_MACROS'
  | 'FILE_BOMB';

export type Sniffed =
  | { readonly ok: true; readonly type: FileType; readonly extension: FileExtension }
  | { readonly ok: false; readonly code: FileFault };
