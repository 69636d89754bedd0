import { indexed } from '#test/indexed.ts'
import type { TestWeb } from '#test/web.ts'
import { consultationUrls } from './urls.ts'

/** Help for tests: all that a stranger can get out of the site. Only tests import this. */

const STARTS = ['/', '/en', '/konsultime', '/en/konsultime', '/robots.txt', '/lidhjet-e-mia', '/en/lidhjet-e-mia']
/**
 * Built files, names of Akoma Ntoso that are no addresses, files of a version that are made of the words of its pages and
 * cannot be searched, papers and pictures made of the words of a page, and what holds no record: of the law's clocks the rules and the years, of the registers those of rules,
 * holidays, places and topics, and the descriptions of all of them. What is found by words has a test of its own.
 */
const LEFT_OUT =
  /^(\/en)?\/(s\/|akn\/|ditari\/verify-receipt\.mjs|hyr|zyra|llogaria|afatet\/(AL|XK|kalendari)|.*\/(versionet|versioni)\/.*\.(pdf|docx)|.*\/(njoftimi\.pdf|pamja\.png)|.*\.xlsx$|.*\/pako\.zip$|kerko\?|(te-dhena|api\/v1)\/(rregullat|festat|vendet|temat|katalogu|openapi|pako)|api\/v1\/rruga$)/

/**
 * Every page, record and document that links lead to from the home page in both languages, each consultation and comment
 * as data, and the addresses of comments that no link leads to: address → the bytes as they are sent, headers in front.
 */
export async function crawl(web: TestWeb): Promise<Map<string, string>> {
  // A stranger who reads everything in a minute would be asked to wait: that is not what is looked at here.
  await web.services.db`delete from platform.rate_limits`
  // News and feeds are of what stands in the index, as the worker leaves it.
  await indexed(web.services)
  const seen = new Map<string, string>()
  const waiting = [...STARTS, ...(await addressesOfComments(web)), ...(await addressesOfDocuments(web))]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || LEFT_OUT.test(path)) continue
    const response = await web.get(path)
    const body = Buffer.from(await response.arrayBuffer()).toString('utf8')
    seen.set(path, `${response.status} ${JSON.stringify([...response.headers])}\n${body}`)
    waiting.push(...linksIn(body, web.services.settings.url), ...asData(path))
  }
  return seen
}

/** Also of those that wait or are held: whoever has the code can type the address. */
async function addressesOfComments({ services: { db } }: TestWeb): Promise<string[]> {
  const rows = await db<{ slug: string; code: string }[]>`
    select consultation.slug, comment.code from consultations.comments as comment
    join consultations.consultations as consultation on consultation.id = comment.consultation_id
    where comment.code is not null and consultation.slug is not null`
  return rows.flatMap(({ slug, code }) => ['', '/en'].map((lang) => lang + consultationUrls.comment(slug, code)))
}

/** Also of those that were removed or taken down: whoever had the address still has it. */
async function addressesOfDocuments({ services: { db } }: TestWeb): Promise<string[]> {
  const rows = await db<{ slug: string; id: string }[]>`
    select consultation.slug, document.id from platform.documents as document
    join consultations.consultations as consultation
      on document.subject = 'consultations.consultation:' || consultation.id
      or document.subject in (
        select 'consultations.comment:' || comment.id from consultations.comments as comment
        where comment.consultation_id = consultation.id)
    where consultation.slug is not null`
  return rows.flatMap(({ slug, id }) => ['', '/en'].map((lang) => lang + consultationUrls.document(slug, id)))
}

function linksIn(body: string, url: string): string[] {
  const links = [...body.matchAll(/(?:href|src|action|content)="([^"#]*)/g), ...body.matchAll(/"url": "([^"]*)"/g)]
  return links.flatMap(([, link = '']) => {
    const path = (link.startsWith(url) ? link.slice(url.length) || '/' : link).replaceAll('&amp;', '&')
    return path.startsWith('/') ? [path] : []
  })
}

const RECORD =
  /^(?:\/en)?\/konsultime\/(?!(?:plani|regjistri|raporte-vjetore|krahasimi)$)[a-z0-9-]+(?:\/komente\/[0-9A-Z-]+)?$/
const asData = (path: string): string[] => (RECORD.test(path) ? [`${path}.json`] : [])

/** The addresses under which any of the words can be read, however they are written. */
export const pathsWith = (pages: ReadonlyMap<string, string>, ...words: readonly string[]): string[] =>
  [...pages].flatMap(([path, bytes]) => (words.some((word) => holds(path + bytes, word)) ? [path] : []))

function holds(bytes: string, word: string): boolean {
  const text = bytes.toLowerCase()
  return [word, encodeURIComponent(word)].some((one) => text.includes(one.toLowerCase()))
}
