import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { InstitutionOfficeTexts } from './texts.sq.ts'

/** Reads one form field by field and gathers what is to be mended, in the order of the form. */
export class FormReader {
  readonly typed: Typed
  readonly errors: FieldErrors = {}
  readonly #texts: InstitutionOfficeTexts['errors']

  constructor(form: FormData, names: readonly string[], texts: InstitutionOfficeTexts) {
    this.typed = typedOf(form, names)
    this.#texts = texts.errors
  }

  get ok(): boolean {
    return Object.keys(this.errors).length === 0
  }

  refuse(name: string, error: string): void {
    this.errors[name] ??= error
  }

  words(name: string, least: number, most: number, error: string = this.#texts.short): string {
    const words = this.typed[name] ?? ''
    if (lengthOf(words) > most) this.refuse(name, this.#texts.long)
    else if (lengthOf(words) < least) this.refuse(name, error)
    return words
  }

  /** Null when it was left empty. */
  optional(name: string, most: number, least = 1): string | null {
    return this.typed[name] ? this.words(name, least, most) : null
  }

  choice<T extends string>(name: string, among: readonly T[]): T {
    const chosen = among.find((one) => one === this.typed[name])
    if (chosen === undefined) this.refuse(name, this.#texts.choose)
    return chosen ?? (among[0] as T)
  }

  web(name: string, most: number): string | null {
    const words = this.optional(name, most)
    if (words !== null && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(words)) this.refuse(name, this.#texts.url)
    return words
  }

  /** Three inputs, as people say a date; null when all are empty. */
  date(name: string, needed = false): string | null {
    const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => this.typed[`${name}-${part}`] ?? '')
    if (day === '' && month === '' && year === '') {
      if (needed) this.refuse(name, this.#texts.dateNeeded)
      return null
    }
    const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    if (date === null) this.refuse(name, this.#texts.date)
    return date
  }
}

export const DATE_PARTS = ['day', 'month', 'year'] as const

export const dateNames = (...names: string[]): string[] =>
  names.flatMap((name) => DATE_PARTS.map((part) => `${name}-${part}`))

/** What the three inputs show for a date. */
export function typedDate(name: string, date: string | null): Typed {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const number = (words: string) => (words === '' ? '' : String(Number(words)))
  return { [`${name}-day`]: number(day), [`${name}-month`]: number(month), [`${name}-year`]: number(year) }
}
