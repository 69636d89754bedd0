/** What neither XML 1.0 nor a Word file may hold: control characters, halves of characters, non-characters. */
const UNSOUND = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Words that every format can carry: what it cannot stands as the sign for an unknown character. */
export const soundWords = (words: string): string => words.toWellFormed().replace(UNSOUND, '\ufffd')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// A carriage return, and in an attribute a tab or a line break, would be read back as something else.
const escaped = (words: string, signs: RegExp): string =>
  soundWords(words).replace(signs, (sign) => ESCAPES[sign] ?? `&#${sign.charCodeAt(0)};`)

/** `>` too: `]]>` may not stand in words. */
export const xmlWords = (words: string): string => escaped(words, /[&<>\r]/g)

/** For words and for attributes alike, where a tab or an end of line in one means nothing. */
export const xmlAnywhere = (words: string): string => escaped(words, /[&<>"\r]/g)

type Attributes = Record<string, string | number | null | undefined>

export const xmlAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`)
    .join('')

/** `inside` is XML already. */
export const element = (name: string, attributes: Attributes, inside = ''): string =>
  inside === '' ? `<${name}${xmlAttributes(attributes)}/>` : `<${name}${xmlAttributes(attributes)}>${inside}</${name}>`
