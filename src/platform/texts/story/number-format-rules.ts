/**
 * Numbers as writing programs print them (the names are those of Word's `w:numFmt`). Letters are Latin in every
 * language: after z comes aa, bb.
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerAlphabetic':
      return alphabetic(value)
    case 'upperAlphabetic':
      return alphabetic(value).toUpperCase()
    case 'lowerRoman':
      return romanOf(value).toLowerCase()
    case 'upperRoman':
      return romanOf(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

function letters(value: number): string {
  // Beyond thirty times the alphabet Word shows none either.
  if (value < 1 || value > 780) return ''
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

/** After z comes aa, ab. */
function alphabetic(value: number): string {
  let left = value
  let word = ''
  while (left > 0) {
    word = String.fromCharCode(97 + ((left - 1) % 26)) + word
    left = Math.floor((left - 1) / 26)
  }
  return word
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** As printed in capitals; 4000 and more have no numeral of their own. */
export function romanOf(value: number): string {
  let left = Math.min(value, 3999)
  let numeral = ''
  for (const [figure, sign] of ROMAN) {
    while (left >= figure) {
      numeral += sign
      left -= figure
    }
  }
  return numeral
}
