import { describe, expect, it } from 'vitest'
import { isProgram, sources, withoutComments, type Source } from './sources.ts'

/** Where SQL stands besides the files of queries, and why. */
const ALSO: Record<string, string> = {
  'src/platform/db/migrate.ts': 'runs the migrations, and keeps the list of those that ran',
}

const WORDS = 'select|insert|update|delete|with|create|alter|drop|grant|begin|set|lock|truncate|listen|notify|copy|and'

/** A tagged template that begins as a statement or a part of one, or words handed over unread. */
const SQL = new RegExp(String.raw`[\w)](<[^\x60;=]{0,300}>)?\x60\s*(${WORDS})\s|\.unsafe\(|\b(db|tx|sql)\.file\(`, 'i')

function sqlIn({ file, text }: Source): string[] {
  const code = withoutComments(text)
  const found = SQL.exec(code)
  return found ? [`${file}:${code.slice(0, found.index).split('\n').length}`] : []
}

describe('SQL', () => {
  it('stands in the files of queries and nowhere else', () => {
    const elsewhere = sources((file) => isProgram(file) && !file.endsWith('-queries.ts') && !(file in ALSO))
    expect(elsewhere.flatMap(sqlIn)).toEqual([])
  })

  it('names its columns', () => {
    const everything = sources((file) => file.endsWith('-queries.ts')).flatMap(({ file, text }) =>
      // `select * from (select …)` repeats what its own query names.
      [...text.matchAll(/select\s+\*\s+from\s+(?!\()/gi)].map(() => file),
    )
    expect(everything).toEqual([])
  })

  it('is found where somebody hides it', () => {
    const hidden = ['await db`select 1`', 'tx<Row[]>`\n  update t set a = 1`', 'await sql.unsafe(words)']
    for (const text of hidden) expect(sqlIn({ file: 'a.ts', text })).toEqual(['a.ts:1'])
    const innocent = ['const title = `select one`', '// db`select 1`', 'String.raw`\\d+`']
    for (const text of innocent) expect(sqlIn({ file: 'a.ts', text })).toEqual([])
  })

  it('has no exception that is not needed any more', () => {
    const needed = sources((file) => file in ALSO).filter((source) => sqlIn(source).length > 0)
    expect(needed.map(({ file }) => file)).toEqual(Object.keys(ALSO))
  })
})
