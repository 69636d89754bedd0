import { beforeAll, describe, expect, it } from 'vitest'
import { ErrorPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { aPage, anInstitution, htmlOf, knowAssetsByName } from './testing.ts'

beforeAll(knowAssetsByName)

const MENU = {
  public: [
    { href: '/', label: { sq: 'Faqja e parë', en: 'Home' } },
    { href: '/konsultime', label: { sq: 'Konsultime', en: 'Consultations' } },
  ],
  office: [
    { href: '/zyra', label: { sq: 'Ju pret', en: 'Waiting' } },
    { href: '/zyra/konsultime', label: { sq: 'Konsultime', en: 'Consultations' } },
  ],
}

describe('the frame of a page', () => {
  it('begins with a link past itself into the one main part', async () => {
    const html = await htmlOf(<Layout page={aPage()} title="Konsultime" />)
    expect(html).toMatch(/<body[^>]*><a href="#permbajtja"/)
    expect(html.match(/<main id="permbajtja"/g)).toHaveLength(1)
  })

  it('turns over to the same address in the other language', async () => {
    const albanian = await htmlOf(<Layout page={aPage({ path: '/konsultime?q=treg' })} title="Konsultime" />)
    expect(albanian).toContain('<a href="/en/konsultime?q=treg" lang="en" hreflang="en">English</a>')
    const english = await htmlOf(
      <Layout page={aPage({ path: '/konsultime?q=treg', lang: 'en' })} title="Consultations" />,
    )
    expect(english).toContain('<a href="/konsultime?q=treg" lang="sq" hreflang="sq">Shqip</a>')
  })

  it('names the most particular first in its title, and says when something must be mended', async () => {
    const page = aPage({ institution: anInstitution() })
    expect(await htmlOf(<Layout page={page} title="Komenti" error />)).toContain(
      '<title>Gabim: Komenti – Bashkia Kodrina – Kuvend</title>',
    )
    expect(await htmlOf(<Layout page={page} title="Bashkia Kodrina" />)).toContain(
      '<title>Bashkia Kodrina – Kuvend</title>',
    )
  })

  it('marks the nearest entry of the menu, and no entry above it', async () => {
    const office = await htmlOf(<Layout page={aPage({ path: '/zyra/konsultime/7', menu: MENU })} title="7" office />)
    expect(office).toContain('<a href="/zyra/konsultime" aria-current="true">')
    expect(office.match(/aria-current/g)).toHaveLength(1)
    const english = await htmlOf(<Layout page={aPage({ lang: 'en', menu: MENU })} title="Consultations" />)
    expect(english).toContain('<a href="/en/konsultime" aria-current="page">Consultations</a>')
  })

  it('says on every page of a demonstration that it is one', async () => {
    expect(await htmlOf(<Layout page={aPage({ demo: true })} title="A" />)).toContain('janë të trilluara')
    const invented = anInstitution({ demonstration: true })
    expect(await htmlOf(<Layout page={aPage({ institution: invented })} title="A" />)).toContain(
      'Institucion demonstrues',
    )
    expect(await htmlOf(<Layout page={aPage({ institution: anInstitution() })} title="A" />)).not.toContain('demonstr')
  })

  it('signs out by a form, for a link could be followed by a machine', async () => {
    const page = aPage({ visitor: { name: 'Arta Shembull', office: false } })
    const html = await htmlOf(<Layout page={page} title="A" />)
    expect(html).toContain('<form action="/dil" method="post">')
    expect(html).not.toContain('href="/hyr"')
  })

  it("links the institution's colour, emblem and own page", async () => {
    const institution = anInstitution({ accent: '#17603A', emblem: 'abc' })
    const html = await htmlOf(<Layout page={aPage({ institution, lang: 'en' })} title="A" />)
    expect(html).toContain('<link rel="stylesheet" href="/s/ngjyra/17603a.css"/>')
    expect(html).toContain('src="/s/emblema/abc" alt=""')
    expect(html).toContain('href="/en/i/kodrina/"')
  })

  it('names the lasting address in both languages', async () => {
    const html = await htmlOf(<Layout page={aPage({ lang: 'en' })} title="A" canonical="/konsultime/7" />)
    expect(html).toContain('<link rel="canonical" href="https://kuvend.example/en/konsultime/7"/>')
    expect(html).toContain('<link rel="alternate" hreflang="sq" href="https://kuvend.example/konsultime/7"/>')
  })

  it('escapes the name of an institution and what was done', async () => {
    const institution = anInstitution({ name: '<b>Bashkia</b>' })
    const html = await htmlOf(<Layout page={aPage({ institution })} title="<i>" status="<u>U ruajt" />)
    expect(html).not.toMatch(/<b>|<i>|<u>/)
  })

  it('prints with its address', async () => {
    const html = await htmlOf(<Layout page={aPage({ path: '/konsultime/7' })} title="A" />)
    expect(html).toMatch(/https:\/\/kuvend\.example\/konsultime\/7 · shtypur më \d+ \p{L}+ \d{4}/u)
  })
})

describe('the page of an error', () => {
  it('says what happened, what to do and what to tell us, and is not for search engines', async () => {
    const action = { href: '/', label: 'Faqja e parë' }
    const html = await htmlOf(
      <ErrorPage
        page={aPage()}
        status={500}
        title="Diçka nuk shkoi"
        paragraphs={['Provoni sërish.']}
        {...{ action }}
        reference="r-1"
      />,
    )
    for (const words of ['<h1>Diçka nuk shkoi</h1>', 'Provoni sërish.', 'r-1', 'Faqja e parë', 'noindex']) {
      expect(html).toContain(words)
    }
  })
})
