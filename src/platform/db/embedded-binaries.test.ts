import { chmod, cp, lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBinaryPackage, findRunnableBinaries, type BinaryPackage } from './embedded-binaries.ts'
import { findDatabaseUser, type DatabaseUser } from './embedded-user.ts'

let place: string
let installed: BinaryPackage
let user: DatabaseUser

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'kuvend-binaries-'))
  // Where root runs the tests, the user of the database is another and has to get in.
  await chmod(place, 0o755)
  installed = await findBinaryPackage()
  user = await findDatabaseUser(place)
})

afterEach(() => rm(place, { recursive: true, force: true }))

/** The package as npm unpacks it: without the links, when install scripts are not allowed. */
async function copyWithoutLinks(): Promise<BinaryPackage> {
  const from = join(installed.folder, 'native')
  await cp(from, join(place, 'native'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  })
  return { folder: place, version: installed.version }
}

describe('the programs of PostgreSQL', () => {
  it('are run where npm put them', async () => {
    const found = await findRunnableBinaries(installed, user, join(place, 'copy'))
    expect([basename(found.initdb), basename(found.postgres)]).toEqual(['initdb', 'postgres'])
    expect(found.major).toBe(parseInt(installed.version, 10))
    expect(await readdir(place)).toEqual([])
  })

  it('get the links that the package makes in its install script', async () => {
    const bare = await copyWithoutLinks()
    expect(await readdir(join(place, 'native/lib'))).not.toContain('libicui18n.so.60')
    const { postgres } = await findRunnableBinaries(bare, user, join(place, 'copy'))
    expect(postgres).toBe(join(place, 'native/bin/postgres'))
    expect(await readdir(join(place, 'native/lib'))).toContain('libicui18n.so.60')
  })
})
