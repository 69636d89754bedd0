import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName } from './clean-file-name.ts'

const pdf = (name: string) => cleanFileName(name, 'application/pdf')

describe('the name of a file', () => {
  it('stays as people gave it, with the extension of what it is', () => {
    expect(pdf('Relacioni për buxhetin.pdf')).toBe('Relacioni për buxhetin.pdf')
    expect(pdf('foto.jpeg')).toBe('foto.pdf')
    expect(pdf('Vendim nr. 12')).toBe('Vendim nr. 12.pdf')
    expect(cleanFileName('Shkresë e¨\u0308re.docx', 'text/plain')).toBe('Shkresë e¨\u0308re.txt'.normalize('NFC'))
    expect(pdf('e\u0308.pdf')).toBe('ë.pdf')
  })

  it('loses its path, its leading dots and what a disk or a header cannot bear', () => {
    expect(pdf('../../etc/passwd')).toBe('passwd.pdf')
    expect(pdf('C:\\Users\\teuta\\draft.pdf')).toBe('draft.pdf')
    expect(pdf('..hidden.pdf')).toBe('hidden.pdf')
    expect(pdf('a"b:c*d?.pdf')).toBe('a-b-c-d-.pdf')
    expect(pdf('a\r\nSet-Cookie: x\u0000.pdf')).toBe('a Set-Cookie- x.pdf')
  })

  it('cannot be read backwards', () => {
    expect(pdf('fatura\u202efdp.exe')).toBe('faturafdp.pdf')
  })

  it('is never empty and never longer than 120', () => {
    for (const name of ['', '...', '/', '.pdf', '\u202e', '   ']) expect(pdf(name)).toBe('dokument.pdf')
    expect([...pdf('ë'.repeat(500))]).toHaveLength(120)
    expect([...pdf('😀'.repeat(500))]).toHaveLength(120)
  })

  it('is safe whatever it was, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = pdf(name)
        expect(clean).toMatch(/^[^/\\<>:"|?*\p{C}]+\.pdf$/u)
        expect([...clean].length).toBeLessThanOrEqual(120)
        expect(pdf(clean)).toBe(clean)
      }),
    )
  })
})
