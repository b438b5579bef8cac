import type { FastifyRequest } from 'fastify';
import { type FormValues, nested } from './form-data.ts';

/** A file as it was sent, before anybody has looked at what it is. */
export interface SentFile {
  name: string;
  content: Uint8Array;
}

export interface SentForm {
  values: FormValues;
  files: Record<string, SentFile>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form sends texts; what JSON puts in their place is nothing that a person typed. */
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const asTexts = (value: unknown): string | string[] =>
  Array.isArray(value) ? value.map(asText) : asText(value);

function add(values: FormValues, name: string, value: string): void {
  const before = values[name];
  values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}

/**
 * Reads a form in either of its encodings. A file over the limit throws the multipart reader's own error (413); one
 * that breaks off or has no boundary is the sender's fault too (400).
 */
export async function readForm(request: FastifyRequest): Promise<SentForm> {
  try {
    return await readParts(request);
  } catch (error) {
    if (error instanceof Error && !('statusCode' in error)) Object.assign(error, { statusCode: 400 });
    throw error;
  }
}

async function readParts(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) {
    const body = isRecord(request.body) ? request.body : {};
    return {
      values: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, asTexts(value)])),
      files: {},
    };
  }
  const sent: SentForm = { values: {}, files: {} };
  for await (const part of request.parts()) {
    if (part.type === 'field')
      add(sent.values, part.fieldname, typeof part.value === 'string' ? part.value : '');
    else {
      const content = await part.toBuffer();
      if (part.filename) sent.files[part.fieldname] = { name: part.filename, content };
    }
  }
  return sent;
}

/** A form as a command's input. */
export const inputOf = (sent: SentForm): Record<string, unknown> => ({
  ...nested(sent.values),
  ...sent.files,
});
