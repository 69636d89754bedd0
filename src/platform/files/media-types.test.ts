import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mediaTypeOf } from './media-types.ts'
import { DOCX_PARTS, JPEG, ODT_PARTS, PDF, PNG, XLSX_PARTS, zipOf } from './testing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-types-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function typeOf(content: Buffer | string): Promise<string | null> {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return mediaTypeOf(path)
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('what a file is', () => {
  it('is known by its content', async () => {
    expect(await typeOf(PDF)).toBe('application/pdf')
    expect(await typeOf(PNG)).toBe('image/png')
    expect(await typeOf(JPEG)).toBe('image/jpeg')
    expect(await typeOf(zipOf(DOCX_PARTS))).toBe(WORD)
    expect(await typeOf(zipOf(XLSX_PARTS))).toContain('spreadsheetml.sheet')
    expect(await typeOf(zipOf(ODT_PARTS))).toBe('application/vnd.oasis.opendocument.text')
  })

  it('is a Word document when a word processor made it', async () => {
    const made = new Document({ sections: [{ children: [new Paragraph('Neni 1')] }] })
    expect(await typeOf(await Packer.toBuffer(made))).toBe(WORD)
  })

  it('is plain text when it is UTF-8 without control characters, whatever letters it begins with', async () => {
    expect(await typeOf('Përshëndetje, çfarë?\r\n\tPo.')).toBe('text/plain')
    for (const start of ['BM', 'MZ', 'PK', 'GIF8'])
      expect(await typeOf(`${start}-ja njofton qytetarët.`)).toBe('text/plain')
    // A letter cut by the boundary of what is read at once.
    expect(await typeOf('a'.repeat(65_535) + 'ë'.repeat(10))).toBe('text/plain')
    for (const bad of [
      Buffer.from([0x70, 0xeb, 0x72]),
      'a\u0000b',
      'a\u001b[31m',
      Buffer.from('a'.repeat(70_000) + '\u0000'),
    ]) {
      expect(await typeOf(bad)).toBeNull()
    }
  })

  it('is nothing we take when a browser or a printer would run it', async () => {
    for (const words of [
      '<!doctype html><script>1</script>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\ufeff <?xml version="1.0"?><a/>',
      '{\\rtf1 a}',
      '%!PS-Adobe-3.0',
    ]) {
      expect(await typeOf(words)).toBeNull()
    }
    expect(await typeOf(Buffer.from('GIF89a\u0001\u0000\u0001\u0000'))).toBeNull()
    expect(await typeOf(Buffer.from('MZ\u0090\u0000\u0003'))).toBeNull()
  })
})

describe('an archive', () => {
  const office = '[Content_Types].xml'

  it('is no document for being an archive', async () => {
    expect(await typeOf(zipOf({ 'a.txt': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ 'word/document.xml': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ [office]: strToU8('<Types/>'), 'word/document.xml': strToU8('a') }))).toBeNull()
  })

  it('with macros is refused, under whatever name they hide', async () => {
    const list = Buffer.from(DOCX_PARTS[office] as Uint8Array).toString()
    const hidden = list.replace('</Types>', '<Override ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    const macroForm = list.replace(
      /ContentType="[^"]*"/,
      'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"',
    )
    expect(await typeOf(zipOf({ ...DOCX_PARTS, 'word/vbaProject.bin': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ ...XLSX_PARTS, 'xl/VBAPROJECT.BIN': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ ...DOCX_PARTS, [office]: strToU8(hidden), 'word/x.bin': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ ...DOCX_PARTS, [office]: strToU8(macroForm) }))).toBeNull()
    expect(await typeOf(zipOf({ ...ODT_PARTS, 'Basic/Standard/Module1.xml': strToU8('a') }))).toBeNull()
  })

  it('is refused when it is broken, leads elsewhere, or hides behind another file', async () => {
    const whole = zipOf(DOCX_PARTS)
    expect(await typeOf(whole.subarray(0, -30))).toBeNull()
    expect(await typeOf(Buffer.concat([whole, Buffer.from('tail')]))).toBeNull()
    expect(await typeOf(Buffer.concat([whole.subarray(0, 60), whole]))).toBeNull()
    expect(await typeOf(zipOf({ ...DOCX_PARTS, '../../x': strToU8('a') }))).toBeNull()
    expect(await typeOf(zipOf({ ...DOCX_PARTS, 'WORD/document.xml': strToU8('a') }))).toBeNull()
    expect(await typeOf(Buffer.from('PK\u0003\u0004'))).toBeNull()
  })

  it('is refused when it would unpack to far more than could be meant', async () => {
    const bomb = zipOf({ ...DOCX_PARTS, 'word/media/1.bin': new Uint8Array(1000) })
    expect(await typeOf(bomb)).not.toBeNull()
    const line = bomb.lastIndexOf('word/media/1.bin') - 46
    expect(bomb.readUInt32LE(line + 24)).toBe(1000)
    bomb.writeUInt32LE(501_000_000, line + 24)
    expect(await typeOf(bomb)).toBeNull()
  })
})
