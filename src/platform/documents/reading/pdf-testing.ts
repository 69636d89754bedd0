import { deflateSync } from 'node:zlib'

/** Small PDF files, written by hand. Only tests import this. */

type PdfObject = string | { dictionary: string; stream: Buffer }

/** Object 1 is the catalogue. */
function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const starts: number[] = []
  let at = pieces[0]?.length ?? 0
  const write = (piece: Buffer) => {
    pieces.push(piece)
    at += piece.length
  }
  objects.forEach((object, index) => {
    starts.push(at)
    write(Buffer.from(`${index + 1} 0 obj\n`))
    if (typeof object === 'string') write(Buffer.from(object, 'latin1'))
    else {
      write(Buffer.from(`<<${object.dictionary}/Length ${object.stream.length}>>\nstream\n`))
      write(object.stream)
      write(Buffer.from('\nendstream'))
    }
    write(Buffer.from('\nendobj\n'))
  })
  const lines = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end)])
}

export type TestPage = { words: string } | { image: { jpeg: Buffer; width: number; height: number } } | { blank: true }

/** Three objects a page: page, content, picture. */
export function pdfWith(pages: readonly TestPage[], options: { author?: string; encrypted?: boolean } = {}): Buffer {
  const first = 4
  const kids = pages.map((_, index) => `${first + index * 3} 0 R`).join(' ')
  const objects: PdfObject[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Author(${options.author ?? ''})/Producer(Proves)>>`,
  ]
  for (const [index, page] of pages.entries()) {
    const content = first + index * 3 + 1
    const resources = `/Font<</F 3 0 R>>/XObject<</I ${content + 1} 0 R>>`
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents ${content} 0 R/Resources<<${resources.replace('3 0 R', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')}>>>>`,
      { dictionary: '', stream: Buffer.from(contentOf(page)) },
      'image' in page ? imageOf(page.image) : 'null',
    )
  }
  const locked = '/Encrypt<</Filter/Standard/V 1/R 2/P -4'
  const digits = '00'.repeat(32)
  const encryption = options.encrypted ? `${locked}/O<${digits}>/U<${digits}>>>/ID[<00><00>]` : ''
  return pdfOf(objects, `/Info 3 0 R${encryption}`)
}

function contentOf(page: TestPage): string {
  if ('words' in page) return `BT /F 12 Tf 20 300 Td (${page.words}) Tj ET`
  return 'image' in page ? 'q 300 0 0 400 0 0 cm /I Do Q' : ''
}

const imageOf = ({ jpeg, width, height }: { jpeg: Buffer; width: number; height: number }): PdfObject => ({
  dictionary: `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
  stream: jpeg,
})

/** A page whose picture unpacks to `megabytes`, out of a thousandth of that. */
export function pdfBomb(megabytes: number): Buffer {
  const side = Math.round(Math.sqrt((megabytes * 1_000_000) / 3))
  const stream = deflateSync(Buffer.alloc(side * side * 3))
  const dictionary = `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    { dictionary: '', stream: Buffer.from('q 300 0 0 400 0 0 cm /I Do Q') },
    { dictionary, stream },
  ])
}
