import { z } from 'zod'
import { apiOperation, type ApiAnswer } from '#platform/export/api-operation.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { writeSearchKey } from '#platform/search/find/search-key-rules.ts'
import { viewSearch } from '#platform/search/find/search-view.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { faultWords } from './fault-part.ts'
import { searchAsData, type SearchData } from './search-data-view.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

const field = (name: keyof typeof sq.api.field) => z.string().optional().describe(en.api.field[name])

const question = z.object({
  q: field('q'),
  ceshtja: field('ceshtja'),
  lloji: field('lloji'),
  institucioni: field('institucioni'),
  viti: field('viti'),
  tema: field('tema'),
  vendi: field('vendi'),
  gjendja: field('gjendja'),
  renditja: z.enum(['perputhja', 'data']).optional().describe(en.api.field.renditja),
  sakte: z.enum(['po']).optional().describe(en.api.field.sakte),
  pas: field('pas'),
})

const passage = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }).nullable()
const language = z.enum(['sq', 'en', 'sr'])
const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }))
const part = z.object({
  title: z.string(),
  url: z.string(),
  kind: z.string(),
  lang: language,
  published_on: z.iso.date(),
  passage,
})

const answer = z.object({
  total: z.int().describe('Results, articles and comments each one; up to 2 000'),
  capped: z.boolean().describe('There are more than `total`'),
  counted: z.int().describe('Of how many results, the newest, the facets are counted'),
  facets: z.object({ kind: facet, institution: facet, year: facet, topic: facet, place: facet, state: facet }),
  also_searched: z.array(z.string()),
  did_you_mean: z.string().nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      ref: z.string(),
      kind: z.string(),
      institution: z.string().nullable(),
      lang: language,
      published_on: z.iso.date(),
      state: z.string(),
      due_on: z.iso.date().nullable(),
      passage,
      parts: z.array(part),
      more: z.int(),
    }),
  ),
  next: z.string().nullable().describe('The page that follows'),
})

/** The search as programs ask it. `sourcesOf` is asked when the first request comes: the doors are joined by then. */
export const searchOperation = (sourcesOf: () => readonly SearchSource[]) =>
  apiOperation({
    id: 'kerko',
    method: 'GET',
    path: '/kerko',
    summary: { sq: sq.api.summary, en: en.api.summary },
    description: { sq: sq.api.description, en: en.api.description },
    query: question,
    answer,
    handle: (services, lang, query) => answerTo(services, lang, sourcesOf(), query),
  })

async function answerTo(
  services: Services,
  lang: Lang,
  sources: readonly SearchSource[],
  query: z.output<typeof question>,
): Promise<ApiAnswer<SearchData>> {
  const view = await viewSearch({ services, sources, lang }, query)
  const { outcome } = view
  const t = searchTexts(lang).api
  if (outcome.kind === 'wrong') {
    const errors = Object.entries(faultWords(lang, view.faults))
    return { kind: 'refused', errors: errors.map(([parameter, detail]) => ({ parameter, detail })) }
  }
  if (outcome.kind === 'too-hard') return { kind: 'refused', errors: [{ parameter: 'q', detail: t.tooHard }] }
  const next = outcome.kind === 'found' && outcome.next ? { pas: writeSearchKey(outcome.next) } : null
  return { kind: 'found', body: searchAsData(view, lang, services.settings.url, searchUrls.api()), next }
}
