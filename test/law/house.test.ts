import { describe, expect, it } from 'vitest'
import { findLines, ROOT, sources } from './sources.ts'
import { projectFiles } from '../../tools/source-files.ts'

const CODE = /^(src|test|bin|tools|browser|styles)\/.*\.(tsx?|mjs|scss)$|^bin\/|^\.ci\//

const LONGEST = 300
/** A file of tests is a list of sentences, read one at a time. */
const LONGEST_TEST = 400
const LONG = 200
/** What a stranger fetches and runs is one file, whatever it does. */
const IN_ONE_FILE = /^tools\/[a-z-]+\.mjs$/
const LONGEST_IN_ONE_FILE = 600

const longest = (file: string): number =>
  IN_ONE_FILE.test(file) ? LONGEST_IN_ONE_FILE : file.includes('.test.') ? LONGEST_TEST : LONGEST

describe('every file', () => {
  const code = sources((file) => CODE.test(file)).map(({ file, text }) => ({
    file,
    lines: text.split('\n').length - 1,
  }))

  it(`has ${LONGEST} lines at most, ${LONGEST_TEST} if it holds tests`, () => {
    const long = code.filter(({ lines }) => lines > LONG).toSorted((one, other) => other.lines - one.lines)
    if (long.length > 0)
      console.info(['over 200 lines:', ...long.map(({ file, lines }) => `${lines} ${file}`)].join('\n  '))
    expect(long.filter(({ file, lines }) => lines > longest(file))).toEqual([])
  })

  // The words are written so that this file does not find itself.
  it.each([
    ['leaves nothing to be done later', /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/],
    ['names no place on somebody’s machine', /(^|[\s"'`(=:])\/(wor[k]|roo[t]|home\/\w+|Users\/\w+)\//],
    ['names no package registry', /\bregistr[y]\.[\w-]+\.[a-z]|\bnpmj[s]\.|artifactor[y]|verdacci[o]/i],
    // In the table of the law the two letters are an administrative instruction.
    [
      'says nothing of machines that write',
      /\b(A[I](?! (MAPL|transparency)\b)|L[L]M|G[P]T|ChatG[P]T|Claud[e]|Anthropi[c]|OpenA[I]|Copilo[t])\b/,
    ],
    ['tests all of it, always', /\b(it|test|describe)\.(onl[y]|ski[p]|tod[o])\b/],
  ])('%s', (_promise, pattern) => {
    expect(sources(() => true).flatMap((source) => findLines(source, pattern))).toEqual([])
  })
})

describe('every migration', () => {
  const names = projectFiles(ROOT, 'db/migrations').map((file) => file.slice('db/migrations/'.length))

  it('is named for its moment, its subject and its deed', () => {
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !/^20\d{12}_[a-z]+(_[a-z]+)+\.sql$/.test(name))).toEqual([])
  })

  it('has a moment of its own, and one that exists', () => {
    const moments = names.map((name) => name.slice(0, 14))
    expect(new Set(moments).size).toBe(moments.length)
    const shown = (moment: string) => moment.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6.000Z')
    expect(moments.filter((moment) => new Date(shown(moment)).toISOString() !== shown(moment))).toEqual([])
  })
})
