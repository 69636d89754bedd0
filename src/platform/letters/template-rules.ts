/**
 * The words of a template. What an official can say with signs is little: `{{adresuesi}}` is a field, `{{#afati}} …
 * {{/afati}}` is printed only where the field has a value, `## ` begins a heading, `- ` an entry of a list, an empty line
 * a new paragraph. Nothing else means anything; what a field brings in means nothing at all.
 */
export const TEMPLATE_FIELDS = [
  'adresuesi',
  'lenda',
  'ceshtja',
  'institucioni',
  'bashkia',
  'bashkise',
  'numri',
  'data',
  'protokolli',
  'data_e_protokollit',
  'afati',
  'baza_e_afatit',
  'nenshkruesi',
  'posti',
  'kodi',
  'shkresa_e_korrigjuar',
] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

export type FieldValues = Record<TemplateField, string>

export type TemplateProblem = { kind: 'unknown-field' | 'not-closed' | 'not-opened' | 'nested' | 'stray'; name: string }

export type PaperBlock =
  { kind: 'heading'; words: string } | { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] }

const SIGN = /\{\{\s*([#/]?)\s*([^{}]*?)\s*\}\}/g

const isField = (name: string): name is TemplateField => TEMPLATE_FIELDS.some((field) => field === name)

/** What cannot be understood in the words of a template or a draft, in reading order. */
export function problemsIn(words: string): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  let open: string | null = null
  for (const [, sign = '', name = ''] of words.matchAll(SIGN)) {
    if (!isField(name)) problems.push({ kind: 'unknown-field', name })
    if (sign === '#') {
      if (open !== null) problems.push({ kind: 'nested', name })
      open = name
    } else if (sign === '/') {
      if (open !== name) problems.push({ kind: 'not-opened', name })
      open = null
    }
  }
  if (open !== null) problems.push({ kind: 'not-closed', name: open })
  const stray = /\{\{|\}\}/.exec(words.replace(SIGN, ''))
  if (stray) problems.push({ kind: 'stray', name: stray[0] })
  return problems
}

/** One line of words with its fields filled in. What a field holds is printed as it is, and never read again. */
export const fillLine = (words: string, values: FieldValues): string =>
  chosen(words, values).replace(SIGN, (sign, _mark: string, name: string) =>
    isField(name) ? inline(values[name]) : sign,
  )

/** Structure is read from the template alone, and the fields are filled into it: a value can make no heading or list. */
export function blocksOf(words: string, values: FieldValues): PaperBlock[] {
  const fill = (line: string): string => fillLine(line, values).trim()
  return chosen(words, values)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .flatMap((part) => readPart(part.split('\n')))
    .map((block) => filled(block, fill))
    .filter((block) => wordsOf(block) !== '')
}

const wordsOf = (block: PaperBlock): string =>
  block.kind === 'heading' ? block.words : (block.kind === 'list' ? block.items : block.lines).join('')

/** Without the blocks whose field is empty, and without the signs of the others. */
const chosen = (words: string, values: FieldValues): string =>
  words.replace(/\{\{\s*#\s*([^{}]*?)\s*\}\}([\s\S]*?)\{\{\s*\/\s*\1\s*\}\}/g, (_all, name: string, inner: string) =>
    isField(name) && values[name] !== '' ? inner : '',
  )

function readPart(lines: readonly string[]): PaperBlock[] {
  const blocks: PaperBlock[] = []
  for (const line of lines) {
    const heading = /^\s*##\s+(.*)$/.exec(line)?.[1]
    const item = /^\s*[-–•]\s+(.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (heading !== undefined) blocks.push({ kind: 'heading', words: heading })
    else if (item !== undefined && last?.kind === 'list') last.items.push(item)
    else if (item !== undefined) blocks.push({ kind: 'list', items: [item] })
    else if (line.trim() !== '' && last?.kind === 'paragraph') last.lines.push(line)
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', lines: [line] })
  }
  return blocks
}

function filled(block: PaperBlock, fill: (line: string) => string): PaperBlock {
  if (block.kind === 'heading') return { kind: 'heading', words: fill(block.words) }
  if (block.kind === 'list') return { kind: 'list', items: block.items.map(fill).filter(Boolean) }
  return { kind: 'paragraph', lines: block.lines.map(fill).filter(Boolean) }
}

const inline = (value: string): string => value.replace(/\s*\n\s*/g, ' ').trim()
