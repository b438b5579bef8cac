import { z } from 'zod';
import type { AnyCommand } from '../platform/runner/command.ts';
import type { AnyQuery } from '../platform/runner/query.ts';

const schema = (type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Record<string, unknown>;
  return rest;
};

const json = (content: Record<string, unknown>, description: string) => ({
  description,
  content: { 'application/json': { schema: content } },
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problems = {
  '401': problem('Not signed in'),
  '403': problem('Not allowed'),
  '404': problem('Not there, or hidden from this account'),
  '409': problem('Refused by a rule (with its legal basis), or changed meanwhile'),
  '429': problem('Too many changes in a minute'),
  '422': problem('Invalid input, with a message per field'),
};

function parametersOf(input: Record<string, unknown>): unknown[] {
  const properties = (input['properties'] ?? {}) as Record<string, unknown>;
  const required = (input['required'] ?? []) as string[];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
}

/** The OpenAPI 3.1 document of all commands and queries, from their own schemas. */
export function openapiDocument(
  commands: readonly AnyCommand[],
  queries: readonly AnyQuery[],
): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const query of [...queries].sort((a, b) => a.name.localeCompare(b.name)))
    paths[`/api/queries/${query.name}`] = {
      get: {
        operationId: query.name,
        summary: query.summary,
        description: `Basis: ${query.basis}`,
        tags: [query.name.split('.')[0]],
        parameters: parametersOf(schema(query.input, 'input')),
        responses: { '200': json(schema(query.output, 'output'), 'The answer'), ...problems },
      },
    };
  for (const command of [...commands].sort((a, b) => a.name.localeCompare(b.name)))
    paths[`/api/commands/${command.name}`] = {
      post: {
        operationId: command.name,
        summary: command.summary,
        description: `Basis: ${command.basis}`,
        tags: [command.name.split('.')[0]],
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', format: 'uuid' },
            description: 'The same key again gives the first result again',
          },
          {
            name: 'If-Match',
            in: 'header',
            required: false,
            schema: { type: 'string' },
            description: 'Version of the target that was seen; another version now is a 409',
          },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schema(command.input, 'input') } },
        },
        responses: {
          '200': json(
            {
              type: 'object',
              required: ['result'],
              properties: { result: schema(command.result, 'output') },
            },
            'Done',
          ),
          ...problems,
        },
      },
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Okienko',
      version: '0.1.0',
      description: 'The same commands and queries that serve the pages. Names are `module.verb`.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'okienko' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457',
          required: ['type', 'title', 'status', 'detail', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            code: { type: 'string' },
            basis: { type: 'string' },
            incident: { type: 'string' },
            errors: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
      },
    },
    security: [{ session: [] }, { bearer: [] }],
  };
}
