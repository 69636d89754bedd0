import { z } from 'zod'
import type { Door } from '#platform/door.ts'
import { apiOperation } from '#platform/export/api-operation.ts'
import { LIFE_STEPS } from '#platform/links/thread-rules.ts'
import { matterAsData, viewMatter } from './matter-view.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const answer = z.object({
  ref: z.string(),
  title: z.string(),
  url: z.string(),
  records: z.array(
    z.object({
      ref: z.string(),
      step: z.enum(LIFE_STEPS).describe('Its place in the life of the matter'),
      on: z.iso.date().nullable(),
      title: z.string(),
      lang: z.enum(['sq', 'en']),
      url: z.string(),
      distance: z.int().describe('Links between it and the record asked for; 0: itself'),
      neighbour: z.string().nullable().describe('The record over which it was reached'),
      words: z.string().nullable().describe('What it is to that one'),
      beside: z.array(z.object({ title: z.string(), url: z.string() })),
    }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), words: z.string() })),
  more: z.boolean().describe('There is more than is told here'),
})

/** `doorsOf` is asked when the first request comes: the doors are joined by then. */
export const matterOperation = (doorsOf: () => readonly Door[]) =>
  apiOperation({
    id: 'rruga',
    method: 'GET',
    path: '/rruga',
    summary: { sq: sq.api.summary, en: en.api.summary },
    description: { sq: sq.api.description, en: en.api.description },
    query: z.object({
      rekordi: z
        .string()
        .regex(/^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$/)
        .describe(en.api.ref),
    }),
    answer,
    handle: async (services, lang, query) => {
      const view = await viewMatter(services, doorsOf(), lang, query.rekordi)
      return view ? { kind: 'found', body: matterAsData(view, services.settings.url) } : { kind: 'absent' }
    },
  })
