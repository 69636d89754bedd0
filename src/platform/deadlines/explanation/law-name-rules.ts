/**
 * `Ligji nr. 119/2014 «Për të drejtën e informimit», i ndryshuar, neni 15` as a list has room for it: `Ligji nr.
 * 119/2014, neni 15`. A law is found by its number; the name stands whole where the date explains itself.
 */
export function shortLawName(name: string): string {
  const [law = '', ...others] = name.split(';')
  const [number] = /^.*? (?:nr\.|No\.) [\d/L-]+/.exec(law) ?? []
  if (number === undefined) return name
  const [article = ''] = /(?:, (?:neni|nenet|Articles?) \d.*| \((?:neni|article) .*)$/.exec(law) ?? []
  return [number + article, ...others].join(';')
}
