/** For a file that should be there: what an operator can mend about it, in a sentence. */
export function whyNotRead(error: unknown, path: string): string {
  const { code, words } = read(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}.`
  return FAULTS[code]?.(path) ?? `${path} cannot be read: ${words}`
}

/** For a file that is being written; null: nothing that an operator could mend, so a fault of ours. */
export const whyNotWritten = (error: unknown, path: string): string | null => FAULTS[read(error).code]?.(path) ?? null

function read(error: unknown): { code: string; words: string } {
  if (!(error instanceof Error)) return { code: '', words: String(error) }
  return { code: 'code' in error ? String(error.code) : '', words: error.message }
}

const forbidden = (path: string): string =>
  `The user that runs this command may not reach ${path}. Look at the rights of the file and of each folder above it.`
const full = (path: string): string => `The disk is full: there is no room for ${path}.`

const FAULTS: Record<string, (path: string) => string> = {
  EISDIR: (path) => `${path} is a folder.`,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: (path) => `${path} lies where nothing can be written.`,
  ENOSPC: full,
  EDQUOT: full,
}
