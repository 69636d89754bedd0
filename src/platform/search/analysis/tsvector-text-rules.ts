export type Weight = 'A' | 'B' | 'C' | 'D'

/** Limits of PostgreSQL, some of them its own, some a little below. */
const LAST_PLACE = 16_383
const MOST_PLACES = 255
const MOST_BYTES = 900_000
const BYTES_OF_LEXEME = 8
const BYTES_OF_PLACE = 2

export const quotedLexeme = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** Gathers lexemes with their places, and writes them as PostgreSQL reads them. What would be too much is left out. */
export class TsvectorText {
  readonly #places = new Map<string, string[]>()
  #bytes = 0

  add(lexeme: string, place: number, weight: Weight): void {
    if (lexeme === '' || this.#bytes > MOST_BYTES) return
    const places = this.#places.get(lexeme) ?? this.#begin(lexeme)
    const at = `${Math.min(place, LAST_PLACE)}${weight === 'D' ? '' : weight}`
    if (places.length >= MOST_PLACES || places.at(-1) === at) return
    places.push(at)
    this.#bytes += BYTES_OF_PLACE
  }

  text(): string {
    return [...this.#places].map(([lexeme, places]) => `${quotedLexeme(lexeme)}:${places.join(',')}`).join(' ')
  }

  #begin(lexeme: string): string[] {
    const places: string[] = []
    this.#places.set(lexeme, places)
    // A letter takes at most three bytes for each unit of UTF-16.
    this.#bytes += BYTES_OF_LEXEME + lexeme.length * (/^[\x20-\x7e]*$/.test(lexeme) ? 1 : 3)
    return places
  }
}
