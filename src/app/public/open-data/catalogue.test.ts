import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Parser, Store } from 'n3'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { describe, expect, it } from 'vitest'
import ShaclValidator from 'rdf-validate-shacl'
import { viewCatalogue } from './catalogue-view.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { testServices } from '#test/web.ts'
import { allDatasets } from '#platform/export/all-datasets.ts'
import { dataPackage } from '#platform/export/package-rules.ts'
import { makeDump } from '#platform/export/make-dump.ts'
import { jsonLd, turtle, type Thing } from '#platform/export/graph-rules.ts'

const db = await testDatabase()
const services = testServices(db)
const datasets = await allDatasets(services, doors)
const holidays = datasets.find(({ name }) => name === 'festat')
if (holidays) await makeDump(services, holidays)
const things = await viewCatalogue(services, doors)

const DATA = process.env.KUVEND_REAL_DATA ?? ''
const SHAPES = join(DATA, 'schemas/dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
const PROFILES = join(DATA, 'schemas/datapackage/2.0')

const inTurtle = (graph: readonly Thing[]): Store => new Store(new Parser().parse(turtle(graph)))

async function inJsonLd(graph: readonly Thing[]): Promise<Store> {
  const store = new Store()
  const parser = new JsonLdParser()
  const done = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject))
  parser.on('data', (quad) => void store.addQuad(quad))
  parser.end(JSON.stringify(jsonLd(graph)))
  await done
  return store
}

const dropping = (property: string, type: string): Thing[] =>
  things.map((thing) =>
    thing.types.includes(type)
      ? { ...thing, says: Object.fromEntries(Object.entries(thing.says).filter(([name]) => name !== property)) }
      : thing,
  )

describe('the catalogue', () => {
  it('says the same as JSON-LD and as Turtle, of every register and every form of it', async () => {
    const [one, other] = [inTurtle(things), await inJsonLd(things)]
    expect(one.size).toBe(other.size)
    expect(one.size).toBeGreaterThan(500)
    expect(things.filter(({ types }) => types.includes('dcat:Dataset'))).toHaveLength(datasets.length)
    expect(turtle(things)).toContain('spdx:checksumValue')
  })

  it.skipIf(!existsSync(SHAPES))(
    'conforms to DCAT-AP 3.0.1, and a broken one does not',
    { timeout: 60_000 },
    async () => {
      const shapes = new Store(new Parser().parse(readFileSync(SHAPES, 'utf8')))
      const validator = new ShaclValidator(shapes, {})
      const faults = async (graph: Store) =>
        (await validator.validate(graph)).results.map(({ path, focusNode, message }) => ({
          path: (path as { value?: string } | null)?.value ?? '',
          focus: focusNode?.value,
          message: message.map(({ value }) => value),
        }))
      expect((await faults(inTurtle(things))).slice(0, 5)).toEqual([])
      const untitled = await faults(inTurtle(dropping('dct:title', 'dcat:Dataset')))
      expect(untitled).toHaveLength(datasets.length)
      const nowhere = await faults(inTurtle(dropping('dcat:accessURL', 'dcat:Distribution')))
      expect(nowhere.length).toBeGreaterThan(datasets.length)
    },
  )
})

describe('the description of a whole copy', () => {
  it.skipIf(!existsSync(PROFILES))('is a Data Package 2.0, and a broken one is none', () => {
    const profile = (name: string): object => JSON.parse(readFileSync(join(PROFILES, `${name}.json`), 'utf8'))
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, logger: false })
    const fits = ajv.compile(profile('datapackage'))
    for (const dataset of datasets) {
      const csv = { rows: 1, bytes: 10, sha256: 'a'.repeat(64) }
      const whole = dataPackage(dataset, csv, new Date('2026-11-22T11:00:00Z'), 'https://kuvend.test')
      expect([dataset.name, fits(whole), fits.errors ?? null]).toEqual([dataset.name, true, null])
      const broken = { ...whole, resources: [{ ...whole.resources[0], path: undefined }] }
      expect([dataset.name, fits(broken)]).toEqual([dataset.name, false])
    }
  })
})
