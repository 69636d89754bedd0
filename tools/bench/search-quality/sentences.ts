import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Article = z.object({ title_sq: z.string(), number: z.string(), heading: z.string(), body: z.string() })

/** Sentences of real laws, once each. Null: they are not among the given data. */
export async function readSentences(data: string): Promise<string[] | null> {
  const articles = await readArticles(data)
  if (articles === null) return null
  const sentences = articles.flatMap(({ heading, body }) =>
    `${heading}\n${body}`
      .replaceAll('\n', ' ')
      .split(/(?<=[.;:])\s+/u)
      .map((one) => one.trim())
      .filter((one) => one.split(' ').length >= 5 && one.length <= 600),
  )
  return [...new Set(sentences)]
}

/** Articles of codes and laws, as they were scraped. */
async function readArticles(data: string): Promise<z.infer<typeof Article>[] | null> {
  const folder = join(data, 'albania_codes')
  const names = await readdir(folder).catch(() => null)
  if (names === null) return null
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  const found = await Promise.all(
    files.map(async (name) => z.array(Article).parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
  return found.flat()
}
