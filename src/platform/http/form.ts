export type FieldErrors = Record<string, string>

/** What someone typed, either understood or handed back with what to mend. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; typed: Typed }

/** The words of every field as they came, to fill the form again. */
export type Typed = Record<string, string>

/** A text field as people mean it: NFC, one kind of line ending, no invisible control characters, no stray spaces. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name)
  if (typeof value !== 'string') return ''
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}

export const typedOf = (form: FormData, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, textField(form, name)]))
