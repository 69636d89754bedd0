export type Mentionable = { id: string; name: string }

/**
 * Who is named in a note: `@Drita Demo`, or `@Drita` where one person alone is called so. Capitals and accents do not
 * matter; the longest name that fits is meant.
 */
export function mentionedIn(words: string, people: readonly Mentionable[]): string[] {
  const text = plain(words)
  const names = people
    .flatMap(({ id, name }) => namesOf(name, people).map((one) => ({ id, name: one })))
    .toSorted((one, other) => other.name.length - one.name.length)
  const found = new Set<string>()
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue
    const rest = text.slice(at + 1)
    const named = names.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)))
    if (named) found.add(named.id)
  }
  return [...found]
}

function namesOf(name: string, people: readonly Mentionable[]): string[] {
  const whole = plain(name)
  const first = firstName(whole)
  const alone = people.filter((person) => firstName(plain(person.name)) === first).length === 1
  return alone && first !== whole ? [whole, first] : [whole]
}

const firstName = (name: string): string => name.split(' ')[0] ?? name

const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ')
