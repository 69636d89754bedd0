import type { TestWeb } from '../web.ts'
import { begun, mistyped, type Secret } from './secrets.ts'

/** An address, and the words that its answer must not have. */
export type Way = { path: string; unspoken: string[] }

/** Every way to ask for a word: an answer says it again, never what stands beside it. */
export function waysToAsk({ asked, beside }: Secret): Way[] {
  const pages = [
    '/kerko',
    '/en/kerko',
    '/kerko.json',
    '/api/v1/kerko',
    '/njoftime',
    '/njoftime.atom',
    '/njoftime.ics',
    '/konsultime',
  ]
  return [
    ...pages.flatMap((page) => [
      { path: `${page}?q=${asked}`, unspoken: [beside] },
      { path: `${page}?q=${beside}`, unspoken: [asked] },
    ]),
    { path: `/kerko?q=${asked}&renditja=data`, unspoken: [beside] },
    { path: `/kerko?q=%22${asked}%22&sakte=po`, unspoken: [beside] },
    // Of a word that stands in nothing public nobody hears that it was nearly typed.
    { path: `/kerko?q=${mistyped(asked)}`, unspoken: [asked, beside] },
    { path: `/kerko.json?q=${mistyped(beside)}`, unspoken: [asked, beside] },
    { path: `/kerko/sugjerime?q=${begun(asked)}`, unspoken: [asked, beside] },
    { path: `/kerko/sugjerime?q=${begun(beside)}`, unspoken: [asked, beside] },
  ]
}

const BEGINNINGS = [
  '/',
  '/en',
  '/kerko',
  '/kerko?lloji=consultation',
  '/kerko?lloji=comment',
  '/kerko.json?lloji=comment',
  '/njoftime',
  '/njoftime.atom',
  '/njoftime.ics',
  '/konsultime',
  '/institucionet',
  '/te-dhena',
  '/te-dhena/katalogu.jsonld',
  '/api/v1',
  '/api/v1/openapi.json',
  '/sitemap.xml',
]
const MOST = 150
const OPEN = /^(?:\/en)?\/(?:kerko|njoftime|te-dhena|api|konsultime|institucionet?)(?:[/?.]|$)/

/** What is reached from the beginnings by links, where things are listed, searched and given as data. */
export async function publicPaths(web: TestWeb): Promise<string[]> {
  const found = new Set<string>()
  const waiting = [...BEGINNINGS]
  for (let path = waiting.shift(); path !== undefined && found.size < MOST; path = waiting.shift()) {
    if (found.has(path)) continue
    found.add(path)
    const answer = await web.get(path)
    if (!/html|json|xml/.test(answer.headers.get('content-type') ?? '')) continue
    for (const link of linksIn(await answer.text())) if (OPEN.test(link) && !found.has(link)) waiting.push(link)
  }
  return [...found]
}

/** Of a page and of data: whatever looks like an address of ours. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/(?:href="|http:\/\/kuvend\.test)(\/[^"\s<>#\\]*)/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  )
