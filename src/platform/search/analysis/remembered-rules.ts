/** Words come again and again: what was reckoned for one is kept, and all is forgotten when it becomes too much. */
export function remembered<T>(reckon: (word: string) => T, most = 50_000): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const value = reckon(word)
    if (known.size >= most) known.clear()
    // A "word" of a megabyte is no word that comes again.
    if (word.length <= 64) known.set(word, value)
    return value
  }
}
