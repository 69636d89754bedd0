/** The licences that registers are given under, by their SPDX names: their own address, and that of the EU's list. */
const LICENCES: Record<string, { title: string; address: string; eu: string }> = {
  'CC0-1.0': {
    title: 'Creative Commons CC0 1.0',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
    eu: 'http://publications.europa.eu/resource/authority/licence/CC0',
  },
  'CC-BY-4.0': {
    title: 'Creative Commons Attribution 4.0',
    address: 'https://creativecommons.org/licenses/by/4.0/',
    eu: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
  },
}

export const licenceOf = (spdx: string): { name: string; title: string; address: string; eu: string } => {
  const known = LICENCES[spdx]
  const own = `https://spdx.org/licenses/${encodeURIComponent(spdx)}.html`
  return { name: spdx, ...(known ?? { title: spdx, address: own, eu: own }) }
}
