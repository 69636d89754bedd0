import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Json } from '#platform/ledger/canonical-json-rules.ts'
import { checkReceipt } from '../../browser/receipt/check.ts'
import { readVkey as browserVkey } from '../../browser/receipt/note.ts'
import { check, readVkey } from '../../tools/verify-receipt.mjs'
import type { ReceiptFixture } from '../fixtures/receipts/source/receipt-fixtures.ts'
import { KEY, provedReceipt, WITNESS_KEY } from '../fixtures/receipts/source/test-ledger.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/receipts')
const PYTHON = join(import.meta.dirname, 'verify_receipt.py')
const MUTATIONS = 2000
/** Files of one call: it opens all of them. */
const BATCH = 400

type Given = Pick<ReceiptFixture, 'keys' | 'witnesses' | 'checkpoint'>
type Case = { name: string; content: Buffer; given: Given; expected?: string }

/** Three verifiers that share no line say the same of every fixture and of receipts that were changed at random. */
export async function prove(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-receipts-'))
  try {
    const fixtures = await readFixtures()
    const seed = Date.now() % 2 ** 31
    const changed = mutationsOf(fixtures, seed)
    const lines = [`${fixtures.length} fixtures: ${await compare(fixtures, folder)}`]
    lines.push(`${changed.length} receipts changed at random (seed ${seed}): ${await compare(changed, folder)}`)
    const third = (await hasPython()) ? 'and test/proof/verify_receipt.py' : 'alone: python3 is NOT THERE, two of three'
    return [...lines, `asked: tools/verify-receipt.mjs, the code of the browser, ${third}`]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readFixtures(): Promise<Case[]> {
  const expected = JSON.parse(await readFile(join(FIXTURES, 'expected.json'), 'utf8')) as ReceiptFixture[]
  return Promise.all(
    expected.map(async ({ name, answer, why, ...given }) => ({
      name,
      content: await readFile(join(FIXTURES, name)),
      given,
      expected: wordsOf(answer, why),
    })),
  )
}

const wordsOf = (answer: string, why: string | null): string => (why === null ? answer : `${answer} ${why}`)

/** Throws where they differ; else how often there was which answer. */
async function compare(cases: readonly Case[], folder: string): Promise<string> {
  const python = await askPython(cases, folder)
  const counts = new Map<string, number>()
  for (const [at, one] of cases.entries()) {
    const answers = new Set([...askBoth(one), python?.[at], one.expected])
    answers.delete(undefined)
    if (answers.size > 1) {
      const words = JSON.stringify({ ...one, content: one.content.toString('base64'), python: python?.[at] })
      throw new Error(`They differ (${askBoth(one).join(' – ')}): ${words}`)
    }
    for (const answer of answers) counts.set(answer ?? '', (counts.get(answer ?? '') ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([answer, count]) => `${count} ${answer}`)
    .join(', ')
}

function askBoth({ content, given: { keys = [], witnesses = [], checkpoint } }: Case): string[] {
  const known = <Key>(read: (key: string) => Key | null) => ({
    keys: keys.flatMap((key) => read(key) ?? []),
    witnesses: witnesses.flatMap((key) => read(key) ?? []),
    checkpoint: checkpoint ?? null,
  })
  const [node, browser] = [check(content, known(readVkey)), checkReceipt(content, known(browserVkey))]
  return [wordsOf(node.answer, node.why), wordsOf(browser.answer, browser.why)]
}

async function askPython(cases: readonly Case[], folder: string): Promise<string[] | null> {
  if (!(await hasPython())) return null
  const answers: string[] = []
  const groups = Map.groupBy(cases.keys(), (at) => JSON.stringify(cases[at]?.given))
  for (const [given, places] of groups)
    for (let from = 0; from < places.length; from += BATCH) {
      const batch = places.slice(from, from + BATCH)
      const told = await askOfBatch(
        batch.map((at) => cases[at]?.content ?? ''),
        JSON.parse(given) as Given,
        folder,
      )
      for (const [n, at] of batch.entries()) answers[at] = told[n] ?? 'nothing'
    }
  return answers
}

async function askOfBatch(contents: (Buffer | string)[], given: Given, folder: string): Promise<string[]> {
  const files = contents.map((_, n) => join(folder, `${n}.json`))
  for (const [n, file] of files.entries()) await writeFile(file, contents[n] ?? '')
  const kept = join(folder, 'kept')
  await writeFile(kept, given.checkpoint ?? '')
  const { code, out, err } = await run(
    PYTHON,
    ...(given.keys ?? []).flatMap((key) => ['--key', key]),
    ...(given.witnesses ?? []).flatMap((key) => ['--witness', key]),
    ...(given.checkpoint === undefined ? [] : ['--checkpoint', kept]),
    ...files,
  )
  const lines = out.trimEnd().split('\n')
  if (code > 1 || lines.length !== files.length) throw new Error(`verify_receipt.py ended with ${code}: ${err}`)
  return lines.map((line, n) => line.slice(`${files[n]}: `.length))
}

const hasPython = async (): Promise<boolean> => (await run('--version')).code === 0

const run = (...words: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile('python3', words, { maxBuffer: 1 << 26 }, (error, out, err) =>
      // Without the program the code is a word.
      resolve({ code: error ? (typeof error.code === 'number' ? error.code : 127) : 0, out, err }),
    )
  })

/** Of good receipts: a byte, a value, other records that are signed anew, and names and words with escapes. */
function mutationsOf(fixtures: readonly Case[], seed: number): Case[] {
  const good = fixtures.filter(({ expected }) => !expected?.startsWith('refused'))
  const changed = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...good).chain(withOtherByte) },
    { weight: 4, arbitrary: fc.constantFrom(...good.filter(({ name }) => isJson(name))).chain(withOtherValue) },
    { weight: 3, arbitrary: otherRecord },
  )
  const cases = fc.sample(changed, { numRuns: MUTATIONS, seed })
  return cases.map((one, n) => ({ ...one, name: `${n}` }))
}

const isJson = (name: string): boolean => name.endsWith('.json') && !name.startsWith('proof-') && !/mark/.test(name)

type Changed = Omit<Case, 'name'>

const withOtherByte = ({ content, given }: Case): fc.Arbitrary<Changed> =>
  fc
    .record({
      at: fc.nat({ max: content.length - 1 }),
      length: fc.nat({ max: 2 }),
      put: fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '0',
          '9',
          'A',
          'a',
          '"',
          '\\',
          '\n',
          '\r',
          '}',
          ',',
          '.0',
          'e1',
          '-',
          '\ufeff',
          '\\u0061',
        ),
        fc.string({ maxLength: 2, unit: 'binary' }),
      ),
    })
    .map(({ at, length, put }) => ({
      content: Buffer.concat([content.subarray(0, at), Buffer.from(put), content.subarray(at + length)]),
      given,
    }))

const values = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom<unknown>(null, 0, -0, 3, 5, 2 ** 53, '', [], {}, KEY, WITNESS_KEY, [KEY, KEY], '\ud800', '5\n'),
)

function withOtherValue({ content, given }: Case): fc.Arbitrary<Changed> {
  const receipt = JSON.parse(content.toString('utf8')) as object
  return fc
    .tuple(fc.constantFrom(...pathsOf(receipt)), values)
    .map(([path, value]) => ({ content: Buffer.from(JSON.stringify(withValue(receipt, path, value))), given }))
}

/** Signed anew, so that it is proved when all three write it alike; with some letters of its names as escapes. */
const otherRecord: fc.Arbitrary<Changed> = fc
  .record({
    record: fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), json()),
      {
        minKeys: 1,
      },
    ),
    twins: fc.array(fc.string({ unit: fc.constantFrom('o', 'q', '\\', '"', '\n', 'ë'), minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 3,
    }),
    escapes: fc.infiniteStream(fc.boolean()),
  })
  .map(({ record, twins, escapes }) => {
    // Objects alike in all but one name: what some `JSON.parse` mix up.
    const alike = Object.fromEntries(twins.map((name, n) => [`twin ${n}`, { q: '1', [name]: '1' }]))
    const text = JSON.stringify(provedReceipt({ record: { ...record, ...alike } as Record<string, Json> }))
    const content = text.replace(/o/g, () => (escapes.next().value === true ? '\\u006f' : 'o'))
    return { content: Buffer.from(content), given: {}, expected: 'proved' }
  })

function json(): fc.Arbitrary<unknown> {
  return fc.jsonValue({ stringUnit: 'binary' })
}

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
