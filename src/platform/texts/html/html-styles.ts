import { attributeOf, elementsWithin, wordsWithin, type HtmlElement } from './html-tree.ts'

/** The little of a page's styles that tells how its words are meant. */

export type HtmlLook = {
  hidden?: boolean
  bold?: boolean
  capitals?: boolean
  centred?: boolean
  pre?: boolean
  /** `lower-alpha`, `none`. */
  listStyle?: string
}

export type HtmlStyles = { of(element: HtmlElement): HtmlLook }

/** A rule for a tag, a class, both, or an id; others cannot be told without a browser. */
const SELECTOR = /^([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?$/i

export function readHtmlStyles(body: HtmlElement): HtmlStyles {
  const root = body.parentNode
  const sheets = root ? elementsWithin(root).filter((element) => element.tagName === 'style') : []
  const rules = new Map<string, HtmlLook>()
  for (const sheet of sheets) addRules(rules, wordsWithin(sheet))
  return {
    of(element) {
      const { tagName } = element
      const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean)
      const id = attributeOf(element, 'id')
      const keys = [tagName, ...classes.flatMap((name) => [`.${name}`, `${tagName}.${name}`])]
      if (id) keys.push(`#${id}`, `${tagName}#${id}`)
      const looks = keys.flatMap((key) => rules.get(key) ?? [])
      const own = [lookOf(attributeOf(element, 'style') ?? ''), attributesOf(element)]
      return [...looks, ...own].reduce<HtmlLook>((all, look) => ({ ...all, ...look }), {})
    },
  }
}

function addRules(rules: Map<string, HtmlLook>, sheet: string): void {
  for (const rule of sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/<!--|-->/g, '')
    .split('}')) {
    const brace = rule.indexOf('{')
    // Rules within @media, for printers or for telephones, begin with another brace.
    if (brace < 0 || rule.includes('{', brace + 1) || rule.trimStart().startsWith('@')) continue
    const look = lookOf(rule.slice(brace + 1))
    for (const selector of rule
      .slice(0, brace)
      .split(',')
      .map((one) => one.trim())) {
      const [, tag = '', sign = '', name = ''] = SELECTOR.exec(selector) ?? []
      const key = `${tag.toLowerCase()}${sign}${name}`
      if (key) rules.set(key, { ...rules.get(key), ...look })
    }
  }
}

function lookOf(declarations: string): HtmlLook {
  const look: HtmlLook = {}
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase()
    Object.assign(look, READ[name]?.(value))
  }
  return look
}

const READ: Record<string, (value: string) => HtmlLook> = {
  display: (value) => ({ hidden: value === 'none' }),
  visibility: (value) => ({ hidden: value === 'hidden' || value === 'collapse' }),
  'mso-hide': (value) => ({ hidden: value === 'all' }),
  'font-weight': (value) => ({ bold: value === 'bold' || value === 'bolder' || Number(value) >= 600 }),
  'text-transform': (value) => ({ capitals: value === 'uppercase' }),
  'font-variant': (value) => ({ capitals: value === 'small-caps' }),
  'text-align': (value) => ({ centred: value === 'center' }),
  'white-space': (value) => ({ pre: value.startsWith('pre') }),
  'list-style-type': (value) => ({ listStyle: value }),
  'list-style': (value) => ({ listStyle: value.split(/\s+/)[0] ?? '' }),
}

function attributesOf(element: HtmlElement): HtmlLook {
  const align = attributeOf(element, 'align')?.toLowerCase()
  return {
    ...(attributeOf(element, 'hidden') === undefined ? {} : { hidden: true }),
    ...(align === undefined ? {} : { centred: align === 'center' || align === 'middle' }),
  }
}
