import { tokenPieces } from './word-diff-rules.ts'

/** Words that stand in both wordings: `length` units from `from` in the earlier, from `to` in the later. */
export type Run = { from: number; to: number; length: number }

export function keptRuns(earlier: string, later: string): Run[] {
  if (earlier === later) return [{ from: 0, to: 0, length: earlier.length }]
  const runs: Run[] = []
  let [from, to] = [0, 0]
  for (const { kind, words } of tokenPieces(earlier, later)) {
    if (kind === 'same') runs.push({ from, to, length: words.length })
    if (kind !== 'added') from += words.length
    if (kind !== 'removed') to += words.length
  }
  return runs
}

/** What is left of the words from `start` to `end` of the earlier wording. */
export type Kept = {
  /** Where the first and the last of them stand in the later wording. */
  start: number
  end: number
  /** Share of them that is left; 1 with `whole` false: something was put in between. */
  share: number
  whole: boolean
  /** Letters beside them, before and after, that stayed beside them. */
  beside: number
}

export function keptOf(runs: readonly Run[], earlier: string, start: number, end: number): Kept | null {
  const met = runs
    .map((run) => ({ run, start: Math.max(run.from, start), end: Math.min(run.from + run.length, end) }))
    .filter((part) => part.end > part.start && /[^\s]/.test(earlier.slice(part.start, part.end)))
  const [first, last] = [met[0], met.at(-1)]
  if (!first || !last) return null
  const ink = (from: number, to: number): number => earlier.slice(from, to).replace(/\s/g, '').length
  const left = met.reduce((sum, part) => sum + ink(part.start, part.end), 0)
  return {
    start: first.start - first.run.from + first.run.to,
    end: last.end - last.run.from + last.run.to,
    share: left / Math.max(1, ink(start, end)),
    whole: first.run === last.run && first.start === start && last.end === end,
    beside:
      (first.start === start ? ink(first.run.from, start) : 0) +
      (last.end === end ? ink(end, last.run.from + last.run.length) : 0),
  }
}
