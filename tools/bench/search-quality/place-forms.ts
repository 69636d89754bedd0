/**
 * The cases of a place name, made by rule: indefinite, definite, genitive, accusative. Of a name of several words the one that is
 * declined stands alone here: the first before an article (Malësi e Madhe), else the last (Fushë Kosovë).
 */
export function formsOfPlace(name: string): string[] {
  const words = name.split(/[ -]/u)
  const declinedWord = ['e', 'i'].includes(words[1] ?? '') ? words[0] : words.at(-1)
  return declined(declinedWord ?? name)
}

function declined(name: string): string[] {
  const but = (letters: number) => name.slice(0, -letters)
  if (/[bcçdfgjklmnpqrstvxz]ër$/u.test(name)) return [name, `${but(2)}ra`, `${but(2)}rës`, `${but(2)}rën`]
  if (name.endsWith('ë')) return [name, `${but(1)}a`, `${but(1)}ës`, `${but(1)}ën`]
  if (name.endsWith('a')) return [`${but(1)}ë`, name, `${but(1)}ës`, `${but(1)}ën`]
  if (name.endsWith('e')) return [name, `${name}ja`, `${name}s`, `${name}n`]
  if (name.endsWith('i')) return [name, `${name}a`, `${name}së`, `${name}në`]
  if (/(?<![sdgxzt])h$|[kg]$/u.test(name)) return [name, `${name}u`, `${name}ut`, `${name}un`]
  return [name, `${name}i`, `${name}it`, `${name}in`]
}
