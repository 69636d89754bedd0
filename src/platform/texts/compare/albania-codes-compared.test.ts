import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDigest } from '../node-rules.ts'
import { readPastedText } from '../read-pasted-text.ts'
import { anchorFinder } from './anchor-again-rules.ts'
import type { ComparedNode } from './comparison.ts'
import { proposeLineage } from './propose-lineage-rules.ts'

const folder = process.env.KUVEND_REAL_DATA

/** The civil code, its rows printed one beneath the other. */
async function civilCode(version: string, amend: (words: string) => string): Promise<ComparedNode[]> {
  const rows: { number: string; heading: string; body: string }[] = JSON.parse(
    await readFile(join(folder ?? '', 'albania_codes', 'kodi_civil.json'), 'utf8'),
  )
  const words = rows.map(({ number, heading, body }) => `Neni ${number}\n${heading}\n${body}`).join('\n')
  const { nodes } = readPastedText(amend(words))
  return nodes.map((node, at) => ({
    ...node,
    nodeId: `${version}${at}`,
    parentId: node.parent === null ? null : `${version}${node.parent}`,
    digest: nodeDigest(node),
  }))
}

/** An article put in behind each fiftieth, one in forty taken out, "gjykata" called otherwise in one of thirty. */
function amended(words: string): string {
  const articles = words.split(/\n(?=Neni \d)/)
  return articles
    .filter((_, at) => at % 40 !== 7)
    .map((article, at) => (at % 30 === 3 ? article.replaceAll('gjykata', 'organi kompetent') : article))
    .flatMap((article, at) =>
      at % 50 === 9
        ? [article, `Neni ${at}/x\nDispozita e shtuar numër ${at} rregullon njoftimet elektronike ${at}.`]
        : [article],
    )
    .join('\n')
}

describe.skipIf(!folder)('The civil code and an amended copy', () => {
  it('are compared, and ten thousand anchors found again, in seconds and nearly without doubts', async () => {
    const from = await civilCode('a', (words) => words)
    const to = await civilCode('b', amended)
    const begun = process.cpuUsage()
    const comparison = proposeLineage(from, to)
    const compared = process.cpuUsage(begun)
    const find = anchorFinder(from, to, comparison)
    const long = from.filter(({ body }) => body.length > 60)
    const anchors = Array.from({ length: 10_000 }, (_, at) => {
      const { nodeId, body = '' } = long[(at * 7) % long.length] ?? { nodeId: '' }
      return { subject: '', versionId: 'a', nodeId, quote: body.slice(20, 50), prefix: body.slice(0, 20), suffix: '' }
    })
    const again = process.cpuUsage()
    const places = anchors.map(find)
    const found = process.cpuUsage(again)
    const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000
    console.info(`compared in ${seconds(compared).toFixed(2)} s, 10,000 anchors in ${seconds(found).toFixed(2)} s`)
    expect(comparison.filter(({ kind }) => kind === 'new').length).toBeGreaterThan(20)
    expect(comparison.filter(({ certain }) => !certain).length).toBeLessThan(comparison.length / 100)
    expect(places.filter(({ certain }) => !certain).length).toBeLessThan(places.length / 20)
    // Of processor time: the machine that tests may be busy with others.
    expect(seconds(compared)).toBeLessThan(3)
    expect(seconds(found)).toBeLessThan(10)
  }, 60_000)
})
