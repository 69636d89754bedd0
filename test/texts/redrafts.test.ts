import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { readAct } from '../proof/texts/acts.ts'
import { EDITS, REDRAFTS } from '../proof/texts/redraft.ts'
import { addUp, runRound, type Round } from '../proof/texts/rounds.ts'
import { trackText, type TrackedText } from '../proof/texts/tracked.ts'

/** What `npm run proof -- texts` does on all acts, here on two drafts: redrafts whose truth is known. */

const SEED = 60_611
const DRAFTS = ['bregas-mbetjet.txt', 'fushas-hapesirat.txt']
const REAL = process.env.KUVEND_REAL_DATA !== undefined

const texts: TrackedText[] = []
for (const name of DRAFTS) texts.push(trackText(readPastedText(await readFile(`db/demo/${name}`, 'utf8'))))
if (REAL) texts.push(trackText(await readAct('ligji_qkb')))

const played = (name: string, anchors: number): Round =>
  addUp(
    name,
    texts.flatMap((text, at) => [1, 2].map((time) => runRound(text, name, SEED + 10 * at + time, anchors))),
  )

describe('A redraft of a draft', () => {
  it.each(Object.keys(EDITS))('with %s leaves every node in one change and moves next to nothing wrongly', (name) => {
    const { lineage, anchors } = played(name, 60)
    expect(lineage.broken).toBe(0)
    expect(lineage.failures.map(told).slice(lineage.nodes * 0.01)).toEqual([])
    expect(anchors.failures.filter((one) => one.about === 'anchor lost').map(told)).toEqual([])
    expect(anchors.moved + anchors.misplaced).toBeLessThanOrEqual(anchors.anchors * 0.015)
  })

  it.each(Object.keys(REDRAFTS))('that is %s loses no quotation and moves under one in a hundred wrongly', (name) => {
    const { lineage, anchors } = played(name, 200)
    expect(lineage.broken).toBe(0)
    expect(lineage.wrong).toBeLessThanOrEqual(lineage.decisions * 0.01)
    expect(anchors.failures.filter((one) => one.about === 'anchor lost').map(told)).toEqual([])
    expect(anchors.moved + anchors.misplaced).toBeLessThanOrEqual(anchors.anchors * 0.01)
  })
})

const told = ({ earlier, later, got }: { earlier: string; later: string; got: string }): string =>
  `${earlier} → ${later}: ${got}`
