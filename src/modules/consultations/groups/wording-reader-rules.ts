import { lawOf, wordingOf, type Law, type Text, type Wording } from '#platform/likeness/wording-rules.ts'

/**
 * Wordings of one run. Leaders are compared with every batch of newcomers, and reading their words costs more than all
 * comparisons together: each is read once.
 */
export class WordingReader {
  readonly #known = new Map<string, { words: string; wording: Wording }>()
  #by: { texts: readonly string[]; law: Law } | null = null

  /** `texts`: of the law that people quote. Of another version everything is read anew. */
  by(texts: readonly string[]): (text: Text) => Wording {
    if (this.#by?.texts !== texts) {
      this.#known.clear()
      this.#by = { texts, law: lawOf(texts) }
    }
    const { law } = this.#by
    return (text) => {
      const known = this.#known.get(text.id)
      if (known?.words === text.words) return known.wording
      const wording = wordingOf(text, law)
      this.#known.set(text.id, { words: text.words, wording })
      return wording
    }
  }
}
