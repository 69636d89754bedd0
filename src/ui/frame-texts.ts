import type { InEveryLanguage } from '#platform/i18n/language.ts'

type FrameTexts = {
  skip: string
  search: string
  searchHere: string
  searchWithin: (institution: string) => string
  searchSubmit: string
  menu: string
  utilities: string
  signIn: string
  signOut: string
  account: string
  office: string
  demonstration: string
  demonstrationInstitution: string
  footer: string
  about: string
  contact: string
  accessibility: string
  privacy: string
  ledger: string
  verify: string
  notice: { summary: string; more: string; own: string }
  asData: string
  errorPrefix: string
  reference: string
  printed: (address: string, date: string) => string
  gallery: string
  galleryLead: string
}

/** What the frame around every page says. */
export const FRAME_TEXTS: InEveryLanguage<FrameTexts> = {
  sq: {
    skip: 'Kaloni te përmbajtja',
    search: 'Kërkoni në gjithçka që është publikuar',
    searchHere: 'Kërkoni',
    searchWithin: (institution) => `Kërkoni te ${institution}`,
    searchSubmit: 'Kërkoni',
    menu: 'Menyja kryesore',
    utilities: 'Gjuha dhe llogaria',
    signIn: 'Hyni',
    signOut: 'Dilni',
    account: 'Llogaria juaj',
    office: 'Zyra',
    demonstration: 'Demonstrim. Institucionet, personat dhe aktet në këtë faqe janë të trilluara.',
    demonstrationInstitution: 'Institucion demonstrues. Kjo nuk është faqja zyrtare e asnjë institucioni.',
    footer: 'Për këtë faqe',
    about: 'Regjistri publik i vendimmarrjes së hapur.',
    contact: 'Kontakti',
    accessibility: 'Deklarata e qasshmërisë',
    privacy: 'Privatësia',
    ledger: 'Ditari i pandryshueshëm',
    verify: 'Verifikoni një shkresë',
    notice: {
      summary: 'Çfarë mbajmë për ju dhe sa gjatë',
      more: 'Të gjitha afatet dhe të drejtat',
      own: 'Shihni ose fshini të dhënat tuaja',
    },
    asData: 'Kjo faqe si të dhëna (JSON)',
    errorPrefix: 'Gabim',
    reference: 'Numri i gabimit',
    printed: (address, date) => `${address} · shtypur më ${date}`,
    gallery: 'Pamja e përbërësve',
    galleryLead: 'Çdo përbërës i faqeve, me të gjitha format e tij.',
  },
  en: {
    skip: 'Skip to content',
    search: 'Search everything that is published',
    searchHere: 'Search',
    searchWithin: (institution) => `Search ${institution}`,
    searchSubmit: 'Search',
    menu: 'Main menu',
    utilities: 'Language and account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    account: 'Your account',
    office: 'Office',
    demonstration: 'Demonstration. The institutions, people and acts on this site are invented.',
    demonstrationInstitution: 'Demonstration institution. This is not the official site of any institution.',
    footer: 'About this site',
    about: 'The public record of open decision-making.',
    contact: 'Contact',
    accessibility: 'Accessibility statement',
    privacy: 'Privacy',
    ledger: 'The ledger that only grows',
    verify: 'Check a letter',
    notice: {
      summary: 'What we keep about you and for how long',
      more: 'All terms and rights',
      own: 'See or erase your data',
    },
    asData: 'This page as data (JSON)',
    errorPrefix: 'Error',
    reference: 'Error reference',
    printed: (address, date) => `${address} · printed on ${date}`,
    gallery: 'Components',
    galleryLead: 'Every component of the pages, in all its forms.',
  },
}

/** Names of the languages in themselves, as the switch shows them. */
export const LANGUAGE_NAMES: InEveryLanguage<string> = { sq: 'Shqip', en: 'English' }
