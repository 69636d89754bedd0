import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { wordsOfForm } from '#platform/papers/form-document-rules.ts'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import { makeFormPdf } from '#platform/papers/make-form-pdf.ts'
import { findCompiler } from '#platform/papers/typst.ts'
import { planSchema } from '../history/plan-rules.ts'
import { textsIn } from '../texts.ts'
import { contentOfPaper } from './plan-of-paper-rules.ts'
import { planDocument } from './plan-document-view.ts'

const AT = new Date('2026-11-22T11:00:00Z')
const content = contentOfPaper(planSchema.parse(JSON.parse(await readFile('db/demo/migration-strategy.json', 'utf8'))))
const form = planDocument(
  'sq',
  {
    id: '00000000-0000-4000-8000-000000000001',
    content,
    achieved: new Map(),
    institution: 'Ministria e Brendshme',
    zone: 'Europe/Tirane',
    version: 1,
    versionAt: AT,
    reason: null,
  },
  'https://kuvend.example',
)

/** Letters and figures alone: lines are broken anywhere, and a word may be parted by one. */
const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '')

/** Every label and every value, each after the one before it. */
function expectInOrder(text: string): void {
  const whole = bare(text)
  let from = 0
  for (const words of wordsOfForm(form)) {
    const at = whole.indexOf(bare(words), from)
    expect([words, at >= 0]).toEqual([words, true])
    from = at + bare(words).length
  }
}

describe('the plan as a file', () => {
  it('has the labels of the form, word for word', () => {
    const labels = textsIn('sq').plans.form
    expect(wordsOfForm(form)).toEqual(
      expect.arrayContaining([
        'Përgatitja e planit të konsultimit',
        ...Object.entries(labels.sections).map(([n, words]) => `${n}. ${words}`),
        ...Object.values(labels.scope.columns),
        ...Object.values(labels.processQuestions),
        labels.monitoring.planned,
        labels.monitoring.achieved,
      ]),
    )
  })

  it('as DOCX: every label and value in order, headings as headings, tables with a head that repeats', async () => {
    const parts = unzipSync(await makeFormDocx(form))
    const xml = new TextDecoder().decode(parts['word/document.xml'])
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(' ')
    expectInOrder(text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'"))
    expect(xml.match(/w:val="Heading2"/g)).toHaveLength(5)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(form.blocks.filter(({ kind }) => kind === 'table').length)
    expect(new TextDecoder().decode(parts['word/styles.xml'])).toContain('sq-AL')
  })

  it.runIf(findCompiler())('as PDF: every label and value in order, with tags', async () => {
    const pdf = await makeFormPdf(form, AT)
    if (!pdf) throw new Error('no PDF')
    const { getDocumentProxy } = await import('unpdf')
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, at) => {
        const page = await document.getPage(at + 1)
        const { items } = await page.getTextContent()
        return items.map((item) => ('str' in item ? item.str : '')).join(' ')
      }),
    )
    // What stands at the foot of each page is no part of the form.
    const feet = pages.map((page) => page.replace(/Ruhet përherë te .*$/s, ''))
    expectInOrder(feet.join(' '))
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf.toString('latin1')).toContain('/Lang')
  })
})
