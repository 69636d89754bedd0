import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { receiveMultipart } from './multipart.ts'

const partOf = (headers: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`

it('answers with what was typed when a file cannot be written, as on a full disk', async () => {
  const pieces = [
    partOf('name="komenti"', 'fjalët'),
    partOf('name="dokumentet"; filename="a.txt"', 'x'.repeat(3e6)),
    '--x--\r\n',
  ]
  const body = Readable.from(pieces.map((piece) => Buffer.from(piece)))
  const nowhere = '/nowhere/that/exists'
  const received = await receiveMultipart(body, 'multipart/form-data; boundary=x', nowhere, {
    files: 5,
    fileBytes: 1e7,
  })
  expect(received.fault?.kind).toBe('unreadable')
  expect(received.files).toEqual([])
  expect(received.fields.get('komenti')).toBe('fjalët')
})
