export type PackageFile = {
  /** In the archive: `03-buxheti/01-relacioni.pdf`. */
  name: string
  title: string
  digest: string
  size: number
  isPdf: boolean
  documentId: string
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')

const two = (nth: number): string => String(nth).padStart(2, '0')

/** `03-buxheti-i-vitit-2027`: sorted by name the folders stand as the agenda does. */
export const folderName = (ordinal: number, words: string): string =>
  [two(ordinal), plain(words).replaceAll('.', '-').slice(0, 50).replace(/-+$/, '')].filter(Boolean).join('-')

/** `02-relacioni.pdf`, in the order of the page; the ending stays what it was. */
export function memberName(nth: number, fileName: string): string {
  const [, stem = fileName, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(fileName) ?? []
  return `${two(nth)}-${plain(stem).slice(0, 60) || 'dokument'}${ending.toLowerCase()}`
}
