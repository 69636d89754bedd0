/** The beginning of a comment, for a row of a list: whole characters, and a sign that more follows. */
export function shorten(words: string, length = 140): string {
  const letters = [...words]
  return letters.length <= length
    ? words
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}
