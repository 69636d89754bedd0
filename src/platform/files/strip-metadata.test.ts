import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf, takeIn } from './incoming-file.ts'
import { DOCX_PARTS, ODT_PARTS, PDF, XLSX_PARTS, zipOf } from './testing.ts'
import { readZipDirectory, readZipEntry } from './zip-directory.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strip-metadata-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Takes a file in as an upload is taken in, and gives what lies there then. */
async function take(content: Buffer, claimedName = 'file.docx') {
  const path = join(folder, 'file')
  await writeFile(path, content)
  const taken = await takeIn({ field: 'f', path, claimedName, digest: await digestOf(path), size: content.length })
  return { file: taken === 'too-large' ? null : taken, after: await readFile(path) }
}

describe('an office document that comes in', () => {
  it('loses who wrote it and keeps every other part byte for byte', async () => {
    const made = await Packer.toBuffer(
      new Document({
        creator: 'Teuta Shembull',
        lastModifiedBy: 'Agim Shembull',
        title: 'Draft i brendshëm',
        customProperties: [{ name: 'Dosja', value: 'Z:\\Drejtoria Juridike' }],
        sections: [{ children: [new Paragraph('Neni 1. Çdo kush ka të drejtë.')] }],
      }),
    )
    const { file, after } = await take(made)
    const [before, parts] = [unzipSync(made), unzipSync(after)]
    expect(Object.keys(parts)).toEqual(Object.keys(before))
    for (const [name, content] of Object.entries(parts)) {
      const told = strFromU8(content)
      if (name.startsWith('docProps/')) expect(told).not.toMatch(/Shembull|brendshëm|Juridike/)
      else expect(Buffer.from(content).equals(before[name] ?? Buffer.alloc(0))).toBe(true)
    }
    expect(strFromU8(before['docProps/core.xml'] ?? new Uint8Array())).toContain('Teuta Shembull')
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Çdo kush ka të drejtë')
    expect(file).toMatchObject({ digest: await digestOf(join(folder, 'file')), size: after.length })
  })

  it('of every kind names nobody any more, and is still of that kind', async () => {
    for (const parts of [DOCX_PARTS, XLSX_PARTS, ODT_PARTS]) {
      const { file, after } = await take(zipOf(parts))
      const again = await take(after)
      expect(again.file?.mediaType).toBe(file?.mediaType)
      expect(again.file?.digest).toBe(file?.digest)
      for (const content of Object.values(unzipSync(after))) expect(strFromU8(content)).not.toContain('Shembull')
    }
  })

  it('keeps the first entry of OpenDocument first, not packed and without extra fields', async () => {
    const { after } = await take(zipOf(ODT_PARTS))
    expect(after.subarray(30, 77).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    expect(after.readUInt16LE(28)).toBe(0)
  })

  it('has right checksums and sizes for what was put in', async () => {
    const { after } = await take(zipOf(DOCX_PARTS))
    const at = after.indexOf('docProps/core.xml') - 30
    const content = unzipSync(after)['docProps/core.xml'] ?? new Uint8Array()
    expect(after.readUInt32LE(at + 14)).toBe(crc32(content))
    expect(after.readUInt32LE(at + 18)).toBe(content.length)
    expect(after.readUInt32LE(at + 22)).toBe(content.length)
  })

  it('loses the names of who remarked and changed, and no letter of the text', async () => {
    const words = `<w:p><w:ins w:id="1" w:author="Teuta Shembull" w:initials='TS'><w:r><w:t>Neni ${'i ri '.repeat(400)}
      w:author="Teuta Shembull" ë</w:t></w:r></w:ins><w:del w:author="Agim Shembull"/><w:ins w:author="Teuta Shembull"/></w:p>`
    const { after } = await take(
      zipOf({
        ...DOCX_PARTS,
        'word/document.xml': strToU8(words),
        'word/comments.xml': strToU8('<w:comment w:author="Agim Shembull" w:initials=""><w:t>Jo</w:t></w:comment>'),
      }),
    )
    const parts = unzipSync(after)
    const expected = words
      .replace('w:author="Teuta Shembull" w:initials=\'TS\'', 'w:author="Autori 1" w:initials="Autori 2"')
      .replace(
        '<w:del w:author="Agim Shembull"/><w:ins w:author="Teuta Shembull"/>',
        '<w:del w:author="Autori 3"/><w:ins w:author="Autori 1"/>',
      )
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toBe(expected)
    expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toBe(
      '<w:comment w:author="Autori 3" w:initials=""><w:t>Jo</w:t></w:comment>',
    )
  })

  it('of the other formats loses them too', async () => {
    const remark = '<office:annotation><dc:creator>Teuta Shembull</dc:creator><text:p>Jo</text:p></office:annotation>'
    const odt = unzipSync((await take(zipOf({ ...ODT_PARTS, 'content.xml': strToU8(remark) }))).after)
    expect(strFromU8(odt['content.xml'] ?? new Uint8Array())).toBe(remark.replace('Teuta Shembull', 'Autori 1'))
    const authors = '<comments><authors><author>Teuta Shembull</author></authors></comments>'
    const xlsx = unzipSync((await take(zipOf({ ...XLSX_PARTS, 'xl/comments1.xml': strToU8(authors) }))).after)
    expect(strFromU8(xlsx['xl/comments1.xml'] ?? new Uint8Array())).toBe(authors.replace('Teuta Shembull', 'Autori 1'))
  })

  it('in an encoding in which no name could be found is not taken', async () => {
    const words = Buffer.from('\ufeff<w:ins w:author="Teuta Shembull"/>', 'utf16le')
    expect((await take(zipOf({ ...DOCX_PARTS, 'word/document.xml': words }))).file).toBeNull()
  })

  it('is left as it is when it is signed', async () => {
    const signed = zipOf({ ...DOCX_PARTS, '_xmlsignatures/sig1.xml': strToU8('<Signature/>') })
    const { after, file } = await take(signed)
    expect(after.equals(signed)).toBe(true)
    expect(file).toMatchObject({ size: signed.length, signed: true })
  })

  it('is not taken when its directory points at something that is no entry', async () => {
    const broken = zipOf(DOCX_PARTS)
    broken.writeUInt32LE(0, broken.indexOf('PK\u0003\u0004', 100))
    expect((await take(broken)).file).toBeNull()
    await expect(stat(join(folder, 'file.clean'))).rejects.toThrow()
  })

  it('is the only thing that is changed', async () => {
    const { after } = await take(PDF)
    expect(after.equals(PDF)).toBe(true)
  })
})

describe('an entry of an archive', () => {
  it('is unpacked to no more than the directory says of it', async () => {
    const zip = zipOf({ 'a.txt': new Uint8Array(1_000_000) })
    const read = async (size: number) => {
      zip.writeUInt32LE(size, zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
      const path = join(folder, 'archive.zip')
      await writeFile(path, zip)
      const file = await open(path, 'r')
      const [entry] = (await readZipDirectory(file)) ?? []
      const content = entry && (await readZipEntry(file, entry, 50_000_000))
      await file.close()
      return content?.length ?? null
    }
    expect([await read(1_000_000), await read(10)]).toEqual([1_000_000, null])
  })
})
