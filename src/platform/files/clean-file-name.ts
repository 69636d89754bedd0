import { EXTENSIONS, type MediaType } from './media-types.ts'

const LONGEST = 120

/** For a file whose name holds nothing that can be kept. */
const NAMELESS = 'dokument'

/**
 * A name that is safe in a header, on a page and on any disk: no path, no control characters, none that turn the
 * direction of reading (with which `gpj.exe` looks like `exe.jpg`), and the extension of what the file really is.
 */
export function cleanFileName(claimed: string, mediaType: MediaType): string {
  const extension = EXTENSIONS[mediaType]
  const stem = claimed
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\.[a-z][a-z0-9]{1,4}$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const room = LONGEST - extension.length - 1
  return `${[...stem].slice(0, room).join('').trim() || NAMELESS}.${extension}`
}
