/** As UTF-8, where Excel on an old machine saved it in Windows' Latin alphabet. */
export function asUtf8(content: Uint8Array): Uint8Array {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return content
  } catch {
    return new TextEncoder().encode(new TextDecoder('windows-1252').decode(content))
  }
}

/** `21.11.2025`, `21/11/2025`, `21-11-2025` or `2025-11-21` as `2025-11-21`; null when it is no day. */
export function readDayAsTyped(words: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? []
  const [, d = '', m = '', y] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(words) ?? []
  const parts = year ? [year, month, day] : y ? [y, m, d] : null
  if (!parts) return null
  const date = parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-')
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? null : date
}
