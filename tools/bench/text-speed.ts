import { loadavg } from 'node:os'
import { buildWeb } from '#app/web.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { anchorFinder } from '#platform/texts/compare/anchor-again-rules.ts'
import { compareVersions } from '#platform/texts/compare/compare-rules.ts'
import { proposeLineage } from '#platform/texts/compare/propose-lineage-rules.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { listNodes, type TextNode } from '#platform/texts/text-queries.ts'
import type { ReadText } from '#platform/texts/text-rules.ts'
import { loadAssets } from '#ui/assets.ts'
import { actWords } from '#test/proof/texts/acts.ts'
import { drawAnchors } from '#test/proof/texts/anchors.ts'
import { REDRAFTS, redrafted } from '#test/proof/texts/redraft.ts'
import { allBeneath, comparedNodes, trackText, wordsOf, type Tracked } from '#test/proof/texts/tracked.ts'
import { articlesOf, countAllWords } from '#test/proof/texts/tree-edits.ts'
import { rewording } from '#test/proof/texts/word-edits.ts'
import { randomOf } from '#test/random.ts'
import { openBenchHouse } from './comment-house.ts'
import { ownProcessorTime } from './processor-time.ts'
import { publishStored, storeAsDraft } from './text-house.ts'

type Print = (line: string) => void
/** Gives milliseconds. */
type Page = (path: string) => Promise<number>

const SEED = 20261122
const TIMES = 5

/** The Civil Code: read, compared with a redraft of itself, anchors placed again, stored, shown. */
export async function measureTexts(print: Print): Promise<void> {
  const load = loadavg()[0]?.toFixed(1)
  const words = await actWords('kodi_civil')
  const read = readPastedText(words)
  const articles = read.nodes.filter((node) => node.kind === 'article').length
  print(`the Civil Code: ${articles} articles, ${read.nodes.length} nodes, ${words.length} signs (load ${load})`)
  print(`read: ${await timesOf(() => readPastedText(words))}`)
  await measureComparing(read, print)
  await measurePages(read, print)
}

async function measureComparing(read: ReadText, print: Print): Promise<void> {
  const earlier = trackText(read)
  const from = comparedNodes(earlier.root)
  for (const kind of ['light', 'ordinary', 'heavy'] as const) {
    const to = comparedNodes(redrafted(earlier, REDRAFTS[kind], randomOf(SEED)))
    print(`lineage proposed, ${kind} redraft (${to.length} nodes): ${await timesOf(() => proposeLineage(from, to))}`)
  }
  const to = comparedNodes(redrafted(earlier, REDRAFTS.ordinary, randomOf(SEED)))
  const comparison = proposeLineage(from, to)
  print(`compared by recorded lineage: ${await timesOf(() => compareVersions(from, to, comparison))}`)
  const anchors = drawAnchors(earlier.root, 10_000, randomOf(SEED)).map((one) => one.anchor)
  const placing = () => anchors.map(anchorFinder(from, to, comparison))
  print(`10,000 anchors placed: ${await timesOf(placing)}`)
  measureLongestArticle(earlier.root, print)
}

function measureLongestArticle(root: Tracked, print: Print): void {
  const longest = articlesOf(root).reduce((one, other) => (countAllWords(one) < countAllWords(other) ? other : one))
  const saying = (node: Tracked) =>
    allBeneath(node)
      .map((one) => wordsOf(one.body))
      .join('\n')
  const was = saying(longest)
  rewording('medium')({ root, random: randomOf(SEED) }, 1)
  const is = saying(longest)
  const begun = performance.now()
  const pieces = diffWords(was, is)
  const took = performance.now() - begun
  print(`word by word, the longest article (${was.length} signs, ${pieces.length} pieces): ${took.toFixed(1)} ms`)
}

async function measurePages(read: ReadText, print: Print): Promise<void> {
  const house = await openBenchHouse()
  try {
    const { services } = house
    loadAssets()
    const begun = performance.now()
    const stored = await storeAsDraft(services, read)
    print(`stored: ${Math.round(performance.now() - begun)} ms`)
    const slug = await publishStored(services, stored)
    await services.db`analyze platform.text_nodes`
    const nodes = await listNodes(services.db, stored.versionId)
    print(`read back: ${await timesOf(() => listNodes(services.db, stored.versionId))}`)
    const app = buildWeb(services)
    await measureShown(app, `/konsultime/${slug}`, nodes, print)
  } finally {
    await house.close()
  }
}

async function measureShown(app: WebApp, record: string, nodes: readonly TextNode[], print: Print): Promise<void> {
  const page: Page = async (path) => {
    const from = performance.now()
    const answer = await app.request(path)
    const length = (await answer.arrayBuffer()).byteLength
    if (answer.status !== 200 || length === 0) throw new Error(`${path} answered ${answer.status}`)
    return performance.now() - from
  }
  const articles = nodes.filter((node) => node.kind === 'article')
  const above = new Set(articles.map((node) => node.parentId))
  const chapters = nodes.filter((node) => above.has(node.nodeId)).map((node) => `${record}/kreu/${node.nodeId}`)
  const some = articles.filter((_, at) => at % 10 === 0).map((node) => `${record}/neni/${node.nodeId}`)
  await measurePage('chapter page', chapters, page, print)
  await measurePage('article page', some, page, print)
  await measurePage(
    'page of the consultation',
    Array.from({ length: 30 }, () => record),
    page,
    print,
  )
}

/** Each once to warm up, then each three times. */
async function measurePage(name: string, paths: readonly string[], page: Page, print: Print): Promise<void> {
  for (const path of paths) await page(path)
  const times: number[] = []
  for (let round = 0; round < 3; round++) for (const path of paths) times.push(await page(path))
  print(`${name}, ${paths.length} of them: ${percentiles(times)}`)
}

/** By the clock, and by the processor: on a machine that others use, too, only the second can be compared. */
async function timesOf(work: () => unknown): Promise<string> {
  const times: number[] = []
  const own = ownProcessorTime()
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  const each = Math.round((ownProcessorTime() - own) / TIMES)
  const median = Math.round(times.toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? 0)
  return `first ${Math.round(times[0] ?? 0)} ms, median of ${TIMES} ${median} ms; processor time of one ${each} ms`
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)} ms`
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`
}
