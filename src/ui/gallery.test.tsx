import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { examples } from './examples.ts'
import { GalleryPage } from './gallery-page.tsx'
import { KilimBand } from './kilim-band.tsx'
import { aPage, htmlOf, knowAssetsByName } from './testing.ts'

/** Values of an attribute in all tags, or in those of one kind. */
const valuesOf = (html: string, attribute: string, tag = '[a-z0-9]+'): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')

const controlsOf = (html: string): string[] =>
  [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)]
    .map((match) => match[0])
    .filter((tag) => !tag.includes('"hidden"'))

describe.each(examples.map((example) => [`${example.component}, ${example.name}`, example] as const))(
  '%s',
  (_, example) => {
    it('has nothing inline that the content security policy would refuse', async () => {
      expect(await htmlOf(example.render())).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:|src="data:/)
    })

    it('labels every control', async () => {
      const html = await htmlOf(example.render())
      const labelled = valuesOf(html, 'for', 'label')
      const ids = controlsOf(html).map((tag) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? tag)
      expect(ids.filter((id) => !labelled.includes(id))).toEqual([])
    })

    it('describes its controls by words that are there', async () => {
      const html = await htmlOf(example.render())
      const described = [...valuesOf(html, 'aria-describedby'), ...valuesOf(html, 'aria-labelledby')].flatMap((ids) =>
        ids.split(' '),
      )
      const known = valuesOf(html, 'id')
      expect(described.filter((id) => !known.includes(id))).toEqual([])
    })

    it('hides its pictures from the ear, for a word stands beside each', async () => {
      const html = await htmlOf(example.render())
      const pictures = [...html.matchAll(/<svg\b[^>]*>/g)].map((match) => match[0])
      // A square for the camera is no ornament: it says itself what it is.
      const silent = /aria-hidden="true"|role="img" aria-label="[^"]/
      expect(pictures.filter((tag) => !silent.test(tag))).toEqual([])
    })
  },
)

describe('the gallery page', () => {
  beforeAll(knowAssetsByName)
  const gallery = () => htmlOf(<GalleryPage page={aPage({ path: '/zyra/pamja' })} />)

  it('gives every id once', async () => {
    const ids = valuesOf(await gallery(), 'id')
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('skips no level of heading', async () => {
    const levels = [...(await gallery()).matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('shows every component there is', () => {
    const shown = new Set(examples.map((example) => example.component))
    expect(componentsIn('src/ui').filter((component) => !shown.has(component))).toEqual([])
  })
})

/** What stands around components and pages, and is not shown inside one. */
const FRAME = [
  'Layout',
  'PageHeader',
  'PageFooter',
  'ErrorPage',
  'FeedAlternates',
  'GalleryPage',
  'Field',
  'FieldSet',
  'HintAndError',
  'Shape',
]

function componentsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  const named = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/^export const ([A-Z][a-z]\w*) = /gm),
  ])
  return named.map((match) => match[1] ?? '').filter((name) => !FRAME.includes(name) && name !== 'LinkButton')
}

describe('the woven band', () => {
  it('weighs less than 1 kB', async () => {
    expect(Buffer.byteLength(await htmlOf(<KilimBand />))).toBeLessThan(1024)
  })
})
