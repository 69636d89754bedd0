const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')

const two = (nth: number): string => String(nth).padStart(2, '0')

/** `03-57-2026`: sorted by name the folders stand as in the letter. No title: of some acts it names somebody. */
export const folderOf = ({ ordinal, number }: { ordinal: number; number: string | null }): string =>
  [
    two(ordinal),
    plain(number ?? '')
      .replaceAll('.', '-')
      .slice(0, 40),
  ]
    .filter(Boolean)
    .join('-')

/** `02-relacioni.pdf`; the ending stays what it was. */
export function fileNameOf(nth: number, fileName: string): string {
  const [, stem = fileName, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(fileName) ?? []
  return `${two(nth)}-${plain(stem).slice(0, 60) || 'dokument'}${ending.toLowerCase()}`
}
