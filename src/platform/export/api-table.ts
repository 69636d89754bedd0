import { z } from 'zod'
import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { allDatasets } from './all-datasets.ts'
import { apiOperation, type ApiOperation } from './api-operation.ts'
import { API_TEXTS } from './api-texts.ts'
import type { Dataset } from './dataset.ts'
import { openDataUrls } from './export-urls-rules.ts'
import { registerOperations } from './register-operations.ts'

/**
 * All that the API answers: the list of registers, each register, and what doors give besides. Words in one language.
 * `only`: of the registers the one of this name, for its schemas take longer to make than an answer.
 */
export async function apiTable(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  only: string | null = null,
): Promise<ApiOperation[]> {
  const datasets = await allDatasets(services, doors)
  const all = [
    datasetsOperation(datasets, lang),
    ...doors.flatMap(({ api = [] }) => api),
    ...datasets
      .filter(({ name }) => only === null || name === only)
      .flatMap((dataset) => registerOperations(dataset, lang)),
  ]
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
}

function datasetsOperation(datasets: readonly Dataset[], lang: Lang): ApiOperation {
  const one = z.strictObject({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    licence: z.string(),
    rows: z.url(),
    page: z.url(),
  })
  return apiOperation({
    id: 'regjistrat',
    method: 'GET',
    path: '/regjistrat',
    summary: { sq: API_TEXTS.sq.datasets, en: API_TEXTS.en.datasets },
    description: { sq: API_TEXTS.sq.datasetsMore, en: API_TEXTS.en.datasetsMore },
    query: z.strictObject({}),
    answer: z.strictObject({ datasets: z.array(one) }),
    handle: async ({ settings: { url } }) => ({
      kind: 'found',
      body: {
        datasets: datasets.map(({ name, title, description, licence }) => ({
          name,
          title: title[lang],
          description: description[lang],
          licence,
          rows: url + openDataUrls.rows(name),
          page: url + openDataUrls.dataset(name),
        })),
      },
    }),
  })
}

/** Which operation an address is, with the parts in braces; null: none. Written words win over braces. */
export function matchOperation(
  table: readonly ApiOperation[],
  path: string,
): { operation: ApiOperation; inPath: Record<string, string> } | null {
  const parts = path.split('/')
  for (const operation of table.toSorted((one, other) => braces(one) - braces(other))) {
    const pattern = operation.path.split('/')
    if (pattern.length !== parts.length) continue
    if (!pattern.every((part, at) => nameIn(part) !== null || part === parts[at])) continue
    const inPath = pattern.flatMap((part, at) => {
      const name = nameIn(part)
      return name === null ? [] : [[name, decoded(parts[at] ?? '')] as const]
    })
    return { operation, inPath: Object.fromEntries(inPath) }
  }
  return null
}

const braces = ({ path }: ApiOperation): number => namesIn(path).length
const nameIn = (part: string): string | null => /^\{(\w+)\}$/.exec(part)?.[1] ?? null
export const namesIn = (path: string): string[] => path.split('/').flatMap((part) => nameIn(part) ?? [])

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
