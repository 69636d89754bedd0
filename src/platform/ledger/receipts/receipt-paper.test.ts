import { describe, expect, it } from 'vitest'
import { provedReceipt } from '#test/fixtures/receipts/source/test-ledger.ts'
import { findCompiler } from '../../papers/typst.ts'
import { composeReceiptPaper, type ReceiptSubject } from './compose-receipt-paper.ts'
import { makeReceiptPdf } from './make-receipt-pdf.ts'
import type { ReceiptView } from './receipt-rules.ts'

const HOSTILE = '*b* #panic() #read("/etc/passwd") $x$ @ref <l> = // `raw` \\ & "'
const AT = new Date('2026-11-22T10:15:00Z')
const VIEW: ReceiptView = {
  receipt: provedReceipt(),
  version: 1,
  at: AT,
  digest: 'ab'.repeat(32),
  proved: { index: 3, size: 5, signedAt: AT },
  words: 'whole',
}
const SUBJECT: ReceiptSubject = {
  lang: 'sq',
  zone: 'Europe/Tirane',
  institution: { name: 'Bashkia Bregas', accent: '#1d4a8c', demonstration: true },
  number: { label: 'Kodi', value: '7K3M-Q9TB' },
  lead: HOSTILE,
  facts: [{ label: 'Konsultimi', value: HOSTILE }],
  words: { title: 'Fjalët', lang: 'sq', paragraphs: [HOSTILE, 'Çdo fjalë.'] },
}
const URL = 'https://kuvend.example.al'

describe('a receipt on paper', () => {
  it('says entry, checkpoint, digest and where it is checked, and never the private link', () => {
    const paper = composeReceiptPaper(VIEW, SUBJECT, URL)
    expect(paper.proof.lines.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        'nr. 3, nga 5 hyrje në ditar (numërimi nis nga 0)',
        '22 nëntor 2026, ora 11:15',
        'ab'.repeat(32),
      ]),
    )
    expect(paper.check.address).toBe(`${URL}/verifiko/vertetim`)
    expect(composeReceiptPaper(VIEW, { ...SUBJECT, lang: 'en' }, URL).check.address).toBe(`${URL}/en/verifiko/vertetim`)
    expect(JSON.stringify(paper)).not.toContain('/komenti/')
  })

  it('without a proof says that it follows, and words that were altered are told', () => {
    const paper = composeReceiptPaper({ ...VIEW, proved: null, words: 'altered' }, SUBJECT, URL)
    expect(paper.proof.state).toContain('brenda pak sekondash')
    expect(paper.proof.altered).toContain('nuk përputhen')
  })

  it.runIf(findCompiler())('is a tagged PDF of one page with the JSON in it, whatever people wrote', async () => {
    const pdf = await makeReceiptPdf(VIEW, SUBJECT, { url: URL, name: 'vertetim-7K3M-Q9TB.json' })
    const text = pdf?.toString('latin1') ?? ''
    for (const sign of ['/StructTreeRoot', '/EmbeddedFile', 'pdfuaid', 'application#2Fjson'])
      expect(text).toContain(sign)
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
