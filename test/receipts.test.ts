import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#platform/ledger/canonical-json-rules.ts'
import { checkReceipt } from '../browser/receipt/check.ts'
import { readVkey as browserVkey } from '../browser/receipt/note.ts'
import { check, readVkey } from '../tools/verify-receipt.mjs'
import { RECEIPT_FIXTURES, type ReceiptFixture } from './fixtures/receipts/source/receipt-fixtures.ts'
import { KEY, provedReceipt, WITNESS_KEY } from './fixtures/receipts/source/test-ledger.ts'

const FOLDER = join(import.meta.dirname, 'fixtures/receipts')
const TOOL = join(import.meta.dirname, '../tools/verify-receipt.mjs')
const fileOf = (name: string): string => join(FOLDER, name)

type Given = Pick<ReceiptFixture, 'keys' | 'witnesses' | 'checkpoint'>

/** What both say: they share no line. */
function both(bytes: Uint8Array, { keys = [], witnesses = [], checkpoint }: Given = {}) {
  const known = <Key>(read: (key: string) => Key | null) => ({
    keys: keys.flatMap((key) => read(key) ?? []),
    witnesses: witnesses.flatMap((key) => read(key) ?? []),
    checkpoint: checkpoint ?? null,
  })
  const node = check(bytes, known(readVkey))
  const browser = checkReceipt(bytes, known(browserVkey))
  return { node: [node.answer, node.why], browser: [browser.answer, browser.why] }
}

describe('the receipts that are kept for whoever writes a verifier', () => {
  it('are those that our own code makes, and `expected.json` tells of all of them', () => {
    for (const { name, content } of RECEIPT_FIXTURES)
      expect(readFileSync(fileOf(name)).equals(Buffer.from(content)), name).toBe(true)
    const expected = JSON.parse(readFileSync(fileOf('expected.json'), 'utf8')) as ReceiptFixture[]
    expect(expected).toEqual(
      JSON.parse(JSON.stringify(RECEIPT_FIXTURES.map((fixture) => ({ ...fixture, content: undefined })))),
    )
    const files = readdirSync(FOLDER).filter((name) => /\.(json|tlog-proof)$/.test(name) && name !== 'expected.json')
    expect(files.toSorted()).toEqual(RECEIPT_FIXTURES.map(({ name }) => name).toSorted())
  })

  it.each(RECEIPT_FIXTURES)('$name: both verifiers say $answer $why', ({ name, answer, why, ...given }) => {
    expect(both(readFileSync(fileOf(name)), given)).toEqual({ node: [answer, why], browser: [answer, why] })
  })

  it('are shown in docs/receipts.md by one that is complete', () => {
    // The example of docs is the file, sign by sign.
    expect(readFileSync('docs/receipts.md', 'utf8')).toContain(readFileSync(fileOf('proved.json'), 'utf8'))
  })

  it('are in the words of the format, each refusal at least once', () => {
    const rows = readFileSync('docs/receipts.md', 'utf8').matchAll(/^\| \d+ \|.*\| ([^|]+) \|$/gm)
    const told = [...rows].flatMap(([, last]) => [...(last ?? '').matchAll(/`([a-z0-9-]+)`/g)].map(([, why]) => why))
    const shown = RECEIPT_FIXTURES.flatMap(({ why }) => why ?? [])
    expect([...new Set(shown)].toSorted()).toEqual([...new Set(told)].toSorted())
  })
})

describe('a receipt that somebody has changed', () => {
  const good = provedReceipt()
  const text = `${JSON.stringify(good, null, 2)}\n`
  /** What is vouched for: all but the history, the address, and the order of the names. */
  const meaning = (receipt: typeof good): string =>
    canonicalJson({
      ...receipt,
      shape: receipt.shape.toSorted(),
      history: [],
      log: { ...receipt.log, url: '' },
    })

  const expectNothingHidden = (changed: string): void => {
    const { node, browser } = both(Buffer.from(changed))
    expect(browser, changed).toEqual(node)
    if (node[0] === 'refused') return
    const receipt = JSON.parse(changed) as typeof good
    const bare = { state: good.state, proof: good.proof }
    const without = receipt.record === null ? { record: good.record, salt: good.salt, shape: good.shape } : {}
    expect(meaning({ ...receipt, ...without, ...(node[0] === 'received' && bare) }), changed).toBe(meaning(good))
    expect(node[0] === 'proved' && receipt.record === null).toBe(false)
  }

  it('in one character is refused, or says the same', () => {
    const at = fc.nat({ max: text.length - 1 })
    const signs = fc.oneof(
      fc.constantFrom('', ' ', '0', 'A', 'a', '"', '\\', '\n', '}'),
      fc.string({ minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(at, signs, (place, sign) => expectNothingHidden(text.slice(0, place) + sign + text.slice(place + 1))),
      { numRuns: 300 },
    )
  })

  it('in one value, wherever it stands, is refused, or says the same', () => {
    const values = fc.oneof(
      fc.constant(undefined),
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom<unknown>(null, 0, 3, 5, '', [], {}, KEY, WITNESS_KEY),
    )
    const paths = pathsOf(good)
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) =>
        expectNothingHidden(JSON.stringify(withValue(good, path, value))),
      ),
      { numRuns: 300 },
    )
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([name, one]) =>
    pathsOf(one, [...path, Array.isArray(value) ? Number(name) : name]),
  )
  return path.length === 0 ? below : [path, ...below]
}

function withValue(root: object, path: Path, value: unknown): unknown {
  const copy = structuredClone(root)
  const holder = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy)
  ;(holder as Record<string, unknown>)[path.at(-1) ?? ''] = value
  return copy
}

describe('the command of one file', () => {
  const run = (...words: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [TOOL, ...words], { env: { LANG: 'sq_AL.UTF-8' } }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      )
    })

  it('ends with 0 for what is proved, tells what, and whose key it was', async () => {
    const own = await run(fileOf('proved.json'))
    expect([own.code, own.out]).toEqual([0, expect.stringMatching(/^U VËRTETUA: /)])
    expect(own.out).toContain('çelësin që sjell vetë skedari')
    const pinned = await run(fileOf('witnessed.json'), '--key', KEY, '--witness', WITNESS_KEY, '--lang', 'en')
    expect([pinned.code, pinned.out]).toEqual([0, expect.stringContaining('the key that you gave')])
    expect(pinned.out).toContain('deshmitari.example.org, 2026-11-22T')
    expect(pinned.out).toContain('korsia e biçikletave')
  })

  it('ends with 1 for what is not, and says what does not fit', async () => {
    const changed = await run(fileOf('words-changed.json'))
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('nuk përputhen me shumën e kontrollit')])
    expect((await run(fileOf('received.json'))).code).toBe(1)
    expect((await run(fileOf('erased.json'))).code).toBe(1)
  })

  it('takes a proof of C2SP with the entry in it or beside it, and a key from elsewhere', async () => {
    const proof = fileOf('proved.tlog-proof')
    const own = await run(proof, '--key', KEY)
    expect([own.code, own.out]).toEqual([1, expect.stringContaining('VETËM HYRJA')])
    const other = await run(proof, '--key', KEY, '--entry', fileOf('one-line.json'))
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('(entry-not-canonical)')])
    expect((await run(proof)).code).toBe(2)
    const needless = await run(fileOf('proved.json'), '--entry', fileOf('one-line.json'))
    expect([needless.code, needless.err]).toEqual([2, expect.stringContaining('--entry është vetëm')])
  })

  it('ends with 2 when it was called wrongly', async () => {
    expect((await run()).code).toBe(2)
    expect((await run('nuk-ka.json')).err).toContain('nuk lexohet')
    expect((await run(fileOf('proved.json'), '--key', WITNESS_KEY)).code).toBe(2)
    expect((await run(fileOf('proved.json'), '--unknown')).code).toBe(2)
  })
})
