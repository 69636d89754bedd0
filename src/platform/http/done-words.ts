/**
 * What the deed before a redirect has done, by the key that stands in the address. Only keys that were written down here:
 * `?u=constructor` is a property of every object, and showed an empty notice.
 */
export const doneWords = (words: Readonly<Record<string, string>>, key: string | undefined): string | null =>
  key !== undefined && Object.hasOwn(words, key) ? (words[key] ?? null) : null
