/** Enough to meet the first elements, whatever declarations and comments stand before them. */
const LOOKED_AT = 4000

const ZIP = [0x50, 0x4b]
/** Word before 2007, and a newer one closed with a password: its reader says which. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** What a file that is none of those we keep may be, as a text to read. Null: nothing we can read. */
export function kindOfContent(bytes: Uint8Array): 'docx' | 'html' | 'akn' | null {
  const begins = (signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (begins(ZIP) || begins(OLE)) return 'docx'
  const start = beginningOf(bytes)
  if (!/^\s*</.test(start)) return null
  if (/<(?:[\w-]+:)?akomaNtoso[\s>]/.test(start)) return 'akn'
  if (/<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|table|ol|ul)[\s>/]/i.test(start))
    return 'html'
  return /^\s*<\?xml/.test(start) ? 'akn' : null
}

/** UTF-16 is told by its mark; anything else reads well enough as UTF-8 for what is sought here. */
function beginningOf(bytes: Uint8Array): string {
  const part = bytes.subarray(0, LOOKED_AT)
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(part)
}
