import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseFolderInUse, findLockOwner, lockFolder } from './folder-lock.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuvend-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the lock on a folder', () => {
  it('is held until it is released', async () => {
    const lock = await lockFolder(folder)
    expect(await findLockOwner(folder)).toBe(process.pid)
    await expect(lockFolder(folder)).rejects.toThrow(DatabaseFolderInUse)
    await lock.release()
    expect(await findLockOwner(folder)).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('does not pass from a process to another that was given the same number later', async () => {
    const lock = await lockFolder(folder)
    const [name = ''] = await readdir(folder)
    await lock.release()
    const [, pid, start = '', boot] = name.split('-')
    await writeFile(join(folder, `owner-${pid}-${Number(start) - 1}-${boot}`), '')
    expect(await findLockOwner(folder)).toBeNull()
    expect((await lockFolder(folder)).deadOwners).toEqual([process.pid])
  })

  it('does not survive a restart of the machine', async () => {
    const lock = await lockFolder(folder)
    const [name = ''] = await readdir(folder)
    await lock.release()
    await writeFile(join(folder, `${name.slice(0, -8)}01234567`), '')
    expect((await lockFolder(folder)).deadOwners).toEqual([process.pid])
  })

  it('remembers owners that died until what they left is cleared away', async () => {
    const dead = spawn('/bin/true')
    await once(dead, 'exit')
    await writeFile(join(folder, `owner-${dead.pid}-1-01234567`), '')
    const first = await lockFolder(folder)
    await first.release()
    const second = await lockFolder(folder)
    expect([first.deadOwners, second.deadOwners]).toEqual([[dead.pid], [dead.pid]])
    await second.forgetDeadOwners()
    await second.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('released twice does not free what was taken in between', async () => {
    const first = await lockFolder(folder)
    await first.release()
    await lockFolder(folder)
    await first.release()
    expect(await findLockOwner(folder)).toBe(process.pid)
  })
})
