import { z } from 'zod'
import type { Lang } from '../i18n/language.ts'
import type { ApiOperation } from './api-operation.ts'
import { namesIn } from './api-table.ts'
import { API_TEXTS } from './api-texts.ts'
import { openDataUrls } from './export-urls-rules.ts'

type Schema = Record<string, unknown>

/** A schema without the address of its own language: in an OpenAPI 3.1 document it is JSON Schema 2020-12 anyhow. */
function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

/** What the API answers, as programs read it: made of the very definitions that answer. */
export const openApi = (table: readonly ApiOperation[], lang: Lang, url: string) => ({
  openapi: '3.1.1',
  info: {
    title: API_TEXTS[lang].api,
    version: '1.0.0',
    description: API_TEXTS[lang].apiMore,
    license: { name: 'CC0-1.0', identifier: 'CC0-1.0' },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: url + openDataUrls.api() }],
  paths: Object.fromEntries(table.map((operation) => [operation.path, { get: operationOf(operation, lang) }])),
  components: {
    schemas: { Problem: PROBLEM },
    responses: Object.fromEntries(
      (['refused', 'absent', 'notAcceptable', 'tooMany', 'unavailable'] as const).map((name) => [
        name,
        {
          description: API_TEXTS[lang].answers[name],
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
  },
})

function operationOf({ id, path, summary, description, query, answer }: ApiOperation, lang: Lang) {
  const { answers } = API_TEXTS[lang]
  const ref = (name: string) => ({ $ref: `#/components/responses/${name}` })
  return {
    operationId: id,
    summary: summary[lang],
    description: description[lang],
    parameters: parametersOf(path, query),
    responses: {
      200: {
        description: answers.found,
        headers: {
          ETag: { schema: { type: 'string' } },
          Link: { description: 'RFC 8288', schema: { type: 'string' } },
        },
        content: { 'application/json': { schema: jsonSchema(answer) } },
      },
      304: { description: answers.notChanged },
      400: ref('refused'),
      404: ref('absent'),
      406: ref('notAcceptable'),
      429: ref('tooMany'),
      503: ref('unavailable'),
    },
  }
}

export type Parameter = { name: string; in: 'path' | 'query'; required: boolean; description?: string; schema: Schema }

/** Made once of each schema. */
const made = new WeakMap<z.ZodObject, readonly Parameter[]>()

export function parametersOf(path: string, query: z.ZodObject): readonly Parameter[] {
  const parameters = made.get(query) ?? readParameters(path, query)
  made.set(query, parameters)
  return parameters
}

function readParameters(path: string, query: z.ZodObject): Parameter[] {
  const inPath = namesIn(path)
  const { properties = {}, required = [] } = jsonSchema(query) as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || required.includes(name),
    ...(typeof description === 'string' && { description }),
    schema,
  }))
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          detail: { type: 'string' },
          pointer: { type: 'string' },
          parameter: { type: 'string' },
        },
      },
    },
  },
}
