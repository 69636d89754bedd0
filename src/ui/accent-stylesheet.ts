type Rgb = readonly [number, number, number]

const PAPER = '#fbfaf7'
const WHITE = '#ffffff'

/** WCAG 2.2, 1.4.3: words of ordinary size. The accent is the ground of the primary button's white words. */
const LEAST_CONTRAST = 4.5

/** An institution's colour over the house's red: one rule, so that no style is built per institution. */
export function accentStylesheet(accent: string): string {
  return `:root{--kv-accent:${accent};--kv-accent-dark:${darker(accent)}}\n`
}

export type AccentRefusal = 'not-a-colour' | 'too-pale'

/** Null where the colour stands out from paper and white words can be read on it. */
export function refusalToAccent(accent: string): AccentRefusal | null {
  if (rgbOf(accent) === null) return 'not-a-colour'
  return contrastOf(accent, PAPER) < LEAST_CONTRAST || contrastOf(accent, WHITE) < LEAST_CONTRAST ? 'too-pale' : null
}

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(a: string, b: string): number {
  const [one, other] = [luminanceOf(a), luminanceOf(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminanceOf(colour: string): number {
  const rgb = rgbOf(colour)
  if (rgb === null) throw new Error(`not a colour: ${colour}`)
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** For the button under the pointer. */
function darker(colour: string): string {
  const rgb = rgbOf(colour) ?? [0, 0, 0]
  return `#${rgb
    .map((value) =>
      Math.round(value * 0.75)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function rgbOf(colour: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!parts) return null
  const [, red = '', green = '', blue = ''] = parts
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}
