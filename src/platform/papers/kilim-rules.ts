/** One tile of 56 × 28: the great diamond in the middle, and the halves of the small one at the edges. */
export const KILIM_FIELD =
  'M26 8h4v2h4v2h4v1h4v2h-4v1h-4v2h-4v2h-4v-2h-4v-2h-4v-1h-4v-2h4v-1h4v-2h4zM0 11h4v2h4v2H4v2H0v-2h2v-2H0zM56 11h-4v2h-4v2h4v2h4v-2h-2v-2h2z'

/** The band on paper, so many tiles long, as a picture that says nothing. */
export function kilimSvg(accent: string, tiles: number): string {
  const tile = (n: number): string =>
    `<g transform="translate(${n * 56})"><path fill="#fff" d="${KILIM_FIELD}"/><path fill="${accent}" d="M26 12h4v1h4v2h-4v1h-4v-1h-4v-2h4z"/></g>`
  const width = tiles * 56
  const stitches = `<path stroke="#fff" stroke-width="2" stroke-dasharray="4" d="M2 4h${width - 2}M2 24h${width - 2}"/>`
  const all = Array.from({ length: tiles }, (_, n) => tile(n)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 28" shape-rendering="crispEdges"><rect width="${width}" height="28" fill="${accent}"/>${stitches}${all}</svg>`
}
