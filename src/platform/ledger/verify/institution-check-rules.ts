import type { EntryRow } from './entry-check-rules.ts'

type Pair = { id: string; word: string | null; matches: boolean; count: number; places: number[] }

const REMEMBERED = 100

/**
 * A leaf names its institution by the word of its address, the line beside it by its id: one word for each id, and one id
 * for each word. Where a whole institution has another word or id now, it is its own record that tells; only entries that
 * pair differently from the others were given to somebody else.
 */
export class InstitutionCheck {
  readonly #pairs = new Map<string, Pair>()

  look({ institutionId: id, slug }: EntryRow, word: string | null, index: number): void {
    if (id === null) return
    const key = `${id} ${word}`
    const pair = this.#pairs.get(key) ?? { id, word, matches: slug === word, count: 0, places: [] }
    this.#pairs.set(key, pair)
    pair.count += 1
    if (pair.places.length < REMEMBERED) pair.places.push(index)
  }

  faults(): { index: number; detail: string }[] {
    // Those that agree with what stands now before the others, then those with the most entries.
    const pairs = [...this.#pairs.values()].toSorted(
      (one, other) => Number(other.matches) - Number(one.matches) || other.count - one.count,
    )
    const [ids, words] = [new Set<string>(), new Set<string | null>()]
    const wrong = pairs.filter(({ id, word }) => {
      if (ids.has(id) || words.has(word)) return true
      ids.add(id)
      words.add(word)
      return false
    })
    return wrong.flatMap(({ places }) => places.map((index) => ({ index, detail: 'institution_id' })))
  }
}
