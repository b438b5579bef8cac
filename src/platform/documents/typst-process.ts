import type { Sheet } from './sheet.ts';
import { typesetter } from './typst.ts';

/** What the parent asks for, one letter at a time. */
export type TypesetRequest = { readonly sheet: Sheet; readonly timestamp: number };
/** The letter, or the reason why there is none. */
export type TypesetReply =
  | { readonly pdf: Uint8Array }
  | { readonly fault: 'PDF_UNAVAILABLE' | 'PDF_FAILED'; readonly detail: string };

type Typeset = ReturnType<typeof typesetter>;

let typeset: Typeset | undefined;
let missing = '';
try {
  typeset = typesetter(process.argv[2] ?? '');
} catch (error) {
  missing = String(error);
}

function answer({ sheet, timestamp }: TypesetRequest): TypesetReply {
  if (typeset === undefined) return { fault: 'PDF_UNAVAILABLE', detail: missing };
  try {
    return { pdf: typeset(sheet, timestamp) };
  } catch (error) {
    return { fault: 'PDF_FAILED', detail: String(error) };
  }
}

process.on('message', (request: TypesetRequest) => {
  process.send?.(answer(request));
});
process.on('disconnect', () => process.exit(0));
