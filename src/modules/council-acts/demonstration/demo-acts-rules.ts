import { z } from 'zod'

const Words = z.record(z.string(), z.string())

/** What the invented acts say: `db/demo/acts.json`. */
export const DemoActs = z.object({
  /** Words in braces in the texts, by country. */
  words: z.object({ AL: Words, XK: Words }),
  nature_of: z.record(z.string(), z.enum(['normative', 'individual', 'internal'])),
  /** By the title of the draft. */
  texts: Words,
  general: z.string(),
  /** How decisions on the fees of a year are called, the first by the name of their text; and the one that changes a fee. */
  fees: z.array(z.string()).min(1),
  fees_changed: z.string(),
  /** How the council amends Article 4: words in place of others, and a sentence at its end. */
  amended_article: z.object({ from: z.string(), to: z.string(), added: z.string() }),
  boards: z.array(z.string()),
  authority: z.record(z.enum(['AL', 'XK']), z.object({ name: z.string(), address: z.string() })),
  returned_reasons: z.string(),
  late_reason: z.string(),
  /** What people were consulted on: its file, and the word by which an act differs from its draft. */
  consulted: z.object({ title: z.string(), file: z.string(), from: z.string(), to: z.string(), aside: z.string() }),
})
export type DemoActs = z.infer<typeof DemoActs>

type Place = { jurisdiction: 'AL' | 'XK'; title: string }

/** The text of an act as it lay before the council. */
export function textOf(demo: DemoActs, { jurisdiction, title }: Place): string {
  const called = isFees(demo, title) ? feesName(demo) : title
  const known = Object.entries(demo.texts).find(([name]) => called.startsWith(name))
  const words: Record<string, string> = { ...demo.words[jurisdiction], title: title.replace(/\.$/, '') }
  return (known?.[1] ?? demo.general).replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
}

export const isFees = (demo: DemoActs, title: string): boolean => demo.fees.includes(title)
const feesName = (demo: DemoActs): string => demo.fees[0] ?? ''

/** The same with Article 4 as amendments of the demonstration want it. */
export function withAmendment({ amended_article: { from, to, added } }: DemoActs, text: string): string {
  const lines = text.split('\n')
  const body = lines.findIndex((line, n) => n > lines.indexOf('Neni 4') && line.includes(from))
  return lines.map((line, n) => (n === body ? `${line.replace(from, to)} ${added}` : line)).join('\n')
}

/** The fee for cleaning as the later decision has it. */
export const withLaterFee = (demo: DemoActs, jurisdiction: 'AL' | 'XK', text: string): string =>
  text.replace(demo.words[jurisdiction].household ?? '', demo.words[jurisdiction].household_later ?? '')

/** What binds nobody but the house or one person is named in the demonstration; everything else is normative. */
export const natureOf = (demo: DemoActs, title: string): 'normative' | 'individual' | 'internal' =>
  demo.nature_of[title] ?? 'normative'
