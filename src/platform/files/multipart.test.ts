import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { receiveMultipart } from './multipart.ts'

const partOf = (headers: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`

const receive = (parts: readonly string[], folder: string) => {
  const body = Readable.from([...parts, '--x--\r\n'].map((piece) => Buffer.from(piece)))
  return receiveMultipart(body, 'multipart/form-data; boundary=x', folder, { files: 5, fileBytes: 1e7 })
}

it('answers with what was typed when a file cannot be written, as on a full disk', async () => {
  const pieces = [partOf('name="komenti"', 'fjalët'), partOf('name="dokumentet"; filename="a.txt"', 'x'.repeat(3e6))]
  const received = await receive(pieces, '/nowhere/that/exists')
  expect(received.fault?.kind).toBe('unreadable')
  expect(received.files).toEqual([])
  expect(received.fields.get('komenti')).toBe('fjalët')
})

it('gives the files in the order of the form, whichever is written first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'multipart-'))
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']
  // The first one is the longest in writing, and many forms at once let the disk choose.
  const parts = names.map((name, at) => partOf(`name="dokumentet"; filename="${name}"`, 'x'.repeat(at === 0 ? 4e5 : 1)))
  try {
    const orders = await Promise.all(
      Array.from({ length: 40 }, async (_, form) => {
        const own = join(folder, String(form))
        await mkdir(own)
        return (await receive(parts, own)).files.map(({ claimedName }) => claimedName)
      }),
    )
    expect(orders).toEqual(orders.map(() => names))
  } finally {
    await rm(folder, { recursive: true })
  }
})
