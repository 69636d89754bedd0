type Word = { folded: string; shown: string; documents: number }

/**
 * What was probably meant by a word that nobody wrote: of the similar ones the nearest by the slips of a hand (a sign too
 * many, missing, another, or two turned round), then the most common. Null: none is near.
 */
export function nearestWord<W extends Word>(typed: string, similar: readonly W[]): W | null {
  const most = typed.length <= 4 ? 1 : 2
  const near = similar
    .filter(({ folded }) => folded !== typed)
    .map((word) => ({ word, slips: slipsBetween(typed, word.folded) }))
    .filter(({ slips }) => slips <= most)
  near.sort((one, other) => one.slips - other.slips || other.word.documents - one.word.documents)
  return near[0]?.word ?? null
}

/** Damerau's distance, in which no place is changed twice. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one].slice(0, 60), [...other].slice(0, 60)]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (now[column - 1] ?? 0) + 1,
        (last[column] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const turned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (turned) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      now.push(least)
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}
